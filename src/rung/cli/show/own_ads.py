"""The ads on this machine in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from rung.app.ad_list import AdList
from rung.app.ads import Quarantined, SourceLine, Synced
from rung.cli.show.base import heading

MOST_FAILURES = 12


def sources(found: Sequence[SourceLine], console: Console) -> None:
    """Each source: whether real answers of it were read, how many boards, what is here."""
    for line in found:
        checked = f"recorded {line.verified}" if line.verified else "unverified"
        boards = f", {line.boards} boards known" if line.boards else ""
        heading(console, line.id, f"  {line.label} ({checked}{boards})")
        here = f"{line.ads:,} ads here, last asked {line.last}" if line.last else "never asked yet"
        console.print(f"  {here}. {line.terms}.", style="dim")
        if line.keys:
            console.print(f"  needs {' and '.join(line.keys)} in the environment", style="dim")
    console.print("\nunverified: written from the source's documentation, never tried on answers.")
    console.print("Fetch: rung ads sync [--source ID] [--board NAME]. Add: rung ads add FILE|URL.")


def synced(told: Synced, console: Console) -> None:
    """What changed, and what failed with the reason."""
    console.print(
        f"{told.seen:,} ads seen: {told.new:,} new, {told.changed:,} changed, {told.gone:,} gone."
        f" {told.read:,} read anew."
    )
    if told.skipped:
        console.print(f"{told.skipped} boards were read today already (--again reads them anew).")
    if told.bad:
        console.print(f"{told.bad:,} rows are no ads we can read: rung ads quarantine")
    if told.failed:
        heading(console, f"\nNot read ({len(told.failed)})")
        for failure in told.failed[:MOST_FAILURES]:
            console.print(f"  {failure.what}: {failure.reason}")
        if len(told.failed) > MOST_FAILURES:
            console.print(f"  and {len(told.failed) - MOST_FAILURES} more (--json lists all)")
    if told.counted:
        console.print(f"Your own figures now rest on {told.counted:,} ads: rung demand ROLE --own")
    if told.stopped:
        console.print("Stopped; what came is kept, and the next sync goes on from here.")


def listed(found: AdList, console: Console) -> None:
    """Ads, one block each."""
    if not found.n:
        console.print("No ad on this machine fits. Fetch some: rung ads sync")
        return
    for ad in found.ads:
        heading(console, ad.title, f"  {ad.employer}" if ad.employer else "")
        facts = [ad.location, ad.level, ad.pay, f"seen {_seen(ad.first_seen, ad.last_seen)}"]
        if not ad.open:
            facts.append("no longer on its board")
        if ad.told_again:
            facts.append(f"told {ad.told_again + 1} times")
        console.print(f"  {' · '.join(f for f in facts if f)}", style="dim")
        console.print(f"  {ad.url or ad.key}", style="dim")
    console.print(f"\n{len(found.ads):,} of {found.n:,}")


def _seen(first: str, last: str) -> str:
    return last if first == last else f"{first} to {last}"


def quarantine(found: Sequence[Quarantined], console: Console) -> None:
    """Rows set aside, by reason."""
    if not found:
        console.print("Nothing was set aside.")
    for row in found:
        console.print(f"{row.n:,} of {row.source}: {row.reason}")
        console.print(f"  such as {row.example[:90]}", style="dim")
