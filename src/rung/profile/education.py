"""Courses of study: degree, level, field, institution, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rung.profile import dates
from rung.profile.degrees import COURSE, DEGREE, LEVEL_ORDER, level, level_of
from rung.profile.records import DegreeLevel, Education, Month, Period
from rung.profile.rows import Row, glued, span, split, value
from rung.profile.schools import SCHOOL, school_of
from rung.profile.words import LINK, PlaceNames, is_place, is_prose
from rung.reading.documents.records import Document

__all__ = ["completed", "level_of", "read"]

_UNFINISHED = re.compile(
    r"\b(?:cand(?:idate|\.|\b)|student|expected|anticipated|pursuing|in progress|ongoing|enrolled"
    r"|abd|incomplete|unfinished|withdrew|withdrawn|dropped out|left (?:before|without)|en cours"
    r"|laufend|incoming|doctorand|doktorand)(?!\w)",
    re.IGNORECASE,
)
_FIELD_LEAD = re.compile(
    r"(?:\s|[,:(–—-])*(?:(?:major(?:ing|ed)?|degree|hons|honours|option|mention|specialisation"
    r"|specialization)\b\.?\)?[\s:,]*)*(?:(?:in|of|en|de|für|im|i|di|em)\s+|d['’])?(?:the\s+)?",
    re.IGNORECASE,
)
_FIELD_END = re.compile(
    r"\s*[,;|·•(\[:]|\s+[–—-]\s+|\s+(?:from|at|an der|à|gpa|with|minor|double major)\b|\t| {2,}",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*[–—]\s+|\t+ *| {2,}|\s*,\s+|\s+(?:from|at)\s+")
_DETAIL = re.compile(
    r"(?i)\s*(?:gpa|c?gpa|grade|final grade|note|abschlussnote|moyenne|thesis|dissertation|mémoire"
    r"|masterarbeit|bachelorarbeit|tesi|advis[eo]r|supervisor|course ?work|relevant|cum\.?"
    r"|magna|summa|minor|honou?rs|dean|activities|major gpa|modules|award|scholar|incoming"
    r"|specialism|focus|schwerpunkt|courses|first class|second class|distinction|upper second"
    r"|mention|graduated|ranked|score|percentage|with distinction)\b"
)
_SMALL = re.compile(r"(?i)(?:of|the|de|del|della|der|des|du|da|do|für|for|and|&|et|und|y|di)$")


@dataclass
class _Draft:
    """An entry being filled line by line."""

    rows: list[Row] = field(default_factory=list)
    level: DegreeLevel = "none"
    degree: Row | None = None
    subject: Row | None = None
    school: Row | None = None
    dates: tuple[Row, dates.DateHit] | None = None
    others: list[Row] = field(default_factory=list)
    """Pieces that might be the school, or the course where no degree is named."""


def read(document: Document, rows: tuple[Row, ...], places: PlaceNames) -> tuple[Education, ...]:
    """The courses of study of one section."""
    lines = _unwrapped(rows)
    drafts: list[_Draft] = []
    for row in lines:
        if row.bullet or _DETAIL.match(row.text) or is_prose(row.text):
            if drafts:
                drafts[-1].rows.append(row)
            elif row.bullet and DEGREE.search(row.text):
                drafts.append(_filled(_line(row, places), row))
            continue
        line = _line(row, places)
        if drafts and _fits(drafts[-1], line) and not _opens(row, lines, drafts[-1]):
            _fill(drafts[-1], line, row)
        else:
            drafts.append(_filled(line, row))
            if len(drafts) > 1:
                _carry(drafts[-2], drafts[-1], drafts[0])
    for draft in drafts:
        _settle(draft, places)
    return tuple(_education(document, d) for d in drafts if d.degree or d.school)


def completed(study: Education, text: str, today: date) -> bool:
    """Whether a course of study is finished, so that its degree shows something."""
    if _UNFINISHED.search(text):
        return False
    last = study.period
    if last is None:
        return True
    if last.current or (last.end is None and last.start is not None):
        return False
    end = last.end
    return end is None or (end.year, end.month or 1) <= (today.year, today.month)


def _unwrapped(rows: tuple[Row, ...]) -> list[Row]:
    """Rows with a name that a narrow column broke put back together."""
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(found[-1], row):
            found[-1] = glued(found[-1], [(found[-1], row)])
        else:
            found.append(row)
    return found


def _goes_on(last: Row, row: Row) -> bool:
    if row.page != last.page or last.bullet or row.bullet or row.start <= last.start:
        return False
    if (row.bold, row.size, row.x0) != (last.bold, last.size, last.x0):
        return False
    if any(dates.find(r.text) or _DETAIL.match(r.text) for r in (last, row)):
        return False
    if _SMALL.search(last.text) or row.text[:1].islower():
        return True
    near = row.y0 is not None and last.y0 is not None and row.size is not None
    close = near and 0 < (row.y0 or 0) - (last.y0 or 0) < 1.6 * (row.size or 0)
    parted = any(DEGREE.search(r.text) or LINK.search(r.text) for r in (last, row))
    whole = SCHOOL.search(last.text) and SCHOOL.search(row.text)
    return bool(row.bold and close and not parted and not whole and len(last.text) < 40)


def _opens(row: Row, lines: list[Row], draft: _Draft) -> bool:
    """Whether a row looks as the first one does, apart from what stands between."""
    first = lines[0]
    if not first.bold or not row.bold or row.size != first.size:
        return False
    told = draft.degree or draft.dates or draft.school
    return bool(told) and any(not r.bold for r in draft.rows)


def _fits(draft: _Draft, line: _Draft) -> bool:
    clash = (
        (draft.degree and line.degree)
        or (draft.school and line.school)
        or (draft.dates and line.dates)
    )
    return not clash


def _filled(line: _Draft, row: Row) -> _Draft:
    line.rows.append(row)
    return line


def _fill(draft: _Draft, line: _Draft, row: Row) -> None:
    draft.rows.append(row)
    if line.degree:
        draft.level, draft.degree, draft.subject = line.level, line.degree, line.subject
    draft.school = draft.school or line.school
    draft.dates = draft.dates or line.dates
    draft.others += line.others


def _carry(before: _Draft, here: _Draft, first: _Draft) -> None:
    """Move a school that no word tells from the end of one entry to the head of the next.

    Why only where the first entry begins so too: entries of a section are set alike.
    """
    last = before.rows[-1]
    unknown = [o for o in before.others if o.page == last.page and last.start <= o.start < last.end]
    began = bool(first.others) and first.others[0].start == first.rows[0].start
    if before is first and len(before.rows) < 3:
        return
    if began and here.school is None and len(unknown) == 1 and len(before.others) > 1:
        before.rows.pop()
        before.others.remove(unknown[0])
        here.rows.insert(0, last)
        here.others.insert(0, unknown[0])


def _line(row: Row, places: PlaceNames) -> _Draft:
    """What one line gives: a degree with its field, a school, dates."""
    found = _Draft()
    hits = dates.find(row.text)
    hit = next((h for h in hits if h.range), hits[-1] if hits else None)
    cells: tuple[Row, ...] = (row,)
    if hit:
        found.dates = (row.cut(hit.start, hit.end), hit)
        cells = row.without(((hit.start, hit.end),))
    for cell in cells:
        if found.degree is None:
            _degree(found, cell)
        elif found.subject is None:
            again = DEGREE.search(cell.text)
            if again and level(again) == found.level:
                found.subject = _field(cell, again.end())
        if found.school is None:
            found.school = school_of(cell, _PARTS, places)
    if found.degree is None or found.school is None:
        found.others = [p for c in cells for p in _unexplained(c, found, places)]
    return found


def _unexplained(cell: Row, found: _Draft, places: PlaceNames) -> list[Row]:
    """Pieces of a line that are neither degree, field, school, place nor detail."""
    known = [r for r in (found.degree, found.subject, found.school) if r]
    if is_place(cell.text, places):
        return []
    pieces = []
    for piece in split(cell, _PARTS):
        text = piece.text.strip(" ()[]:.,;")
        inside = any(k.start < piece.end and piece.start < k.end for k in known)
        plain = text[:1].isalpha() and not (text[:1].islower() or is_place(text, places))
        if plain and not inside and not _DETAIL.match(text) and not LINK.fullmatch(text):
            pieces.append(piece)
    return pieces


def _degree(found: _Draft, cell: Row) -> None:
    match = DEGREE.search(cell.text)
    if not match or match.start() > 60:
        return
    best = max(DEGREE.finditer(cell.text), key=lambda m: LEVEL_ORDER.index(level(m)))
    found.level = level(best)
    found.degree = cell.cut(best.start(), best.end())
    found.subject = _field(cell, best.end())
    if found.subject is None:
        again = [m for m in DEGREE.finditer(cell.text) if level(m) == found.level]
        found.subject = _field(cell, again[-1].end()) if len(again) > 1 else None


def _field(cell: Row, at: int) -> Row | None:
    """What was studied, from the words after the degree."""
    lead = _FIELD_LEAD.match(cell.text, at)
    start = lead.end() if lead else at
    end = _FIELD_END.search(cell.text, start)
    piece = cell.cut(start, end.start() if end else len(cell.text))
    if SCHOOL.search(piece.text):
        after = list(split(cell.cut(start, len(cell.text)), _PARTS))
        piece = next((p for p in after if p.text and not SCHOOL.search(p.text)), piece)
    told = piece.text and not SCHOOL.search(piece.text) and any(c.isalpha() for c in piece.text)
    return piece if told and not _DETAIL.match(piece.text) else None


def _settle(draft: _Draft, places: PlaceNames) -> None:
    """Give an entry what only its place in the entry tells: the course, then the school."""
    if draft.degree is None:
        course = next((o for o in draft.others if COURSE.search(o.text)), None)
        if course is not None:
            draft.degree = course
            draft.others.remove(course)
    if draft.school is None and draft.degree is not None:
        taken = draft.subject
        free = [o for o in draft.others if len(o.text.split()) <= 8 and not is_prose(o.text)]
        if taken is None and len(free) > 1 and _beside(draft.degree, free[0], draft.rows):
            draft.subject = free.pop(0)
        draft.school = free[0] if free else None
    if draft.subject is not None and is_place(draft.subject.text, places):
        draft.subject = None


def _beside(degree: Row, piece: Row, rows: list[Row]) -> bool:
    """Whether a piece follows the degree on its line."""
    row = next((r for r in rows if r.page == degree.page and r.start <= degree.start < r.end), None)
    return row is not None and row.page == piece.page and degree.end <= piece.start < row.end


def _education(document: Document, draft: _Draft) -> Education:
    quote = draft.degree or draft.school or draft.rows[0]
    shown = next(
        (r for r in draft.rows if r.page == quote.page and r.start <= quote.start < r.end),
        draft.rows[0],
    )
    return Education(
        draft.level,
        value(document, draft.degree) if draft.degree else None,
        value(document, draft.subject, 0.9) if draft.subject else None,
        value(document, draft.school, 0.9) if draft.school else None,
        _period(document, draft),
        span(document, shown),
    )


def _period(document: Document, draft: _Draft) -> Period | None:
    """The dates; a lone date is when the course ended."""
    if draft.dates is None:
        return None
    row, hit = draft.dates
    place = span(document, row)
    if hit.range:
        return Period(hit.first, hit.last, hit.current, place)
    end: Month | None = hit.first
    return Period(None, end, False, place)
