"""What the two career guides name, point by point, and which record answers it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from rung.catalogue.records.base import Day, Record, Slug, Text


class GuideAtom(Record, frozen=True, kw_only=True):
    """One point of a guide: its short name of ours, where it stands, and its record.

    Exactly one of ``skill``, ``responsibility``, ``role`` and ``level`` is set.
    """

    atom: Annotated[str, Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$")]
    guide: Literal["structured", "prose"]
    line: int
    skill: Slug | None = None
    responsibility: str | None = None
    role: Slug | None = None
    level: Slug | None = None

    def __post_init__(self) -> None:
        given = [x for x in (self.skill, self.responsibility, self.role, self.level) if x]
        if len(given) != 1:
            raise ValueError("name exactly one of skill, responsibility, role, level")


class GuideClaims(Record, frozen=True, kw_only=True):
    """Every point of both guides, so that none is left without a record."""

    atoms: tuple[GuideAtom, ...]
    source: Text
    as_of: Day
