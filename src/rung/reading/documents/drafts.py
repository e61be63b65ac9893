"""Lines and pages as the parsers hand them over, before their offsets are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from rung.reading.documents.records import Line, Page
from rung.reading.documents.tidy import split_bullet, tidy

Order = Literal["stream", "geometric", "body"]


class Box(NamedTuple):
    """A rectangle in points, origin at the top left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )


class DraftLine(NamedTuple):
    """A line without its place: what the parsing process sends home."""

    text: str
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    bullet: bool = False
    parts: tuple[tuple[float, float, bool], ...] = ()
    """Left edge, right edge and boldness of the runs a wide gap parts, if there are several."""


class DraftPage(NamedTuple):
    """One page's lines in reading order, and which reading order that is."""

    lines: tuple[DraftLine, ...]
    order: Order = "body"
    reason: str = ""
    columns: int = 1
    """How many blocks of text the page has."""
    spaced: tuple[str, ...] = ()
    """Lines that were set letter by letter, closed up."""
    odd: int = 0
    """Characters that no letter is known for."""


class Draft(NamedTuple):
    """A whole document as parsed. ``data`` is the JSON of structured kinds."""

    pages: tuple[DraftPage, ...]
    warnings: tuple[str, ...] = ()
    data: dict[str, Any] | None = None


def tidy_lines(lines: Iterable[DraftLine]) -> tuple[DraftLine, ...]:
    """Lines with clean text, bullets taken off, and empty ones gone."""
    out: list[DraftLine] = []
    for line in lines:
        bare, marked = split_bullet(line.text)
        text = tidy(bare)
        if text:
            out.append(line._replace(text=text, bullet=line.bullet or marked))
    return tuple(out)


def to_page(number: int, draft: DraftPage) -> Page:
    """The page with its text joined and every line's offset in it."""
    lines: list[Line] = []
    start = 0
    for text, box, size, bold, bullet, parts in draft.lines:
        x0, y0, x1, y1 = [round(edge, 1) for edge in box] if box else [None] * 4
        lines.append(Line(text, start, x0, y0, x1, y1, size, bold, bullet, parts))
        start += len(text) + 1
    joined = "\n".join(line.text for line in lines)
    return Page(
        number,
        joined,
        tuple(lines),
        draft.order,
        draft.reason,
        draft.columns,
        draft.spaced,
        draft.odd,
    )
