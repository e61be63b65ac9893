"""Laws of every pay band the bundled figures can tell: bars P10 and P11."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung import market
from rung.catalogue import load
from rung.market import pay_learn, pay_tables
from rung.market.pay import pay_band
from rung.market.pay_learn import FEWEST
from rung.market.places import resolve_place
from rung.market.records import PayBand

CATALOGUE = load()
TODAY = date(2026, 11, 26)
COUNTRIES = [c.label for c in CATALOGUE.places.countries]
LADDER = ("junior", "mid", "senior")


@cache
def band(role: str, country: str, level: str | None, remote: bool | None = None) -> PayBand | None:
    place = resolve_place(country, CATALOGUE.places)
    found = pay_band(market.load(), role, place, level, TODAY, CATALOGUE, remote=remote)
    return found if isinstance(found, PayBand) else None


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(CATALOGUE.roles)),
    st.sampled_from(COUNTRIES),
    st.sampled_from([None, *LADDER]),
    st.sampled_from([None, True, False]),
)
def test_every_band_carries_what_it_rests_on(
    role: str, country: str, level: str | None, remote: bool | None
) -> None:
    found = band(role, country, level, remote)
    if found is None:
        return
    assert found.n >= FEWEST
    assert found.years
    assert all(2020 <= year <= TODAY.year for year in found.years)
    assert found.first <= found.last
    assert found.source
    assert found.source != found.role
    assert len(found.currency) == 3
    assert "without equity" in found.basis
    assert found.confidence in ("high", "medium", "low")
    assert 0 < found.p10 < found.p25 < found.p50 < found.p75 < found.p90


@pytest.mark.parametrize("country", ["United States", "United Kingdom", "Germany", "Canada"])
def test_a_higher_level_is_never_told_less(country: str) -> None:
    for role in sorted(CATALOGUE.roles):
        rungs = [b for b in (band(role, country, level) for level in LADDER) if b]
        rungs = [b for b in rungs if b.level != "all levels" and b.borrowed + b.later]
        assert [b.mid for b in rungs] == sorted(b.mid for b in rungs), role


def test_thin_bands_say_what_they_lean_on_and_how_such_bands_held() -> None:
    found = band("ml-engineer", "United Kingdom", "senior")
    assert found is not None
    assert found.confidence == "low"
    assert "ads of other roles in the United Kingdom" in found.borrowed
    assert "later ads with as many like them" in found.later


def test_a_role_that_drifted_warns_and_is_less_sure() -> None:
    tables = market.load().pay_tables
    assert tables is not None
    drifted = {
        n for (kind, n), found in tables.later.items() if kind == "role" and found.share < 0.72
    }
    assert drifted
    for role in drifted:
        found = band(role, "United States", None)
        assert found is not None
        assert "has shifted" in found.note
        assert found.confidence != "high"


def test_a_country_with_too_few_ads_is_told_its_neighbours_band() -> None:
    place = resolve_place("France", CATALOGUE.places)
    found = pay_band(market.load(), "research-scientist", place, None, TODAY, CATALOGUE)
    assert not isinstance(found, PayBand)
    assert "No pay band in France" in found.reason
    assert "In western Europe together" in found.reason


def test_the_tables_come_back_as_they_were_written(tmp_path: Path) -> None:
    tables = market.load().pay_tables
    assert tables is not None
    pay_tables.write(tmp_path, tables, lambda term, key: pay_learn.keep(CATALOGUE, term, key))
    assert pay_tables.read(tmp_path) == tables
    assert sum(p.stat().st_size for p in tmp_path.iterdir()) <= 500_000


def test_figures_without_a_pay_model_have_none(tmp_path: Path) -> None:
    assert pay_tables.read(tmp_path) is None
