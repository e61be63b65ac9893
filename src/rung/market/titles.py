"""Titles that several employers use for one role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake

FEWEST_ADS, FEWEST_EMPLOYERS = 5, 3
"""Below these a title could point to one employer, so it isn't kept."""

COLUMNS = {"role": "VARCHAR", "title": "VARCHAR", "n": "INTEGER", "employers": "INTEGER"}


@dataclass(frozen=True, slots=True)
class TitleCount:
    """A title without level and place, and how many ads of how many employers use it."""

    role: str
    title: str
    n: int
    employers: int


def count(named: Iterable[tuple[str, str, str]]) -> tuple[TitleCount, ...]:
    """Titles in common use, from (role, title, employer) of each ad; most used first."""
    employers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for role, title, employer in named:
        employers[role, title].append(employer)
    found = [
        TitleCount(role, title, len(who), len(set(who) - {""}))
        for (role, title), who in employers.items()
        if len(who) >= FEWEST_ADS and len(set(who) - {""}) >= FEWEST_EMPLOYERS
    ]
    return tuple(sorted(found, key=lambda t: (t.role, -t.n, t.title)))


def read(path: Path) -> tuple[TitleCount, ...]:
    """The titles of a snapshot, by role, most used first."""
    return tuple(TitleCount(*row) for row in lake.read(path))


def write(path: Path, titles: Iterable[TitleCount]) -> None:
    """Write titles in their order."""
    lake.write(path, COLUMNS, [(t.role, t.title, t.n, t.employers) for t in titles])
