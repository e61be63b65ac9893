"""What stored ads say: read once, kept beside them, read anew when the reader changes.

readings/reader=…/source=…/month=…/NAME.parquet   a row for each row of postings/…/NAME.parquet
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rung import reading
from rung.catalogue import load
from rung.core import lake
from rung.core.runners import local
from rung.market.alike import sketch
from rung.market.store import Store
from rung.reading.annotate import read_row
from rung.reading.places import places_of

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
_WANTED = "key, digest, title, text, location, country, employment, remote"


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


def read_new(store: Store, progress: Progress, workers: int | None = None) -> int:
    """Read every stored ad that this reader has not read; how many those were.

    File by file, each appearing whole, so that Ctrl-C loses at most one.
    """
    folder = store.folder / "readings" / f"reader={reader()}"
    todo = [(f, folder / f.relative_to(store.folder / "postings")) for f in store.files("postings")]
    todo = [(source, made) for source, made in todo if not made.is_file()]
    if not todo:
        return 0
    sizes = [_rows_in(source) for source, _ in todo]
    total, done = sum(sizes), 0
    batches = ((made, rows) for source, made in todo for rows in _batches(source))
    workers = 1 if total < AT_ONCE else workers
    held: list[lake.Row] = []
    at = 0
    for result in local.run(facts_of, (rows for _, rows in batches), workers):
        held += result
        done += len(result)
        progress(done, total, "Reading ads")
        while at < len(todo) and len(held) >= sizes[at]:
            _keep(todo[at][1], held[: sizes[at]])
            held = held[sizes[at] :]
            at += 1
    _forget_others(store.folder / "readings", folder)
    return total


def _rows_in(file: Path) -> int:
    return int(lake.query("SELECT count(*) FROM ads", (), {"ads": file})[0][0])


def _batches(file: Path) -> Iterator[list[lake.Row]]:
    rows = lake.query(f"SELECT {_WANTED} FROM ads ORDER BY key, digest", (), {"ads": file})  # noqa: S608
    for i in range(0, len(rows), AT_ONCE):
        yield rows[i : i + AT_ONCE]


def _keep(path: Path, rows: Sequence[lake.Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lake.write(path, COLUMNS, rows)


def _forget_others(folder: Path, own: Path) -> None:
    """Delete what older readers read, now that all is read anew."""
    for other in folder.glob("reader=*"):
        if other != own:
            shutil.rmtree(other)
