"""Windows of articles with what a tagger should say of them, and batches of these as tensors."""

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from training.corpora import Article, Attribution
from training.tagger.labels import encode
from training.text.windows import Window, owners_of, windows_of
from training.text.words import BREAK_SHAPE, CLS, SEP, Pieces

# Targets of the cue head: `EITHER` is a word that may be an inner cue but is no outer one; `IGNORED` words belong to another window.
NONE, OUTER, INNER, EITHER, IGNORED = 0, 1, 2, 3, -1


@dataclass
class Example:
    ids: list[int]
    shapes: list[int]
    heads: list[int]
    style: int
    cues: list[int]
    anchors: list[int]
    labels: list[list[int]]
    tones: list[tuple[int | None, list[list[int]], int, int]]  # anchor or None, words of source, cue, content; act; certainty


def feed(article: Article, window: Window, pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """Piece ids, their shapes, and the position of each word's first piece. Paragraphs are told apart by a mark."""
    words = article.words
    ids, shapes, heads = [pieces.ids[CLS]], [BREAK_SHAPE], []
    for word in range(window.start, window.end):
        if words.opens[word] and word > window.start:
            ids.append(pieces.ids[SEP])
            shapes.append(BREAK_SHAPE)
        heads.append(len(ids))
        ids.extend(words.pieces[word])
        shapes.extend([words.shapes[word]] * len(words.pieces[word]))
    ids.append(pieces.ids[SEP])
    shapes.append(BREAK_SHAPE)
    return ids, shapes, heads


def cue_targets(article: Article) -> list[int]:
    targets = [NONE] * len(article.words.spans)
    if not article.nested:
        for one in article.attributions:
            for word in one.content:
                targets[word] = EITHER
    for one in article.attributions:
        for word in one.cue:
            targets[word] = INNER if one.inner else OUTER
    return targets


def examples_of(article: Article, pieces: Pieces, budget: int, overlap: int, chance: random.Random | None) -> list[Example]:
    """All windows of an article. With `chance`, edges and anchors differ from call to call; without, the anchor is the first cue word."""
    words = article.words
    count = len(words.spans)
    first = chance.randrange(min(120, count)) if chance and count > 300 else 0
    windows = windows_of(words, budget, overlap, first)
    if first:
        windows = [Window(0, first), *windows]
    owner = owners_of(windows, count)
    targets = cue_targets(article)
    by_window: dict[int, list[Attribution]] = {}
    for one in article.attributions:
        place = one.cue[0] if one.cue else one.content[0] if one.content else None
        if place is not None:
            by_window.setdefault(owner[place], []).append(one)
    return [
        example(article, window, pieces, [targets[w] if owner[w] == at else IGNORED for w in range(window.start, window.end)], by_window.get(at, []), chance)
        for at, window in enumerate(windows)
    ]


def example(article: Article, window: Window, pieces: Pieces, cues: list[int], own: list[Attribution], chance: random.Random | None) -> Example:
    def inside(role: list[int]) -> list[int]:
        return [w - window.start for w in role if window.start <= w < window.end]

    ids, shapes, heads = feed(article, window, pieces)
    anchors, labels, tones = [], [], []
    for one in own:
        cue = inside(one.cue)
        anchor = None if not cue else chance.choice(cue) if chance else cue[0]
        roles = [inside(one.source or []), cue, inside(one.content)]
        if anchor is not None and one.source is not None:
            anchors.append(anchor)
            labels.append(encode(window.end - window.start, roles))
        if one.act is not None and one.certainty is not None:
            tones.append((anchor, roles, one.act, one.certainty))
    return Example(ids, shapes, heads, article.style, cues, anchors, labels, tones)


def batches(examples: list[Example], positions: int, chance: random.Random) -> list[list[Example]]:
    """Groups of windows of like length that take at most about `positions` positions, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.ids) + chance.random() * 24)
    groups: list[list[Example]] = []
    current: list[Example] = []
    for one in ordered:
        if current and (len(current) + 1) * max(len(one.ids), len(current[-1].ids)) > positions:
            groups.append(current)
            current = []
        current.append(one)
    if current:
        groups.append(current)
    chance.shuffle(groups)
    return groups


def padded(rows: list[list[int]], fill: int) -> Tensor:
    width = max((len(r) for r in rows), default=1)
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows], dtype=torch.long)


@dataclass
class Batch:
    ids: Tensor
    shapes: Tensor
    style: Tensor
    heads: Tensor
    cues: Tensor
    rows: Tensor  # window of each anchor
    anchors: Tensor
    labels: Tensor
    lengths: Tensor  # words of each anchor's window
    tones: list[tuple[int, int | None, list[list[int]], int, int]]


def batch_of(group: list[Example]) -> Batch:
    rows = [at for at, e in enumerate(group) for _ in e.anchors]
    return Batch(
        padded([e.ids for e in group], 0),
        padded([e.shapes for e in group], BREAK_SHAPE),
        torch.tensor([e.style for e in group]),
        padded([e.heads for e in group], 0),
        padded([e.cues for e in group], IGNORED),
        torch.tensor(rows, dtype=torch.long),
        torch.tensor([a for e in group for a in e.anchors], dtype=torch.long),
        padded([l for e in group for l in e.labels], 0),
        torch.tensor([len(group[r].heads) for r in rows], dtype=torch.long),
        [(at, *tone) for at, e in enumerate(group) for tone in e.tones],
    )
