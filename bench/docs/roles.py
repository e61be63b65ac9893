"""Every role and every rung as tables, from the catalogue and the bundled counts."""

from __future__ import annotations

from collections.abc import Iterable

from rung.app.cards import ads_stats
from rung.catalogue import load
from rung.catalogue.records import LadderLevel, Role

FAMILIES = {
    "ai": "AI and machine learning",
    "emerging": "Emerging",
    "leadership": "Leadership",
    "data": "Data, beside AI",
    "bridge": "Bridges from another profession",
    "feeder": "Where people come from: described, never a goal",
}
TRACKS = {"ic": "technical", "management": "management"}


def roles() -> str:
    """The roles by family: id, short forms, ads counted, or whose ads stand for them."""
    counted = {r.role: r.n for r in ads_stats().roles}
    found: list[str] = []
    for family, title in FAMILIES.items():
        held = [r for r in load().roles.values() if r.family == family]
        found += [
            f"### {title}",
            "",
            "| role | id | short forms | ads counted |",
            "|---|---|---|---|",
            *(_role(r, counted.get(r.id, 0)) for r in sorted(held, key=lambda r: r.label)),
            "",
        ]
    return "\n".join(found)


def _role(role: Role, n: int) -> str:
    ads = f"with `{role.counted_with}`" if role.counted_with else str(n)
    if role.family == "feeder":
        ads = "not counted"
    return f"| {role.label} | `{role.id}` | {_listed(role.aliases)} | {ads} |"


def rungs() -> str:
    """The rungs of both tracks, lowest first."""
    rows = ["| rung | id | track | usual years | what it is |", "|---|---|---|---|---|"]
    ordered = sorted(load().levels.values(), key=lambda lv: (lv.track, lv.order))
    rows += [_rung(lv) for lv in ordered]
    return "\n".join(rows)


def _rung(level: LadderLevel) -> str:
    first, last = level.years
    span = f"{first:g} to {last:g}" if last else f"from {first:g}"
    track = TRACKS[level.track]
    return f"| {level.label} | `{level.id}` | {track} | {span} | {level.scope} |"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{n}`" for n in names) or "–"
