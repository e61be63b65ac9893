"""A document's lines as rows in the order they are meant, margins and narrow columns mended."""

from __future__ import annotations

import re
from dataclasses import replace

from rung.profile import dates
from rung.profile.rows import Row, glued
from rung.profile.words import DURATION
from rung.profile.wrapped import unwrapped
from rung.reading.documents.records import Document

PAGE_FOOT = re.compile(
    r"(?:.{0,60}[–—·|\s-] ?)?(?:page )?\d{1,2} ?(?:/|of|von|sur|de) ?\d{1,2}|(?:page )?\d{1,2}"
    r"|last updated (?:in|on)? ?.{0,24}|.{0,60}(?:résumé|resume|curriculum vitae|cv) \d{1,2}",
    re.IGNORECASE,
)

_DASHED = re.compile(r"[-–—]\s*\S")


def rows(document: Document) -> tuple[Row, ...]:
    """Every line that says something, in reading order; running heads and page numbers, which
    say nothing of the person, are left out.
    """
    running = _running(document)
    found: list[Row] = []
    for page in document.pages:
        here: list[Row] = []
        for line in page.lines:
            whole = Row(
                page.number,
                line.start,
                line.text,
                line.x0,
                line.y0,
                line.size,
                line.bold,
                line.bullet,
                x1=line.x1,
                parts=line.parts,
            )
            if _signature(line.text) not in running:
                here += (r for r in _unmargined(whole.cut(0, len(whole.text))) if r.text)
        settled = _settled(here)
        edge = {*settled[:2], *settled[-2:]}
        found += (
            r
            for r in settled
            if not PAGE_FOOT.fullmatch(r.text) or (r.text.isdigit() and r not in edge)
        )
    return tuple(unwrapped(_all_mended(found)))


def _running(document: Document) -> frozenset[str]:
    """Lines that stand at an edge of several pages, but for their numbers."""
    edges = [
        {_signature(line.text) for line in (*page.lines[:2], *page.lines[-2:])}
        for page in document.pages
    ]
    counts: dict[str, int] = {}
    for page_edges in edges:
        for text in page_edges:
            counts[text] = counts.get(text, 0) + 1
    return frozenset(t for t, n in counts.items() if n > 1 and "#" in t)


def _signature(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _settled(found: list[Row]) -> list[Row]:
    """Rows with dates and places of the margin moved up to the height they stand at.

    Why: a document may paint an entry's margin after its body.
    """
    settled: list[Row] = []
    for row in found:
        at = len(settled)
        if row.y0 is not None and row.x0 is not None and _of_margin(row):
            while at and _below(settled[at - 1], row):
                at -= 1
            if at and _level(settled[at - 1], row):
                settled[at - 1] = glued(settled[at - 1], [(settled[at - 1],), (row,)])
                continue
            if at < len(settled) and at and settled[at - 1].bullet:
                at -= 1
        settled.insert(at, row)
    return settled


def _level(other: Row, row: Row) -> bool:
    """Whether a margin row stands on the line of another, which no sentence fills."""
    return (
        other.y0 is not None
        and row.y0 is not None
        and abs(other.y0 - row.y0) <= 3
        and other.x0 is not None
        and row.x0 is not None
        and other.x0 < row.x0 - 100
        and not other.bullet
        and "\t" not in other.text
    )


def _of_margin(row: Row) -> bool:
    whole = dates.is_whole(row.text)
    short = len(row.text.split()) <= 4 and "," in row.text and not row.bullet
    return whole or short or dates.is_present(row.text) or DURATION.fullmatch(row.text) is not None


def _below(other: Row, row: Row) -> bool:
    return (
        other.y0 is not None
        and row.y0 is not None
        and other.y0 > row.y0 + 2
        and other.x0 is not None
        and row.x0 is not None
        and other.x0 < row.x0 - 100
    )


def _all_mended(found: list[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in found:
        mended = _mended(kept[-1], row) if kept else None
        if mended:
            kept[-1] = mended
            continue
        rail = _rail_mended(kept[-1], row) if kept else None
        if rail:
            kept[-1:] = rail
        else:
            kept.append(row)
    return kept


def _rail_mended(row: Row, below: Row) -> list[Row] | None:
    """Rows whose date, in a narrow column at the left, is broken between them.

    "April 2017 –   Engineer" above "June 2021   Northwind" says "April 2017 – June 2021
    Engineer" and, below it, "Northwind".
    """
    if row.page != below.page or below.bullet or row.start >= below.start:
        return None
    left, right = row.cells(), below.cells()
    opened = dates.BROKEN.search(left[0].text) and dates.find(left[0].text)
    dashed = _DASHED.match(right[0].text) and dates.is_whole(left[0].text)
    if not (opened or dashed):
        return None
    joined = glued(left[0], [(left[0], right[0])]).text
    if not (_is_range(joined) or (opened and _goes_on(joined, right[0].text))):
        return None
    first = glued(row, [(left[0], right[0]), *((c,) for c in left[1:])])
    rest = below.cut(below.index(right[1].start), len(below.text)) if len(right) > 1 else None
    return [first, rest] if rest else [first]


def _unmargined(row: Row) -> tuple[Row, ...]:
    """A sentence and the date that stands beside it in the margin, the date first.

    Why: some templates print an entry's dates to the right of its first bullet.
    """
    cells = row.cells()
    if len(cells) < 2 or not (row.bullet or row.text[:1].islower()):
        return (row,)
    hits = dates.find(cells[-1].text)
    date = len(hits) == 1 and hits[0].start == 0 and hits[0].end == len(cells[-1].text)
    if not date and not DURATION.fullmatch(cells[-1].text):
        return (row,)
    main = row.cut(0, row.index(cells[-2].end - 1) + 1)
    return (replace(cells[-1], bullet=False), main) if date else (main,)


def _mended(row: Row, below: Row) -> Row | None:
    """One row from two whose date is broken between them, as narrow columns do.

    "Senior Manager,   May 2022 –" above "Platform   Present" says "Senior Manager, Platform"
    and "May 2022 – Present". The end may also have come first ("Platform   Present" above
    "May 2022 –"), where a document paints its cells one by one.
    """
    if row.page != below.page or row.bullet or below.bullet:
        return None
    left, right = row.cells(), below.cells()
    if dates.BROKEN.search(row.text) and len(right) <= len(left) <= 2:
        if not _is_range(f"{left[-1].text} {right[-1].text}"):
            return None
        columns = [(left[0], right[0])] if len(right) == 2 else [(c,) for c in left[:-1]]
        return glued(row, [*columns, (left[-1], right[-1])])
    crossed = dates.BROKEN.search(below.text) and len(right) == 1 and len(left) == 2
    if crossed and _is_range(f"{right[-1].text} {left[-1].text}"):
        return glued(row, [(left[0],), (right[0], left[1])])
    return None


def _goes_on(joined: str, added: str) -> bool:
    """Whether a date still lacks its end after a line that adds to it and nothing else."""
    return dates.BROKEN.search(joined) is not None and len(added.split()) <= 2


def _is_range(text: str) -> bool:
    hits = dates.find(text)
    whole = len(hits) == 1 and hits[0].range and not hits[0].open
    return whole and not text[hits[0].end :].strip(" )]")
