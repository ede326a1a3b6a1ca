"""What a tagger says of articles. `src/attribute/model/` does the same in the product; the parity sentences hold the two together."""

from dataclasses import dataclass

import numpy as np
import torch

from training.corpora import ACTS, CERTAINTIES, Article
from training.tagger.examples import feed
from training.tagger.labels import decode
from training.tagger.model import Chain
from training.tagger.networks import Networks
from training.text.windows import owners_of, windows_of
from training.text.words import Pieces


@dataclass
class Found:
    source: list[int]
    cue: list[int]
    content: list[int]
    inner: bool
    score: float
    act: str
    certainty: str


def tone_parts(words: np.ndarray, anchor: int, roles: list[list[int]]) -> np.ndarray:
    """The tone head's input: the anchor, the means over source, cue and content, and the content's first word; zero where one is missing."""
    nothing = np.zeros(words.shape[1], np.float32)
    mean = [words[role].mean(0) if role else nothing for role in roles]
    return np.concatenate([words[anchor], *mean, words[roles[2][0]] if roles[2] else nothing]).astype(np.float32)


def runs_of(kinds: list[bool]) -> list[tuple[int, int]]:
    runs, at = [], 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end]:
            end += 1
        if end > at:
            runs.append((at, end))
        at = max(end, at + 1)
    return runs


def predict(networks: Networks, chain: Chain, articles: list[Article], pieces: Pieces, config: dict, style: int | None = None) -> list[list[Found]]:
    """Attributions of each article, its words by index; of two with a cue word in common the surer stays. A window is a batch of its own."""
    found = []
    for article in articles:
        windows = windows_of(article.words, config["budget"], config["overlap"])
        owner = owners_of(windows, len(article.words.spans))
        mine = []
        for at, window in enumerate(windows):
            ids, shapes, heads = feed(article, window, pieces)
            words, cues = networks.encoder(ids, shapes, article.style if style is None else style, heads)
            owned = [owner[w] == at for w in range(window.start, window.end)]
            mine += in_window(networks, chain, (words, cues), window.start, owned, config["threshold"])
        found.append(withdrawn(mine))
    return found


def in_window(networks: Networks, chain: Chain, read: tuple[np.ndarray, np.ndarray], offset: int, owned: list[bool], threshold: float) -> list[Found]:
    words, chance = read
    count = len(owned)
    cue = (1 - chance[:, 0]).tolist()
    anchors = [max(range(a, b), key=lambda w: cue[w]) for a, b in runs_of([c >= threshold for c in cue])]
    anchors = [a for a in anchors if owned[a]]
    if not anchors:
        return []
    with torch.no_grad():
        paths, _ = chain.best(torch.from_numpy(networks.spans(words, anchors)), torch.full((len(anchors),), count))
    drafts = [(a, roles) for a, roles in zip(anchors, map(decode, paths)) if roles[2] and a in roles[1]]
    if not drafts:
        return []
    acts, certainties = networks.tone(np.stack([tone_parts(words, a, roles) for a, roles in drafts]))
    made = []
    for (anchor, roles), act, certainty in zip(drafts, acts, certainties):
        source, cues, content = ([w + offset for w in role] for role in roles)
        inner = bool(chance[anchor, 2] > chance[anchor, 1])
        made.append(Found(source, cues, content, inner, cue[anchor], ACTS[int(act.argmax())], CERTAINTIES[int(certainty.argmax())]))
    return made


def withdrawn(found: list[Found]) -> list[Found]:
    kept, taken = [], set()
    for one in sorted(found, key=lambda f: -f.score):
        if not taken.intersection(one.cue):
            taken.update(one.cue)
            kept.append(one)
    return sorted(kept, key=lambda f: (f.content[0], -f.content[-1]))
