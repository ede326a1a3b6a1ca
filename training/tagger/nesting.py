"""
Made nesting: paragraphs of PolNeAR put into somebody's mouth, so that their attributions stand inside another. PolNeAR marks outermost
attributions only, and the project's own passages are few; this shows the tagger what its own words look like one level down.
"""

import random

from training.corpora import POLNEAR, Article, Attribution, words_in
from training.text.words import Pieces, words_of

FIRST = "Ada Ilse Tomas Ruth Karel Mina Jonas Petra Omar Lena Viktor Asta Hugo Nadia Emil Greta".split()
LAST = "Brandt Okoye Lindqvist Marsh Tarrant Velde Ruiz Haddad Novak Sorensen Abiola Kessler Quist Moreau".split()
OUTLETS = ["the Herald", "the Evening Standard", "Channel 6", "the Morning Wire", "the Gazette", "Northern Radio", "the agency", "the newspaper"]
BODIES = ["the ministry", "the committee", "the report", "a senior official", "an aide", "two people familiar with the matter", "the memo", "officials"]
BEFORE = ["said that", "reported that", "told reporters that", "wrote that", "claimed that", "says", "said", "confirmed that", "told the hearing that"]
AFTER = ["said", "reported", "wrote", "told reporters", "said in a statement", "testified"]


def speaker(chance: random.Random) -> str:
    kind = chance.randrange(3)
    if kind == 0:
        return f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    return chance.choice(OUTLETS if kind == 1 else BODIES)


def nested(article: Article, pieces: Pieces, chance: random.Random) -> Article | None:
    """One paragraph of the article with an attribution around it; None where the paragraph drawn has none of its own."""
    opens = [at for at, first in enumerate(article.words.opens) if first] + [len(article.words.spans)]
    place = chance.randrange(len(opens) - 1)
    low, high = opens[place], opens[place + 1]
    own = [a for a in article.attributions if all(low <= w < high for w in [*(a.source or []), *a.cue, *a.content])]
    cut = [a for a in article.attributions if any(low <= w < high for w in [*a.cue, *a.content]) and a not in own]
    if not own or cut or high - low > 120 or high - low < 6:
        return None
    start, end = article.words.spans[low][0], article.words.spans[high - 1][1]
    body = article.text[start:end]
    bare = body[:-1] if body[-1] in "." else body
    who = speaker(chance)
    form = chance.randrange(3)
    if form == 0:
        cue = chance.choice(BEFORE)
        said, that = (cue[:-5], "that ") if cue.endswith(" that") else (cue, "")
        before = f"{who[0].upper()}{who[1:]} {said} {that}"
        text = f"{before}{bare}."
        source, cue_at = (0, len(who)), (len(who) + 1, len(who) + 1 + len(said))
        shift = len(before)
        content = (shift - len(that), shift + len(bare))
    elif form == 1 and not any(c in body for c in "“”\""):
        said = chance.choice(AFTER)
        text = f"“{bare},” {who} {said}."
        shift = 1
        source = (len(bare) + 4, len(bare) + 4 + len(who))
        cue_at = (source[1] + 1, source[1] + 1 + len(said))
        content = (0, len(bare) + 3)
    else:
        said = chance.choice(AFTER)
        text = f"{bare}, {who} {said}."
        shift = 0
        source = (len(bare) + 2, len(bare) + 2 + len(who))
        cue_at = (source[1] + 1, source[1] + 1 + len(said))
        content = (0, len(bare))
    words = words_of(text, pieces)

    def moved(role: list[int]) -> list[int]:
        spans = [article.words.spans[w] for w in role]
        return words_in(words, [(s - start + shift, e - start + shift) for s, e in spans])

    inner = [Attribution(moved(a.source or []), moved(a.cue), moved(a.content), inner=True) for a in own]
    cue_words, source_words = words_in(words, [cue_at]), words_in(words, [source])
    outer = Attribution(source_words, cue_words, [w for w in words_in(words, [content]) if w not in cue_words and w not in source_words])
    made = Article(f"{article.id}#{place}", text, words, POLNEAR, False, [outer, *inner])
    return made if all(a.cue and a.content for a in made.attributions) else None
