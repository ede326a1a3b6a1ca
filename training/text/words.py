"""Words, word pieces and shapes of a text: what the tagger is fed. `src/attribute/model/words.ts` is its twin in the product."""

import unicodedata
from dataclasses import dataclass

import regex

WORD = regex.compile(r"[\p{L}\p{N}]+|[^\s\p{L}\p{N}]")
CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST_WORD = 100  # characters; longer ones are unknown, as in BERT's own tokenizer

# A shape is letter case (6) by place among quotation marks (3) by whether a blank stands before the word (2).
SHAPES = 36
BREAK_SHAPE = 0


@dataclass(frozen=True)
class Words:
    """`spans` are [start, end) in code points; `opens[i]` tells that word i is the first of a paragraph."""

    spans: list[tuple[int, int]]
    opens: list[bool]
    shapes: list[int]
    pieces: list[list[int]]

    def part(self, start: int, end: int) -> "Words":
        return Words(self.spans[start:end], self.opens[start:end], self.shapes[start:end], self.pieces[start:end])


def letter_case(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return 0
    if any(c.isdigit() for c in word):
        return 5
    if word == word.lower():
        return 1
    if word == word.upper() and len(word) > 1:
        return 3
    if word[0] == word[0].upper() and word[1:] == word[1:].lower():
        return 2
    return 4


def quote_places(text: str, spans: list[tuple[int, int]], opens: list[bool]) -> list[int]:
    """0 outside double quotation marks, 1 inside, 2 a mark itself. Each paragraph starts outside."""
    places, inside = [], False
    for (start, end), first in zip(spans, opens):
        if first:
            inside = False
        mark = text[start:end]
        if mark in "“„«":
            inside = True
            places.append(2)
        elif mark in "”»":
            inside = False
            places.append(2)
        elif mark == '"':
            inside = not inside
            places.append(2)
        else:
            places.append(1 if inside else 0)
    return places


class Pieces:
    """Greedy longest-match-first word pieces (Devlin et al. 2019, §A of their code), one word at a time and remembered."""

    def __init__(self, vocabulary: list[str]):
        self.ids = {piece: at for at, piece in enumerate(vocabulary)}
        self.known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> list[int]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        unknown = [self.ids[UNKNOWN]]
        if not plain or len(plain) > LONGEST_WORD:
            return unknown
        pieces, start = [], 0
        while start < len(plain):
            end = len(plain)
            while end > start:
                piece = ("##" if start else "") + plain[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return unknown
            pieces.append(self.ids[piece])
            start = end
        return pieces


def words_of(text: str, pieces: Pieces) -> Words:
    spans = [m.span() for m in WORD.finditer(text)]
    opens = [at == 0 or "\n" in text[spans[at - 1][1] : start] for at, (start, _) in enumerate(spans)]
    places = quote_places(text, spans, opens)
    shapes = []
    for at, (start, end) in enumerate(spans):
        glued = at > 0 and spans[at - 1][1] == start
        shapes.append(letter_case(text[start:end]) * 6 + places[at] * 2 + int(glued))
    return Words(spans, opens, shapes, [pieces.of(text[start:end]) for start, end in spans])
