"""Ads and pay as data: what is asked and paid, each figure with its count and dates."""

from rung.market.build import build_snapshot
from rung.market.demand import demand, demands
from rung.market.pay import pay_band
from rung.market.places import resolve_place
from rung.market.snapshot import PACKAGED, Snapshot, load
from rung.market.stats import SnapshotStats, stats

__all__ = [
    "PACKAGED",
    "Snapshot",
    "SnapshotStats",
    "build_snapshot",
    "demand",
    "demands",
    "load",
    "pay_band",
    "resolve_place",
    "stats",
]
