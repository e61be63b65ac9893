"""What ads ask and pay, as counted: each record carries its n, sources and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import PlainSerializer

Strength = Literal["required", "preferred", "mentioned"]
Scope = Literal["metro", "country", "region", "all", "family"]


@dataclass(frozen=True, slots=True, order=True)
class AdRef:
    """An ad one can look at: facts, no text. ``seen`` is the ISO date or month it was read."""

    id: str
    title: str
    employer: str
    source: str
    seen: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """k of n ads."""

    k: int
    n: int


@dataclass(frozen=True, slots=True)
class CellSize:
    """A place and how many ads of the role were read there."""

    scope: Scope
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """How many ads ask for one skill in the cell used, and in the exact place asked about."""

    skill: str
    k: int
    n: int
    k_required: int
    k_preferred: int
    exact: Count
    ads: tuple[AdRef, ...]

    @property
    def strength(self) -> Strength:
        """How the ads that name it mostly ask for it."""
        if 2 * self.k_required >= self.k:
            return "required"
        return "preferred" if self.k_preferred > self.k_required else "mentioned"


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """Ads of ``n`` for which this is the lowest degree that will do, by how firmly it is asked."""

    level: str
    required: int
    or_equivalent: int
    preferred: int
    n: int


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Ads that state years of experience, and the quarter marks of the least they ask."""

    stated: Count
    p25: float | None
    p50: float | None
    p75: float | None


@dataclass(frozen=True, slots=True)
class Asks:
    """What ads ask besides skills; ``mba`` is None where that was not looked for."""

    degrees: tuple[DegreeAsked, ...]
    no_degree: Count
    mba: Count | None
    years: YearsAsked


@dataclass(frozen=True, slots=True)
class RoleDemand:
    """What ads for a role ask, in the nearest place with enough of them.

    ``ladder`` holds the size of every cell from the exact place outwards; ``used`` is the
    label of the one counted ("all places, 2025–2026"), ``scope`` its kind, ``why`` says in
    words why it was used when the exact cell was too small. ``asked`` holds, for each ad of
    the cell used, the skills it requires (all it names where it marks fewer than three); it is
    empty where other roles' ads had to be counted.
    """

    role: str
    place: str
    scope: Scope
    used: str
    n: int
    first: str
    last: str
    sources: tuple[str, ...]
    ladder: tuple[CellSize, ...]
    why: str
    skills: tuple[SkillDemand, ...]
    asked: tuple[Annotated[frozenset[str], PlainSerializer(sorted, list[str])], ...] = ()
    besides: Asks | None = None


@dataclass(frozen=True, slots=True)
class PayBand:
    """Posted base pay: quantiles over ads' midpoints, one record an ad.

    ``low``, ``mid``, ``high`` are p25, p50, p75. ``place`` and ``level`` say what the cell
    really covers; ``note`` says where that differs from what was asked for. ``guide`` is
    what a career guide states, shown beside it; ``guide_range`` its two ends where it speaks
    of the band's own currency, so that both can stand on one axis, and ``guide_at`` where they
    lie in it. Where a band is estimated,
    ``borrowed`` says from which other ads, and ``later`` how such bands held for ads that
    came after; ``width`` is how many times its low end an ad's own high end typically is.
    """

    low: int
    mid: int
    high: int
    p10: int
    p25: int
    p50: int
    p75: int
    p90: int
    currency: str
    period: str
    basis: str
    n: int
    distinct: int
    first: str
    last: str
    years: tuple[int, ...]
    place: str
    level: str
    role: str
    source: str
    confidence: str
    note: str = ""
    guide: str = ""
    guide_range: tuple[int, int] | None = None
    guide_at: str = ""
    borrowed: str = ""
    later: str = ""
    width: float | None = None


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """Which snapshot the figures come from and how old it is."""

    version: str
    first: str
    last: str
    ads: int
