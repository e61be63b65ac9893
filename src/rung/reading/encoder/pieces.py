"""Words cut into the pieces the encoder knows (WordPiece, uncased, as BERT was trained).

Why here and not from the usual library: that one brings an HTTP client and a model hub with it,
and what a frozen vocabulary needs of it is this page. It gives the library's pieces on every
sentence of the benchmarks and on 20,000 of real ads (``python -m training.pieces_check``).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN, BEGIN, END = 100, 101, 102
_LONGEST_WORD = 100
_SPECIAL = {"[PAD]": 0, "[UNK]": UNKNOWN, "[CLS]": BEGIN, "[SEP]": END, "[MASK]": 103}


def of_text(text: str) -> list[int]:
    """The pieces of a text, without the marks at its ends."""
    return [piece for word in text.split() for piece in of_word(word)]


@lru_cache(maxsize=100_000)
def of_word(word: str) -> tuple[int, ...]:
    """The pieces of one word, which may hold marks but no white space.

    Why kept: a few thousand words make up most of all ads.
    """
    if word in _SPECIAL:
        return (_SPECIAL[word],)
    return tuple(piece for part in _parts(_plain(word)) for piece in _greedy(part))


def _plain(word: str) -> str:
    """Lower case without accents; Chinese characters stand apart; control marks are gone."""
    kept = []
    for c in word:
        if c in "\x00\ufffd" or (c not in "\t\n\r" and unicodedata.category(c).startswith("C")):
            continue
        kept.append(f" {c} " if _is_chinese(ord(c)) else " " if c.isspace() else c)
    bare = unicodedata.normalize("NFD", "".join(kept))
    return "".join(c for c in bare if unicodedata.category(c) != "Mn").lower()


def _parts(text: str) -> list[str]:
    """Runs of letters and digits, and each mark by itself."""
    parts: list[str] = []
    run = ""
    for c in text:
        if c.isspace() or _is_mark(c):
            if run:
                parts.append(run)
                run = ""
            if not c.isspace():
                parts.append(c)
        else:
            run += c
    return [*parts, run] if run else parts


def _greedy(part: str) -> list[int]:
    """The longest known pieces from the left; one unknown mark where that fails."""
    if len(part) > _LONGEST_WORD:
        return [UNKNOWN]
    known, found, at = vocabulary(), [], 0
    while at < len(part):
        end = len(part)
        while end > at:
            piece = known.get(part[at:end] if at == 0 else "##" + part[at:end])
            if piece is not None:
                break
            end -= 1
        else:
            return [UNKNOWN]
        found.append(piece)
        at = end
    return [p for p in found if p is not None]


def _is_mark(c: str) -> bool:
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(c).startswith("P")


def _is_chinese(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


@cache
def vocabulary() -> dict[str, int]:
    """The pieces with their numbers."""
    text = (files("rung.reading.encoder") / "weights" / "vocab.txt").read_text("utf-8")
    return {piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))}
