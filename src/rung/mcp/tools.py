"""The tools themselves. Each docstring is what the assistant is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rung.app import (
    cards,
    data,
    demand,
    market_map,
    me,
    my_profile,
    pay,
    person,
    plan,
    trends,
    work,
)
from rung.app.goal import Request
from rung.app.market_map import MapAnswer, MapRow
from rung.app.me import Me
from rung.app.pay import PayAnswer
from rung.app.person import FitAnswer, GapAnswer
from rung.app.trends import TrendAnswer
from rung.app.wire import plain
from rung.mcp.brief import BriefDemand, BriefPlan, brief, brief_demand
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
        """Roles nearest to the stored profile, nearest first, with lines for and against each.

        Tell a score (0 to 100) with the lines it rests on, and what ``snapshot`` says: how many
        ads were read, and of which months.
        """
        found = person.fit_answer(None, self._today())
        return replace(found, fit=found.fit[: max(1, top)])

    def gap(self, role: str, place: str | None = None, most: int = 25) -> GapAnswer:
        """What ads for a role ask and the stored profile doesn't show: k of n, with example ads.

        Tell each count with its n and what ``demand`` says: which ads, their sources and dates.
        Hours are estimates.
        """
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
        full: bool = False,
    ) -> BriefPlan:
        """What to learn for a role in order inside the hours, or why that can't be done.

        ``hours`` a week, ``by`` an ISO date. Arguments left out come from the plan the person
        lives with. A plan for that plan's own goal takes its place; one for another goal does
        so only with ``keep``: ask the person first. Tell counts with ``counted_over``, odds with
        what they rest on, and what is ``unknown``. ``full`` adds the whole answer, twenty times
        as long: ask for it only where a field is missing here.
        """
        request = Request(role, hours, by, place, level, self._today())
        done = plan.go_on(data.open_state(), request, keep=keep)
        return brief(done.answer, kept=done.kept, full=full)

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
    ) -> BriefDemand:
        """Skills that ads for a role ask: k of n with 95% intervals.

        Tell each share with its n and what ``counted`` says: which ads, their sources and dates.
        """
        return brief_demand(demand.demand_answer(role, place, level), max(1, most))

    def pay(
        self,
        role: str,
        place: str | None = None,
        level: str | None = None,
        remote: bool | None = None,
        currency: str | None = None,
    ) -> PayAnswer:
        """Posted pay of a role in a place as a band, or why there is none.

        Tell a band with its n, years, source and ``confidence``, and any ``note`` on what was
        counted instead.
        """
        day = self._today()
        return pay.pay_answer(role, place, level, day, remote=remote, currency=currency)

    def market_map(self, by: str = "country", role: str | None = None, most: int = 10) -> MapAnswer:
        """Where the ads of each role are: by country, metro, region or (own ads) industry.

        Shares have 95% intervals; tell them with their n and what ``snapshot`` says.
        """

        def cut(row: MapRow) -> MapRow:
            return replace(row, cells=row.cells[: max(1, most)])

        found = market_map.market_map(by, role, None)
        return replace(found, rows=tuple(cut(r) for r in found.rows), all=cut(found.all))

    def trends(
        self,
        kind: str = "skills",
        role: str | None = None,
        place: str | None = None,
        level: str | None = None,
        most: int = 25,
    ) -> TrendAnswer:
        """What grows, fades or stays among skills, roles or areas, over visits to ad sources.

        Only ads on this machine are counted; ``why`` says why there is nothing to tell. Tell a
        change with its interval, n, first and last day.
        """
        found = trends.trend_answer(kind, role, place, level)
        return replace(found, lines=found.lines[: max(1, most)])

    def roles(self, query: str = "") -> tuple[cards.RoleLine, ...]:
        """The roles of the field, or those that fit plain words such as "images and hardware"."""
        return cards.role_lines(query)

    def role(self, id: str) -> dict[str, Any]:  # noqa: A002 - the word assistants use
        """One role: duties, a day in it, skills by rung, what ads ask, who comes to it.

        Tell counts with their n and what ``used`` and ``snapshot`` say.
        """
        found: dict[str, Any] = plain(cards.role_card(id))
        return found

    def skills(self, query: str, most: int = 25) -> tuple[cards.SkillLine, ...]:
        """Skills that fit plain words, best first. Hours are estimates."""
        return cards.skill_lines(query)[: max(1, most)]

    def skill(self, id: str) -> dict[str, Any]:  # noqa: A002 - the word assistants use
        """One skill: prerequisites with reasons, hours by level, resources, roles that ask it.

        Hours are estimates; tell counts with their n and which ads (``used``).
        """
        found: dict[str, Any] = plain(cards.skill_card(id))
        return found


READING = (
    "profile", "fit", "gap", "next_actions", "demand", "pay", "market_map", "trends", "roles",
    "role", "skills", "skill",
)  # fmt: skip
WRITING = ("import_resume", "plan", "log_done", "log_hours", "log_note", "log_evidence")
"""Tools that may write; what they write can be undone, so none destroys."""


def _noted(made: work.Logged) -> Noted:
    e = made.entry
    return Noted(e.number, e.day, e.did, e.label, e.hours, made.wanted)
