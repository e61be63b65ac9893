"""Batches over a Spark cluster; the only place that speaks to Spark (extra ``rung[spark]``).

The function gets and gives Arrow record batches, so that rows never become Python objects on the
way between machines; Spark runs a task again whose machine is lost.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.core.errors import UserError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

LOCAL = "local[*]"
_TYPES = {"VARCHAR": "string", "DOUBLE": "double", "BOOLEAN": "boolean", "INTEGER": "int",
          "UINTEGER": "bigint"}  # fmt: skip
ROWS = 500
"""Rows of a batch: small, since ads are long and memory should stay flat."""


@contextmanager
def session(
    master: str = LOCAL, options: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """A Spark session whose workers use this very Python and this very Rung."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UserError(
            "Spark", "is not installed.", "Install it: pip install 'rung[spark]' (and Java 17)."
        ) from None
    root = str(Path(__file__).resolve().parents[3])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    here = {"spark.driver.host": "127.0.0.1"} if master.startswith("local") else {}
    settings = {
        **here,
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS),
        "spark.executorEnv.PYTHONPATH": path,
        "spark.ui.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        **(options or {}),
    }
    builder = SparkSession.builder.master(master).appName("rung")
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        made = builder.getOrCreate()
    except Exception as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise UserError(
            f"Spark at {master}", f"does not answer: {first}", "Check the address and Java."
        ) from None
    made.sparkContext.setLogLevel("ERROR")
    try:
        yield made
    finally:
        made.stop()


def schema(columns: Mapping[str, str]) -> str:
    """Our columns in Spark's words."""
    return ", ".join(f"`{name}` {_type(kind)}" for name, kind in columns.items())


def _type(kind: str) -> str:
    return f"array<{_TYPES[kind[:-2]]}>" if kind.endswith("[]") else _TYPES[kind]


def mapped(
    spark: SparkSession,
    files: Sequence[Path],
    wanted: Sequence[str],
    function: Callable[[pa.RecordBatch], pa.RecordBatch],
    columns: Mapping[str, str],
) -> DataFrame:
    """``function`` of every batch of the files' rows; ``name`` is the file each row is from."""
    from pyspark.sql import functions as f

    rows = spark.read.parquet(*[str(file) for file in files]).select(
        *wanted, f.regexp_extract(f.input_file_name(), r"([^/]+)\.parquet", 1).alias("name")
    )

    def each(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            made: Any = function(batch)
            yield made.append_column("name", batch.column("name"))

    return rows.mapInArrow(each, f"{schema(columns)}, `name` string")


def views(spark: SparkSession, tables: Mapping[str, Sequence[Path]]) -> None:
    """Files as tables that SQL can name."""
    for name, files in tables.items():
        spark.read.parquet(*[str(file) for file in files]).createOrReplaceTempView(name)


def each(
    rows: DataFrame, function: Callable[[pa.RecordBatch], pa.RecordBatch], columns: str
) -> DataFrame:
    """``function`` of every batch of rows; ``columns`` in Spark's words."""

    def all_of(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield from map(function, batches)

    return rows.mapInArrow(all_of, columns)
