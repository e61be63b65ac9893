"""Pay as ads state it: what counts, in which currency and period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.reading.pay import Pay, pay_of


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("The base salary is $166,000-$244,000 + bonus.", "USD", (166000, 244000, "USD", "year")),
        ("Salary: $90,000 to $120,000 a year", "CAD", (90000, 120000, "CAD", "year")),
        ("salary £60k – £75k per annum", "EUR", (60000, 75000, "GBP", "year")),
        ("between 45.000 € und 60.000 € brutto", "EUR", (45000, 60000, "EUR", "year")),
        ("€160.000+ | Full-Time", "EUR", (160000, None, "EUR", "year")),
        ("We pay $45 - $60 an hour", "USD", (45, 60, "USD", "hour")),
        ("Hourly Rate:\n\n$60—$60 USD", "USD", (60, 60, "USD", "hour")),
        ("a daily rate of £500", "EUR", (500, 500, "GBP", "day")),
        ("salary of 12-18 LPA", "EUR", (1200000, 1800000, "INR", "year")),
        ("Salary from CHF 110'000 - 130'000", "EUR", (110000, 130000, "CHF", "year")),
        ("US: salary $100,000 - $120,000\nNYC: salary $130,000 - $150,000", "USD",
         (100000, 150000, "USD", "year")),
        ("Base pay $100k-$120k. OTE $180k-$200k.", "USD", (100000, 120000, "USD", "year")),
    ],
)  # fmt: skip
def test_pay_that_is_stated(
    text: str, own: str, expected: tuple[float, float | None, str, str]
) -> None:
    pay = pay_of(text, own)
    assert pay is not None
    assert (pay.low, pay.high, pay.currency, pay.period) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We raised $40M from leading investors",
        "$1,500 learning budget a year",
        "Up to $2,000 referral bonus",
        "401k match up to $5,000",
        "a $50B market with 120,000 - 150,000 customers",
        "We process 100,000 - 200,000 events a day",
        "",
    ],
)
def test_other_figures_are_no_pay(text: str) -> None:
    assert pay_of(text) is None


@given(
    st.integers(20, 900),
    st.integers(0, 80),
    st.sampled_from("$€£"),
    st.sampled_from(["-", "–", "to"]),
)
def test_a_range_is_read_as_written(low: int, more: int, sign: str, between: str) -> None:
    text = f"Salary: {sign}{low}k {between} {sign}{low + more}k per year"
    pay = pay_of(text, "USD")
    assert pay is not None
    assert (pay.low, pay.high) == (low * 1000, (low + more) * 1000)
    assert pay.currency == {"$": "USD", "€": "EUR", "£": "GBP"}[sign]


@given(st.text(alphabet="$€£0123456789,.kKM-– salaryperhouUSD\n", max_size=80))
def test_no_text_breaks_it_and_ends_are_in_order(text: str) -> None:
    pay = pay_of(text)
    if isinstance(pay, Pay):
        assert 0 <= pay.start < pay.end <= len(text)
        if pay.low is not None and pay.high is not None:
            assert pay.low <= pay.high
