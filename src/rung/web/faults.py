"""A fault in Rung, told to the log without what it was about."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

LOG = logging.getLogger("rung.web")


def log(place: str, error: Exception) -> None:
    """Note the kind of a fault and the lines that led to it.

    Why not its message: it may hold what people wrote, and logs are passed on. An address comes
    from outside, so it can't forge a line.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = ", ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
    LOG.error("fault in %s: %s at %s", ascii(place), type(error).__name__, lines)
