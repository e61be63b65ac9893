"""The ladder, and one person on it: what rungs ask, what ads ask, what the next one needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rung import market
from rung.app.goal import find_role
from rung.app.my_profile import the_profile
from rung.catalogue import load
from rung.catalogue.records import LadderLevel
from rung.catalogue.rungs import ads_role
from rung.core.errors import UserError
from rung.core.records import Span
from rung.fit import read_level
from rung.fit.level import lines_showing
from rung.fit.records import LevelReading
from rung.market.asked import years
from rung.market.readings import Reading
from rung.market.records import AdRef, Count, SnapshotInfo, YearsAsked
from rung.profile.records import LevelSign, Profile

TRACKS = {"ic": "technical", "management": "management"}
COUNTED_AS = {"vp": "director"}
"""Rungs whose titles ads don't let one tell from another's."""

NAMED = 3
PACKET_LINES = 4

FACETS: dict[LevelSign, str] = {
    "scope": "Scope: how many people, systems or users it reached",
    "ownership": "Ownership: what was yours from problem to outcome",
    "mentoring": "Others: who can do more because of you",
    "metrics": "Results: the number that moved, from what to what",
}
"""The parts of a packet, in the order it is read; our own choice."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: what it is, what guides say, and what ads with its title ask."""

    id: str
    label: str
    track: str
    scope: str
    asks: tuple[str, ...]
    years: tuple[float, float | None]
    """The usual span by our own record."""
    guide: str
    ads: Count
    """Ads whose title names the rung."""
    asked: YearsAsked
    titles: tuple[AdRef, ...]
    note: str


@dataclass(frozen=True, slots=True)
class LadderAnswer:
    """The rungs of one track or both, lowest first."""

    role: str | None
    snapshot: SnapshotInfo
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a promotion packet: own lines, or what is still to be written."""

    title: str
    lines: tuple[Span, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """One person's rung, what speaks against a higher one, and the packet for the next."""

    documents: tuple[str, ...]
    level: LevelReading
    against: tuple[str, ...]
    rung: Rung | None
    next: Rung | None
    shown: tuple[Span, ...]
    """Lines that show the next rung's scope already."""
    packet: tuple[Section, ...]
    snapshot: SnapshotInfo


def ladder_answer(track: str | None, role: str | None) -> LadderAnswer:
    """The ladder as our records, the guides and ads tell it; of one role's ads where asked."""
    catalogue, snapshot = load(), market.load()
    wanted = find_role(catalogue, role) if role else None
    kinds = _tracks(track)
    ads = [a for a in snapshot.readings if wanted is None or a.role == ads_role(wanted)]
    levels = [lv for lv in catalogue.levels.values() if lv.track in kinds]
    return LadderAnswer(
        wanted.id if wanted else None, snapshot.info, tuple(_rung(lv, ads) for lv in levels)
    )


def _tracks(name: str | None) -> tuple[str, ...]:
    if name is None:
        return tuple(TRACKS)
    key = name.strip().casefold()
    found = tuple(t for t, label in TRACKS.items() if key in (t, label))
    if not found:
        raise UserError(f"--track {name!r}", "is none there is.", "Tracks: technical, management.")
    return found


def _rung(level: LadderLevel, ads: Sequence[Reading]) -> Rung:
    titled = [a for a in ads if a.titled == COUNTED_AS.get(level.id, level.id)]
    snapshot = market.load()
    facts = [snapshot.references[a.ad] for a in titled if a.ad in snapshot.references]
    newest = sorted(facts, key=lambda f: (f.seen, f.ad), reverse=True)
    distinct = {f.title.casefold(): f for f in reversed(newest)}
    named = sorted(distinct.values(), key=lambda f: (f.seen, f.ad), reverse=True)[:NAMED]
    other = COUNTED_AS.get(level.id)
    return Rung(
        id=level.id,
        label=level.label,
        track=TRACKS[level.track],
        scope=level.scope,
        asks=tuple(level.asks),
        years=level.years,
        guide=level.guide or "",
        ads=Count(len(titled), len(ads)),
        asked=years(titled),
        titles=tuple(f.ref(snapshot.source_label(f.source)) for f in named),
        note=f"Ads are counted with those for {other}s." if other else "",
    )


def level_answer(path: Path | None, today: date) -> LevelAnswer:
    """The rung a person's documents carry, with what speaks for and against it."""
    catalogue, snapshot = load(), market.load()
    profile = the_profile(path, today)
    reading = read_level(catalogue, profile, today)
    ads = snapshot.readings
    above = catalogue.levels.get(reading.next.id) if reading.next else None
    here = catalogue.levels.get(reading.id) if reading.id else None
    shown = lines_showing(catalogue, profile, above) if above else ()
    return LevelAnswer(
        documents=profile.documents,
        level=reading,
        against=_against(reading, above, shown),
        rung=_rung(here, ads) if here else None,
        next=_rung(above, ads) if above else None,
        shown=shown,
        packet=_packet(profile) if above else (),
        snapshot=snapshot.info,
    )


def _against(
    reading: LevelReading, above: LadderLevel | None, shown: Sequence[Span]
) -> tuple[str, ...]:
    """Why it isn't the next rung, as far as documents tell."""
    if above is None or reading.years is None:
        return ()
    found = []
    if reading.years < above.years[0]:
        found.append(
            f"{reading.years:.1f} years of dated work; {above.label} usually begins at "
            f"{above.years[0]:g}."
        )
    lines = "1 line shows" if len(shown) == 1 else f"{len(shown)} lines show"
    found.append(f"No title of yours names {above.label}, and {lines} its scope.")
    return tuple(found)


def _packet(profile: Profile) -> tuple[Section, ...]:
    """The outline of a promotion packet, filled with the person's own lines alone."""
    by_kind = {s.kind: s.spans for s in profile.signals}
    return tuple(
        Section(title, by_kind.get(kind, ())[:PACKET_LINES], _MISSING[kind])
        for kind, title in FACETS.items()
    )


_MISSING: dict[LevelSign, str] = {
    "scope": "No line says how many it reached. Was it a team, three teams, all users?",
    "ownership": "No line says what you answered for. Which decision was yours?",
    "mentoring": "No line says whom you helped along. What can they do now?",
    "metrics": "No line holds a result with a number. What changed, measured how?",
}
