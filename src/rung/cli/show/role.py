"""One role in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from rung.app.cards import RoleCard
from rung.catalogue.records import Role, RoleSkill
from rung.cli.show.base import heading

ORIENTATION = (
    "research",
    "mostly research",
    "between research and applied",
    "mostly applied",
    "applied",
)
FROM = {
    "junior": "from the first job",
    "mid": "from mid level",
    "senior": "from senior",
    "staff": "from staff",
}


def role(card: RoleCard, console: Console) -> None:
    """A role's whole card."""
    record = card.role
    heading(console, record.label, f" ({record.id})")
    console.print(record.overview)
    _listed(console, "Does", [duty.text for duty in record.responsibilities])
    _listed(console, "A day in it", record.day)
    _skills(card, console)
    _asked(card, console)
    _projects(record, console)
    _people(record, console)
    console.print(f"Source: {record.source}; as of {record.as_of}", style="dim")


def _skills(card: RoleCard, console: Console) -> None:
    skills = card.role.skills
    heading(console, "\nSkills")
    for name, entries in (("core", skills.core), ("common", skills.common), ("rare", skills.rare)):
        console.print(f"  {name}: {', '.join(_entry(e) for e in entries)}")
    if skills.not_needed:
        console.print(f"  not needed: {', '.join(skills.not_needed)}")
    for rung in card.rungs[1:]:
        if rung.added:
            console.print(f"  only {FROM[rung.rung]}: {', '.join(rung.added)}")
    for rung in card.rungs:
        if rung.advanced:
            console.print(f"  advanced {FROM[rung.rung]}: {', '.join(rung.advanced)}")


def _asked(card: RoleCard, console: Console) -> None:
    record = card.role
    if card.asked:
        named = ", ".join(f"{a.skill} {a.count.k}" for a in card.asked)
        whose = f" (counted with {card.counted_with})" if card.counted_with else ""
        console.print(f"\nMost asked over {card.ads} ads{whose}, {card.used}: {named}")
    else:
        console.print(f"\nWhat ads ask: {card.used}.")
    if card.titles:
        titles = ", ".join(f"{t.title} ({t.n} ads)" for t in card.titles[:8])
        console.print(f"Titles several employers use: {titles}")
    console.print(f"Typical titles: {', '.join(record.titles.typical)}")
    for friend in record.titles.false_friends:
        console.print(f"Not this role: {friend.title}: {friend.is_}")


def _projects(record: Role, console: Console) -> None:
    if record.projects:
        heading(console, "\nProjects in its plans")
    for project in record.projects:
        hours = f"about {project.hours.likely:g} hours"
        console.print(f"  • {project.title} ({project.area}, {hours}). {project.brief}")


def _people(record: Role, console: Console) -> None:
    degree = record.education
    console.print(f"\nEducation: {degree.degree}, {degree.strength}. {degree.equivalent}")
    console.print(f"Industries: {', '.join(record.industries)}")
    if record.orientation:
        where = ORIENTATION[record.orientation.position]
        console.print(f"Research or applied: {where}. {record.orientation.note}")
    if record.guide_pay:
        guide = record.guide_pay
        console.print(
            f"A career guide says {guide.currency} {guide.low:,}–{guide.high:,}+ ({guide.note})",
        )
    for way in record.entry:
        console.print(f"Coming from {way.from_}: brings {way.brings} Lacks: {way.lacks}")
    if record.next_roles:
        console.print(f"Next roles: {', '.join(record.next_roles)}")
    for other in record.confused_with:
        console.print(f"Not {other.id}: {other.difference}")


def _listed(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        heading(console, f"\n{title}")
    for line in lines:
        console.print(f"  • {line}")


def _entry(entry: RoleSkill) -> str:
    name = " or ".join(entry.members)
    return name if entry.level == "working" else f"{name} (basic)"
