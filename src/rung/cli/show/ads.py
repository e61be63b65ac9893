"""Pay and the snapshot in the terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.pay import PayAnswer
from rung.cli.show.base import heading
from rung.cli.show.offers import line
from rung.cli.show.plan import pay_text
from rung.market import SnapshotStats
from rung.market.compare import Difference
from rung.market.records import PayBand, SnapshotInfo
from rung.report import words


def pay(answer: PayAnswer, console: Console) -> None:
    """A band with everything it rests on."""
    console.print(pay_text(answer.pay))
    if isinstance(answer.pay, PayBand):
        band = answer.pay
        console.print(
            f"p10 {band.p10:,}  p25 {band.p25:,}  p50 {band.p50:,}  p75 {band.p75:,}  "
            f"p90 {band.p90:,}",
        )
        for said in words.pay_rests_on(band):
            console.print(said, style="dim")
    for cell in answer.own:
        level = "all levels" if cell.level == "all" else cell.level
        console.print(
            f"The ads on this machine: {cell.currency} {cell.p25:,}–{cell.p75:,}, middle "
            f"{cell.p50:,} ({words.several(cell.n, 'ad')}, {level}, {cell.first} to {cell.last})."
        )
    for placed in answer.offers:
        at = f": {placed.at} of these ads" if placed.at else ""
        console.print(f"Your offer {placed.offer.id}, {line(placed.offer)}{at}.")


def snapshot(info: SnapshotInfo, console: Console) -> None:
    """What was built."""
    console.print(f"Snapshot {info.version}: {info.ads} ads read {info.first} to {info.last}")


def difference(found: Difference, console: Console, most: int = 15) -> None:
    """What changed, the largest first."""
    old, new = found.old, found.new
    console.print(
        f"From {old.version} ({old.ads:,} ads, {old.first} to {old.last}) to {new.version} "
        f"({new.ads:,} ads, {new.first} to {new.last})"
    )
    if found.none:
        console.print("Nothing differs.")
    for title, changes in (
        ("Ads by role", found.roles),
        ("Ads by source", found.sources),
        ("Left out", found.left_out),
    ):
        if changes:
            heading(console, f"\n{title}")
        for c in changes[:most]:
            console.print(f"  {c.before:,} → {c.after:,}  {c.name}")
    if found.skills:
        heading(console, "\nSkills asked more or less than chance explains")
    for s in found.skills[:most]:
        console.print(
            f"  {s.role}: {s.skill} {s.k_before} of {s.n_before} → {s.k_after} of {s.n_after} "
            f"({s.size:+.0%})"
        )
    if found.pay:
        heading(console, "\nPay")
    for p in found.pay[:most]:
        before, after = ("none" if x is None else f"{x:,}" for x in (p.before, p.after))
        console.print(
            f"  {p.role}, {p.country}, {p.level}, {p.source}: {p.currency} {before} → {after} "
            f"({p.n_before} → {p.n_after} ads)"
        )


def stats(found: SnapshotStats, console: Console) -> None:
    """What was counted, from where and when, and what was left out."""
    info = found.info
    console.print(
        f"Snapshot {info.version}: {info.ads:,} of {found.read:,} ads counted, read "
        f"{info.first} to {info.last}; {found.pay_cells} pay cells.",
    )
    for role in found.roles:
        places = ", ".join(f"{c.country or 'no country'} {c.n}" for c in role.countries[:8])
        console.print(f"  {role.role}: {role.n} ({places})")
    for title, notes in (("Ads", found.sources), ("Pay", found.pay_sources)):
        heading(console, f"\n{title}")
        for note in notes:
            console.print(
                f"  {note.label}: {note.n:,}, {note.first} to {note.last}; {note.origin}; "
                f"licence: {note.licence}",
            )
    heading(console, "\nLeft out")
    for left in (*found.left_out, *found.pay_left_out):
        console.print(f"  {left.n:,} {left.reason}")
    console.print(
        f"  ({found.cut_kept} ads are counted though their board cut them at 4,000 characters)",
    )
    heading(console, "\nRules")
    for rule in found.rules:
        console.print(f"  {rule}")
