"""What several pages offer in their forms: roles, places, levels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rung.app import my_plan
from rung.catalogue import load
from rung.report import words
from rung.web.site import Site

LONGEST_NAME = 120
"""Bytes of an uploaded file's name that are kept, its ending among them."""

FORBIDDEN = '<>:"|?*/'
Options = tuple[tuple[str, str], ...]


@cache
def role_options() -> Options:
    """Every role one can aim at, by name."""
    roles = [r for r in load().roles.values() if r.family != "feeder"]
    return tuple((r.id, r.label) for r in sorted(roles, key=lambda r: r.label))


@cache
def all_role_options() -> Options:
    """Every role, those people come from too."""
    return tuple((r.id, r.label) for r in sorted(load().roles.values(), key=lambda r: r.label))


@cache
def level_options() -> Options:
    """The rungs, technical track first."""
    levels = sorted(load().levels.values(), key=lambda v: v.order)
    return tuple((v.id, v.label) for v in levels)


@cache
def place_options() -> Options:
    """Countries and metros by name, as suggestions; other places may be typed."""
    places = load().places
    names = {c.label for c in places.countries} | {m.label for m in places.metros}
    return tuple((name, "") for name in sorted(names))


@cache
def role_label(role: str) -> str:
    """A role's name."""
    found = load().roles.get(role)
    return found.label if found else role


@cache
def skill_label(skill: str) -> str:
    """A skill's name."""
    found = load().skills.get(skill)
    return found.label if found else skill.replace("-", " ")


def safe_name(given: str, otherwise: str) -> str:
    """An uploaded file's own name, whatever folders a browser or a script put before it."""
    plain = Path(given.replace("\\", "/").replace("\0", "")).name.strip()
    shown = "".join(c for c in words.clean(plain) if c.isprintable() and c not in FORBIDDEN)
    shown = shown.encode()[-LONGEST_NAME:].decode("utf-8", "ignore")
    return shown if shown.strip(". ") else otherwise


@dataclass(frozen=True, slots=True)
class Wish:
    """The role and place of the plan in hand, for pages that aren't told one."""

    role: str = ""
    place: str | None = None


def wish(site: Site) -> Wish:
    """What the person aims at; nothing where no plan is kept."""
    kept = my_plan.the_plan(site.state())
    return Wish(kept.request.role, kept.request.place) if kept else Wish()
