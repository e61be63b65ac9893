"""Courses of study: degree, level, field, institution, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rung.profile import dates
from rung.profile.records import DegreeLevel, Education, Month, Period
from rung.profile.rows import Row, span, split, value
from rung.profile.words import SCHOOL, PlaceNames, is_place
from rung.reading.documents.records import Document

_PHD = (
    r"(?i:ph\.?\s?d\b\.?|d\.?phil\b\.?|doctor(?:ate)?\b(?: of| in)?(?: philosophy)?"
    r"|doctorat\b|doktor\b|promotion\b|dr\.\s?(?:rer|ing)\b\.?|doctorado\b|dottorato\b)"
)
_MASTER = (
    r"(?i:master(?:['’]?s)?(?: degree)?\b(?: of (?:science|arts|engineering|research"
    r"|philosophy|business administration|technology|applied \w+))?|m\.?sc\b\.?"
    r"|m\.?eng\b\.?|m\.?tech\b\.?|mba\b|m\.?phil\b\.?|mres\b|mmath\b|magister\b"
    r"|maîtrise\b|diplom(?:-\w+)?\b|maestría\b|máster\b|laurea magistrale\b)"
    r"|M\.?S\.?c?\b\.?|M\.?A\b\.?|M\.?E\.?(?= (?:in|of)\b)"
)
_BACHELOR = (
    r"(?i:bachelor(?:['’]?s)?(?: degree)?\b(?: of (?:science|arts|engineering"
    r"|technology|commerce|business administration|music|fine arts|applied \w+))?"
    r"|b\.?sc\b\.?|b\.?eng\b\.?|b\.?tech\b\.?|b\.?com\b\.?|bba\b|bfa\b|llb\b"
    r"|licence\b|licenciatura\b|grado (?:en|de)\b|laurea\b|ingeniería\b)"
    r"|B\.?S\b\.?|B\.?A\b\.?|B\.?E\b\.?"
)
_ASSOCIATE = (
    r"(?i:associate(?:['’]?s)?(?: degree| of \w+| in)\b|foundation degree\b|hnd\b)"
    r"|DUT\b|BTS\b|A\.A\.?S?\b\.?|A\.S\b\.?"
)
_DEGREE = re.compile(
    rf"(?<![\w.])(?:(?P<phd>{_PHD})|(?P<master>{_MASTER})|(?P<bachelor>{_BACHELOR})"
    rf"|(?P<associate>{_ASSOCIATE}))"
)
_LEVEL_ORDER: tuple[DegreeLevel, ...] = ("none", "associate", "bachelor", "master", "phd")
_UNFINISHED = re.compile(
    r"\b(?:cand(?:idate|\.|\b)|student|expected|anticipated|pursuing|in progress|ongoing|enrolled"
    r"|abd|incomplete|unfinished|withdrew|withdrawn|dropped out|left (?:before|without)|en cours"
    r"|laufend|incoming|doctorand|doktorand)(?!\w)",
    re.IGNORECASE,
)
_FIELD_LEAD = re.compile(
    r"(?:\s|[,:(–—-])*(?:(?:major(?:ing|ed)?|degree|hons|honours|option|mention|specialisation"
    r"|specialization)\b\.?\)?[\s:,]*)*(?:(?:in|of|en|de|für|im|i)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_FIELD_END = re.compile(
    r"\s*[,;|·•(\[:]|\s+[–—-]\s+|\s+(?:from|at|an der|à|gpa|with|minor|double major)\b|\t| {2,}",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*[–—]\s+|\t+ *| {2,}|\s*,\s+|\s+(?:from|at)\s+")
_DETAIL = re.compile(
    r"(?i)\s*(?:gpa|grade|thesis|dissertation|advis[eo]r|supervisor|course ?work|relevant|cum\.?"
    r"|magna|summa|minor|honou?rs|dean|activities|major gpa|modules|award|scholar|incoming)\b"
)


@dataclass
class _Draft:
    """An entry being filled line by line."""

    rows: list[Row] = field(default_factory=list)
    level: DegreeLevel = "none"
    degree: Row | None = None
    field: Row | None = None
    school: Row | None = None
    dates: tuple[Row, dates.DateHit] | None = None


def read(document: Document, rows: tuple[Row, ...], places: PlaceNames) -> tuple[Education, ...]:
    """The courses of study of one section."""
    drafts: list[_Draft] = []
    for row in rows:
        if row.bullet or _DETAIL.match(row.text):
            if drafts:
                drafts[-1].rows.append(row)
            continue
        line = _line(row, places)
        if line.degree is None and line.school is None and line.dates is None:
            if drafts:
                drafts[-1].rows.append(row)
            continue
        if not drafts or not _fits(drafts[-1], line):
            drafts.append(_Draft())
        _fill(drafts[-1], line, row)
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


def _fits(draft: _Draft, line: _Draft) -> bool:
    clash = (
        (draft.degree and line.degree)
        or (draft.school and line.school)
        or (draft.dates and line.dates)
    )
    return not clash


def _fill(draft: _Draft, line: _Draft, row: Row) -> None:
    draft.rows.append(row)
    if line.degree:
        draft.level, draft.degree, draft.field = line.level, line.degree, line.field
    draft.school = draft.school or line.school
    draft.dates = draft.dates or line.dates


def _line(row: Row, places: PlaceNames) -> _Draft:
    """What one line gives: a degree with its field, a school, dates."""
    found = _Draft()
    hits = dates.find(row.text)
    cells: tuple[Row, ...] = (row,)
    if hits:
        found.dates = (row.cut(hits[0].start, hits[0].end), hits[0])
        cells = row.without(((hits[0].start, hits[0].end),))
    for cell in cells:
        if found.degree is None:
            _degree(found, cell)
        if found.school is None:
            found.school = _school(cell, places)
    return found


def level_of(text: str) -> DegreeLevel:
    """The highest degree a text names."""
    levels = [_level(m) for m in _DEGREE.finditer(text)]
    return max(levels, key=_LEVEL_ORDER.index, default="none")


def _level(match: re.Match[str]) -> DegreeLevel:
    return next(lv for lv in _LEVEL_ORDER if lv == match.lastgroup)


def _degree(found: _Draft, cell: Row) -> None:
    match = _DEGREE.search(cell.text)
    if not match or match.start() > 60:
        return
    best = max(_DEGREE.finditer(cell.text), key=lambda m: _LEVEL_ORDER.index(_level(m)))
    found.level = _level(best)
    found.degree = cell.cut(best.start(), best.end())
    lead = _FIELD_LEAD.match(cell.text, best.end())
    start = lead.end() if lead else best.end()
    end = _FIELD_END.search(cell.text, start)
    piece = cell.cut(start, end.start() if end else len(cell.text))
    if SCHOOL.search(piece.text):
        after = list(split(cell.cut(start, len(cell.text)), _PARTS))
        piece = next((p for p in after if p.text and not SCHOOL.search(p.text)), piece)
    if piece.text and not SCHOOL.search(piece.text) and any(c.isalpha() for c in piece.text):
        found.field = piece


def _school(cell: Row, places: PlaceNames) -> Row | None:
    for piece in split(cell, _PARTS):
        if not SCHOOL.search(piece.text) or is_place(piece.text, places):
            continue
        degree = _DEGREE.match(piece.text)
        name = piece.cut(degree.end(), len(piece.text)) if degree else piece
        lead = len(name.text) - len(name.text.lstrip(" :.,;"))
        name = name.cut(lead, len(name.text.rstrip(" ,;(")))
        if name.text and not name.text[0].islower():
            return name
    return None


def _education(document: Document, draft: _Draft) -> Education:
    quote = draft.degree or draft.school or draft.rows[0]
    shown = next(
        (r for r in draft.rows if r.page == quote.page and r.start <= quote.start < r.end),
        draft.rows[0],
    )
    return Education(
        draft.level,
        value(document, draft.degree) if draft.degree else None,
        value(document, draft.field, 0.9) if draft.field else None,
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
