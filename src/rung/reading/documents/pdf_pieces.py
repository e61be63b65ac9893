"""Pieces: runs of characters that stand together on one line of a PDF page."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rung.reading.documents.drafts import Box
from rung.reading.documents.pdf_glyphs import Glyph
from rung.reading.documents.tidy import letters_apart

# In units of the line's height. A space is read where a gap is so much above the line's usual
# one: less where PDFium guesses one too, more on letter-spaced lines. A piece ends at a wider
# gap, at a step back, or at a lesser gap before a common left edge.
SPACE_GAP = 0.1
GUESSED_GAP = 0.07
LOOSE_GAP = 0.25
PIECE_GAP = 1.5
BACK_STEP = 0.3
EDGE_GAP = 0.45
EDGE_SHARERS = 4
# A gap of about three spaces parts words that stand side by side, as in a row of tags.
CELL_GAP = 0.7
# An icon's stand-in text ("email") is squeezed into one glyph, slimmer than such letters are.
ICON_WIDTH = 0.16
ICON_LETTERS = 4
_SLIM = frozenset("iIlj1ft|.,:;!'()[]/\\-")

Group = list[Glyph]
Style = Callable[[Sequence[Glyph]], tuple[float, bool]]


class Piece(NamedTuple):
    """A run of characters without a wide gap, and how it looks."""

    text: str
    box: Box
    size: float = 0.0
    bold: bool = False
    apart: bool = False
    """Whether its letters were stored with spaces between them."""


def same_row(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line: they share half the lower one's height."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0 and shared >= 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def pieces(run: Iterable[Glyph], style: Style) -> list[Piece]:
    """The page's pieces in stream order; icons are left out."""
    groups = [shown for group in _split(run, _continues) if (shown := _without_icons(group))]
    starts = Counter(round(group[0].box.x0) for group in groups)
    edges = {start for start, count in starts.items() if count >= EDGE_SHARERS}

    def within(last: Glyph, glyph: Glyph) -> bool:
        at_edge = round(glyph.box.x0) in edges
        return not (at_edge and _gap(last, glyph) > EDGE_GAP * _height(last))

    return [_piece(part, style) for group in groups for part in _split(group, within)]


def _split(run: Iterable[Glyph], joined: Callable[[Glyph, Glyph], bool]) -> Iterator[Group]:
    group: Group = []
    for glyph in run:
        if group and not joined(group[-1], glyph):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _continues(last: Glyph, glyph: Glyph) -> bool:
    if not same_row(last.box, glyph.box):
        return False
    unit = max(_height(last), _height(glyph))
    # The letters of a ligature share its box, so only a step well back ends a piece.
    forward = glyph.box.x0 - last.box.x0
    return forward >= -BACK_STEP * unit and _gap(last, glyph) <= PIECE_GAP * unit


def _height(glyph: Glyph) -> float:
    return max(glyph.box.y1 - glyph.box.y0, 1.0)


def _gap(last: Glyph, glyph: Glyph) -> float:
    return glyph.box.x0 - last.box.x1


def _without_icons(group: Group) -> Group:
    """The group less its runs of squeezed letters that stand in for an icon."""
    if sum(map(_is_squeezed, group)) < ICON_LETTERS:
        return group
    parts = _split(group, lambda last, glyph: _is_squeezed(last) == _is_squeezed(glyph))
    return [glyph for part in parts if not _is_icon(part) for glyph in part]


def _is_squeezed(glyph: Glyph) -> bool:
    return glyph.box.x1 - glyph.box.x0 < ICON_WIDTH * _height(glyph)


def _is_icon(part: Group) -> bool:
    letters = {glyph.text for glyph in part}
    return _is_squeezed(part[0]) and len(part) >= ICON_LETTERS and not letters <= _SLIM


def _piece(group: Group, style: Style) -> Piece:
    x0, y0, x1, y1 = zip(*(glyph.box for glyph in group), strict=True)
    text, apart = _text(group)
    return Piece(text, Box(min(x0), min(y0), max(x1), max(y1)), *style(group), apart)


def _text(group: Group) -> tuple[str, bool]:
    """The characters as words, and whether their letters stood apart."""
    gaps = [_gap(last, glyph) for last, glyph in pairwise(group)]
    usual = max(sorted(gaps)[(len(gaps) - 1) // 2], 0.0) if gaps else 0.0
    height = _height(group[0])
    loose = usual >= SPACE_GAP * height
    wide = usual + (LOOSE_GAP if loose else SPACE_GAP) * height
    slight = wide if loose else usual + GUESSED_GAP * height
    following = list(zip(gaps, group[1:], strict=True))
    spaced = [g.spaced or gap > (slight if g.guessed else wide) for gap, g in following]
    cell = math.inf if loose else CELL_GAP * height
    text = _joined(
        group, [_between(gap, cell, apart) for gap, apart in zip(gaps, spaced, strict=True)]
    )
    # Where spaces part single letters, only gaps wider than those part words.
    if letters_apart(text):
        return _joined(group, [" " * (gap > wide) for gap in gaps]), True
    return text, False


def _between(gap: float, cell: float, apart: bool) -> str:
    if gap > cell:
        return "\t"
    return " " * apart


def _joined(group: Group, between: Iterable[str]) -> str:
    rest = zip(between, group[1:], strict=True)
    return group[0].text + "".join(apart + glyph.text for apart, glyph in rest)
