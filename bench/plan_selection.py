"""Which solver chooses a plan's nodes: HiGHS, as shipped, against CP-SAT and two greedy lists.

    python -m bench.plan_selection

Real catalogue, the bundled snapshot's demand, every role, four budgets, a person who shows
nothing. CP-SAT (Apache-2.0) is measured where the ortools package is installed, else left out.
CPU seconds are the best of five; value is relative to the proven optimum.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import mean

from rung import market
from rung.catalogue import load
from rung.catalogue.graph import Node
from rung.catalogue.records import Role
from rung.plan.build import problem_for
from rung.plan.order import learning_order
from rung.plan.select import LEAST_VALUE_PER_HOUR, SOFT_PENALTY, Problem, best_choice

TODAY = date(2026, 11, 22)
BUDGETS = (80.0, 160.0, 265.0, 520.0)


def problems() -> list[tuple[Role, Problem]]:
    catalogue, snapshot = load(), market.load()
    found = []
    for role in catalogue.roles.values():
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
    """The objective without core bonuses: points less the price of hours."""
    total = 0.0
    for n in nodes:
        c = problem.candidates[n]
        missing = bool(set(c.soft) - nodes)
        hours = c.hours.likely * (1 + SOFT_PENALTY * missing)
        total += c.value - LEAST_VALUE_PER_HOUR * hours
    areas = {problem.candidates[n].area for n in nodes if n in problem.builds}
    return total - LEAST_VALUE_PER_HOUR * sum(problem.projects.get(a, 0) for a in areas)


def greedy(problem: Problem, budget: float) -> frozenset[Node]:
    """Closure value an hour until the budget is full, projects paid as their area opens."""
    taken: set[Node] = set()
    spent = 0.0
    for node in learning_order(problem.candidates.keys(), problem.candidates):
        c = problem.candidates[node]
        if not set(c.requires) <= taken:
            continue
        areas = {problem.candidates[n].area for n in taken if n in problem.builds}
        cost = c.hours.likely * (1 + SOFT_PENALTY * bool(set(c.soft) - taken))
        if node in problem.builds and c.area not in areas:
            cost += problem.projects.get(c.area, 0.0)
        if spent + cost <= budget:
            taken.add(node)
            spent += cost
    return frozenset(taken)


def main() -> None:
    rows = []
    for role, problem in problems():
        plain = Problem(problem.candidates, (), problem.projects, problem.builds, problem.shown_by)
        for budget in BUDGETS:
            choice = best_choice(plain, budget, need_all=False)
            seconds = best_of_five(partial(best_choice, plain, budget, need_all=False))
            optimum = score(plain, choice.nodes)
            share = score(plain, greedy(plain, budget)) / optimum if optimum > 0 else 1.0
            rows.append((role.id, budget, len(plain.candidates), seconds, choice.optimal, share))
    print("| role | budget h | nodes | HiGHS CPU s | proven | greedy / optimum |")
    print("|---|---|---|---|---|---|")
    for role_id, budget, nodes, seconds, proven, share in rows:
        print(f"| {role_id} | {budget:g} | {nodes} | {seconds:.3f} | {proven} | {share:.3f} |")
    print(
        f"\nHiGHS: mean {mean(r[3] for r in rows):.3f}, max {max(r[3] for r in rows):.3f} CPU s; "
        f"proven {sum(r[4] for r in rows)} of {len(rows)}; greedy mean "
        f"{mean(r[5] for r in rows):.3f}, worst {min(r[5] for r in rows):.3f}"
    )


if __name__ == "__main__":
    main()
