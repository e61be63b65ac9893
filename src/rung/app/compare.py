"""Plans side by side: other hours, days, places or roles, each from where the person stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from rung.app.answer import Answer, NoPay
from rung.app.goal import Request
from rung.core.errors import UserError
from rung.market.records import PayBand
from rung.plan.records import Odds, Reach

ASKED = ("role", "hours", "by", "place", "level", "off", "pin", "drop")
"""What a what-if can change."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One plan in figures. ``added`` and ``left_out`` are steps beside the first variant."""

    label: str
    role_label: str
    rank: int
    roles: int
    """Where the role stands among all by nearness, and how many there are."""
    feasible: bool
    reason: str
    core_hours: float
    budget_hours: float
    total_hours: float
    steps: int
    odds: Odds | None
    earliest: date | None
    add_hours: float | None
    reach: Reach | None
    ads: int
    pay: Annotated[PayBand | NoPay, Field(union_mode="left_to_right")]
    added: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Variants in the order asked for, the plan as it is first."""

    documents: tuple[str, ...]
    variants: tuple[Variant, ...]


def changed(request: Request, text: str) -> Request:
    """A request as "hours=12, by=2027-12-31" would have it; UserError says how one is written."""
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, given, value = part.partition("=")
        name, value = name.strip(), value.strip()
        if not given or not value or name not in ASKED:
            raise UserError(
                f"--what-if {part!r}",
                "is not understood.",
                f"Write it as hours=12, or with: {', '.join(ASKED)}.",
            )
        request = _set(request, name, value)
    return request


def _set(request: Request, name: str, value: str) -> Request:
    if name == "hours":
        try:
            return replace(request, hours=float(value))
        except ValueError:
            raise UserError(f"hours={value}", "is no number.", "Write it as hours=12.") from None
    if name == "off":
        return replace(request, special=(*request.special, value))
    if name == "pin":
        return replace(request, pins=(*request.pins, value))
    if name == "drop":
        return replace(request, drops=(*request.drops, value))
    changes: dict[str, Any] = {name: value}
    return replace(request, **changes)


def compare(named: Sequence[tuple[str, Answer]]) -> Comparison:
    """The answers of ``named`` beside the first of them."""
    first = named[0][1]
    before = {s.id: s.label for s in _steps(first)}
    return Comparison(
        first.person.documents, tuple(_variant(label, a, before) for label, a in named)
    )


def _variant(label: str, answer: Answer, before: dict[str, str]) -> Variant:
    plan = answer.plan
    now = {s.id: s.label for s in _steps(answer)}
    rank = next(i for i, f in enumerate(answer.fit, 1) if f.role == answer.goal.role)
    return Variant(
        label=label,
        role_label=answer.goal.role_label,
        rank=rank,
        roles=len(answer.fit),
        feasible=plan.feasible,
        reason=plan.reason,
        core_hours=plan.core_hours,
        budget_hours=plan.budget_hours,
        total_hours=plan.total_hours,
        steps=len(now),
        odds=plan.odds,
        earliest=plan.earliest,
        add_hours=plan.add_hours,
        reach=plan.reach,
        ads=answer.demand.n,
        pay=answer.pay,
        added=_without(now, before),
        left_out=_without(before, now),
    )


def _steps(answer: Answer) -> Iterable[Any]:
    return (s for s in answer.plan.steps if s.kind != "checkpoint")


def _without(some: dict[str, str], others: dict[str, str]) -> tuple[str, ...]:
    return tuple(label for step, label in some.items() if step not in others)
