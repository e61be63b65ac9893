"""How fast a person learns beside the catalogue's estimates, from the steps they finished."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, sqrt

from rung.core.records import HoursRange
from rung.plan.records import Speed

PRIOR = 0.4
"""Spread of people's speeds before anything is known of one (standard deviation of the log)."""

NOISE = 0.4
"""How far one step's hours stray from a person's speed: an estimate's own error."""

LEAST, MOST = 0.4, 3.0
"""Bounds of one step's ratio: a slip in the log must not turn a plan over."""


def learn(finished: Iterable[tuple[HoursRange, float]]) -> Speed:
    """The speed that finished steps speak of: each with its estimate and the hours logged.

    A normal prior on the logarithm, so that one step says little and ten say much. Steps
    finished without hours say nothing.
    """
    ratios = [
        log(min(MOST, max(LEAST, spent / expected(hours)))) for hours, spent in finished if spent
    ]
    if not ratios:
        return Speed()
    weight = 1 / PRIOR**2 + len(ratios) / NOISE**2
    centre = sum(ratios) / NOISE**2 / weight
    return Speed(round(exp(centre), 2), round(1 / sqrt(weight), 3), len(ratios))


def expected(hours: HoursRange) -> float:
    """The mean of a PERT estimate."""
    return max(0.1, (hours.low + 4 * hours.likely + hours.high) / 6)
