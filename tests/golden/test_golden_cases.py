"""The golden cases: what any practitioner would accept about AI and ML careers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from rung import market
from rung.app.pay import pay_answer
from rung.app.wire import plain
from rung.catalogue import Catalogue, load
from rung.catalogue.graph import all_prerequisites
from rung.fit.level import read_level
from rung.market.records import PayBand
from rung.plan import Goal, Plan, build_plan
from rung.reading.skills import find, lexicon
from rung.reading.titles import role_of
from tests.fit.test_level import held, job

HERE = Path(__file__).parent
CASES = HERE.parents[2] / "shared" / "golden_cases.yaml"
MAP: dict[str, Any] = yaml.safe_load((HERE / "ids.yaml").read_text("utf-8"))
TODAY = date(2026, 11, 22)
Case = dict[str, Any]


def cases() -> list[Any]:
    if not CASES.is_file():
        reason = "needs golden_cases.yaml in the shared folder beside the project"
        return [pytest.param({}, id="absent", marks=pytest.mark.skip(reason=reason))]
    found = yaml.safe_load(CASES.read_text("utf-8"))["cases"]
    known = MAP["expected_failures"]
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=known[case["id"]], strict=True)]
            if case["id"] in known
            else [],
        )
        for case in found
    ]


def own(neutral: str) -> str:
    return str(MAP["ids"][neutral])


def test_the_map_is_one_to_one_within_each_kind() -> None:
    pairs = [(n.split(":")[0], o) for n, o in MAP["ids"].items()]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("case", cases())
def test_golden_case(case: Case) -> None:
    KINDS[case["kind"]](load(), case)


def prereq_includes(catalogue: Catalogue, case: Case) -> None:
    for check in case.get("checks", [case]):
        found = all_prerequisites(catalogue, own(check["subject"]))
        assert {own(s) for s in check.get("all", [])} <= set(found)
        for options in check.get("any", []):
            assert {own(s) for s in options} & set(found)


def prereq_excludes(catalogue: Catalogue, case: Case) -> None:
    found = all_prerequisites(catalogue, own(case["subject"]))
    assert not {own(s) for s in case["none"]} & set(found)


def role_core(catalogue: Catalogue, case: Case) -> None:
    role = catalogue.roles[own(case["subject"])]
    core = {m for e in role.skills.core for m in e.members}
    common = {m for e in role.skills.common for m in e.members}
    assert {own(s) for s in case["all"]} <= core | common
    for options in case.get("any", []):
        assert {own(s) for s in options} & (core | common)
    assert {own(s) for s in case.get("common", [])} <= core | common
    assert not {own(s) for s in case.get("none", [])} & core
    if "degree:phd" in case.get("none", []):
        assert role.education.degree != "phd"


def role_education(catalogue: Catalogue, case: Case) -> None:
    role = catalogue.roles[own(case["subject"])]
    assert role.education.degree == case["degree"]
    assert role.education.strength in case["strength"]
    skills = {m for e in (*role.skills.core, *role.skills.common) for m in e.members}
    assert {own(s) for s in case["all"]} <= skills
    assert "exception" in role.education.equivalent


def beginner_plan(catalogue: Catalogue, role_id: str, hours: float = 30) -> Plan:
    """A default plan for someone who shows nothing, with hours enough for everything."""
    role = catalogue.roles[role_id]
    goal = Goal(role_id, None, None, hours, date(2029, 12, 31), TODAY)
    demand = market.demand(market.load(), role_id, None, catalogue)
    return build_plan(catalogue, role, goal, {}, demand)


def plan_order(catalogue: Catalogue, case: Case) -> None:
    befores, afters = [own(s) for s in case["before"]], [own(s) for s in case["after"]]
    for role_id in catalogue.roles:
        order = [s.skill for s in beginner_plan(catalogue, role_id).steps]
        for after in set(afters) & set(order):
            for before in set(befores) & set(order):
                assert order.index(before) < order.index(after), role_id
    for after in afters:
        helpful = {p.id for p in catalogue.skills[after].prerequisites}
        assert set(befores) <= {*all_prerequisites(catalogue, after), *helpful}


def ladder_order(catalogue: Catalogue, case: Case) -> None:
    orders = [catalogue.levels[own(lv)].order for lv in case["order"]]
    assert orders == sorted(set(orders))
    year = 2026 - round(case["never"]["profile"]["years"])
    reading = read_level(catalogue, held(job("Principal ML Engineer", year)), TODAY)
    assert reading.next is not None
    assert reading.next.id != own(case["never"]["next_level"])


def match_text(catalogue: Catalogue, case: Case) -> None:
    for same in case.get("same", []):
        assert len({entity(catalogue, text) for text in same}) == 1, same
    for row in case.get("negatives", []):
        kind, name = row["not"].split(":")
        found = roles_in if kind == "role" else skills_in
        assert own(f"{kind}:{name}") not in found(catalogue, row["text"]), row
    for row in case.get("positives", []):
        assert {own(s) for s in row["has"]} <= skills_in(catalogue, row["text"]), row


def entity(catalogue: Catalogue, text: str) -> object:
    if role := role_of(text, "", catalogue).role:
        return role
    key = text.casefold()
    for employer in catalogue.employers.employers:
        if key in (employer.label.casefold(), *map(str.casefold, employer.aliases)):
            return employer.id
    return frozenset(skills_in(catalogue, text)) or text


def skills_in(catalogue: Catalogue, text: str) -> set[str]:
    return {m.id for m in find(text, lexicon(catalogue))}


def roles_in(catalogue: Catalogue, text: str) -> set[str | None]:
    return {role_of(text, text, catalogue).role}


def recommend_never(catalogue: Catalogue, case: Case) -> None:
    pytest.fail(f"no ads are recommended yet, so {case['never_titles']} has nothing to bind")


def output_contract(catalogue: Catalogue, case: Case) -> None:
    if case["output"] == "pay":
        pay_contract(case)
        return
    wanted = {own(s) for options in case["any"] for s in options}
    for role_id, role in catalogue.roles.items():
        if role.builds_systems:
            plan = beginner_plan(catalogue, role_id)
            assert wanted & {s.skill for s in plan.steps}, role_id
            projects = [s for s in plan.steps if s.kind == "project"]
            assert projects
            for step in projects:
                assert re.search("model card", step.why + step.evidence_wanted, re.IGNORECASE)


def pay_contract(case: Case) -> None:
    bands = 0
    for role_id in load().roles:
        for place in ("United States", "Canada", "Toronto", "London", "Nairobi"):
            answer = plain(pay_answer(role_id, place, None, TODAY))["pay"]
            if "abstained" in answer:
                assert answer["abstained"]
                continue
            bands += 1
            assert all(answer[field] not in ("", None, []) for field in case["required_fields"])
            assert answer["n"] >= case["abstain_when"]["n_below"]
    assert bands > 0
    assert PayBand.__dataclass_fields__.keys() >= set(case["required_fields"])


KINDS: dict[str, Callable[[Catalogue, Case], None]] = {
    "prereq_includes": prereq_includes,
    "prereq_excludes": prereq_excludes,
    "role_core": role_core,
    "role_education": role_education,
    "plan_order": plan_order,
    "ladder_order": ladder_order,
    "match_text": match_text,
    "recommend_never": recommend_never,
    "output_contract": output_contract,
}
