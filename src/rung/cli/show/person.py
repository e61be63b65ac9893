"""A fit ranking and a gap in the terminal, and how dates and quotes are shown."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.person import FitAnswer, GapAnswer
from rung.cli.show.base import heading
from rung.core.records import Span
from rung.fit.records import GapRow, Reason
from rung.profile.records import Month, Period
from rung.report import outline, words


def quote(span: Span, most: int = 110) -> str:
    """A line of a document in quotation marks, cut to fit."""
    text = words.flattened(span.text)
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"


def fit(answer: FitAnswer, console: Console) -> None:
    """Roles, nearest first."""
    for role in answer.fit:
        heading(console, role.label, f"  {role.tier}  {role.score}/100")
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
    console.print(f"  {sign} {reason.text}{asked}")
    for span in reason.spans[:1]:
        console.print(f"      {quote(span)}", style="dim")


def gap(answer: GapAnswer, console: Console) -> None:
    """What is lacking, most asked first, then what is shown."""
    note = answer.demand
    counted = f"Counted over {words.several(note.n, 'ad')}, {note.used}."
    console.print(outline.sentences(counted, note.why, outline.exact_note(note)))
    rows = [r for r in answer.gap if r.evidence in ("absent", "claimed")]
    shown = [r for r in answer.gap if r.evidence not in ("absent", "claimed")]
    console.print(gap_table(rows, outline.exact_place(note)))
    if shown:
        names = ", ".join(f"{r.label} ({r.k})" for r in shown[:15])
        console.print(f"Shown already (ads asking): {names}")


def gap_table(rows: list[GapRow], place: str, most: int = 25) -> Table:
    """Gap rows as a table; without a ``place`` its column is left out."""
    table = Table(box=None, pad_edge=False)
    exact = [place] if place else []
    for name in ("Skill", "You", "Asked in", *exact, "Mostly", "Hours to working"):
        table.add_column(name, justify="right" if name == "Asked in" else "left")
    for row in rows[:most]:
        you = f"has {row.alternative}" if row.alternative else row.evidence
        table.add_row(
            row.label,
            you,
            f"{row.k} of {row.n}",
            *(f"{row.exact.k} of {row.exact.n}" for _ in exact),
            row.strength,
            words.hours_to_learn(row),
        )
    return table


def period(record: Period | None) -> str:
    """A date range as a person writes it."""
    if record is None:
        return "no dates"
    end = "now" if record.current else month(record.end)
    return f"{month(record.start)} to {end}"


def month(record: Month | None) -> str:
    """A month at the precision it was given."""
    return record.iso if record else "?"
