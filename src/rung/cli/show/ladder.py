"""The ladder and one person's rung on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from rung.app.ladder import LadderAnswer, LevelAnswer, Rung
from rung.cli.show.base import heading
from rung.cli.show.person import quote
from rung.core.records import Span
from rung.market.records import SnapshotInfo
from rung.report import words


def ladder(found: LadderAnswer, console: Console) -> None:
    """Rung by rung: ours, the guides', the ads'."""
    track = ""
    for rung in found.rungs:
        if rung.track != track:
            track = rung.track
            heading(console, f"{track.capitalize()} track")
        heading(console, f"\n{rung.label}", f": {rung.scope}")
        _rung(rung, console)
        for ask in rung.asks:
            console.print(f"  - {ask}")
    _basis(found.snapshot, console)


def _rung(rung: Rung, console: Console) -> None:
    low, high = rung.years
    span = f"{low:g} to {high:g}" if high is not None else f"from {low:g}"
    console.print(f"  Usually: {span} years.")
    console.print(f"  Ads: {_ads(rung)}")
    if rung.titles:
        named = "; ".join(f"{t.title}, {t.employer} ({t.seen})" for t in rung.titles)
        console.print(f"    {words.line(named, 200)}", style="dim")
    if rung.guide:
        console.print(f"  Guides: {rung.guide}", style="dim")


def _ads(rung: Rung) -> str:
    k, n = rung.ads.k, rung.ads.n
    asked = rung.asked
    said = f"{k} of {n} name it in their title"
    stated = f"{asked.stated.k} of {asked.stated.n} of these state years"
    if asked.p50 is None:
        return f"{said}; {stated}, too few for a middle. {rung.note}".rstrip()
    return (
        f"{said}; {stated}, half of them ask at least {asked.p25:g} to {asked.p75:g}, middle "
        f"{asked.p50:g}. {rung.note}"
    ).rstrip()


def level(found: LevelAnswer, console: Console) -> None:
    """The rung, what speaks for and against, the next one, and a packet of own lines."""
    reading = found.level
    sure = f", {reading.confidence} confidence" if reading.id else ""
    heading(console, reading.label.capitalize() if not reading.id else reading.label, sure)
    console.print(reading.note)
    for reason in reading.evidence:
        line = f" {quote(reason.spans[0], 70)}" if reason.spans else ""
        console.print(f"  + {reason.text}{line}")
    for text in found.against:
        console.print(f"  − {text}")
    if found.rung:
        console.print(f"Ads: {_ads(found.rung)}")
    if found.next is None:
        _basis(found.snapshot, console)
        return
    _next(found.next, found, console)
    _basis(found.snapshot, console)


def _next(above: Rung, found: LevelAnswer, console: Console) -> None:
    heading(console, f"\nNext: {above.label}", f": {above.scope}")
    console.print(f"Ads: {_ads(above)}")
    for ask in above.asks:
        console.print(f"  - {ask}")
    if found.shown:
        console.print("Lines of yours that show it already:")
        _quoted(found.shown[:6], console)
    heading(console, "\nA packet for it, from your own lines")
    for section in found.packet:
        console.print(section.title)
        _quoted(section.lines, console)
        if not section.lines:
            console.print(f"  ? {section.missing}")


def _quoted(lines: Sequence[Span], console: Console) -> None:
    for line in lines:
        console.print(f"  + {quote(line, 88)}")


def _basis(snapshot: SnapshotInfo, console: Console) -> None:
    console.print(
        f"\nAds: snapshot {snapshot.version}, {snapshot.ads} ads read {snapshot.first} to "
        f"{snapshot.last}.",
        style="dim",
    )
