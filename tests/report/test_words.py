"""Words for dates, hours, money and untrusted text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.core.records import HoursRange
from rung.report import words
from tests.report import answers


def test_days_months_and_spans_in_words() -> None:
    assert words.day(date(2027, 8, 31)) == "31 August 2027"
    assert words.short_day(date(2027, 1, 3)) == "3 Jan"
    assert words.moment("2025-02") == "February 2025"
    assert words.moment("2025-02-09") == "9 February 2025"
    assert words.moment("2025") == "2025"
    assert words.moment("2025-13") == "2025-13"
    assert words.moment("spring") == "spring"
    assert words.span_of("2025-02", "2025-02") == "February 2025"


def test_hours_and_counts() -> None:
    assert words.hours_range(HoursRange(2, 3.5, 7)) == "3.5 (2–7)"
    assert words.hours_range(HoursRange(1, 1, 1)) == "1"
    assert words.total(1208.4) == "1,208"
    assert words.share(1, 3) == "33%"
    assert words.share(0, 0) == ""
    assert words.several(1, "ad") == "1 ad"
    assert words.several(1200, "ad") == "1,200 ads"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "//host/x", "ftp://host/x", "",
        "https://", 'https://x/"y', "https://x/<y", "https://x/ y", " https://x/y", "file:///x",
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    assert words.web_address(answers.ad(1, url or " ")) == ""


def test_web_addresses_stay_as_they_are() -> None:
    assert words.web_address(answers.ad(1, "http://x.example/a?b=c")) == "http://x.example/a?b=c"


@given(st.text(), st.integers(2, 40))
def test_a_line_is_one_line_and_no_longer_than_asked(text: str, most: int) -> None:
    found = words.line(text, most)
    assert len(found) <= most
    assert len(found.splitlines()) <= 1
    assert words.line(found, most) == found
