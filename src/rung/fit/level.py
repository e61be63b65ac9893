"""Which rung of the ladder a person stands on, and what the next one asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from rung.catalogue.load import Catalogue
from rung.catalogue.records import LadderLevel
from rung.core.records import Span
from rung.fit.records import LevelReading, NextRung, Reason
from rung.profile.records import Profile

SIGNALS_NEEDED = 2
"""Lines showing a rung's scope that stand in for its title."""

YEARS_ALONE = ("junior", "mid")
"""Rungs that years decide; those above need a title or lines that show their scope."""


def read_level(catalogue: Catalogue, profile: Profile) -> LevelReading:
    """The highest rung whose years are reached and whose scope a title or lines show.

    Why both: ten years of the same work are not a staff engineer's, and a title after one
    year isn't either. Without dated positions Rung abstains.
    """
    ladder = sorted(
        (lv for lv in catalogue.levels.values() if lv.track == "ic"), key=lambda lv: lv.order
    )
    if profile.years is None:
        return _unknown("No position has readable dates, so no level can be stated.")
    reached = [lv for lv in ladder if profile.years >= lv.years[0]]
    if not reached:
        return _unknown("The ladder has no rung for this.")
    shown = {lv.id: _evidence(lv, profile) for lv in ladder}
    stand = _stand(reached, shown)
    managed = _management(catalogue, profile)
    above = [lv for lv in ladder if lv.order > stand.order]
    return LevelReading(
        id=stand.id,
        label=stand.label,
        years=profile.years,
        confidence=_confidence(stand, reached[-1], shown),
        evidence=(_years_reason(profile, profile.years), *shown[stand.id], *managed),
        next=_next(above[0], profile) if above else None,
        note=_note(stand, reached[-1], profile.years),
        guide=stand.guide or "",
    )


def _stand(reached: Sequence[LadderLevel], shown: dict[str, tuple[Reason, ...]]) -> LadderLevel:
    stand = reached[0]
    for rung in reached:
        titled = any(r.text.startswith("Title") for r in shown[rung.id])
        if rung.id in YEARS_ALONE or titled or len(shown[rung.id]) >= SIGNALS_NEEDED:
            stand = rung
    return stand


def _unknown(note: str) -> LevelReading:
    return LevelReading(None, "not stated", None, "none", (), None, note)


def _years_reason(profile: Profile, years: float) -> Reason:
    spans = tuple(w.period.span for w in profile.work if w.period)[:4]
    return Reason(f"{years:.1f} years of dated work, overlaps counted once", spans)


def _evidence(rung: LadderLevel, profile: Profile) -> tuple[Reason, ...]:
    titles = [
        Reason(f"Title: {w.title.value}", (w.title.span,))
        for w in profile.work
        if w.title and _names(w.title.value, rung.titles)
    ]
    lines = [
        Reason("A line that shows this scope", (line,))
        for work in profile.work
        for line in work.lines
        if _signals(line, rung)
    ]
    return (*titles[:2], *lines[:4])


def _names(title: str, words: Sequence[str]) -> bool:
    return any(_has(title, w) for w in words)


def _signals(line: Span, rung: LadderLevel) -> tuple[str, ...]:
    return tuple(s for s in rung.signals if _has(line.text, s))


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text.casefold()) is not None


NOT_A_MANAGER_OF_PEOPLE = re.compile(r"\b(product|project|program(me)?|account|office|community)\b")
"""Words before "manager" that name what is managed: no people."""


def _management(catalogue: Catalogue, profile: Profile) -> tuple[Reason, ...]:
    managers = [lv for lv in catalogue.levels.values() if lv.track == "management"]
    found = [
        r
        for lv in managers
        for r in _evidence(lv, profile)
        if r.spans and not NOT_A_MANAGER_OF_PEOPLE.search(r.text.casefold())
    ]
    return tuple(Reason("Also on the management track", r.spans) for r in found[:1])


def _confidence(
    stand: LadderLevel, by_years: LadderLevel, shown: dict[str, tuple[Reason, ...]]
) -> Literal["high", "medium", "low"]:
    if stand.id == by_years.id:
        return "high" if shown[stand.id] else "medium"
    return "medium" if stand.order == by_years.order - 1 else "low"


def _next(rung: LadderLevel, profile: Profile) -> NextRung:
    lines = [line for w in profile.work for line in w.lines]
    seen = {s for line in lines for s in _signals(line, rung)}
    missing = tuple(s for s in rung.signals if s not in seen)
    return NextRung(rung.id, rung.label, tuple(rung.asks), missing[:5])


def _note(stand: LadderLevel, by_years: LadderLevel, years: float) -> str:
    if stand.id == by_years.id:
        return f"Years and scope agree: {stand.scope}"
    return (
        f"{years:.1f} years would reach {by_years.label}, but no title and fewer than "
        f"{SIGNALS_NEEDED} lines show its scope, so {stand.label} is what the documents carry."
    )
