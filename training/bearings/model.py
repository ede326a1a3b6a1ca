"""
The reader of bearings: one encoder over a claim and a text, and for each statement of the text a head over its words and the claim's,
which says whether it supports, contradicts, pointedly leaves open or does not touch the claim.
"""

import torch
from torch import Tensor, nn

from training.bearings.pairs import STANCES, Pair
from training.corpora import ACTS, CERTAINTIES
from training.encoder import Encoder
from training.text.words import SHAPES

WIDTH = 384
PARTS = 7


def mean(rows: Tensor) -> Tensor:
    return rows.mean(0) if len(rows) else rows.new_zeros(rows.shape[1])


def statement_parts(words: Tensor, claim: Tensor, roles: list[list[int]], tone: tuple[int, int]) -> Tensor:
    """words: [T, width] of the text; claim: [width], its mean. Source, cue, content (mean and max), claim, product, difference, tone."""
    source, cue, content = (mean(words[role]) for role in roles)
    loud = words[roles[2]].amax(0) if roles[2] else torch.zeros_like(content)
    known = torch.zeros(len(ACTS) + len(CERTAINTIES) + 1)
    known[tone[0]] = 1
    known[len(ACTS) + tone[1]] = 1
    known[-1] = float(not roles[1])
    return torch.cat([source, cue, content, loud, claim, content * claim, (content - claim).abs(), known])


class BearingReader(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        self.encoder = Encoder(shapes=2 * SHAPES, layers=config["layers"], drop=config["dropout"])
        drop, hidden = config["headDropout"], config["hidden"]
        size = PARTS * WIDTH + len(ACTS) + len(CERTAINTIES) + 1
        self.head = nn.Sequential(nn.Dropout(drop), nn.Linear(size, hidden), nn.GELU(), nn.Dropout(drop), nn.Linear(hidden, len(STANCES)))

    def forward(self, pairs: list[Pair], bf16: bool = False) -> tuple[Tensor, Tensor]:
        """Scores [N, stances] of all statements of the pairs in order, and their golds [N]."""
        long = max(len(p.ids) for p in pairs)

        def padded(rows: list[list[int]]) -> Tensor:
            return torch.tensor([r + [0] * (long - len(r)) for r in rows])

        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            encoded = self.encoder(padded([p.ids for p in pairs]), padded([p.shapes for p in pairs]), padded([p.parts for p in pairs]))
        encoded = encoded.float()
        rows, golds = [], []
        for at, pair in enumerate(pairs):
            words, claim = encoded[at, pair.texts], encoded[at, pair.claim].mean(0)
            for roles, act, certainty, gold in pair.said:
                rows.append(statement_parts(words, claim, roles, (act, certainty)))
                golds.append(gold)
        return self.head(torch.stack(rows)), torch.tensor(golds)
