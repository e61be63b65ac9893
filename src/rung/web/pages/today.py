"""Today: what is next and why, this week, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import UploadFile

from rung.app import me, my_log, my_plan, weekly, work
from rung.app.goal import parse_day
from rung.app.me import Me
from rung.core.errors import UserError
from rung.web.page import Change, Done, File, Nothing, Page
from rung.web.pages.common import role_options
from rung.web.site import Site

LATELY = 12
"""Entries of the log shown; the rest is one click away."""


@dataclass(frozen=True, slots=True)
class Logged:
    """Something done: a step finished, hours spent, a note, or a link that shows it."""

    did: Literal["done", "hours", "note", "evidence"]
    step: str = ""
    hours: float | None = None
    text: str = ""
    day: str = ""


def _me(site: Site, _asked: Nothing) -> Me:
    return site.once("me", (), lambda: me.me(site.state(), site.today))


def _view(site: Site, _asked: Nothing, found: Me) -> Mapping[str, Any]:
    state = site.state()
    kept = my_plan.the_plan(state)
    entries = my_log.read(state)
    open_steps = [s for s in kept.steps if s.kind != "checkpoint"] if kept else []
    done = {e.step for e in entries if e.did == "done"}
    return {
        "review": weekly.review(state, site.today) if kept else None,
        "entries": tuple(reversed(entries))[:LATELY],
        "more": max(0, len(entries) - LATELY),
        "roles": role_options(),
        "steps": [(s.id, s.label) for s in open_steps if s.id not in done],
        "ids": {s.label: s.id for s in open_steps},
        "new": not found.documents,
    }


def _log(site: Site, asked: Logged, _files: tuple[UploadFile, ...]) -> Done:
    state, today = site.state(), site.today
    day = parse_day(asked.day, "the day") if asked.day else today
    if asked.did in ("done", "evidence") and not asked.step:
        raise UserError("the step", "is not named.", "Choose one of your plan.")
    if asked.did == "done":
        made = work.done(state, asked.step, asked.hours, asked.text, day, today)
    elif asked.did == "hours":
        made = work.hours(state, asked.hours or 0.0, asked.step or None, asked.text, day, today)
    elif asked.did == "note":
        made = work.note(state, asked.text, asked.step or None, day, today)
    else:
        made = work.evidence(state, asked.step, asked.text, day, today)
    return Done("/", said(made), undo=True)


def _undo(site: Site, _asked: Nothing, _files: tuple[UploadFile, ...]) -> Done:
    return Done("/", f"Taken back: {my_log.undo(site.state()).what}.")


def said(made: work.Logged) -> str:
    """What was noted, in a sentence."""
    entry = made.entry
    words = {
        "done": f"Finished: {entry.label}.",
        "hours": f"{entry.hours:g} hours{f' on {entry.label}' if entry.label else ''} noted.",
        "note": "Noted.",
        "evidence": f"{entry.label} is shown now.",
    }
    return words[entry.did]


PAGES: tuple[Page, ...] = (
    Page(
        "/",
        "Today",
        "Your next three actions and why, this week, and what you did.",
        "today",
        "today.html.j2",
        _me,
        Me,
        Nothing,
        _view,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = (
    Change("/log", "Note what you did.", _log, Logged),
    Change("/log/undo", "Take back the last entry of the log.", _undo),
)
