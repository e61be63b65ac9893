"""The ads on this machine as they stand now, each with what it says and when it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from rung.catalogue.load import Catalogue
from rung.core import lake
from rung.market.alike import groups, told
from rung.market.facts import COLUMNS, read_files
from rung.market.sift import plain_name
from rung.market.store import Store
from rung.reading.places import Place

GROUPS = {"key": "VARCHAR", "canonical": "VARCHAR"}

_LATEST = """
latest AS (
    SELECT *, row_number() OVER (PARTITION BY key ORDER BY seen DESC, digest) AS place
    FROM postings
), seen_days AS (
    SELECT key, min(seen) AS first_seen, max(seen) AS last_seen, count(DISTINCT seen) AS days
    FROM sightings GROUP BY key
)
"""


@dataclass(frozen=True, slots=True)
class Current:
    """One ad as it stands now: its latest wording, what it says, and when it was seen."""

    key: str
    source: str
    board: str
    title: str
    employer: str
    location: str
    url: str
    posted: str
    first_seen: str
    last_seen: str
    canonical: str
    facts: dict[str, Any]

    @property
    def counts(self) -> bool:
        """Whether it is the one that stands for its group."""
        return self.key == self.canonical


def regroup(store: Store, catalogue: Catalogue) -> int:
    """Work out anew which ads are one; how many groups there are.

    The whole of it each time: adding an ad can join two that were apart.
    """
    tables = _tables(store)
    if tables is None:
        return 0
    sql = f"""
        WITH {_LATEST}
        SELECT l.key, l.title, l.employer, l.location, s.last_seen, r.sketch
        FROM latest l JOIN readings r USING (key, digest) JOIN seen_days s USING (key)
        WHERE l.place = 1
        ORDER BY (l.board <> '') DESC, length(l.text) DESC, s.first_seen, l.key
    """  # noqa: S608 - only our own words
    rows = lake.query(sql, (), tables)
    places = catalogue.places
    found = groups(
        [
            told(key, title, plain_name(employer), location, seen, tuple(sketched or ()), places)
            for key, title, employer, location, seen, sketched in rows
        ]
    )
    lake.write(store.folder / "groups.parquet", GROUPS, sorted(found.items()))
    return len(set(found.values()))


def current(store: Store, where: str = "true", params: Sequence[object] = ()) -> list[Current]:
    """Every ad in its latest wording, newest first; ``where`` is a condition of ours."""
    tables = _tables(store)
    if tables is None or not (store.folder / "groups.parquet").is_file():
        return []
    names = [name for name in COLUMNS if name not in ("key", "digest", "sketch")]
    sql = f"""
        WITH {_LATEST}
        SELECT l.key, l.source, l.board, l.title, l.employer, l.location, l.url, l.posted,
               s.first_seen, s.last_seen, g.canonical, {", ".join(f"r.{n}" for n in names)}
        FROM latest l JOIN readings r USING (key, digest) JOIN seen_days s USING (key)
             JOIN groups g USING (key)
        WHERE l.place = 1 AND {where}
        ORDER BY s.last_seen DESC, l.key
    """  # noqa: S608 - only our own words
    rows = lake.query(sql, params, {**tables, "groups": store.folder / "groups.parquet"})
    own = [f.name for f in fields(Current)][:-1]
    return [
        Current(
            **dict(zip(own, row[: len(own)], strict=True)),
            facts=dict(zip(names, row[len(own) :], strict=True)),
        )
        for row in rows
    ]


def closed(store: Store) -> frozenset[str]:
    """Keys of ads that the last whole pass over their board no longer listed."""
    whole: dict[tuple[str, str], str] = {}
    for done in store.passes():
        if done.complete:
            whole[done.source, done.board] = max(done.day, whole.get((done.source, done.board), ""))
    gone: set[str] = set()
    for (source, board), day in whole.items():
        sql = "SELECT key FROM seen WHERE board = ? GROUP BY key HAVING max(seen) < ?"
        seen = store.files("sightings", source)
        gone |= {key for (key,) in lake.query(sql, [board, day], {"seen": seen})}
    return frozenset(gone)


def stands_in(ad: Current, place: Place) -> bool:
    """Whether an ad is open in the place, as far as the place says."""
    facts = ad.facts
    if place.metro:
        return place.metro in facts["metros"]
    if place.country:
        return place.country in facts["countries"]
    return place.region is None or place.region in facts["regions"]


def days_between(first: str, last: str) -> int:
    """Days from one day to another; 0 where only the month is known."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 0


def _tables(store: Store) -> dict[str, Path | Sequence[Path]] | None:
    read = read_files(store)
    if not read:
        return None
    return {
        "postings": store.files("postings"),
        "sightings": store.files("sightings"),
        "readings": read,
    }
