from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rung.catalogue import load
from rung.core.records import Abstained
from rung.market.pay import pay_band
from rung.market.pay_cells import PayCell, Size
from rung.market.places import resolve_place
from rung.market.records import PayBand
from tests.market.made import CELL, snapshot

CATALOGUE = load()
TODAY = date(2026, 8, 1)
SENIOR = replace(CELL, level="senior", n=12, p25=150_000, p50=160_000, p75=170_000)
DOLLARS = replace(CELL, currency="USD", n=116, p50=121_000)
AMERICA = replace(CELL, country="US", currency="USD", n=2641, p25=170_000, p75=237_350)


def ask(
    folder: Path,
    cells: Sequence[PayCell],
    place: str | None = "Toronto",
    level: str | None = None,
    sizes: Sequence[Size] = (),
    today: date = TODAY,
) -> PayBand | Abstained:
    where = resolve_place(place, CATALOGUE.places) if place else None
    made = snapshot(folder, cells=cells, sizes=sizes)
    return pay_band(made, "ml-engineer", where, level, today, CATALOGUE)


def band(found: PayBand | Abstained) -> PayBand:
    assert isinstance(found, PayBand), found
    return found


def reason(found: PayBand | Abstained) -> str:
    assert isinstance(found, Abstained), found
    return found.reason


def test_the_level_asked_for_is_used_where_it_has_a_cell(tmp_path: Path) -> None:
    found = band(ask(tmp_path, [CELL, SENIOR], "Canada", "senior"))
    assert (found.low, found.mid, found.high) == (150_000, 160_000, 170_000)
    assert (found.level, found.place, found.currency) == ("senior level", "Canada", "CAD")
    assert (found.n, found.confidence, found.note) == (12, "low", "")
    assert (found.first, found.last, found.years) == ("2026-01", "2026-07", (2026,))
    assert found.source == "A salary file"


def test_a_level_without_a_cell_gets_all_levels_and_says_so(tmp_path: Path) -> None:
    found = band(ask(tmp_path, [CELL], "Canada", "senior"))
    assert (found.level, found.mid, found.confidence) == ("all levels", 120_000, "medium")
    assert "Too few ads at senior level" in found.note


def test_levels_that_do_not_rise_are_not_told_apart(tmp_path: Path) -> None:
    mid = replace(CELL, level="mid", p50=170_000)
    found = band(ask(tmp_path, [CELL, SENIOR, mid], "Canada", "senior"))
    assert found.level == "all levels"
    assert found.note.startswith("Pay of these ads does not rise with their level")


def test_a_city_gets_its_country_and_says_so(tmp_path: Path) -> None:
    found = band(ask(tmp_path, [CELL], "Toronto"))
    assert found.place == "Canada"
    assert "counted by country" in found.note


def test_ads_recorded_in_another_currency_are_told_but_not_mixed_in(tmp_path: Path) -> None:
    found = band(ask(tmp_path, [CELL, DOLLARS], "Canada"))
    assert (found.currency, found.n) == ("CAD", 40)
    assert found.note == (
        "Not counted: 116 ads recorded in USD, middle 121,000; the source may have read “$” as "
        "US dollars where CAD was meant."
    )


def test_a_country_without_enough_ads_is_never_given_another_ones_pay(tmp_path: Path) -> None:
    sizes = [
        Size("ml-engineer", "DE", "EUR", "file", 4),
        Size("ml-engineer", "DE", "USD", "file", 9),
        Size("data-engineer", "DE", "EUR", "file", 7),
    ]
    found = ask(tmp_path, [CELL, AMERICA], "Berlin", "senior", sizes)
    assert isinstance(found, Abstained)
    assert found.n == 4
    assert found.reason == (
        "No pay band in Germany: 4 machine learning engineer ads with pay in EUR read, and 10 "
        "of one source with 5 different values are needed. In the United States, which is "
        "another market, 2,641 ads post USD 170,000–237,350 a year (A salary file, 2026-01 to "
        "2026-07)."
    )


def test_only_foreign_money_is_no_band(tmp_path: Path) -> None:
    said = reason(ask(tmp_path, [DOLLARS], "Toronto"))
    assert said.startswith("No pay band in Canada: no machine learning engineer ad")
    assert "Not counted: 116 ads recorded in USD" in said


def test_without_a_place_the_countries_with_a_band_are_listed(tmp_path: Path) -> None:
    said = reason(ask(tmp_path, [CELL, AMERICA, DOLLARS], None))
    assert said == (
        "Pay differs by country: give a place. There is a band for machine learning engineer "
        "in: United States (2,641 ads), Canada (40 ads)."
    )


def test_a_region_lists_only_its_own_countries(tmp_path: Path) -> None:
    said = reason(ask(tmp_path, [CELL], "Europe"))
    assert said.endswith("No country there has enough machine learning engineer ads with pay.")


def test_the_freshest_source_with_many_ads_is_used_and_the_others_told(tmp_path: Path) -> None:
    old = replace(AMERICA, last="2025-08", source="old", n=2000)
    new = replace(AMERICA, last="2026-07", source="new", n=100)
    few = replace(AMERICA, last="2026-08", source="few", n=99)
    found = band(ask(tmp_path, [old, new, few], "United States"))
    assert (found.source, found.n, found.confidence) == ("new", 100, "high")
    assert "Another source, old, has the middle USD 120,000 (2,000 ads" in found.note
    assert "99 ads" in found.note


def test_of_small_sources_the_largest_is_used(tmp_path: Path) -> None:
    small = replace(CELL, source="small", n=11, last="2026-08")
    found = band(ask(tmp_path, [small, CELL], "Canada"))
    assert found.n == 40


def test_ads_older_than_a_year_are_said_to_be(tmp_path: Path) -> None:
    year_on, later = date(2027, 7, 31), date(2027, 8, 1)
    assert band(ask(tmp_path, [CELL], "Canada", today=year_on)).note == ""
    assert band(ask(tmp_path, [CELL], "Canada", today=later)).note == (
        "The newest of these ads is from 2026-07: over a year old."
    )


def test_ads_far_apart_lower_the_confidence(tmp_path: Path) -> None:
    mixed = replace(CELL, n=200, p25=40_000, p75=130_000)
    found = band(ask(tmp_path, [mixed], "Canada"))
    assert found.confidence == "low"
    assert "different jobs" in found.note


def test_few_ads_far_apart_give_no_band_and_say_why(tmp_path: Path) -> None:
    mixed = replace(CELL, n=13, p25=40_000, p75=130_000)
    assert "different jobs" in reason(ask(tmp_path, [mixed], "Canada"))


def test_every_band_says_what_it_rests_on(tmp_path: Path) -> None:
    found = band(ask(tmp_path, [CELL], "Canada"))
    assert (found.period, found.distinct, found.role) == ("year", 20, "ml-engineer")
    assert "without equity" in found.basis
    assert found.guide.startswith("USD ")
