from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.market import pay_cells
from rung.market.pay_cells import PaidAd, Size, count, quantile, sizes

AD = PaidAd("ml-engineer", "US", "senior", "USD", "file", 100_000, 140_000, "2026-01", 2026)


def ads(n: int, **given: Any) -> list[PaidAd]:
    """Ads with middles 100,000, 101,000, …"""
    made = replace(AD, **given)
    return [replace(made, low=100_000 + 1000 * i, high=100_000 + 1000 * i) for i in range(n)]


def test_quantiles_are_straight_between_neighbours() -> None:
    values = [10.0, 20.0, 30.0, 40.0]
    assert [quantile(values, q) for q in (0, 0.25, 0.5, 1)] == [10, 17.5, 25, 40]
    assert quantile([7.0], 0.9) == 7


def test_a_cell_rests_on_the_middles_of_ranges() -> None:
    wide = [replace(ad, low=ad.low - 20_000, high=ad.high + 20_000) for ad in ads(11)]
    cell = next(c for c in count(wide) if c.level == "senior")
    assert (cell.p10, cell.p25, cell.p50, cell.p75, cell.p90) == (
        101_000,
        102_500,
        105_000,
        107_500,
        109_000,
    )
    assert (cell.n, cell.distinct) == (11, 11)


def test_each_ad_counts_for_its_level_and_for_all() -> None:
    found = count([*ads(10), *ads(12, level=None)])
    assert [(c.level, c.n) for c in found] == [("all", 22), ("senior", 10)]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (ads(10), True),
        (ads(9), False),
        (ads(4) * 5, False),
        (ads(5) * 5, True),
        (ads(10, employer="one"), False),
        ([replace(ad, employer=f"e{i % 3}") for i, ad in enumerate(ads(10))], True),
    ],
    ids=["ten", "nine", "four values", "five values", "one employer", "three employers"],
)
def test_thin_cells_are_not_kept(made: list[PaidAd], kept: bool) -> None:
    assert bool(count(made)) is kept


def test_sources_countries_and_currencies_stay_apart() -> None:
    mixed = [*ads(10), *ads(10, source="other"), *ads(10, country="CA"), *ads(10, currency="CAD")]
    assert {c.n for c in count(mixed)} == {10}
    assert len(count(mixed)) == 8


def test_sizes_count_thin_places_too() -> None:
    assert sizes([*ads(2), *ads(3, country="DE", currency="EUR")]) == (
        Size("ml-engineer", "DE", "EUR", "file", 3),
        Size("ml-engineer", "US", "USD", "file", 2),
    )


def test_cells_and_sizes_come_back_as_written(tmp_path: Path) -> None:
    cells, found = count(ads(20)), sizes(ads(20))
    pay_cells.write(tmp_path / "cells", cells)
    pay_cells.write_sizes(tmp_path / "sizes", found)
    assert pay_cells.read(tmp_path / "cells") == cells
    assert pay_cells.read_sizes(tmp_path / "sizes") == found


@given(st.lists(st.integers(20_000, 900_000), min_size=10, max_size=60))
def test_quantiles_rise_and_order_changes_nothing(middles: list[int]) -> None:
    made = [replace(AD, low=float(m), high=float(m)) for m in middles]
    found = count(made)
    for cell in found:
        assert min(middles) <= cell.p10 <= cell.p25 <= cell.p50 <= cell.p75 <= cell.p90
        assert cell.p90 <= max(middles)
        assert cell.distinct <= cell.n
    assert count(made[::-1]) == found
