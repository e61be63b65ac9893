"""The rung a person stands on."""

from __future__ import annotations

from datetime import date

import pytest

from rung.catalogue import load
from rung.fit import read_level
from rung.fit.records import LevelReading
from rung.profile.records import Month, Period, Profile, Value, Work
from tests.people import person, span

TODAY = date(2026, 11, 22)


def job(title: str, start: int, *lines: str, end: int | None = None) -> Work:
    """A position from November of ``start``, to now unless it ended."""
    until = Month(end, 11) if end else None
    period = Period(Month(start, 11), until, end is None, span(f"{start} – {end or 'now'}"))
    return Work(Value(title, span(title)), None, period, tuple(span(text) for text in lines))


def held(*work: Work) -> Profile:
    return person(years=1.0, work=work)


def level(*work: Work) -> LevelReading:
    return read_level(load(), held(*work), TODAY)


def test_without_dates_no_level_is_stated() -> None:
    reading = read_level(load(), person(years=None), TODAY)
    assert reading.id is None
    assert reading.note


@pytest.mark.parametrize(("since", "rung"), [(2026, None), (2025, "junior"), (2023, "mid")])
def test_years_decide_the_first_rungs(since: int, rung: str | None) -> None:
    assert level(job("Data Analyst", since)).id == rung


def test_years_alone_don_t_make_anyone_senior() -> None:
    reading = level(job("Software Engineer", 2011))
    assert reading.id == "mid"
    assert reading.confidence == "low"
    assert "15.0 years" in reading.note


def test_a_title_with_the_years_does_and_is_quoted() -> None:
    reading = level(job("Senior Data Scientist", 2019))
    assert reading.id == "senior"
    quoted = [s.text for r in reading.evidence for s in r.spans]
    assert "Senior Data Scientist" in quoted


def test_a_title_without_the_years_doesn_t() -> None:
    reading = level(job("Principal Engineer", 2025))
    assert reading.id == "junior"
    assert reading.next is not None
    assert reading.next.id == "mid"


def test_years_in_another_trade_don_t_count() -> None:
    reading = level(job("Data Analyst", 2025), job("Restaurant Manager", 2012, end=2025))
    assert reading.id == "junior"
    assert read_level(load(), held(job("Restaurant Manager", 2012)), TODAY).id is None


def test_internships_and_fellowships_name_no_rung() -> None:
    reading = level(
        job("Software Engineer", 2014), job("KPCB Fellow + Software Engineering Intern", 2013)
    )
    assert reading.id == "mid"


def test_who_leads_people_stands_on_the_management_track() -> None:
    reading = level(
        job("Director of Machine Learning", 2020, "Lead five teams (41 people)"),
        job("Senior Data Scientist", 2014, end=2020),
    )
    assert reading.id == "director"


def test_a_product_manager_manages_no_people() -> None:
    assert level(job("Senior Product Manager", 2018)).id == "senior"


def test_the_next_rung_says_what_it_asks() -> None:
    reading = level(job("ML Engineer", 2023))
    assert reading.next is not None
    assert reading.next.asks
