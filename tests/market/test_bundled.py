"""The snapshot that ships: what must hold of every figure in it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from rung.catalogue import load
from rung.market import PACKAGED, demand, demands
from rung.market import load as load_market
from rung.market.pay_cells import FEWEST_ADS, FEWEST_DISTINCT
from rung.market.places import resolve_place

CATALOGUE = load()
MARKET = load_market()
MOST_BYTES = 3_000_000
STALE = "The snapshot is stale: run rung ads snapshot."


def test_files_are_those_the_manifest_describes() -> None:
    for file in MARKET.manifest.files:
        found = hashlib.sha256((PACKAGED / file.name).read_bytes()).hexdigest()
        assert found == file.sha256, file.name
    assert sum(p.stat().st_size for p in PACKAGED.iterdir()) < MOST_BYTES


def test_the_manifest_accounts_for_every_ad_read() -> None:
    about = MARKET.manifest
    assert about.read == about.ads + sum(left.n for left in about.left_out)
    assert about.ads == len(MARKET.readings) == sum(s.n for s in about.sources)
    assert "2025-01" <= about.first <= about.last
    assert all(s.licence and s.origin and s.first <= s.last for s in about.sources)


def test_readings_name_what_the_catalogue_holds() -> None:
    metros = {m.id for m in CATALOGUE.places.metros}
    countries = {c.code: c.region for c in CATALOGUE.places.countries}
    for ad in MARKET.readings:
        assert ad.role in CATALOGUE.roles, STALE
        assert ad.asked <= set(CATALOGUE.skills), STALE
        assert ad.metros <= metros, STALE
        assert {countries[c] for c in ad.countries} <= ad.regions, STALE
        assert len(ad.asked) == len(ad.required) + len(ad.preferred) + len(ad.mentioned)


@pytest.mark.parametrize("role", sorted(CATALOGUE.roles))
@pytest.mark.parametrize("place", [None, "Toronto", "San Francisco", "Germany", "Europe"])
def test_demand_holds_together_everywhere(role: str, place: str | None) -> None:
    where = resolve_place(place, CATALOGUE.places) if place else None
    found = demand(MARKET, role, where, CATALOGUE)
    assert found.n >= 30
    assert len(found.asked) == (0 if found.scope == "family" else found.n)
    other = CATALOGUE.roles[role].counted_with
    assert ("both are counted as one" in found.why) == (other is not None)
    assert (found.why == "") == (found.used.startswith(found.place) and other is None)
    ranks = [(-s.k, s.skill) for s in found.skills]
    assert ranks == sorted(ranks)
    for skill in found.skills:
        assert skill.k_required + skill.k_preferred <= skill.k
        assert 0 < skill.k <= skill.n == found.n
        assert skill.exact.k <= skill.exact.n == found.ladder[0].n
        assert len(skill.ads) <= min(5, skill.k)
        assert skill.ads or skill.k < 5


def test_referenced_ads_can_be_looked_at() -> None:
    numbers = {ad.ad for ad in MARKET.readings}
    assert set(MARKET.references) <= numbers
    for fact in MARKET.references.values():
        assert 0 < len(fact.title) <= 120
        assert fact.employer
        assert fact.url.startswith("https://")
        assert fact.seen >= "2025-01"


def test_pay_cells_have_enough_ads_and_rise() -> None:
    assert MARKET.pay
    for cell in MARKET.pay:
        assert cell.n >= FEWEST_ADS
        assert FEWEST_DISTINCT <= cell.distinct <= cell.n
        assert cell.p10 <= cell.p25 <= cell.p50 <= cell.p75 <= cell.p90
        assert cell.p10 >= 10_000
        assert cell.role in CATALOGUE.roles
        assert cell.first <= cell.last
        assert all(2024 <= year <= 2026 for year in cell.years)


def test_titles_are_in_common_use() -> None:
    for title in MARKET.titles:
        assert title.n >= 5
        assert 3 <= title.employers <= title.n


@pytest.mark.parametrize(
    ("role", "skills"),
    [
        ("ml-engineer", {"python", "pytorch", "model-deployment"}),
        ("data-scientist", {"python", "sql", "statistics"}),
        ("data-engineer", {"python", "sql", "data-pipelines"}),
        ("ai-engineer", {"python", "llm", "rag"}),
        ("mlops-engineer", {"python", "kubernetes", "mlops"}),
        ("research-scientist", {"python", "pytorch", "publications"}),
    ],
)
def test_the_most_asked_skills_are_what_practitioners_expect(role: str, skills: set[str]) -> None:
    asked = demands(MARKET, CATALOGUE)[role].skills
    hard = [s.skill for s in asked if CATALOGUE.skills[s.skill].kind != "human"]
    assert skills <= set(hard[:15])


def test_demand_over_all_places_is_the_same_both_ways() -> None:
    found = demand(MARKET, "ml-engineer", None, CATALOGUE)
    quick = demands(MARKET, CATALOGUE)["ml-engineer"]
    assert [replace(s, ads=()) for s in found.skills] == list(quick.skills)
