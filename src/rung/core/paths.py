"""Where Rung keeps things on this machine: one folder to copy, or to delete."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "RUNG_HOME"


def home() -> Path:
    """What the person owns: their catalogue files and, one day, their data.

    ``RUNG_HOME`` overrides it, so that everything of Rung's can stand in one folder.
    """
    if own := os.environ.get(HOME_VARIABLE):
        return Path(own).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("rung", appauthor=False))


def cache() -> Path:
    """What can be made again at any time."""
    if os.environ.get(HOME_VARIABLE):
        return home() / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_dir("rung", appauthor=False))
