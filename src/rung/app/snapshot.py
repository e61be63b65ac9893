"""Building figures such as the bundled ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from rung import market
from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.records import SnapshotInfo

Progress = Callable[[int, int, str], None]


def make_snapshot(source: Path, out: Path, as_of: date, progress: Progress) -> SnapshotInfo:
    """Count the ads in ``source`` into ``out``.

    Why no default: writing over an installed package's figures must be asked for.
    """
    if not source.is_dir():
        raise UserError(str(source), "is not a folder.", "Give the folder that holds the ads.")
    if out.exists() and not out.is_dir():
        raise UserError(str(out), "is a file.", "Give --out a folder, new or existing.")
    return market.build_snapshot(source, out, as_of=as_of, catalogue=load(), progress=progress)
