"""A goal, what a person shows and what ads ask: into a plan, or into why there can't be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rung.catalogue.graph import Node, node
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.core.records import Evidence
from rung.market.records import Count, RoleDemand
from rung.plan import outcome
from rung.plan.calendar import lay_out
from rung.plan.candidates import shows
from rung.plan.odds import odds
from rung.plan.order import learning_order
from rung.plan.problem import problem_for
from rung.plan.reach import reach
from rung.plan.records import NOTHING_GIVEN, Dropped, Given, Goal, Plan, Step, Week
from rung.plan.resources import in_words, pick
from rung.plan.search import search_first, search_week
from rung.plan.select import Choice, Problem, best_choice, cheapest_core
from rung.plan.settle import held_now, set_aside, settle, without
from rung.plan.steps import Asked, checkpoint_step, node_steps, with_projects


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Whether it can be done, and the ways out."""

    reason: str
    earliest: date | None = None
    add_hours: float | None = None
    drop: tuple[Dropped, ...] = ()


def build_plan(
    catalogue: Catalogue,
    role: Role,
    goal: Goal,
    held: Mapping[str, Evidence],
    demand: RoleDemand,
    given: Given = NOTHING_GIVEN,
) -> Plan:
    """The plan for ``goal``: exact choice, greedy order, weekly calendar.

    Pure: the same arguments give the same plan. When the role's core doesn't fit the hours
    the plan says so and holds the best use of the hours there are. ``given`` is what stands
    already: steps done, steps begun, and what the person wants in or out.
    """
    now = held_now(catalogue, held, given.done)
    role = without(role, given.drops)
    aim = f"{role.label} and what you pinned" if given.pins else role.label
    whole = problem_for(catalogue, role, now, demand, given.pins)
    problem = settle(catalogue, whole, given)
    core = cheapest_core(problem)
    room = goal.tenths(goal.weeks)
    feasible = core.tenths <= room
    choice = best_choice(problem, room, need_all=feasible)
    steps, weeks = _scheduled(catalogue, role, goal, problem, choice, demand, given)
    verdict = _ways(catalogue, aim, goal, problem, choice, core, feasible, steps)
    if goal.search:
        verdict = _Verdict(search_first(aim, goal, steps, given.longest))
    learnt = {s.skill for s in steps if s.skill and s.level == "working"}
    learnt |= {u for s in learnt for u in shows(catalogue, s)}
    return Plan(
        feasible=feasible or bool(goal.search),
        reason=verdict.reason,
        earliest=verdict.earliest,
        drop=verdict.drop,
        credentials=outcome.no_hours(catalogue, role, now, "credential"),
        at_work=outcome.no_hours(catalogue, role, now, "human"),
        add_hours=verdict.add_hours,
        budget_hours=goal.budget_hours,
        core_hours=core.hours,
        total_hours=round(sum(s.hours.likely for s in steps), 1),
        low_hours=round(sum(s.hours.low for s in steps), 1),
        high_hours=round(sum(s.hours.high for s in steps), 1),
        optimal=choice.optimal,
        reach=reach(catalogue, demand, now, learnt),
        steps=steps,
        weeks=weeks,
        odds=odds(steps, goal, given.speed) if feasible and steps else None,
        search=search_week(goal) if goal.search else None,
        set_aside=set_aside(catalogue, whole, whole.targets, given),
    )


def _ways(
    catalogue: Catalogue,
    aim: str,
    goal: Goal,
    problem: Problem,
    choice: Choice,
    core: Choice,
    feasible: bool,
    steps: Sequence[Step],
) -> _Verdict:
    if feasible and not steps:
        return _Verdict(outcome.nothing_to_learn(aim))
    if feasible:
        return _Verdict(outcome.can_be_done(aim, goal, core.hours, steps))
    earliest = outcome.earliest_day(goal, core.tenths)
    more = outcome.hours_to_add(goal, core.tenths)
    drop = outcome.left_out(catalogue, problem, choice, core)
    entries = len(problem.targets)
    reason = outcome.cannot_be_done(aim, goal, core.hours, (earliest, more), drop, entries)
    return _Verdict(reason, earliest, more, drop)


def _scheduled(
    catalogue: Catalogue,
    role: Role,
    goal: Goal,
    problem: Problem,
    choice: Choice,
    demand: RoleDemand,
    given: Given,
) -> tuple[tuple[Step, ...], tuple[Week, ...]]:
    """The steps in the order they begin, and their weeks."""
    steps = _steps(catalogue, role, problem, choice, demand, given)
    weekly = goal.budget_hours / goal.weeks if goal.weeks else 0.0
    needed = sum(s.hours.likely for s in steps)
    pauses = [w for w in goal.checkpoints(goal.weeks) if (w - 1) * weekly < needed]
    steps += [
        checkpoint_step(i, goal.lived + w, goal.checkpoint_hours) for i, w in enumerate(pauses, 1)
    ]
    weeks = lay_out(steps, goal)
    begins = {p.id: n for n, w in reversed(list(enumerate(weeks))) for p in w.steps}
    held = (s for s in steps if s.id in begins)
    return tuple(sorted(held, key=lambda s: begins[s.id])), weeks


def _steps(
    catalogue: Catalogue,
    role: Role,
    problem: Problem,
    choice: Choice,
    demand: RoleDemand,
    given: Given,
) -> list[Step]:
    core = _core(problem, choice)
    begun = tuple(n for n in map(node, given.begun) if n in problem.begun)
    order = learning_order(choice.nodes, problem.candidates, core, begun)
    counts = {s.skill: Count(s.k, s.n) for s in demand.skills}
    lists = ("rare", role.skills.rare), ("common", role.skills.common), ("core", role.skills.core)
    listed = {m: name for name, entries in lists for e in entries for m in e.members}
    asked = Asked(counts, demand.used, role.label, listed, core, frozenset(problem.one_of))
    steps = node_steps(catalogue, order, problem.candidates, choice, asked)
    picked = pick(catalogue, [n.skill for n in order], given.taste)
    labels = {n.skill: catalogue.skills[n.skill].label for n in order}
    steps = [
        replace(s, resources=in_words(picked[s.skill], labels, given.taste))
        if s.skill and s.skill in picked
        else s
        for s in steps
    ]
    projects = {a: problem.projects[a] for a in choice.projects}
    return with_projects(catalogue, role, steps, projects)


def _core(problem: Problem, choice: Choice) -> set[Node]:
    """The chosen nodes that close core entries, and whatever those need."""
    closing = {m for t in problem.targets for m in t.members}
    closing |= {n for m in closing for n in problem.shown_by.get(m, ())}
    stack = sorted(closing & choice.nodes)
    found: set[Node] = set()
    while stack:
        at = stack.pop()
        if at not in found:
            found.add(at)
            stack += [n for n in problem.candidates[at].requires if n in choice.nodes]
    return found
