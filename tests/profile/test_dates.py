"""Dates as written, and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.profile.dates import MONTHS, find
from rung.profile.records import Month


@pytest.mark.parametrize(
    ("text", "first", "last", "current"),
    [
        ("Mar 2021 – present", Month(2021, 3), None, True),
        ("03/2019 – 02/2021", Month(2019, 3), Month(2021, 2), False),
        ("2019-03 to 2020-11", Month(2019, 3), Month(2020, 11), False),
        ("2018 – 2021", Month(2018), Month(2021), False),
        ("2019–21", Month(2019), Month(2021), False),
        ("Jan – Mar 2020", Month(2020, 1), Month(2020, 3), False),
        ("seit Juni 2020", Month(2020, 6), None, True),
        ("janvier 2018 – aujourd’hui", Month(2018, 1), None, True),
        ("enero de 2019 a marzo de 2020", Month(2019, 1), Month(2020, 3), False),
        ("01.02.2019 – 31.03.2020", Month(2019, 2), Month(2020, 3), False),
        ("Jun '19 - Aug '20", Month(2019, 6), Month(2020, 8), False),
        ("Sep. 2023  Mar. 2024", Month(2023, 9), Month(2024, 3), False),
    ],
)
def test_ranges(text: str, first: Month, last: Month | None, current: bool) -> None:
    (hit,) = find(text)
    assert (hit.first, hit.last, hit.current, hit.range) == (first, last, current, True)
    assert text[hit.start : hit.end] == text


@pytest.mark.parametrize(
    ("text", "date"),
    [("Summer 2020", Month(2020)), ("2019-03", Month(2019, 3)), ("May 2027", Month(2027, 5))],
)
def test_single_dates_keep_their_precision(text: str, date: Month) -> None:
    (hit,) = find(text)
    assert (hit.first, hit.last, hit.range) == (date, None, False)


def test_open_range_says_so() -> None:
    (hit,) = find("May 2022 –")
    assert (hit.first, hit.last, hit.current, hit.open) == (Month(2022, 5), None, False, True)


@pytest.mark.parametrize("text", ["$2000", "2,020 users", "from 28 to 6 minutes", "may rise", "v2"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find(text) == ()


@given(st.sampled_from(sorted(MONTHS)), st.integers(1960, 2040), st.integers(0, 9))
def test_every_month_name_makes_a_range(name: str, year: int, more: int) -> None:
    (hit,) = find(f"{name} {year} – {name} {year + more}")
    assert hit.first == Month(year, MONTHS[name])
    assert hit.last == Month(year + more, MONTHS[name])


@pytest.mark.parametrize(
    ("text", "first", "last", "current"),
    [
        ("março de 2021 – atual", (2021, 3), None, True),
        ("fev. 2019 até dez. 2020", (2019, 2), (2020, 12), False),
        ("gennaio 2018 – maggio 2020", (2018, 1), (2020, 5), False),
        ("dal settembre 2019", (2019, 9), None, True),
        ("januari 2017 t/m maart 2019", (2017, 1), (2019, 3), False),
        ("mei 2020 – heden", (2020, 5), None, True),
        ("févr. 2016 – août 2018", (2016, 2), (2018, 8), False),
        ("enero de 2020 – la actualidad", (2020, 1), None, True),
        ("Okt. 2015 bis Jän. 2017", (2015, 10), (2017, 1), False),
    ],
)
def test_months_of_other_languages(
    text: str, first: tuple[int, int], last: tuple[int, int] | None, current: bool
) -> None:
    (hit,) = find(text)
    assert hit.first == Month(*first)
    assert hit.last == (Month(*last) if last else None)
    assert hit.current is current
