"""Every change with what stood before it, so that it can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rung.core.state.records import Change, Part, checksum


def write(
    connection: sqlite3.Connection,
    at: str,
    what: str,
    parts: Iterable[Part],
    undoes: int | None = None,
) -> int:
    """Note a change; returns its number."""
    number = connection.execute(
        "INSERT INTO change (at, what, undoes, sum) VALUES (?, ?, ?, ?)",
        (at, what, undoes, checksum(at, what, str(undoes))),
    ).lastrowid
    _write_parts(connection, int(number or 0), parts)
    return int(number or 0)


def restore(connection: sqlite3.Connection, change: Change) -> None:
    """Write a change under the number it had."""
    connection.execute(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
        (
            change.number,
            change.at,
            change.what,
            change.undoes,
            checksum(change.at, change.what, str(change.undoes)),
        ),
    )
    _write_parts(connection, change.number, change.parts)


def _write_parts(connection: sqlite3.Connection, number: int, parts: Iterable[Part]) -> None:
    connection.executemany(
        "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, p.kind, p.id, p.before, p.after, checksum(p.kind, p.id, p.before, p.after))
            for p in parts
        ],
    )


def read(connection: sqlite3.Connection) -> tuple[Change, ...]:
    """Every change, oldest first."""
    parts: dict[int, list[Part]] = {}
    for number, kind, name, before, after in connection.execute(
        "SELECT change, kind, id, before, after FROM part ORDER BY change, kind, id"
    ):
        parts.setdefault(number, []).append(Part(kind, name, before, after))
    return tuple(
        Change(number, at, what, undoes, tuple(parts.get(number, ())))
        for number, at, what, undoes in connection.execute(
            "SELECT number, at, what, undoes FROM change ORDER BY number"
        )
    )


def last(connection: sqlite3.Connection, *, undone: bool = False) -> Change | None:
    """The newest change that stands, or (``undone``) the newest undo that can be taken back.

    Why a stack: an undo hides the change it took back; a redo hides that undo again; any
    new change ends what could be redone.
    """
    standing: list[Change] = []
    taken: list[Change] = []
    by_number: dict[int, Change] = {}
    for change in read(connection):
        by_number[change.number] = change
        if change.undoes is None:
            standing.append(change)
            taken.clear()
            continue
        target = by_number.get(change.undoes)
        if target is not None and target.undoes is None:
            standing = [c for c in standing if c.number != target.number]
            taken.append(change)
        else:
            redone = target.undoes if target else None
            taken = [c for c in taken if c.number != change.undoes]
            if redone in by_number:
                standing.append(by_number[redone])
    found = taken if undone else standing
    return found[-1] if found else None


def forget(connection: sqlite3.Connection, before: str) -> int:
    """Drop changes made before a time; returns how many."""
    connection.execute(
        "DELETE FROM part WHERE change IN (SELECT number FROM change WHERE at < ?)", (before,)
    )
    return connection.execute("DELETE FROM change WHERE at < ?", (before,)).rowcount
