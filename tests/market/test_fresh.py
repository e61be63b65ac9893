"""The bundled figures are what the ads, the readers and the catalogue of today give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rung.catalogue import load as load_catalogue
from rung.market import build_snapshot, load
from rung.market.snapshot import PACKAGED

STALE = (
    "the bundled figures are stale; run: python3 bootstrap.py run ads snapshot "
    "../shared/data/market --out src/rung/market/data --as-of 2026-11-22"
)


def test_the_bundled_figures_are_fresh(shared: Path, tmp_path: Path) -> None:
    build_snapshot(
        shared / "data" / "market",
        tmp_path,
        as_of=date.fromisoformat(load().info.version),
        catalogue=load_catalogue(),
        progress=lambda *_: None,
    )
    made, bundled = load(tmp_path), load(PACKAGED)
    assert made.readings == bundled.readings, STALE
    assert made.pay == bundled.pay, STALE
    assert made.references == bundled.references, STALE
    assert made.info == bundled.info, STALE
