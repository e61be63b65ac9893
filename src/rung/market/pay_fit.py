"""Fitting the pay model: effects shrunk by how much their values differ and how many ads each has.

Each term's effects are drawn from a distribution whose variance is estimated from the ads (method
of moments), and shrunk towards zero by it (empirical Bayes); the terms are fitted in turn until
they settle (backfitting). A release is a term too: the next one is a value not met yet, and that
is what makes a band wide enough for ads that come after the fit.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rung.market.pay_model import SHARES, Effect, Key, Model, Spread, Term

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

FEATURES = ("market", "country", "role", "level", "remote", "size", "release")

TERMS: tuple[Term, ...] = (
    ("market",),
    ("country",),
    ("role",),
    ("level",),
    ("role", "level"),
    ("market", "level"),
    ("remote",),
    ("size",),
    ("market", "role"),
    ("country", "role"),
    ("country", "level"),
    ("country", "role", "level"),
    ("release",),
    ("role", "release"),
    ("market", "release"),
)

EACH_ALIKE: frozenset[Term] = frozenset({("country",), ("country", "role"), ("country", "level")})
"""Terms whose values count alike in their variance: nine ads in ten are from one country."""

HALF_LIFE = 9
"""Months after which an ad counts half."""

PASSES = 8
"""Rounds of backfitting; the effects move by less than 0.1 % after six."""

BORROWED = 60
"""Ads that the wider cell's spread counts for in a narrower one."""

MOST_LEVERAGE = 0.6
"""An ad that makes its own cell's effect tells little of the spread around it."""

LEAST_VARIANCE = 1e-6

STEPS = 20
"""Halvings in the search for a variance: to a millionth of where it begins."""


@dataclass(frozen=True, slots=True)
class PaidKind:
    """One ad for the fit: its features in the order of FEATURES, its ends in US dollars a year."""

    features: tuple[str, ...]
    low: float
    high: float


def fit(ads: Sequence[PaidKind], as_of: str, terms: Sequence[Term] = TERMS) -> Model:
    """Fit the model to ads seen up to the month ``as_of``.

    Equal ads (same features but the release, same ends) are one observation told several times:
    they weigh as many ads, and count as one where it is asked how sure an effect is.
    """
    if not ads:
        raise ValueError("no ads to fit pay to")
    middles = np.log([(ad.low + ad.high) / 2 for ad in ads])
    weights = 0.5 ** (_ages(ads, as_of) / HALF_LIFE)
    told = _codes([(*ad.features[:-1], ad.low, ad.high) for ad in ads])[0]
    told_weight: Floats = np.bincount(told, weights).astype(np.float64)
    cells = [_Term(ads, term, weights, told_weight[told]) for term in terms]
    base = float(np.average(middles, weights=weights))
    left = middles - base
    for _ in range(PASSES):
        for cell in cells:
            left = cell.refit(left, weights)
        shift = float(np.average(left, weights=weights))
        base, left = base + shift, left - shift
    leverage = sum((told_weight[told] / c.weight[c.codes]) * c.kept[c.codes] for c in cells)
    apart = left / (1 - np.minimum(leverage, MOST_LEVERAGE))
    return Model(
        base=base,
        terms=tuple(terms),
        unseen=tuple(c.variance for c in cells),
        effects=tuple(c.shrunk() for c in cells),
        spreads=_spreads(ads, apart, weights, told),
    )


class _Term:
    """One term's cells while it is fitted."""

    def __init__(
        self, ads: Sequence[PaidKind], term: Term, weights: Floats, told_weight: Floats
    ) -> None:
        at = [FEATURES.index(name) for name in term]
        self.codes, self.keys = _codes([tuple(ad.features[i] for i in at) for ad in ads])
        self.weight = np.bincount(self.codes, weights)
        self.count = self.weight**2 / np.bincount(self.codes, weights * told_weight)
        self.effect: Floats = np.zeros(len(self.keys))
        self.kept: Floats = np.zeros(len(self.keys))
        self.variance = 0.0
        self.each_alike = term in EACH_ALIKE

    def refit(self, left: Floats, weights: Floats) -> Floats:
        """Estimate the effects anew from what the other terms leave; return what is left then."""
        whole = left + self.effect[self.codes]
        means = np.bincount(self.codes, weights * whole) / self.weight
        within = float(np.average((whole - means[self.codes]) ** 2, weights=weights))
        n = self.count
        search = _between_each if self.each_alike else _between
        self.variance = search(means, within, n)
        self.kept = n / (n + within / self.variance)
        self.effect = means * self.kept
        return whole - self.effect[self.codes]

    def shrunk(self) -> Mapping[Key, Effect]:
        """The effects by their values."""
        rest = self.variance * (1 - self.kept)
        return {
            key: Effect(float(value), float(variance))
            for key, value, variance in zip(self.keys, self.effect, rest, strict=True)
        }


def _between(means: Floats, within: float, n: Floats) -> float:
    """The variance of what ``means`` estimate, by the method of moments, weighted by ads."""
    weight = float(n.sum() - (n**2).sum() / n.sum())
    if weight <= LEAST_VARIANCE:
        return LEAST_VARIANCE
    centre = np.average(means, weights=n)
    moment = float((n * (means - centre) ** 2).sum()) - (len(n) - 1) * within
    return max(LEAST_VARIANCE, moment / weight)


def _between_each(means: Floats, within: float, n: Floats) -> float:
    """The same with every value counting alike as far as it is known (Paule-Mandel)."""
    low, high = LEAST_VARIANCE, float(np.var(means)) * 2 + 2 * LEAST_VARIANCE
    for _ in range(STEPS):
        tried = (low + high) / 2
        weight = 1 / (within / n + tried)
        centre = np.average(means, weights=weight)
        if float((weight * (means - centre) ** 2).sum()) > len(means) - 1:
            low = tried
        else:
            high = tried
    return low


def _codes(keys: Sequence[tuple[Any, ...]]) -> tuple[Codes, list[tuple[Any, ...]]]:
    """A number for each distinct key, and the keys in that order."""
    numbers: dict[tuple[Any, ...], int] = {}
    codes = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    return codes, list(numbers)


def _ages(ads: Sequence[PaidKind], as_of: str) -> Floats:
    """Months before ``as_of``; none is below zero."""
    end = _month(as_of)
    ages = [max(0, end - _month(ad.features[-1])) for ad in ads]
    return np.array(ages, np.float64)


def _month(text: str) -> int:
    day = datetime.date.fromisoformat(f"{text[:7]}-01")
    return day.year * 12 + day.month


def _spreads(
    ads: Sequence[PaidKind], apart: Floats, weights: Floats, told: Codes
) -> Mapping[Key, Spread]:
    """Spreads of all ads, then by market, role and level, each leaning on the one above it."""
    widths = np.log([ad.high / ad.low for ad in ads])
    found: dict[Key, Spread] = {(): _measured(apart, widths, weights)}
    at = [FEATURES.index(name) for name in ("market", "role", "level")]
    for depth in (1, 2, 3):
        codes, keys = _codes([tuple(ad.features[i] for i in at[:depth]) for ad in ads])
        order = np.argsort(codes, kind="stable")
        ends = np.searchsorted(codes[order], np.arange(len(keys) + 1))
        for number, key in enumerate(keys):
            mine = order[ends[number] : ends[number + 1]]
            each = np.bincount(told[mine], weights[mine])
            n = float(each.sum() ** 2 / (each**2).sum())
            own = _measured(apart[mine], widths[mine], weights[mine])
            found[key] = _blend(own, n, found[key[:-1]])
    return found


def _measured(apart: Floats, widths: Floats, weights: Floats) -> Spread:
    around = _quantiles(apart, weights, SHARES)
    return Spread(tuple(around), _quantiles(widths, weights, (0.5,))[0])


def _blend(own: Spread, n: float, wider: Spread) -> Spread:
    share = n / (n + BORROWED)
    around = (share * a + (1 - share) * b for a, b in zip(own.around, wider.around, strict=True))
    return Spread(tuple(around), share * own.width + (1 - share) * wider.width)


def _quantiles(values: Floats, weights: Floats, shares: Sequence[float]) -> list[float]:
    """Weighted quantiles, straight between neighbours."""
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) - weights[order] / 2
    return [float(q) for q in np.interp(shares, reached / weights.sum(), values[order])]
