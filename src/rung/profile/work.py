"""Positions held: title, employer, dates and what was done."""

from __future__ import annotations

from rung.profile.entries import Anchor, Entry, entries
from rung.profile.headers import Header
from rung.profile.records import Period, Value, Work
from rung.profile.rows import Row, span, value
from rung.profile.sentences import join
from rung.profile.words import DURATION, LINK, PlaceNames, is_place, is_prose
from rung.reading.documents.records import Document

_GUESSED = 0.6


def read(document: Document, rows: tuple[Row, ...], places: PlaceNames) -> tuple[Work, ...]:
    """The positions of one section. A position without title and employer is none."""
    found: list[Work] = []
    group: Row | None = None
    above: Row | None = None
    for entry in entries(rows, places):
        header = entry.header
        if above is not None and not (above.bullet or is_prose(above.text)):
            group = None
        above = entry.body[-1] if entry.body else None
        if header.title is None and header.employer is None:
            continue
        shared = None
        if header.employer is not None:
            group = header.employer if _heads_group(entry) else None
        elif group is not None:
            shared = group
        found.append(_work(document, entry, shared, places))
    return tuple(found)


def period(document: Document, anchor: Anchor) -> Period | None:
    """The anchor's dates with their place."""
    if anchor.date is None:
        return None
    return Period(anchor.first, anchor.last, anchor.current, span(document, anchor.date))


def _aside(row: Row, places: PlaceNames) -> bool:
    """Whether a body row only says where or for how long."""
    return bool(
        is_place(row.text, places) or DURATION.fullmatch(row.text) or LINK.fullmatch(row.text)
    )


def _work(document: Document, entry: Entry, shared: Row | None, places: PlaceNames) -> Work:
    header = entry.header
    return Work(
        _value(document, header.title, header),
        _value(document, header.employer, header)
        or (value(document, shared, _GUESSED) if shared else None),
        period(document, entry.anchor),
        join(document, tuple(r for r in entry.body if not _aside(r, places))),
        _place(document, header.place) if header.place else None,
    )


def _place(document: Document, row: Row) -> Value:
    """A place without the brackets around it."""
    text = row.text
    inside = text.startswith("(") and text.endswith(")")
    return value(document, row.cut(1, len(text) - 1) if inside else row, 0.8)


def _value(document: Document, row: Row | None, header: Header) -> Value | None:
    if row is None:
        return None
    return value(document, row, 1.0 if header.sure else _GUESSED)


def _heads_group(entry: Entry) -> bool:
    """Whether the employer stands on its own line above a dated title, as it does where
    several positions with one employer follow each other below its name.
    """
    header, anchor = entry.header, entry.anchor
    if header.employer is None or header.title is None:
        return False
    at_title = any(
        c.start <= header.title.start < c.end and c.page == header.title.page for c in anchor.cells
    )
    with_employer = any(
        c.start <= header.employer.start < c.end and c.page == header.employer.page
        for c in anchor.cells
    )
    return at_title and not with_employer and header.first == "employer"
