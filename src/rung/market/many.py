"""Repeats and counts over more ads than one machine holds: what own_ads and SQL do, on Spark."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.catalogue import load
from rung.core import lake
from rung.core.runners import spark, spark_links
from rung.market.alike import BANDS, PERMUTATIONS, WINDOW, Told, same, told
from rung.market.facts import read_files
from rung.market.sift import plain_name
from rung.market.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

TOLD = {"title": "VARCHAR[]", "level": "VARCHAR", "employer": "VARCHAR", "seen": "VARCHAR",
        "sketch": "UINTEGER[]"}  # fmt: skip

COUNTS = {
    "role": "VARCHAR",
    "country": "VARCHAR",
    "level": "VARCHAR",
    "skill": "VARCHAR",
    "n": "INTEGER",
    "k": "INTEGER",
    "required": "INTEGER",
    "preferred": "INTEGER",
}
"""Of ``n`` jobs of a role in a country at a level, ``k`` ask the skill."""


def regroup(store: Store, master: str, options: Mapping[str, str] | None = None) -> int:
    """:func:`rung.market.own_ads.regroup` on Spark: the same groups; how many there are."""
    if not _ads(store):
        return 0
    beside = store.folder / ".groups.spark"
    shutil.rmtree(beside, ignore_errors=True)
    with spark.session(master, options) as opened:
        spark.views(opened, {**_ads(store), "sightings": store.files("sightings")})
        rows = spark_links.ordered(opened.sql(LATEST), ["board = ''", "-size", "first_seen", "key"])
        made = spark.each(rows, _told_batch, f"id bigint, key string, {spark.schema(TOLD)}")
        held = made.localCheckpoint()
        pairs = spark_links.near(held, BANDS, PERMUTATIONS // BANDS, WINDOW)
        edges = spark_links.kept(pairs, held, list(TOLD), _same)
        groups = spark_links.named(held, spark_links.components(edges), "key", "canonical")
        groups.coalesce(1).orderBy("key").write.parquet(str(beside))
    (part,) = beside.glob("*.parquet")
    part.replace(store.folder / "groups.parquet")
    shutil.rmtree(beside)
    sql = "SELECT count(DISTINCT canonical) FROM g"
    return int(lake.query(sql, (), {"g": store.folder / "groups.parquet"})[0][0])


def _told_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    names = ("id", "key", "title", "employer", "location", "last_seen", "sketch")
    rows = zip(*(batch.column(name).to_pylist() for name in names), strict=True)
    places = load().places
    made: list[dict[str, Any]] = []
    for number, key, title, employer, location, seen, sketched in rows:
        one = told(key, title, plain_name(employer), location, seen, tuple(sketched or ()), places)
        made.append(
            {
                "id": number,
                "key": key,
                "title": sorted(one.title),
                "level": one.level,
                "employer": one.employer,
                "seen": one.seen,
                "sketch": list(one.sketch),
            }
        )
    fields = [
        *(("id", pa.int64()), ("key", pa.string()), ("title", pa.list_(pa.string()))),
        *((name, pa.string()) for name in ("level", "employer", "seen")),
        ("sketch", pa.list_(pa.int64())),
    ]
    return pa.RecordBatch.from_pylist(made, schema=pa.schema(fields))


def _same(batch: pa.RecordBatch) -> list[bool]:
    """Whether each pair of a batch tells of one job."""
    sides: list[list[Told]] = []
    for side in ("a", "b"):
        columns = [batch.column(f"{side}_{name}").to_pylist() for name in TOLD]
        sides.append(
            [
                Told("", frozenset(title), level, employer, seen, tuple(sketched))
                for title, level, employer, seen, sketched in zip(*columns, strict=True)
            ]
        )
    return [same(one, two) for one, two in zip(*sides, strict=True)]


LATEST = """
WITH days AS (
    SELECT key, min(seen) AS first_seen, max(seen) AS last_seen FROM sightings GROUP BY key
), ads AS (
    SELECT key, digest, board, title, employer, location, length(text) AS size,
           row_number() OVER (PARTITION BY key ORDER BY seen DESC, digest) AS place
    FROM postings
)
SELECT a.key, a.board, a.title, a.employer, a.location, a.size, d.first_seen, d.last_seen, r.sketch
FROM ads a JOIN readings r ON a.key = r.key AND a.digest = r.digest JOIN days d ON a.key = d.key
WHERE a.place = 1
"""
"""Every ad in its latest wording, with its sketch and the days it was seen."""

JOBS = """
WITH latest AS (
    SELECT key, digest FROM (
        SELECT key, digest, row_number() OVER (PARTITION BY key ORDER BY seen DESC, digest) AS place
        FROM postings) WHERE place = 1
), jobs AS (
    SELECT r.key, r.role, coalesce(r.level, '') AS level, r.countries, r.required, r.preferred,
           r.mentioned
    FROM readings r JOIN latest l ON r.key = l.key AND r.digest = l.digest
                    JOIN groups g ON g.key = r.key
    WHERE g.canonical = r.key AND r.error IS NULL AND r.role IS NOT NULL
), here AS (
    SELECT key, role, level, {each}(countries) AS country, required, preferred, mentioned FROM jobs
), asked AS (
    SELECT role, country, level, {each}(required) AS skill, 2 AS strength FROM here
    UNION ALL SELECT role, country, level, {each}(preferred), 1 FROM here
    UNION ALL SELECT role, country, level, {each}(mentioned), 0 FROM here
), sizes AS (
    SELECT role, country, level, count(*) AS n FROM here GROUP BY role, country, level
)
SELECT a.role, a.country, a.level, a.skill, CAST(max(s.n) AS INTEGER) AS n,
       CAST(count(*) AS INTEGER) AS k,
       CAST(sum(CASE WHEN a.strength = 2 THEN 1 ELSE 0 END) AS INTEGER) AS required,
       CAST(sum(CASE WHEN a.strength = 1 THEN 1 ELSE 0 END) AS INTEGER) AS preferred
FROM asked a JOIN sizes s ON a.role = s.role AND a.country = s.country AND a.level = s.level
GROUP BY a.role, a.country, a.level, a.skill
ORDER BY a.role, a.country, a.level, a.skill
"""
"""The same words to DuckDB and to Spark, but for the name of what spreads a list over rows."""


def counts(store: Store) -> int:
    """What each role's jobs ask in each country at each level, into ``counts.parquet``."""
    files = _files(store)
    if not files:
        return 0
    rows = lake.query(JOBS.format(each="unnest"), (), files)
    lake.write(store.folder / "counts.parquet", COUNTS, rows)
    return len(rows)


def counts_on_spark(store: Store, master: str, options: Mapping[str, str] | None = None) -> int:
    """:func:`counts` on Spark: the same rows."""
    files = _files(store)
    if not files:
        return 0
    beside = store.folder / ".counts.spark"
    shutil.rmtree(beside, ignore_errors=True)
    with spark.session(master, options) as opened:
        spark.views(opened, files)
        opened.sql(JOBS.format(each="explode")).coalesce(1).write.parquet(str(beside))
    (part,) = beside.glob("*.parquet")
    part.replace(store.folder / "counts.parquet")
    shutil.rmtree(beside)
    target = {"c": store.folder / "counts.parquet"}
    return int(lake.query("SELECT count(*) FROM c", (), target)[0][0])


def _files(store: Store) -> dict[str, Sequence[Path]]:
    ads, groups = _ads(store), store.folder / "groups.parquet"
    return {**ads, "groups": [groups]} if ads and groups.is_file() else {}


def _ads(store: Store) -> dict[str, Sequence[Path]]:
    read = read_files(store)
    return {"postings": store.files("postings"), "readings": read} if read else {}
