"""A document as one stream of rows, and pieces of rows that still know their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rung.core.records import Span
from rung.profile.records import Value
from rung.reading.documents.records import Document

KEPT_HYPHEN = re.compile(
    r"\b(?:e|co|pre|post|non|self|multi|cross|real|x|re|semi|anti|in|on|end|long|short|high|low"
    r"|large|small|scikit|open|time|data|AI|ML|GPU|\d+)-$",
    re.IGNORECASE,
)
"""A hyphen at the end of a line that belongs to the word."""
CELL_GAP = re.compile(r"\t+ *| {2,}\t*")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a piece of one, with its place in the page and how it looks."""

    page: int
    start: int
    text: str
    x0: float | None = None
    y0: float | None = None
    size: float | None = None
    bold: bool = False
    bullet: bool = False
    origins: tuple[tuple[int, int], ...] = ()
    """Where stretches of the text stand in the page, for a row mended from two lines:
    offset in the text, offset in the page. Empty for an ordinary row."""
    x1: float | None = None
    parts: tuple[tuple[float, float, bool], ...] = ()
    """Left edge, right edge and boldness of the runs a wide gap parts, if there are several."""

    @property
    def end(self) -> int:
        """The offset in the page just past the text."""
        return self.place(len(self.text) - 1) + 1 if self.text else self.start

    @property
    def crossed(self) -> bool:
        """Whether a mended text takes its second stretch from before its first."""
        places = [p for _, p in self.origins]
        return places != sorted(places)

    def bounds(self) -> tuple[int, int]:
        """The stretch of the page that holds the whole row."""
        starts = [self.place(i) for i in range(len(self.text)) if self.text[i] not in " \t"]
        return min(starts), max(starts) + 1

    def place(self, at: int) -> int:
        """The offset in the page of an offset in the text."""
        base = (0, self.start)
        for origin in self.origins:
            if origin[0] <= at:
                base = origin
        return base[1] + at - base[0]

    def index(self, place: int) -> int:
        """The offset in the text of an offset in the page."""
        return next(i for i in range(len(self.text) + 1) if self.place(i) == place)

    def cut(self, start: int, end: int) -> Row:
        """The piece between two offsets of this text, without the blanks around it."""
        piece = self.text[start:end]
        at = start + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        inside = tuple((o - at, p) for o, p in self.origins if at < o < at + len(piece))
        return replace(self, start=self.place(at), text=piece, origins=inside)

    def cells(self) -> tuple[Row, ...]:
        """The pieces that wide gaps divide: a right-aligned date stands in its own."""
        return tuple(p for p in split(self, CELL_GAP) if p.text)

    def without(self, spans: tuple[tuple[int, int], ...]) -> tuple[Row, ...]:
        """What is left, cell by cell, once the given stretches are taken out."""
        pieces: list[Row] = []
        at = 0
        for start, end in (*spans, (len(self.text), len(self.text))):
            pieces += (c for c in self.cut(at, start).cells() if c.text)
            at = end
        return tuple(pieces)


def split(row: Row, separator: re.Pattern[str]) -> Iterator[Row]:
    """The pieces of a row between separators."""
    at = 0
    for match in separator.finditer(row.text):
        yield row.cut(at, match.start())
        at = match.end()
    yield row.cut(at, len(row.text))


def within(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows up to one in far larger type, where a column ends and the next one's head begins."""
    sizes = sorted(r.size for r in rows if r.size)
    usual = sizes[len(sizes) // 2] if sizes else None
    for at, row in enumerate(rows):
        if usual and row.size and row.size > 1.35 * usual:
            return rows[:at]
    return rows


def chained(pieces: Sequence[Row], between: str = "") -> Row:
    """One row from the pieces of a word or number that lines broke, kept as they stand."""
    text, origins = "", []
    for piece in pieces:
        text += between if text else ""
        origins.append((len(text), piece.start))
        text += piece.text
    return replace(pieces[0], text=text, origins=tuple(origins))


def joined(row: Row, below: Row) -> Row:
    """Two pieces of one wrapped text."""
    return glued(row, [(row, below)])


def glued(row: Row, columns: list[tuple[Row, ...]]) -> Row:
    """One row from pieces: columns stand apart by a tab, the pieces of one by a blank."""
    text = ""
    origins: list[tuple[int, int]] = []
    for column in columns:
        text += "\t" if text else ""
        for piece in column:
            if _hyphenated(text) and (text[-1] != "-" or piece.text[:1].islower()):
                text = text[:-1]
            elif text and not text.endswith("\t") and not _inside_date(text, piece.text):
                text += " "
            origins += [(len(text), piece.start)]
            origins += [(len(text) + at, place) for at, place in piece.origins if at]
            text += piece.text
    return replace(row, start=origins[0][1], text=text, origins=tuple(origins))


def _inside_date(text: str, after: str) -> bool:
    """Whether a line's end cut a date such as 2021-05 in two."""
    return text[-1] in "-/." and text[-5:-1].isdigit() and after[:2].isdigit()


def _hyphenated(text: str) -> bool:
    """Whether a text ends in a hyphen that only its line's end asked for."""
    if text.endswith("\u2010"):  # what hyphenating programs write, and hardly any person
        return True
    return text.endswith("-") and text[-2:-1].isalpha() and not KEPT_HYPHEN.search(text)


def span(document: Document, row: Row) -> Span:
    """Where a row stands."""
    return document.span(row.page, *row.bounds())


def value(document: Document, row: Row, confidence: float = 1.0) -> Value:
    """A row's text as a value with its place."""
    return Value(" ".join(row.text.split()), span(document, row), confidence)
