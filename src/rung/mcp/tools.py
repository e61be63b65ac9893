"""The tools themselves. Each docstring is what the assistant is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rung.app import cards, data, demand, me, my_profile, pay, person, plan, work
from rung.app.demand import DemandAnswer
from rung.app.goal import Request
from rung.app.me import Me
from rung.app.pay import PayAnswer
from rung.app.person import FitAnswer, GapAnswer
from rung.app.wire import plain
from rung.mcp.brief import BriefPlan, brief
from rung.profile.records import PersonSkill


@dataclass(frozen=True, slots=True)
class Shown:
    """Who the stored documents show, shortly."""

    name: str | None
    documents: tuple[str, ...]
    years: float | None
    positions: tuple[str, ...]
    skills: tuple[PersonSkill, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written into the log."""

    entry: int
    day: date
    did: str
    step: str
    hours: float
    what_would_show_it: str


class Tools:
    """All tools over one person's data; ``today`` gives their calendar day."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def profile(self) -> Shown:
        """What the stored résumés show: name, positions, years, each skill with its quoted line.

        Quote the lines (spans) when you say that the person has a skill.
        """
        found = my_profile.stored(data.open_state(), self._today())
        jobs = (
            " at ".join(v.value for v in (job.title, job.employer) if v is not None)
            for job in found.work
        )
        return Shown(
            found.name.value if found.name else None,
            found.documents,
            found.years,
            tuple(j for j in jobs if j),
            found.skills,
            found.unread,
        )

    def import_resume(self, path: str) -> Shown:
        """Read a résumé file of this machine into the stored profile; it can be undone."""
        my_profile.import_files(data.open_state(), [Path(path).expanduser()], self._today())
        return self.profile()

    def fit(self, top: int = 5) -> FitAnswer:
        """Roles nearest to the stored profile, nearest first, with lines for and against each."""
        found = person.fit_answer(None, self._today())
        return replace(found, fit=found.fit[: max(1, top)])

    def gap(self, role: str, place: str | None = None, most: int = 25) -> GapAnswer:
        """What ads for a role ask and the stored profile doesn't show: k of n, with example ads."""
        found = person.gap_answer(None, role, place, self._today())
        return replace(found, gap=found.gap[: max(1, most)])

    def plan(
        self,
        role: str = "",
        hours: float = 0,
        by: str = "",
        place: str | None = None,
        level: str | None = None,
        keep: bool = False,
    ) -> BriefPlan:
        """What to learn for a role in order inside the hours, or why that can't be done.

        ``hours`` a week, ``by`` an ISO date. What is left out comes from the plan the person
        lives with. ``keep`` makes it that plan: ask the person first.
        """
        request = Request(role, hours, by, place, level, self._today())
        done = plan.go_on(data.open_state(), request, keep=keep)
        return brief(done.answer, kept=done.kept)

    def next_actions(self) -> Me:
        """Where the person stands on the plan they live with, and their next three actions."""
        return me.me(data.open_state(), self._today())

    def log_done(self, step: str, hours: float | None = None, link: str = "") -> Noted:
        """Note that a step of the plan is finished; ``link`` says where it can be seen."""
        day = self._today()
        return _noted(work.done(data.open_state(), step, hours, link, day, day))

    def log_hours(self, hours: float, step: str | None = None, text: str = "") -> Noted:
        """Note hours spent, on a step where one is named."""
        day = self._today()
        return _noted(work.hours(data.open_state(), hours, step, text, day, day))

    def log_note(self, text: str, step: str | None = None) -> Noted:
        """Keep a thought of the person's."""
        day = self._today()
        return _noted(work.note(data.open_state(), text, step, day, day))

    def log_evidence(self, step: str, link: str) -> Noted:
        """Note where a step's work can be seen."""
        day = self._today()
        return _noted(work.evidence(data.open_state(), step, link, day, day))

    def demand(
        self, role: str, place: str | None = None, level: str | None = None, most: int = 25
    ) -> DemandAnswer:
        """Skills that ads for a role ask: k of n with 95% intervals, sources and dates."""
        found = demand.demand_answer(role, place, level)
        return replace(found, skills=found.skills[: max(1, most)])

    def pay(
        self,
        role: str,
        place: str | None = None,
        level: str | None = None,
        remote: bool | None = None,
        currency: str | None = None,
    ) -> PayAnswer:
        """Posted pay of a role in a place as a band with n and years, or why there is none."""
        day = self._today()
        return pay.pay_answer(role, place, level, day, remote=remote, currency=currency)

    def roles(self, query: str = "") -> tuple[cards.RoleLine, ...]:
        """The roles of the field, or those that fit plain words such as "images and hardware"."""
        return cards.role_lines(query)

    def role(self, id: str) -> dict[str, Any]:  # noqa: A002 - the word assistants use
        """One role: duties, a day in it, skills by rung, what ads ask, who comes to it."""
        found: dict[str, Any] = plain(cards.role_card(id))
        return found

    def skills(self, query: str) -> tuple[cards.SkillLine, ...]:
        """Skills that fit plain words, best first."""
        return cards.skill_lines(query)

    def skill(self, id: str) -> dict[str, Any]:  # noqa: A002 - the word assistants use
        """One skill: prerequisites with reasons, hours by level, resources, roles that ask it."""
        found: dict[str, Any] = plain(cards.skill_card(id))
        return found


READING = (
    "profile", "fit", "gap", "next_actions", "demand", "pay", "roles", "role", "skills", "skill",
)  # fmt: skip
WRITING = ("import_resume", "plan", "log_done", "log_hours", "log_note", "log_evidence")
"""Tools that may write; what they write can be undone, so none destroys."""


def _noted(made: work.Logged) -> Noted:
    e = made.entry
    return Noted(e.number, e.day, e.did, e.label, e.hours, made.wanted)
