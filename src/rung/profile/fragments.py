"""A header's lines cut into the pieces that each name one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rung.profile import dates
from rung.profile.rows import Row, joined, split
from rung.profile.words import (
    ARRANGEMENT,
    COMPANY,
    DURATION,
    LINK,
    TITLE,
    PlaceNames,
    is_place,
)

_STRONG = re.compile(
    r"\s*[|·•‧∙●◦]\s*|\s+[–—―-]\s+|\s*[–—―]\s+|\s+[–—―]\s*|,?\s+(?:at|@|chez|bei)\s+(?=[A-ZÀ-Þ0-9])"
)
COMMA = re.compile(r"\s*,\s+|\s*;\s*")
_BRACKET = re.compile(r"\(([^()]*)(?:\)|$)")
_EDGES = " ,;:|·•–—-\t"
BARE = re.compile(r"(?i:engineer|manager|scientist|developer|analyst|researcher|architect)")


def fragments(
    lines: tuple[tuple[Row, ...], ...], places: PlaceNames
) -> tuple[list[Row], Row | None]:
    """The pieces that may be a title or an employer, and the place the header gives."""
    found: list[Row] = []
    place: Row | None = None
    for cells in lines:
        for at, cell in enumerate(cells):
            for piece in _pieces(cell, places):
                if piece.text and _is_where(piece.text, places):
                    place = place or piece
                elif at and not place and _bare_place(piece, cells):
                    place = piece
                elif piece.text and not _noise(piece.text):
                    found.append(piece)
    return found, place


def unwrapped(lines: tuple[tuple[Row, ...], ...]) -> tuple[tuple[Row, ...], ...]:
    """Lines with a first cell that goes on in the next line put back together: after a comma,
    or where a few words ("Machine Learning") stand above a bare "Engineer".
    """
    found: list[tuple[Row, ...]] = []
    for cells in lines:
        if found and cells and found[-1] and cells[0].page == found[-1][0].page:
            last, here = found[-1][0], cells[0]
            comma = last.text.endswith(",") and len(found[-1]) == 1
            bare = BARE.fullmatch(here.text) and len(last.text.split()) <= 3
            noun = COMPANY.fullmatch(here.text) and not COMMA.search(last.text[-2:])
            if comma or bare or noun or any(c.crossed for c in cells):
                found[-1] = (joined(last, here), *found[-1][1:], *cells[1:])
                continue
        found.append(cells)
    return tuple(found)


def _pieces(cell: Row, places: PlaceNames) -> Iterable[Row]:
    if is_place(cell.text, places):
        return (cell,)
    return tuple(
        strip(inner)
        for piece in split(cell, _STRONG)
        for inner in _unbracketed(strip(piece), places)
    )


def _unbracketed(row: Row, places: PlaceNames) -> tuple[Row, ...]:
    """A text cut at a bracket that holds a place ("Athena (Holon, Israel) Developer")."""
    for match in _BRACKET.finditer(row.text):
        inside = [p.strip() for p in match[1].split(",")]
        if ARRANGEMENT.fullmatch(match[1]) or any(is_place(p, places) for p in inside):
            before, after = row.cut(0, match.start()), row.cut(match.end(), len(row.text))
            return (before, row.cut(match.start(1), match.end(1)), after)
    return (row,)


def strip(row: Row) -> Row:
    """A piece without the separators at its ends."""
    text = row.text
    lead = len(text) - len(text.lstrip(_EDGES + "."))
    open_ = _EDGES + "(" if text.count("(") > text.count(")") else _EDGES
    return row.cut(lead, max(lead, len(text.rstrip(open_))))


def _bare_place(piece: Row, cells: tuple[Row, ...]) -> bool:
    """A short right-hand cell with no word of a title or an employer is a place."""
    return (
        piece is not None
        and len(cells) > 1
        and len(piece.text.split()) <= 4
        and not any(c.isdigit() for c in piece.text)
        and not TITLE.search(piece.text)
        and not COMPANY.search(piece.text)
    )


def _is_where(text: str, places: PlaceNames) -> bool:
    """A place, also with its parts turned round ("Israel, Rehovot")."""
    parts = [p.strip() for p in text.split(",")]
    turned = len(parts) == 2 and is_place(", ".join(reversed(parts)), places)
    return is_place(text, places) or (turned and not TITLE.search(text))


def _noise(text: str) -> bool:
    return bool(
        DURATION.fullmatch(text)
        or ARRANGEMENT.fullmatch(text)
        or LINK.fullmatch(text)
        or not any(c.isalpha() for c in text)
        or set(text) <= set("* ")
        or any(h.range for h in dates.find(text))
    )
