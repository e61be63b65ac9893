"""Research or applied, specialist or manager: evidence, questions, trials, and no verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from pydantic import Field

from rung import market
from rung.app.answer import NoPay
from rung.app.decoded import decoded
from rung.app.goal import find_place
from rung.app.my_profile import the_profile
from rung.catalogue import load
from rung.catalogue.records import ChoiceRecord, Side
from rung.core.errors import UserError
from rung.core.records import Abstained
from rung.core.state import State
from rung.fit import fit_roles, read_level
from rung.fit.choices import HIGHEST, LOWEST, Column, Leaning, columns, lean
from rung.fit.records import LevelReading
from rung.market.asked import asks
from rung.market.records import Asks, Count, PayBand, SnapshotInfo

KIND = "answers"
REVIEW_DAYS = 90


@dataclass(frozen=True, slots=True)
class Answered:
    """A person's answers to a choice's questions, in their order; None was left blank."""

    day: date
    answers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class TrialShown:
    """A way to find out."""

    title: str
    weeks: int
    hours: float
    steps: tuple[str, ...]
    shows: str
    stop: str


@dataclass(frozen=True, slots=True)
class RolePay:
    """A role of one side: how near it is, its ads, and its pay, or why there is no figure."""

    role: str
    label: str
    tier: str
    rank: int
    ads: Count
    pay: Annotated[PayBand | NoPay, Field(union_mode="left_to_right")]


@dataclass(frozen=True, slots=True)
class Way:
    """One side as a whole."""

    column: Column
    roles: tuple[RolePay, ...]
    ads: Count
    besides: Asks
    trials: tuple[TrialShown, ...]


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """Both sides, what the answers lean to, and what to keep in mind."""

    choice: str
    label: str
    documents: tuple[str, ...]
    place: str | None
    level: LevelReading
    snapshot: SnapshotInfo
    ways: tuple[Way, ...]
    questions: tuple[str, ...]
    answers: tuple[int | None, ...]
    leaning: Leaning
    back: str
    beware: tuple[str, ...]
    guide: str
    look_again: date


def choice_answer(
    state: State,
    path: Path | None,
    choice: str,
    place: str | None,
    today: date,
    answers: Sequence[int | None] | None = None,
) -> ChoiceAnswer:
    """One choice for the person of a document, or the stored one.

    ``answers`` are kept where given; else those kept before count.
    """
    catalogue = load()
    record = catalogue.choices[choice]
    where = find_place(catalogue, place)
    profile = the_profile(path, today)
    if answers is not None:
        _keep(state, record, tuple(answers), today)
    given = kept(state, choice)
    snapshot = market.load()
    fits = fit_roles(catalogue, profile, market.demands(snapshot, catalogue), today)
    near = {f.role: (f.tier, rank) for rank, f in enumerate(fits, 1)}
    total = len(snapshot.readings)

    def role_pay(role: str, side: Side) -> RolePay:
        pay = market.pay_band(snapshot, role, where, side.level, today, catalogue)
        shown = NoPay.of(pay) if isinstance(pay, Abstained) else pay
        n = sum(1 for ad in snapshot.readings if ad.role == role)
        tier, rank = near.get(role, ("far", len(fits)))
        return RolePay(role, catalogue.roles[role].label, tier, rank, Count(n, total), shown)

    def way(side: Side, column: Column) -> Way:
        ads = [ad for ad in snapshot.readings if ad.role in side.roles]
        trials = tuple(
            TrialShown(t.title, t.weeks, t.hours, t.steps, t.shows, t.stop) for t in side.trials
        )
        roles = tuple(role_pay(r, side) for r in side.roles)
        return Way(column, roles, Count(len(ads), total), asks(ads), trials)

    found = columns(catalogue, record, profile)
    return ChoiceAnswer(
        choice=choice,
        label=record.label,
        documents=profile.documents,
        place=place,
        level=read_level(catalogue, profile, today),
        snapshot=snapshot.info,
        ways=tuple(way(s, c) for s, c in zip(record.sides, found, strict=True)),
        questions=tuple(q.text for q in record.questions),
        answers=given.answers if given else (),
        leaning=lean(record, given.answers if given else ()),
        back=record.back,
        beware=record.beware,
        guide=record.guide,
        look_again=today + timedelta(days=REVIEW_DAYS),
    )


def questions(choice: str) -> tuple[str, ...]:
    """A choice's questions in their order."""
    return tuple(q.text for q in load().choices[choice].questions)


def read_answers(text: str, asked: int) -> tuple[int | None, ...]:
    """Answers as "5,4,,3": one a question, blank for none; UserError where it isn't that."""
    parts = [p.strip() for p in re.split(r"[,;]", text)]
    if len(parts) != asked or any(p and not _is_answer(p) for p in parts):
        raise UserError(
            f"--answers {text}",
            f"isn't {asked} answers from {LOWEST} to {HIGHEST}.",
            "Write them as 5,4,,3,… in the order of the questions; leave out what you can't say.",
        )
    return tuple(int(p) if p else None for p in parts)


def _is_answer(text: str) -> bool:
    return text.isdecimal() and len(text) == 1 and LOWEST <= int(text) <= HIGHEST


def kept(state: State, choice: str) -> Answered | None:
    """The answers kept for a choice."""
    body = state.get(KIND, choice)
    return None if body is None else decoded(state, body, Answered, "a set of answers")


def _keep(state: State, record: ChoiceRecord, answers: tuple[int | None, ...], today: date) -> None:
    with state.change(f"answer {record.label.casefold()}") as change:
        change.put(KIND, record.id, msgspec.to_builtins(Answered(today, answers)))
