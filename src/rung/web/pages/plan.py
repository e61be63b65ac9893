"""The plan: a goal in, the steps out, made anew as hours and dates are moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from markupsafe import Markup
from starlette.datastructures import UploadFile

from rung.app import my_plan, plan
from rung.app.answer import Answer, NoPay
from rung.app.compare import Comparison
from rung.app.goal import WORKS, Request, find_skill
from rung.app.wire import to_json
from rung.catalogue import load
from rung.core.errors import UserError
from rung.report import events, notes, opening, page, pictures
from rung.web.page import Change, Done, File, Page
from rung.web.pages.common import level_options, place_options, role_options, skill_label
from rung.web.render import link, lively
from rung.web.site import Site

SECTION = "plan"
WORKS_NAMED = {
    "book": "books",
    "course": "courses",
    "docs": "documentation",
    "paper": "papers",
    "project": "projects",
    "video": "videos",
}
USUAL_HOURS, USUAL_WEEKS = 8.0, 39
"""What the form starts with: eight hours a week over nine months."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as the form gives it; what is left out comes from the plan in hand."""

    role: str = ""
    hours: float = 0.0
    by: str = ""
    place: str = ""
    level: str = ""
    pins: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    free: bool = False
    search: bool = False
    live: bool = False
    """Whether a script asks that draws the calendar itself."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Changes of the plan in hand to lay beside it."""

    change: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Wished:
    """One skill to learn in any case, or to leave out."""

    skill: str
    how: Literal["pins", "drops", "neither"]


def _request(site: Site, goal: Goal) -> Request:
    """The whole goal: the address's where it names a role, else that of the plan in hand."""
    kept = my_plan.the_plan(site.state())
    if kept and not goal.role:
        mine = replace(kept.request, today=site.today)
        return replace(mine, hours=goal.hours or mine.hours, by=goal.by or mine.by)
    return Request(
        role=goal.role,
        hours=goal.hours or (kept.request.hours if kept else USUAL_HOURS),
        by=goal.by or (kept.request.by if kept else _usual_day(site.today)),
        place=goal.place or None,
        level=goal.level or None,
        today=site.today,
        special=tuple(part for text in goal.off for part in text.split()),
        pins=goal.pins,
        drops=goal.drops,
        free=goal.free,
        search=goal.search,
        likes=goal.likes,
    )


def _usual_day(today: date) -> str:
    return (today + timedelta(weeks=USUAL_WEEKS)).isoformat()


def _answer(site: Site, goal: Goal) -> Answer | None:
    request = _request(site, goal)
    if not request.role:
        return None
    return site.once("plan", request, lambda: plan.look_ahead(site.state(), request))


def _view(site: Site, goal: Goal, found: Answer | None) -> Mapping[str, Any]:
    request = _request(site, goal)
    kept = my_plan.the_plan(site.state())
    said: dict[str, Any] = {
        "request": request,
        "roles": role_options(),
        "levels": level_options(),
        "places": place_options(),
        "works_named": tuple((w, WORKS_NAMED[w]) for w in WORKS),
        "kept": kept,
        "is_kept": kept is not None and my_plan.same_goal(kept.request, request),
    }
    if found is None:
        return said
    return {
        **said,
        **page.told(found),
        **_pictures(site, request, found, live=goal.live),
        "title": f"Plan to {found.goal.role_label}",
        "label": skill_label,
        "wishes": _wishes(found),
        "fact_rows": [(f.term, f.value, f.note) for f in opening.facts(found)],
        "fields": _fields(request),
        "goal_link": lambda path: link(path, _fields(request)),
    }


def _wishes(found: Answer) -> list[tuple[str, str]]:
    """Skills one may want in the plan or out of it: those of its steps, then those missing."""
    missing = [r.skill for r in found.gap if r.evidence in ("absent", "claimed")]
    named = [s.skill for s in found.plan.steps if s.skill] + missing
    return [(skill_label(skill), "") for skill in dict.fromkeys(named)]


def _pictures(site: Site, request: Request, found: Answer, *, live: bool) -> dict[str, Any]:
    """The drawings; the calendar's takes longest, and a script can do it from its spec."""
    by, pay = found.goal.by, found.pay
    calendar = (
        Markup() if live else site.once("calendar", request, lambda: pictures.steps(found.plan, by))
    )
    return {
        "timeline": lively(link("/charts/timeline.json", _fields(request)), calendar)
        if found.plan.weeks
        else None,
        "graph": pictures.needs(found.plan),
        "pay_chart": None
        if isinstance(pay, NoPay)
        else site.once("pay picture", pay, lambda: pictures.pay(pay)),
    }


def _fields(request: Request) -> tuple[tuple[str, str], ...]:
    """The goal as a form's fields, so that an address or a button asks for the same plan."""
    one = {
        "role": request.role,
        "hours": f"{request.hours:g}",
        "by": request.by,
        "place": request.place or "",
        "level": request.level or "",
        "free": "true" if request.free else "",
        "search": "true" if request.search else "",
    }
    many = {"pins": request.pins, "drops": request.drops, "likes": request.likes}
    fields = [(k, v) for k, v in one.items() if v]
    fields += [(k, v) for k, values in many.items() for v in values]
    return (*fields, *(("off", stretch) for stretch in request.special))


def needed(site: Site, goal: Goal) -> Answer:
    """The answer for a goal; UserError where it names no role."""
    found = _answer(site, goal)
    if found is None:
        raise UserError("the goal", "names no role.", "Choose one on the page Plan.")
    return found


def _keep(site: Site, goal: Goal, _files: tuple[UploadFile, ...]) -> Done:
    done = plan.settle_on(site.state(), _request(site, goal))
    said = f"This is now the plan you live with: {done.answer.goal.role_label}."
    return Done("/plan", said, undo=True)


def _wish(site: Site, asked: Wished, _files: tuple[UploadFile, ...]) -> Done:
    kept = my_plan.needed(site.state())
    skill = find_skill(load(), asked.skill)
    pins = {*kept.request.pins} - {skill.id} | ({skill.id} if asked.how == "pins" else set())
    drops = {*kept.request.drops} - {skill.id} | ({skill.id} if asked.how == "drops" else set())
    wished = replace(kept.request, pins=tuple(sorted(pins)), drops=tuple(sorted(drops)))
    plan.settle_on(site.state(), replace(wished, today=site.today))
    words = {"pins": "is in the plan in any case", "drops": "is left out", "neither": "is free"}
    return Done("/plan", f"{skill.label} {words[asked.how]}.", undo=True)


def _compare(site: Site, asked: WhatIf) -> Comparison | None:
    if not asked.change and not asked.role:
        return None
    return site.once(
        "what if",
        asked,
        lambda: plan.what_if(
            None,
            Request("", 0.0, "", None, None, site.today),
            (asked.change,) if asked.change else (),
            (asked.role,) if asked.role else (),
        ),
    )


def _compare_view(_site: Site, _asked: WhatIf, _found: Comparison | None) -> Mapping[str, Any]:
    return {"roles": role_options(), "paid": lambda pay: not isinstance(pay, NoPay)}


PAGES: tuple[Page, ...] = (
    Page(
        "/plan",
        "Plan",
        "What to learn, in order, inside your hours; or why it can’t be done and what to drop.",
        SECTION,
        "plan_page.html.j2",
        _answer,
        Answer | None,
        Goal,
        _view,
        needs="profile",
    ),
    Page(
        "/plan/what-if",
        "What if",
        "The plan in hand beside the same with other hours, another day or another role.",
        SECTION,
        "what_if.html.j2",
        _compare,
        Comparison | None,
        WhatIf,
        _compare_view,
        needs="plan",
    ),
)
FILES: tuple[File, ...] = (
    File(
        "/plan/plan.ics",
        "The plan as a calendar.",
        "text/calendar; charset=utf-8",
        "rung-plan.ics",
        lambda site, goal: events.ics(needed(site, goal)),
        Goal,
        "profile",
    ),
    File(
        "/plan/plan.md",
        "The plan as Markdown.",
        "text/markdown; charset=utf-8",
        "rung-plan.md",
        lambda site, goal: notes.markdown(needed(site, goal)).encode(),
        Goal,
        "profile",
    ),
    File(
        "/plan/report.html",
        "The whole report as one page that needs nothing beside itself.",
        "text/html; charset=utf-8",
        "rung-report.html",
        lambda site, goal: page.html(needed(site, goal)).encode(),
        Goal,
        "profile",
    ),
    File(
        "/plan/answer.json",
        "The whole answer.",
        "application/json",
        "rung-plan.json",
        lambda site, goal: to_json(needed(site, goal)).encode(),
        Goal,
        "profile",
    ),
)
CHANGES: tuple[Change, ...] = (
    Change("/plan/keep", "Keep this plan as the one to live with.", _keep, Goal),
    Change("/plan/wish", "Learn a skill in any case, or leave it out.", _wish, Wished),
)
