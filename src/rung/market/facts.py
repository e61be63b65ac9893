"""What stored ads say: read once, kept beside them, read anew when the reader changes.

readings/reader=…/source=…/month=…/NAME.parquet   a row for each row of postings/…/NAME.parquet
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung import reading
from rung.catalogue import load
from rung.core import lake
from rung.core.runners import local, spark
from rung.market.alike import sketch
from rung.market.store import Store
from rung.reading.annotate import read_row
from rung.reading.places import places_of

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[int, int, str], None]

AT_ONCE = 250
"""Ads a process reads before it hands them back."""

_TEXT = ("language", "error", "role", "level", "orientation", "track", "employment", "degree",
         "degree_strength", "degree_higher", "pay_currency", "pay_period", "time_zone", "visa",
         "industry")  # fmt: skip
_NUMBER = ("role_confidence", "years", "pay_low", "pay_high", "office_days")
COLUMNS: dict[str, str] = {
    "key": "VARCHAR",
    "digest": "VARCHAR",
    **dict.fromkeys(_TEXT, "VARCHAR"),
    **dict.fromkeys(_NUMBER, "DOUBLE"),
    "new_graduate": "BOOLEAN",
    "remote_kind": "VARCHAR",
    **dict.fromkeys(
        ("required", "preferred", "mentioned", "constraints", "duties", "metros", "countries",
         "regions"),
        "VARCHAR[]",
    ),
    "sketch": "UINTEGER[]",
}  # fmt: skip
WANTED = ("key", "digest", "title", "text", "location", "country", "employment", "remote")
"""Columns of a stored ad that are read."""


@cache
def reader() -> str:
    """The name of this reader: another when the catalogue or the reading code changes."""
    catalogue = load()
    told = hashlib.sha256()
    folders = [(Path(reading.__file__).parent, "**/*.py"), (catalogue.folder, "**/*.yaml")]
    if catalogue.personal is not None:
        folders.append((catalogue.personal, "**/*.yaml"))
    for folder, pattern in folders:
        for file in sorted(folder.glob(pattern)):
            content = file.read_bytes()
            told.update(f"{file.relative_to(folder)} {len(content)}\n".encode() + content)
    return told.hexdigest()[:16]


def facts(row: Sequence[Any]) -> lake.Row:
    """The row of :data:`COLUMNS` for one stored ad."""
    key, digest, title, text, location, country, employment, remote = row
    told = read_row(
        {
            "title": title,
            "text": text,
            "location": location,
            "country": country,
            "employment": employment,
            "remote": remote,
        }
    )
    skills: dict[str, list[str]] = {"required": [], "preferred": [], "mentioned": []}
    for skill in told.get("skills") or ():
        skills[skill["strength"]].append(skill["id"])
    places = places_of(location, country, load().places)
    return (
        key,
        digest,
        *(told.get(name) for name in (*_TEXT, *_NUMBER, "new_graduate", "remote")),
        *(sorted(skills[name]) for name in ("required", "preferred", "mentioned")),
        *(sorted(x["id"] for x in told.get(name) or ()) for name in ("constraints", "duties")),
        sorted({p.metro for p in places if p.metro}),
        sorted({p.country for p in places if p.country}),
        sorted({p.region for p in places if p.region}),
        list(sketch(text)),
    )


def facts_of(rows: Sequence[Sequence[Any]]) -> list[lake.Row]:
    """:func:`facts` of many; what one process reads at once."""
    return [facts(row) for row in rows]


def facts_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """:func:`facts` of a record batch of stored ads: what a Spark worker reads at once."""
    import pyarrow as pa

    columns = [batch.column(name).to_pylist() for name in WANTED]
    rows = facts_of(list(zip(*columns, strict=True)))
    fields = pa.schema([(name, _arrow(kind)) for name, kind in COLUMNS.items()])
    made = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    return pa.RecordBatch.from_pylist(made, schema=fields)


def _arrow(kind: str) -> pa.DataType:
    import pyarrow as pa

    if kind.endswith("[]"):
        return pa.list_(_arrow(kind[:-2]))
    plain = {"VARCHAR": pa.string(), "DOUBLE": pa.float64(), "BOOLEAN": pa.bool_()}
    return plain.get(kind, pa.int64())


def unread(store: Store) -> tuple[tuple[Path, Path], ...]:
    """The files of ads that this reader has not read, and where what it reads goes."""
    folder = store.folder / "readings" / f"reader={reader()}"
    todo = ((f, folder / f.relative_to(store.folder / "postings")) for f in store.files("postings"))
    return tuple((source, made) for source, made in todo if not made.exists())


def read_files(store: Store) -> tuple[Path, ...]:
    """The files of what this reader read, of whole passes."""
    folder = store.folder / "readings" / f"reader={reader()}"
    names = {p.stem for p in store.files("postings")}
    found = sorted(f for f in folder.glob("**/*.parquet") if f.is_file())
    return tuple(f for f in found if names & {f.stem, f.parent.stem})


def read_new(store: Store, progress: Progress, workers: int | None = None) -> int:
    """Read every stored ad that this reader has not read; how many those were.

    File by file, each appearing whole, so that Ctrl-C loses at most one.
    """
    todo = unread(store)
    if not todo:
        return 0
    sizes = [_rows_in(source) for source, _ in todo]
    total, done = sum(sizes), 0
    batches = (rows for source, _ in todo for rows in _batches(source))
    held: list[lake.Row] = []
    at = 0
    for result in local.run(facts_of, batches, 1 if total < AT_ONCE else workers):
        held += result
        done += len(result)
        progress(done, total, "Reading ads")
        while at < len(todo) and len(held) >= sizes[at]:
            _keep(todo[at][1], held[: sizes[at]])
            held = held[sizes[at] :]
            at += 1
    forget_others(store)
    return total


def read_new_on_spark(store: Store, master: str, options: Mapping[str, str] | None = None) -> int:
    """:func:`read_new` on a Spark cluster that sees this folder; the same rows come out.

    Spark writes beside the place; a file's readings move there whole once all are done.
    """
    todo = unread(store)
    if not todo:
        return 0
    total = sum(_rows_in(source) for source, _ in todo)
    beside = store.folder / "readings" / ".spark"
    shutil.rmtree(beside, ignore_errors=True)
    with spark.session(master, options) as opened:
        made = spark.mapped(opened, [f for f, _ in todo], WANTED, facts_batch, COLUMNS)
        made.write.partitionBy("name").parquet(str(beside))
    for _, target in todo:
        target.parent.mkdir(parents=True, exist_ok=True)
        (beside / f"name={target.stem}").replace(target)
    shutil.rmtree(beside)
    forget_others(store)
    return total


def digest(store: Store) -> str:
    """A name for all that is read, whichever runner read it."""
    told = hashlib.sha256()
    found = read_files(store)
    if found:
        names = ", ".join(COLUMNS)
        sql = f"SELECT {names} FROM r ORDER BY key, digest"  # noqa: S608 - our own columns
        for row in lake.query(sql, (), {"r": found}):
            told.update(repr(row).encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _rows_in(file: Path) -> int:
    return int(lake.query("SELECT count(*) FROM ads", (), {"ads": file})[0][0])


def _batches(file: Path) -> Iterator[list[lake.Row]]:
    sql = f"SELECT {', '.join(WANTED)} FROM ads ORDER BY key, digest"  # noqa: S608 - our own columns
    rows = lake.query(sql, (), {"ads": file})
    for i in range(0, len(rows), AT_ONCE):
        yield rows[i : i + AT_ONCE]


def _keep(path: Path, rows: Sequence[lake.Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lake.write(path, COLUMNS, rows)


def forget_others(store: Store) -> None:
    """Delete what older readers read, now that all is read anew."""
    for other in (store.folder / "readings").glob("reader=*"):
        if other.name != f"reader={reader()}":
            shutil.rmtree(other)
