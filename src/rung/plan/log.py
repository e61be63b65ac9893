"""What the person did, entry by entry: hours, finished steps, notes, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rung.core.records import HoursRange
from rung.plan.records import Speed
from rung.plan.speed import learn

Did = Literal["done", "hours", "note", "evidence"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing logged. ``step`` is a step's id, ``label`` its name on that day."""

    number: int
    day: date
    did: Did
    step: str | None = None
    label: str = ""
    hours: float = 0.0
    text: str = ""
    estimate: HoursRange | None = None
    """The catalogue's hours for a finished step, to learn the person's speed from."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What all entries add up to."""

    done: tuple[str, ...]
    """Ids of finished steps, in the order they were finished."""
    spent: dict[str, float]
    """Hours logged by step, finished or not; those of no step stand under ""."""
    shown: frozenset[str]
    """Finished steps that have evidence."""
    speed: Speed

    @property
    def open(self) -> dict[str, float]:
        """Hours logged on steps that aren't finished."""
        return {s: h for s, h in self.spent.items() if s and s not in self.done}


def add_up(entries: Iterable[Entry]) -> Progress:
    """Progress over all of ``entries``, whatever their order."""
    ordered = sorted(entries, key=lambda e: (e.day, e.number))
    spent: dict[str, float] = {}
    for entry in ordered:
        if entry.hours:
            step = entry.step or ""
            spent[step] = round(spent.get(step, 0.0) + entry.hours, 2)
    finished = {e.step: e for e in ordered if e.did == "done" and e.step}
    shown = {e.step for e in ordered if e.step and shows(e)}
    estimates = ((e.estimate, spent.get(s, 0.0)) for s, e in finished.items() if e.estimate)
    return Progress(
        tuple(finished),
        spent,
        frozenset(shown & finished.keys()),
        learn((h, s) for h, s in estimates if h is not None),
    )


def shows(entry: Entry) -> bool:
    """Whether an entry says where work can be seen."""
    return entry.did == "evidence" or (entry.did == "done" and bool(entry.text))


def between(entries: Iterable[Entry], first: date, last: date) -> tuple[Entry, ...]:
    """The entries of these days, both counted, oldest first."""
    found = (e for e in entries if first <= e.day <= last)
    return tuple(sorted(found, key=lambda e: (e.day, e.number)))


def hours_of(entries: Iterable[Entry]) -> float:
    """All hours of ``entries``."""
    return round(sum(e.hours for e in entries), 2)


def week_of(began: date, day: date) -> date:
    """The first day of the week of the plan that ``day`` falls in; of the first before it."""
    return began + timedelta(weeks=max(0, (day - began).days // 7))
