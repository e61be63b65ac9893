"""Repeats and counts on Spark are those of one machine, to the last row."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rung.catalogue import load
from rung.core import lake
from rung.core.runners import spark, spark_links
from rung.market import facts, many, own_ads
from rung.market.posting import Posting
from rung.market.store import Batch, Seen, Store

pytest.importorskip("pyspark", reason="needs the extra rung[spark]")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")

CLUSTER = "local-cluster[2,1,2048]"
FEW = {"spark.sql.shuffle.partitions": "4"}
THINGS = [
    *("bridges", "harbours", "orchards", "theatres", "libraries", "railways", "clinics"),
    *("bakeries", "gardens", "vineyards", "ferries", "airports", "schools", "farms"),
]
SKILLS = ("Python", "Kubernetes", "Spark", "SQL", "PyTorch", "Docker")


def quiet(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""


def filled(folder: Path) -> Store:
    """Sixty jobs, a third of them told two or three times: reworded, cut, on another board."""
    draw = random.Random(5)  # noqa: S311 - nothing secret
    store = Store(folder)
    seen: dict[str, list[Seen]] = {"greenhouse": [], "lever": []}
    for job in range(60):
        about = [
            f"We help people who look after {a} to plan what they do with {b} when {c} close."
            for a, b, c in (draw.sample(THINGS, 3) for _ in range(10))
        ]
        asks = draw.sample(SKILLS, 3)
        country = draw.choice(["Berlin, Germany", "Toronto, Canada", "Oslo, Norway"])
        title = draw.choice(["Machine Learning Engineer", "Data Scientist", "Senior Data Engineer"])
        for copy in range(1 + job % 3 // 2 + (job % 9 == 0)):
            told = about[: len(about) - copy]
            lines = "".join(f"- {skill} in daily work\n" for skill in asks)
            text = f"{' '.join(told)}\n\nRequirements\n{lines}- A degree\n"
            board = "greenhouse" if copy % 2 else "lever"
            one = Posting(
                board, f"{job}-{copy}", title, text, employer=f"Heron {job}", location=country,
                board=board,
            )  # fmt: skip
            seen[board].append(Seen(one, f"2026-0{1 + copy}-01"))
    for board, found in seen.items():
        store.add(Batch(board, board, "2026-03-01", found))
    store.add(Batch("lever", "lever", "2026-04-01", seen["lever"][:5]))
    facts.read_new(store, quiet, 1)
    return store


def rows(store: Store, name: str, order: str) -> list[Any]:
    return lake.query(f"SELECT * FROM t ORDER BY {order}", (), {"t": store.folder / name})  # noqa: S608


def test_a_cluster_finds_the_same_repeats_and_counts_the_same(tmp_path: Path) -> None:
    store = filled(tmp_path)
    alone = own_ads.regroup(store, load())
    assert 50 < alone < len(own_ads.current(store))
    groups = rows(store, "groups.parquet", "key")
    assert many.counts(store)
    counted = rows(store, "counts.parquet", "role, country, level, skill")
    (store.folder / "groups.parquet").unlink()
    (store.folder / "counts.parquet").unlink()

    assert many.regroup(store, CLUSTER, FEW) == alone
    assert rows(store, "groups.parquet", "key") == groups
    assert many.counts_on_spark(store, CLUSTER, FEW) == len(counted)
    assert rows(store, "counts.parquet", "role, country, level, skill") == counted
    assert not list(store.folder.glob(".*.spark"))


def test_counts_are_of_jobs_not_ads_and_no_skill_outnumbers_them(tmp_path: Path) -> None:
    store = filled(tmp_path)
    own_ads.regroup(store, load())
    many.counts(store)
    jobs = [a for a in own_ads.current(store) if a.counts]
    found = rows(store, "counts.parquet", "role, country, level, skill")
    for role, country, level, skill, n, k, required, preferred in found:
        here = [
            a.facts
            for a in jobs
            if a.facts["role"] == role
            and country in a.facts["countries"]
            and (a.facts["level"] or "") == level
        ]
        asking = [f for f in here if skill in (*f["required"], *f["preferred"], *f["mentioned"])]
        assert (n, k) == (len(here), len(asking))
        assert required == sum(skill in f["required"] for f in here)
        assert preferred == sum(skill in f["preferred"] for f in here)


def test_an_empty_store_has_neither(tmp_path: Path) -> None:
    assert many.counts(Store(tmp_path)) == 0
    assert many.counts_on_spark(Store(tmp_path), CLUSTER) == 0
    assert many.regroup(Store(tmp_path), CLUSTER) == 0


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    with spark.session("local[2]", FEW) as session:
        yield session


def roots(edges: list[tuple[int, int]]) -> dict[int, int]:
    """Union-find, plainly."""
    first: dict[int, int] = {}

    def root(i: int) -> int:
        while first.setdefault(i, i) != i:
            i = first[i]
        return i

    for a, b in edges:
        x, y = root(a), root(b)
        first[max(x, y)] = min(x, y)
    return {i: root(i) for i in first}


def test_components_are_those_of_union_find(opened: Any) -> None:
    draw = random.Random(3)  # noqa: S311 - nothing secret
    chain = [(i, i + 1) for i in range(300)]
    star = [(1000, 1000 + i) for i in range(1, 80)]
    loose = [tuple(sorted(draw.sample(range(2000, 2400), 2))) for _ in range(220)]
    edges = [(int(a), int(b)) for a, b in chain + star + loose]
    made = opened.createDataFrame(edges, "a bigint, b bigint").distinct()
    told = {int(r["id"]): int(r["root"]) for r in spark_links.components(made).collect()}
    expected = {i: r for i, r in roots(edges).items() if i != r}
    assert {i: r for i, r in told.items() if i != r} == expected


def test_no_edges_join_nothing(opened: Any) -> None:
    none = opened.createDataFrame([], "a bigint, b bigint")
    assert spark_links.components(none).collect() == []
