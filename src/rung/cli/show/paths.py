"""Ways to a role on a terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.paths import PathsAnswer, WayThere
from rung.catalogue import load
from rung.cli.show.base import heading
from rung.cli.show.plan import pay_text
from rung.report import words


def paths(found: PathsAnswer, console: Console) -> None:
    """Each way with its stops, then what was assumed."""
    label = load().roles[found.role].label
    where = f" in {found.place}" if found.place else ""
    heading(console, f"Ways to {label}{where}", f", {found.hours_per_week:g} hours a week")
    for way in found.ways:
        console.print()
        _way(way, console)
    pays = {s.role: s for way in found.ways for s in way.stops}
    console.print("\nPay on the way:")
    for stop in pays.values():
        console.print(f"  {stop.label}: {pay_text(stop.pay)}", style="dim")
    console.print()
    for line in found.assumed:
        console.print(f"  ! {line}")
    console.print(
        f"{words.several(found.tried, 'way')} tried. Ads: snapshot {found.snapshot.version}, "
        f"{found.snapshot.ads} ads read {found.snapshot.first} to {found.snapshot.last}.",
        style="dim",
    )


def _way(way: WayThere, console: Console) -> None:
    names = " → ".join(s.label for s in way.stops)
    heading(console, "Straight" if len(way.stops) == 1 else f"Over {names}")
    console.print(
        f"  {way.months:g} months in all; {way.hours:g} hours of study, {way.largest:g} before the "
        f"hardest move; first move after {way.first:g} months."
    )
    for stop in way.stops:
        over = " (more than one move usually bears)" if stop.over else ""
        stays = f", then {stop.stays} months there" if stop.stays else ""
        console.print(
            f"  - {stop.label}: {stop.hours:g} hours, {stop.months:g} months{over}{stays}; "
            f"{stop.tier}, {stop.rank} by nearness; {stop.ads.k} of {stop.ads.n} ads"
        )
        if stop.missing:
            console.print(f"    ! {stop.missing}")
