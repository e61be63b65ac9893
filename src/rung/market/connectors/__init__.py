"""Sources of ads, one file each; a new file here is a new source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from rung.market.connectors.base import Ask, Connector, Drifted, Page, Target

__all__ = ["Ask", "Connector", "Drifted", "Page", "Target", "connectors"]

GROUP = "rung.connectors"
"""The entry points by which other packages bring connectors."""


@cache
def connectors() -> Mapping[str, Connector]:
    """Every connector by id: ours, and those of installed packages."""
    found: dict[str, Connector] = {}
    for module in sorted(m.name for m in iter_modules(__path__)):
        made = getattr(import_module(f"{__name__}.{module}"), "CONNECTOR", None)
        if isinstance(made, Connector):
            found[made.id] = made
    for entry in entry_points(group=GROUP):
        made = entry.load()
        if isinstance(made, Connector):
            found.setdefault(made.id, made)
    return found
