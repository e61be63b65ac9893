"""The person's log: entries written, listed and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec

from rung.app.decoded import decoded
from rung.core.errors import UserError
from rung.core.state import Change, State
from rung.plan.log import Entry

KIND = "log"
WHAT = "log"
"""How the journal's notes on entries begin."""

MOST_HOURS = 24.0
"""Hours one entry can hold: a day's."""


def read(state: State) -> tuple[Entry, ...]:
    """Every entry, in the order it was written; DataError where one isn't as Rung wrote it."""
    bodies = state.all(KIND).values()
    found = (decoded(state, body, Entry, "an entry of the log") for body in bodies)
    return tuple(sorted(found, key=lambda e: e.number))


def write(state: State, entry: Entry) -> Entry:
    """Add an entry under the next number; it stands once this returns."""
    what = " ".join(filter(None, (WHAT, entry.did, entry.step)))
    with state.change(what) as change:
        numbers = [int(name) for name in change.all(KIND)]
        new = replace(entry, number=max(numbers, default=0) + 1)
        change.put(KIND, f"{new.number:06}", msgspec.to_builtins(new))
    return new


def hours_given(hours: float | None) -> float:
    """Hours of one entry; UserError unless a day holds them."""
    if hours is None:
        return 0.0
    if not 0 < hours <= MOST_HOURS:
        raise UserError(
            f"{hours:g} hours",
            f"must be above 0 and at most {MOST_HOURS:g} in one entry.",
            "Log each day on its own, with --day.",
        )
    return round(hours, 2)


def day_given(day: date, today: date) -> date:
    """The day an entry is for; UserError for one that hasn't come."""
    if day > today:
        raise UserError(f"--day {day}", f"is after today ({today}).", "Log what was done.")
    return day


def undo(state: State) -> Change:
    """Take the last entry back; UserError where something else was changed since."""
    last = state.last()
    if last is None or last.what.split(" ")[0] != WHAT:
        since = f"the last change was: {last.what}" if last else "nothing was changed yet"
        raise UserError(
            "the log", f"holds nothing to undo; {since}.", "See: rung data history, rung data undo"
        )
    return state.undo()
