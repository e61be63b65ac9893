from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rung.market.own_ads import Current
from rung.market.own_pay import paid
from rung.market.pay_cells import count

FACTS: dict[str, Any] = {
    "role": "ml-engineer",
    "level": "senior",
    "countries": ["CA"],
    "pay_low": 120_000.0,
    "pay_high": 150_000.0,
    "pay_currency": "CAD",
    "pay_period": "year",
}
AD = Current(
    key="a",
    source="board",
    board="b",
    title="ML Engineer",
    employer="Example",
    location="Toronto",
    url="",
    posted="",
    first_seen="2026-10-01",
    last_seen="2026-11-02",
    canonical="a",
    facts=FACTS,
)


def test_an_ad_that_states_its_pay_is_one_record_of_the_month_it_was_seen() -> None:
    (record,) = paid([AD]).ads
    assert (record.role, record.country, record.level) == ("ml-engineer", "CA", "senior")
    assert (record.currency, record.middle, record.month) == ("CAD", 135_000, "2026-11")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"pay_period": "hour"}, "not by the year"),
        ({"countries": ["CA", "US"]}, "no one country"),
        ({"pay_high": None}, "one end only"),
        ({"role": ""}, "another role"),
        ({"level": "intern"}, "internship"),
        ({"pay_low": 40_000.0}, "ends more than 3 times apart"),
        ({"pay_low": 9_000.0, "pay_high": 9_500.0}, "under 10,000 a year"),
    ],
)
def test_pay_that_cannot_be_counted_says_why(facts: dict[str, Any], why: str) -> None:
    found = paid([replace(AD, facts={**FACTS, **facts})])
    assert found.ads == ()
    assert [left.reason for left in found.left_out] == [f"ads on this machine: {why}"]


def test_a_job_told_twice_pays_once_and_an_ad_without_pay_is_no_record() -> None:
    silent = replace(AD, facts={**FACTS, "pay_low": None, "pay_high": None})
    found = paid([AD, replace(AD, key="again"), silent])
    assert len(found.ads) == 1
    assert [left.n for left in found.left_out] == [1]


def test_ten_ads_of_three_employers_make_a_cell() -> None:
    ads = [
        replace(
            AD,
            key=str(n),
            canonical=str(n),
            employer=f"Employer {n % 3}",
            facts={**FACTS, "pay_low": 100_000.0 + 1_000 * n},
        )
        for n in range(10)
    ]
    cells = count(paid(ads).ads)
    assert {(c.level, c.n) for c in cells} == {("senior", 10), ("all", 10)}
    assert count(paid([replace(ad, employer="One") for ad in ads]).ads) == ()
