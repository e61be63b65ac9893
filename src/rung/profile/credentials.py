"""Certificates and awards: a name, who gave it, and when."""

from __future__ import annotations

import re

from rung.profile import dates
from rung.profile.headings import heading_kind
from rung.profile.records import Certificate
from rung.profile.rows import Row, glued, split, value, within
from rung.profile.words import COMPANY, LINK, is_prose
from rung.reading.documents.records import Document

_APART = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*[–—]\s+|\t+ *| {2,}|\s*,\s+|\s+(?:by|from)\s+")
_BRACKET = re.compile(r"\s*\(([^()]*)\)[\s,;|–—-]*$")
_GRADE = re.compile(
    r"(?:professional|associate|specialty|foundations?|fundamentals|practitioner|expert|advanced"
    r"|intermediate|administrator|developer|level \w+)(?: level)?",
    re.IGNORECASE,
)
"""A second half of a certificate's own name, not who gave it."""
_LABEL = re.compile(r"([^:]{3,40}):\s+")
_NARROW = 45
_EDGES = " ,;:|·•–—-(\t"


def read(document: Document, rows: tuple[Row, ...]) -> tuple[Certificate, ...]:
    """The certificates or awards of one section, in order."""
    found: list[Certificate] = []
    last: Row | None = None
    for row in _unwrapped(_named_apart(_unlabelled(within(rows)))):
        if found and last is not None and _below(found[-1], last, row):
            found[-1] = _with(document, found[-1], row)
        else:
            made = _one(document, row)
            if made:
                found.append(made)
        last = row
    return tuple(found)


def _unlabelled(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without a label that repeats the heading ("Certifications: AWS …")."""
    found = []
    for row in rows:
        match = _LABEL.match(row.text)
        known = match and heading_kind(match[1]) in ("certificates", "awards")
        found.append(row.cut(match.end(), len(row.text)) if match and known else row)
    return tuple(r for r in found if r.text)


def _named_apart(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """One row an entry where name, giver and date stand on lines of their own.

    Why the dates decide: only where every entry ends in a line that is nothing but a date
    is it sure which lines belong together.
    """
    ends = [i for i, r in enumerate(rows) if dates.is_whole(r.text)]
    if len(ends) < 2 or ends[-1] != len(rows) - 1 or ends[0] == 0:
        return rows
    found: list[Row] = []
    at = 0
    for end in ends:
        part = rows[at : end + 1]
        same = len({r.page for r in part}) == 1 and len(part) in (2, 3)
        if not same:
            return rows
        found.append(glued(part[0], [(r,) for r in part]))
        at = end + 1
    return tuple(found)


def _unwrapped(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows of a narrow column that break one entry put together.

    Why by dates: where the entries end in dates, a row without one goes on in the next.
    """
    narrow = max((len(r.text) for r in rows), default=0) <= _NARROW
    if not narrow or not any(dates.find(r.text) for r in rows):
        return rows
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        if (
            last is not None
            and not row.bullet
            and last.page == row.page
            and (last.bold, last.size, last.x0) == (row.bold, row.size, row.x0)
            and not dates.find(last.text)
        ):
            found[-1] = glued(last, [(last, row)])
        else:
            found.append(row)
    return tuple(found)


def _one(document: Document, row: Row) -> Certificate | None:
    hits = dates.find(row.text)
    hit = hits[-1] if hits and not _inside_name(row.text, hits[-1]) else None
    cells = row.without(((hit.start, hit.end),)) if hit else (row,)
    pieces = [p for c in cells for p in _pieces(c) if p.text and not LINK.fullmatch(p.text)]
    if not pieces:
        return None
    if len(pieces) > 1 and _GRADE.fullmatch(pieces[1].text):
        whole = row.cut(row.index(pieces[0].start), row.index(pieces[1].end - 1) + 1)
        pieces = [whole, *pieces[2:]]
    issuer = pieces[1] if len(pieces) > 1 and not is_prose(pieces[1].text) else None
    return Certificate(
        value(document, pieces[0]),
        value(document, issuer, 0.8) if issuer else None,
        hit.first if hit else None,
    )


def _pieces(cell: Row) -> list[Row]:
    bracket = _BRACKET.search(cell.text)
    outer, inner = cell, None
    if bracket and (COMPANY.search(bracket[1]) or " " in bracket[1]):
        outer, inner = cell.cut(0, bracket.start()), cell.cut(*bracket.span(1))
    found = [_strip(p) for p in split(outer, _APART)]
    return found + ([_strip(inner)] if inner else [])


def _strip(row: Row) -> Row:
    text = row.text
    start = len(text) - len(text.lstrip(_EDGES + ")."))
    end = len(
        text.rstrip(_EDGES if text.count("(") < text.count(")") or "(" in text else " ,;:|·•–—-(")
    )
    piece = row.cut(start, max(start, end))
    loose = piece.text.endswith("(") or (piece.text.endswith(")") and "(" not in piece.text)
    return piece.cut(0, len(piece.text) - 1) if loose else piece


def _inside_name(text: str, hit: dates.DateHit) -> bool:
    """Whether a year belongs to the name ("Kaggle 2021 Survey Competition")."""
    after = text[hit.end :].strip(" ).,")
    before = text[: hit.start].rstrip(" (")
    return bool(after and before and after[0].isalpha() and before[-1].isalnum())


def _below(made: Certificate, last: Row, row: Row) -> bool:
    """Whether a row only adds who and when to the one above it."""
    if row.bullet or row.page != last.page:
        return False
    hits = dates.find(row.text)
    if len(hits) == 1 and not row.text[: hits[0].start].strip(_EDGES) and made.day is None:
        return not row.text[hits[0].end :].strip(_EDGES + ").")
    if row.text[:1].islower() or last.text.rstrip().endswith(","):
        return True
    smaller = row.size is not None and last.size is not None and row.size < last.size - 0.4
    return made.issuer is None and ((last.bold and not row.bold) or smaller)


def _with(document: Document, made: Certificate, row: Row) -> Certificate:
    hits = dates.find(row.text)
    hit = hits[-1] if hits else None
    cells = row.without(((hit.start, hit.end),)) if hit else (row,)
    issuer = next((p for c in cells for p in _pieces(c) if p.text), None)
    return Certificate(
        made.name,
        made.issuer
        or (value(document, issuer, 0.7) if issuer and not is_prose(issuer.text) else None),
        made.day or (hit.first if hit else None),
    )
