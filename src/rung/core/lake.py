"""Tables in Parquet files, read and written through DuckDB in memory."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.core.errors import UserError

if TYPE_CHECKING:
    import duckdb

Row = tuple[Any, ...]

TRIES, WAIT = 3, 0.15
"""How often a file is asked for, and the seconds in between."""

_OPEN = threading.local()

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""One thread, so that row order and sums never vary; no extension is ever fetched."""


def query(
    sql: str, params: Sequence[Any] = (), tables: Mapping[str, Path | Sequence[Path]] | None = None
) -> list[Row]:
    """The rows ``sql`` gives over Parquet files named as tables.

    Several files under one name are read as one table, columns matched by name.
    """
    with _connect() as connection:
        for name, files in (tables or {}).items():
            listed = [files] if isinstance(files, Path) else files
            read = connection.read_parquet([str(f) for f in listed], union_by_name=True)
            read.create_view(name)
        return connection.execute(sql, list(params)).fetchall()


def read(path: Path) -> list[Row]:
    """Every row of a Parquet file, as written: same order, same columns.

    Why one connection a thread: opening one costs more than reading a small file, and threads
    can't share one. A file that is being replaced at this moment is asked for once more.
    """
    import duckdb

    for _ in range(TRIES - 1):
        try:
            return _shared().read_parquet([str(path)]).fetchall()
        except duckdb.IOException:
            time.sleep(WAIT)
    return _shared().read_parquet([str(path)]).fetchall()


def table(
    path: Path, size: int, kind: str
) -> tuple[tuple[str, ...], Iterator[list[dict[str, Any]]]]:
    """The columns of a Parquet, CSV or TSV file in lower case, and its rows, ``size`` at a time.

    ``kind`` is the ending that says which it is.

    Why CSV as words only: a guessed type turns a telephone number or a zip code into a sum.
    """
    import duckdb

    connection = _connect()
    options = "header = true, all_varchar = true" + (", sep = '\t'" if kind == ".tsv" else "")
    sql = "SELECT * FROM read_parquet(?)"
    if kind != ".parquet":
        sql = f"SELECT * FROM read_csv(?, {options})"  # noqa: S608 - only our own words
    try:
        found = connection.execute(sql, [str(path)])
        names = tuple(str(column[0]).lower() for column in found.description or ())
    except duckdb.Error as error:
        connection.close()
        first = str(error).splitlines()[0]
        raise UserError(str(path), f"is no table we can read: {first}", "Save it anew.") from None

    def rows() -> Iterator[list[dict[str, Any]]]:
        with connection:
            while batch := found.fetchmany(size):
                yield [dict(zip(names, row, strict=True)) for row in batch]

    return names, rows()


def write(path: Path, columns: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Write ``rows`` to a Parquet file whose columns have the given SQL types.

    The same rows give the same bytes; the file appears whole or not at all.
    """
    part = path.with_name(path.name + ".part")
    values = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in columns]
    fields = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, kind in columns.items())
    target = str(part).replace("'", "''")
    with _connect() as connection:
        connection.execute(f"CREATE TABLE t AS SELECT {fields}", values)
        connection.execute(f"COPY t TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    part.replace(path)


def _shared() -> duckdb.DuckDBPyConnection:
    """This thread's connection."""
    if not hasattr(_OPEN, "connection"):
        _OPEN.connection = _connect()
    found: duckdb.DuckDBPyConnection = _OPEN.connection
    return found


def _connect() -> duckdb.DuckDBPyConnection:
    import duckdb

    return duckdb.connect(":memory:", config=_CONFIG)
