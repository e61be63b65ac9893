"""Ads one can look at: facts about them, no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake
from rung.market.records import AdRef

MOST = 5
"""How many ads are named for one skill of one cell."""

COLUMNS = {
    "ad": "INTEGER",
    "title": "VARCHAR",
    "employer": "VARCHAR",
    "url": "VARCHAR",
    "source": "VARCHAR",
    "seen": "VARCHAR",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What may be said about one ad; ``seen`` is the day or month it was read."""

    ad: int
    title: str
    employer: str
    url: str
    source: str
    seen: str

    def ref(self, source_label: str) -> AdRef:
        """The fact as other rooms get it."""
        return AdRef(
            f"ad-{self.ad:05d}", self.title, self.employer, source_label, self.seen, self.url
        )


def ranked(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Ads with an address first, then the newest."""
    by_number = sorted(facts, key=lambda f: f.ad)
    newest = sorted(by_number, key=lambda f: f.seen, reverse=True)
    return tuple(sorted(newest, key=lambda f: not f.url))


def choose(in_order: Iterable[Fact], most: int = MOST) -> tuple[Fact, ...]:
    """The first ``most`` of ranked ads, each employer once before any stands twice."""
    seen: Counter[str] = Counter()
    turns: list[tuple[int, int, Fact]] = []
    for place, fact in enumerate(in_order):
        turns.append((seen[fact.employer], place, fact))
        seen[fact.employer] += 1
    return tuple(fact for _, _, fact in sorted(turns, key=lambda t: t[:2])[:most])


def read(path: Path) -> Mapping[int, Fact]:
    """The referenced ads of a snapshot by number."""
    return {row[0]: Fact(*row) for row in lake.read(path)}


def write(path: Path, facts: Iterable[Fact]) -> None:
    """Write referenced ads in the order of their numbers."""
    rows = sorted((f.ad, f.title, f.employer, f.url, f.source, f.seen) for f in facts)
    lake.write(path, COLUMNS, rows)
