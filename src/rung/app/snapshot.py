"""Building the bundled figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from rung import market
from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.records import SnapshotInfo

Progress = Callable[[int, int, str], None]


def make_snapshot(source: Path, out: Path | None, as_of: date, progress: Progress) -> SnapshotInfo:
    """Count the ads in ``source`` into ``out``, by default where the package keeps its figures."""
    if not source.is_dir():
        raise UserError(str(source), "is not a folder.", "Give the folder that holds the ads.")
    return market.build_snapshot(
        source, out or market.PACKAGED, as_of=as_of, catalogue=load(), progress=progress
    )
