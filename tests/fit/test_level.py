"""The rung a person stands on."""

from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.core.records import Span
from rung.fit import read_level
from rung.profile.records import Value, Work
from tests.people import person, span


def job(title: str, *lines: str) -> Work:
    return Work(Value(title, span(title)), None, None, tuple(span(text) for text in lines))


def test_without_dates_no_level_is_stated() -> None:
    reading = read_level(load(), person(years=None))
    assert reading.id is None
    assert reading.note


@pytest.mark.parametrize(("years", "level"), [(0.5, "junior"), (1.0, "junior"), (3.0, "mid")])
def test_years_decide_the_first_rungs(years: float, level: str) -> None:
    assert read_level(load(), person(years=years)).id == level


def test_years_alone_don_t_make_anyone_senior() -> None:
    reading = read_level(load(), person(years=15.0))
    assert reading.id == "mid"
    assert reading.confidence == "low"
    assert "15.0 years" in reading.note


def test_a_title_with_the_years_does_and_is_quoted() -> None:
    reading = read_level(load(), person(years=7.0, work=(job("Senior Data Scientist"),)))
    assert reading.id == "senior"
    quoted = [s for r in reading.evidence for s in r.spans if isinstance(s, Span)]
    assert any(s.text == "Senior Data Scientist" for s in quoted)


def test_a_title_without_the_years_doesn_t() -> None:
    reading = read_level(load(), person(years=1.0, work=(job("Principal Engineer"),)))
    assert reading.id == "junior"
    assert reading.next is not None
    assert reading.next.id == "mid"


def test_the_next_rung_says_what_it_asks() -> None:
    reading = read_level(load(), person(years=3.0))
    assert reading.next is not None
    assert reading.next.asks
