"""The map of the market in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.market_map import FEWEST, MapAnswer, MapRow
from rung.cli.show.base import heading

COLUMNS = 6
"""Places across; ``--json`` has all."""


def market_map(answer: MapAnswer, console: Console, most: int) -> None:
    """Roles down, places across; one role alone as a list with intervals."""
    whose = "ads on this machine" if answer.own else f"bundled figures of {answer.snapshot.version}"
    heading(console, f"Ads by {answer.by}", f"  {whose}")
    if not answer.rows:
        console.print("No ad to count. Fetch some: rung ads sync")
        return
    if len(answer.rows) == 1:
        _one(answer.rows[0], answer.by, console, most)
    else:
        _table(answer, console, most)
    if answer.all.unknown:
        console.print(
            f"{answer.all.unknown} of {answer.all.n} ads name no {answer.by}.", style="dim"
        )
    console.print(
        f"Ads read {answer.snapshot.first} to {answer.snapshot.last}. An ad open in several "
        "counts in each. Where ads were looked for shapes this: shares, not the size of markets.",
        style="dim",
    )


def _one(row: MapRow, by: str, console: Console, most: int) -> None:
    if not row.cells:
        console.print(f"{row.label}: {row.n} ads, too few to tell shares ({FEWEST} are needed).")
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(by)
    table.add_column(f"{row.label}: k of N", justify="right")
    table.add_column("share (95 %)", justify="right")
    for c in row.cells[:most]:
        table.add_row(c.label, f"{c.k} of {c.n}", f"{c.share:.0%} ({c.low:.0%}–{c.high:.0%})")
    console.print(table)


def _table(answer: MapAnswer, console: Console, most: int) -> None:
    columns = list(answer.all.cells[:COLUMNS])
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("role", min_width=24)
    table.add_column("ads", justify="right")
    for c in columns:
        table.add_column(c.label, justify="right")
    few = [r for r in answer.rows if not r.cells]
    for row in [answer.all, *(r for r in answer.rows if r.cells)][: most + 1]:
        here = {c.at: c for c in row.cells}
        shown = [f"{here[c.at].share:.0%}" if c.at in here else "–" for c in columns]
        table.add_row(row.label, str(row.n), *shown)
    console.print(table)
    if few:
        named = ", ".join(f"{r.label} ({r.n})" for r in few)
        console.print(f"Under {FEWEST} ads, so no shares: {named}", style="dim")
