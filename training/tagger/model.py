"""
The tagger: an encoder, and three heads over its words. The cue head says which words belong to a cue, of an outermost attribution or of
one inside another. The span head labels all words as one cue word, the anchor, sees them: source, cue and content of its attribution.
A linear chain (Lafferty et al. 2001) makes the labels whole pieces. The tone head says act and certainty of what was marked.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.corpora import ACTS, CERTAINTIES
from training.encoder import Encoder
from training.tagger.labels import LABELS, may_end, may_follow, may_start

CUES = ["none", "outer", "inner"]
REACH = 16  # distances from the anchor are told apart up to 2^(REACH/2) words
FORBIDDEN = -1e4


def distance_bucket(offset: Tensor) -> Tensor:
    """Signed distance in words as one of 2·REACH+1 buckets: exact up to 4, then two a doubling."""
    size = offset.abs()
    log = (torch.log2(size.clamp(min=4).float()) * 2).floor().long()
    bucket = torch.where(size < 4, size, log).clamp(max=REACH)
    return torch.where(offset < 0, REACH - bucket, REACH + bucket)


def favour(layer: nn.Linear, label: int) -> None:
    """Starts a layer from what is true of most words, so that training need not find it out."""
    with torch.no_grad():
        layer.bias[label] += 4.0


class CueHead(nn.Module):
    def __init__(self, width: int, hidden: int, drop: float):
        super().__init__()
        self.layers = nn.Sequential(nn.Dropout(drop), nn.Linear(width, hidden), nn.GELU(), nn.Dropout(drop), nn.Linear(hidden, len(CUES)))
        favour(self.layers[-1], 0)

    def forward(self, words: Tensor) -> Tensor:
        return self.layers(words)


class SpanHead(nn.Module):
    def __init__(self, width: int, hidden: int, drop: float):
        super().__init__()
        self.drop = nn.Dropout(drop)
        self.word = nn.Linear(width, hidden)
        self.anchor = nn.Linear(width, hidden)
        self.word_gate = nn.Linear(width, hidden)
        self.anchor_gate = nn.Linear(width, hidden)
        self.distance = nn.Embedding(2 * REACH + 1, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.label = nn.Linear(hidden, len(LABELS))
        nn.init.normal_(self.distance.weight, std=0.02)
        favour(self.label, 0)

    def forward(self, words: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """words: [B, T, width]; rows, anchors: [N], the window and the word of each anchor. Returns [N, T, labels]."""
        words = self.drop(words)
        own = words[rows, anchors]
        mixed = self.word(words)[rows] + self.anchor(own)[:, None] + self.word_gate(words)[rows] * self.anchor_gate(own)[:, None]
        offsets = torch.arange(words.shape[1], device=words.device)[None] - anchors[:, None]
        hidden = F.gelu(mixed + self.distance(distance_bucket(offsets)))
        hidden = hidden + F.gelu(self.mix(self.drop(hidden)))
        return self.label(self.drop(hidden))


class Chain(nn.Module):
    """Transition scores in nats between the labels of neighbours, and of the first and last."""

    def __init__(self):
        super().__init__()
        n = len(LABELS)
        self.step = nn.Parameter(torch.zeros(n, n))
        self.start = nn.Parameter(torch.zeros(n))
        self.end = nn.Parameter(torch.zeros(n))
        self.register_buffer("allowed", torch.tensor([[may_follow(a, b) for b in range(n)] for a in range(n)]))
        self.register_buffer("starts", torch.tensor([may_start(a) for a in range(n)]))
        self.register_buffer("ends", torch.tensor([may_end(a) for a in range(n)]))

    def scores(self) -> tuple[Tensor, Tensor, Tensor]:
        return (
            self.step.masked_fill(~self.allowed, FORBIDDEN),
            self.start.masked_fill(~self.starts, FORBIDDEN),
            self.end.masked_fill(~self.ends, FORBIDDEN),
        )

    def loss(self, emissions: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Negative log likelihood of each label sequence. emissions: [N, T, labels]; labels: [N, T]; lengths: [N]."""
        step, start, end = self.scores()
        n, t, _ = emissions.shape
        rows = torch.arange(n, device=emissions.device)
        inside = torch.arange(t, device=emissions.device)[None] < lengths[:, None]
        gold = (emissions.gather(2, labels[..., None])[..., 0] * inside).sum(1)
        gold = gold + (step[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]).sum(1)
        gold = gold + start[labels[:, 0]] + end[labels[rows, lengths - 1]]
        moves = step.exp()
        alpha = start + emissions[:, 0]
        for at in range(1, t):
            top = alpha.amax(1, keepdim=True).detach()
            reached = ((alpha - top).exp() @ moves).clamp(min=1e-30).log() + top + emissions[:, at]
            alpha = torch.where(inside[:, at, None], reached, alpha)
        return torch.logsumexp(alpha + end, 1) - gold

    def best(self, emissions: Tensor, lengths: Tensor) -> tuple[list[list[int]], Tensor]:
        """The likeliest labels of each sequence (Viterbi) and their scores."""
        step, start, end = self.scores()
        n, t, _ = emissions.shape
        alpha, back = start + emissions[:, 0], []
        for at in range(1, t):
            value, origin = (alpha[:, :, None] + step).max(1)
            inside = (at < lengths)[:, None]
            alpha = torch.where(inside, value + emissions[:, at], alpha)
            back.append(torch.where(inside, origin, torch.arange(alpha.shape[1])))
        score, last = (alpha + end).max(1)
        paths = [last]
        for origin in reversed(back):
            last = origin.gather(1, last[:, None])[:, 0]
            paths.append(last)
        stacked = torch.stack(paths[::-1], 1).tolist()
        return [path[: int(length)] for path, length in zip(stacked, lengths)], score


class ToneHead(nn.Module):
    """Act and certainty from the anchor, and the means over content, source and cue; each zero where there is none."""

    def __init__(self, width: int, hidden: int, drop: float):
        super().__init__()
        self.layers = nn.Sequential(nn.Dropout(drop), nn.Linear(5 * width, hidden), nn.GELU(), nn.Dropout(drop))
        self.act = nn.Linear(hidden, len(ACTS))
        self.certainty = nn.Linear(hidden, len(CERTAINTIES))

    def forward(self, parts: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.layers(parts)
        return self.act(hidden), self.certainty(hidden)


class Tagger(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        self.encoder = Encoder(layers=config["layers"], drop=config["dropout"])
        width, hidden, drop = 384, config["hidden"], config["headDropout"]
        self.cue = CueHead(width, hidden, drop)
        self.span = SpanHead(width, hidden, drop)
        self.chain = Chain()
        self.tone = ToneHead(width, hidden, drop)

    def words(self, ids: Tensor, shapes: Tensor, style: Tensor, heads: Tensor) -> Tensor:
        """heads: [B, T] position of each word's first piece, 0 past the last word. Returns [B, T, width]."""
        encoded = self.encoder(ids, shapes, style)
        return encoded.gather(1, heads[..., None].expand(-1, -1, encoded.shape[2])).float()


def tone_parts(words: Tensor, anchor: int | None, roles: list[list[int]]) -> Tensor:
    """The tone head's input for one attribution; words: [T, width]. Parts that are missing are zero."""
    nothing = torch.zeros(words.shape[1], dtype=words.dtype, device=words.device)
    mean = [words[role].mean(0) if role else nothing for role in roles]
    return torch.cat([nothing if anchor is None else words[anchor], *mean, words[roles[2][0]] if roles[2] else nothing])
