"""A goal, what a person shows and what ads ask: into a plan, or into why there can't be one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil, floor

from rung.catalogue.graph import Node
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.core.records import Evidence
from rung.market.records import Count, RoleDemand, SkillDemand
from rung.plan.calendar import checkpoint_weeks, lay_out
from rung.plan.candidates import Candidate, Target, candidates, resolve, shown_by, shows, targets
from rung.plan.order import learning_order
from rung.plan.reach import reach
from rung.plan.records import BUFFER, Dropped, Goal, Plan, Step
from rung.plan.select import Choice, Problem, best_choice, cheapest_core
from rung.plan.steps import Asked, checkpoint_step, node_steps, with_projects

RESPONSIBLE = ("responsible-ai", "fairness", "privacy", "model-cards", "accountability")
"""One of these belongs in every plan to build systems that decide about people."""


def build_plan(
    catalogue: Catalogue,
    role: Role,
    goal: Goal,
    held: Mapping[str, Evidence],
    demand: RoleDemand,
) -> Plan:
    """The plan for ``goal``: exact choice, greedy order, weekly calendar.

    Pure: the same arguments give the same plan. When the role's core doesn't fit the hours
    the plan says so and holds the best use of the hours there are.
    """
    problem = problem_for(catalogue, role, held, demand)
    core = cheapest_core(problem)
    core_hours = core.hours if core else 0.0
    pauses = checkpoint_weeks(goal.weeks)
    room = goal.budget_hours - len(pauses) * goal.checkpoint_hours
    feasible = core is not None and core_hours <= room
    choice = best_choice(problem, max(room, 0.0), need_all=feasible)
    steps = _steps(catalogue, role, problem, choice, demand)
    learnt = {s.skill for s in steps if s.skill and s.level == "working"}
    learnt |= {u for s in learnt for u in shows(catalogue, s)}
    weeks_needed = ceil(sum(s.hours.likely for s in steps) / _weekly(goal)) if steps else 0
    kept = [p for p in pauses if p <= weeks_needed]
    steps += [checkpoint_step(i, week, goal.checkpoint_hours) for i, week in enumerate(kept, 1)]
    total = round(sum(s.hours.likely for s in steps), 1)
    earliest, add_hours = (None, None) if feasible else _ways_out(goal, core_hours)
    drop = () if feasible else _dropped(catalogue, problem, choice, core)
    drop += _credentials(catalogue, role, held)
    return Plan(
        feasible=feasible,
        reason=_reason(role, goal, core_hours, feasible, earliest, add_hours, drop, bool(steps)),
        earliest=earliest,
        drop=drop,
        add_hours=add_hours,
        budget_hours=goal.budget_hours,
        core_hours=core_hours,
        total_hours=total,
        low_hours=round(sum(s.hours.low for s in steps), 1),
        high_hours=round(sum(s.hours.high for s in steps), 1),
        optimal=choice.optimal,
        reach=reach(catalogue, demand, held, learnt),
        steps=tuple(steps),
        weeks=lay_out(steps, goal.start, goal.hours_per_week),
    )


def shares(demand: RoleDemand) -> dict[str, float]:
    """Each skill's weighted share of ads: a requirement counts more than a wish."""
    return {s.skill: _weight(s) / s.n for s in demand.skills if s.n}


def _weight(s: SkillDemand) -> float:
    return s.k_required + 0.5 * s.k_preferred + 0.7 * (s.k - s.k_required - s.k_preferred)


def problem_for(
    catalogue: Catalogue, role: Role, held: Mapping[str, Evidence], demand: RoleDemand
) -> Problem:
    """Everything the choice depends on."""
    found = candidates(catalogue, role, held, shares(demand))
    builds = {
        n
        for n, c in found.items()
        if n.level == "working"
        and not c.claimed
        and catalogue.skills[n.skill].kind in ("tool", "practice", "concept")
    }
    projects = {a: area.project.hours.likely for a, area in catalogue.areas.items() if area.project}
    return Problem(
        found,
        targets(catalogue, role, held),
        projects,
        builds,
        shown_by(catalogue, found),
        _pin(role, held, found),
    )


def _pin(
    role: Role, held: Mapping[str, Evidence], found: dict[Node, Candidate]
) -> tuple[Node, ...]:
    if not role.builds_systems or any(_shown(held, s) for s in RESPONSIBLE):
        return ()
    nodes = (resolve(Node(s, "basic"), held) for s in RESPONSIBLE)
    return tuple(n for n in nodes if n is not None and n in found)


def _shown(held: Mapping[str, Evidence], skill: str) -> bool:
    return held.get(skill) in ("evidenced", "verified")


def _steps(
    catalogue: Catalogue, role: Role, problem: Problem, choice: Choice, demand: RoleDemand
) -> list[Step]:
    core = _core(problem, choice)
    order = learning_order(choice.nodes, problem.candidates, core)
    counts = {s.skill: Count(s.k, s.n) for s in demand.skills}
    lists = ("rare", role.skills.rare), ("common", role.skills.common), ("core", role.skills.core)
    listed = {m: name for name, entries in lists for e in entries for m in e.members}
    asked = Asked(counts, demand.used, role.label, listed, core)
    steps = node_steps(catalogue, order, problem.candidates, choice, asked)
    return with_projects(catalogue, steps, choice.projects, role.builds_systems)


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


def _weekly(goal: Goal) -> float:
    return goal.hours_per_week * (1 - BUFFER)


def _ways_out(goal: Goal, core_hours: float) -> tuple[date, float | None]:
    """The earliest day the core fits, and the weekly hours to add to keep the deadline."""
    weeks = ceil(core_hours / _weekly(goal))
    weeks += len(checkpoint_weeks(weeks))  # each checkpoint takes an hour of some week
    while _room(goal, weeks - 1) >= core_hours and weeks > 1:
        weeks -= 1
    earliest = goal.start + timedelta(weeks=weeks)
    if not goal.weeks:
        return earliest, None
    pauses = len(checkpoint_weeks(goal.weeks)) * goal.checkpoint_hours
    needed = (core_hours + pauses) / (goal.weeks * (1 - BUFFER))
    return earliest, ceil(2 * (needed - goal.hours_per_week)) / 2


def _room(goal: Goal, weeks: int) -> float:
    budget = floor(weeks * _weekly(goal) * 10) / 10
    return budget - len(checkpoint_weeks(weeks)) * goal.checkpoint_hours


def _dropped(
    catalogue: Catalogue, problem: Problem, choice: Choice, core: Choice | None
) -> tuple[Dropped, ...]:
    shown = {u for u, by in problem.shown_by.items() if choice.nodes.intersection(by)}
    have = choice.nodes | shown
    left = [t for t in problem.targets if not have.intersection(t.members)]
    return tuple(_drop(catalogue, problem, t, core) for t in left)


def _drop(catalogue: Catalogue, problem: Problem, target: Target, core: Choice | None) -> Dropped:
    chosen = [m for m in target.members if core and m in core.nodes] or list(target.members)
    node = chosen[0]
    hours = sum(
        c.hours.likely
        for n, c in problem.candidates.items()
        if n.skill == node.skill and (n.level == "basic" or n == node)
    )
    skill = catalogue.skills[node.skill]
    return Dropped(
        skill.id, skill.label, round(hours, 1), "least value for its hours within the budget"
    )


def _credentials(
    catalogue: Catalogue, role: Role, held: Mapping[str, Evidence]
) -> tuple[Dropped, ...]:
    """Core entries no hours of study replace, such as a doctorate."""
    return tuple(
        Dropped(s, catalogue.skills[s].label, 0.0, "a credential, not a course; no plan gives it")
        for e in role.skills.core
        if not any(_shown(held, m) for m in e.members)
        for s in e.members
        if catalogue.skills[s].kind == "credential"
    )


def _reason(
    role: Role,
    goal: Goal,
    core_hours: float,
    feasible: bool,
    earliest: date | None,
    add_hours: float | None,
    drop: tuple[Dropped, ...],
    any_steps: bool,
) -> str:
    """Whether it can be done, in words, with the ways out when it can't."""
    budget = (
        f"{goal.weeks} weeks at {goal.hours_per_week:g} hours, less 15% for review and slips, "
        f"leave {goal.budget_hours:g} hours"
    )
    lacking = [d.label for d in drop if not d.hours]
    beyond = f" Ads also ask for {', '.join(lacking)}, which no plan gives." if lacking else ""
    if feasible and not any_steps:
        return f"Nothing to learn: your résumé shows all the core of {role.label}.{beyond}"
    if feasible:
        need = f"the core of {role.label} needs {core_hours:g} hours"
        rest = "Steps beyond the core use the hours left for what most ads ask next."
        return f"It can be done: {need}; {budget}. {rest}{beyond}"
    ways = [f"move the deadline to {earliest}"] if earliest else []
    if add_hours and goal.hours_per_week + add_hours <= 60:
        ways.append(f"add {add_hours:g} hours a week")
    if len(lacking) < len(drop):
        ways.append("drop " + ", ".join(d.label for d in drop if d.hours))
    return (
        f"It can't be done in this time: the core of {role.label} needs {core_hours:g} hours; "
        f"{budget}. Either {', or '.join(ways)}.{beyond}"
    )
