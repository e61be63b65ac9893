"""The state file: read, changed in whole transactions, each change kept so it can be undone."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from rung.core import clock
from rung.core.errors import UserError
from rung.core.state import check, journal, schema
from rung.core.state.connection import connect, guarded
from rung.core.state.records import Change, Part, Refused, Saved, checksum, dumps

NAME = "state.db"


class Open:
    """A change being made: put, drop, keep. Nothing counts until its block ends well."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.parts: dict[tuple[str, str], Part] = {}

    def get(self, kind: str, name: str) -> str | None:
        """A record's JSON as it stands inside this change."""
        return _get(self._connection, kind, name)

    def all(self, kind: str) -> dict[str, str]:
        """Every record of a kind as it stands inside this change."""
        return _all(self._connection, kind)

    def put(self, kind: str, name: str, value: Any) -> None:
        """Write a record, new or in place of the old one; ``value`` is anything JSON holds."""
        self.put_text(kind, name, dumps(value))

    def put_text(self, kind: str, name: str, body: str) -> None:
        """Write a record from the JSON text another state holds."""
        self._note(kind, name, body)
        self._connection.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)",
            (kind, name, body, checksum(kind, name, body)),
        )

    def drop(self, kind: str, name: str) -> None:
        """Take a record out; it can be undone."""
        self._note(kind, name, None)
        self._connection.execute("DELETE FROM record WHERE kind = ? AND id = ?", (kind, name))

    def keep(self, content: bytes) -> str:
        """Keep an original file byte for byte; returns its SHA-256."""
        name = hashlib.sha256(content).hexdigest()
        self._connection.execute("INSERT OR IGNORE INTO original VALUES (?, ?)", (name, content))
        return name

    def later(self, name: str, content: bytes | None) -> None:
        """Note a file to write beside the state (None: to remove) once this change stands."""
        self._connection.execute("INSERT OR REPLACE INTO pending VALUES (?, ?)", (name, content))

    def _note(self, kind: str, name: str, after: str | None) -> None:
        known = self.parts.get((kind, name))
        before = known.before if known else self.get(kind, name)
        self.parts[kind, name] = Part(kind, name, before, after)


class State:
    """The person's own records in ``folder``; made when first written to.

    ``now`` says the time of each change. Raises ``Refused`` for a file that is damaged, of
    another program, or of a newer Rung, and leaves it as it is.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = clock.now,
        *,
        before_migrating: Callable[[Path], None] = lambda _path: None,
        migrations: Sequence[Sequence[str]] = schema.MIGRATIONS,
    ) -> None:
        self.folder = folder
        self.path = folder / NAME
        self._now = now
        self._before_migrating = before_migrating
        self._migrations = migrations

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with guarded(self.path), connect(self.path) as connection:
            self._settle(connection)
            yield connection

    def _settle(self, connection: sqlite3.Connection) -> None:
        """Refuse what isn't ours or is newer; migrate what is older, after a backup."""
        newest = len(self._migrations)
        found = schema.version(connection)
        if not schema.is_ours(connection):
            raise Refused(str(self.path), "is not a file of Rung's.", "Move it elsewhere.")
        if found > newest:
            raise Refused(
                str(self.path),
                f"was written by a newer Rung (schema {found}; this one knows {newest}).",
                "Update Rung, or restore an older backup into another RUNG_HOME.",
            )
        if found < newest:
            if found:
                # the copy is of one file, so what the log still holds must be in it
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._before_migrating(self.path)
            schema.migrate(connection, self._migrations)

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self.path.is_file()

    def get(self, kind: str, name: str) -> str | None:
        """A record's JSON, or None."""
        if not self.exists():
            return None
        with self._connected() as connection:
            return _get(connection, kind, name)

    def all(self, kind: str) -> dict[str, str]:
        """Every record of a kind, by id."""
        if not self.exists():
            return {}
        with self._connected() as connection:
            return _all(connection, kind)

    def original(self, sha256: str) -> bytes:
        """A file as the person gave it; Refused when it is gone or no longer the same."""
        with self._connected() as connection:
            row = connection.execute(
                "SELECT content FROM original WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
            raise Refused(
                str(self.path),
                f"the original {sha256[:12]} is {'missing' if row is None else 'damaged'}.",
                "Run: rung data doctor",
            )
        return bytes(row[0])

    @contextmanager
    def change(self, what: str) -> Iterator[Open]:
        """One change as a whole: all of it is on disk when the block ends, or none of it."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._connected() as connection, _transaction(connection):
            made = Open(connection)
            yield made
            parts = [p for p in made.parts.values() if p.before != p.after]
            if parts:
                journal.write(connection, self._stamp(), what, parts)

    def history(self) -> tuple[Change, ...]:
        """Every change still kept, oldest first."""
        if not self.exists():
            return ()
        with self._connected() as connection:
            return journal.read(connection)

    def last(self) -> Change | None:
        """The change that ``undo`` would take back."""
        if not self.exists():
            return None
        with self._connected() as connection:
            return journal.last(connection)

    def undo(self, *, redo: bool = False) -> Change:
        """Take back the last change (``redo``: the last undo); returns what was taken back."""
        if not self.exists():
            raise UserError("nothing", "was changed yet.", "Begin with: rung profile import FILE")
        with self._connected() as connection, _transaction(connection):
            last = journal.last(connection, undone=redo)
            if last is None:
                what = "was undone last" if redo else "is left to undo"
                raise UserError("nothing", f"{what}.", "See: rung data history")
            made = Open(connection)
            for part in last.parts:
                if part.before is None:
                    made.drop(part.kind, part.id)
                else:
                    made.put_text(part.kind, part.id, part.before)
            journal.write(connection, self._stamp(), last.what, made.parts.values(), last.number)
        return last

    def saved(self) -> Saved:
        """The whole state, read in one transaction.

        Raises ``Refused`` where anything in it is not as it was written. Why: what is read
        here becomes a backup or an export, and damage must not pass for a good copy.
        """
        if not self.exists():
            return Saved()
        with self._connected() as connection:
            connection.execute("BEGIN")
            if wrong := check.problems(self.path, self._migrations):
                then = "Run `rung data doctor`, then `rung data restore`."
                raise Refused(str(self.path), f"is damaged: {wrong[0]}.", then)
            records = {
                (kind, name): body
                for kind, name, body in connection.execute(
                    "SELECT kind, id, body FROM record ORDER BY kind, id"
                )
            }
            originals = {
                sha: bytes(content)
                for sha, content in connection.execute(
                    "SELECT sha256, content FROM original ORDER BY sha256"
                )
            }
            changes = journal.read(connection)
            connection.execute("COMMIT")
        return Saved(records, originals, changes)

    def settle(self, write: Callable[[str, bytes | None], None]) -> None:
        """Write the files that a change left for later; each may be written twice.

        Why in the state first: files and records then change together, whenever a machine
        dies in between.
        """
        if not self.exists():
            return
        with self._connected() as connection:
            if connection.execute("SELECT 1 FROM pending").fetchone() is None:
                return
            with _transaction(connection):
                for name, content in connection.execute("SELECT * FROM pending").fetchall():
                    write(str(name), None if content is None else bytes(content))
                connection.execute("DELETE FROM pending")

    def replace(self, saved: Saved, files: Mapping[str, bytes | None] | None = None) -> None:
        """Make the state exactly ``saved``, undo history included, in one transaction.

        ``files`` are written beside it by ``settle`` (None: removed).
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._connected() as connection, _transaction(connection):
            for table in ("record", "original", "change", "part", "pending"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names are ours
            connection.execute("DELETE FROM sqlite_sequence")
            connection.executemany(
                "INSERT INTO record VALUES (?, ?, ?, ?)",
                [(k, n, body, checksum(k, n, body)) for (k, n), body in saved.records.items()],
            )
            connection.executemany(
                "INSERT INTO original VALUES (?, ?)", list(saved.originals.items())
            )
            for change in saved.changes:
                journal.restore(connection, change)
            connection.executemany(
                "INSERT OR REPLACE INTO pending VALUES (?, ?)", list((files or {}).items())
            )

    def forget(self, before: str) -> int:
        """Let go of changes older than ``before`` and of originals nothing speaks of any more."""
        if not self.exists():
            return 0
        with self._connected() as connection, _transaction(connection):
            gone = journal.forget(connection, before)
            connection.execute(
                """DELETE FROM original WHERE NOT EXISTS (
                     SELECT 1 FROM record WHERE instr(body, sha256))
                   AND NOT EXISTS (SELECT 1 FROM part
                     WHERE instr(coalesce(before, ''), sha256)
                        OR instr(coalesce(after, ''), sha256))"""
            )
        return gone

    def now(self) -> datetime:
        """The time changes are stamped with."""
        return self._now()

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="seconds")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _get(connection: sqlite3.Connection, kind: str, name: str) -> str | None:
    row = connection.execute(
        "SELECT body FROM record WHERE kind = ? AND id = ?", (kind, name)
    ).fetchone()
    return str(row[0]) if row else None


def _all(connection: sqlite3.Connection, kind: str) -> dict[str, str]:
    rows = connection.execute("SELECT id, body FROM record WHERE kind = ? ORDER BY id", (kind,))
    return {str(name): str(body) for name, body in rows}
