"""Posted pay as quantiles over ads, one cell a role, country, level, currency and source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake

FEWEST_ADS, FEWEST_DISTINCT, FEWEST_EMPLOYERS = 10, 5, 3
"""Below these no quantile is kept; employers count only where the source names them."""

ALL_LEVELS = "all"

COLUMNS = {
    "role": "VARCHAR",
    "country": "VARCHAR",
    "level": "VARCHAR",
    "currency": "VARCHAR",
    "source": "VARCHAR",
    "n": "INTEGER",
    "distinct_values": "INTEGER",
    "p10": "INTEGER",
    "p25": "INTEGER",
    "p50": "INTEGER",
    "p75": "INTEGER",
    "p90": "INTEGER",
    "first": "VARCHAR",
    "last": "VARCHAR",
    "years": "INTEGER[]",
}

SIZE_COLUMNS = {
    "role": "VARCHAR",
    "country": "VARCHAR",
    "currency": "VARCHAR",
    "source": "VARCHAR",
    "n": "INTEGER",
}


@dataclass(frozen=True, slots=True)
class PaidAd:
    """One ad's posted range in its own currency, a year.

    ``employer`` and ``title`` are empty where the source tells no employer.
    """

    role: str
    country: str
    level: str | None
    currency: str
    source: str
    low: float
    high: float
    month: str
    year: int
    employer: str = ""
    title: str = ""

    @property
    def middle(self) -> float:
        """The middle of the posted range: one number an ad."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class PayCell:
    """Quantiles over ads' middles. ``first`` and ``last`` are the months the ads were seen."""

    role: str
    country: str
    level: str
    currency: str
    source: str
    n: int
    distinct: int
    p10: int
    p25: int
    p50: int
    p75: int
    p90: int
    first: str
    last: str
    years: tuple[int, ...]


def count(ads: Iterable[PaidAd]) -> tuple[PayCell, ...]:
    """Every cell with enough ads; an ad counts for its level and for all levels."""
    cells: dict[tuple[str, str, str, str, str], list[PaidAd]] = defaultdict(list)
    for ad in ads:
        for level in {ad.level or ALL_LEVELS, ALL_LEVELS}:
            cells[ad.role, ad.country, level, ad.currency, ad.source].append(ad)
    return tuple(_cell(key, found) for key, found in sorted(cells.items()) if _enough(found))


def _enough(ads: Sequence[PaidAd]) -> bool:
    employers = {a.employer for a in ads}
    return (
        len(ads) >= FEWEST_ADS
        and len({a.middle for a in ads}) >= FEWEST_DISTINCT
        and (employers == {""} or len(employers - {""}) >= FEWEST_EMPLOYERS)
    )


def _cell(key: tuple[str, str, str, str, str], ads: Sequence[PaidAd]) -> PayCell:
    middles = sorted(a.middle for a in ads)
    p10, p25, p50, p75, p90 = (
        round(quantile(middles, share)) for share in (0.1, 0.25, 0.5, 0.75, 0.9)
    )
    months = sorted(a.month for a in ads)
    years = tuple(sorted({a.year for a in ads}))
    distinct = len(set(middles))
    return PayCell(*key, len(ads), distinct, p10, p25, p50, p75, p90, months[0], months[-1], years)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile of sorted values, straight between neighbours.

    >>> quantile([1.0, 2.0, 4.0], 0.75)
    3.0
    """
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])


def read(path: Path) -> tuple[PayCell, ...]:
    """The pay cells of a snapshot, in the order of their keys."""
    return tuple(PayCell(*[*row[:-1], tuple(row[-1])]) for row in lake.read(path))


def write(path: Path, cells: Iterable[PayCell]) -> None:
    """Write pay cells in their order."""
    lake.write(path, COLUMNS, [(*_values(c), list(c.years)) for c in cells])


def _values(c: PayCell) -> tuple[str | int, ...]:
    key = (c.role, c.country, c.level, c.currency, c.source)
    return (*key, c.n, c.distinct, c.p10, c.p25, c.p50, c.p75, c.p90, c.first, c.last)


@dataclass(frozen=True, slots=True)
class Size:
    """How many ads with pay there are, also where too few for a band."""

    role: str
    country: str
    currency: str
    source: str
    n: int


def sizes(ads: Iterable[PaidAd]) -> tuple[Size, ...]:
    """How many ads each role, country, currency and source has."""
    found = Counter((a.role, a.country, a.currency, a.source) for a in ads)
    return tuple(Size(*key, n) for key, n in sorted(found.items()))


def read_sizes(path: Path) -> tuple[Size, ...]:
    """The sizes of a snapshot, in the order of their keys."""
    return tuple(Size(*row) for row in lake.read(path))


def write_sizes(path: Path, found: Iterable[Size]) -> None:
    """Write sizes in their order."""
    lake.write(path, SIZE_COLUMNS, [(s.role, s.country, s.currency, s.source, s.n) for s in found])
