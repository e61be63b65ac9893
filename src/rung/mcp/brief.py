"""Plans and counts in the length an assistant can tell: the whole is twenty times as long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rung.app.answer import Answer, DemandNote, NoPay
from rung.app.demand import DemandAnswer, SkillAsked
from rung.app.plan import demand_note
from rung.core.records import HoursRange
from rung.market.records import SnapshotInfo
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
    """A plan told shortly. ``counted_over`` says which ads its counts rest on, ``whole`` holds
    the answer it was told from where that was asked for.
    """

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
    whole: Answer | None


@dataclass(frozen=True, slots=True)
class BriefDemand:
    """What ads ask; ``counted`` says which ads, ``own`` whether they are this machine's own."""

    role: str
    own: bool
    snapshot: SnapshotInfo
    level: str
    counted: DemandNote
    skills: tuple[SkillAsked, ...]
    guide_only: tuple[str, ...]
    """Skills a career guide lists for the role that no ad counted here asks."""

    note: str


def brief(answer: Answer, *, kept: bool, full: bool = False) -> BriefPlan:
    """An answer told shortly, and beside it the whole one where ``full``."""
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
        whole=answer if full else None,
    )


def brief_demand(found: DemandAnswer, most: int) -> BriefDemand:
    """Counts without what each single ad asks; the first ``most`` skills."""
    return BriefDemand(
        role=found.role,
        own=found.own,
        snapshot=found.snapshot,
        level=found.level,
        counted=demand_note(found.counted),
        skills=found.skills[:most],
        guide_only=found.guide_only,
        note=found.note,
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
