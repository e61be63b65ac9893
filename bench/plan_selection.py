"""Which solver chooses a plan's nodes: HiGHS, as shipped, against CP-SAT and two greedy lists.

    python -m bench.plan_selection

Real catalogue, the bundled snapshot's demand, every role, four budgets, a person who shows
nothing. CP-SAT (Apache-2.0) is measured where the ortools package is installed, else left out.
CPU seconds are the best of five; value is relative to the proven optimum.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import date
from functools import partial
from multiprocessing import get_context
from statistics import mean

from rung import market
from rung.catalogue import load
from rung.catalogue.graph import Node
from rung.catalogue.records import Role
from rung.catalogue.rungs import aimed_at
from rung.plan.order import learning_order
from rung.plan.problem import problem_for
from rung.plan.select import (
    LEAST_VALUE_PER_HOUR,
    PROJECT_FROM,
    START_COST,
    Problem,
    best_choice,
)

TODAY = date(2026, 11, 22)
Row = tuple[str, int, int, float, bool, float, float, float]
BUDGETS = (800, 1600, 2650, 5200)
"""Tenths of an hour."""


def problems() -> list[tuple[Role, Problem]]:
    catalogue, snapshot = load(), market.load()
    found = []
    for role in aimed_at(catalogue):
        demand = market.demand(snapshot, role.id, None, catalogue)
        found.append((role, problem_for(catalogue, role, {}, demand)))
    return found


def best_of_five(call: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def score(problem: Problem, nodes: frozenset[Node]) -> float:
    """The objective without core bonuses: points less the prices of hours and beginnings."""
    total = 0.0
    for n in nodes:
        c = problem.candidates[n]
        total += c.value - LEAST_VALUE_PER_HOUR * c.hours.likely
        total -= START_COST if n.level == "basic" else 0.0
        total -= 0.05 if set(c.soft) - nodes else 0.0
    for n, by in problem.shown_by.items():
        if n not in nodes and nodes.intersection(by):
            total += problem.candidates[n].value
    return total - LEAST_VALUE_PER_HOUR * sum(
        problem.projects[a].likely for a in areas(problem, nodes)
    )


def areas(problem: Problem, nodes: Collection[Node]) -> set[str]:
    """The areas whose projects come along."""
    spent: dict[str, int] = {}
    for n in problem.builds:
        if n in nodes:
            c = problem.candidates[n]
            spent[c.area] = spent.get(c.area, 0) + c.tenths
    return {a for a, h in spent.items() if h > PROJECT_FROM and a in problem.projects}


def cp_sat(problem: Problem, budget: int) -> frozenset[Node]:
    """The same choice by CP-SAT: one worker, hours in tenths, points in thousandths."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    nodes = sorted(problem.candidates)
    take = {n: model.new_bool_var(str(n)) for n in nodes}
    project = {a: model.new_bool_var(a) for a in sorted(problem.projects)}
    shown = {n: model.new_bool_var(f"{n} shown") for n in sorted(problem.shown_by)}
    hours, points = [], []
    for n in nodes:
        c = problem.candidates[n]
        for need in c.requires:
            model.add(take[n] <= take[need])
        worth = c.value - LEAST_VALUE_PER_HOUR * c.hours.likely
        worth -= START_COST if n.level == "basic" else 0
        hours.append(c.tenths * take[n])
        points.append(round(1000 * worth) * take[n])
        if c.soft:
            penalty = model.new_bool_var(f"{n} alone")
            for need in c.soft:
                model.add(penalty >= take[n] - take[need])
            hours.append(c.extra_tenths * penalty)
            points.append(-50 * penalty)
    for area, chosen in project.items():
        built = [n for n in sorted(problem.builds) if problem.candidates[n].area == area]
        spent = sum(problem.candidates[n].tenths * take[n] for n in built)
        most = sum(problem.candidates[n].tenths for n in built)
        model.add(spent <= PROJECT_FROM + most * chosen)
        hours.append(problem.project_tenths(area) * chosen)
        points.append(-round(1000 * LEAST_VALUE_PER_HOUR * problem.projects[area].likely) * chosen)
    for n, by in shown.items():
        model.add(by <= sum(take[m] for m in problem.shown_by[n]))
        model.add(by + take[n] <= 1)
        points.append(round(1000 * problem.candidates[n].value) * by)
    model.add(sum(hours) <= budget)
    model.maximize(sum(points))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.solve(model)
    return frozenset(n for n in nodes if solver.value(take[n]))


def peer(problem: Problem, budget: int) -> tuple[float, frozenset[Node]]:
    """CP-SAT's best of five CPU seconds and its choice; runs in a process of its own, since
    OR-Tools and highspy each bring a HiGHS library and can't be loaded together.
    """
    return best_of_five(partial(cp_sat, problem, budget)), cp_sat(problem, budget)


def greedy(problem: Problem, budget: int) -> frozenset[Node]:
    """Closure value an hour until nothing more fits, projects paid as their area fills."""
    taken: set[Node] = set()
    for node in learning_order(problem.candidates.keys(), problem.candidates):
        then = {*taken, node}
        if set(problem.candidates[node].requires) <= taken and cost(problem, then) <= budget:
            taken = then
    return frozenset(taken)


def cost(problem: Problem, nodes: Collection[Node]) -> int:
    """Tenths of an hour of nodes, penalties and projects."""
    found = [problem.candidates[n] for n in nodes]
    spent = sum(c.tenths + c.extra_tenths * bool(set(c.soft) - set(nodes)) for c in found)
    return spent + sum(problem.project_tenths(a) for a in areas(problem, nodes))


def main() -> None:
    installed = importlib.util.find_spec("ortools") is not None
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:
        report(measure(elsewhere if installed else None))


def measure(elsewhere: Executor | None) -> list[Row]:
    """One row a role and budget; the peer's part stays empty where it isn't installed."""
    rows = []
    for role, problem in problems():
        plain = Problem(problem.candidates, (), problem.projects, problem.builds, problem.shown_by)
        for budget in BUDGETS:
            choice = best_choice(plain, budget, need_all=False)
            seconds = best_of_five(partial(best_choice, plain, budget, need_all=False))
            optimum = score(plain, choice.nodes)
            share = score(plain, greedy(plain, budget)) / optimum if optimum > 0 else 1.0
            peer_seconds, apart = float("nan"), 0.0
            if elsewhere:
                peer_seconds, nodes = elsewhere.submit(peer, plain, budget).result()
                apart = abs(score(plain, nodes) - optimum)
            size, proven = len(plain.candidates), choice.optimal
            rows.append((role.id, budget, size, seconds, proven, share, peer_seconds, apart))
    return rows


def report(rows: list[Row]) -> None:
    """The rows as a Markdown table with their summary."""
    print("| role | budget h | nodes | HiGHS CPU s | proven | CP-SAT CPU s | greedy / optimum |")
    print("|---|---|---|---|---|---|---|")
    for role_id, budget, nodes, seconds, proven, share, other, _ in rows:
        print(
            f"| {role_id} | {budget / 10:g} | {nodes} | {seconds:.3f} | {proven} | {other:.3f} "
            f"| {share:.3f} |"
        )
    print(
        f"\nHiGHS: mean {mean(r[3] for r in rows):.3f}, max {max(r[3] for r in rows):.3f} CPU s; "
        f"proven {sum(r[4] for r in rows)} of {len(rows)}. CP-SAT: mean "
        f"{mean(r[6] for r in rows):.3f}, max {max(r[6] for r in rows):.3f} CPU s; largest "
        f"difference in points {max(r[7] for r in rows):.3f}. Greedy: mean "
        f"{mean(r[5] for r in rows):.3f}, worst {min(r[5] for r in rows):.3f} of the optimum."
    )


if __name__ == "__main__":
    main()
