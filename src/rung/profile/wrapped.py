"""Short lines that a narrow column broke, put back together by where its edge is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rung.profile import dates
from rung.profile.degrees import DEGREE
from rung.profile.rows import Row, glued
from rung.profile.schools import SCHOOL
from rung.profile.sentences import OPEN
from rung.profile.words import COMPANY, LINK, SUFFIX, TITLE, TITLE_HEAD, is_prose

_MOST_WORDS = 9
_MARGIN = 1.5
_INDENT = 40.0
_LEADING = 2.0
_TRADES = frozenset(
    {"research", "data", "ai", "analytics", "digital", "cloud", "software", "systems", "services"}
    | {"media", "technology", "technologies", "insurance", "finance", "financial", "energy"}
    | {"retail", "logistics", "payments", "robotics", "consulting", "networks", "solutions"}
)
"""Words of employers' names that titles carry as well."""
_LABEL = re.compile(r"[^:]{2,40}:\s")


def unwrapped(found: Sequence[Row]) -> list[Row]:
    """The rows with the second halves of broken names and headers at the end of the first.

    Why by geometry: "Engineering Manager, Machine" above "Learning" reads like a title above
    an employer; only that "Learning" had no room on the first line tells.
    """
    edges = _edges(found)
    kept: list[Row] = []
    last: Row | None = None
    for row in found:
        at = _broken_part(last, row, edges) if last is not None else None
        if at is not None and kept:
            cells = kept[-1].cells()
            which = at if at < len(cells) else len(cells) - 1
            columns: list[tuple[Row, ...]] = [(c,) for c in cells]
            columns[which] = (cells[which], row)
            kept[-1] = glued(kept[-1], columns)
            last = _stretched(kept[-1], row, at)
        else:
            kept.append(row)
            last = row
    return kept


def _stretched(whole: Row, row: Row, at: int) -> Row:
    """The mended row where its last line stands, for a third one to be held against it."""
    edge = (row.x0 or 0.0, row.x1 or 0.0, row.bold)
    parts = whole.parts
    if parts:
        parts = (*parts[:at], edge, *parts[at + 1 :])
    return replace(whole, y0=row.y0, x1=row.x1, parts=parts)


def _edges(found: Sequence[Row]) -> dict[tuple[int, int], float]:
    """The right edge of each column, by page and left edge: one that two lines come near to."""
    lefts: dict[tuple[int, int], list[float]] = {}
    for row in found:
        if row.x0 is None or row.x1 is None:
            continue
        for left, _, _ in row.parts or ((row.x0, row.x1, row.bold),):
            lefts.setdefault((row.page, round(left)), []).append(row.x1)
        if row.parts:
            lefts.setdefault((row.page, round(row.x0)), []).append(row.x1)
    edges: dict[tuple[int, int], float] = {}
    for page, left in lefts:
        rights = sorted(
            (
                right
                for (p, x), all_ in lefts.items()
                if p == page and left - 3 <= x <= left + _INDENT
                for right in all_
            ),
            reverse=True,
        )
        near = [a for a, b in pairwise(rights) if a - b < 12]
        edges[page, left] = near[0] if near else (rights[0] if rights else 0.0)
    return edges


def _broken_part(last: Row, row: Row, edges: dict[tuple[int, int], float]) -> int | None:
    """Which part of a row goes on in the next one, if any does."""
    if row.page != last.page or row.bullet or last.bullet or row.parts or row.origins:
        return None
    if None in (row.x0, row.x1, row.y0, last.y0, last.x0, last.x1) or not row.size:
        return None
    down = (row.y0 or 0.0) - (last.y0 or 0.0)
    if not 0 < down <= _LEADING * row.size or (last.size and abs(last.size - row.size) > 0.3):
        return None
    words = row.text.split()
    if (
        len(words) > _MOST_WORDS
        or "\t" in row.text
        or dates.find(row.text)
        or _LABEL.match(row.text)
    ):
        return None
    parts = last.parts or ((last.x0 or 0.0, last.x1 or 0.0, last.bold),)
    cells = last.cells()
    if len(cells) > len(parts):
        return None  # tags in a row, not a header
    for at, (left, right, bold) in enumerate(parts):
        if abs(left - (row.x0 or 0.0)) > _MARGIN or at >= len(cells):
            continue
        if bold != row.bold or _another(cells[at].text, row.text):
            return None
        before = cells[at].text
        reach = any(LINK.search(t) or "@" in t for t in (before, row.text))
        if dates.find(before) or reach or _digits(before) > 4 or is_prose(before):
            return None
        return at if _had_no_room(row, right, at, parts, edges) else None
    return None


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _another(before: str, text: str) -> bool:
    """Whether a line names something of its own kind rather than ending what is above."""
    if before.rstrip().endswith((",", "&", "-", "–", "(", "/")) or OPEN.search(before):
        return False
    if text[:1].islower():
        return False
    school, degree = SCHOOL.search(text), DEGREE.search(text)
    if (school and DEGREE.search(before)) or (degree and SCHOOL.search(before)):
        return True
    named = TITLE.search(before)
    if named and (COMPANY.search(text) or school):
        return True
    if not TITLE.search(text):
        return False
    if len(text.split()) > 1:
        return True
    # one bare "Engineer" or "Intern": the end of a title unless what is above is whole
    return bool(TITLE_HEAD.search(before) or SCHOOL.search(before) or _is_employer(before))


def _is_employer(text: str) -> bool:
    """Whether a word of a text surely belongs to an employer's name, such as its legal form."""
    return any(
        SUFFIX.fullmatch(w.strip(",")) or (COMPANY.fullmatch(w) and w.lower() not in _TRADES)
        for w in text.split()
    )


def _had_no_room(
    row: Row,
    right: float,
    at: int,
    parts: tuple[tuple[float, float, bool], ...],
    edges: dict[tuple[int, int], float],
) -> bool:
    """Whether the first word of a row would not have fitted at the end of the part above."""
    size = row.size or 10.0
    x0, x1 = row.x0 or 0.0, row.x1 or 0.0
    first = row.text.split()[0]
    width = (x1 - x0) * len(first) / max(len(row.text), 1)
    limit = (
        parts[at + 1][0] - 1.2 * size
        if at + 1 < len(parts)
        else edges.get((row.page, round(parts[at][0])), 0.0)
    )
    return right + 0.2 * size + width > limit
