"""Years of work as a union of months."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rung.core.records import Span
from rung.profile.records import Month, Period, Value, Work
from rung.profile.years import interval, union, years

TODAY = date(2026, 11, 22)
SPAN = Span("cv.txt", 1, 0, 4, "2020")
INTERVALS = st.lists(
    st.tuples(st.integers(24000, 24300), st.integers(1, 60)).map(lambda p: (p[0], p[0] + p[1]))
)


def held(title: str, start: Month | None, end: Month | None = None, now: bool = False) -> Work:
    return Work(Value(title, SPAN), None, Period(start, end, now, SPAN), ())


def test_overlapping_positions_count_once() -> None:
    one = held("Engineer", Month(2018, 1), Month(2019, 12))
    two = held("Analyst", Month(2019, 1), Month(2020, 12))
    assert years([one, two], TODAY) == 3.0


def test_bare_years_run_from_middle_to_middle() -> None:
    assert years([held("Engineer", Month(2018), Month(2021))], TODAY) == 3.0
    assert years([held("Composer", Month(2022))], TODAY) == 0.5


def test_present_is_today_and_the_future_is_not_counted() -> None:
    assert years([held("Engineer", Month(2024, 11), None, True)], TODAY) == 2.0
    assert years([held("Engineer", Month(2025, 11), Month(2030, 1))], TODAY) == 1.0


def test_internships_count_as_nothing_and_undated_work_is_unknown() -> None:
    intern = held("Machine Learning Intern", Month(2020, 1), Month(2020, 12))
    assert years([intern], TODAY) == 0.0
    assistant = held("Graduate Research Assistant", Month(2020, 1), Month(2020, 12))
    assert years([assistant], TODAY) == 0.0
    assert years([Work(Value("Engineer", SPAN), None, None, ())], TODAY) is None
    assert interval(Period(Month(2030, 1), None, True, SPAN), TODAY) is None


@given(INTERVALS)
def test_union_is_the_number_of_distinct_months(spans: list[tuple[int, int]]) -> None:
    assert union(spans) == len({m for a, b in spans for m in range(a, b)})
