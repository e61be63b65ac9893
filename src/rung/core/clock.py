"""The machine's clock: the default where a time isn't given; everything else is told the time."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """This moment, with the person's own time zone."""
    return datetime.now().astimezone()
