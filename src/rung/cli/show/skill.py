"""One skill in the terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.cards import SkillCard
from rung.catalogue.records import Hours, Resource
from rung.cli.show.base import heading

BASIS = {
    "estimate": "our estimate",
    "course": "the length of a course",
    "users": "hours people logged",
    "rule": "three times the way to working level, by rule",
}


def skill(card: SkillCard, console: Console) -> None:
    """A skill's whole card."""
    heading(console, card.label, f" ({card.id}, {card.area})")
    console.print(card.summary)
    _prerequisites(card, console)
    heading(console, "\nLevels, with the hours from the one before")
    for level, anchor in card.anchors.items():
        console.print(f"  {level}, {_hours(getattr(card.hours, level))}: {anchor}")
    console.print(f"\nCounts as evidence: {card.evidence}")
    console.print(f"Self-check: {card.self_check}")
    console.print(f"Half of its details are stale after about {card.half_life_years:g} years.")
    if card.alternatives:
        console.print(f"Ads often accept instead: {', '.join(card.alternatives)}")
    if card.resources:
        heading(console, "\nLearn from")
    for resource in card.resources:
        console.print(f"  {_resource(resource)}")
    _asked(card, console)
    named = [f"{e.label} ({e.relation}, ESCO {e.uri})" for e in card.links.esco]
    named += [f"{o.example or o.label} (O*NET {o.commodity or o.element})" for o in card.links.onet]
    if named:
        console.print(f"Elsewhere: {'; '.join(named)}")
    mine = "; your own file" if card.own_file else ""
    console.print(f"Source: {card.source}; as of {card.as_of}{mine}", style="dim")


def _prerequisites(card: SkillCard, console: Console) -> None:
    heading(console, "\nPrerequisites" if card.prerequisites else "\nNo prerequisites")
    for need in card.prerequisites:
        word = "needed" if need.kind == "hard" else "helps"
        console.print(f"  {need.id} ({word}, {need.level}, for {need.for_level}): {need.reason}")
    if card.all_prerequisites:
        console.print(f"  needed, however far down: {', '.join(card.all_prerequisites)}")
    if card.needed_by:
        console.print(f"  leads to: {', '.join(n.id for n in card.needed_by)}")


def _asked(card: SkillCard, console: Console) -> None:
    heading(console, "\nAsked by" if card.asked_by else "\nNo ad read asks for it")
    for asked in sorted(card.asked_by, key=lambda a: (-a.count.k / a.count.n, a.role)):
        console.print(f"  {asked.role}: {asked.count.k} of {asked.count.n} ads ({asked.used})")


def _hours(hours: Hours) -> str:
    return f"{hours.likely:g} h ({hours.low:g}–{hours.high:g}, {BASIS[hours.basis]})"


def _resource(resource: Resource) -> str:
    said = [resource.kind, resource.cost, resource.language]
    if resource.hours:
        said.insert(1, f"{resource.hours:g} h")
    if resource.licence:
        said.append(resource.licence)
    said.append(f"checked {resource.checked}" if resource.checked else "unchecked")
    return f"{resource.title} ({', '.join(said)})"
