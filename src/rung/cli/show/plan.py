"""A plan on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from rung.app.answer import Answer, NoPay
from rung.app.plan import Planned
from rung.cli.show.base import heading
from rung.cli.show.person import gap_table, quote
from rung.market.records import PayBand
from rung.plan.records import Step
from rung.report import outline, words


def summary(answer: Answer, console: Console) -> None:
    """The answer a person can act on tomorrow."""
    goal = answer.goal
    where = f" in {goal.place}" if goal.place else ""
    hours = f"{goal.hours_per_week:g} {words.noun(goal.hours_per_week, 'hour')} a week"
    heading(console, f"{goal.role_label}{where}", f", by {goal.by} at {hours}")
    console.print()
    _fit(answer, console)
    _level(answer, console)
    _pay(answer, console)
    console.print()
    _gap(answer, console)
    console.print()
    _plan(answer, console)
    snapshot = answer.snapshot
    console.print(
        f"\nAds: snapshot {snapshot.version}, {snapshot.ads} ads read {snapshot.first} to "
        f"{snapshot.last}. Hours are estimates.",
        style="dim",
    )


def _fit(answer: Answer, console: Console) -> None:
    ranked = ", ".join(f"{f.label} {f.tier} ({f.score})" for f in answer.fit[:3])
    console.print(f"Nearest roles: {ranked}")
    wanted = next(f for f in answer.fit if f.role == answer.goal.role)
    place = answer.fit.index(wanted) + 1
    console.print(
        f"Your goal ranks {place} of {len(answer.fit)}: {wanted.tier} ({wanted.score}/100)",
    )
    for reason in wanted.for_[:2]:
        line = f" {quote(reason.spans[0], 70)}" if reason.spans else ""
        console.print(f"  + {reason.text}{outline.follows(answer, reason.skill)}{line}")
    for reason in wanted.against[:2]:
        asked = f" ({reason.count.k} of {reason.count.n} ads ask)" if reason.count else ""
        console.print(f"  − {reason.text}{asked}")


def _level(answer: Answer, console: Console) -> None:
    level = answer.level
    if level.id is None:
        console.print(f"Level: not stated. {level.note}")
        return
    above = f" Next: {level.next.label}." if level.next else ""
    console.print(
        f"Level your documents carry: {level.label} ({level.confidence} confidence).{above}"
    )


def _pay(answer: Answer, console: Console) -> None:
    console.print(f"Pay: {pay_text(answer.pay)}")


def pay_text(pay: PayBand | NoPay) -> str:
    """A pay band in one sentence, or why there is none."""
    if isinstance(pay, NoPay):
        return pay.abstained
    years = f"{pay.first} to {pay.last}"
    note = f" {pay.note}" if pay.note else ""
    return (
        f"{pay.currency} {pay.p25:,}–{pay.p75:,} a {pay.period}, middle {pay.p50:,} "
        f"({pay.basis}; {words.several(pay.n, 'ad')}, {pay.place}, {pay.level}, {years}; "
        f"{pay.confidence} confidence).{note}"
    )


def _gap(answer: Answer, console: Console) -> None:
    note = answer.demand
    console.print(
        f"What {words.several(note.n, 'ad')} ({note.used}) ask and your documents don't show:"
    )
    lacking = [r for r in answer.gap if r.evidence in ("absent", "claimed") and r.kind != "human"]
    console.print(gap_table(lacking, outline.exact_place(note), most=10))
    if said := outline.sentences(note.why, outline.exact_note(note)):
        console.print(said, style="dim")
    if asked := outline.besides(note.besides):
        console.print(asked)


def _plan(answer: Answer, console: Console) -> None:
    plan = answer.plan
    style = "bold green" if plan.feasible else "bold yellow"
    console.print(plan.reason, style=style)
    if asked := outline.credentials(plan):
        console.print(asked)
    if plan.search:
        for part in plan.search.parts:
            console.print(f"  {part.hours:g} h a week: {part.what}")
        console.print(f"  {plan.search.bad_day}")
    if plan.reach:
        reach = plan.reach
        console.print(
            f"Ads you could answer: {reach.before} of {reach.n} now, {reach.after} after "
            f"({reach.rule}).",
        )
    if plan.steps:
        if plan.odds:
            console.print(outline.chances(plan.odds))
        console.print(_steps(plan.steps))
        console.print(
            f"{plan.total_hours:g} hours ({plan.low_hours:g}–{plan.high_hours:g}) of "
            f"{plan.budget_hours:g}, {words.several(len(plan.weeks), 'week')}.",
        )

    if plan.set_aside:
        said = ", ".join(f"{d.label} ({d.reason})" for d in plan.set_aside)
        console.print(f"Left out as you wished: {said}.")


def _steps(steps: Sequence[Step], most: int = 14) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("", "Step", "Kind", "Hours", "Ads asking"):
        table.add_column(name, justify="left" if name in ("Step", "Kind") else "right")
    for number, step in enumerate(steps[:most], 1):
        asked = f"{step.asked_by.k} of {step.asked_by.n}" if step.asked_by else ""
        kind = f"{step.kind}, core" if step.core else step.kind
        table.add_row(str(number), step.label, kind, f"{step.hours.likely:g}", asked)
    if len(steps) > most:
        more = len(steps) - most
        table.add_row("", f"… and {more} more, with why and evidence: --out DIR or --json", "", "")
    return table


def in_hand(planned: Planned, console: Console) -> None:
    """Whether this is the plan the person lives with, and what changed."""
    if not planned.kept:
        add = "" if planned.first else " in place of the one you have"
        console.print(f"Not kept. To live with it{add}, add --keep.", style="dim")
        return
    if planned.first:
        console.print("Kept. Log what you do with `rung log`; `rung me` says what is next.")
        return
    parts = [f"{planned.done} done"] if planned.done else []
    parts += [f"new: {words.listed(list(planned.added))}"] if planned.added else []
    parts += (
        [f"no longer in it: {words.listed(list(planned.left_out))}"] if planned.left_out else []
    )
    changed = "; ".join(parts) or "nothing changed since the plan before"
    console.print(f"Your plan, made anew from where you stand: {changed}.")


def written(paths: Sequence[Path], console: Console) -> None:
    """Which files were written."""
    if paths:
        console.print(f"Written: {', '.join(str(p) for p in paths)}")
