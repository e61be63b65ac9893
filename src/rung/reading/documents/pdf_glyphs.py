"""The visible characters of a PDF page with their boxes, in stream order."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from rung.reading.documents.drafts import Box

# A hyphen that PDFium shows is seen, whatever the font calls it.
SOFT_HYPHEN = "\u00ad"
HYPHENS = ("-", "\u2010", "\u2011")
BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Glyph(NamedTuple):
    """One visible character.

    ``spaced`` tells that a space character came before it, ``guessed`` that PDFium thought so
    from the gap; ``number`` is its own on PDFium's text page.
    """

    text: str
    box: Box
    spaced: bool
    guessed: bool
    number: int


class Frame(NamedTuple):
    """A page's visible rectangle in PDF coordinates, and how far it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A PDF point as seen: from the top left of the turned page."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A PDF rectangle as seen."""
        if self.turn == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        ax, ay = self.place(left, top)
        bx, by = self.place(right, bottom)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def frame_of(page: Any) -> Frame:
    """The frame of a pypdfium2 page."""
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right, top, page.get_rotation())


def glyphs(text_page: Any, frame: Frame) -> Iterator[Glyph]:
    """The page's visible characters in stream order; spaces are only noted on the next."""
    from pypdfium2 import raw

    rectangle = raw.FS_RECTF()
    spaced = guessed = False
    last: Glyph | None = None
    for number in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, number)
        text = chr(code)
        if code == 0 or text.isspace():
            generated = bool(raw.FPDFText_IsGenerated(text_page, number))
            spaced, guessed = spaced or not generated, guessed or generated
            continue
        raw.FPDFText_GetLooseCharBox(text_page, number, rectangle)
        box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        glyph = Glyph("-" if text == SOFT_HYPHEN else text, box, spaced, guessed, number)
        if last is None or not _is_twin(last, glyph):
            yield glyph
        spaced = guessed = False
        last = glyph


def _is_twin(last: Glyph, glyph: Glyph) -> bool:
    """Whether a hyphen is the one before it again: some fonts name one glyph twice."""
    hyphens = last.text in HYPHENS and glyph.text in HYPHENS
    return hyphens and abs(last.box.x0 - glyph.box.x0) < 0.5 and last.box.y0 == glyph.box.y0


def font_size(text_page: Any, index: int) -> float:
    """The size in points at which a character is shown.

    Why: print-to-PDF writes 28 and scales the page by 0.75; the matrix has the scale.
    """
    from pypdfium2 import raw

    size: float = raw.FPDFText_GetFontSize(text_page, index)
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text_page, index, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
    return round(size, 1)


def is_bold(text_page: Any, index: int) -> bool:
    """Whether a character's font calls itself bold.

    Why: PDFium's weight is a guess from stem widths; the name is what the maker chose.
    """
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return any(word in name.value.decode("utf-8", "replace").lower() for word in BOLD_NAMES)
