"""What the tasks share: tables, intervals, the shared folder."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bench.gold_texts import ROOT

SKILLS = ROOT.parent / "shared" / "data" / "skills"
T = TypeVar("T")


def table(name: str, sql: str = "SELECT * FROM t") -> list[dict[str, Any]]:
    """Rows of a shared table as dicts."""
    import duckdb

    path = str(SKILLS / name)
    cursor = duckdb.execute(sql.replace("FROM t", f"FROM '{path}'"))
    names = [c[0] for c in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def interval(units: Sequence[T], value: Callable[[Sequence[T]], float], draws: int = 2000) -> str:
    """A value with its 95 % bootstrap interval over units (ads or sentences)."""
    draw = random.Random(20261126)  # noqa: S311 (a bootstrap, nothing secret)
    values = sorted(value(draw.choices(units, k=len(units))) for _ in range(draws))
    low, high = values[int(0.025 * draws)], values[int(0.975 * draws) - 1]
    return f"{value(units):.3f} [{low:.3f}, {high:.3f}]"


def f1(right: int, read: int, gold: int) -> float:
    """F1 of counts."""
    return 2 * right / (read + gold) if read + gold else 0.0
