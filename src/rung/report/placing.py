"""Where each box of the graph stands, in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from rung.report.layers import Layered, groups, layered

WIDE, HIGH, APART, BELOW, BEND = 134, 42, 14, 34, 16
"""Box width and height, space beside and below it, room a passing link takes."""

ROW = 1060
"""Width of a row of groups; wider than the page's column helps nobody."""

SETTLE = 60
"""Passes that draw neighbours together; after these nothing moves by a pixel."""

Place = tuple[float, float]
"""The middle of a box's upper edge."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Every box's place, every link as the places it passes, and the room all take."""

    places: Mapping[str, Place]
    routes: tuple[tuple[Place, ...], ...]
    width: float
    height: float


def placed(requires: Mapping[str, Sequence[str]]) -> Placed:
    """Boxes group by group, side by side while a row has room."""
    places: dict[str, Place] = {}
    routes: list[tuple[Place, ...]] = []
    left, top, below, width = 2.0, 2.0, 2.0, 0.0
    for group in groups(requires):
        found = _one({n: requires[n] for n in group})
        if left > 2 and left + found.width > ROW:
            left, top = 2.0, below
        shift = (left, top)
        places.update({n: _moved(p, shift) for n, p in found.places.items()})
        routes += [tuple(_moved(p, shift) for p in route) for route in found.routes]
        width = max(width, left + found.width)
        below = max(below, top + found.height + BELOW)
        left += found.width + 2 * APART
    return Placed(places, tuple(routes), width + 2, below - BELOW + 2)


def _moved(place: Place, by: Place) -> Place:
    return round(place[0] + by[0], 1), place[1] + by[1]


def _one(requires: Mapping[str, Sequence[str]]) -> Placed:
    found = layered(requires)
    middles = _middles(found)
    low = min(m - _half(n, found) for n, m in middles.items())
    places = {
        n: (middles[n] - low, float(depth * (HIGH + BELOW)))
        for depth, layer in enumerate(found.layers)
        for n in layer
    }
    return Placed(
        {n: places[n] for n in requires},
        tuple(tuple(places[n] for n in route) for route in found.routes.values()),
        max(x + _half(n, found) for n, (x, _) in places.items()),
        len(found.layers) * (HIGH + BELOW) - BELOW,
    )


def _half(node: str, found: Layered) -> float:
    return (BEND if node in found.bends else WIDE) / 2


def _middles(found: Layered) -> dict[str, float]:
    """The middle of each node: near its neighbours' mean, in order, none overlapping."""
    starts = {layer: _offsets(layer, found) for layer in found.layers}
    middles = {n: at for layer, ats in starts.items() for n, at in zip(layer, ats, strict=True)}
    near: dict[str, set[str]] = {n: set() for n in middles}
    for route in found.routes.values():
        for a, b in pairwise(route):
            near[a].add(b)
            near[b].add(a)
    for turn in range(SETTLE):
        for layer in found.layers if turn % 2 else reversed(found.layers):
            wanted = [
                sum(middles[o] for o in sorted(near[n])) / len(near[n]) if near[n] else middles[n]
                for n in layer
            ]
            middles.update(zip(layer, _kept_apart(wanted, starts[layer]), strict=True))
    return middles


def _offsets(layer: Sequence[str], found: Layered) -> list[float]:
    """The middles of a layer packed as tightly as it goes."""
    steps = (_half(a, found) + APART + _half(b, found) for a, b in pairwise(layer))
    return list(accumulate(steps, initial=0.0))


def _kept_apart(wanted: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """The places nearest to ``wanted`` (least squares) that keep order and distance.

    Why pooling: with the offsets taken away, keeping apart is keeping order, and merging
    neighbours that break it into their mean is exact.
    """
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, size = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean = (mean * size + before * count) / (size + count)
            size += count
        pools.append((mean, size))
    level = [mean for mean, size in pools for _ in range(size)]
    return [base + offset for base, offset in zip(level, offsets, strict=True)]
