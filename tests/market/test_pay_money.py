from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.economy import economy
from rung.market.pay_money import in_currency, in_terms, place_in, terms, with_guide
from rung.market.pay_tables import Rate
from rung.market.records import PayBand

BAND = PayBand(
    low=80_000, mid=100_000, high=120_000,
    p10=60_000, p25=80_000, p50=100_000, p75=120_000, p90=140_000,
    currency="GBP", period="year", basis="base pay", n=24, distinct=20, first="2024-01",
    last="2025-08", years=(2024, 2025), place="United Kingdom", level="all levels",
    role="ml-engineer", source="A file", confidence="low",
)  # fmt: skip
RATES = {"GBP": Rate(2025, 0.8), "EUR": Rate(2025, 0.9)}
TODAY = date(2026, 8, 1)


def test_another_currency_is_turned_at_a_rate_that_is_told() -> None:
    found = in_currency(BAND, "eur", RATES)
    assert (found.currency, found.mid, found.p90) == ("EUR", 112_000, 158_000)
    assert "1.125 EUR for one, the average of 2025" in found.note
    assert in_currency(BAND, "USD", RATES).mid == 125_000
    assert in_currency(BAND, "GBP", RATES) is BAND


def test_a_currency_without_ads_is_turned_at_the_yearly_average() -> None:
    krone = economy().rates.values["SEK"]
    assert in_currency(BAND, "SEK", RATES).mid == pytest.approx(125_000 * krone.value, rel=0.01)


def test_an_unknown_currency_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UserError, match="no exchange rate") as error:
        in_currency(BAND, "XAU", RATES)
    assert "EUR" in error.value.next_step


def test_buying_power_divides_by_the_factor_and_names_it() -> None:
    found = in_terms(BAND, "ppp", "GB", TODAY)
    factor = economy().ppp.values["GB"]
    assert found.mid == pytest.approx(100_000 / factor.value, rel=0.01)
    assert found.currency == "international USD"
    assert "World Bank" in found.note
    assert str(factor.year) in found.note


def test_todays_prices_rest_on_the_newest_inflation_and_say_so() -> None:
    found = in_terms(BAND, "real", "GB", TODAY)
    rise = economy().inflation.values["GB"]
    assert found.mid == pytest.approx(100_000 * (1 + rise.value / 100), rel=0.01)
    assert f"as in {rise.year}" in found.note
    assert in_terms(replace(BAND, last="2026-08"), "real", "GB", TODAY).mid == BAND.mid
    assert in_terms(BAND, "nominal", "GB", TODAY) is BAND


def test_terms_nobody_knows_are_an_error() -> None:
    assert terms("PPP") == "ppp"
    with pytest.raises(UserError, match="terms 'cash'"):
        terms("cash")


def test_the_guides_range_is_placed_in_the_band_whatever_its_money() -> None:
    guide = load().roles["ml-engineer"].guide_pay
    assert guide is not None
    assert (guide.currency, guide.low, guide.high) == ("USD", 80_000, 200_000)
    abroad = with_guide(BAND, guide, RATES)
    assert abroad.guide_range is None
    assert abroad.guide_at == "p13 to above p90 of these ads"
    at_home = with_guide(replace(BAND, currency="USD"), guide, RATES)
    assert at_home.guide_range == (80_000, 200_000)
    assert at_home.guide_at == "p25 to above p90 of these ads"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (50_000, "below p10"),
        (60_000, "p10"),
        (70_000, "p18"),
        (140_000, "p90"),
        (140_001, "above p90"),
    ],
)
def test_an_amount_is_placed_between_the_quantiles(amount: int, said: str) -> None:
    assert place_in(BAND, amount) == said
