"""The specs behind the drawings, for browsers that bring them to life."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rung.app import person
from rung.report import charts, timeline
from rung.report.marks import Spec
from rung.web.page import Change, File, Page
from rung.web.pages import plan
from rung.web.site import Site

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class GapOf:
    """The gap a drawing shows, and whether it is drawn for a phone."""

    role: str
    place: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class PlanOf(plan.Goal):
    """The plan a drawing shows, and whether it is drawn for a phone."""

    narrow: bool = False


def _bytes(spec: Spec) -> bytes:
    return json.dumps(spec, ensure_ascii=False).encode()


def _gap(site: Site, asked: GapOf) -> bytes:
    place = asked.place or None
    found = site.once(
        "gap",
        (asked.role, place),
        lambda: person.gap_answer(None, asked.role, place, site.today),
    )
    rows = [r for r in found.gap if r.kind != "human"]
    return _bytes(charts.gap_bars(rows, narrow=asked.narrow))


def _timeline(site: Site, asked: PlanOf) -> bytes:
    found = plan.needed(site, asked)
    return _bytes(timeline.timeline(found.plan, found.goal.by, narrow=asked.narrow))


PAGES: tuple[Page, ...] = ()
FILES: tuple[File, ...] = (
    File("/charts/gap.json", "The gap as Vega-Lite.", JSON, "gap.vl.json", _gap, GapOf, "profile"),
    File(
        "/charts/timeline.json",
        "The plan over its weeks as Vega-Lite.",
        JSON,
        "timeline.vl.json",
        _timeline,
        PlanOf,
        "profile",
    ),
)
CHANGES: tuple[Change, ...] = ()
