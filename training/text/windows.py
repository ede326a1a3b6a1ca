"""Cuts a text into overlapping windows of words that fit the encoder. `src/attribute/model/windows.ts` is its twin in the product."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """Words [start, end) of a text."""

    start: int
    end: int


def costs_of(words) -> list[int]:
    """Positions each word takes: its pieces, and one for the mark before a paragraph."""
    return [len(p) + int(first) for p, first in zip(words.pieces, words.opens)]


def windows_of(words, budget: int, overlap: int, first: int = 0) -> list[Window]:
    """
    Windows of at most `budget` positions that share at least `overlap` with the next. They end and start at paragraphs where one
    is near. `first` is the word to start at: training moves it, so that each epoch sees other edges.
    """
    costs = costs_of(words)
    count = len(costs)
    found, start = [], first
    while start < count:
        end, used = start, 0
        while end < count and used + costs[end] <= budget:
            used += costs[end]
            end += 1
        end = max(end, start + 1)
        if end < count:
            end = paragraph_before(words.opens, end, start + (end - start) * 3 // 4)
        if found and end <= found[-1].end:
            # What is shared with the window before leaves no room for the next word.
            start = found[-1].end
            continue
        found.append(Window(start, end))
        if end >= count:
            break
        back, shared = end, 0
        while back > start + 1 and shared < overlap:
            back -= 1
            shared += costs[back]
        start = paragraph_before(words.opens, back, max(start, back - overlap // 2))
    return found


def paragraph_before(opens: list[bool], last: int, lowest: int) -> int:
    """The last place in (lowest, last] where a paragraph opens; `last` where none does."""
    return next((at for at in range(last, lowest, -1) if opens[at]), last)


def owners_of(windows: list[Window], count: int) -> list[int]:
    """For each word the window that shows most on its shorter side; the ends of the text are no edges. −1 where none holds it."""
    best, owner = [-1] * count, [-1] * count
    for at, window in enumerate(windows):
        for word in range(window.start, window.end):
            left = count if window.start == 0 else word - window.start
            right = count if window.end == count else window.end - 1 - word
            if min(left, right) > best[word]:
                best[word], owner[word] = min(left, right), at
    return owner
