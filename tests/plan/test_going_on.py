"""Plans made anew from where someone stands: what is done, begun, wanted in or out, days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rung.catalogue import load
from rung.catalogue.graph import node, requirements
from rung.core.records import Evidence
from rung.plan import Goal, Plan, build_plan
from rung.plan.records import Given, Speed, Stretch
from tests.plan.test_laws import SKILLS, TODAY, asked, demand, goals, people

FEW = settings(max_examples=settings().max_examples // 2)
ROLE = "mlops-engineer"


def plan_for(aim: Goal, held: dict[str, Evidence], counts: dict[str, int], stands: Given) -> Plan:
    catalogue = load()
    role = catalogue.roles[aim.role]
    return build_plan(catalogue, role, aim, held, demand(role.id, counts), stands)


def mlops(weeks: int = 40, hours: float = 8, **more: object) -> Goal:
    goal = Goal(ROLE, None, None, hours, TODAY + timedelta(weeks=weeks), TODAY)
    return replace(goal, **more)  # type: ignore[arg-type]


offs = (
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 40), st.sampled_from([0, 0, 4, 30])),
        max_size=3,
    )
    .map(
        lambda found: tuple(
            Stretch(TODAY + timedelta(days=a + 60 * i), TODAY + timedelta(days=a + 60 * i + n), h)
            for i, (a, n, h) in enumerate(sorted(found))
        )
    )
    .filter(lambda s: all(a.last < b.first for a, b in pairwise(s)))
)


@FEW
@given(people, goals, asked, offs, st.integers(0, 30), st.floats(0, 20), st.data())
def test_a_plan_that_goes_on_keeps_its_laws(
    held: dict[str, Evidence],
    goal: tuple[str, float, int],
    counts: dict[str, int],
    special: tuple[Stretch, ...],
    lived: int,
    used: float,
    data: st.DataObject,
) -> None:
    role, hours, days = goal
    aim = Goal(role, None, None, hours, TODAY + timedelta(days=days), TODAY, special, lived, used)
    first = plan_for(aim, held, counts, Given())
    steps = [s for s in first.steps if s.kind != "checkpoint"]
    done = data.draw(st.integers(0, len(steps)))
    stands = Given(
        done=frozenset(s.id for s in steps[:done]),
        spent={s.id: data.draw(st.floats(0.1, 60)) for s in steps[done : done + 2]},
        begun=tuple(s.id for s in steps[done : done + 4] if s.skill),
        pins=tuple(data.draw(st.lists(st.sampled_from(SKILLS), max_size=1))),
        drops=tuple(data.draw(st.lists(st.sampled_from(SKILLS), max_size=2))),
        speed=Speed(data.draw(st.sampled_from([0.7, 1.0, 1.4])), 0.3, 3),
    )
    plan = plan_for(aim, held, counts, stands)

    assert not stands.done & {s.id for s in plan.steps}
    dropped = set(stands.drops) - set(stands.pins)
    assert not dropped & {s.skill for s in plan.steps}
    assert plan.total_hours <= plan.budget_hours + 1e-6
    order = {s.id: i for i, s in enumerate(plan.steps)}
    assert all(order[r] < order[s.id] for s in plan.steps for r in s.requires)
    taught = {node(s).skill for s in stands.done if s.endswith(".working")}
    for step in plan.steps:
        if not step.skill or step.kind == "test-out":
            continue
        for need in requirements(load(), node(step.id)):
            known = held.get(need.skill) == "evidenced" or need.skill in taught
            assert (
                known
                or str(need) in stands.done
                or any(u in taught_by(taught) for u in [need.skill])
                or any(
                    s.skill == need.skill and s.level in (need.level, "working")
                    for s in plan.steps[: order[step.id]]
                )
            )
    for number, week in enumerate(plan.weeks, 1):
        room = (aim.hours_in(number) - aim.hours_in(number - 1)) * 0.85
        assert week.hours <= room + 0.11
    assert len(plan.weeks) <= aim.weeks
    given_hours: dict[str, float] = {}
    for week in plan.weeks:
        for part in week.steps:
            given_hours[part.id] = given_hours.get(part.id, 0) + part.hours
    assert all(abs(given_hours[s.id] - s.hours.likely) < 0.051 for s in plan.steps)


def taught_by(skills: set[str]) -> set[str]:
    """Umbrellas that learnt skills teach too."""
    return {u for s in skills for u in load().skills[s].teaches}


@FEW
@given(asked, asked, st.integers(0, 6))
def test_new_ads_leave_this_week_and_the_next_as_they_are(
    before: dict[str, int], after: dict[str, int], done: int
) -> None:
    aim = mlops()
    old = plan_for(aim, {}, before, Given())
    steps = [s for s in old.steps if s.skill]
    finished = frozenset(s.id for s in steps[:done])
    at_hand = tuple(s for s in begun(old) if s not in finished)
    new = plan_for(aim, {}, after, Given(done=finished, begun=at_hand))
    kept = [s.id for s in new.steps if s.id in at_hand]
    assert kept == [s for s in at_hand if s in kept]
    if new.feasible:
        assert kept == list(at_hand)
        assert [s.id for s in new.steps if s.skill][: len(at_hand)] == list(at_hand)


def begun(plan: Plan) -> tuple[str, ...]:
    due = {p.id for w in plan.weeks[:2] for p in w.steps}
    return tuple(s.id for s in plan.steps if s.id in due and s.skill)


@FEW
@given(asked)
def test_planning_again_on_the_same_day_changes_nothing(counts: dict[str, int]) -> None:
    first = plan_for(mlops(), {}, counts, Given())
    second = plan_for(mlops(), {}, counts, Given(begun=begun(first)))
    assert {s.id for s in first.steps} == {s.id for s in second.steps}
    assert begun(first) == begun(second)
    assert plan_for(mlops(), {}, counts, Given(begun=begun(second))) == second


def test_days_off_hold_no_steps_and_cost_their_hours() -> None:
    off = Stretch(TODAY + timedelta(weeks=2), TODAY + timedelta(weeks=4, days=-1), 0)
    plan = plan_for(mlops(special=(off,)), {}, {}, Given())
    usual = plan_for(mlops(), {}, {}, Given())
    assert [w.hours for w in plan.weeks[2:4]] == [0, 0]
    assert [w.review for w in plan.weeks[2:4]] == [0, 0]
    assert plan.budget_hours == round(usual.budget_hours - 2 * 8 * 0.85, 1)


def test_three_days_off_cost_three_sevenths_of_a_week() -> None:
    off = Stretch(TODAY, TODAY + timedelta(days=2), 0)
    assert mlops(weeks=1, hours=7, special=(off,)).hours_in(1) == 4


def test_what_is_pinned_comes_and_what_is_dropped_goes_with_what_rests_on_it() -> None:
    plan = plan_for(mlops(60), {}, {}, Given(pins=("apache-spark",)))
    assert "apache-spark.working" in {s.id for s in plan.steps}
    assert "what you pinned" in plan.reason
    without = plan_for(mlops(60), {}, {}, Given(drops=("docker",)))
    skills = {s.skill for s in without.steps}
    assert "docker" not in skills
    assert "kubernetes" not in skills
    assert {d.label for d in without.set_aside} >= {"Docker"}


def test_a_project_stays_after_its_last_building_step_is_done() -> None:
    old = plan_for(mlops(80), {}, {}, Given())
    project = next(s for s in old.steps if s.kind == "project" and s.requires)
    done = frozenset(s.id for s in old.steps if s.area == project.area and s.skill)
    new = plan_for(mlops(80), {}, {}, Given(done=done))
    assert project.id in {s.id for s in new.steps}
    last = plan_for(mlops(80), {}, {}, Given(done=done | {project.id}))
    assert project.id not in {s.id for s in last.steps}


def test_when_all_is_learnt_only_what_shows_it_is_left() -> None:
    goal, done = mlops(200), frozenset[str]()
    for _ in range(30):
        plan = plan_for(goal, {}, {}, Given(done=done))
        left = {s.id for s in plan.steps if s.skill}
        if not left:
            break
        done |= left
    assert not left
    assert plan.feasible
    projects = {s.id for s in plan.steps if s.kind == "project"}
    assert projects
    last = plan_for(goal, {}, {}, Given(done=done | projects))
    assert not last.steps
    assert "Nothing to learn" in last.reason


def test_checkpoints_are_counted_from_the_beginning_of_the_plan() -> None:
    plan = plan_for(mlops(lived=10, start=TODAY), {}, {}, Given())
    labels = [s.label for s in plan.steps if s.kind == "checkpoint"]
    assert labels[0] == "Checkpoint: week 13"
    third = plan.weeks[2]
    assert "checkpoint.1" in {p.id for p in third.steps}


def test_a_slow_learner_gets_longer_steps() -> None:
    usual = plan_for(mlops(), {}, {}, Given())
    slow = plan_for(mlops(), {}, {}, Given(speed=Speed(1.5, 0.2, 6)))
    assert slow.core_hours > 1.3 * usual.core_hours
    assert date.max > TODAY
