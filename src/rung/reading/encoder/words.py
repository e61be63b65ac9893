"""A sentence cut into the words the tagger labels, each with its place and how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[.+#/'’&_-]+[^\W_]+)*[+#]*|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: ``text`` is exactly ``original[start:end]``."""

    start: int
    end: int
    text: str


def split(text: str) -> tuple[Word, ...]:
    """The words and marks of ``text``; "C++", "CI/CD" and "node.js" are one word each.

    >>> [w.text for w in split("Python (C++), CI/CD.")]
    ['Python', '(', 'C++', ')', ',', 'CI/CD', '.']
    """
    return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


def shape(word: str) -> int:
    """How a word is written, which the model's vocabulary hides: 0 no letter, 1 lower case,
    2 capitals, 3 one capital first, 4 mixed.
    """
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 3 if word[0].isupper() and word[1:].islower() else 4
