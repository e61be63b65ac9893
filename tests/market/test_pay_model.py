"""The pay model: what it learns from ads made up to a known rule, and laws its bands keep."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.market.pay_fit import PaidKind, fit
from rung.market.pay_model import Model, estimate

PAYS = {"US": 150_000, "GB": 100_000, "DE": 90_000}
RAISES = {"junior": 0.7, "mid": 1.0, "senior": 1.4}
MONTHS = ("2024-01", "2024-07", "2025-01", "2025-08")


def made(sizes: dict[str, int], seed: int = 1, spread: float = 0.2) -> list[PaidKind]:
    """Ads whose pay is a country's times a level's, give or take ``spread``."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    ads: list[PaidKind] = []
    for country, n in sizes.items():
        for number in range(n):
            level = draw.choice(list(RAISES))
            middle = PAYS[country] * RAISES[level] * 2.718281828 ** draw.gauss(0, spread)
            market = "united-states" if country == "US" else "europe"
            features = (market, country, "ml-engineer", level, "0", "M", MONTHS[number % 4])
            ads.append(PaidKind(features, middle * 0.8, middle * 1.2))
    return ads


def kind(country: str, level: str = "mid") -> dict[str, str]:
    market = "united-states" if country == "US" else "europe"
    return {"market": market, "country": country, "role": "ml-engineer", "level": level}


def told(model: Model, country: str, level: str) -> tuple[float, ...]:
    return estimate(model, kind(country, level)).quantiles


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(made({"US": 3000, "GB": 600, "DE": 300}), "2025-08")


@pytest.mark.parametrize("country", PAYS)
@pytest.mark.parametrize("level", RAISES)
def test_planted_pay_is_found_again(model: Model, country: str, level: str) -> None:
    middle = told(model, country, level)[2]
    assert middle == pytest.approx(PAYS[country] * RAISES[level], rel=0.06)


def test_a_band_holds_what_it_should_of_ads_to_come(model: Model) -> None:
    later = made({"US": 2000}, seed=2)
    bands = {level: told(model, "US", level) for level in RAISES}
    inside = [
        bands[ad.features[3]][0] <= (ad.low + ad.high) / 2 <= bands[ad.features[3]][-1]
        for ad in later
    ]
    assert 0.77 <= sum(inside) / len(inside) <= 0.86


def test_the_width_of_one_ad_is_told_apart_from_the_spread_between_ads(model: Model) -> None:
    found = estimate(model, {"market": "united-states", "country": "US", "role": "ml-engineer"})
    assert found.width == pytest.approx(1.5)


def width(quantiles: Sequence[float]) -> float:
    return quantiles[-1] / quantiles[0]


def test_where_ads_are_few_the_band_is_wider_and_leans_on_the_others() -> None:
    few = fit(made({"US": 3000, "GB": 600, "DE": 3}), "2025-08")
    assert width(told(few, "DE", "mid")) > width(told(few, "GB", "mid"))


def test_a_country_never_seen_gets_its_neighbours_pay_and_a_wide_band(model: Model) -> None:
    features = {"market": "europe", "role": "ml-engineer", "level": "mid"}
    found = estimate(model, {**features, "country": "FR"}).quantiles
    assert PAYS["DE"] * 0.8 < found[2] < PAYS["GB"] * 1.2
    assert width(found) > width(told(model, "GB", "mid"))


def test_an_ad_told_a_hundred_times_is_not_a_hundred_ads() -> None:
    ads = made({"US": 3000, "GB": 600, "DE": 3})
    again = ads + [ad for ad in ads if ad.features[1] == "DE"] * 99
    once, often = fit(ads, "2025-08"), fit(again, "2025-08")
    assert width(told(often, "DE", "mid")) > 0.8 * width(told(once, "DE", "mid"))


def test_newer_ads_weigh_more() -> None:
    old = [
        PaidKind(("m", "US", "r", "mid", "0", "M", "2023-01"), 90_000.0 + n, 110_000.0 + n)
        for n in range(200)
    ]
    new = [
        PaidKind(("m", "US", "r", "mid", "0", "M", "2025-08"), 140_000.0 + n, 160_000.0 + n)
        for n in range(200)
    ]
    model = fit(old + new, "2025-08", terms=(("country",),))
    middle = estimate(model, {"country": "US"}).quantiles[2]
    assert middle > 130_000


def test_nothing_to_fit_is_said() -> None:
    with pytest.raises(ValueError, match="no ads"):
        fit([], "2025-08")


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["US", "GB", "DE"]),
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(list(RAISES)),
            st.sampled_from(MONTHS),
            st.floats(1_000, 1_000_000),
            st.floats(1, 3),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_quantiles_always_rise(
    rows: list[tuple[str, str, str, str, float, float]],
) -> None:
    ads = [
        PaidKind(("m", country, role, level, "0", "M", month), low, low * times)
        for country, role, level, month, low, times in rows
    ]
    model = fit(ads, "2025-08")
    for country, role, level, *_ in rows:
        found = estimate(
            model, {"market": "m", "country": country, "role": role, "level": level}
        ).quantiles
        assert list(found) == sorted(found)
        assert found[0] > 0
