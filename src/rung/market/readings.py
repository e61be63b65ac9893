"""What was read from each ad: one anonymous row an ad, with neither employer nor text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake

COLUMNS = {
    "ad": "INTEGER",
    "role": "VARCHAR",
    "level": "VARCHAR",
    "metro": "VARCHAR",
    "country": "VARCHAR",
    "region": "VARCHAR",
    "remote": "BOOLEAN",
    "month": "VARCHAR",
    "source": "VARCHAR",
    "required": "VARCHAR[]",
    "preferred": "VARCHAR[]",
    "mentioned": "VARCHAR[]",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One ad: its role, place and the skills it asks, each in its strongest demand.

    ``month`` is the month the ad was read on its board; a remote ad that names no city has
    its country and no ``metro``.
    """

    ad: int
    role: str
    level: str | None
    metro: str | None
    country: str | None
    region: str | None
    remote: bool
    month: str
    source: str
    required: frozenset[str]
    preferred: frozenset[str]
    mentioned: frozenset[str]

    @property
    def asked(self) -> frozenset[str]:
        """Every skill the ad names, in any strength."""
        return self.required | self.preferred | self.mentioned


def read(path: Path) -> tuple[Reading, ...]:
    """The readings of a snapshot, in the order of their numbers."""
    return tuple(
        Reading(*row[:9], *(frozenset(skills) for skills in row[9:])) for row in lake.read(path)
    )


def write(path: Path, readings: Iterable[Reading]) -> None:
    """Write readings in the order of their numbers."""
    rows = [
        (
            *(r.ad, r.role, r.level, r.metro, r.country, r.region, r.remote, r.month, r.source),
            *(sorted(skills) for skills in (r.required, r.preferred, r.mentioned)),
        )
        for r in sorted(readings, key=lambda r: r.ad)
    ]
    lake.write(path, COLUMNS, rows)
