import json
from pathlib import Path

import pytest

from training.corpora import nearest, passage_attributions, polnear_style, words_in
from training.start import vocabulary
from training.tagger.examples import EITHER, INNER, NONE, OUTER, cue_targets, examples_of
from training.corpora import Article, Attribution, PASSAGES, POLNEAR
from training.text.words import Pieces, words_of

PIECES = Pieces(vocabulary())
TEXT = "“The dam is sound,” the mayor said, citing a memo. She denied that it leaks."


def test_spans_become_words():
    words = words_of(TEXT, PIECES)
    assert [TEXT[slice(*words.spans[w])] for w in words_in(words, [(0, 18)])] == ["“", "The", "dam", "is", "sound", ","]


def test_contents_take_their_marks_and_that():
    start = TEXT.index("The dam")
    assert polnear_style(TEXT, (start, start + len("The dam is sound"))) == (0, 19)
    start = TEXT.index("it leaks")
    assert polnear_style(TEXT, (start, start + 8)) == (start - 5, start + 8)


def test_nearest_occurrence():
    assert nearest("said x said", "said", 9) == (7, 11)
    assert nearest("x", "said", 0) is None


def passage() -> dict:
    return {
        "text": TEXT,
        "sources": [{"id": "s1", "name": "the mayor", "aliases": []}, {"id": "s2", "name": "a memo", "aliases": []}],
        "statements": [
            {
                "content": ["The dam is sound"],
                "cue": ["citing"],
                "mention": "a memo",
                "chain": [{"source": "outlet"}, {"source": "s1", "cue": "said"}, {"source": "s2", "cue": "citing"}],
                "inside": None,
                "act": "assert",
                "certainty": "certain",
            }
        ],
    }


def test_each_link_of_a_chain_is_an_attribution():
    words = words_of(TEXT, PIECES)
    link, own = passage_attributions(passage(), words)

    def text(role):
        return " ".join(TEXT[slice(*words.spans[w])] for w in role)

    assert (text(link.source), text(link.cue), link.inner) == ("the mayor", "said", False)
    assert (text(own.source), text(own.cue), own.inner) == ("a memo", "citing", True)


def test_a_word_of_a_content_may_be_an_inner_cue_where_nesting_was_not_annotated():
    words = words_of("He said she said so", PIECES)
    one = Attribution([0], [1], [2, 3, 4])
    assert cue_targets(Article("", "", words, POLNEAR, False, [one])) == [NONE, OUTER, EITHER, EITHER, EITHER]
    two = Attribution([2], [3], [4], inner=True)
    assert cue_targets(Article("", "", words, PASSAGES, True, [one, two])) == [NONE, OUTER, NONE, INNER, NONE]


def test_every_anchor_is_in_one_window_only():
    text = " ".join(["He said so."] * 200)
    words = words_of(text, PIECES)
    made = [Attribution([4 * k], [4 * k + 1], [4 * k + 2]) for k in range(200)]
    examples = examples_of(Article("", text, words, POLNEAR, False, made), PIECES, 64, 16, None)
    assert len(examples) > 5 and sum(len(e.anchors) for e in examples) == 200


CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.jsonl"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.name)
def test_the_projects_own_passages_are_as_the_guide_wants_them(path):
    from training.corpus.check import faults

    for line in path.read_text().splitlines():
        assert faults(json.loads(line)) == []
