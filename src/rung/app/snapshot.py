"""Building figures such as the bundled ones, and holding two against each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from rung import market
from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.compare import Difference, compare
from rung.market.manifest import NAME
from rung.market.records import SnapshotInfo

Progress = Callable[[int, int, str], None]


def make_snapshot(
    source: Path,
    out: Path | None,
    as_of: date,
    progress: Progress,
    *,
    before: Path | None = None,
) -> SnapshotInfo:
    """Count the ads in ``source`` into ``out``; ``before`` is what it will be held against.

    Why no default: writing over an installed package's figures must be asked for.
    """
    if out is None:
        raise UserError("--out", "is missing.", "Name the folder to write the figures to.")
    if before is not None and before.resolve() == out.resolve():
        raise UserError(str(out), "would be written over what it is compared with.", "Copy it.")
    if not source.is_dir():
        raise UserError(str(source), "is not a folder.", "Give the folder that holds the ads.")
    if out.exists() and not out.is_dir():
        raise UserError(str(out), "is a file.", "Give --out a folder, new or existing.")
    return market.build_snapshot(source, out, as_of=as_of, catalogue=load(), progress=progress)


def difference(old: Path, new: Path | None) -> Difference:
    """What changed from the figures in ``old`` to those in ``new``, or to the bundled ones."""
    for folder in filter(None, (old, new)):
        if not (folder / NAME).is_file():
            raise UserError(str(folder), "holds no figures.", "Give a folder that --out made.")
    return compare(market.load(old), market.load(new) if new else market.load())
