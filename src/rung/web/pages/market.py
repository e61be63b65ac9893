"""The market: what ads ask, where they are, what grows; each count with its n and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from rung.app import demand, market_map, reading, trends
from rung.app.demand import DemandAnswer
from rung.app.market_map import FEWEST, MapAnswer
from rung.app.reading import NamedSkills, ReadAd
from rung.app.trends import TrendAnswer
from rung.catalogue import load
from rung.report import outline
from rung.web.page import Change, File, Page
from rung.web.pages.common import (
    Options,
    level_options,
    place_options,
    role_label,
    role_options,
    wish,
)
from rung.web.site import Site

SECTION = "market"
FIRST = 60
"""Skills listed at first; the rest is asked for."""

ACROSS = 6
"""Places across the map; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Ads:
    """Which ads to count; those of the plan's role where none is named."""

    role: str = ""
    place: str = ""
    level: str = ""
    industry: str = ""
    since: str = ""
    whose: Literal["", "own", "bundled"] = ""
    whole: bool = False
    """Whether every skill is listed, or the first ones."""

    @property
    def own(self) -> bool | None:
        """Own ads, bundled figures, or (None) whichever are enough."""
        return {"": None, "own": True, "bundled": False}[self.whose]


@dataclass(frozen=True, slots=True)
class Where:
    """What to map by, and the one role if only one."""

    by: Literal["country", "metro", "region", "industry"] = "country"
    role: str = ""
    whose: Literal["", "own", "bundled"] = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """What to watch over the visits to the sources."""

    kind: Literal["skills", "roles", "areas"] = "skills"
    role: str = ""
    place: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A text to read: an ad, or anything that names skills."""

    text: str = ""
    title: str = ""


@cache
def industry_options() -> Options:
    """Trades of employers, by name."""
    return tuple((i.id, i.label) for i in load().industries.values())


def _role(site: Site, asked: Ads) -> str:
    return asked.role or wish(site).role or "ml-engineer"


def _demand(site: Site, asked: Ads) -> DemandAnswer:
    role = _role(site, asked)
    return site.once(
        "demand",
        (role, asked),
        lambda: demand.demand_answer(
            role,
            asked.place or None,
            asked.level or None,
            since=asked.since,
            industry=asked.industry or None,
            own_ads=asked.own,
        ),
    )


def _demand_view(site: Site, asked: Ads, found: DemandAnswer) -> Mapping[str, Any]:
    return {
        "title": f"What ads ask: {role_label(found.role)}",
        "role": _role(site, asked),
        "role_name": role_label(found.role),
        "rows": found.skills if asked.whole else found.skills[:FIRST],
        "besides": outline.besides(found.counted.besides),
        "roles": role_options(),
        "levels": level_options(),
        "places": place_options(),
        "industries": industry_options(),
    }


def _map(site: Site, asked: Where) -> MapAnswer:
    own = {"": None, "own": True, "bundled": False}[asked.whose]
    return site.once("map", asked, lambda: market_map.market_map(asked.by, asked.role or None, own))


def _map_view(_site: Site, _asked: Where, found: MapAnswer) -> Mapping[str, Any]:
    return {
        "roles": role_options(),
        "columns": found.all.cells[:ACROSS],
        "lines": [found.all, *(r for r in found.rows if r.cells)],
        "few": [r for r in found.rows if not r.cells],
        "fewest": FEWEST,
        "cells": lambda row: {c.at: c for c in row.cells},
    }


def _trends(site: Site, asked: Watched) -> TrendAnswer:
    return site.once(
        "trends",
        asked,
        lambda: trends.trend_answer(
            asked.kind, asked.role or None, asked.place or None, asked.level or None
        ),
    )


def _trends_view(_site: Site, _asked: Watched, found: TrendAnswer) -> Mapping[str, Any]:
    return {
        "roles": role_options(),
        "levels": level_options(),
        "places": place_options(),
        "told": [x for x in found.lines if not x.why],
        "few": sum(bool(x.why) for x in found.lines),
    }


def _read(site: Site, asked: Words) -> ReadAd | None:
    if not asked.text:
        return None
    return site.once("read ad", asked, lambda: reading.read_words(asked.text, asked.title))


def _named(site: Site, asked: Words) -> NamedSkills | None:
    if not asked.text:
        return None
    return site.once("named", asked, lambda: reading.skills_in_words(asked.text))


PAGES: tuple[Page, ...] = (
    Page(
        "/market",
        "What ads ask",
        "Skills by how many ads for a role ask them: k of N, with intervals, beside what a "
        "guide lists.",
        SECTION,
        "market.html.j2",
        _demand,
        DemandAnswer,
        Ads,
        _demand_view,
    ),
    Page(
        "/market/map",
        "Where the ads are",
        "Roles down, places across: shares of the ads read, not the size of markets.",
        SECTION,
        "market_map.html.j2",
        _map,
        MapAnswer,
        Where,
        _map_view,
    ),
    Page(
        "/market/trends",
        "What grows and what fades",
        "Shares over your visits to the sources of ads; in words where the data are too few.",
        SECTION,
        "market_trends.html.j2",
        _trends,
        TrendAnswer,
        Watched,
        _trends_view,
    ),
    Page(
        "/market/read",
        "Read one ad",
        "Role, level, pay, degree, place and every skill an ad asks, each beside its words.",
        SECTION,
        "market_read.html.j2",
        _read,
        ReadAd | None,
        Words,
    ),
    Page(
        "/market/skills-in",
        "Skills in a text",
        "The skills a text names, those the catalogue lacks too.",
        SECTION,
        "market_skills.html.j2",
        _named,
        NamedSkills | None,
        Words,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = ()
