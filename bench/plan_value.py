"""What exact choice is worth: our plans beside two lists people follow.

    python -m bench.plan_value

Twelve fictional people with the goals their records name, four budgets each, real demand and
their real gaps. Peers: the gap list by frequency, prerequisites inserted; and a roadmap, all the
role's skills with prerequisites in topological order. All have the same hours. Value is the
points of what is learnt (share of ads plus the role's own prior, as in ``plan.value``); ad
mentions are the shares of ads alone. Ours is measured as shipped, projects paid from the same
hours, and by the same choice without projects.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import mean

import yaml

from rung import market
from rung.app.goal import find_place
from rung.app.my_profile import the_profile
from rung.catalogue import load
from rung.catalogue.graph import Node
from rung.catalogue.rungs import at_rung
from rung.fit import gap, held
from rung.market.records import RoleDemand
from rung.plan.order import learning_order
from rung.plan.problem import problem_for, shares
from rung.plan.select import Problem, best_choice, cheapest_core

TODAY = date(2026, 11, 22)
PEOPLE = Path(__file__).parent / "people"
BUDGETS = (60, 120, 260, 520)
"""Hours."""


@dataclass(frozen=True)
class Cell:
    """One person, goal and budget: value, and ad mentions, of each plan."""

    name: str
    budget: int
    shipped: tuple[float, float]
    bare: tuple[float, float]
    frequency: tuple[float, float]
    roadmap: tuple[float, float]


def worth(problem: Problem, demand: RoleDemand, nodes: Collection[Node]) -> tuple[float, float]:
    """Points, and shares of ads in percent, of what ``nodes`` teach."""
    taken = set(nodes)
    shown = {n for n, by in problem.shown_by.items() if n not in taken and taken & set(by)}
    points = sum(problem.candidates[n].value for n in taken | shown)
    asked = shares(demand)
    skills = {n.skill for n in taken | shown if n.level == "working"}
    return points, 100 * sum(asked.get(s, 0.0) for s in skills)


def package(problem: Problem, node: Node, taken: set[Node]) -> list[Node]:
    """A node and what it still needs, needs first."""
    found: list[Node] = []

    def visit(at: Node) -> None:
        if at in found or at in taken:
            return
        for need in problem.candidates[at].requires:
            visit(need)
        found.append(at)

    visit(node)
    return found


def filled(problem: Problem, wanted: Iterable[Node], budget: int) -> set[Node]:
    """As many of ``wanted``, in their order and with their needs, as the hours hold."""
    taken: set[Node] = set()
    spent = 0
    for node in wanted:
        if node not in problem.candidates:
            continue
        more = package(problem, node, taken)
        cost = sum(problem.candidates[n].tenths for n in more)
        if spent + cost <= budget:
            taken |= set(more)
            spent += cost
    return taken


def roadmap(problem: Problem, wanted: Iterable[Node], budget: int) -> set[Node]:
    """The whole list in topological order, as far as the hours go."""
    taken: set[Node] = set()
    spent = 0
    for node in wanted:
        for n in package(problem, node, taken):
            cost = problem.candidates[n].tenths
            if spent + cost > budget:
                return taken
            taken.add(n)
            spent += cost
    return taken


def cells() -> list[Cell]:
    catalogue, snapshot = load(), market.load()
    found = []
    for entry in yaml.safe_load((PEOPLE / "goals.yaml").read_text("utf-8")):
        profile = the_profile(PEOPLE / entry["resume"], TODAY)
        role = at_rung(catalogue.roles[entry["role"]], entry["level"])
        place = find_place(catalogue, entry["place"])
        demand = market.demand(snapshot, role.id, place, catalogue)
        problem = problem_for(catalogue, role, held(profile), demand)
        rows = [r for r in gap(catalogue, profile, demand) if r.evidence in ("absent", "claimed")]
        by_count = [Node(r.skill, "working") for r in sorted(rows, key=lambda r: (-r.k, r.skill))]
        listed = (*role.skills.core, *role.skills.common, *role.skills.rare)
        whole = sorted(Node(m, "working") for e in listed for m in e.members)
        whole = [n for n in whole if n in problem.candidates]
        core = cheapest_core(problem).tenths
        bare = replace(problem, projects={})
        for hours in BUDGETS:
            room = 10 * hours
            shipped = best_choice(problem, room, need_all=core <= room)
            chosen = best_choice(bare, room, need_all=cheapest_core(bare).tenths <= room)
            found.append(
                Cell(
                    f"{entry['resume'].rpartition('/')[2]} → {role.id}",
                    hours,
                    worth(problem, demand, shipped.nodes),
                    worth(problem, demand, chosen.nodes),
                    worth(problem, demand, filled(problem, by_count, room)),
                    worth(problem, demand, roadmap(problem, whole, room)),
                )
            )
            assert set(learning_order(shipped.nodes, problem.candidates)) == shipped.nodes
    return found


def main() -> None:
    found = cells()
    print("| person → role | hours | shipped | without projects | by frequency | roadmap |")
    print("|---|---|---|---|---|---|")
    for c in found:
        figures = " | ".join(f"{v[0]:.0f} ({v[1]:.0f})" for v in
                             (c.shipped, c.bare, c.frequency, c.roadmap))  # fmt: skip
        print(f"| {c.name} | {c.budget} | {figures} |")
    print(f"\n{len(found)} cells; points (ad mentions in percent).")
    for at, what in enumerate(("points", "ad mentions")):
        for label, ours in (("shipped", "shipped"), ("without projects", "bare")):
            for peer in ("frequency", "roadmap"):
                mine = [getattr(c, ours)[at] for c in found]
                theirs = [getattr(c, peer)[at] for c in found]
                total = sum(mine) / sum(theirs) if sum(theirs) else float("inf")
                ratios = [a / b for a, b in zip(mine, theirs, strict=True) if b > 0]
                print(
                    f"{what}, {label} / {peer}: {total:.2f} over all, mean of cells "
                    f"{mean(ratios):.2f}, better or even in "
                    f"{sum(a >= b - 1e-6 for a, b in zip(mine, theirs, strict=True))}"
                )


if __name__ == "__main__":
    main()
