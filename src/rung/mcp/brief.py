"""A plan in the length an assistant can tell: the whole answer is twenty times as long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rung.app.answer import Answer, NoPay
from rung.core.records import HoursRange
from rung.plan.records import Dropped, Odds
from rung.report import outline, words


@dataclass(frozen=True, slots=True)
class BriefStep:
    """One step: what, how long, after which steps, in which weeks, why, and what ends it."""

    number: int
    id: str
    label: str
    kind: str
    core: bool
    hours: HoursRange
    after: tuple[int, ...]
    weeks: str
    why: str
    done_when: str


@dataclass(frozen=True, slots=True)
class BriefPlan:
    """A plan told shortly. ``counted_over`` says which ads its counts rest on."""

    role: str
    place: str | None
    hours_per_week: float
    by: date
    kept: bool
    """Whether it is now the plan the person lives with."""
    feasible: bool
    reason: str
    earliest: date | None
    add_hours: float | None
    total_hours: float
    budget_hours: float
    odds: Odds | None
    steps: tuple[BriefStep, ...]
    dropped: tuple[Dropped, ...]
    nearest_roles: tuple[str, ...]
    level: str
    level_note: str
    pay: str
    counted_over: str
    unknown: tuple[str, ...]


def brief(answer: Answer, *, kept: bool) -> BriefPlan:
    """An answer told shortly."""
    plan = answer.plan
    return BriefPlan(
        role=answer.goal.role_label,
        place=answer.goal.place,
        hours_per_week=answer.goal.hours_per_week,
        by=answer.goal.by,
        kept=kept,
        feasible=plan.feasible,
        reason=plan.reason,
        earliest=plan.earliest,
        add_hours=plan.add_hours,
        total_hours=plan.total_hours,
        budget_hours=plan.budget_hours,
        odds=plan.odds,
        steps=tuple(_step(p) for p in outline.placed(plan)),
        dropped=plan.drop,
        nearest_roles=tuple(f"{f.label}: {f.tier}, {f.score} of 100" for f in answer.fit[:5]),
        level=answer.level.label,
        level_note=answer.level.note,
        pay=_pay(answer),
        counted_over=outline.demand_basis(answer),
        unknown=answer.unknown,
    )


def _step(placed: outline.Placed) -> BriefStep:
    step = placed.step
    return BriefStep(
        placed.number,
        step.id,
        step.label,
        step.kind,
        step.core,
        step.hours,
        placed.after,
        placed.weeks,
        step.why,
        step.evidence_wanted,
    )


def _pay(answer: Answer) -> str:
    pay = answer.pay
    if isinstance(pay, NoPay):
        return f"No figure: {pay.abstained}"
    return f"{words.band(pay)} a {pay.period}, middle {pay.p50:,} ({words.pay_basis(pay)})"
