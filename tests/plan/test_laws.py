"""Laws every plan obeys, over random people and goals."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rung.catalogue import load
from rung.catalogue.graph import node as node_of
from rung.catalogue.graph import requirements
from rung.core.records import Evidence
from rung.fit.gap import hours_to_working
from rung.market.records import CellSize, Count, RoleDemand, SkillDemand
from rung.plan import Goal, Plan, build_plan

TODAY = date(2026, 11, 22)
SKILLS = sorted(load().skills)
ROLES = sorted(load().roles)

people = st.dictionaries(
    st.sampled_from(SKILLS), st.sampled_from(["claimed", "evidenced"]), max_size=100
)
goals = st.tuples(
    st.sampled_from(ROLES),
    st.integers(1, 600).map(lambda tenths: max(0.5, tenths / 10)),
    st.integers(1, 900),
)
asked = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 100), max_size=60)


def demand(role: str, counts: dict[str, int]) -> RoleDemand:
    """Ads made up for a test: ``counts`` of 100 ads name each skill."""
    skills = tuple(
        SkillDemand(s, k, 100, k // 2, k // 4, Count(0, 0), ()) for s, k in sorted(counts.items())
    )
    return RoleDemand(
        role, "everywhere", "all", "all places, 2025–2026", 100, "2025-01", "2026-08",
        ("a test",), (CellSize("all", "all places", 100),), "", skills,
    )  # fmt: skip


def plan_for(
    held: dict[str, Evidence], goal: tuple[str, float, int], counts: dict[str, int]
) -> tuple[Goal, Plan]:
    role, hours, days = goal
    aim = Goal(role, None, None, hours, TODAY + timedelta(days=days), TODAY)
    catalogue = load()
    return aim, build_plan(catalogue, catalogue.roles[role], aim, held, demand(role, counts))


@given(people, goals, asked)
def test_a_plan_keeps_its_laws(
    held: dict[str, Evidence], goal: tuple[str, float, int], counts: dict[str, int]
) -> None:
    aim, plan = plan_for(held, goal, counts)
    order = {s.id: i for i, s in enumerate(plan.steps)}
    assert all(order[r] < order[s.id] for s in plan.steps for r in s.requires)
    for step in plan.steps:
        if step.skill and step.kind != "test-out":
            for need in requirements(load(), node_of(step.id)):
                shown = held.get(need.skill, "absent")
                assert shown == "evidenced" or any(
                    s.skill == need.skill and s.level in (need.level, "working")
                    for s in plan.steps[: order[step.id]]
                )
    assert plan.total_hours <= plan.budget_hours + 1e-6
    assert plan.budget_hours <= aim.weeks * aim.hours_per_week * 0.85 + 0.05
    for step in plan.steps:
        if step.skill:
            assert held.get(step.skill) != "evidenced"
        if step.kind == "test-out" and step.skill:
            assert (
                step.hours.likely <= 0.1 * load().skills[step.skill].hours.to_working.likely + 1e-9
            )
    if not plan.feasible:
        assert "can't be done" in plan.reason
        assert plan.earliest is not None
        assert plan.earliest > aim.by - timedelta(days=7)

    in_the_calendar_each_step_is_whole_and_in_order(aim, plan)


def in_the_calendar_each_step_is_whole_and_in_order(aim: Goal, plan: Plan) -> None:
    given_hours: dict[str, float] = {}
    for week in plan.weeks:
        assert week.hours <= aim.hours_per_week * 0.85 + 0.11
        for part in week.steps:
            given_hours[part.id] = given_hours.get(part.id, 0) + part.hours
    for step in plan.steps:
        assert abs(given_hours[step.id] - step.hours.likely) < 0.051
    assert len(plan.weeks) <= aim.weeks
    first = {p.id: n for n, w in reversed(list(enumerate(plan.weeks))) for p in w.steps}
    last = {p.id: n for n, w in enumerate(plan.weeks) for p in w.steps}
    for step in plan.steps:
        assert all(last[r] <= first[step.id] for r in step.requires)


@settings(max_examples=settings().max_examples // 4)
@given(people, goals, asked)
def test_the_same_question_gets_the_same_plan(
    held: dict[str, Evidence], goal: tuple[str, float, int], counts: dict[str, int]
) -> None:
    again = dict(reversed(list(held.items())))
    assert plan_for(held, goal, counts) == plan_for(again, goal, counts)


@settings(max_examples=settings().max_examples // 4)
@given(people, goals, asked, st.sampled_from(SKILLS))
def test_showing_more_never_makes_the_core_longer(
    held: dict[str, Evidence], goal: tuple[str, float, int], counts: dict[str, int], more: str
) -> None:
    _, before = plan_for(held, goal, counts)
    _, after = plan_for({**held, more: "evidenced"}, goal, counts)
    assert after.core_hours <= before.core_hours + 1e-6


def test_hours_follow_the_evidence() -> None:
    skill = load().skills["kubernetes"]
    assert hours_to_working(skill, "evidenced").likely == 0
    assert 0 < hours_to_working(skill, "claimed").likely <= 0.1 * skill.hours.to_working.likely
    assert hours_to_working(skill, "absent").likely == skill.hours.to_working.likely
