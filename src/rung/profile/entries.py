"""Cutting a section into dated entries: which lines head each one, which are its body."""

from __future__ import annotations

from dataclasses import dataclass

from rung.profile import dates, headers
from rung.profile.headers import First, Header
from rung.profile.records import Month
from rung.profile.rows import Row
from rung.profile.words import COMPANY, TITLE, PlaceNames, is_prose

_EXTENTS = tuple((b, a) for b in range(4) for a in range(4) if b + a <= 4)
_HABIT = 1.0
"""How much a reading gains by cutting its header as the section's other entries do."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line with a date: every entry hangs on one. ``cells`` is the line without the date."""

    at: int
    date: Row | None
    first: Month | None
    last: Month | None
    current: bool
    range: bool
    cells: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its date, its header as read, and its body rows."""

    anchor: Anchor
    header: Header
    body: tuple[Row, ...]


def entries(rows: tuple[Row, ...], places: PlaceNames) -> tuple[Entry, ...]:
    """The dated entries of a section.

    Why two passes: most sections cut all their headers alike, so the extent and the order
    that explain the clear entries best decide the unclear ones.
    """
    found = anchors(rows)
    if not found:
        found = _undated(rows)
    if not found:
        return ()
    habit = _habit(rows, found, places)
    order = _order(rows, found, places, habit)
    return _cut(rows, found, places, habit, order)


def anchors(rows: tuple[Row, ...]) -> tuple[Anchor, ...]:
    """Lines whose date stands apart from sentence text."""
    found = [a for a in (_anchor(at, row) for at, row in enumerate(rows)) if a]
    ranges = [a for a in found if a.range]
    return tuple(ranges if len(ranges) * 2 >= len(found) and ranges and not _lone(found) else found)


def _lone(found: list[Anchor]) -> bool:
    """Whether a lone date stands where the ranges stand, so that it dates an entry too."""
    return all(a.range or a.cells for a in found)


def _anchor(at: int, row: Row) -> Anchor | None:
    hits = dates.find(row.text)
    hit = next((h for h in hits if h.range), hits[-1] if hits else None)
    if hit is None or (row.bullet and not _whole_entry(row, hit)):
        return None
    cells = row.without(((hit.start, hit.end),))
    rest = " ".join(c.text for c in cells).strip(" ,;:|()–-")
    sentence = bool(rest) and is_prose(rest)
    if sentence or not _apart(row.text, hit):
        return None
    date = row.cut(hit.start, hit.end)
    return Anchor(at, date, hit.first, hit.last, hit.current, hit.range, cells)


def _whole_entry(row: Row, hit: dates.DateHit) -> bool:
    return hit.range and TITLE.search(row.text) is not None and len(row.text.split()) <= 14


def _apart(text: str, hit: dates.DateHit) -> bool:
    """Whether a lone date ends or begins the line or stands between separators."""
    if hit.range:
        return True
    before, after = text[: hit.start].rstrip(" ("), text[hit.end :].lstrip(" ).")
    apart_before = (
        not before
        or before[-1] in ",|·•–—-\t:["
        or text[hit.start - 2 : hit.start]
        in (
            "  ",
            "\t ",
        )
    )
    return (apart_before or not after) and (not after or after[0] in ",|·•–—-\t:]")


def _undated(rows: tuple[Row, ...]) -> tuple[Anchor, ...]:
    """Header lines of a section that gives no dates: a title word, and no sentence."""
    return tuple(
        Anchor(at, None, None, None, False, False, row.cells())
        for at, row in enumerate(rows)
        if not row.bullet
        and TITLE.search(row.text)
        and len(row.text.split()) <= 10
        and not is_prose(row.text)
    )


def _habit(rows: tuple[Row, ...], found: tuple[Anchor, ...], places: PlaceNames) -> tuple[int, int]:
    def total(extent: tuple[int, int]) -> tuple[float, int]:
        scores = [_score(rows, found, i, extent, places, None) for i in range(len(found))]
        return round(sum(-2.0 if s is None else s for s in scores), 3), -sum(extent)

    return max(_EXTENTS, key=total)


def _order(
    rows: tuple[Row, ...],
    found: tuple[Anchor, ...],
    places: PlaceNames,
    habit: tuple[int, int],
) -> First | None:
    firsts = [e.header.first for e in _cut(rows, found, places, habit, None) if e.header.sure]
    titles, employers = firsts.count("title"), firsts.count("employer")
    if titles == employers:
        return None
    return "title" if titles > employers else "employer"


def _cut(
    rows: tuple[Row, ...],
    found: tuple[Anchor, ...],
    places: PlaceNames,
    habit: tuple[int, int],
    order: First | None,
) -> tuple[Entry, ...]:
    free = 0
    heads: list[tuple[int, int, Header]] = []
    for i, anchor in enumerate(found):
        best: tuple[float, int, int] = (-99.0, 0, 0)
        for extent in _EXTENTS:
            if anchor.at - extent[0] < free:
                continue
            score = _score(rows, found, i, extent, places, order)
            if score is not None:
                total = round(score + (_HABIT if extent == habit else 0.0), 3)
                best = max(best, (total, -extent[0], -extent[1]))
        before, after = -best[1], -best[2]
        header = headers.read(_lines(rows, anchor, before, after), places, order)
        heads.append((anchor.at - before, anchor.at + after, header))
        free = anchor.at + after + 1
    return tuple(
        Entry(anchor, heads[i][2], _body(rows, heads, i)) for i, anchor in enumerate(found)
    )


def _body(rows: tuple[Row, ...], heads: list[tuple[int, int, Header]], i: int) -> tuple[Row, ...]:
    end = heads[i + 1][0] if i + 1 < len(heads) else len(rows)
    return rows[heads[i][1] + 1 : end]


def _score(
    rows: tuple[Row, ...],
    found: tuple[Anchor, ...],
    i: int,
    extent: tuple[int, int],
    places: PlaceNames,
    order: First | None,
) -> float | None:
    """How well these lines head the entry; None where they can't."""
    anchor = found[i]
    before, after = extent
    first, last = anchor.at - before, anchor.at + after
    low = found[i - 1].at if i else -1
    high = found[i + 1].at if i + 1 < len(found) else len(rows)
    if first <= low or last >= high:
        return None
    extra = [k for k in range(first, last + 1) if k != anchor.at]
    if any(_is_body(rows, k) for k in extra):
        return None
    header = headers.read(_lines(rows, anchor, before, after), places, order)
    return header.score - sum(_doubt(rows, anchor, k) for k in extra)


def _is_body(rows: tuple[Row, ...], at: int) -> bool:
    row = rows[at]
    if row.bullet and not (
        TITLE.search(row.text) and "," in row.text and len(row.text.split()) <= 8
    ):
        return True
    return is_prose(row.text)


def _doubt(rows: tuple[Row, ...], anchor: Anchor, at: int) -> float:
    """Reasons against a line being part of the header: further in, or the rest of a bullet."""
    row, base = rows[at], rows[anchor.at]
    doubt = 0.15 + (0.4 if row.bullet else 0.0)
    telling = TITLE.search(row.text) or COMPANY.search(row.text)
    if row.x0 is not None and base.x0 is not None and row.x0 > base.x0 + 4 and at < anchor.at:
        doubt += 1.5
    heavy = row.bold and at and not rows[at - 1].bold
    if at < anchor.at and at and not telling and not heavy and rows[at - 1].bullet:
        doubt += 1.0
    if base.size and row.size and row.size < base.size * 0.8:
        doubt += 0.5
    return doubt


def _lines(
    rows: tuple[Row, ...], anchor: Anchor, before: int, after: int
) -> tuple[tuple[Row, ...], ...]:
    span = range(anchor.at - before, anchor.at + after + 1)
    return tuple(anchor.cells if k == anchor.at else rows[k].cells() for k in span)
