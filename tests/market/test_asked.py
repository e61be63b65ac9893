"""Degrees, years and MBAs counted over ads."""

from __future__ import annotations

from dataclasses import replace

from rung import market
from rung.market.asked import FEWEST_YEARS, asks
from tests.market.made import AD


def test_each_count_carries_its_n() -> None:
    ads = [
        replace(AD, degree="phd", degree_strength="required", years=3.0, mba=False),
        replace(AD, degree="phd", degree_strength="or_equivalent", mba=True),
        replace(AD, degree="bachelor", degree_strength="preferred", mba=False),
        replace(AD, mba=False),
    ]
    found = asks(ads)
    phd = next(d for d in found.degrees if d.level == "phd")
    assert (phd.required, phd.or_equivalent, phd.preferred, phd.n) == (1, 1, 0, 4)
    assert (found.no_degree.k, found.no_degree.n) == (1, 4)
    assert found.mba is not None
    assert (found.mba.k, found.mba.n) == (1, 4)
    assert (found.years.stated.k, found.years.p50) == (1, None)


def test_the_middle_of_years_is_told_only_where_enough_ads_state_them() -> None:
    ads = [replace(AD, years=float(y)) for y in range(1, FEWEST_YEARS + 1)]
    assert asks(ads).years.p50 == 5.5
    assert asks(ads[1:]).years.p50 is None


def test_an_mba_that_was_not_looked_for_is_not_said_to_be_absent() -> None:
    assert asks([AD]).mba is None


def test_every_bundled_ad_falls_into_one_degree() -> None:
    ads = market.load().readings
    found = asks(ads)
    told = sum(d.required + d.or_equivalent + d.preferred for d in found.degrees)
    assert told + found.no_degree.k == len(ads)
