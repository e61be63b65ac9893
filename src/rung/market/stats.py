"""What the snapshot was counted from, for people who want to judge it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rung.market.manifest import LeftOut, SourceNote
from rung.market.records import SnapshotInfo
from rung.market.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class CountryCount:
    """Ads of a role in one country; the code is empty where the ad names none."""

    country: str
    n: int


@dataclass(frozen=True, slots=True)
class RoleCount:
    """Ads of a role, by country, most first."""

    role: str
    n: int
    countries: tuple[CountryCount, ...]


@dataclass(frozen=True, slots=True)
class SnapshotStats:
    """A snapshot's sources and counts. ``read`` is how many ads were looked at."""

    info: SnapshotInfo
    as_of: str
    read: int
    roles: tuple[RoleCount, ...]
    left_out: tuple[LeftOut, ...]
    cut_kept: int
    sources: tuple[SourceNote, ...]
    pay_cells: int
    pay_sources: tuple[SourceNote, ...]
    pay_left_out: tuple[LeftOut, ...]
    rules: tuple[str, ...]


def stats(snapshot: Snapshot) -> SnapshotStats:
    """What was counted, from where and when, and what was left out."""
    about = snapshot.manifest
    by_role = Counter(ad.role for ad in snapshot.readings)
    return SnapshotStats(
        info=snapshot.info,
        as_of=about.as_of,
        read=about.read,
        roles=tuple(
            RoleCount(role, n, _countries(snapshot, role))
            for role, n in sorted(by_role.items(), key=lambda item: (-item[1], item[0]))
        ),
        left_out=about.left_out,
        cut_kept=about.cut_kept,
        sources=about.sources,
        pay_cells=len(snapshot.pay),
        pay_sources=about.pay_sources,
        pay_left_out=about.pay_left_out,
        rules=about.rules,
    )


def _countries(snapshot: Snapshot, role: str) -> tuple[CountryCount, ...]:
    own = [ad for ad in snapshot.readings if ad.role == role]
    found = Counter(c for ad in own for c in (ad.countries or {""}))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CountryCount(country, n) for country, n in ordered)
