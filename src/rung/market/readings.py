"""What was read from each ad: one row of ids an ad, with neither employer, title nor text.

The number of an ad joins it to its reference where it has one (see ``references``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake

FEWEST_REQUIRED = 3
"""Required skills an ad must mark before they alone stand for it."""

COLUMNS = {
    "ad": "INTEGER",
    "role": "VARCHAR",
    "level": "VARCHAR",
    "metros": "VARCHAR[]",
    "countries": "VARCHAR[]",
    "regions": "VARCHAR[]",
    "remote": "BOOLEAN",
    "month": "VARCHAR",
    "source": "VARCHAR",
    "required": "VARCHAR[]",
    "preferred": "VARCHAR[]",
    "mentioned": "VARCHAR[]",
    "titled": "VARCHAR",
    "years": "DOUBLE",
    "degree": "VARCHAR",
    "degree_strength": "VARCHAR",
    "mba": "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One ad: its role, place and the skills it asks, each in its strongest demand.

    An ad open in several places counts in each of them; a remote one has its countries and no
    ``metros``. ``month`` is the month the ad was read on its board.
    """

    ad: int
    role: str
    level: str | None
    metros: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]
    remote: bool
    month: str
    source: str
    required: frozenset[str]
    preferred: frozenset[str]
    mentioned: frozenset[str]
    titled: str | None = None
    """The level its title names, whatever years it asks."""
    years: float | None = None
    """Years of experience it asks at least, where it states any."""
    degree: str | None = None
    """The lowest degree that will do: bachelor, master or phd."""
    degree_strength: str | None = None
    """required, preferred or or_equivalent."""
    mba: bool | None = None
    """Whether it names an MBA, where that was looked for."""

    @property
    def demanded(self) -> frozenset[str]:
        """What it requires; all it names where it marks too few as required to judge by."""
        return self.required if len(self.required) >= FEWEST_REQUIRED else self.asked

    @property
    def asked(self) -> frozenset[str]:
        """Every skill the ad names, in any strength."""
        return self.required | self.preferred | self.mentioned


def read(path: Path) -> tuple[Reading, ...]:
    """The readings of a snapshot, in the order of their numbers."""
    return tuple(
        Reading(
            *row[:3],
            *map(frozenset, row[3:6]),
            *row[6:9],
            *map(frozenset, row[9:12]),
            *row[12:],
        )
        for row in lake.read(path)
    )


def write(path: Path, readings: Iterable[Reading]) -> None:
    """Write readings in the order of their numbers."""
    rows = [
        (
            *(r.ad, r.role, r.level, *map(sorted, (r.metros, r.countries, r.regions))),
            *(r.remote, r.month, r.source),
            *map(sorted, (r.required, r.preferred, r.mentioned)),
            *(r.titled, r.years, r.degree, r.degree_strength, r.mba),
        )
        for r in sorted(readings, key=lambda r: r.ad)
    ]
    lake.write(path, COLUMNS, rows)
