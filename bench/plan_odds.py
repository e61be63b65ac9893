"""Whether "done in time" holds: odds said, beside what simulated learners then do.

    python -m bench.plan_odds

Real roles and demand, three budgets each, a person who shows nothing. Learners live in four
worlds, three of which break what the odds assume: other shapes of hours, errors shared by an
area, weeks that go wrong in streaks. Odds are said at the start, and again after a quarter of
the steps, when the learner's own speed has been learnt from what they logged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log

import numpy as np

from rung import market
from rung.catalogue import load
from rung.catalogue.rungs import aimed_at
from rung.plan import Goal, build_plan
from rung.plan.odds import KEPT_HIGH, KEPT_LOW, LOST, odds
from rung.plan.records import Speed, Step
from rung.plan.speed import learn

TODAY = date(2026, 11, 27)
LEARNERS = 30
WORLDS = ("as assumed", "other shapes", "errors shared by area", "bad weeks in streaks")
Chance = np.random.Generator


@dataclass(frozen=True)
class Case:
    """One plan and its goal."""

    goal: Goal
    steps: tuple[Step, ...]


def cases() -> list[Case]:
    catalogue, snapshot = load(), market.load()
    found = []
    for role in aimed_at(catalogue)[::2]:
        demand = market.demand(snapshot, role.id, None, catalogue)
        for hours, weeks in ((6, 60), (10, 60), (16, 40)):
            goal = Goal(role.id, None, None, hours, TODAY + timedelta(weeks=weeks), TODAY)
            plan = build_plan(catalogue, role, goal, {}, demand)
            if plan.feasible and plan.steps:
                found.append(Case(goal, plan.steps))
    return found


def hours_spent(steps: Sequence[Step], world: str, chance: Chance) -> list[float]:
    """What each step really takes one learner."""
    pace = np.exp(chance.normal(0, 0.4))
    if world == "other shapes":
        pace = chance.gamma(6.5, 1 / 6.0)
    area = {a: np.exp(chance.normal(0, 0.25)) for a in {s.area for s in steps}}
    spent = []
    for s in steps:
        low, likely, high = s.hours.low, s.hours.likely, s.hours.high
        if high <= low:
            one = likely
        elif world == "other shapes":
            spread = log(max(high / likely, 1.01)) / 1.6
            one = float(np.exp(chance.normal(log(max(likely, 0.1)), spread)))
        else:
            rise, fall = 4 * (likely - low) / (high - low), 4 * (high - likely) / (high - low)
            one = low + (high - low) * chance.beta(1 + rise, 1 + fall)
        spent.append(one * pace * (area[s.area] if world == "errors shared by area" else 1))
    return spent


def weeks_kept(count: int, world: str, chance: Chance) -> np.ndarray:
    kept = chance.uniform(KEPT_LOW, KEPT_HIGH, count)
    if world == "bad weeks in streaks":
        lost = np.zeros(count, bool)
        at = 0
        while at < count:
            at += int(chance.geometric(1 / 27))
            lost[at : at + 3] = True
            at += 3
        return np.where(lost, 0, kept)
    return np.where(chance.random(count) < LOST, 0, kept)


def live(case: Case, world: str, chance: Chance) -> tuple[float, bool, float | None, bool]:
    """Odds at the start and after a quarter of the steps, and whether it was done in time."""
    goal = case.goal
    spent = hours_spent(case.steps, world, chance)
    weekly = weeks_kept(goal.weeks, world, chance) * goal.hours_per_week
    reached = np.cumsum(weekly)
    total = np.cumsum(spent)
    done = bool(reached[-1] >= total[-1])
    first = odds(case.steps, goal, Speed()).everything
    quarter = len(case.steps) // 4
    if not quarter or reached[-1] < total[quarter - 1]:
        return first, done, None, done
    week = int(np.searchsorted(reached, total[quarter - 1])) + 1
    if week >= goal.weeks:
        return first, done, None, done
    speed = learn((s.hours, h) for s, h in zip(case.steps[:quarter], spent, strict=False))
    left = [replace(s, hours=s.hours.scaled(speed.factor)) for s in case.steps[quarter:]]
    goes_on = replace(goal, start=goal.start + timedelta(weeks=week), lived=week)
    return first, done, odds(left, goes_on, speed).everything, done


def main() -> None:
    found = cases()
    print(f"{len(found)} plans, {LEARNERS} learners each a world; points are said minus done.\n")
    print("| world | when | n | said | done | apart | worst tenth of odds |")
    print("|---|---|---|---|---|---|---|")
    for world in WORLDS:
        chance = np.random.default_rng(41)
        lived = [live(c, world, chance) for c in found for _ in range(LEARNERS)]
        report(world, "start", [(a, done) for a, done, _, _ in lived])
        report(world, "a quarter in", [(b, done) for _, _, b, done in lived if b is not None])


def report(world: str, when: str, pairs: list[tuple[float, bool]]) -> None:
    said, done = (100 * np.mean([p[i] for p in pairs]) for i in (0, 1))
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p in pairs:
        tenths[min(9, int(10 * p[0]))].append(p)
    apart = [
        100 * (np.mean([a for a, _ in some]) - np.mean([b for _, b in some]))
        for some in tenths.values()
        if len(some) >= 100
    ]
    worst = max(apart, key=abs)
    print(
        f"| {world} | {when} | {len(pairs):,} | {said:.1f} | {done:.1f} | {said - done:+.1f} "
        f"| {worst:+.1f} |"
    )


if __name__ == "__main__":
    main()
