"""A profile in the terminal: every value numbered as `rung profile edit` names it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from rung.app.my_profile import Edited, Imported, Readability, Removed
from rung.cli.show.base import heading
from rung.cli.show.person import month, period, quote
from rung.core.records import EVIDENCE_ORDER
from rung.profile.records import Certificate, Education, Profile, Project, Publication, Value, Work
from rung.reading.documents.records import Document
from rung.report import review
from rung.report.words import several


def imported(done: Imported, console: Console) -> None:
    """What an import did, and what to look at."""
    for verb, names in (("Added", done.added), ("Replaced", done.replaced)):
        if names:
            console.print(f"{verb}: {', '.join(names)}")
    if done.same:
        console.print(f"Already here, unchanged: {', '.join(done.same)}")
    for file in done.refused:
        console.print(f"! {file.name}: {file.cause} {file.then}")
    for line in done.warnings:
        console.print(f"! {line}")
    if done.profile is not None:
        found = done.profile
        name = found.name.value if found.name else "a person whose name was not found"
        console.print(
            f"Read: {name}; {several(len(found.work), 'position')}, "
            f"{several(len(found.education), 'course')} of study, "
            f"{several(len(found.skills), 'skill')}."
        )
    if done.conflicts:
        places = several(done.conflicts, "place")
        console.print(f"{places} where your documents differ: rung profile show lists them.")
    console.print("Look it over: rung profile show. Set right: rung profile edit work/1/title …")


def edited(done: Edited, console: Console) -> None:
    """What a value was and is."""
    console.print(f"{done.path}: {done.was or '(nothing)'} → {done.now or '(taken out)'}")


def removed(done: Removed, console: Console) -> None:
    """What is out."""
    kind = "document " if done.document else ""
    console.print(f"Took out {kind}{done.what}. To bring it back: rung data undo")


def profile(record: Profile, console: Console) -> None:
    """Everything read, each value beside its line."""
    console.print(f"From: {', '.join(record.documents)}", style="dim")
    for name, path, value in (
        ("Name", "name", record.name),
        ("E-mail", "email", record.email),
        ("Phone", "phone", record.phone),
        ("Place", "location", record.location),
        ("Headline", "headline", record.headline),
    ):
        _value(console, f"{name} [{path}]" if value is None else name, value)
    years = "unknown" if record.years is None else f"{record.years:.1f}"
    console.print(f"Years of dated work, overlaps counted once: {years}")
    heading(console, "\nWork")
    for at, job in enumerate(record.work, 1):
        _job(console, f"work/{at}", job)
    heading(console, "\nEducation")
    for at, study in enumerate(record.education, 1):
        _study(console, f"education/{at}", study)
    _lists(console, record)
    _skills(console, record)
    _signals(console, record)
    _conflicts(console, record)
    for line in record.unread:
        console.print(f"! {line}")


def source(record: Profile, documents: Sequence[Document], console: Console) -> None:
    """The documents as read, each line followed by the paths of what was read in it."""
    values = review.shown(record)
    for document in documents:
        heading(console, document.name)
        for page in document.pages:
            reason = f": {page.order_reason}" if page.order_reason else ""
            console.print(f"— page {page.number}{reason}", style="dim")
            for line in page.lines:
                console.print(line.text.replace("\t", "    "))
                if here := review.paths_on(document, page, line, values):
                    console.print(f"    ↑ {', '.join(here)}", style="cyan")


def readability(found: Sequence[Readability], console: Console, *, text: bool) -> None:
    """Facts about each document, then the text a machine gets."""
    for one in found:
        heading(console, one.document)
        for fact in one.facts:
            sign = {True: "ok ", False: "!! ", None: "   "}[fact.ok]
            console.print(f"{sign} {fact.what}: {fact.said}")
            if fact.then and fact.ok is not True:
                console.print(f"      → {fact.then}")
        if text:
            for number, page in enumerate(one.text, 1):
                console.print(f"\n— the text of page {number}, as a machine gets it", style="dim")
                console.print(page.replace("\t", "    "))


def _value(console: Console, name: str, value: Value | None) -> None:
    console.print(f"{name}: {value.value if value else 'not found'}")


def _job(console: Console, path: str, job: Work) -> None:
    title = job.title.value if job.title else "(title not found)"
    employer = job.employer.value if job.employer else "(employer not found)"
    place = f", {job.place.value}" if job.place else ""
    console.print(f"  {path}  {title} — {employer}{place}, {period(job.period)}")
    for line in job.lines[:2]:
        console.print(f"      {quote(line)}", style="dim")


def _study(console: Console, path: str, study: Education) -> None:
    place = study.institution.value if study.institution else "(institution not found)"
    degree = study.degree.value if study.degree else study.level
    subject = study.field.value if study.field else "field not found"
    console.print(f"  {path}  {degree}: {subject} — {place}, {period(study.period)}")


def _lists(console: Console, record: Profile) -> None:
    sections: tuple[tuple[str, str, list[str]], ...] = (
        ("Projects", "project", [_project(p) for p in record.projects]),
        ("Publications", "publication", [_publication(p) for p in record.publications]),
        ("Certificates", "certificate", [_credential(c) for c in record.certificates]),
        ("Awards", "award", [_credential(a) for a in record.awards]),
        ("Languages", "language", [_language(record, i) for i in range(len(record.languages))]),
        ("Volunteering", "volunteer", [_held(w) for w in record.volunteering]),
    )
    for name, path, lines in sections:
        if lines:
            heading(console, f"\n{name}", f": {len(lines)}")
        for at, line in enumerate(lines, 1):
            console.print(f"  {path}/{at}  {line}")
    if record.listed:
        heading(console, "\nSkills as you list them")
    for group in record.listed:
        label = f"{group.label.value}: " if group.label else ""
        console.print(f"  {label}{', '.join(k.value for k in group.keywords)}")


def _project(item: Project) -> str:
    name = item.name.value if item.name else quote(item.lines[0], 60) if item.lines else "?"
    return f"{name}, {period(item.period)}" if item.period else name


def _publication(item: Publication) -> str:
    title = item.title.value if item.title else quote(item.span)
    venue = f", {item.venue.value}" if item.venue else ""
    year = f", {item.year}" if item.year else ""
    place = f", author {item.position} of {item.authors}" if item.position and item.authors else ""
    return f"{title}{venue}{year}{place}"


def _credential(item: Certificate) -> str:
    issuer = f", {item.issuer.value}" if item.issuer else ""
    return f"{item.name.value}{issuer}{f', {month(item.day)}' if item.day else ''}"


def _language(record: Profile, at: int) -> str:
    item = record.languages[at]
    return f"{item.language.value}{f': {item.fluency.value}' if item.fluency else ''}"


def _held(work: Work) -> str:
    names = " — ".join(v.value for v in (work.title, work.employer) if v)
    return f"{names}, {period(work.period)}"


def _skills(console: Console, record: Profile) -> None:
    for evidence in reversed(EVIDENCE_ORDER[1:]):
        found = [s for s in record.skills if s.evidence == evidence]
        direct = [s for s in found if not s.implied_by]
        implied = [s for s in found if s.implied_by]
        if direct:
            heading(console, f"\n{evidence.capitalize()}", f" ({len(direct)})")
        for skill in direct:
            spent = f" ({skill.years:g} years, last {skill.last_year})" if skill.years else ""
            console.print(f"  {skill.id}{spent}: {quote(skill.spans[0])}")
        if implied:
            names = ", ".join(f"{s.id} (by {s.implied_by})" for s in implied)
            console.print(f"  follows: {names}", style="dim")


def _signals(console: Console, record: Profile) -> None:
    if record.signals:
        heading(console, "\nWhat your lines show")
    for signal in record.signals:
        console.print(f"  {signal.kind} ({signal.count}): {quote(signal.spans[0], 84)}")


def _conflicts(console: Console, record: Profile) -> None:
    if record.conflicts:
        heading(console, "\nYour documents differ")
    for conflict in record.conflicts:
        mine = f"{conflict.chosen.value} ({conflict.chosen.span.document})"
        others = "; ".join(f"{v.value} ({v.span.document})" for v in conflict.others)
        console.print(f"  {conflict.field}: {mine} is used; but {others}")
    if record.conflicts:
        console.print(
            "  To settle one: rung profile edit " + record.conflicts[0].field + " VALUE",
            style="dim",
        )
