"""What each ad that counts asks, numbered, and what may be said about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rung.catalogue.load import Catalogue
from rung.market.manifest import LeftOut
from rung.market.readings import Reading
from rung.market.references import Fact
from rung.market.sift import Kept, Progress
from rung.market.sources import source_of
from rung.reading.degrees import degree_of, names_mba
from rung.reading.sections import sections
from rung.reading.seniority import level_in_title, level_of
from rung.reading.skills import lexicon
from rung.reading.strength import Requirement, read_requirements
from rung.reading.years import years_in

TELLING = 6
"""Skills from which two ads of one employer with the same list are one ad in two wordings."""


@dataclass(frozen=True, slots=True)
class Asking:
    """An ad with what it asks."""

    ad: Kept
    asks: tuple[Requirement, ...]

    @property
    def skills(self) -> frozenset[str]:
        """Every skill it asks."""
        return frozenset(r.id for r in self.asks)


def read_ads(
    kept: Sequence[Kept], catalogue: Catalogue, progress: Progress
) -> tuple[tuple[Asking, ...], tuple[LeftOut, ...]]:
    """What each ad asks, in the order of day, source and id; and how many were left out.

    Why some only fall out here: an employer's ad reworded for each place names the same
    skills, and an ad in which none can be read (its text cut, mostly) tells nothing.
    """
    words = lexicon(catalogue)
    seen: set[tuple[str, str, frozenset[str]]] = set()
    read: list[Asking] = []
    repeats = empty = 0
    for number, ad in enumerate(kept):
        if number % 200 == 0:
            progress(number, len(kept), "Reading what ads ask")
        asking = Asking(ad, read_requirements(ad.posting.text, words))
        key = (ad.employer, ad.role, asking.skills)
        if not asking.skills:
            empty += 1
        elif ad.employer and len(asking.skills) >= TELLING and key in seen:
            repeats += 1
        else:
            seen.add(key)
            read.append(asking)
    read.sort(key=lambda a: (a.ad.posting.seen, a.ad.posting.source, a.ad.posting.id))
    alike = LeftOut("repeat: same employer, role and skills", repeats)
    return tuple(read), (alike, LeftOut("no skill read in its text", empty))


def reading(number: int, asking: Asking) -> Reading:
    """The anonymous row of an ad.

    Why a remote ad loses its cities: it is open to the whole country.
    """
    posting, places = asking.ad.posting, asking.ad.places
    remote = any(p.remote for p in places)
    parts = sections(posting.text)
    years, degree = years_in(posting.text, parts), degree_of(posting.text, parts)

    def named(strength: str) -> frozenset[str]:
        return frozenset(r.id for r in asking.asks if r.strength == strength)

    return Reading(
        ad=number,
        role=asking.ad.role,
        level=level_of(posting.title, years, posting.text),
        metros=frozenset(p.metro for p in places if p.metro and not remote),
        countries=frozenset(p.country for p in places if p.country),
        regions=frozenset(p.region for p in places if p.region),
        remote=remote or bool(posting.remote),
        month=posting.month,
        source=source_of(posting.source).id,
        required=named("required"),
        preferred=named("preferred"),
        mentioned=named("mentioned"),
        titled=level_in_title(posting.title),
        years=years,
        degree=degree.level if degree else None,
        degree_strength=degree.strength if degree else None,
        mba=names_mba(posting.text),
    )


def facts(asking: Sequence[Asking]) -> Mapping[int, Fact]:
    """What may be said about each ad, by its number."""
    return {number: _fact(number, a.ad) for number, a in enumerate(asking, 1)}


def _fact(number: int, ad: Kept) -> Fact:
    posting = ad.posting
    title, employer = (" ".join(t.split()) for t in (posting.title, posting.company))
    return Fact(number, title, employer, posting.url, source_of(posting.source).id, posting.seen)
