"""A choice people face in this career: two sides, what shows each, and how to try them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from rung.catalogue.records.base import Day, Record, Ref, Slug, Text


class Trial(Record, frozen=True, kw_only=True):
    """A small way to find out: bounded in time, with a rule for when to stop."""

    title: Text
    weeks: Annotated[int, Meta(ge=1, le=13)]
    hours: Annotated[float, Meta(gt=0)]
    """Hours a week."""
    steps: tuple[Text, ...]
    shows: Text
    """What exists at the end that didn't before."""
    stop: Text


class Side(Record, frozen=True, kw_only=True):
    """One of the two ways. ``cues`` are lower-case phrases in a line of work that show it."""

    id: Slug
    label: Text
    work: Text
    cues: tuple[str, ...]
    skills: tuple[Slug, ...] = ()
    """Skills that are this side's own work."""
    venues: tuple[str, ...] = ()
    """Venues of the field, in lower case, where publications count on this side."""
    roles: tuple[Ref, ...]
    """Roles whose ads are counted for this side."""
    level: Slug | None = None
    """The rung whose pay is shown, where the sides differ by rung."""
    trials: tuple[Trial, ...]


class Question(Record, frozen=True, kw_only=True):
    """Something to reflect on: agreeing speaks for ``side``."""

    text: Text
    side: Slug


class ChoiceRecord(Record, frozen=True, kw_only=True):
    """Two ways that both lead somewhere, and what to weigh."""

    id: Slug
    label: Text
    sides: tuple[Side, Side]
    questions: tuple[Question, ...]
    back: Text
    """How far the choice can be taken back."""
    beware: tuple[Text, ...]
    guide: Text
    source: Text
    as_of: Day

    def __post_init__(self) -> None:
        known = {s.id for s in self.sides}
        counts = [sum(q.side == s for q in self.questions) for s in known]
        if {q.side for q in self.questions} != known or len(set(counts)) != 1:
            raise ValueError("as many questions must speak for one side as for the other")
