"""Ranking roles for a person."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.catalogue.rungs import aimed_at
from rung.core.records import Evidence
from rung.fit import fit_roles
from rung.fit.role_fit import tier
from rung.market.records import RoleDemand
from tests.people import person
from tests.plan.test_laws import demand, people

TODAY = date(2026, 11, 22)
SKILLS = sorted(load().skills)
DEMANDS: dict[str, RoleDemand] = {
    r: demand(r, {m: 40 for e in role.skills.core for m in e.members})
    for r, role in load().roles.items()
}


def scores(held: dict[str, Evidence]) -> dict[str, int]:
    found = fit_roles(load(), person(held), DEMANDS, TODAY)
    return {f.role: f.score for f in found}


@given(people, st.sampled_from(SKILLS), st.sampled_from(["claimed", "evidenced"]))
def test_adding_a_skill_never_lowers_a_score(
    held: dict[str, Evidence], skill: str, evidence: Evidence
) -> None:
    before = scores(held)
    if held.get(skill) != "evidenced":
        held = {**held, skill: evidence}
    after = scores(held)
    assert all(after[role] >= before[role] for role in before)


@given(people)
def test_scores_stay_on_the_scale_and_sort_the_list(held: dict[str, Evidence]) -> None:
    found = fit_roles(load(), person(held), DEMANDS, TODAY)
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)
    assert all(0 <= f.score <= 100 and f.tier == tier(f.score) for f in found)
    assert {f.role for f in found} == {r.id for r in aimed_at(load())}


LEADING = {r.id for r in aimed_at(load()) if r.family == "leadership"}


def soft(evidence: Evidence) -> dict[str, Evidence]:
    return {s.id: evidence for s in load().skills.values() if s.kind == "human"}


def test_soft_skills_lift_no_role_but_those_of_leading() -> None:
    assert LEADING
    shown, none = scores(soft("evidenced")), scores({})
    assert all(shown[r] == none[r] for r in none if r not in LEADING)
    assert all(shown[r] > none[r] for r in LEADING)


def test_soft_skills_merely_claimed_lift_no_role_at_all() -> None:
    assert scores(soft("claimed")) == scores({})


def test_nobody_is_near_leading_without_a_line_that_shows_it() -> None:
    everything: dict[str, Evidence] = dict.fromkeys(SKILLS, "evidenced")
    for skill in ("people-management", "technical-leadership"):
        everything[skill] = "claimed"
    fits = {f.role: f for f in fit_roles(load(), person(everything), DEMANDS, TODAY)}
    for role in LEADING:
        assert fits[role].tier == "far"
        assert "no line shows it done" in fits[role].against[0].text


def test_a_role_whose_core_is_shown_comes_first() -> None:
    for role in aimed_at(load()):
        core: dict[str, Evidence] = {m: "evidenced" for e in role.skills.core for m in e.members}
        found = scores(core)
        assert found[role.id] == max(found.values()) or role.education.degree == "phd", role.id


def test_without_its_degree_a_research_role_says_so() -> None:
    fits = {f.role: f for f in fit_roles(load(), person({}), DEMANDS, TODAY)}
    assert any("PhD" in r.text for r in fits["research-scientist"].against)


def test_what_speaks_against_is_counted_in_ads() -> None:
    fits = {f.role: f for f in fit_roles(load(), person({}), DEMANDS, TODAY)}
    reasons = [r for r in fits["mlops-engineer"].against if r.skill]
    assert reasons
    assert all(r.count and r.count.k <= r.count.n for r in reasons)
