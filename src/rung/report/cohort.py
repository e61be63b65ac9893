"""A cohort on paper: one page a person, one table together, groups for the adviser."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rung.app.answer import Answer, NoPay
from rung.app.cohort import ACTIONS, FEWEST, GAPS, STEPS, Cell, Cohort, One, action_of, lacks
from rung.core.errors import UserError
from rung.core.files import write_whole
from rung.report import outline, words
from rung.report.marked import quote, safe, table

LIST = "cohort.json"
"""Names what was written, so that the next run can take back what no longer belongs."""


def write_cohort(found: Cohort, out: Path, today: date) -> tuple[Path, ...]:
    """Write pages, table and groups; pages of people who left are removed.

    The same cohort gives the same bytes.
    """
    if out.exists() and not out.is_dir():
        raise UserError(str(out), "is a file.", "Give --out a folder, new or existing.")
    files = {f"people/{name}": page(p) for name, p in _named(found).items()}
    files |= {
        "gaps.md": "\n".join(_gaps(found, today)) + "\n",
        "gaps.csv": _csv(found.cells),
        "groups.md": "\n".join(_groups(found)) + "\n",
        "left_out.md": "\n".join(_left(found)) + "\n",
    }
    before = _before(out)
    for name, text in files.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, text)
    for name in sorted(before - files.keys()):
        (out / name).unlink(missing_ok=True)
    write_whole(out / LIST, json.dumps(sorted(files), indent=1) + "\n")
    return tuple(out / name for name in files)


def _before(out: Path) -> set[str]:
    """Files an earlier run wrote into ``out``; only names of the kinds we write."""
    try:
        listed = json.loads((out / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    names = listed if isinstance(listed, list) else []
    ours = (n for n in names if isinstance(n, str) and n.endswith(".md") and ".." not in n)
    return {n for n in ours if n.startswith("people/")}


def _named(found: Cohort) -> dict[str, One]:
    """A page's name for each file, its folders and kind kept in it so that none collide."""
    return {f"{p.file.replace('/', '--')}.md": p for p in found.people}


def page(one: One) -> str:
    """One person's page, named by their file: it tells of work and never of the person."""
    answer = one.answer
    if answer is None:
        raise ValueError("only people with an answer have a page")
    return "\n".join(_page(one.file, answer)).rstrip() + "\n"


def _page(file: str, answer: Answer) -> Iterator[str]:
    plan, goal = answer.plan, answer.goal
    hours = f"{goal.hours_per_week:g} hours a week"
    yield from (f"# {safe(file)}", "", f"**{safe(outline.title(answer))}**, {hours}.", "")
    yield from (f"Next: {ACTIONS[action_of(answer)]}.", "", safe(plan.reason), "")
    if plan.odds:
        yield from (safe(outline.chances(plan.odds)), "")
    level = answer.level
    yield from (f"Level the document carries: {safe(level.label)}. {safe(level.note)}", "")
    yield from ("## Nearest roles", "")
    for fit in answer.fit[:3]:
        why = next((r for r in fit.for_ if r.spans), None)
        shown = f" {quote(why.spans[0])}" if why else ""
        lacking = f" Missing: {safe(fit.against[0].text)}." if fit.against else ""
        yield f"- {safe(fit.label)}, {fit.tier}.{shown}{lacking}"
    yield from ("", "## What ads ask and the document doesn't show", "")
    yield from table(
        ("Skill", "Asked in", "Ads counted"),
        ((safe(x.label), f"{x.k} of {x.n}", safe(x.used)) for x in lacks(answer)[:GAPS]),
        "-r-",
    )
    steps = [s for s in plan.steps if s.kind != "checkpoint"]
    if steps:
        yield from ("", "## First steps", "")
        for step in steps[:STEPS]:
            yield f"- {safe(step.label)}, {step.hours.likely:g} h. {safe(step.why)}"
    if plan.drop or plan.earliest:
        yield from ("", "## Ways out", "")
        yield f"- Earliest day at these hours: {plan.earliest or 'none in sight'}"
        if plan.drop:
            yield f"- Would not fit: {safe(words.listed([d.label for d in plan.drop]))}"
    pay = answer.pay
    if not isinstance(pay, NoPay):
        band = f"{pay.currency} {pay.p25:,}–{pay.p75:,} a {pay.period}"
        basis = f"{pay.n} ads, {safe(pay.place)}, {words.span_of(pay.first, pay.last)}"
        yield from ("", f"Pay: {band} ({basis}).")
    yield from ("", f"Ads: snapshot {answer.snapshot.version}. Hours are estimates.")


def _gaps(found: Cohort, today: date) -> Iterator[str]:
    people = len(found.people)
    yield from ("# What this cohort lacks, beside what ads ask", "")
    yield (
        f"{words.several(people, 'person', 'people')} with a page, {today.isoformat()}. Counts of "
        f"fewer than {FEWEST} people are not told. People are counted where a skill is among the "
        f"{GAPS} most asked that their document doesn't show."
    )
    for role in dict.fromkeys(c.role for c in found.cells):
        cells = [c for c in found.cells if c.role == role]
        told = [c for c in cells if c.people is not None]
        yield from ("", f"## {safe(cells[0].role_label)}", "")
        if cells[0].of < FEWEST:
            yield f"Fewer than {FEWEST} people have this goal, so nothing is told."
            continue
        yield f"{cells[0].of} people have this goal."
        yield ""
        yield from table(
            ("Skill", "Area", "People lacking", "Ads asking", "Ads counted"),
            (
                (safe(c.label), c.area, f"{c.people} of {c.of}", f"{c.k} of {c.n}", safe(c.used))
                for c in told
            ),
            "--rr-",
        )
        if more := len(cells) - len(told):
            yield from ("", f"{more} more skills are each lacked by fewer than {FEWEST}.")
    yield from ("", "## For a curriculum", "", "Areas in which plans hold core steps:", "")
    told_areas = [a for a in found.areas if a[1] is not None]
    yield from table(("Area", "People"), ((a, f"{k} of {n}") for a, k, n in told_areas), "-r")


def _groups(found: Cohort) -> Iterator[str]:
    yield from ("# Who needs what next", "")
    yield "Groups by next action, in the order of files; no ranking of people."
    for group in found.groups:
        yield from ("", f"## {group.what} ({len(group.files)})", "")
        yield from (f"- {safe(f)}" for f in group.files)


def _left(found: Cohort) -> Iterator[str]:
    yield from ("# What has no page, and why", "")
    pages = len(found.people)
    yield f"{found.files} files; {pages} pages; {found.without_consent} without consent."
    yield ""
    yield from (f"- {safe(x.what)}: {safe(x.why)}" for x in found.left)


def _csv(cells: tuple[Cell, ...]) -> str:
    """The gap table for spreadsheets; a cell under five is left empty."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(("role", "skill", "area", "people", "of", "ads", "of_ads", "ads_counted"))
    for c in cells:
        if c.people is not None:
            writer.writerow((c.role, c.skill, c.area, c.people, c.of, c.k, c.n, c.used))
    return made.getvalue()
