"""The catalogue's state, own files and proposed prerequisites in the terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console

from rung.app.upkeep import CatalogueReport, OwnFile
from rung.catalogue.edges import Proposal


def report(card: CatalogueReport, console: Console) -> None:
    """Size and problems."""
    console.print(
        f"{card.skills} skills in {card.areas} areas, {card.edges} prerequisites "
        f"({card.hard_edges} needed, {card.edges_not_implied} not implied by others), "
        f"{card.roles} roles"
    )
    if card.longest_chain:
        chain = " → ".join(card.longest_chain)
        console.print(f"Longest chain, {len(card.longest_chain)} skills: {chain}")
    console.print(f"{card.guide_points} points of the career guides, each with a record")
    held = f"held against {card.tables}" if card.tables else "not checked: no tables at hand"
    console.print(f"{card.linked_skills} skills linked to ESCO or O*NET ({held})")
    if card.own:
        own(card.own, console)
    for problem in card.problems:
        console.print(f"  ✗ {problem}")
    if not card.problems:
        console.print("No problems found.")


def own(files: tuple[OwnFile, ...], console: Console) -> None:
    """Own files and what each replaces."""
    if not files:
        console.print("No files of your own yet. Start one with: rung catalogue copy docker")
    for file in files:
        what = f"stands in for {file.replaces}" if file.replaces else "adds to the catalogue"
        console.print(f"{file.path}: {what}")


def copied(file: OwnFile, console: Console) -> None:
    """Where a record was copied to."""
    console.print(f"{file.path} now stands in for {file.replaces}. Change it there.")


def proposals(total: int) -> Callable[[tuple[Proposal, ...], Console], None]:
    """A view of proposals that says how many there are in all."""

    def view(found: tuple[Proposal, ...], console: Console) -> None:
        if not found:
            console.print("Nothing is proposed that hasn't been decided.")
            return
        for each in found:
            console.print(f"{each.before} → {each.after}  ({each.strength:.2f})")
            for signal in each.signals:
                console.print(f"    {signal.source}: {signal.said}")
        console.print(
            f"{len(found)} of {total} open. Decide one with: "
            "rung catalogue decide BEFORE AFTER hard|soft|no --reason …"
        )

    return view
