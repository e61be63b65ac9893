"""A profile, a fit ranking and a gap in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.person import FitAnswer, GapAnswer
from rung.core.records import EVIDENCE_ORDER, Span
from rung.fit.records import GapRow, Reason
from rung.profile.records import Education, Month, Period, Profile, Value, Work


def quote(span: Span, most: int = 110) -> str:
    """A line of a document in quotation marks, cut to fit."""
    text = " ".join(span.text.split())
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"


def fit(answer: FitAnswer, console: Console) -> None:
    """Roles, nearest first."""
    for role in answer.fit:
        console.print(f"[bold]{role.label}[/]  {role.tier}  {role.score}/100")
        for reason in role.for_:
            _reason(console, "+", reason)
        for reason in role.against:
            _reason(console, "−", reason)
        console.print()
    console.print(
        f"Ads: snapshot {answer.snapshot.version}, {answer.snapshot.ads} ads read "
        f"{answer.snapshot.first} to {answer.snapshot.last}. Scores compare roles for one "
        "person; they are no chance of an offer.",
        style="dim",
    )


def _reason(console: Console, sign: str, reason: Reason) -> None:
    asked = f" (asked in {reason.count.k} of {reason.count.n} ads)" if reason.count else ""
    console.print(f"  {sign} {reason.text}{asked}", markup=False)
    for span in reason.spans[:1]:
        console.print(f"      {quote(span)}", style="dim", markup=False)


def gap(answer: GapAnswer, console: Console) -> None:
    """What is lacking, most asked first, then what is shown."""
    note = answer.demand
    console.print(f"Counted over {note.n} ads, {note.used}. {note.why}", markup=False)
    rows = [r for r in answer.gap if r.evidence in ("absent", "claimed")]
    shown = [r for r in answer.gap if r.evidence not in ("absent", "claimed")]
    console.print(gap_table(rows, answer.demand.ladder[0].label))
    if shown:
        names = ", ".join(f"{r.label} ({r.k})" for r in shown[:15])
        console.print(f"Shown already (ads asking): {names}", markup=False)


def gap_table(rows: list[GapRow], place: str, most: int = 25) -> Table:
    """Gap rows as a table."""
    table = Table(box=None, pad_edge=False)
    for name in ("Skill", "You", "Asked in", f"{place}", "Mostly", "Hours to working"):
        table.add_column(name, justify="right" if name == "Asked in" else "left")
    for row in rows[:most]:
        you = f"has {row.alternative}" if row.alternative else row.evidence
        table.add_row(
            row.label,
            you,
            f"{row.k} of {row.n}",
            f"{row.exact.k} of {row.exact.n}",
            row.strength,
            f"{row.hours.likely:g} ({row.hours.low:g}–{row.hours.high:g})",
        )
    return table


def profile(record: Profile, console: Console) -> None:
    """Everything read, each value beside its line."""
    for name, value in (
        ("Name", record.name),
        ("E-mail", record.email),
        ("Phone", record.phone),
        ("Place", record.location),
        ("Headline", record.headline),
    ):
        _value(console, name, value)
    years = "unknown" if record.years is None else f"{record.years:.1f}"
    console.print(f"Years of dated work, overlaps counted once: {years}")
    console.print("\n[bold]Work[/]")
    for job in record.work:
        _job(console, job)
    console.print("\n[bold]Education[/]")
    for study in record.education:
        _study(console, study)
    if record.publications:
        console.print(f"\n[bold]Publications[/]: {len(record.publications)}")
    _skills(console, record)
    for line in record.unread:
        console.print(f"! {line}", markup=False)


def _value(console: Console, name: str, value: Value | None) -> None:
    console.print(f"{name}: {value.value if value else 'not found'}", markup=False)


def _job(console: Console, job: Work) -> None:
    title = job.title.value if job.title else "(title not found)"
    employer = job.employer.value if job.employer else "(employer not found)"
    console.print(f"  {title} — {employer}, {period(job.period)}", markup=False)
    for line in job.lines[:2]:
        console.print(f"      {quote(line)}", style="dim", markup=False)


def _study(console: Console, study: Education) -> None:
    place = study.institution.value if study.institution else "(institution not found)"
    subject = study.field.value if study.field else "field not found"
    console.print(f"  {study.level}: {subject} — {place}, {period(study.period)}", markup=False)


def _skills(console: Console, record: Profile) -> None:
    for evidence in reversed(EVIDENCE_ORDER[1:]):
        found = [s for s in record.skills if s.evidence == evidence]
        direct = [s for s in found if not s.implied_by]
        implied = [s for s in found if s.implied_by]
        if direct:
            console.print(f"\n[bold]{evidence.capitalize()}[/] ({len(direct)})")
        for skill in direct:
            console.print(f"  {skill.id}: {quote(skill.spans[0])}", markup=False)
        if implied:
            names = ", ".join(f"{s.id} (by {s.implied_by})" for s in implied)
            console.print(f"  follows: {names}", style="dim", markup=False)


def period(record: Period | None) -> str:
    """A date range as a person writes it."""
    if record is None:
        return "no dates"
    end = "now" if record.current else month(record.end)
    return f"{month(record.start)} to {end}"


def month(record: Month | None) -> str:
    """A month at the precision it was given."""
    if record is None:
        return "?"
    return f"{record.year}" if record.month is None else f"{record.year}-{record.month:02d}"
