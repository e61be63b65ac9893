"""The calendar file, read back as a calendar reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from rung.report import ics
from tests.report import answers


def events(name: str = "feasible") -> list[Event]:
    calendar = Calendar.from_ical(ics(answers.ALL[name]()))
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def test_one_event_a_week_with_what_to_do() -> None:
    weekly = [e for e in events() if "week " in str(e["summary"]).split(":")[0]]
    assert [e.decoded("dtstart") for e in weekly] == [
        answers.TODAY + timedelta(weeks=i) for i in range(5)
    ]
    assert all(e.decoded("dtend") - e.decoded("dtstart") == timedelta(days=7) for e in weekly)
    assert str(weekly[1]["summary"]) == "Rung week 2: Kubernetes: working 3.5 h, Mlops: basic 3 h"
    assert "Done when: A repository that shows mlops.basic." in str(weekly[1]["description"])


def test_checkpoint_and_deadline_have_their_day() -> None:
    days = {str(e["summary"]): e.decoded("dtstart") for e in events()}
    assert days["Rung: Checkpoint: week 4"] == answers.TODAY + timedelta(weeks=3)
    assert days["Rung: the day you set for MLOps engineer"] == date(2027, 1, 3)


def test_stamp_is_the_day_of_the_answer_and_ids_are_stable() -> None:
    first, second = events(), events()
    assert {e.decoded("dtstamp") for e in first} == {datetime(2026, 11, 22, tzinfo=UTC)}
    ids = [str(e["uid"]) for e in first]
    assert len(ids) == len(set(ids))
    assert ids == [str(e["uid"]) for e in second]


@pytest.mark.parametrize("name", sorted(answers.ALL))
def test_lines_are_folded_and_events_whole(name: str) -> None:
    data = ics(answers.ALL[name]())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert events(name)
    assert all(e.errors == [] for e in events(name))


def test_without_steps_only_the_deadline_is_left() -> None:
    assert [str(e["summary"]) for e in events("empty")] == [
        "Rung: the day you set for MLOps engineer"
    ]
