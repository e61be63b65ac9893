"""The weekly calendar as an iCalendar file that other calendars import."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rung.app.answer import Answer
from rung.plan.records import Step, Week
from rung.report import words

if TYPE_CHECKING:
    from icalendar import Event

PRODID = "-//Rung//Plan 1//EN"


def ics(answer: Answer) -> bytes:
    """One all-day event a week, one a checkpoint, one for the deadline.

    Why stable ids: importing a later plan for the same goal updates the weeks of both that
    start on the same day, and adds the others.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", words.line(f"Rung: {answer.goal.role_label}", 80))
    for event in _events(answer):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _events(answer: Answer) -> Iterator[Event]:
    steps = {s.id: s for s in answer.plan.steps}
    for number, week in enumerate(answer.plan.weeks, 1):
        parts = [(steps[p.id], p.hours) for p in week.steps if p.id in steps]
        work = [(s, h) for s, h in parts if s.kind != "checkpoint"]
        if work:
            yield _event(
                answer, "week", week.start, 7, _summary(number, work), _description(week, work)
            )
        for step, _ in parts:
            if step.kind == "checkpoint":
                text = f"{step.why}\n\nDone when: {step.evidence_wanted}"
                yield _event(answer, "checkpoint", week.start, 1, f"Rung: {step.label}", text)
    goal = answer.goal
    yield _event(answer, "deadline", goal.by, 1, f"Rung: the day you set for {goal.role_label}", "")


def _summary(number: int, work: list[tuple[Step, float]]) -> str:
    named = ", ".join(f"{s.label} {words.hours(h)} h" for s, h in work)
    return words.line(f"Rung week {number}: {named}", 180)


def _description(week: Week, work: list[tuple[Step, float]]) -> str:
    parts = [
        f"{s.label}: {words.hours(h)} of {words.hours(s.hours.likely)} hours. {s.why}\n"
        f"Done when: {s.evidence_wanted}"
        for s, h in work
    ]
    if week.review:
        parts.append(f"Review and slips: {words.hours(week.review)} hours.")
    return words.clean("\n\n".join(parts))


def _event(
    answer: Answer, kind: str, start: date, days: int, summary: str, description: str
) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(answer, kind, start))
    event.add("dtstamp", datetime.combine(answer.today, time(), UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=days))
    event.add("summary", words.line(summary))
    if description:
        event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event


def _uid(answer: Answer, kind: str, start: date) -> str:
    parts = (answer.goal.role, *answer.person.documents, kind, start.isoformat())
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32] + "@rung"
