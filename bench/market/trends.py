"""False alarms, power and coverage of trends on simulated sources whose mix changes.

Run: ``python -m bench.market.trends [--full]``. Each world has sources of different size and
share, observed at different times, that grow or shrink while the bench watches; some things really
change. *clumps* says how far ads of one time hang together (0: not at all), as when one employer
posts many at once.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rung.market.trends import YEAR, Point, Trend, changing, trend

ITEMS, REAL = 60, 6
"""Things a world has, and how many of them really change."""


@dataclass(frozen=True)
class World:
    """How sources are made."""

    sources: int
    times: int
    days: float
    ads: float
    clumps: float
    slope: float
    """Log-odds a year of what really changes."""


WORLDS = (
    World(1, 6, 180, 150, 0.0, 1.0),
    World(3, 8, 240, 100, 0.0, 1.0),
    World(3, 8, 240, 100, 0.01, 1.0),
    World(4, 12, 365, 100, 0.0, 0.7),
    World(4, 12, 365, 100, 0.02, 0.7),
    World(6, 24, 730, 60, 0.01, 0.5),
)


def main() -> None:
    """Print a line a world."""
    rounds = 200 if "--full" in sys.argv else 20
    print(f"{rounds} rounds a world, {ITEMS} things each, {REAL} of them really changing")
    for number, world in enumerate(WORLDS):
        told(world, rounds, np.random.default_rng(number))


def told(world: World, rounds: int, draw: np.random.Generator) -> None:
    """Simulate a world and print how its trends were told."""
    single = alarms = said = hits = real = 0
    covered: list[bool] = []
    ahead: list[bool] = []
    for _ in range(rounds):
        truth = [world.slope * (1 if i % 2 else -1) if i < REAL else 0.0 for i in range(ITEMS)]
        found = [(i, made) for i in range(ITEMS) for made in [_one(world, truth[i], draw)] if made]
        trends = [t for _, (t, _) in found]
        real_ones = changing(trends)
        for place, (i, (t, share)) in enumerate(found):
            changes = place in real_ones
            if truth[i]:
                real += 1
                hits += changes and t.slope * truth[i] > 0
            else:
                single += t.p < 0.05
                alarms += changes
            said += changes
            covered.append(t.low <= truth[i] <= t.high)
            ahead.append(t.forecast_low <= share <= t.forecast_high)
    quiet = len(covered) - real
    print(
        f"{world.sources} sources, {world.times} times in {world.days:.0f} days, {world.ads:.0f} "
        f"ads a time, clumps {world.clumps}, log-odds {world.slope} a year: one test alone "
        f"{single / quiet:.3f} false; told {said}, of them false {alarms / max(1, said):.3f}, "
        f"of the unchanged {alarms / quiet:.4f}; power {hits / max(1, real):.2f}; "
        f"80% intervals: slope {np.mean(covered):.3f}, forecast {np.mean(ahead):.3f}"
    )


def _one(world: World, slope: float, draw: np.random.Generator) -> tuple[Trend, float] | None:
    """One thing's trend, and its true share where it was forecast."""
    levels = draw.uniform(-3, 0, world.sources)
    points = list(_points(world, levels, slope, draw))
    found = trend(points, ahead=YEAR / 4)
    if not isinstance(found, Trend):
        return None
    total = sum(p.n for p in points)
    share = 0.0
    for s, level in enumerate(levels):
        weight = sum(p.n for p in points if p.source == str(s)) / total
        share += weight * _chance(level + slope * (found.last + found.ahead) / YEAR)
    return found, share


def _points(
    world: World, levels: np.ndarray, slope: float, draw: np.random.Generator
) -> Iterator[Point]:
    growth = draw.uniform(-2, 2, world.sources)
    for s, level in enumerate(levels):
        days = np.sort(draw.uniform(0, world.days, world.times))
        days[0], days[-1] = 0, world.days
        for day in days:
            n = int(draw.poisson(world.ads * math.exp(growth[s] * day / YEAR)))
            chance = _chance(level + slope * day / YEAR)
            if world.clumps:
                size = 1 / world.clumps - 1
                chance = float(draw.beta(chance * size, (1 - chance) * size))
            yield Point(str(s), float(day), int(draw.binomial(n, chance)), n)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


if __name__ == "__main__":
    main()
