"""What ads for a role ask, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.demand import DemandAnswer
from rung.catalogue import load
from rung.cli.show.base import heading
from rung.report import outline


def demand(answer: DemandAnswer, console: Console, most: int) -> None:
    """The skills by how many ads ask them, and what they rest on."""
    counted = answer.counted
    label = load().roles[answer.role].label
    whose = "ads on this machine" if answer.own else f"bundled figures of {answer.snapshot.version}"
    heading(console, label, f"  {counted.n} ads, {counted.used} ({whose})")
    narrowed = [answer.level, answer.industry, f"since {answer.since}" if answer.since else ""]
    if any(narrowed):
        console.print(f"Only {', '.join(n for n in narrowed if n)}.")
    for said in (counted.why, answer.note):
        if said:
            console.print(said)
    if not counted.n:
        console.print("No ad to count. Fetch some: rung ads sync")
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("skill")
    table.add_column("k of N", justify="right")
    table.add_column("share (95 %)", justify="right")
    table.add_column("required", justify="right")
    table.add_column("preferred", justify="right")
    table.add_column("guide")
    for s in answer.skills[:most]:
        share = f"{s.share:.0%} ({s.low:.0%}–{s.high:.0%})"
        table.add_row(
            s.label, f"{s.k} of {s.n}", share, str(s.required), str(s.preferred),
            "lists it" if s.guide else "",
        )  # fmt: skip
    console.print(table)
    if said := outline.besides(counted.besides):
        console.print(said)
    if answer.guide_only:
        console.print(f"The guide also lists, and no ad here asks: {', '.join(answer.guide_only)}")
    first = answer.skills[0]
    if first.ads:
        console.print(f"\nAds that ask {first.label}, as an example (--json names them for each):")
        for ad in first.ads:
            console.print(f"  {ad.title}, {ad.employer} ({ad.seen}) {ad.url}", style="dim")
    console.print(
        f"Sources: {', '.join(counted.sources)}; seen {counted.first} to {counted.last}",
        style="dim",
    )
