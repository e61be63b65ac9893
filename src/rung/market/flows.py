"""How many ads each source newly listed at each visit, and how many of them have a thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rung.core import lake
from rung.market.own_ads import Current
from rung.market.postings import FIRST_MONTH
from rung.market.store import Store
from rung.market.trends import Point


@dataclass(frozen=True, slots=True)
class Visits:
    """The days one source was looked at, oldest first, and the first of them for each board."""

    source: str
    days: tuple[str, ...]
    begun: Mapping[str, str]

    @property
    def span(self) -> int:
        """Days from the first to the last."""
        return round(number(self.days[-1]) - number(self.days[0]))


def visits(store: Store) -> tuple[Visits, ...]:
    """Every source's visits since the month ads count from, most first."""
    files = store.files("sightings")
    if not files:
        return ()
    sql = """
        SELECT split_part(key, '/', 1) AS source, board, seen FROM seen
        WHERE seen >= ? GROUP BY ALL ORDER BY ALL
    """
    days: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, dict[str, str]] = defaultdict(dict)
    for source, board, seen in lake.query(sql, [FIRST_MONTH], {"seen": files}):
        days[source].add(seen)
        begun[source].setdefault(board, seen)
    found = [Visits(s, tuple(sorted(d)), begun[s]) for s, d in days.items()]
    return tuple(sorted(found, key=lambda v: (-len(v.days), v.source)))


def number(day: str) -> float:
    """A day as a number; the middle of the month, or of the year, where no more is known."""
    parts = [int(p) for p in day.split("-")]
    full = date(parts[0], (*parts, 7)[1], 1 if len(parts) == 1 else (*parts, 15)[2])
    return float(full.toordinal())


def flows(
    ads: Sequence[Current], seen: Iterable[Visits], things: Callable[[Current], Iterable[str]]
) -> dict[str, list[Point]]:
    """For each thing, the new ads of every source at every visit and those that have it.

    An ad counts at its first sighting, once, and not where that was the first visit to its board.
    """
    by_source = {v.source: v for v in seen}
    n: Counter[tuple[str, str]] = Counter()
    k: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for ad in ads:
        known = by_source.get(ad.source)
        if known is None or ad.first_seen <= known.begun.get(ad.board, ad.first_seen):
            continue
        at = ad.source, ad.first_seen
        n[at] += 1
        for thing in set(things(ad)):
            k[thing][at] += 1
    return {
        thing: [
            Point(v.source, number(day), counted[v.source, day], n[v.source, day])
            for v in by_source.values()
            for day in v.days
        ]
        for thing, counted in k.items()
    }
