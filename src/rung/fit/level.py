"""Which rung of the ladder a person stands on, and what the next one asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rung.catalogue.load import Catalogue
from rung.catalogue.records import LadderLevel
from rung.core.records import Span
from rung.fit.records import LevelReading, NextRung, Reason
from rung.profile.records import Profile, Work
from rung.profile.years import counts, years
from rung.reading.titles import role_of

SIGNALS_NEEDED = 2
"""Lines showing a rung's scope that stand in for its title."""

RELATED = re.compile(
    r"\b(?:engineer\w*|developer|programmer|scientist|analyst|analytics|researcher|research"
    r"|statistician|mathematician|physicist|architect|data|software|machine learning|ml|ai|nlp"
    r"|devops|sre|quant\w*|actuar\w*|econom\w*|informatic\w*|cto|postdoc\w*"
    r"|product (?:manager|owner|lead))\b",
    re.IGNORECASE,
)
"""Words of titles whose years carry over to work in AI and ML."""

OF_NO_PEOPLE = re.compile(r"\b(product|project|program(me)?|account|office|community|case)\b")
"""Words in a manager's title that name what is managed: no people."""

YEARS_ALONE = ("junior", "mid")
"""Rungs that years decide; those above need a title or lines that show their scope."""


def read_level(catalogue: Catalogue, profile: Profile, today: date) -> LevelReading:
    """The highest rung whose years are reached and whose scope a title or lines show.

    Why both: ten years of the same work are not a staff engineer's, and a title after one
    year isn't either. Years in other trades don't count, and who manages people stands on
    the management track. Without dated positions Rung abstains.
    """
    related = [w for w in profile.work if is_related(catalogue, w)]
    spent = years(related, today)
    if profile.years is None:
        return _unknown("No position has readable dates, so no level can be stated.")
    if spent is None:
        return _unknown(_elsewhere(catalogue, profile, today))
    managing = _managing(catalogue, related, spent)
    if managing:
        return managing
    ladder = sorted(
        (lv for lv in catalogue.levels.values() if lv.track == "ic"), key=lambda lv: lv.order
    )
    reached = [lv for lv in ladder if spent >= lv.years[0]]
    shown = {lv.id: _evidence(lv, related) for lv in ladder}
    stand = _stand(reached, shown)
    above = [lv for lv in ladder if lv.order > stand.order]
    return LevelReading(
        id=stand.id,
        label=stand.label,
        years=spent,
        confidence=_confidence(stand, reached[-1], shown),
        evidence=(_years_reason(related, spent), *shown[stand.id].reasons()),
        next=_next(above[0], related) if above else None,
        note=_note(stand, reached[-1], spent),
        guide=stand.guide or "",
    )


def lines_showing(catalogue: Catalogue, profile: Profile, rung: LadderLevel) -> tuple[Span, ...]:
    """Lines of related work that show a rung's scope."""
    related = (w for w in profile.work if is_related(catalogue, w))
    return tuple(line for w in related for line in w.lines if _signals(line, rung))


def is_related(catalogue: Catalogue, work: Work) -> bool:
    """Whether a position is work of the field or of the fields people come from."""
    if work.title is None or not counts(work):
        return False
    title = work.title.value
    if _is_trade(catalogue, work):
        return False
    kinds = (p for kind in catalogue.implications.titles for p in kind.phrases)
    known = any(_has(title, p) for p in kinds)
    return known or bool(RELATED.search(title)) or role_of(title, "", catalogue).role is not None


def _is_trade(catalogue: Catalogue, work: Work) -> bool:
    """Whether a position is work of another trade, such as a clinician's."""
    kinds = (kind for kind in catalogue.implications.titles if kind.trade)
    return work.title is not None and any(
        _has(work.title.value, phrase) for kind in kinds for phrase in kind.phrases
    )


def _elsewhere(catalogue: Catalogue, profile: Profile, today: date) -> str:
    """Why dated work carries no rung of this ladder, with respect for what it carries."""
    trade = [w for w in profile.work if counts(w) and _is_trade(catalogue, w)]
    spent = years(trade, today)
    if spent is None or trade[0].title is None:
        return (
            "No dated position is in technology, data, research or product work. A first role of "
            "that kind usually starts at junior level."
        )
    return (
        f"Your {spent:.1f} years as {trade[0].title.value} are seniority in your own field. The "
        "rungs here are those of technical and product work, so none is stated; roles that need "
        "your field take that seniority as what is scarce."
    )


def _managing(catalogue: Catalogue, related: Sequence[Work], spent: float) -> LevelReading | None:
    """The rung of the management track the newest title names, if it names one."""
    ladder = [lv for lv in catalogue.levels.values() if lv.track == "management"]
    newest = next((w for w in related if w.period and w.period.current), None)
    newest = newest or (related[0] if related else None)
    if newest is None or newest.title is None or OF_NO_PEOPLE.search(newest.title.value.casefold()):
        return None
    named = [lv for lv in ladder if _names(newest.title.value, lv.titles)]
    if not named:
        return None
    stand = max(named, key=lambda lv: lv.order)
    above = [lv for lv in ladder if lv.order > stand.order]
    lines = tuple(line for line in newest.lines if _signals(line, stand))
    evidence = (
        _years_reason(related, spent),
        Reason(f"Title: {newest.title.value}", (newest.title.span,)),
        *(Reason("A line that shows this scope", (line,)) for line in lines[:4]),
    )
    return LevelReading(
        id=stand.id,
        label=stand.label,
        years=spent,
        confidence="high" if lines else "medium",
        evidence=evidence,
        next=_next(above[0], related) if above else None,
        note=f"The newest title is on the management track: {stand.scope}",
        guide=stand.guide or "",
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What shows one rung: titles that name it, lines that show its scope."""

    titles: tuple[Reason, ...]
    lines: tuple[Reason, ...]

    def reasons(self) -> tuple[Reason, ...]:
        """Titles first; no more than a person reads."""
        return (*self.titles[:2], *self.lines[:4])


def _stand(reached: Sequence[LadderLevel], shown: Mapping[str, _Shown]) -> LadderLevel:
    stand = reached[0]
    for rung in reached:
        enough = shown[rung.id].titles or len(shown[rung.id].lines) >= SIGNALS_NEEDED
        if rung.id in YEARS_ALONE or enough:
            stand = rung
    return stand


def _unknown(note: str) -> LevelReading:
    return LevelReading(None, "not stated", None, "none", (), None, note)


def _years_reason(related: Sequence[Work], spent: float) -> Reason:
    spans = tuple(w.period.span for w in related if w.period)[:4]
    return Reason(f"{spent:.1f} years of dated work in the field, overlaps counted once", spans)


def _evidence(rung: LadderLevel, related: Sequence[Work]) -> _Shown:
    titles = tuple(
        Reason(f"Title: {w.title.value}", (w.title.span,))
        for w in related
        if w.title and _names(w.title.value, rung.titles)
    )
    lines = tuple(
        Reason("A line that shows this scope", (line,))
        for work in related
        for line in work.lines
        if _signals(line, rung)
    )
    return _Shown(titles, lines)


def _names(title: str, words: Sequence[str]) -> bool:
    return any(_has(title, w) for w in words)


def _signals(line: Span, rung: LadderLevel) -> tuple[str, ...]:
    return tuple(s for s in rung.signals if _has(line.text, s))


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text.casefold()) is not None


def _confidence(
    stand: LadderLevel, by_years: LadderLevel, shown: Mapping[str, _Shown]
) -> Literal["high", "medium", "low"]:
    if stand.id == by_years.id:
        return "high" if shown[stand.id].lines else "medium"
    return "medium" if stand.order == by_years.order - 1 else "low"


def _next(rung: LadderLevel, related: Sequence[Work]) -> NextRung:
    lines = [line for w in related for line in w.lines]
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
