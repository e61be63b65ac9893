"""Where the ads of each role are: by metro, country or region, or by their employers' industry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rung import market
from rung.app.ads import store
from rung.app.goal import find_role
from rung.catalogue import load
from rung.catalogue.load import Catalogue
from rung.catalogue.rungs import ads_role
from rung.core.errors import UserError
from rung.core.statistics import wilson
from rung.market import own, own_ads
from rung.market.readings import Reading
from rung.market.records import SnapshotInfo
from rung.market.snapshot import Snapshot

KINDS = ("country", "metro", "region", "industry")

FEWEST = 10
"""Ads of a role from which shares are told."""

REMOTE, NONE = "remote", ""


@dataclass(frozen=True, slots=True)
class Cell:
    """``k`` of a row's ``n`` ads are here; the ends are of the 95 % interval of the share."""

    at: str
    label: str
    k: int
    n: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MapRow:
    """A role's ads, and where they are; no cells where they are too few to tell."""

    role: str
    label: str
    n: int
    unknown: int
    """Ads that name no such place, or whose employer's industry isn't known."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MapAnswer:
    """Roles by places. An ad open in several places counts in each."""

    by: str
    own: bool
    snapshot: SnapshotInfo
    rows: tuple[MapRow, ...]
    all: MapRow
    """Every role together."""


def market_map(by: str, role: str | None, own_ads_only: bool | None) -> MapAnswer:
    """Count the ads of each role by ``by``; industries are known of ads on this machine only."""
    if by not in KINDS:
        raise UserError(f"{by!r}", "is nothing to map by.", f"Known: {', '.join(KINDS)}")
    catalogue = load()
    wanted = ads_role(find_role(catalogue, role)) if role else None
    pairs, snapshot, is_own = _pairs(by, catalogue, own_ads_only)
    held: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, where in pairs:
        if wanted is None or name == wanted:
            held[name].append(where)
    label = _label(by, catalogue)
    rows = [
        _row(name, catalogue.roles[name].label, found, label)
        for name, found in held.items()
        if name in catalogue.roles
    ]
    rows.sort(key=lambda r: (-r.n, r.role))
    every = _row("", "All roles", [w for found in held.values() for w in found], label)
    return MapAnswer(by, is_own, snapshot.info, tuple(rows), every)


Pair = tuple[str, tuple[str, ...]]
"""A role and where one ad of it is."""


def _pairs(
    by: str, catalogue: Catalogue, own_only: bool | None
) -> tuple[Iterable[Pair], Snapshot, bool]:
    mine = own.figures(store()) if own_only is not False else None
    if by == "industry" or own_only:
        if mine is None:
            raise UserError("your own ads", "there are none to count.", "Fetch some: rung ads sync")
    elif mine is None or mine.info.ads < FEWEST:
        bundled = market.load()
        return [(r.role, _places(by, r)) for r in bundled.readings], bundled, False
    if by != "industry":
        return [(r.role, _places(by, r)) for r in mine.readings], mine, True
    counted, _ = own.counted(own_ads.current(store()), catalogue)
    return (
        [(r.role, (ad.facts["industry"],) if ad.facts["industry"] else ()) for ad, r in counted],
        mine,
        True,
    )


def _places(by: str, r: Reading) -> tuple[str, ...]:
    if by == "metro":
        return (REMOTE,) if r.remote else tuple(sorted(r.metros))
    return tuple(sorted(r.countries if by == "country" else r.regions))


def _label(by: str, catalogue: Catalogue) -> Callable[[str], str]:
    places = catalogue.places
    names = {
        "country": {c.code: c.label for c in places.countries},
        "metro": {m.id: m.label for m in places.metros} | {REMOTE: "remote"},
        "region": dict(places.regions),
        "industry": {i.id: i.label for i in catalogue.industries.values()},
    }[by]
    return lambda at: names.get(at, at)


def _row(role: str, name: str, found: list[tuple[str, ...]], label: Callable[[str], str]) -> MapRow:
    n, unknown = len(found), sum(not where for where in found)
    counts = Counter(at for where in found for at in where)
    told = sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= FEWEST else []
    cells = [
        Cell(at, label(at), k, n, round(k / n, 4), *(round(x, 4) for x in wilson(k, n)))
        for at, k in told
    ]
    return MapRow(role, name, n, unknown, tuple(cells))
