"""Whether the state file is sound: its structure, every row's checksum, every original's."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from rung.core.state import schema
from rung.core.state.records import checksum


def problems(
    path: Path, migrations: Sequence[Sequence[str]] = schema.MIGRATIONS
) -> tuple[str, ...]:
    """What is wrong with the file, in words; nothing where all is well. Changes nothing."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        return (f"can't be opened ({error})",)
    try:
        return tuple(_problems(connection, migrations))
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        return (f"can't be read through ({error})",)
    finally:
        connection.close()


def _problems(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> Iterator[str]:
    alien = _alien(connection, len(migrations))
    if alien:
        yield alien
        return
    for (line,) in connection.execute("PRAGMA integrity_check(5)"):
        if line != "ok":
            yield str(line).replace("\n", "; ")
    if _tables(connection) != _expected(migrations[: schema.version(connection)]):
        yield "its tables are not the ones Rung makes"
        return
    wrong = list(_rows(connection))
    yield from wrong or _dangling(connection)


def _alien(connection: sqlite3.Connection, newest: int) -> str:
    if not schema.is_ours(connection):
        return "is not marked as Rung's"
    found = schema.version(connection)
    if found > newest:
        return f"was written by a newer Rung (schema {found})"
    return "has no tables" if found < 1 else ""


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    for kind, name, body, noted in connection.execute("SELECT * FROM record"):
        if checksum(kind, name, body) != noted or not _is_json(body):
            yield f"record {kind} {name!r} is not as it was written"
    for number, at, what, undoes, noted in connection.execute("SELECT * FROM change"):
        if checksum(at, what, str(undoes)) != noted:
            yield f"change {number} is not as it was written"
    for number, kind, name, before, after, noted in connection.execute("SELECT * FROM part"):
        if checksum(kind, name, before, after) != noted:
            yield f"change {number}: {kind} {name!r} is not as it was written"
    for name, content in connection.execute("SELECT * FROM original"):
        if hashlib.sha256(content).hexdigest() != name:
            yield f"original {str(name)[:12]} is not as it was given"


def _dangling(connection: sqlite3.Connection) -> Iterator[str]:
    """Records that speak of an original which is gone; parts of no change."""
    held = {row[0] for row in connection.execute("SELECT sha256 FROM original")}
    for kind, name, body in connection.execute("SELECT kind, id, body FROM record"):
        data = json.loads(body)
        sha = data.get("sha256") if isinstance(data, dict) else None
        if isinstance(sha, str) and sha not in held:
            yield f"record {kind} {name!r}: its original {sha[:12]} is missing"
    lost = connection.execute(
        "SELECT count(*) FROM part WHERE change NOT IN (SELECT number FROM change)"
    ).fetchone()[0]
    if lost:
        yield f"{lost} entries of the undo history belong to no change"


def _tables(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    return {(str(name), str(sql)) for name, sql in rows}


def _expected(migrations: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.migrate(connection, migrations)
        return _tables(connection)
    finally:
        connection.close()


def _is_json(body: str) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True
