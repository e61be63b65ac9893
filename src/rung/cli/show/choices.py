"""Two ways side by side on a terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.choices import ChoiceAnswer, TrialShown, Way
from rung.cli.show.base import heading
from rung.cli.show.person import quote
from rung.cli.show.plan import pay_text
from rung.profile.records import Publication
from rung.report import outline, words


def choice(found: ChoiceAnswer, console: Console) -> None:
    """Evidence for each side, questions, trials, and what to keep in mind."""
    heading(console, found.label)
    console.print(f"Your documents carry: {found.level.label}. {found.level.note}")
    for way in found.ways:
        console.print()
        _way(way, console)
    console.print()
    heading(console, "Your answers")
    console.print(found.leaning.said)
    if not found.answers or found.leaning.answered < found.leaning.asked:
        for number, question in enumerate(found.questions, 1):
            given = found.answers[number - 1] if found.answers else None
            console.print(f" {number:2}. {question}  {given or ''}".rstrip())
        console.print("Answer with --ask, or --answers 5,4,,3,… (1 not at all, 5 fully).")
    console.print(f"\nThe way back: {found.back}")
    for line in found.beware:
        console.print(f"  ! {line}")
    console.print(f"Guides: {found.guide}", style="dim")
    console.print(
        f"Look again on {found.look_again}. Ads: snapshot {found.snapshot.version}, "
        f"{found.snapshot.ads} ads read {found.snapshot.first} to {found.snapshot.last}.",
        style="dim",
    )


def _way(way: Way, console: Console) -> None:
    column = way.column
    heading(console, column.label, f": {column.work}")
    console.print(f"{words.several(column.count, 'line')} of yours:")
    for line in column.lines:
        console.print(f"  + {quote(line, 88)}")
    for degree in column.degrees:
        console.print(f"  + {quote(degree, 88)}")
    if column.note:
        console.print(f"  {column.note}")
    for paper in column.publications[:4]:
        console.print(f"    {_paper(paper)}")
    missing = [s.label for s in column.skills if not s.shown]
    if missing:
        console.print(f"  No line shows: {', '.join(missing)}.")
    console.print(
        f"Ads: {way.ads.k} of {way.ads.n} are for these roles. {outline.besides(way.besides)}"
    )
    for role in way.roles:
        console.print(f"  {role.label}: {role.tier}, {role.rank} by nearness; {role.ads.k} ads")
        console.print(f"    Pay: {pay_text(role.pay)}", style="dim")
    for trial in way.trials:
        _trial(trial, console)


def _paper(paper: Publication) -> str:
    title = words.line(paper.title.value, 60) if paper.title else "title not read"
    venue = paper.venue.value if paper.venue else "venue not read"
    place = f"author {paper.position} of {paper.authors}" if paper.position else "place not read"
    return f"{paper.year or 'no year'}: {title} ({venue}; {place})"


def _trial(trial: TrialShown, console: Console) -> None:
    console.print(f"  Try it: {trial.title}, {trial.weeks} weeks at {trial.hours:g} hours")
    for number, step in enumerate(trial.steps, 1):
        console.print(f"    {number}. {step}")
    console.print(f"    Shows: {trial.shows}")
    console.print(f"    Stop: {trial.stop}")
