"""Commands about where one stands and which way to go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Place, Resume, Today, day

Answers = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="5,4,,3,…",
        help="Your answers, 1 (not at all) to 5 (fully), in the questions' order; blank for none.",
    ),
]
Ask = Annotated[bool, typer.Option("--ask", help="Ask the questions one by one.")]


def ladder(
    track: Annotated[
        str | None, typer.Option("--track", help="technical or management; both if left out.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", "-r", help="Count only this role's ads.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the rungs of both tracks: what each asks, what guides say, what ads ask."""
    from rung.app import ladder as app
    from rung.cli.show import ladder as show
    from rung.cli.show.base import emit

    emit(app.ladder_answer(track, role), app.LadderAnswer, show.ladder, as_json=as_json)


def level(resume: Resume = None, today: Today = None, as_json: AsJson = False) -> None:
    """Say which rung your documents carry, why, and what the next one asks."""
    from rung.app import ladder as app
    from rung.cli.show import ladder as show
    from rung.cli.show.base import emit

    emit(app.level_answer(resume, day(today)), app.LevelAnswer, show.level, as_json=as_json)


def path(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role: see `rung roles`.")],
    resume: Annotated[
        Path | None, typer.Option("--resume", help="A document; your stored profile if left out.")
    ] = None,
    hours: Annotated[float, typer.Option("--hours", "-h", help="Hours a week you can study.")] = 8,
    place: Place = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Ways to a role: straight, or over roles in between; time, study, ads and pay of each."""
    from rung.app import paths as app
    from rung.cli.show import paths as show
    from rung.cli.show.base import emit

    found = app.paths_answer(resume, role, hours, place, day(today))
    emit(found, app.PathsAnswer, show.paths, as_json=as_json)


def advise(
    override: Annotated[
        str | None,
        typer.Option("--override", metavar="CHECK", help="Decide against a check, with --because."),
    ] = None,
    because: Annotated[str, typer.Option("--because", help="Your reason; it is kept.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Check your plan against four pitfalls: hype, complexity, no data work, no ethics."""
    from rung.app import advise as app
    from rung.app import data
    from rung.cli.show import advise as show
    from rung.cli.show.base import emit

    state, now = data.open_state(), day(today)
    if override is not None:
        app.override(state, override, because, now)
    found = app.advice_on_my_plan(state, now)
    emit(found, app.AdviseAnswer, show.advice, as_json=as_json)


def divide(
    resume: Resume = None,
    place: Place = None,
    answers: Answers = None,
    ask: Ask = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Research or applied work: your lines for each, twelve questions, trials; no verdict."""
    _choice("research-or-applied", resume, place, answers, ask, today, as_json)


def choose(
    resume: Resume = None,
    place: Place = None,
    answers: Answers = None,
    ask: Ask = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Specialist or manager: your lines for each, pay of both, trials; no verdict."""
    _choice("specialist-or-manager", resume, place, answers, ask, today, as_json)


def _choice(
    name: str,
    resume: Path | None,
    place: str | None,
    answers: str | None,
    ask: bool,
    today: str | None,
    as_json: bool,
) -> None:
    from rung.app import choices, data
    from rung.cli.show import choices as show
    from rung.cli.show.base import emit

    asked = choices.questions(name)
    given = choices.read_answers(answers, len(asked)) if answers is not None else None
    if ask:
        given = choices.read_answers(",".join(_asked(q) for q in asked), len(asked))
    found = choices.choice_answer(data.open_state(), resume, name, place, day(today), given)
    emit(found, choices.ChoiceAnswer, show.choice, as_json=as_json)


def _asked(question: str) -> str:
    """One answer from the person; Enter leaves it blank."""
    while True:
        said = typer.prompt(f"{question} [1–5, Enter to skip]", default="", show_default=False)
        if said.strip() in ("", "1", "2", "3", "4", "5"):
            return str(said).strip()
        typer.echo("A number from 1 (not at all) to 5 (fully), or Enter.")
