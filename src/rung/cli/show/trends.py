"""Trends in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rung.app.trends import SourceVisits, TrendAnswer, TrendLine
from rung.cli.show.base import heading
from rung.market.trends import FEWEST_DAYS, FEWEST_TIMES

NAMED = 8
"""Sources named."""

MOST = 100


def trends(answer: TrendAnswer, console: Console, most: int) -> None:
    """What changes and what doesn't, or in words why that can't be said yet."""
    heading(console, f"Trends of {answer.kind}", _whose(answer))
    if answer.why:
        console.print(f"{answer.why[0].upper()}{answer.why[1:]}.")
        _visits(answer, console)
        console.print(
            "A trend needs the same source looked at six times over 90 days: run rung ads sync "
            "once a week. One look at ads of different ages is no series: the old ones left are "
            "those nobody filled."
        )
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(answer.kind)
    table.add_column("stands")
    for name in ("k of N", "share then", "now", "odds a year", "forecast (80 %)"):
        table.add_column(name, justify="right")
    shown = [x for x in answer.lines if not x.why][:most]
    for line in shown:
        table.add_row(*_row(line))
    console.print(table)
    few = sum(bool(x.why) for x in answer.lines)
    if few:
        console.print(f"Insufficient data for {few} more (under ten ads).", style="dim")
    console.print(
        f"Shares of {answer.n} ads when newly listed, {answer.first} to {answer.last}; forecast "
        f"for {answer.ahead} if it goes on so. “Growing”, “emerging” and “fading” only where "
        "fewer than 1 in 20 would be false.",
        style="dim",
    )
    _visits(answer, console)


def _whose(answer: TrendAnswer) -> str:
    narrowed = [x for x in (answer.role, answer.place, answer.level) if x]
    return f"  ads on this machine{': ' + ', '.join(narrowed) if narrowed else ''}"


def _row(line: TrendLine) -> tuple[str, ...]:
    times = f"{_times(line.times)} ({_times(line.times_low)} to {_times(line.times_high)})"
    ahead = f"{line.forecast:.0%} ({line.forecast_low:.0%}–{line.forecast_high:.0%})"
    shares = (f"{line.share_first:.0%}", f"{line.share_last:.0%}")
    return line.label, line.badge, f"{line.k} of {line.n}", *shares, times, ahead


def _why_not(v: SourceVisits) -> str:
    if v.times < FEWEST_TIMES:
        return "not often enough"
    return "not long enough" if v.days < FEWEST_DAYS else "no ad of these in it"


def _times(value: float | None) -> str:
    """A factor as people write it; beyond a hundred it is only large."""
    if value is None:
        return ""
    if value > MOST:
        return f">×{MOST}"
    return f"×{value:.1f}" if value >= 1 else f"×{value:.2f}"


def _visits(answer: TrendAnswer, console: Console) -> None:
    named = sorted(answer.sources, key=lambda v: not v.used)
    for v in named[:NAMED]:
        used = "used" if v.used else _why_not(v)
        span = v.first if v.first == v.last else f"{v.first} to {v.last}"
        console.print(f"  {v.source}: seen {v.times} times, {span}; {used}", style="dim")
    if len(answer.sources) > NAMED:
        console.print(f"  and {len(answer.sources) - NAMED} more sources", style="dim")
