"""One open SQLite file, safe settings on, its errors told in Rung's words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rung.core.state.records import Refused

PATIENCE = 30.0
"""Seconds to wait for another Rung that is writing."""
_RESTORE = "Run `rung data doctor`, then `rung data restore` for the newest good backup."


@contextmanager
def connect(path: Path) -> Iterator[sqlite3.Connection]:
    """The file open for reading and writing, made private if it is new.

    Why ``FULL``: a change that was confirmed must outlive a power cut, not only a crash.
    ``secure_delete`` overwrites what is deleted.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        _into_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        yield connection
    finally:
        connection.close()


def _into_wal(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log. Why by hand: SQLite doesn't wait for this one lock."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """SQLite's errors as one message that says what to do; the file stays as it is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text:
            cause, then = "another Rung has been writing to it for long.", "Try again shortly."
        elif "full" in text or "disk I/O" in text:
            cause, then = f"could not be written ({text}).", "Free some space; nothing was changed."
        elif "readonly" in text or "unable to open" in text:
            cause, then = f"can't be opened for writing ({text}).", "Check its permissions."
        else:
            cause, then = f"is damaged ({text}).", _RESTORE
        raise Refused(str(path), cause, then) from error
    except sqlite3.DatabaseError as error:
        raise Refused(str(path), f"is damaged ({error}).", _RESTORE) from error
    except OSError as error:
        cause = f"can't be written ({error.strerror or type(error).__name__})."
        raise Refused(str(path), cause, "Check space and permissions.") from error
