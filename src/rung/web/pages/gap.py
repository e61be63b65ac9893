"""The gap: what ads ask and the documents don't show, sorted and narrowed as one likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from rung.app import person
from rung.app.person import GapAnswer
from rung.fit.records import GapRow
from rung.report import outline, pictures
from rung.web.page import Change, File, Page
from rung.web.pages.common import place_options, role_label, role_options, wish
from rung.web.site import Site

Sort = Literal["asked", "hours", "name", "you"]
Show = Literal["missing", "shown", "all"]
ORDER = {"absent": 0, "claimed": 1, "evidenced": 2, "verified": 3}
SORTS: Mapping[Sort, Callable[[GapRow], Any]] = {
    "asked": lambda r: (-r.k / max(1, r.n), r.label),
    "hours": lambda r: (r.hours.likely, r.label),
    "name": lambda r: r.label.casefold(),
    "you": lambda r: (ORDER[r.evidence], -r.k / max(1, r.n), r.label),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The role and place of the gap; those of the plan in hand where none are named."""

    role: str = ""
    place: str = ""
    sort: Sort = "asked"
    show: Show = "missing"


def _goal(site: Site, asked: Asked) -> tuple[str, str | None]:
    if asked.role:
        return asked.role, asked.place or None
    mine = wish(site)
    return mine.role, asked.place or mine.place


def _gap(site: Site, asked: Asked) -> GapAnswer | None:
    role, place = _goal(site, asked)
    if not role:
        return None
    return site.once("gap", (role, place), lambda: person.gap_answer(None, role, place, site.today))


def _view(site: Site, asked: Asked, found: GapAnswer | None) -> Mapping[str, Any]:
    role, place = _goal(site, asked)
    said: dict[str, Any] = {
        "roles": role_options(),
        "places": place_options(),
        "role": role,
        "place": place or "",
    }
    if found is None:
        return said
    technical = [r for r in found.gap if r.kind != "human"]
    lacking = [r for r in technical if r.evidence in ("absent", "claimed")]
    have = [r for r in technical if r.evidence not in ("absent", "claimed")]
    chosen = {"missing": lacking, "shown": have, "all": technical}[asked.show]
    return {
        **said,
        "title": f"Gap to {role_label(found.role)}",
        "role_label": role_label(found.role),
        "rows": sorted(chosen, key=SORTS[asked.sort]),
        "counts": {"missing": len(lacking), "shown": len(have), "all": len(technical)},
        "people": [r for r in found.gap if r.kind == "human"],
        "exact_place": outline.exact_place(found.demand),
        "exact_note": outline.exact_note(found.demand),
        "besides": outline.besides(found.demand.besides),
        "picture": site.once("gap picture", (role, place), partial(pictures.gap, found.gap)),
        "name_of": lambda slug: next((r.label for r in found.gap if r.skill == slug), slug),
    }


PAGES: tuple[Page, ...] = (
    Page(
        "/gap",
        "Gap",
        "What ads for a role ask and your documents don’t show, counted: k of N.",
        "gap",
        "gap_page.html.j2",
        _gap,
        GapAnswer | None,
        Asked,
        _view,
        needs="profile",
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = ()
