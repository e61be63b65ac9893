"""Small pieces of sentences."""

from __future__ import annotations


def plural(n: int, word: str) -> str:
    """A count with its noun.

    >>> plural(1, "ad"), plural(3, "ad")
    ('1 ad', '3 ads')
    """
    return f"{n:,} {word}" if n == 1 else f"{n:,} {word}s"


def inside(label: str) -> str:
    """A label within a sentence: its first letter small unless it is an acronym's.

    >>> inside("Data engineer"), inside("MLOps engineer")
    ('data engineer', 'MLOps engineer')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
