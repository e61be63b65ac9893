"""A person as their documents show them: every value with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rung.core.records import Evidence, Span

LevelSign = Literal["scope", "ownership", "mentoring", "metrics"]
StageSign = Literal["data", "training", "serving", "monitoring"]
DegreeLevel = Literal["none", "associate", "bachelor", "master", "phd"]


@dataclass(frozen=True, slots=True)
class Value:
    """A text value and its place. ``confidence`` runs from 0 to 1."""

    value: str
    span: Span
    confidence: float = 1.0


def said(value: Value | None) -> str:
    """What a value says, or nothing."""
    return value.value if value else ""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; ``month`` is None where the document gives only the year."""

    year: int
    month: int | None = None

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it, no more precise than it was given."""
        return f"{self.year}-{self.month:02d}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Period:
    """A date range as written. ``end`` is None while ``current``; both None: no end was given."""

    start: Month | None
    end: Month | None
    current: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Work:
    """One position held. A value the document doesn't give stays None."""

    title: Value | None
    employer: Value | None
    period: Period | None
    lines: tuple[Span, ...]
    """What was done there: one span a bullet or sentence line."""
    place: Value | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """One course of study."""

    level: DegreeLevel
    degree: Value | None
    field: Value | None
    institution: Value | None
    period: Period | None
    span: Span
    """The line that shows it, for quoting."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication as listed."""

    span: Span
    year: int | None
    venue: Value | None
    title: Value | None = None
    authors: int | None = None
    """How many authors are listed; None where the list can't be told."""
    position: int | None = None
    """Where among them the person stands, from 1."""


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills as a document lists them: words as written, under their label if they have one."""

    label: Value | None
    keywords: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A natural language and how well, in the document's words."""

    language: Value
    fluency: Value | None


@dataclass(frozen=True, slots=True)
class Project:
    """Something built or studied outside a job."""

    name: Value | None
    period: Period | None
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, licence or award, with who gave it and when."""

    name: Value
    issuer: Value | None
    day: Month | None


@dataclass(frozen=True, slots=True)
class PersonSkill:
    """One catalogue skill this person shows.

    ``spans`` quotes the lines, best first. ``implied_by`` names the skill, degree or job
    title it follows from when no line names it. ``years`` is the union of the dated
    positions whose lines name it; ``last_year`` the latest of them.
    """

    id: str
    evidence: Evidence
    spans: tuple[Span, ...]
    implied_by: str | None = None
    years: float | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """Lines of work that show a sign of level, or a stage of a model's life; ``count`` of all."""

    kind: LevelSign | StageSign
    spans: tuple[Span, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Documents that say different things of one field; the newest document's value is used."""

    field: str
    """Where: ``phone``, ``work/2/title``."""
    chosen: Value
    others: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything read about one person. Unknown stays unknown: None or empty."""

    documents: tuple[str, ...]
    name: Value | None
    email: Value | None
    phone: Value | None
    location: Value | None
    links: tuple[Value, ...]
    headline: Value | None
    summary: tuple[Span, ...]
    work: tuple[Work, ...]
    education: tuple[Education, ...]
    publications: tuple[Publication, ...]
    projects: tuple[Project, ...]
    certificates: tuple[Certificate, ...]
    skills: tuple[PersonSkill, ...]
    years: float | None
    """Years of dated work, overlaps counted once; None when no position is dated."""
    unread: tuple[str, ...] = ()
    """What could not be read or is missing, in words."""
    listed: tuple[SkillGroup, ...] = ()
    languages: tuple[Language, ...] = ()
    awards: tuple[Certificate, ...] = ()
    volunteering: tuple[Work, ...] = ()
    interests: tuple[Span, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    signals: tuple[Signal, ...] = ()
