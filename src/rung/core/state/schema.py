"""The state's tables, as migrations that are only ever added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

APPLICATION = 0x52554E47
"""Marks the file as Rung's: "RUNG" in ASCII."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE record (
             kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
             PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID""",
        "CREATE TABLE original (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
        """CREATE TABLE change (
             number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, what TEXT NOT NULL,
             undoes INTEGER, sum TEXT NOT NULL) STRICT""",
        """CREATE TABLE part (
             change INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
             before TEXT, after TEXT, sum TEXT NOT NULL,
             PRIMARY KEY (change, kind, id)) STRICT, WITHOUT ROWID""",
        "CREATE TABLE pending (name TEXT PRIMARY KEY, content BLOB) STRICT",
    ),
)
"""One tuple of statements a version; the file's ``user_version`` says how many have run."""


def version(connection: sqlite3.Connection) -> int:
    """The version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file was made by Rung, or is still empty."""
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return mark == APPLICATION or (mark == 0 and tables == 0)


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS
) -> None:
    """Bring an open file to the newest version, all steps in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version(connection), len(migrations)):
            for statement in migrations[number]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
