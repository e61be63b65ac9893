"""The records every room shares: where a fact stands, and what a number rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Evidence = Literal["absent", "claimed", "evidenced", "verified"]
"""How well a person's skill is shown; each is stronger than the one before it."""

EVIDENCE_ORDER: tuple[Evidence, ...] = ("absent", "claimed", "evidenced", "verified")

SkillLevel = Literal["basic", "working"]
"""The two steps a plan can take in one skill."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document.

    Why: "you have X" is only said beside the line it was read from. ``start`` and ``end``
    are character offsets into the text of ``page`` (counted from 1) as Rung read it, and
    ``text`` is exactly that slice.
    """

    document: str
    page: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``ok`` is None where it is neither good nor bad."""

    what: str
    ok: bool | None
    said: str
    then: str = ""
    """What to do, where something should be done."""


@dataclass(frozen=True, slots=True)
class Abstained:
    """No number, and the reason in words, because too little was observed."""

    reason: str
    n: int = 0


@dataclass(frozen=True, slots=True)
class HoursRange:
    """Hours with their spread; plans add up ``likely``."""

    low: float
    likely: float
    high: float

    def scaled(self, factor: float) -> HoursRange:
        """The range times ``factor``, to half an hour and never nothing.

        Why halves: a plan in tenths of an hour claims a precision no estimate has.
        """
        low, likely, high = (max(0.5, round(2 * h * factor) / 2) for h in self._parts())
        return HoursRange(low, likely, high)

    def share(self, factor: float) -> HoursRange:
        """At most the range times ``factor``, in tenths rounded down."""
        low, likely, high = (int(10 * h * factor + 1e-9) / 10 for h in self._parts())
        return HoursRange(low, likely, high)

    def _parts(self) -> tuple[float, float, float]:
        return (self.low, self.likely, self.high)
