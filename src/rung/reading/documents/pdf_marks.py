"""Bullets of a PDF page, whether set as characters or drawn as dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rung.reading.documents.drafts import Box, DraftLine
from rung.reading.documents.pdf_glyphs import Frame
from rung.reading.documents.pdf_pieces import Piece
from rung.reading.documents.tidy import split_bullet, tidy

# Sizes of drawn dots in points; distances from a mark to its text in line heights.
MAX_DOT = 6.0
MIN_DOT = 1.0
DOT_DISTANCE = 1.2
GLYPH_DISTANCE = 3.0
# A page with more drawn objects is a picture; its dots are not looked for.
MAX_OBJECTS = 5000


def drawn_dots(page: Any, frame: Frame) -> Iterator[Box]:
    """Small drawn shapes, about as wide as high.

    Why: browsers that print to PDF draw the discs of a list, so no character tells of them.
    """
    from ctypes import c_float

    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page)
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for number in range(count if count <= MAX_OBJECTS else 0):
        shape = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            box = frame.box(left.value, bottom.value, right.value, top.value)
            if _is_dot(box):
                yield box


def _is_dot(box: Box) -> bool:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    return MIN_DOT <= width <= MAX_DOT and 0.6 * width <= height <= 1.6 * width


def is_mark(piece: Piece) -> bool:
    """Whether a piece is a bullet and nothing else."""
    rest, marked = split_bullet(piece.text)
    return marked and not tidy(rest)


def marked(line: DraftLine, glyphs: Sequence[Box], dots: Sequence[Box]) -> DraftLine:
    """The line, as a bullet where a bullet character or a drawn dot stands just left of it."""
    if line.box is None or line.bullet:
        return line
    box = line.box
    bullet = any(_marks(glyph, box, GLYPH_DISTANCE) for glyph in glyphs) or any(
        _marks(dot, box, DOT_DISTANCE) for dot in dots
    )
    return line._replace(bullet=bullet)


def _marks(mark: Box, line: Box, distance: float) -> bool:
    height = line.y1 - line.y0
    middle = (mark.y0 + mark.y1) / 2
    beside = line.y0 <= middle <= line.y1 and mark.y1 - mark.y0 <= 1.5 * height
    return beside and mark.x1 <= line.x0 + 1 and line.x0 - mark.x1 <= distance * height
