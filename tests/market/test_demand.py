from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.catalogue import load
from rung.market.demand import FAMILY, demand, demands, ladder
from rung.market.places import resolve_place
from rung.market.readings import Reading
from rung.market.records import Count
from rung.market.snapshot import Snapshot
from tests.market.made import AD, AMERICA, BERLIN, CANADA, TORONTO, fact, numbered, snapshot

CATALOGUE = load()
IN_TORONTO = resolve_place("Toronto", CATALOGUE.places)


def market(folder: Path, *groups: tuple[int, Reading]) -> Snapshot:
    ads = numbered([ad for n, ad in groups for _ in range(n)])
    return snapshot(folder, ads)


def test_the_exact_place_is_used_when_it_has_enough(tmp_path: Path) -> None:
    made = market(tmp_path, (30, TORONTO), (50, BERLIN))
    found = demand(made, "ml-engineer", IN_TORONTO, CATALOGUE)
    assert (found.scope, found.used, found.n) == ("metro", "Toronto, 2026", 30)
    assert found.why == ""


def test_a_thin_place_backs_off_to_its_region(tmp_path: Path) -> None:
    made = market(tmp_path, (3, TORONTO), (6, CANADA), (40, AMERICA), (50, BERLIN))
    found = demand(made, "ml-engineer", IN_TORONTO, CATALOGUE)
    assert [(c.scope, c.label, c.n) for c in found.ladder] == [
        ("metro", "Toronto", 3),
        ("country", "Canada", 9),
        ("region", "North America", 49),
        ("all", "all places", 99),
        ("family", FAMILY, 99),
    ]
    assert found.used == "North America, 2026"
    assert found.why == (
        "3 machine learning engineer ads in Toronto and 9 in Canada are too few (30 needed); "
        "counted over North America instead."
    )


def test_a_role_too_rare_anywhere_is_read_with_its_family(tmp_path: Path) -> None:
    rare = replace(TORONTO, role="nlp-engineer")
    made = market(tmp_path, (29, rare), (5, AMERICA))
    found = demand(made, "nlp-engineer", None, CATALOGUE)
    assert (found.place, found.scope, found.n) == ("all places", "family", 34)
    assert found.why.startswith("29 NLP engineer ads over all places are too few")


def test_a_market_without_any_ad_says_so(tmp_path: Path) -> None:
    found = demand(market(tmp_path), "ml-engineer", IN_TORONTO, CATALOGUE)
    assert (found.n, found.skills, found.first, found.asked) == (0, (), "", ())
    assert "too few" in found.why


def test_a_state_is_said_to_be_counted_by_its_country(tmp_path: Path) -> None:
    ontario = resolve_place("Ontario, Canada", CATALOGUE.places)
    found = demand(market(tmp_path, (30, CANADA)), "ml-engineer", ontario, CATALOGUE)
    assert found.why == "Ads are not counted by state, so Canada stands for it."


def test_skills_are_counted_by_strength_and_beside_the_exact_place(tmp_path: Path) -> None:
    asks = replace(
        AMERICA, required=frozenset({"python"}), preferred=frozenset({"sql"}), month="2025-10"
    )
    here = replace(TORONTO, preferred=frozenset({"python"}), mentioned=frozenset({"docker"}))
    made = market(tmp_path, (2, here), (20, asks), (8, AMERICA))
    found = demand(made, "ml-engineer", IN_TORONTO, CATALOGUE)
    assert [(s.skill, s.k, s.n, s.k_required, s.k_preferred) for s in found.skills] == [
        ("python", 22, 30, 20, 2),
        ("sql", 20, 30, 0, 20),
        ("docker", 2, 30, 0, 0),
    ]
    assert [s.strength for s in found.skills] == ["required", "preferred", "mentioned"]
    assert [s.exact for s in found.skills] == [Count(2, 2), Count(0, 2), Count(2, 2)]
    assert (found.first, found.last, found.used) == (
        "2025-10",
        "2026-01",
        "North America, 2025–2026",
    )
    assert found.sources == ("A board",)
    assert found.asked.count(frozenset({"python", "docker"})) == 2


def test_named_ads_come_from_distinct_employers_newest_first(tmp_path: Path) -> None:
    ads = numbered([replace(AMERICA, required=frozenset({"python"}))] * 30)
    facts = [
        fact(1, "Acme", "2026-05-01"),
        fact(2, "Acme", "2026-06-01"),
        fact(3, "Bolt", "2026-01-01"),
        fact(4, "Cove", "2026-02-01"),
        fact(5, "Acme", "2026-04-01"),
        fact(6, "Acme", "2026-03-01"),
    ]
    found = demand(snapshot(tmp_path, ads, facts), "ml-engineer", None, CATALOGUE)
    named = found.skills[0].ads
    assert [a.id for a in named] == ["ad-00002", "ad-00004", "ad-00003", "ad-00001", "ad-00005"]
    assert named[0].source == "A board"


def test_only_ads_that_name_the_skill_are_given_for_it(tmp_path: Path) -> None:
    plain, asking = AMERICA, replace(AMERICA, mentioned=frozenset({"sql"}))
    ads = numbered([plain] * 20 + [asking] * 10)
    facts = [fact(n, f"Employer {n}") for n in range(15, 25)]
    found = demand(snapshot(tmp_path, ads, facts), "ml-engineer", None, CATALOGUE)
    assert {a.id for a in found.skills[0].ads} <= {f"ad-{n:05d}" for n in range(21, 25)}


def test_ads_of_data_roles_say_nothing_of_ai_roles(tmp_path: Path) -> None:
    asking = replace(AD, role="data-analyst", required=frozenset({"excel"}))
    found = demand(market(tmp_path, (40, asking), (2, AD)), "vp-ai", None, CATALOGUE)
    assert (found.scope, found.n) == ("family", 2)


def test_a_role_counted_with_another_says_so(tmp_path: Path) -> None:
    mlops = replace(AD, role="mlops-engineer", required=frozenset({"docker"}))
    found = demand(market(tmp_path, (40, mlops)), "ml-platform-engineer", None, CATALOGUE)
    assert (found.role, found.n, found.scope) == ("ml-platform-engineer", 40, "all")
    assert found.why == (
        "Ads don't keep ML platform engineer and MLOps engineer apart, so both are counted as one."
    )


def test_demands_hold_every_role_with_an_ad_over_all_places(tmp_path: Path) -> None:
    asking = replace(BERLIN, role="data-engineer", required=frozenset({"sql"}))
    found = demands(market(tmp_path, (2, asking), (1, AD)), CATALOGUE)
    both = {"ml-engineer": 1, "principal-ml-engineer": 1}  # ads don't keep the two apart
    assert {role: d.n for role, d in found.items()} == {"data-engineer": 2, **both}
    row = found["data-engineer"]
    assert [(s.skill, s.k, s.ads) for s in row.skills] == [("sql", 2, ())]
    assert (row.used, row.asked) == ("all places, 2026", ())


ADS = st.builds(
    replace,
    st.sampled_from([TORONTO, CANADA, AMERICA, BERLIN, AD]),
    role=st.sampled_from(["ml-engineer", "data-engineer"]),
    required=st.frozensets(st.sampled_from(["python", "sql"])),
    mentioned=st.frozensets(st.sampled_from(["docker", "git"])),
)


@given(st.lists(ADS, max_size=80))
def test_a_larger_place_never_holds_fewer_ads(ads: list[Reading]) -> None:
    sizes = [len(c.ads) for c in ladder(ads, "ml-engineer", IN_TORONTO, CATALOGUE)]
    assert sizes == sorted(sizes)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shuffled")


@settings(max_examples=15)
@given(st.lists(ADS, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_ads_changes_nothing(folder: Path, ads: list[Reading], random: Random) -> None:
    shuffled = random.sample(ads, len(ads))
    first, second = (
        demand(snapshot(folder, numbered(some)), "ml-engineer", IN_TORONTO, CATALOGUE)
        for some in (ads, shuffled)
    )
    assert replace(first, asked=()) == replace(second, asked=())
    assert sorted(map(sorted, first.asked)) == sorted(map(sorted, second.asked))
    assert all(0 < s.k <= s.n and s.exact.k <= s.exact.n for s in first.skills)
