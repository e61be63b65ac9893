"""Gap, plan and calendar as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from rung.app.answer import Answer
from rung.fit.records import GapRow
from rung.plan.records import Plan
from rung.report import outline, words
from rung.report.marked import link, quote, safe, table
from rung.report.outline import Placed

CITED = 10
"""Skills whose ads are listed; plan.json holds all."""


def gap(answer: Answer) -> Iterable[str]:
    """What ads ask beside what the person shows, and the ads."""
    parts = outline.gap_parts(answer)
    yield from ("## What ads ask and your documents don't show", "")
    basis = safe(outline.demand_basis(answer, brief=True))
    why = safe(outline.sentences(answer.demand.why, outline.exact_note(answer.demand)))
    yield from (f"Counted over {basis}. {why}".rstrip(), "")
    if asked := outline.besides(answer.demand.besides):
        yield from (safe(asked), "")
    if not answer.demand.n:
        yield from ("Without ads no gap can be stated.", "")
    for name, rows in (
        ("Lacking or only named", parts.lacking),
        ("Shown already", parts.shown),
        ("People skills", parts.people),
    ):
        if rows:
            yield from (f"### {name}", "")
            yield from _gap_table(answer, rows)
    cited = [r for r in parts.lacking if r.ads][:CITED]
    if cited:
        yield from ("### Ads that ask for them", "")
        for row in cited:
            yield f"- {safe(row.label)}: {'; '.join(link(ad) for ad in row.ads)}"
        yield ""


def _gap_table(answer: Answer, rows: Iterable[GapRow]) -> list[str]:
    place = outline.exact_place(answer.demand)
    exact = [safe(place)] if place else []
    heads = ("Skill", "You", "Asked in", *exact, "Mostly", "Hours to working level")
    return table(
        heads,
        (
            (
                safe(r.label),
                _you(answer, r),
                f"{r.k} of {r.n} ({words.share(r.k, r.n)})",
                *(f"{r.exact.k} of {r.exact.n}" for _ in exact),
                r.strength,
                words.hours_to_learn(r),
            )
            for r in rows
        ),
        "--rr-r" if exact else "--r-r",
    )


def _you(answer: Answer, row: GapRow) -> str:
    said = words.EVIDENCE[row.evidence]
    if row.alternative:
        said += f"; ads take {safe(outline.name_of(answer, row.alternative))}, which you have"
    if row.implied_by:
        said += f"; follows from {safe(outline.name_of(answer, row.implied_by))}"
    return f"{said}: {quote(row.spans[0])}" if row.spans else said


def plan(answer: Answer) -> Iterable[str]:
    """Whether it can be done, what to leave out, and the steps as boxes to tick."""
    made = answer.plan
    yield from ("## The plan", "", safe(made.reason), "")
    if made.search:
        yield from (f"- {p.hours:g} h a week: {safe(p.what)}" for p in made.search.parts)
        yield from ("", safe(made.search.bad_day), "")
    elif not made.feasible:
        yield from _ways_out(made)
    if asked := outline.credentials(made):
        yield from (safe(asked), "")
    if made.reach:
        reach = made.reach
        yield (
            f"Ads you could answer: {reach.before} of {reach.n} today, {reach.after} after the "
            f"plan, counting {safe(reach.rule)} (those that name a technical skill, of "
            f"{safe(outline.demand_basis(answer, brief=True))})."
        )
        yield ""
    if made.set_aside:
        said = ", ".join(f"{safe(d.label)} ({safe(d.reason)})" for d in made.set_aside)
        yield from (f"Left out as you wished: {said}.", "")
    for phase in outline.phases(made):
        yield from (f"### {phase.title} ({words.total(phase.hours)} hours)", "")
        for row in phase.steps:
            yield from _step(row)
        yield ""


def _ways_out(made: Plan) -> Iterable[str]:
    ways = []
    if made.earliest:
        ways.append(f"Earliest day at the same weekly hours: {words.day(made.earliest)}")
    if made.add_hours:
        more = f"{words.hours(made.add_hours)} {words.noun(made.add_hours, 'hour')}"
        ways.append(f"Or add {more} a week")
    if made.drop:
        dropped = (f"{safe(d.label)} ({words.hours(d.hours)} h)" for d in made.drop)
        ways.append(f"What doesn't fit and is left out below: {', '.join(dropped)}")
    yield from (f"- {way}" for way in ways)
    if ways:
        yield ""


def _step(row: Placed) -> Iterable[str]:
    step = row.step
    after = f", after {', '.join(map(str, row.after))}" if row.after else ""
    when = f", {row.weeks}" if row.weeks else ""
    core = ", core" if step.core else ""
    yield (
        f"- [ ] **{row.number}. {safe(step.label)}** ({words.KINDS[step.kind]}{core}, "
        f"{words.hours_range(step.hours)} h{when}{after})"
    )
    yield f"  - Why: {safe(step.why)}"
    yield f"  - Done when: {safe(step.evidence_wanted)}"
    if step.resources:
        yield f"  - Learn from: {'; '.join(safe(r) for r in step.resources)}"


def weeks(answer: Answer) -> Iterable[str]:
    """The weekly calendar as boxes to tick."""
    if not answer.plan.weeks:
        return
    yield from ("## Week by week", "")
    for month in outline.months(answer.plan):
        yield from (f"### {month.title}", "")
        for row in month.weeks:
            items = ", ".join(f"{safe(label)} {words.hours(h)} h" for label, h in row.items)
            yield (
                f"- [ ] Week {row.number}, from {words.day(row.week.start)}: {items}; "
                f"{words.hours(row.week.review)} h free for review"
            )
        yield ""
