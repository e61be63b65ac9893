"""The parts of a profile before skills are judged, the same from any kind of document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rung.core.records import Span
from rung.profile import (
    contact,
    credentials,
    dates,
    education,
    listed,
    projects,
    publications,
    work,
)
from rung.profile.contact import Contact
from rung.profile.headings import Kind
from rung.profile.layout import rows
from rung.profile.listed import Known
from rung.profile.records import (
    Certificate,
    Education,
    Language,
    Project,
    Publication,
    SkillGroup,
    Value,
    Work,
)
from rung.profile.rows import Row
from rung.profile.sections import Section, sections
from rung.profile.sentences import join
from rung.profile.words import PlaceNames
from rung.reading.documents.records import Document

_THESIS = re.compile(
    r"\b(?:thesis|dissertation|thèse|mémoire|tesis|masterarbeit|tesi)\b", re.IGNORECASE
)
_CLAIMS: tuple[Kind, ...] = (
    "skills",
    "summary",
    "certificates",
    "coursework",
    "education",
    "interests",
    "languages",
    "awards",
    "head",
    "other",
    "volunteer",
)
_HEADED = re.compile(r"\b(?:Experience|Education|Skills|Employment|Summary)\b")
"""Headings that a résumé without line breaks still carries."""
FOREIGN = (
    "This doesn't look like a résumé: no section of work, education or skills was found in it."
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What was read, and the lines that show or merely name skills."""

    contact: Contact
    summary: tuple[Span, ...]
    work: tuple[Work, ...]
    education: tuple[Education, ...]
    publications: tuple[Publication, ...]
    projects: tuple[Project, ...]
    built: tuple[Span, ...]
    """The lines of projects, for the skills they show."""
    certificates: tuple[Certificate, ...]
    shown: tuple[Span, ...]
    """Other lines whose skills count as shown: theses, volunteering."""
    claims: tuple[tuple[Row, ...], ...]
    """Lines whose skills count as claimed, section by section."""
    organisations: tuple[Value, ...] = ()
    """Names of organisations that are neither employers, schools nor venues."""
    unread: tuple[str, ...] = ()
    listed: tuple[SkillGroup, ...] = ()
    languages: tuple[Language, ...] = ()
    awards: tuple[Certificate, ...] = ()
    volunteering: tuple[Work, ...] = ()
    interests: tuple[Span, ...] = ()


def read(document: Document, places: PlaceNames, known: Known) -> Parts:
    """The parts of a document that has no structure but its text."""
    stream = rows(document)
    found = sections(stream)
    held = tuple(w for s in _of(found, "work") for w in work.read(document, s.rows, places))
    held = held or _astray(document, found, places)
    studies = _of(found, "education")
    papers = _of(found, "publications")
    who = contact.read(document, stream, found, places)
    name = who.name.value if who.name else None
    return Parts(
        who,
        _lines(document, found, "summary"),
        held,
        tuple(e for s in studies for e in education.read(document, s.rows, places)),
        tuple(p for s in papers for p in publications.read(document, s.rows, name)),
        tuple(p for s in _of(found, "projects") for p in projects.read(document, s.rows)),
        tuple(s for s in _lines(document, found, "projects") if not dates.is_whole(s.text)),
        tuple(c for s in _of(found, "certificates") for c in credentials.read(document, s.rows)),
        _shown(document, found, places),
        tuple(s.rows for s in found if s.kind in _CLAIMS) + _leftovers(found, held),
        tuple(w.employer for w in _unpaid(document, found, places) if w.employer),
        _unread(found, held),
        tuple(
            g
            for s in _of(found, "skills")
            for g in listed.skill_groups(document, s.rows, known, s.heading)
        ),
        tuple(x for s in _of(found, "languages") for x in listed.languages(document, s.rows)),
        tuple(a for s in _of(found, "awards") for a in credentials.read(document, s.rows)),
        _unpaid(document, found, places),
        _lines(document, found, "interests"),
    )


def _of(found: tuple[Section, ...], kind: Kind) -> list[Section]:
    return [s for s in found if s.kind == kind]


def _astray(document: Document, found: tuple[Section, ...], places: PlaceNames) -> tuple[Work, ...]:
    """Positions below the wrong heading, where a document paints its headings all at once.

    Why so strict: outside a work section only a title, an employer and a date range together
    make a position.
    """
    if not any(s.kind == "work" and not s.rows for s in found):
        return ()
    for before, here in pairwise(found):
        if not before.rows and here.rows:
            read = work.read(document, here.rows, places)
            whole = tuple(
                w
                for w in read
                if w.title and w.employer and w.period and (w.period.end or w.period.current)
            )
            if whole:
                return whole
    return ()


def _lines(document: Document, found: tuple[Section, ...], kind: Kind) -> tuple[Span, ...]:
    return tuple(s for part in _of(found, kind) for s in join(document, part.rows))


def _shown(document: Document, found: tuple[Section, ...], places: PlaceNames) -> tuple[Span, ...]:
    theses = tuple(
        line
        for part in _of(found, "education")
        for line in join(document, part.rows)
        if _THESIS.search(line.text)
    )
    unpaid = _unpaid(document, found, places)
    return theses + tuple(line for w in unpaid if w.period for line in w.lines)


def _unpaid(document: Document, found: tuple[Section, ...], places: PlaceNames) -> tuple[Work, ...]:
    return tuple(w for s in _of(found, "volunteer") for w in work.read(document, s.rows, places))


def _leftovers(found: tuple[Section, ...], held: tuple[Work, ...]) -> tuple[tuple[Row, ...], ...]:
    """Rows of work sections that no position took: named there, but not shown by a position."""
    taken = [line for w in held for line in w.lines]
    return tuple(
        tuple(
            r
            for r in s.rows
            if not any(t.page == r.page and t.start <= r.start < t.end for t in taken)
        )
        for s in _of(found, "work")
    )


def _unread(found: tuple[Section, ...], held: tuple[Work, ...]) -> tuple[str, ...]:
    known = any(s.kind in ("work", "education", "skills") and s.rows for s in found)
    words = {m.group() for s in found for r in s.rows for m in _HEADED.finditer(r.text)}
    if not known and len(words) < 2:
        return (FOREIGN, "No section of work experience was found.")
    if not _of(found, "work"):
        return ("No section of work experience was found.",)
    if not held:
        return ("The work section was found, but no position in it could be told apart.",)
    return ()
