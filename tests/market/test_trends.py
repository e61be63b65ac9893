"""Trends: planted ones are found, a changing mix of sources is none, few data are told as few."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.market.trends import (
    YEAR,
    Point,
    TooFew,
    Trend,
    badge,
    changing,
    enough,
    joined,
    trend,
)


def chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def made(
    levels: Sequence[float], slope: float, times: int = 12, n: int = 200, growth: float = 0.0
) -> list[Point]:
    """Sources at their own levels, all with one slope; the first shrinks where the others grow."""
    draw = random.Random(7)  # noqa: S311 - nothing secret
    points = []
    for number, level in enumerate(levels):
        for step in range(times):
            day = 30.0 * step
            turn = -growth if number == 0 else growth
            size = round(n * math.exp(turn * day / YEAR))
            p = chance(level + slope * day / YEAR)
            points.append(
                Point(f"s{number}", day, sum(draw.random() < p for _ in range(size)), size)
            )
    return points


def told(points: Sequence[Point]) -> Trend:
    found = trend(points)
    assert isinstance(found, Trend), found
    return found


@pytest.mark.parametrize("slope", [-1.0, 1.0])
def test_a_planted_change_is_found_with_its_size(slope: float) -> None:
    found = told(made([-1.5, -0.5], slope))
    assert abs(found.slope - slope) < 2 * (found.high - found.low)
    assert found.p < 0.001
    assert (found.share_last > found.share_first) == (slope > 0)
    assert (found.forecast > found.share_last) == (slope > 0)
    assert found.forecast_low < found.forecast < found.forecast_high


def test_a_mix_that_shifts_towards_one_source_is_no_trend() -> None:
    points = made([-3.0, 0.0], 0.0, growth=1.5)
    by_day: dict[float, list[Point]] = {}
    for p in points:
        by_day.setdefault(p.day, []).append(p)
    raw = [sum(p.k for p in ps) / sum(p.n for p in ps) for _, ps in sorted(by_day.items())]
    assert raw[-1] > 1.5 * raw[0]
    found = told(points)
    assert found.low < 0 < found.high
    assert found.p > 0.05


def test_ads_are_counted_from_the_first_to_the_last_time() -> None:
    found = told(made([-1.0], 0.5))
    assert (found.first, found.last, found.times) == (0, 330, 12)
    assert found.n == 12 * 200
    assert found.ahead == 330


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (made([-1.0], 1.0, times=5), "no source was observed 6 times (the most: 5)"),
        ([Point("s", 10.0 * i, 20, 50) for i in range(9)], "over 90 days (the longest: 80)"),
        ([Point("s", 30.0 * i, 1, 50) for i in range(9)], "9 of 450 ads"),
        ([Point("s", 30.0 * i, 49, 50) for i in range(9)], "441 of 450 ads"),
    ],
)
def test_few_data_are_said_to_be_few(points: list[Point], said: str) -> None:
    found = trend(points)
    assert isinstance(found, TooFew)
    assert found.reason.startswith("insufficient data")
    assert said in found.reason
    assert badge(found, changes=False) == "insufficient data"


def test_a_source_seen_too_seldom_adds_nothing() -> None:
    often = made([-1.0], 0.5)
    seldom = [Point("late", 30.0 * i, 50, 50) for i in range(5)]
    assert trend([*often, *seldom]) == trend(often)


def test_a_visit_without_new_ads_is_a_visit() -> None:
    points = [Point("s", 30.0 * i, 10 * (i % 2), 30 * (i % 2)) for i in range(8)]
    kept, why = enough(points)
    assert why == ""
    assert all(p.n for p in kept)


def test_thin_times_are_joined_and_no_ad_is_lost() -> None:
    points = [Point("s", 30.0 * i, i % 2, 6) for i in range(20)]
    found = joined(points)
    assert len(found) < len(points)
    assert sum(p.k for p in found) == 10
    assert sum(p.n for p in found) == 120


def trend_of(p: float, slope: float = 0.5, share: float = 0.1, wide: float = 0.2) -> Trend:
    return Trend(
        k=50, n=500, sources=("s",), times=8, first=0, last=240, share_first=share,
        share_last=share, slope=slope, low=slope - wide, high=slope + wide, p=p, ahead=90,
        forecast=share, forecast_low=share, forecast_high=share,
    )  # fmt: skip


def test_of_many_only_the_surest_are_told_as_changing() -> None:
    assert changing([trend_of(0.04) for _ in range(20)]) == frozenset()
    surest = [trend_of(0.0001), trend_of(0.5), trend_of(0.002), trend_of(0.3)]
    assert changing(surest) == {0, 2}
    assert changing([]) == frozenset()


@pytest.mark.parametrize(
    ("found", "changes", "word"),
    [
        (trend_of(0.001, share=0.02), True, "emerging"),
        (trend_of(0.001, share=0.3), True, "growing"),
        (trend_of(0.001, slope=-0.5, share=0.3), True, "fading"),
        (trend_of(0.9, slope=0.1, share=0.3), False, "established"),
        (trend_of(0.9, slope=0.1, share=0.1), False, "steady"),
        (trend_of(0.9, slope=0.1, share=0.3, wide=2), False, "unclear"),
    ],
)
def test_a_badge_says_no_more_than_the_interval_allows(
    found: Trend, changes: bool, word: str
) -> None:
    assert badge(found, changes=changes) == word


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"), st.integers(0, 40), st.integers(0, 30), st.integers(0, 30)
        ),
        max_size=40,
    )
)
def test_any_counts_give_a_trend_in_order_or_a_reason(
    rows: list[tuple[str, int, int, int]],
) -> None:
    points = [Point(source, 15.0 * step, k, k + rest) for source, step, k, rest in rows]
    if not points:
        return
    found = trend(points)
    if isinstance(found, TooFew):
        assert found.reason
        return
    assert found.low <= found.slope <= found.high
    assert 0 <= found.p <= 1
    assert 0 <= found.forecast_low <= found.forecast_high <= 1
    assert 0 < found.share_first < 1
