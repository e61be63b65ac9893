"""A folded copy of a text for matching, with the way back to the original's offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

BREAK = "\n"
"""Stands in a folded text where a list item, heading or paragraph ends."""

_BULLETS = "•·▪▫◦‣⁃●○■□➢➤✓✔*–—-"
_QUOTES = {"‘": "'", "’": "'", "‛": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"'}
_SPACES = "-_/\\|‐‑‒–—―−⁄∕\t\r\v\f\u00a0\u2002\u2003\u2009\u202f\u3000"
_EXPAND = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u2060": "",
}  # fmt: skip
_IRREGULAR = re.compile(r"\n\s*|\s{2,}|[" + "".join(_EXPAND) + "]")
_ITEM = re.compile(rf"\n[\s]*\n|\n\s*(?:[{re.escape(_BULLETS)}]|\d{{1,2}}[.)])(?=\s)")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is lower case with separators as single spaces; ``cased`` keeps capitals.

    Why both: a few names are only told apart by their capitals ("Go", "R"). The two have
    equal length, and ``origin`` leads from either to the original.
    """

    text: str
    cased: str
    _at: tuple[int, ...]
    _shift: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The original offset of the character at ``offset``."""
        return offset + self._shift[bisect_right(self._at, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original slice of ``[start, end)``, which must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """Fold ``text``: dashes, slashes and runs of white space to one space, quotes to plain.

    Why: names are written "scikit-learn", "Scikit Learn" or broken over two lines. A break
    between list items or paragraphs becomes :data:`BREAK`, so that no name runs across it.
    """
    flat = _unified(text)
    pieces: list[str] = []
    at, shift = [0], [0]
    done = length = 0
    for m in _IRREGULAR.finditer(flat):
        pieces.append(flat[done : m.start()])
        length += m.start() - done
        new = _replacement(m, text)
        pieces.append(new)
        for extra in range(1, len(new)):
            # Each letter of a ligature stands where the ligature does.
            at.append(length + extra)
            shift.append(m.start() - length - extra)
        length += len(new)
        done = m.end()
        if length + shift[-1] != done:
            at.append(length)
            shift.append(done - length)
    pieces.append(flat[done:])
    cased = "".join(pieces)
    return Folded(lowered(cased), cased, tuple(at), tuple(shift))


def fold_name(name: str) -> str:
    """A name from the catalogue, folded as texts are.

    Why the short way: nearly all of fifteen thousand names are plain ASCII.
    """
    if name.isascii() and name.isprintable():
        return " ".join(_unified(name).lower().split())
    return fold(name).text.strip()


_ASCII = tuple(
    (c, new) for c, new in {**_QUOTES, **dict.fromkeys(_SPACES, " ")}.items() if c < "\x80"
)
_OTHER = tuple(
    (c, new) for c, new in {**_QUOTES, **dict.fromkeys(_SPACES, " ")}.items() if c > "\x7f"
)


def _unified(text: str) -> str:
    """Separators as spaces and quotes plain, each character in its place.

    Why one replacement a character: most are absent, and looking is a hundred times cheaper
    than translating.
    """
    for old, new in _ASCII if text.isascii() else (*_ASCII, *_OTHER):
        if old in text:
            text = text.replace(old, new)
    return text


def _replacement(m: re.Match[str], text: str) -> str:
    found = m.group()
    if found in _EXPAND:
        return _EXPAND[found]
    if "\n" in found and _ITEM.match(text, m.start() + found.index("\n")):
        return BREAK
    return " "


def lowered(text: str) -> str:
    """Lower case in which every character keeps its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def plain(text: str) -> str:
    """Lower case without accents or punctuation but ``+#&.'``: for titles and places."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w+#&.']+|_", " ", bare).split())
