"""The answer as Markdown: the same content, to keep, edit and tick off."""

from __future__ import annotations

from collections.abc import Iterable

from rung.app.answer import Answer, NoPay
from rung.market.records import PayBand
from rung.report import opening, outline, words
from rung.report.marked import reason, safe, table
from rung.report.plan_notes import gap, plan, weeks


def markdown(answer: Answer) -> str:
    """The whole report; steps and weeks are boxes to tick."""
    parts = (_head, _fit, gap, plan, weeks, _level, _pay, _unknown, _sources)
    lines = [line for part in parts for line in part(answer)]
    return "\n".join(lines).rstrip() + "\n"


def _head(answer: Answer) -> list[str]:
    name = f"For {safe(answer.person.name, 80)}, read" if answer.person.name else "Read"
    documents = ", ".join(safe(d, 80) for d in answer.person.documents)
    weekly = f"{words.hours(answer.goal.hours_per_week)} hours a week"
    return [
        f"# {safe(outline.title(answer))}",
        "",
        f"{name} from {documents}. {weekly}. Written {words.day(answer.today)}.",
        "",
        " ".join(safe(s) for s in opening.paragraph(answer)),
        "",
        *table(
            ("", "", "Basis"),
            ((f.term, f"**{safe(f.value)}**", safe(f.note)) for f in opening.facts(answer)),
        ),
    ]


def _fit(answer: Answer) -> Iterable[str]:
    yield from ("## Roles that fit you today", "")
    yield (
        "Scores compare roles for one person; they are no chance of an offer. Lines in quotation "
        f"marks stand in your documents. {outline.fit_basis(answer)}"
    )
    yield ""
    rows = ((str(i), safe(f.label), f.tier, str(f.score)) for i, f in enumerate(answer.fit, 1))
    yield from table(("", "Role", "Fit", "Score of 100"), rows, "r--r")
    for rank, fit in outline.nearest(answer):
        goal = " (your goal)" if fit.role == answer.goal.role else ""
        yield from (f"### {rank}. {safe(fit.label)}{goal}", "")
        for item in fit.for_:
            yield from reason(item, "For:", outline.follows(answer, item.skill))
        for item in fit.against:
            yield from reason(item, "Against:")
        yield ""


def _level(answer: Answer) -> Iterable[str]:
    level = answer.level
    stand = f"**{safe(level.label)}**, {level.confidence} confidence. " if level.id else ""
    yield from ("## Where you stand", "", f"{stand}{safe(level.note)}", "")
    for item in level.evidence:
        yield from reason(item, "For:")
    yield ""
    if level.next:
        yield from (f"### What {safe(level.next.label)} asks", "")
        yield from (f"- {safe(asked)}" for asked in level.next.asks)
        yield ""
    if level.guide:
        yield from (f"Career guides: {safe(level.guide)}", "")


def _pay(answer: Answer) -> Iterable[str]:
    pay = answer.pay
    yield from ("## What it pays", "")
    if isinstance(pay, NoPay):
        yield from (f"No figure. {safe(pay.abstained)}", "")
    else:
        yield from _band(pay)


def _band(pay: PayBand) -> Iterable[str]:
    yield from (f"{safe(pay.basis)}, {pay.currency} a {pay.period}; {safe(words.pay_basis(pay))}.",)
    yield from ("", safe(pay.note), "") if pay.note else ("",)
    heads = ("A tenth below", "A quarter below", "Half below", "Three quarters below",
             "Nine tenths below")  # fmt: skip
    points = (pay.p10, pay.p25, pay.p50, pay.p75, pay.p90)
    yield from table(heads, [[f"{p:,}" for p in points]], "rrrrr")
    if pay.guide:
        yield from (f"A career guide, beside it: {safe(pay.guide)}", "")


def _unknown(answer: Answer) -> Iterable[str]:
    yield from ("## What Rung doesn't know", "")
    yield from (f"- {safe(item)}" for item in answer.unknown)
    yield ""


def _sources(answer: Answer) -> Iterable[str]:
    snapshot = answer.snapshot
    yield from ("## How the figures were made", "")
    yield (
        f"- Snapshot {safe(snapshot.version)}: {words.several(snapshot.ads, 'ad')} read "
        f"{words.span_of(snapshot.first, snapshot.last)}"
    )
    yield f"- Counted here: {safe(outline.demand_basis(answer))}"
    for cell in answer.demand.ladder:
        yield f"- {safe(cell.label)}: {words.several(cell.n, 'ad')} of the role"
    yield f"- The plan starts from {words.day(answer.today)}; `plan.json` holds everything here"
