"""Where in a text to look: the lines about a few tell-tale words.

Why: patterns that tell a demand from a boast are slow, and most of an ad has nothing for them.
Plain search for the words comes first and costs a hundredth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

REACH = 160
"""Characters either side of a word that are looked at, inside its line."""


def windows(text: str, low: str, words: Sequence[str], reach: int = REACH) -> list[tuple[int, int]]:
    """Stretches of ``text`` about any of ``words``, in order, none overlapping.

    ``low`` is ``text`` in lower case, of the same length; ``words`` are lower case.
    """
    found: list[tuple[int, int]] = []
    for word in words:
        at = low.find(word)
        while at >= 0:
            start = max(text.rfind("\n", 0, at) + 1, at - reach)
            line = text.find("\n", at)
            end = min(len(text) if line < 0 else line, at + len(word) + reach)
            found.append((start, end))
            at = low.find(word, at + len(word))
    if len(found) < 2:
        return found
    found.sort()
    merged = [found[0]]
    for start, end in found[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def each(
    pattern: re.Pattern[str], text: str, where: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` inside the stretches."""
    for start, end in where:
        yield from pattern.finditer(text, start, end)


def first(
    pattern: re.Pattern[str], text: str, where: Iterable[tuple[int, int]]
) -> re.Match[str] | None:
    """The first match inside the stretches."""
    return next(each(pattern, text, where), None)
