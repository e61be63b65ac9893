"""Steps in layers and order, so that links run downwards and cross little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 12
"""Passes down and up over the layers; more changed nothing on plans of forty steps."""

ACROSS = 7
"""Nodes in one layer, so that a drawing stays as wide as a page."""


@dataclass(frozen=True, slots=True)
class Layered:
    """``layers`` from top to bottom, each with its nodes from left to right.

    A link over several layers passes through bends, one a layer between, which links from the
    same node share: ``routes`` gives for each link (from, to) every node and bend it touches.
    """

    layers: tuple[tuple[str, ...], ...]
    routes: Mapping[tuple[str, str], tuple[str, ...]]
    bends: frozenset[str]


def essential(requires: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Links without those that a longer way says already."""
    above = {n: _reach(n, requires) for n in requires}
    return {
        n: tuple(r for r in needed if not any(r in above[o] for o in needed if o != r))
        for n, needed in requires.items()
    }


def _reach(node: str, requires: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    open_ = list(requires[node])
    while open_:
        at = open_.pop()
        if at not in found:
            found.add(at)
            open_.extend(requires[at])
    return found


def groups(requires: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The nodes that links join, group by group, the largest first."""
    joined = {n: {n} for n in requires}
    for node, needed in requires.items():
        for other in needed:
            together = joined[node] | joined[other]
            joined.update(dict.fromkeys(together, together))
    found = {min(g): tuple(n for n in requires if n in g) for g in joined.values()}
    return tuple(sorted(found.values(), key=lambda g: (-len(g), g)))


def layered(requires: Mapping[str, Sequence[str]]) -> Layered:
    """The layering of ``requires``; each node as near to what needs it as it can stand.

    Why from below: a plan's links meet in its projects, so nodes gather above them.
    """
    depth = _depths(requires)
    most = max(depth.values(), default=0)
    layers: list[list[str]] = [[] for _ in range(most + 1)]
    for node in requires:
        layers[most - depth[node]].append(node)
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    bends: set[str] = set()
    for node, needed in requires.items():
        for source in needed:
            between = range(most - depth[source] + 1, most - depth[node])
            passed = [f"{source}@{at}" for at in between]
            for at, bend in zip(between, passed, strict=True):
                if bend not in bends:
                    layers[at].append(bend)
            bends.update(passed)
            routes[source, node] = (source, *passed, node)
    return Layered(_ordered(layers, routes), routes, frozenset(bends))


def _depths(requires: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Each node's layer from below: above all that need it, where there is room."""
    needed_by: dict[str, list[str]] = {n: [] for n in requires}
    for node, needed in requires.items():
        for source in needed:
            needed_by[source].append(node)
    longest: dict[str, int] = {}

    def measure(node: str) -> int:
        if node not in longest:
            longest[node] = max((measure(n) + 1 for n in needed_by[node]), default=0)
        return longest[node]

    depth: dict[str, int] = {}
    for node in sorted(requires, key=lambda n: (measure(n), n)):
        at = max((depth[n] + 1 for n in needed_by[node]), default=0)
        taken = list(depth.values())
        while taken.count(at) >= ACROSS:
            at += 1
        depth[node] = at
    return depth


def _ordered(
    layers: list[list[str]], routes: Mapping[tuple[str, str], tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Each layer sorted by the mean place of its neighbours, down and up, keeping the best."""
    pairs = sorted({p for r in routes.values() for p in pairwise(r)})
    best = [list(layer) for layer in layers]
    fewest = _crossings(best, pairs)
    now = best
    for sweep in range(SWEEPS):
        now = _swept(now, pairs, down=sweep % 2 == 0)
        crossed = _crossings(now, pairs)
        if crossed < fewest:
            best, fewest = now, crossed
    return tuple(tuple(layer) for layer in best)


def _swept(
    layers: Sequence[Sequence[str]], pairs: Sequence[tuple[str, str]], *, down: bool
) -> list[list[str]]:
    made = [list(layer) for layer in layers]
    order = range(1, len(made)) if down else range(len(made) - 2, -1, -1)
    for at in order:
        fixed = made[at - 1 if down else at + 1]
        place = {n: i for i, n in enumerate(fixed)}
        own = {n: i for i, n in enumerate(made[at])}
        means = {n: _mean(n, place, pairs, own[n]) for n in made[at]}
        made[at].sort(key=lambda n: (means[n], own[n]))
    return made


def _mean(
    node: str, place: Mapping[str, int], pairs: Sequence[tuple[str, str]], own: float
) -> float:
    near = [place[a] for a, b in pairs if b == node and a in place]
    near += [place[b] for a, b in pairs if a == node and b in place]
    return sum(near) / len(near) if near else own


def _crossings(layers: Sequence[Sequence[str]], pairs: Sequence[tuple[str, str]]) -> int:
    place = {n: i for layer in layers for i, n in enumerate(layer)}
    depth = {n: d for d, layer in enumerate(layers) for n in layer}
    found = 0
    for i, (a, b) in enumerate(pairs):
        for c, d in pairs[i + 1 :]:
            if depth[a] == depth[c] and (place[a] - place[c]) * (place[b] - place[d]) < 0:
                found += 1
    return found
