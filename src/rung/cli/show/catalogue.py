"""Roles and skills in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.cards import CatalogueReport, RoleCard, RoleLine, SkillCard, SkillLine
from rung.catalogue.records import RoleSkill
from rung.cli.show.base import heading


def roles(lines: tuple[RoleLine, ...], console: Console) -> None:
    """Roles with their short forms and ads."""
    table = Table(box=None, pad_edge=False)
    for name in ("Role", "Short forms", "Ads read", "What it is"):
        table.add_column(name, justify="right" if name == "Ads read" else "left")
    for line in lines:
        table.add_row(line.id, ", ".join(line.aliases[:3]), str(line.ads), line.overview)
    console.print(table)


def skills(lines: tuple[SkillLine, ...], console: Console) -> None:
    """Skills with their area and hours."""
    if not lines:
        console.print("No skill is called that. Try a shorter text, or see all: rung skills")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("Skill", "Area", "Hours", "What it is"):
        table.add_column(name, justify="right" if name == "Hours" else "left")
    for line in lines:
        table.add_row(line.id, line.area, f"{line.hours_likely:g}", line.summary)
    console.print(table)


def role(card: RoleCard, console: Console) -> None:
    """One role."""
    record = card.role
    heading(console, record.label, f" ({record.id})")
    console.print(record.overview)
    heading(console, "\nDoes")
    for duty in record.responsibilities:
        console.print(f"  • {duty.text}")
    heading(console, "\nSkills")
    for name, entries in (
        ("core", record.skills.core),
        ("common", record.skills.common),
        ("rare", record.skills.rare),
    ):
        console.print(f"  {name}: {', '.join(_entry(e) for e in entries)}")
    if card.asked:
        named = ", ".join(f"{a.skill} {a.count.k}" for a in card.asked)
        console.print(f"\nMost asked over {card.ads} ads, {card.used}: {named}")
    if card.titles:
        titles = ", ".join(f"{t.title} ({t.n} ads)" for t in card.titles[:8])
        console.print(f"Titles several employers use: {titles}")
    degree = record.education
    console.print(f"\nEducation: {degree.degree}, {degree.strength}. {degree.equivalent}")
    if record.guide_pay:
        guide = record.guide_pay
        console.print(
            f"A career guide says {guide.currency} {guide.low:,}–{guide.high:,}+ ({guide.note})",
        )
    for other in record.confused_with:
        console.print(f"Not {other.id}: {other.difference}")
    console.print(f"Source: {record.source}; as of {record.as_of}", style="dim")


def _entry(entry: RoleSkill) -> str:
    name = " or ".join(entry.members)
    return name if entry.level == "working" else f"{name} (basic)"


def skill(card: SkillCard, console: Console) -> None:
    """One skill."""
    heading(console, card.label, f" ({card.id}, {card.area})")
    console.print(card.summary)
    hours = card.hours.to_working
    console.print(
        f"Hours to working level: {hours.likely:g} ({hours.low:g}–{hours.high:g}, {hours.basis})",
    )
    heading(console, "\nPrerequisites" if card.prerequisites else "\nNo prerequisites")
    for need in card.prerequisites:
        console.print(f"  {need.id} ({need.kind}, {need.level}): {need.reason}")
    if card.all_prerequisites:
        console.print(f"  all, however far down: {', '.join(card.all_prerequisites)}")
    heading(console, "\nLevels")
    for level, anchor in card.anchors.items():
        console.print(f"  {level}: {anchor}")
    console.print(f"\nCounts as evidence: {card.evidence}")
    console.print(f"Self-check: {card.self_check}")
    for resource in card.resources:
        checked = resource.checked or "unchecked"
        console.print(f"  {resource.title} ({resource.kind}, {checked})")
    for asked in card.asked_by:
        console.print(
            f"Asked by {asked.role}: {asked.count.k} of {asked.count.n} ads ({asked.used})",
        )
    console.print(f"Source: {card.source}; as of {card.as_of}", style="dim")


def report(card: CatalogueReport, console: Console) -> None:
    """Size and problems."""
    console.print(
        f"{card.skills} skills in {card.areas} areas, {card.edges} prerequisites, "
        f"{card.roles} roles"
    )
    for problem in card.problems:
        console.print(f"  ✗ {problem}")
    if not card.problems:
        console.print("No problems found.")
