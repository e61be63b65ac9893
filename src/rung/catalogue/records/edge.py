"""Where prerequisites are looked for, and what was decided of each that was proposed."""

from __future__ import annotations

from typing import Literal

from rung.catalogue.records.base import Day, Name, Record, Ref, Slug, Text

Verdict = Literal["hard", "soft", "no"]


class Chapter(Record, frozen=True, kw_only=True):
    """A part of a course and the skills it teaches."""

    at: Name
    """Its number or name in the course's own contents."""
    skills: tuple[Slug, ...]


class Course(Record, frozen=True, kw_only=True):
    """A book or course whose order says what its authors teach first.

    Only the order is kept: chapter numbers and the skills they answer to.
    """

    id: Slug
    title: Text
    by: Text
    kind: Literal["book", "course"]
    chapters: tuple[Chapter, ...]
    checked: Day | None = None
    """When someone compared it with the published contents; empty until then."""
    source: Text
    as_of: Day


class EdgeDecision(Record, frozen=True, kw_only=True):
    """What was decided of a proposed prerequisite: needed, helpful, or neither, and why."""

    before: Ref
    after: Ref
    verdict: Verdict
    reason: Text
    signals: tuple[str, ...] = ()
    """What proposed it, in words."""


class EdgeDecisions(Record, frozen=True, kw_only=True):
    """Every proposed prerequisite that was looked at."""

    decisions: tuple[EdgeDecision, ...]
    source: Text
    as_of: Day
