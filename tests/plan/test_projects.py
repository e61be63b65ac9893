"""Projects in plans: the role's own brief where it has one, under the area's id."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from rung import market
from rung.catalogue import load
from rung.catalogue.projects import project_of
from rung.catalogue.rungs import aimed_at, at_rung
from rung.plan import Goal, Plan, build_plan
from rung.plan.records import Given, Step
from tests.plan.test_laws import TODAY


def plan_for(role: str, level: str | None = None, given: Given | None = None) -> Plan:
    """Two years at twenty hours a week for somebody who shows nothing yet."""
    catalogue = load()
    aim = Goal(role, level, None, 20, TODAY + timedelta(days=730), TODAY)
    demand = market.demand(market.load(), role, None, catalogue)
    wanted = at_rung(catalogue.roles[role], level)
    return build_plan(catalogue, wanted, aim, {}, demand, given or Given())


def projects(plan: Plan) -> dict[str, Step]:
    return {s.area: s for s in plan.steps if s.kind == "project"}


@pytest.mark.parametrize("role", [r.id for r in aimed_at(load())])
def test_each_roles_own_project_is_reached_by_its_plans(role: str) -> None:
    own = {p.area: p for p in load().roles[role].projects}
    for level in ("junior", None):
        found = projects(plan_for(role, level))
        assert own.keys() & found.keys()
        for area, step in found.items():
            project = project_of(load(), area, load().roles[role])
            assert project
            assert area not in own or project is own[area]
            assert step.id == f"project.{area}"
            assert step.label == f"Project: {project.title}"
            assert step.why.endswith(project.brief)
            assert step.evidence_wanted.startswith(project.evidence)
            assert step.hours.likely == project.hours.likely


def test_two_roles_sharing_an_area_are_given_different_work() -> None:
    ours, theirs = (projects(plan_for(r))["mlops"] for r in ("mlops-engineer", "ml-engineer"))
    assert ours.id == theirs.id == "project.mlops"
    assert ours.label != theirs.label
    assert ours.why.partition("Question: ")[2] != theirs.why.partition("Question: ")[2]
    assert ours.evidence_wanted != theirs.evidence_wanted


def test_a_role_without_a_brief_of_its_own_keeps_the_areas() -> None:
    catalogue = load()
    role = replace(catalogue.roles["mlops-engineer"], projects=())
    aim = Goal(role.id, None, None, 20, TODAY + timedelta(days=730), TODAY)
    demand = market.demand(market.load(), role.id, None, catalogue)
    plan = build_plan(catalogue, role, aim, {}, demand)
    area = catalogue.areas["mlops"].project
    assert area
    assert projects(plan)["mlops"].label == f"Project: {area.title}"


def test_hours_spent_are_taken_off_the_roles_own() -> None:
    (own,) = (p for p in load().roles["mlops-engineer"].projects if p.area == "mlops")
    left = projects(plan_for("mlops-engineer", given=Given(spent={"project.mlops": 5.0})))
    assert left["mlops"].hours.likely == own.hours.likely - 5


def test_one_done_for_another_role_is_done_for_this_one() -> None:
    """The id is the area's, so a change of goal doesn't ask for the same area twice."""
    before = plan_for("ml-engineer")
    done = frozenset(s.id for s in before.steps if s.area == "mlops")
    assert "project.mlops" in done
    assert "mlops" not in projects(plan_for("mlops-engineer", given=Given(done=done)))
