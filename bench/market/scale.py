"""Reading and counting many ads: processors, memory, a million rows, and Spark beside them.

Run: ``python -m bench.market.scale [--full] [runner|memory|query|spark|repeats|overhead …]``.
Needs the shared market files; *spark*, *repeats* and *overhead* need Java and ``rung[spark]``.
More ads than there are come from drawing the real ones again with new ids; nothing is kept by
text, so each is read anew.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.gold_texts import FILES, MARKET
from rung.core import lake
from rung.market import facts
from rung.market.posting import Posting
from rung.market.store import Batch, Seen, Store

PASS = 5_000
"""Ads of one pass."""

CLUSTER = "local-cluster[2,1,2048]"
"""Two workers of one core and 2,048 MB each, in processes of their own."""


def main() -> None:
    """Print the chosen tasks."""
    full = "--full" in sys.argv
    tasks = {
        "runner": runner, "memory": memory, "query": query, "spark": on_spark, "repeats": repeats,
        "overhead": overhead,
    }  # fmt: skip
    for name in [a for a in sys.argv[1:] if a in tasks] or list(tasks):
        print(f"## {name}")
        tasks[name](full=full)


def real(n: int) -> list[Posting]:
    """Real ads, drawn again where more are asked for."""
    import duckdb

    rows: list[Any] = []
    for file in FILES:
        rows += duckdb.execute(
            "select title, description, coalesce(company, ''), coalesce(location, ''),"
            f" coalesce(country_hint, '') from '{MARKET / file}' where desc_len > 300"
            " order by source, id, title"
        ).fetchall()
    draw = random.Random(20261126)  # noqa: S311 - nothing secret
    chosen = draw.choices(rows, k=n)
    return [
        Posting("bench", str(i), t or "Ad", d, employer=c, location=p, country=h)
        for i, (t, d, c, p, h) in enumerate(chosen)
    ]


def filled(folder: Path, n: int) -> Store:
    """A store of ``n`` ads."""
    store = Store(folder)
    ads = real(n)
    for start in range(0, n, PASS):
        seen = [Seen(a, "2026-11-26") for a in ads[start : start + PASS]]
        store.add(Batch("bench", str(start), "2026-11-26", seen))
    return store


def quiet(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""


def runner(*, full: bool) -> None:
    """One process against two: wall seconds, best of three."""
    n = 20_000 if full else 4_000
    best = {}
    for workers in (1, 2):
        times = []
        for _ in range(3):
            with tempfile.TemporaryDirectory() as folder:
                store = filled(Path(folder), n)
                began = time.perf_counter()
                facts.read_new(store, quiet, workers)
                times.append(time.perf_counter() - began)
        best[workers] = min(times)
        print(f"  {workers} process(es): {n / best[workers]:.0f} ads a second")
    print(f"  two are {best[1] / best[2]:.2f} times as fast (bar 1.7)")


def memory(*, full: bool) -> None:
    """Peak memory of the reading process and its workers, by how many ads there are."""
    sizes = (10_000, 500_000) if full else (2_000, 10_000)
    for n in sizes:
        with tempfile.TemporaryDirectory() as folder:
            filled(Path(folder), n)
            code = (
                "import sys; from pathlib import Path; from rung.market import facts;"
                "from rung.market.store import Store;"
                "facts.read_new(Store(Path(sys.argv[1])), lambda *_: None, 2)"
            )
            command = [sys.executable, "-c", _MEASURE, sys.executable, "-c", code, folder]
            out = subprocess.run(command, capture_output=True, text=True, check=True)
            print(f"  {n:,} ads: {out.stdout.strip()} MB, largest process")


_MEASURE = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
    "print(round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))"
)

DEMAND = """
    SELECT skill, count(*) AS k
    FROM (SELECT unnest(required || preferred || mentioned) AS skill
          FROM ads WHERE role = ? AND list_contains(countries, ?) AND error IS NULL)
    GROUP BY skill ORDER BY k DESC, skill
"""
"""An ad names a skill in one strength, so the three lists share none."""


def query(*, full: bool) -> None:  # noqa: ARG001 - always whole
    """What a role's ads ask, over a million read ads, against pandas doing the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = filled(folder, 10_000)
        facts.read_new(store, quiet, 2)
        wanted = "role, countries, error, required, preferred, mentioned"
        rows = lake.query(f"SELECT {wanted} FROM r", (), {"r": facts.read_files(store)})
        file = million(folder / "million.parquet", rows)
        lake.query(DEMAND, ["data-scientist", "US"], {"ads": file})
        ours = fastest(lambda: lake.query(DEMAND, ["data-scientist", "US"], {"ads": file}))
        found = lake.query(DEMAND, ["data-scientist", "US"], {"ads": file})
        theirs, told = by_pandas(file)
        assert dict(found) == told
    print(f"  1,000,000 ads: {1000 * ours:.0f} ms, one thread (bar 300), {len(found)} skills")
    print(f"  pandas: {1000 * theirs[0]:.0f} ms to load, {1000 * theirs[1]:.0f} ms to count")


def million(file: Path, rows: Sequence[lake.Row]) -> Path:
    """A million rows drawn from real ones."""
    draw = random.Random(1)  # noqa: S311 - nothing secret
    text, many = "VARCHAR", "VARCHAR[]"
    columns = {"role": text, "countries": many, "error": text, "required": many,
               "preferred": many, "mentioned": many}  # fmt: skip
    parts = []
    for n in range(10):
        part = file.with_name(f"part{n}.parquet")
        lake.write(part, columns, draw.choices(rows, k=100_000))
        parts.append(part)
    import duckdb

    listed = [str(p) for p in parts]
    duckdb.execute(
        f"COPY (SELECT * FROM read_parquet({listed!r}) ORDER BY role) TO '{file}' (FORMAT parquet)"
    )
    return file


def fastest(work: Any, times: int = 5) -> float:
    """The best wall seconds of a few runs."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def by_pandas(file: Path) -> tuple[tuple[float, float], dict[str, int]]:
    """Seconds to load and to count with pandas, and what it counted."""
    import pandas as pd

    began = time.perf_counter()
    table = pd.read_parquet(file)
    loaded = time.perf_counter() - began

    def count() -> dict[str, int]:
        here = table.countries.map(lambda c: "US" in c)
        part = table[(table.role == "data-scientist") & here & table.error.isna()]
        asked = [
            {*r, *p, *m}
            for r, p, m in zip(part.required, part.preferred, part.mentioned, strict=True)
        ]
        return dict(pd.Series(asked).explode().dropna().value_counts())

    return (loaded, fastest(count, 2)), count()


def on_spark(*, full: bool) -> None:
    """The same ads read by two processes and by Spark with two workers of one core."""
    n = 20_000 if full else 4_000
    with tempfile.TemporaryDirectory() as folder:
        one, two = filled(Path(folder) / "one", n), filled(Path(folder) / "two", n)
        began = time.perf_counter()
        facts.read_new(one, quiet, 2)
        local = time.perf_counter() - began
        began = time.perf_counter()
        facts.read_new_on_spark(two, CLUSTER)
        spark = time.perf_counter() - began
        assert facts.digest(one) == facts.digest(two)
    print(f"  {n:,} ads: two processes {local:.1f} s, Spark {spark:.1f} s, the same digest")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  (this process at most {used:.0f} MB)")


def repeats(*, full: bool) -> None:
    """Repeats found and jobs counted by this machine and by Spark: the same files come out."""
    from rung.catalogue import load
    from rung.market import many, own_ads

    n = 100_000 if full else 10_000
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder), n)
        facts.read_new(store, quiet, 2)
        groups, counts = store.folder / "groups.parquet", store.folder / "counts.parquet"
        spent, made, found = {}, {}, 0
        for name in ("local", "Spark"):
            alone = name == "local"
            began = time.perf_counter()
            found = own_ads.regroup(store, load()) if alone else many.regroup(store, CLUSTER)
            between = time.perf_counter()
            if alone:
                many.counts(store)
            else:
                many.counts_on_spark(store, CLUSTER)
            spent[name] = between - began, time.perf_counter() - between
            sql = "SELECT * FROM t ORDER BY ALL"
            made[name] = [lake.query(sql, (), {"t": f}) for f in (groups, counts)]
        assert made["local"] == made["Spark"]
    for name, (finding, counting) in spent.items():
        print(f"  {name}: {n:,} ads, repeats {finding:.1f} s, counts {counting:.1f} s")
    print(f"  {found:,} jobs, the same files")


def overhead(*, full: bool) -> None:
    """What Spark adds: plain PySpark handing the same rows to a function that does nothing."""
    from rung.core.runners import spark

    n = 20_000 if full else 4_000
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder), n)
        files = [str(f) for f in store.files("postings")]
        began = time.perf_counter()
        with spark.session(CLUSTER) as opened:
            started = time.perf_counter() - began
            rows = opened.read.parquet(*files).select("key", "text")
            began = time.perf_counter()
            rows.mapInArrow(_lengths, "key string, length bigint").write.parquet(f"{folder}/out")
            passed = time.perf_counter() - began
    print(f"  plain PySpark: {started:.1f} s to start, {passed:.1f} s to pass {n:,} texts through")


def _lengths(batches: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        lengths = pc.utf8_length(batch.column("text")).cast(pa.int64())
        yield pa.RecordBatch.from_arrays([batch.column("key"), lengths], ["key", "length"])


if __name__ == "__main__":
    main()
