"""Likeness joins and connected components on Spark, for more rows than one machine holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

MOST_ROUNDS = 60
"""Rounds of joining: each about halves the longest chain, so none is ever needed beyond."""


def ordered(rows: DataFrame, by: Sequence[str]) -> DataFrame:
    """``rows`` with an ``id`` that rises in the order of ``by``; ids may have gaps."""
    from pyspark.sql import functions as f

    return rows.orderBy(*(f.expr(one) for one in by)).withColumn(
        "id", f.monotonically_increasing_id()
    )


def near(rows: DataFrame, bands: int, width: int, window: int) -> DataFrame:
    """Pairs (``a`` < ``b``) of ids whose ``sketch`` shares a band, each with the few before it.

    A sketch is a count and then ``bands`` bands of ``width`` numbers, or empty.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    spread = rows.where(f.size("sketch") > 0).select(
        "id",
        f.explode(
            f.array(
                *(
                    f.struct(
                        f.lit(band).alias("band"),
                        f.xxhash64(f.slice("sketch", 2 + band * width, width)).alias("bucket"),
                    )
                    for band in range(bands)
                )
            )
        ).alias("at"),
    )
    # Hash first, order after: a bucket of any size streams through its window.
    bucket = Window.partitionBy("at.band", "at.bucket").orderBy("id").rowsBetween(-window, -1)
    held = spread.withColumn("before", f.collect_list("id").over(bucket))
    return held.select(f.explode("before").alias("a"), f.col("id").alias("b")).distinct()


def kept(
    pairs: DataFrame,
    rows: DataFrame,
    columns: Sequence[str],
    verdict: Callable[[pa.RecordBatch], Sequence[bool]],
) -> DataFrame:
    """The pairs that ``verdict`` is true of; it sees ``columns`` of both, ``a_…``, ``b_…``."""
    from pyspark.sql import functions as f

    def side(name: str) -> DataFrame:
        renamed = (f.col(c).alias(f"{name}_{c}") for c in columns)
        return rows.select(f.col("id").alias(name), *renamed)

    both = pairs.join(side("a"), "a").join(side("b"), "b")

    def judged(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        for batch in batches:
            mask = pa.array(verdict(batch), pa.bool_())
            yield batch.select(["a", "b"]).filter(mask)

    return both.mapInArrow(judged, "a bigint, b bigint")


def components(edges: DataFrame) -> DataFrame:
    """Each id that has an edge, with the smallest id it is joined to (``id``, ``root``).

    Kiveris et al. 2014, "Connected components in MapReduce and beyond": large and small stars in
    turn until nothing moves; a round is two groupings, and long chains shrink geometrically.
    """
    from pyspark.sql import functions as f

    def stars(found: DataFrame, *, large: bool) -> DataFrame:
        turned = found.select(f.col("b").alias("u"), f.col("a").alias("v"))
        if large:
            turned = turned.union(found.select(f.col("a").alias("u"), f.col("b").alias("v")))
        least = turned.groupBy("u").agg(f.min("v").alias("m"))
        joined = turned.join(least, "u").withColumn("m", f.least("u", "m"))
        linked = joined.where("v > u" if large else "true").select(
            f.col("m").alias("a"), f.col("v").alias("b")
        )
        if not large:
            linked = linked.union(joined.select(f.col("m").alias("a"), f.col("u").alias("b")))
        return linked.where("a <> b").distinct()

    found = edges.localCheckpoint()
    told = _sum(found)
    for _ in range(MOST_ROUNDS):
        found = stars(stars(found, large=True), large=False).localCheckpoint()
        now = _sum(found)
        if now == told:
            break
        told = now
    return found.groupBy(f.col("b").alias("id")).agg(f.min("a").alias("root"))


def named(rows: DataFrame, roots: DataFrame, name: str, root: str) -> DataFrame:
    """The ``name`` of each row and, as ``root``, that of the row it is joined to (or its own)."""
    from pyspark.sql import functions as f

    first = rows.select(f.col("id").alias("root"), f.col(name).alias("named"))
    held = rows.select("id", name).join(roots, "id", "left")
    found = held.withColumn("root", f.coalesce("root", "id")).join(first, "root")
    return found.select(name, f.col("named").alias(root))


def _sum(edges: DataFrame) -> tuple[int, int]:
    """How many edges and a hash of them: the same twice means nothing moved."""
    (row,) = edges.selectExpr("count(*)", "coalesce(bit_xor(xxhash64(a, b)), 0)").collect()
    return int(row[0]), int(row[1])
