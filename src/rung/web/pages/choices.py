"""Choices: two ways beside each other, ways to a role, checks on a plan, the ladder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile

from rung.app import advise, choices, ladder, paths
from rung.app.advise import AdviseAnswer
from rung.app.answer import NoPay
from rung.app.choices import ChoiceAnswer
from rung.app.ladder import LadderAnswer
from rung.app.paths import PathsAnswer
from rung.catalogue import load
from rung.core.errors import UserError
from rung.report import outline
from rung.web.page import Change, Done, File, Nothing, Page
from rung.web.pages.common import place_options, role_label, role_options, wish
from rung.web.site import Site

SECTION = "choices"


@dataclass(frozen=True, slots=True)
class Open:
    """The choices there are, and whether each was answered."""

    id: str
    label: str
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class One:
    """One choice, in one place."""

    choice: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers in the questions' order, joined by commas; blanks where nothing can be said."""

    choice: str
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class To:
    """The role to reach, in hours a week, and where."""

    role: str = ""
    hours: float = 8.0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """A check decided against, with the reason."""

    pitfall: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """Which track's rungs, counted over which role's ads."""

    track: str = ""
    role: str = ""


def _hub(site: Site, _asked: Nothing) -> tuple[Open, ...]:
    state = site.state()
    found = []
    for record in load().choices.values():
        kept = choices.kept(state, record.id)
        answered = sum(a is not None for a in kept.answers) if kept else 0
        found.append(Open(record.id, record.label, answered, len(record.questions)))
    return tuple(found)


def _known(choice: str) -> str:
    if choice not in load().choices:
        raise UserError(
            f"choice {choice!r}", "is none.", f"There are: {', '.join(load().choices)}."
        )
    return choice


def _choice(site: Site, asked: One) -> ChoiceAnswer:
    place = asked.place or wish(site).place
    return site.once(
        "choice",
        (_known(asked.choice), place),
        lambda: choices.choice_answer(site.state(), None, asked.choice, place, site.today),
    )


def _choice_view(_site: Site, _asked: One, found: ChoiceAnswer) -> Mapping[str, Any]:
    return {
        "title": found.label,
        "places": place_options(),
        "besides": outline.besides,
        "unpaid": lambda pay: isinstance(pay, NoPay),
    }


def _answer(site: Site, asked: Answers, _files: tuple[UploadFile, ...]) -> Done:
    questions = choices.questions(_known(asked.choice))
    given = ["" if a == "none" else a for a in asked.answer]
    answers = choices.read_answers(",".join(given), len(questions))
    choices.choice_answer(site.state(), None, asked.choice, wish(site).place, site.today, answers)
    return Done(f"/choices/{asked.choice}#answers", "Your answers are kept.", undo=True)


def _paths(site: Site, asked: To) -> PathsAnswer:
    mine = wish(site)
    role = asked.role or mine.role or "ml-engineer"
    place = asked.place or (None if asked.role else mine.place)
    return site.once(
        "paths",
        (role, asked.hours, place),
        lambda: paths.paths_answer(None, role, asked.hours, place, site.today),
    )


def _paths_view(_site: Site, _asked: To, found: PathsAnswer) -> Mapping[str, Any]:
    return {
        "title": f"Ways to {role_label(found.role)}",
        "roles": role_options(),
        "places": place_options(),
        "role_name": role_label(found.role),
        "pays": {s.role: s for way in found.ways for s in way.stops}.values(),
        "unpaid": lambda pay: isinstance(pay, NoPay),
    }


def _advice(site: Site, _asked: Nothing) -> AdviseAnswer:
    return site.once("advice", (), lambda: advise.advice_on_my_plan(site.state(), site.today))


def _override(site: Site, asked: Against, _files: tuple[UploadFile, ...]) -> Done:
    advise.override(site.state(), asked.pitfall, asked.reason, site.today)
    return Done("/choices/advice", "Kept, with your reason.", undo=True)


def _ladder(site: Site, asked: Track) -> LadderAnswer:
    return site.once(
        "ladder", asked, lambda: ladder.ladder_answer(asked.track or None, asked.role or None)
    )


def _ladder_view(_site: Site, _asked: Track, _found: LadderAnswer) -> Mapping[str, Any]:
    return {"roles": role_options()}


PAGES: tuple[Page, ...] = (
    Page(
        "/choices",
        "Choices",
        "Where a verdict would be false comfort: your own lines for each way, and what to try.",
        SECTION,
        "choices.html.j2",
        _hub,
        tuple[Open, ...],
    ),
    Page(
        "/choices/path",
        "Ways to a role",
        "Straight or over roles in between: months, study, ads and pay of each way.",
        SECTION,
        "choices_path.html.j2",
        _paths,
        PathsAnswer,
        To,
        _paths_view,
        needs="profile",
    ),
    Page(
        "/choices/advice",
        "Four checks on your plan",
        "Hype, complexity, no data work, no ethics: each check decided against only with a reason.",
        SECTION,
        "choices_advice.html.j2",
        _advice,
        AdviseAnswer,
        needs="plan",
    ),
    Page(
        "/choices/ladder",
        "The ladder",
        "The rungs of both tracks: what each asks, what guides say, what ads ask.",
        SECTION,
        "choices_ladder.html.j2",
        _ladder,
        LadderAnswer,
        Track,
        _ladder_view,
    ),
    Page(
        "/choices/{choice}",
        "Two ways",
        "Your own lines for each side, twelve questions, what ads ask and pay, trials; no verdict "
        "without answers.",
        SECTION,
        "choice.html.j2",
        _choice,
        ChoiceAnswer,
        One,
        _choice_view,
        needs="profile",
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = (
    Change("/choices/{choice}/answers", "Keep answers.", _answer, Answers),
    Change("/choices/advice/override", "Decide against a check.", _override, Against),
)
