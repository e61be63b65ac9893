"""Pay as a sum of shrunken effects: what a fit holds and what it says of one kind of job.

Why not quantiles of each cell: most cells hold a handful of ads. Here a cell borrows from its
role, its country and its level as far as it is thin, and its band is wide as far as it borrows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
"""The quantiles a band has."""

NORMAL = (-1.2815516, -0.6744898, 0.0, 0.6744898, 1.2815516)
"""Where those quantiles of a normal distribution with variance one lie."""

Term = tuple[str, ...]
"""The features one effect depends on, such as ("country", "level")."""

Key = tuple[str, ...]
"""One value for each feature of a term."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one value of a term adds to the logarithm of pay, and how sure that is."""

    value: float
    variance: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How ads lie around their middle, and how far apart one ad's own ends are: logarithms."""

    around: tuple[float, ...]
    """At SHARES."""

    width: float


@dataclass(frozen=True, slots=True)
class Model:
    """A fit: ``base`` is the logarithm of US dollars a year, before any effect.

    ``unseen`` is each term's variance, which a value never met (or not told, or the next
    release) adds in full.
    """

    base: float
    terms: tuple[Term, ...]
    unseen: tuple[float, ...]
    effects: tuple[Mapping[Key, Effect], ...]
    spreads: Mapping[Key, Spread]
    """By market, role and level, from () for all ads downwards."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """US dollars a year at SHARES."""

    quantiles: tuple[float, ...]
    width: float
    """How many times its low end an ad's high end typically is."""


def estimate(model: Model, features: Mapping[str, str]) -> Estimate:
    """The band of one kind of job; a feature left out is one nobody knows."""
    middle, variance = model.base, 0.0
    for term, unseen, effects in zip(model.terms, model.unseen, model.effects, strict=True):
        found = effects.get(tuple(features.get(name, "") for name in term))
        middle += found.value if found else 0.0
        variance += found.variance if found else unseen
    spread = _spread(model, features)
    centre = spread.around[len(SHARES) // 2]
    quantiles = tuple(
        math.exp(middle + centre + math.copysign(math.hypot(at - centre, z * variance**0.5), z))
        for at, z in zip(spread.around, NORMAL, strict=True)
    )
    return Estimate(quantiles, math.exp(spread.width))


def _spread(model: Model, features: Mapping[str, str]) -> Spread:
    key: Key = (features.get("market", ""), features.get("role", ""), features.get("level", ""))
    while key not in model.spreads:
        key = key[:-1]
    return model.spreads[key]
