"""An ad or text as read, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.esco import ATTRIBUTION, Imported
from rung.app.reading import NamedSkills, OwnPhrase, ReadAd
from rung.cli.show.base import heading
from rung.reading.esco import Link

KINDS = {
    "knowledge": "Named, but not in the catalogue",
    "skill": "Done, but not in the catalogue",
}
STRENGTHS = ("required", "preferred", "mentioned")


def ad(read: ReadAd, console: Console) -> None:
    """Facts with their words, then skills by strength."""
    if read.unread:
        console.print(f"Not read: {read.unread}.")
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for fact in read.facts:
        table.add_row(fact.name, fact.value, f"“{fact.words}”" if fact.words else "")
    console.print(table)
    for strength in STRENGTHS:
        found = [s for s in read.skills if s.strength == strength]
        if found:
            console.print()
            heading(console, f"Skills {strength}", f" ({len(found)})")
            for s in found:
                years = f", {s.years:g}+ years" if s.years is not None else ""
                either = f"  one of group {s.alternatives}" if s.alternatives else ""
                console.print(f"  {s.label}{years}  “{s.words}”{either}")
    if not read.skills:
        console.print("\nNo catalogue skill is asked for in it.")
    phrases(read.phrases, console)


def skills(read: NamedSkills, console: Console) -> None:
    """Catalogue skills, then what the catalogue lacks."""
    if not (read.skills or read.phrases):
        console.print("No skill is named there.")
    for s in read.skills:
        console.print(f"{s.id}  {s.label}  “{s.words}”")
    phrases(read.phrases, console)
    if read.esco:
        console.print()
        heading(console, "ESCO, for the text as a whole")
        links(read.esco, console)
        console.print(ATTRIBUTION)


def phrases(found: tuple[OwnPhrase, ...], console: Console) -> None:
    """Phrases without a catalogue skill, with their ESCO links where there are any."""
    if not found:
        return
    for kind, title in KINDS.items():
        of_kind = [p for p in found if p.kind == kind]
        if of_kind:
            console.print()
            heading(console, title, " (found by the encoder; confidence beside each)")
        for p in of_kind:
            console.print(f"  {p.words}  {p.confidence:.2f}")
            links(p.esco, console, "      ")


def links(found: tuple[Link, ...], console: Console, indent: str = "  ") -> None:
    """ESCO concepts with their scores."""
    for link in found:
        console.print(f"{indent}{link.score:.2f}  {link.label}  {link.uri}")


def imported(done: Imported, console: Console) -> None:
    """What an import brought in."""
    console.print(
        f"ESCO is here: {done.skills:,} skills and {done.occupations:,} occupations in "
        f"{done.folder}.\n{ATTRIBUTION}"
    )
