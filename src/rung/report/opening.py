"""The answer in one paragraph and its key figures: what is read first, perhaps alone."""

from __future__ import annotations

from rung.app.answer import Answer, NoPay
from rung.report import words
from rung.report.outline import Fact, demand_basis, last_day


def paragraph(answer: Answer) -> tuple[str, ...]:
    """Can it be done, hours, date; ads opened; nearest roles; level; pay."""
    found = (
        answer.plan.reason,
        _hours(answer),
        _reach(answer),
        _nearest(answer),
        _level(answer),
        _pay(answer),
    )
    return tuple(sentence for sentence in found if sentence)


def facts(answer: Answer) -> tuple[Fact, ...]:
    """The figures a reader looks for, each with its basis."""
    found = (
        _hours_fact(answer),
        _date_fact(answer),
        _odds_fact(answer),
        _reach_fact(answer),
        _level_fact(answer),
        _pay_fact(answer),
    )
    return tuple(fact for fact in found if fact)


def _hours(answer: Answer) -> str:
    plan, end = answer.plan, last_day(answer.plan)
    if end is None:
        return ""
    span = f"from {words.day(plan.weeks[0].start)} to {words.day(end)}"
    hours = (
        f"{words.total(plan.total_hours)} hours (between {words.total(plan.low_hours)} and "
        f"{words.total(plan.high_hours)})"
    )
    if plan.feasible:
        return f"The plan below takes {hours} and runs {span}."
    return f"The steps below are the best use of the time there is: {hours}, {span}."


def _reach(answer: Answer) -> str:
    reach = answer.plan.reach
    if reach is None:
        return ""
    return (
        f"Of {words.several(reach.n, 'ad')} ({answer.demand.used}) your résumé covers enough for "
        f"{reach.before:,} today and for {reach.after:,} after the plan."
    )


def _nearest(answer: Answer) -> str:
    if not answer.fit:
        return ""
    named = [f"{f.label} ({f.tier}, {f.score} of 100)" for f in answer.fit[:3]]
    place = next((i for i, f in enumerate(answer.fit, 1) if f.role == answer.goal.role), None)
    goal = "" if place is None else f" Your goal ranks {place} of {len(answer.fit)}."
    return f"Nearest to what you show today: {words.listed(named)}.{goal}"


def _level(answer: Answer) -> str:
    level = answer.level
    if level.id is None:
        return f"Level: not stated. {level.note}"
    return f"Your documents carry the level {level.label} ({level.confidence} confidence)."


def _pay(answer: Answer) -> str:
    pay = answer.pay
    if isinstance(pay, NoPay):
        return f"Pay: no figure. {words.opening(pay.abstained)}"
    return (
        f"Posted pay: {words.band(pay)} a {pay.period}, middle {pay.p50:,} "
        f"({words.pay_basis(pay)})."
    )


def _hours_fact(answer: Answer) -> Fact:
    plan = answer.plan
    if not plan.steps:
        return Fact("Hours", f"0 of {words.total(plan.budget_hours)}", "nothing is planned")
    return Fact(
        "Hours",
        f"{words.total(plan.total_hours)} of {words.total(plan.budget_hours)}",
        f"planned, of those you have; likely, between {words.total(plan.low_hours)} and "
        f"{words.total(plan.high_hours)}",
    )


def _date_fact(answer: Answer) -> Fact | None:
    plan, end = answer.plan, last_day(answer.plan)
    if not plan.feasible and plan.earliest:
        return Fact(
            "Earliest date",
            words.day(plan.earliest),
            f"for the core of the role at {words.hours(answer.goal.hours_per_week)} hours a week",
        )
    if end is None:
        return None
    ahead = (answer.goal.by - end).days
    before = f"{words.several(ahead, 'day')} before your deadline" if ahead > 0 else "your deadline"
    late = "; later if steps take their high hours" if plan.high_hours > plan.budget_hours else ""
    return Fact("Done by", words.day(end), f"at the likely hours, {before}{late}")


def _odds_fact(answer: Answer) -> Fact | None:
    found = answer.plan.odds
    if found is None:
        return None
    core = f"simulated cases; the core in {round(100 * found.core)}"
    return Fact(
        "Done in time", f"{round(100 * found.everything)} of 100", f"{core}. {found.rests_on}"
    )


def _reach_fact(answer: Answer) -> Fact | None:
    reach = answer.plan.reach
    if reach is None:
        return None
    return Fact(
        "Ads you could answer",
        f"{reach.before:,} → {reach.after:,} of {reach.n:,}",
        f"that name a technical skill, of {demand_basis(answer, brief=True)}",
    )


def _level_fact(answer: Answer) -> Fact:
    level = answer.level
    years = "" if level.years is None else f"; {level.years:.1f} years of dated work"
    if level.id is None:
        return Fact("Level", "Not stated", level.note)
    return Fact("Level", level.label, f"{level.confidence} confidence{years}")


def _pay_fact(answer: Answer) -> Fact:
    pay = answer.pay
    if isinstance(pay, NoPay):
        return Fact("Pay", "No figure", words.opening(pay.abstained))
    return Fact("Posted pay", words.band(pay), f"a {pay.period}; {words.pay_basis(pay)}")
