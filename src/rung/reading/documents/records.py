"""A document as read: pages of lines, each line at a known place in its page's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from rung.core.records import Span

Kind = Literal[
    "pdf", "docx", "html", "text", "jsonresume", "rendercv", "linkedin", "europass", "scan"
]


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line. ``start`` is its offset in the page's text; boxes are in points,
    origin at the top left, and None where the format has no layout (DOCX, text).
    """

    text: str
    start: int
    x0: float | None = None
    y0: float | None = None
    x1: float | None = None
    y1: float | None = None
    size: float | None = None
    bold: bool = False
    bullet: bool = False
    parts: tuple[tuple[float, float, bool], ...] = ()
    """Left edge, right edge and boldness of the runs a wide gap parts, if there are several."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``text`` is its lines joined by newlines, in reading order.

    ``order`` says which reading won (``stream`` or ``geometric`` for PDF, ``body`` for the
    rest) and ``order_reason`` why, so that a wrong reading can be understood.
    """

    number: int
    text: str
    lines: tuple[Line, ...]
    order: Literal["stream", "geometric", "body"] = "body"
    order_reason: str = ""
    columns: int = 1
    """How many blocks of text the page has."""
    spaced: tuple[str, ...] = ()
    """Lines that were set letter by letter, closed up."""
    odd: int = 0
    """Characters that no letter is known for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text with places. ``data`` holds parsed JSON for structured kinds;
    its pages are then a plain rendering of it, so that spans still have something to quote.
    """

    name: str
    kind: Kind
    sha256: str
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()
    data: dict[str, Any] | None = field(default=None, hash=False)

    def span(self, page: int, start: int, end: int) -> Span:
        """The span of ``page`` (from 1) between two offsets, with its text filled in."""
        return Span(self.name, page, start, end, self.pages[page - 1].text[start:end])
