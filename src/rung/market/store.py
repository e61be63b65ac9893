"""The ads read so far, on this machine: Parquet files that only ever grow.

    postings/source=…/month=…/NAME.parquet    each version of an ad, once
    sightings/source=…/month=…/NAME.parquet   which ads were listed on which day
    quarantine/source=…/NAME.parquet          rows that could not be read, with the reason
    passes/NAME.json                          what a pass found; written last

A pass is there when its ``passes`` file is, and then whole: files of a pass cut short are passed
over and written again. The name comes from what the pass found, so the same twice is one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from functools import cached_property
from pathlib import Path

from rung.core import lake
from rung.core.errors import DataError
from rung.core.files import write_whole
from rung.market.posting import FIELDS, BadRow, Posting

VERSION = 1
_KINDS = {"remote": "BOOLEAN", "pay_low": "DOUBLE", "pay_high": "DOUBLE", "tags": "VARCHAR[]"}
POSTINGS = {
    "key": "VARCHAR",
    "digest": "VARCHAR",
    "seen": "VARCHAR",
    **{name: _KINDS.get(name, "VARCHAR") for name in FIELDS},
}
SIGHTINGS = {"key": "VARCHAR", "digest": "VARCHAR", "seen": "VARCHAR", "board": "VARCHAR"}
QUARANTINE = {
    "source": "VARCHAR",
    "board": "VARCHAR",
    "seen": "VARCHAR",
    "row": "INTEGER",
    "reason": "VARCHAR",
    "shown": "VARCHAR",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """An ad and the day (YYYY-MM-DD) it was seen on."""

    posting: Posting
    day: str


@dataclass(frozen=True)
class Batch:
    """What one pass over one source (or one file) found.

    ``listed`` are keys of known ads seen again unread; ``complete`` where every open ad of the
    board is among those seen, so that the others of it are gone.
    """

    source: str
    board: str
    day: str
    seen: Sequence[Seen]
    listed: Sequence[str] = ()
    bad: Sequence[BadRow] = ()
    complete: bool = False
    failed: Sequence[str] = ()

    @cached_property
    def name(self) -> str:
        """A name made of all that it holds."""
        told = [self.source, self.board, self.day, str(self.complete)]
        told += sorted(f"{s.posting.key}\x1f{s.posting.digest}\x1f{s.day}" for s in self.seen)
        told += sorted(self.listed) + sorted(f"{b.row}{b.reason}{b.shown}" for b in self.bad)
        return hashlib.sha256("\x1e".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Pass:
    """What a pass changed; ``gone`` are ads of the board that a complete one no longer lists."""

    name: str
    source: str
    board: str
    day: str
    seen: int
    new: int
    changed: int
    gone: int
    bad: int
    complete: bool
    failed: tuple[str, ...] = ()
    already: bool = False
    """Whether this very pass was stored before, so that nothing changed."""


class Store:
    """Ads on disk; see the module's text for where what stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, batch: Batch) -> Pass:
        """Store a pass, and tell what it changed. The same pass twice changes nothing."""
        record = self.folder / "passes" / f"{batch.name}.json"
        if record.is_file():
            return _told(record, already=True)
        latest = self.latest(batch.source, batch.board)
        fresh = [s for s in batch.seen if latest.get(s.posting.key) != s.posting.digest]
        touched = {s.posting.key for s in fresh}
        new = len(touched - latest.keys())
        listed = {s.posting.key for s in batch.seen} | set(batch.listed)
        self._write_postings(batch, fresh)
        self._write_sightings(batch, latest)
        self._write_quarantine(batch)
        done = Pass(
            name=batch.name,
            source=batch.source,
            board=batch.board,
            day=batch.day,
            seen=len(listed),
            new=new,
            changed=len(touched) - new,
            gone=len(self.open_keys(batch.source, batch.board) - listed) if batch.complete else 0,
            bad=len(batch.bad),
            complete=batch.complete,
            failed=tuple(batch.failed),
        )
        record.parent.mkdir(parents=True, exist_ok=True)
        write_whole(record, json.dumps({"version": VERSION, **asdict(done)}, ensure_ascii=False))
        return done

    def passes(self) -> tuple[Pass, ...]:
        """Every pass stored, oldest day first."""
        found = [_told(p) for p in (self.folder / "passes").glob("*.json")]
        return tuple(sorted(found, key=lambda p: (p.day, p.source, p.board, p.name)))

    def files(self, kind: str, source: str = "*") -> tuple[Path, ...]:
        """The files of whole passes, of one kind."""
        names = {p.stem for p in (self.folder / "passes").glob("*.json")}
        pattern = f"source={source}/**/*.parquet"
        found = (self.folder / kind).glob(pattern)
        return tuple(sorted(f for f in found if f.stem in names))

    def latest(self, source: str, board: str | None = None) -> Mapping[str, str]:
        """The digest of each ad's latest version, by key."""
        files = self.files("postings", source)
        if not files:
            return {}
        where, values = ("", []) if board is None else ("WHERE board = ?", [board])
        sql = f"SELECT key, arg_max(digest, (seen, digest)) FROM ads {where} GROUP BY key"  # noqa: S608
        return dict(lake.query(sql, values, {"ads": files}))

    def open_keys(self, source: str, board: str) -> set[str]:
        """The keys of a board's ads seen in its last complete pass or since."""
        files = self.files("sightings", source)
        if not files:
            return set()
        whole = [p.day for p in self.passes() if (p.source, p.board) == (source, board)
                 and p.complete]  # fmt: skip
        sql = "SELECT DISTINCT key FROM seen WHERE board = ? AND seen >= ?"
        rows = lake.query(sql, [board, whole[-1] if whole else ""], {"seen": files})
        return {key for (key,) in rows}

    def _write_postings(self, batch: Batch, fresh: Iterable[Seen]) -> None:
        by_month: dict[str, list[lake.Row]] = {}
        for s in fresh:
            p = s.posting
            row = (p.key, p.digest, s.day, *_plain(p))
            by_month.setdefault(s.day[:7], []).append(row)
        for month, rows in sorted(by_month.items()):
            self._write("postings", batch, month, POSTINGS, sorted(rows, key=lambda r: r[:2]))

    def _write_sightings(self, batch: Batch, latest: Mapping[str, str]) -> None:
        by_month: dict[str, set[lake.Row]] = {}
        for s in batch.seen:
            row = (s.posting.key, s.posting.digest, s.day, s.posting.board)
            by_month.setdefault(s.day[:7], set()).add(row)
        for key in batch.listed:
            row = (key, latest.get(key, ""), batch.day, batch.board)
            by_month.setdefault(batch.day[:7], set()).add(row)
        for month, rows in sorted(by_month.items()):
            self._write("sightings", batch, month, SIGHTINGS, sorted(rows))

    def _write_quarantine(self, batch: Batch) -> None:
        rows = [(batch.source, batch.board, batch.day, b.row, b.reason, b.shown) for b in batch.bad]
        if rows:
            self._write("quarantine", batch, batch.day[:7], QUARANTINE, rows)

    def _write(
        self,
        kind: str,
        batch: Batch,
        month: str,
        columns: Mapping[str, str],
        rows: Sequence[lake.Row],
    ) -> None:
        folder = self.folder / kind / f"source={batch.source}" / f"month={month}"
        folder.mkdir(parents=True, exist_ok=True)
        lake.write(folder / f"{batch.name}.parquet", columns, rows)


def _plain(posting: Posting) -> lake.Row:
    return tuple(list(v) if isinstance(v, tuple) else v for v in astuple(posting))


def _told(record: Path, *, already: bool = False) -> Pass:
    try:
        told = json.loads(record.read_text("utf-8"))
        version = told.pop("version")
        if version > VERSION:
            raise DataError(
                str(record), "was written by a newer Rung.", "Update Rung to read these ads."
            )
        told["failed"] = tuple(told["failed"])
        return Pass(**{**told, "already": already})
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(str(record), f"is damaged: {error}.", "Delete it and sync again.") from None
