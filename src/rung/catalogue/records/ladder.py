"""The rungs of the ladder."""

from __future__ import annotations

from typing import Literal

from rung.catalogue.records.base import Day, Record, Slug, Text


class LadderLevel(Record, frozen=True, kw_only=True):
    """A rung of the ladder. ``years`` is the usual span of relevant years, [from, to)."""

    id: Slug
    label: Text
    order: int
    track: Literal["ic", "management"]
    years: tuple[float, float | None]
    titles: tuple[str, ...]
    scope: Text
    signals: tuple[str, ...]
    """Lower-case phrases in a résumé that show this scope."""
    asks: tuple[Text, ...]
    """What the rung asks for, so that the one below can aim at it."""
    guide: Text | None = None
    source: Text
    as_of: Day
