"""Which nodes a plan takes: an exact choice under hours, prerequisites and projects."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rung.catalogue.graph import Node
from rung.core.records import HoursRange
from rung.plan.candidates import Candidate, Target
from rung.plan.solver import solver

LEAST_VALUE_PER_HOUR = 0.5
"""Below this many points an hour, a node is filler and its hours are given back."""

START_COST = 4.0
"""Points each further skill costs: a plan of forty beginnings ends nowhere."""

PROJECT_FROM = 100
"""Tenths of an hour of building in an area above which its project comes along."""

CORE_BONUS = 60.0
"""Points for closing a core entry when not all of them fit."""

PINNED_BONUS = 1_000.0
"""Points for what the person asked for by name: it gives way last."""

ASKED_MOST = 5.0
"""Weight of a core entry's own points beside: what most ads ask for is dropped last."""

BEGUN = 30.0
"""Points for a step this week or the next already holds: new ads don't reshuffle it."""

LEFT_UNSHOWN = 100.0
"""Points lost where work in an area was done and its project doesn't fit."""


@dataclass(frozen=True, slots=True)
class Problem:
    """All a choice depends on. ``projects`` maps an area to its project's hours; an area's
    project comes along once its buildable working nodes (``builds``) take more than ten hours.
    """

    candidates: Mapping[Node, Candidate]
    targets: tuple[Target, ...]
    projects: Mapping[str, HoursRange]
    builds: Collection[Node]
    shown_by: Mapping[Node, tuple[Node, ...]]
    """Umbrella nodes and the nodes that show them too (AWS shows cloud): their value and the
    core entry they close come along, but what needs them as a prerequisite still does."""
    one_of: tuple[Node, ...] = ()
    """At least one of these is taken whenever the hours allow it."""
    built: Mapping[str, int] = field(default_factory=dict)
    """Tenths of an hour of building done before this choice, by area."""
    begun: Collection[Node] = ()
    """Nodes the person is at, or about to be."""

    def project_tenths(self, area: str) -> int:
        """What an area's project costs, in tenths of an hour."""
        return round(10 * self.projects[area].likely)


@dataclass(frozen=True, slots=True)
class Choice:
    """The nodes and areas' projects taken; ``tenths`` of an hour include all they cost."""

    nodes: frozenset[Node]
    projects: frozenset[str]
    penalised: frozenset[Node]
    tenths: int
    optimal: bool

    @property
    def hours(self) -> float:
        """What the choice costs, in hours."""
        return self.tenths / 10


NOTHING = Choice(frozenset(), frozenset(), frozenset(), 0, optimal=True)


def cheapest_core(problem: Problem) -> Choice:
    """The fewest hours that close every core entry."""
    found = _solve(replace(problem, one_of=()), budget=None, need_all=True)
    if found is None:
        raise RuntimeError("a core entry has no way to close it: the catalogue is broken")
    return found


def best_choice(problem: Problem, budget: int, *, need_all: bool) -> Choice:
    """The most valuable choice within ``budget`` tenths of an hour, proven optimal.

    With ``need_all`` every core entry is closed; else as many as the hours allow. What
    ``one_of`` asks for gives way where the budget can't hold it.
    """
    found = _solve(problem, budget=budget, need_all=need_all)
    if found is None and problem.one_of:
        found = _solve(replace(problem, one_of=()), budget=budget, need_all=need_all)
    if found is None:
        raise RuntimeError("no choice fits, though the core was found to: a bug in select")
    return found


class _Model:
    """The integer programme, one variable a node, project, penalty and core entry."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.highs = solver()
        self.nodes = sorted(problem.candidates)
        self.take = {n: self._binary() for n in self.nodes}
        self.penalty = {n: self._binary() for n in self.nodes if problem.candidates[n].soft}
        self.project = {a: self._binary() for a in sorted(problem.projects)}
        self.closed = [self._binary() for _ in problem.targets]
        self.shown = {n: self._binary() for n in sorted(problem.shown_by)}
        self.unshown = {a: self._binary() for a in self.project if problem.built.get(a, 0) > 0}
        self._order()
        self._close()

    def _binary(self) -> Any:
        return self.highs.addBinary()

    def _order(self) -> None:
        for n in self.nodes:
            candidate = self.problem.candidates[n]
            for need in candidate.requires:
                self.highs.addConstr(self.take[n] <= self.take[need])
            for need in candidate.soft:
                self.highs.addConstr(self.penalty[n] >= self.take[n] - self.take[need])
        for area, project in self.project.items():
            built, before = _built(self.problem, area), self.problem.built.get(area, 0)
            if built or before > PROJECT_FROM:
                spent = before + sum(t * self.take[n] for n, t in built.items())
                shown = project + self.unshown[area] if area in self.unshown else project
                most = before + sum(built.values())
                self.highs.addConstr(spent <= PROJECT_FROM + most * shown)

    def _close(self) -> None:
        for n, shown in self.shown.items():
            by = sum(self.take[m] for m in self.problem.shown_by[n])
            self.highs.addConstr(shown <= by)
            self.highs.addConstr(shown + self.take[n] <= 1)
        for target, closed in zip(self.problem.targets, self.closed, strict=True):
            self.highs.addConstr(closed <= sum(self._have(m) for m in target.members))
        if self.problem.one_of:
            self.highs.addConstr(sum(self.take[n] for n in self.problem.one_of) >= 1)

    def _have(self, n: Node) -> Any:
        return self.take[n] + self.shown[n] if n in self.shown else self.take[n]

    def tenths(self) -> Any:
        found = self.problem.candidates
        parts = [found[n].tenths * self.take[n] for n in self.nodes]
        parts += [found[n].extra_tenths * p for n, p in self.penalty.items()]
        parts += [self.problem.project_tenths(a) * v for a, v in self.project.items()]
        return sum(parts)

    def value(self) -> Any:
        """Points less a price on hours; the last digits break ties by hours, then id."""
        found = self.problem.candidates
        parts = []
        for rank, n in enumerate(self.nodes):
            points = found[n].value - LEAST_VALUE_PER_HOUR * found[n].hours.likely
            points -= START_COST if n.level == "basic" else 0.0
            parts.append((round(points, 3) - 1e-5 * rank / len(self.nodes)) * self.take[n])
        parts += [found[n].value * v for n, v in self.shown.items()]
        parts += [
            (
                (PINNED_BONUS if t.pinned else CORE_BONUS)
                + ASKED_MOST * max(found[m].value for m in t.members)
            )
            * c
            for t, c in zip(self.problem.targets, self.closed, strict=True)
        ]
        parts += [-0.05 * p for p in self.penalty.values()]
        parts += [
            -LEAST_VALUE_PER_HOUR * self.problem.projects[a].likely * v
            for a, v in self.project.items()
        ]
        parts += [BEGUN * self.take[n] for n in sorted(self.problem.begun)]
        parts += [-LEFT_UNSHOWN * u for u in self.unshown.values()]
        return sum(parts)

    def values(self) -> Sequence[float]:
        return list(self.highs.getSolution().col_value)


def _solve(problem: Problem, *, budget: int | None, need_all: bool) -> Choice | None:
    if not problem.candidates and not problem.built:
        return NOTHING
    model = _Model(problem)
    if need_all:
        for closed in model.closed:
            model.highs.addConstr(closed >= 1)
    if budget is not None:
        model.highs.addConstr(model.tenths() <= budget)
        model.highs.maximize(model.value())
    else:
        ranks = sum(i * model.take[n] for i, n in enumerate(model.nodes))
        model.highs.minimize(model.tenths() + 0.5 / max(1, len(model.nodes)) ** 2 * ranks)
    return _read(model)


def _built(problem: Problem, area: str) -> dict[Node, int]:
    """The buildable nodes of an area and their tenths of an hour."""
    return {
        n: problem.candidates[n].tenths
        for n in sorted(problem.builds)
        if problem.candidates[n].area == area
    }


def _read(model: _Model) -> Choice | None:
    import highspy

    status = model.highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    values = model.values()
    problem = model.problem
    nodes = frozenset(n for n in model.nodes if values[model.take[n].index] > 0.5)
    penalised = frozenset(
        n
        for n in nodes
        if problem.candidates[n].soft and not nodes.issuperset(problem.candidates[n].soft)
    )
    areas = frozenset(
        a
        for a, chosen in model.project.items()
        if values[chosen.index] > 0.5
        and problem.built.get(a, 0) + sum(t for n, t in _built(problem, a).items() if n in nodes)
        > PROJECT_FROM
    )
    tenths = sum(problem.candidates[n].tenths for n in nodes)
    tenths += sum(problem.candidates[n].extra_tenths for n in penalised)
    tenths += sum(problem.project_tenths(a) for a in areas)
    optimal = status == highspy.HighsModelStatus.kOptimal
    return Choice(nodes, areas, penalised, tenths, optimal)
