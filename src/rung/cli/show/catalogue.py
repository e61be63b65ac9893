"""Lists of roles and skills in the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.table import Table

from rung.app.cards import RoleLine, SkillLine
from rung.cli.show.base import heading

FAMILIES = {
    "ai": "AI and machine-learning roles",
    "emerging": "Emerging roles",
    "data": "Data roles beside them",
    "leadership": "Leading",
    "bridge": "Bridges from another profession",
    "feeder": "Roles people come from",
}


def roles(lines: tuple[RoleLine, ...], console: Console) -> None:
    """Roles by family with their short forms and ads."""
    for family, found in groupby(lines, key=lambda line: line.family):
        heading(console, FAMILIES[family])
        ranked_roles(tuple(found), console)
        console.print()


def ranked_roles(lines: tuple[RoleLine, ...], console: Console) -> None:
    """Roles in the order given."""
    if not lines:
        console.print("No role fits that. Say it otherwise, or see all: rung roles")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("Role", "Short forms", "Ads read", "What it is"):
        table.add_column(name, justify="right" if name == "Ads read" else "left")
    for line in lines:
        ads = f"with {line.counted_with}" if line.counted_with else str(line.ads)
        ads = "–" if line.family == "feeder" else ads
        table.add_row(line.id, ", ".join(line.aliases[:3]), ads, line.overview)
    console.print(table)


def skills(lines: tuple[SkillLine, ...], console: Console) -> None:
    """Skills with their area and hours."""
    if not lines:
        console.print("No skill fits that. Say it otherwise, or see all: rung skills")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("Skill", "Area", "Hours", "What it is"):
        table.add_column(name, justify="right" if name == "Hours" else "left")
    for line in lines:
        table.add_row(line.id, line.area, f"{line.hours_likely:g}", line.summary)
    console.print(table)
