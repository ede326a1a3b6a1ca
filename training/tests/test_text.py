from training.start import vocabulary
from training.text.windows import costs_of, owners_of, windows_of
from training.text.words import Pieces, words_of

PIECES = Pieces(vocabulary())


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in words_of(text, PIECES).spans]


def test_words_are_letters_and_digits_or_single_marks():
    assert cut("Mr. Ödön’s 2,000-mile “trip”") == ["Mr", ".", "Ödön", "’", "s", "2", ",", "000", "-", "mile", "“", "trip", "”"]


def test_paragraphs_open_after_a_line_end():
    assert words_of("One two.\n\nThree", PIECES).opens == [True, False, False, True]


def test_pieces_agree_with_the_tokenizer_that_the_weights_came_with():
    from tokenizers import Tokenizer

    from training.start import folder

    known = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    known.no_padding()
    for word in "The unforeseeable Naïveté of 2023 xylophonists electrocardiographically".split():
        assert PIECES.of(word) == known.encode(word, add_special_tokens=False).ids


def test_windows_cover_all_words_and_keep_to_the_budget():
    words = words_of("\n\n".join("word " * length for length in (3, 40, 7, 90, 1, 22)), PIECES)
    costs = costs_of(words)
    windows = windows_of(words, 30, 8)
    assert windows[0].start == 0 and windows[-1].end == len(costs)
    assert all(b.start <= a.end for a, b in zip(windows, windows[1:]))
    assert all(sum(costs[w.start : w.end]) <= 30 for w in windows)
    owners = owners_of(windows, len(costs))
    assert all(windows[o].start <= at < windows[o].end for at, o in enumerate(owners))
