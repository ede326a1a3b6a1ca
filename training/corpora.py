"""Reads what the tagger learns from into articles of words with attributions on them."""

import json
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path

from training.text.words import Pieces, Words, words_of

ACTS = ["assert", "confirm", "deny", "decline", "question", "predict", "opinion"]
CERTAINTIES = ["certain", "probable", "possible", "unknown"]
MANNERS = ["direct", "indirect", "mixed", "narrated"]
POLNEAR, PASSAGES = 0, 1

Span = tuple[int, int]


@dataclass
class Attribution:
    """Words of each role, as sorted indexes. `None` for a source that is there but could not be found."""

    source: list[int] | None
    cue: list[int]
    content: list[int]
    inner: bool = False
    act: int | None = None
    certainty: int | None = None


@dataclass
class Article:
    """`nested` tells whether attributions inside others were annotated: where not, an unmarked word inside a content may be a cue."""

    id: str
    text: str
    words: Words
    style: int
    nested: bool
    attributions: list[Attribution] = field(default_factory=list)


def words_in(words: Words, spans: list[Span]) -> list[int]:
    """Indexes of the words whose first character is in one of the spans: how the scorer reads a span."""
    starts = [start for start, _ in words.spans]
    found = set()
    for low, high in spans:
        found.update(range(bisect_left(starts, low), bisect_left(starts, high)))
    return sorted(found)


def polnear(path: Path, pieces: Pieces) -> list[Article]:
    articles = []
    for line in path.read_text().splitlines():
        raw = json.loads(line)
        words = words_of(raw["text"], pieces)
        made = [
            Attribution(*(words_in(words, [tuple(s) for s in one[role]]) for role in ("source", "cue", "content")))
            for one in raw["attributions"]
        ]
        articles.append(Article(raw["id"], raw["text"], words, POLNEAR, False, [a for a in made if a.cue and a.content]))
    return articles


def nearest(text: str, wanted: str, place: int) -> Span | None:
    """The occurrence of `wanted` nearest to `place`."""
    best, at = None, text.find(wanted)
    while at != -1:
        if best is None or abs(at - place) < abs(best - place):
            best = at
        at = text.find(wanted, at + 1)
    return None if best is None else (best, best + len(wanted))


def content_spans(text: str, contents: list[str]) -> list[Span]:
    spans, at = [], 0
    for piece in contents:
        start = text.find(piece, at)
        start = text.find(piece) if start == -1 else start
        spans.append((start, start + len(piece)))
        at = start + len(piece)
    return spans


def polnear_style(text: str, span: Span) -> Span:
    """With the quotation marks around it and a "that" before it, as PolNeAR's annotators were told."""
    start, end = span
    if text[start - 5 : start].lower() == "that " and (start == 5 or not text[start - 6].isalnum()):
        start -= 5
    if start > 0 and text[start - 1] in "“\"‘'" and end < len(text):
        after = end + 1 if text[end] in ",.?!" and end + 1 < len(text) else end
        if text[after] in "”\"’'":
            return start - 1, after + 1
    return start, end


def link_attribution(passage: dict, link: dict, content: list[Span]) -> tuple[list[Span] | None, list[Span]] | None:
    """Source and cue of a chain's middle link, looked for near the content it passes on."""
    text = passage["text"]
    cue = nearest(text, link["cue"], content[0][0])
    if cue is None:
        return None
    source = next(s for s in passage["sources"] if s["id"] == link["source"])
    names = [n for n in [source["name"], *source["aliases"]] if n in text]
    mention = min((nearest(text, n, cue[0]) for n in names), key=lambda s: (abs(s[0] - cue[0]) > 60, s[0] - s[1]), default=None)
    near = mention is not None and abs(mention[0] - cue[0]) < 120
    return ([mention] if near else None), [cue]


def passage_attributions(passage: dict, words: Words) -> list[Attribution]:
    text, made, seen = passage["text"], [], set()
    statements = passage["statements"]
    for statement in statements:
        content = content_spans(text, statement["content"])
        styled = words_in(words, [polnear_style(text, s) for s in content])
        tone = {"act": ACTS.index(statement["act"]), "certainty": CERTAINTIES.index(statement["certainty"])}
        middle = content[0][0]
        cue = [c for c in (nearest(text, w, middle) for w in statement["cue"]) if c is not None]
        mention = statement["mention"] and nearest(text, statement["mention"], cue[0][0] if cue else middle)
        cue_words = words_in(words, cue)
        own = Attribution(
            words_in(words, [mention]) if mention else [],
            cue_words,
            [w for w in styled if w not in cue_words],
            inner=statement["inside"] is not None,
            **tone,
        )
        parent = statement["inside"]
        above = {(l["source"], l.get("cue")) for l in statements[parent]["chain"]} if parent is not None else set()
        for link in statement["chain"][1:-1]:
            key = (link["source"], link.get("cue"), tuple(statement["content"]))
            if not link.get("cue") or (link["source"], link["cue"]) in above or key in seen:
                continue
            seen.add(key)
            found = link_attribution(passage, link, content)
            if found is None:
                continue
            own.inner = True
            source, link_cue = found
            link_words = words_in(words, link_cue)
            if any(w in cue_words for w in link_words):
                continue
            made.append(
                Attribution(None if source is None else words_in(words, source), link_words, [w for w in styled if w not in link_words], inner=parent is not None)
            )
        made.append(own)
    return made


def passages(paths: list[Path], pieces: Pieces) -> list[Article]:
    articles = []
    for path in sorted(paths):
        for line in path.read_text().splitlines():
            raw = json.loads(line)
            words = words_of(raw["text"], pieces)
            articles.append(Article(raw["id"], raw["text"], words, PASSAGES, True, passage_attributions(raw, words)))
    return articles


def held_out(article: Article) -> bool:
    """Every fifth passage is kept out of training and measures act, certainty and nesting."""
    return int(article.id.split("-")[1]) % 5 == 0
