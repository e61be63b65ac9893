"""How a share changes over the times a source was observed: slope, interval, forecast, badge.

The share is of ads seen for the first time, so that each ad counts once: the ads that stay open
for long would otherwise tell the same thing at every visit. Ads already there at the first visit
to a board are left out; nobody knows since when. Only times within one source are compared, so
that a change in which sources were read is no trend.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rung.core.statistics import student_quantile, student_tail

FEWEST_TIMES = 6
"""Observations of a source below which nothing is said of it."""

FEWEST_DAYS = 90
"""Days from the first to the last of them: a week's ups and downs are no trend."""

FEWEST_ADS = 10
"""Ads with the thing, below which its change is noise."""

PRIOR = 2.0
"""Ads' worth of the source's own mean share added to each time: log-odds of 0 of 3 are finite."""

THEIL_SEN_COST = 1.05
"""How much less sharp a median of slopes is than least squares, where both are right."""

LEAST_EXPECTED = 5
"""Ads with the thing, and without, expected at one time; thinner times are joined."""

LEAST_MORE = 0.2
"""Of the spread that chance alone gives: less was luck."""

YEAR = 365.25
DRAWS = 2_000
RARE, USUAL = 0.05, 0.2
MOST_STEADY = math.log(2)
"""Log-odds a year inside which the interval must lie for a thing to be called steady."""

FALSE_ALARMS = 0.025
"""The share of things told to change that may not (Benjamini-Hochberg); up to 1 in 20 with
simulated ads that come in clumps: docs/measurements.md."""

Floats = npt.NDArray[np.float64]
Badge = Literal[
    "emerging", "growing", "established", "steady", "fading", "unclear", "insufficient data"
]


@dataclass(frozen=True, slots=True)
class Point:
    """At one time (in days) one source had ``n`` new ads, ``k`` of them with the thing."""

    source: str
    day: float
    k: int
    n: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A share's change. Log-odds a year; the ends are of the 80 % interval."""

    k: int
    n: int
    sources: tuple[str, ...]
    times: int
    first: float
    last: float
    share_first: float
    share_last: float
    slope: float
    low: float
    high: float
    p: float
    """How often as large a slope would be seen where nothing changes."""

    ahead: float
    """Days from the last time to the forecast."""

    forecast: float
    forecast_low: float
    forecast_high: float


@dataclass(frozen=True, slots=True)
class TooFew:
    """Why nothing can be said."""

    reason: str
    k: int
    n: int


def enough(points: Iterable[Point]) -> tuple[list[Point], str]:
    """The points of sources observed often and long enough; else why there are none."""
    by_source: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        by_source[point.source].append(point)
    kept: list[Point] = []
    most, longest = 0, 0.0
    for found in by_source.values():
        days = {p.day for p in found}
        span = max(days) - min(days)
        if len(days) >= FEWEST_TIMES and span >= FEWEST_DAYS:
            kept += [p for p in found if p.n]
        most, longest = max(most, len(days)), max(longest, span)
    if kept:
        return kept, ""
    if most < FEWEST_TIMES:
        return [], (
            f"insufficient data: no source was observed {FEWEST_TIMES} times (the most: {most})"
        )
    return [], (
        f"insufficient data: no source was observed over {FEWEST_DAYS} days "
        f"(the longest: {longest:.0f})"
    )


def trend(points: Sequence[Point], ahead: float = YEAR) -> Trend | TooFew:
    """The change of one share over all sources that were observed often enough.

    The forecast is for ``ahead`` days from the last observation, and no further than the
    observations reach back.
    """
    kept, why = enough(points)
    k, n = sum(p.k for p in kept or points), sum(p.n for p in kept or points)
    if why:
        return TooFew(why, k, n)
    if min(k, n - k) < FEWEST_ADS:
        return TooFew(f"insufficient data: {k} of {n} ads", k, n)
    fit = _Fit(joined(kept))
    if fit.freedom < 1 or fit.spread <= 0:
        return TooFew("insufficient data: all ads are of one time", k, n)
    slope, error = fit.slope(), fit.error() * THEIL_SEN_COST
    wide = student_quantile(0.9, fit.freedom) * error
    first, last = min(p.day for p in kept), max(p.day for p in kept)
    ahead = min(ahead, last - first)
    low, high = fit.forecast(slope, error, last + ahead)
    return Trend(
        k=k,
        n=n,
        sources=tuple(sorted({p.source for p in kept})),
        times=len({(p.source, p.day) for p in kept}),
        first=first,
        last=last,
        share_first=fit.share(slope, first),
        share_last=fit.share(slope, last),
        slope=slope,
        low=slope - wide,
        high=slope + wide,
        p=2 * student_tail(abs(slope) / error, fit.freedom),
        ahead=ahead,
        forecast=fit.share(slope, last + ahead),
        forecast_low=low,
        forecast_high=high,
    )


def joined(points: Sequence[Point]) -> list[Point]:
    """The same ads with neighbouring thin times of a source taken together.

    Why: the log-odds of a handful of ads say more of the prior than of the ads.
    """
    by_source: dict[str, list[Point]] = defaultdict(list)
    for point in sorted(points, key=lambda p: (p.source, p.day)):
        by_source[point.source].append(point)
    found: list[Point] = []
    for mine in by_source.values():
        n = sum(p.n for p in mine)
        share = (sum(p.k for p in mine) + 0.5) / (n + 1)
        least = LEAST_EXPECTED / min(share, 1 - share)
        held: list[Point] = []
        begun = len(found)
        for point in mine:
            held.append(point)
            if sum(p.n for p in held) >= least:
                found.append(_sum(held))
                held = []
        if held and len(found) > begun:
            found[-1] = _sum([found[-1], *held])
    return found


def _sum(points: Sequence[Point]) -> Point:
    n = sum(p.n for p in points)
    day = sum(p.day * p.n for p in points) / n
    return Point(points[0].source, day, sum(p.k for p in points), n)


class _Fit:
    """Log-odds of each point around its source's own line; all lines have one slope."""

    def __init__(self, points: Sequence[Point]) -> None:
        codes: dict[str, int] = {}
        self.source = np.array([codes.setdefault(p.source, len(codes)) for p in points])
        k = np.array([p.k for p in points], np.float64)
        n = np.array([p.n for p in points], np.float64)
        self.at = np.array([p.day / YEAR for p in points])
        mine = np.bincount(self.source, n)
        mean = (np.bincount(self.source, k) + 0.5) / (mine + 1)
        self.weight_of_source = mine / mine.sum()
        prior = PRIOR * mean[self.source]
        self.odds: Floats = np.log((k + prior) / (n - k + PRIOR - prior))
        self.freedom = len(points) - len(codes) - 1
        self.chance = 1 / (n * (mean * (1 - mean))[self.source])
        self._slope = 0.0
        self._weigh(1 / self.chance)
        if self.freedom > 0 and self.spread > 0:
            self._weigh(1 / (self.chance + self._clumps()))

    def _weigh(self, weight: Floats) -> None:
        self.weight = weight
        self.total = np.bincount(self.source, weight)
        self.when = np.bincount(self.source, weight * self.at) / self.total
        self.level = np.bincount(self.source, weight * self.odds) / self.total
        self.off = self.at - self.when[self.source]
        self.spread = float((weight * self.off**2).sum())

    def _clumps(self) -> float:
        """The variance of log-odds from time to time beyond chance (method of moments)."""
        least_squares = float((self.weight * self.off * self.odds).sum()) / self.spread
        rest = self.odds - self.level[self.source] - least_squares * self.off
        extra = float((self.weight * rest**2).sum()) - self.freedom
        squares = np.bincount(self.source, self.weight**2) / self.total
        room = float(self.weight.sum() - squares.sum())
        room -= float((self.weight**2 * self.off**2).sum()) / self.spread
        return max(0.0, extra / room) if room > 0 else 0.0

    def slope(self) -> float:
        """The weighted median of the slopes between any two times of one source (Theil-Sen)."""
        slopes: list[Floats] = []
        weights: list[Floats] = []
        for code in range(len(self.total)):
            mine = np.flatnonzero(self.source == code)
            i, j = np.triu_indices(len(mine), 1)
            i, j = mine[i], mine[j]
            apart = self.at[j] - self.at[i]
            real = apart != 0
            i, j, apart = i[real], j[real], apart[real]
            slopes.append((self.odds[j] - self.odds[i]) / apart)
            both = self.weight[i] * self.weight[j] / (self.weight[i] + self.weight[j])
            weights.append(both * apart**2 / self.total[code])
        found, weight = np.concatenate(slopes), np.concatenate(weights)
        order = np.argsort(found, kind="stable")
        reached = np.cumsum(weight[order]) - weight[order] / 2
        self._slope = float(np.interp(weight.sum() / 2, reached, found[order]))
        return self._slope

    def error(self) -> float:
        """The standard error of the slope, from how far the points lie off their lines."""
        rest = self.odds - self._line()
        off = float((self.weight * rest**2).sum())
        self.more = max(LEAST_MORE, off / self.freedom)
        return math.sqrt(self.more / self.spread)

    def _line(self) -> Floats:
        line: Floats = self.level[self.source] + self._slope * self.off
        return line

    def share(self, slope: float, day: float) -> float:
        """The share at a time, each source weighing what it weighs in all."""
        line = self.level + slope * (day / YEAR - self.when)
        return float((self.weight_of_source * _share(line)).sum())

    def forecast(self, slope: float, error: float, day: float) -> tuple[float, float]:
        """The ends between which the share lies in four of five draws of slope and levels."""
        draw = np.random.default_rng(20261127)
        scale = student_quantile(0.9, self.freedom) / student_quantile(0.9, 1_000)
        slopes = slope + error * scale * draw.standard_normal(DRAWS)
        wide = np.sqrt(self.more / self.total) * scale
        levels = self.level + wide * draw.standard_normal((DRAWS, len(self.level)))
        lines = levels + slopes[:, None] * (day / YEAR - self.when)
        shares = (self.weight_of_source * _share(lines)).sum(axis=1)
        low, high = np.quantile(shares, (0.1, 0.9))
        return float(low), float(high)


def _share(odds: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-odds))
    return found


def changing(trends: Sequence[Trend]) -> frozenset[int]:
    """Which of many trends are told as such: at most FALSE_ALARMS of them would be false."""
    ranked = sorted(range(len(trends)), key=lambda i: trends[i].p)
    last = 0
    for place, number in enumerate(ranked, 1):
        if trends[number].p <= FALSE_ALARMS * place / len(ranked):
            last = place
    return frozenset(ranked[:last])


def badge(found: Trend | TooFew, *, changes: bool) -> Badge:
    """One word for where a thing stands. ``changes``: whether its slope is told as real.

    *Unclear* is a thing that may stand still, double or halve within a year for all these ads say.
    """
    if isinstance(found, TooFew):
        return "insufficient data"
    if changes and found.slope < 0:
        return "fading"
    if changes:
        return "emerging" if found.share_first < RARE else "growing"
    if found.low < -MOST_STEADY or found.high > MOST_STEADY:
        return "unclear"
    return "established" if found.share_last >= USUAL else "steady"
