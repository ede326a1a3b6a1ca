"""Annotated passages as windows that hold a claim and a text, with what each statement of the text is to the claim."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from training.corpora import ACTS, CERTAINTIES, content_spans, nearest, words_in
from training.text.windows import owners_of, windows_of
from training.text.words import CLS, SEP, SHAPES, Pieces, Words, words_of

STANCES = ["none", "supports", "contradicts", "neutral"]
TEXT, CLAIM = 0, 1  # the two parts of an input
MATCHED = SHAPES  # added to the shape of a word whose piece the other part holds, too

# BERT's vocabulary is ordered by frequency from "the" on: pieces before this are the words that every text has.
COMMON = 2300
SENTENCE_END = frozenset(".?!")


@dataclass
class Said:
    """A statement's words of source, cue and content; act and certainty; and what it is to each claim."""

    roles: list[list[int]]
    act: int
    certainty: int
    golds: list[int]


@dataclass
class Passage:
    id: str
    text: str
    words: Words
    claims: list[str]
    said: list[Said]


@dataclass
class Pair:
    """`texts` and `claim` are the positions of each word's first piece."""

    ids: list[int]
    shapes: list[int]
    parts: list[int]
    texts: list[int]
    claim: list[int]
    said: list[tuple[list[list[int]], int, int, int]]


def sentences_of(text: str, words: Words) -> list[list[int]]:
    sentences, current = [], []
    for at, (start, end) in enumerate(words.spans):
        if current and words.opens[at]:
            sentences.append(current)
            current = []
        current.append(at)
        if text[start:end] in SENTENCE_END:
            sentences.append(current)
            current = []
    return [s for s in [*sentences, current] if len(s) > 2]


def passage_of(raw: dict, pieces: Pieces) -> Passage:
    text = raw["text"]
    words = words_of(text, pieces)
    claims = [c["id"] for c in raw["claims"]]
    said, taken = [], set()
    for one in raw["statements"]:
        content = content_spans(text, one["content"])
        cue = [c for c in (nearest(text, w, content[0][0]) for w in one["cue"]) if c]
        mention = one["mention"] and nearest(text, one["mention"], (cue or content)[0][0])
        roles = [words_in(words, [mention]) if mention else [], words_in(words, cue), words_in(words, content)]
        golds = [STANCES.index(one["bearings"].get(c, "none")) for c in claims]
        said.append(Said(roles, ACTS.index(one["act"]), CERTAINTIES.index(one["certainty"]), golds))
        taken.update(roles[1], roles[2])
    for sentence in sentences_of(text, words):
        if not taken.intersection(sentence):
            said.append(Said([[], [], sentence], 0, 0, [0] * len(claims)))
    return Passage(raw["id"], text, words, [c["text"] for c in raw["claims"]], said)


def windowed(passage: Passage, budget: int, overlap: int) -> list[Passage]:
    """A passage as the product reads it: in windows, each with the statements whose content begins where it shows most."""
    windows = windows_of(passage.words, budget, overlap)
    if len(windows) == 1:
        return [passage]
    owners = owners_of(windows, len(passage.words.spans))
    parts = []
    for at, window in enumerate(windows):
        own = [one for one in passage.said if one.roles[2] and owners[one.roles[2][0]] == at]
        inside = lambda role: [word - window.start for word in role if window.start <= word < window.end]
        said = [Said([inside(role) for role in one.roles], one.act, one.certainty, one.golds) for one in own]
        if said:
            parts.append(Passage(passage.id, passage.text, passage.words.part(window.start, window.end), passage.claims, said))
    return parts


def read(paths: list[Path], pieces: Pieces, budget: int, overlap: int) -> list[Passage]:
    whole = [passage_of(json.loads(line), pieces) for path in sorted(paths) for line in path.read_text().splitlines()]
    return [part for passage in whole for part in windowed(passage, budget, overlap)]


def pair_of(passage: Passage, claim: str, golds: list[int], pieces: Pieces) -> Pair:
    """[CLS] claim [SEP] text [SEP]. Words that both parts hold are marked, unless every text has them."""
    asked = words_of(claim, pieces)
    rare = {p for word in asked.pieces for p in word if p >= COMMON}
    told = {p for word in passage.words.pieces for p in word if p >= COMMON}
    ids, shapes, parts = [pieces.ids[CLS]], [0], [CLAIM]
    claims: list[int] = []
    texts: list[int] = []

    def add(word: list[int], shape: int, part: int, others: set[int]) -> int:
        place = len(ids)
        ids.extend(word)
        shapes.extend([shape + (MATCHED if others.intersection(word) else 0)] * len(word))
        parts.extend([part] * len(word))
        return place

    for word, shape in zip(asked.pieces, asked.shapes):
        claims.append(add(word, shape, CLAIM, told))
    add([pieces.ids[SEP]], 0, CLAIM, set())
    for at, (word, shape) in enumerate(zip(passage.words.pieces, passage.words.shapes)):
        if passage.words.opens[at] and at > 0:
            add([pieces.ids[SEP]], 0, TEXT, set())
        texts.append(add(word, shape, TEXT, rare))
    add([pieces.ids[SEP]], 0, TEXT, set())
    said = [(one.roles, one.act, one.certainty, gold) for one, gold in zip(passage.said, golds)]
    return Pair(ids, shapes, parts, texts, claims, said)


def negated(claim: str) -> str:
    return f"It is not true that {claim[0].lower()}{claim[1:]}"


TURNED = [0, 2, 1, 3]


def pairs_of(passages: list[Passage], pieces: Pieces, chance: random.Random | None, strange: float = 0.0, turned: float = 0.0) -> list[Pair]:
    """
    Every claim against its text. With `chance` also a share of claims of other passages, on which nothing bears, and of claims with
    "it is not true that" before them, whose sides are turned.
    """
    pairs = []
    for passage in passages:
        for at, claim in enumerate(passage.claims):
            golds = [one.golds[at] for one in passage.said]
            pairs.append(pair_of(passage, claim, golds, pieces))
            if chance and chance.random() < turned:
                pairs.append(pair_of(passage, negated(claim), [TURNED[g] for g in golds], pieces))
        if chance and chance.random() < strange:
            other = chance.choice(passages)
            if other is not passage:
                pairs.append(pair_of(passage, chance.choice(other.claims), [0] * len(passage.said), pieces))
    return pairs
