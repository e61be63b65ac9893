"""Which ads are counted: English, of a known role, each once, no employer too often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rung.catalogue.load import Catalogue
from rung.market.manifest import LeftOut
from rung.market.postings import Posting
from rung.reading.language import language_of
from rung.reading.places import Place, places_of
from rung.reading.titles import normalise_title, role_of

MOST_ALIKE, MOST_OF_ONE = 5, 10
"""Ads counted of one employer under one title, and for one role: the same text goes out for
many places, and a few employers would else speak for the market."""

Progress = Callable[[int, int, str], None]

_LANGUAGES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "nl": "Dutch",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """An ad that counts, with what its title and location say."""

    posting: Posting
    role: str
    title: str
    """The title without level, place and numbers."""
    employer: str
    """The employer's name without case and signs; empty where unknown."""
    places: tuple[Place, ...]


@dataclass
class _Seen:
    """What earlier ads hold, to tell repeats."""

    texts: set[str] = field(default_factory=set)
    places: set[tuple[str, str, str]] = field(default_factory=set)
    alike: Counter[tuple[str, str]] = field(default_factory=Counter)
    of_one: Counter[tuple[str, str]] = field(default_factory=Counter)


def sift(
    postings: Sequence[Posting], catalogue: Catalogue, progress: Progress
) -> tuple[tuple[Kept, ...], tuple[LeftOut, ...]]:
    """The ads that count, and how many of the others there are for each reason."""
    seen, left_out = _Seen(), Counter[str]()
    kept: list[Kept] = []
    for at, posting in enumerate(postings):
        if at % 500 == 0:
            progress(at, len(postings), "Sorting ads into roles")
        found = _judge(posting, catalogue, seen)
        if isinstance(found, Kept):
            kept.append(found)
        else:
            left_out[found] += 1
    ordered = sorted(left_out.items(), key=lambda item: (-item[1], item[0]))
    return tuple(kept), tuple(LeftOut(reason, n) for reason, n in ordered)


def _judge(posting: Posting, catalogue: Catalogue, seen: _Seen) -> Kept | str:
    """The ad made ready, or why it isn't counted."""
    language = language_of(f"{posting.title}\n{posting.text}")
    if language != "en":
        return f"language: {_LANGUAGES.get(language, 'other')}"
    role = role_of(posting.title, posting.text, catalogue).role
    if role is None:
        return "another role"
    kept = Kept(
        posting,
        role,
        normalise_title(posting.title),
        plain_name(posting.company),
        places_of(posting.location, posting.country_hint, catalogue.places),
    )
    return _repeat(kept, seen) or kept


def _repeat(kept: Kept, seen: _Seen) -> str | None:
    """Why the ad repeats earlier ones, or None; it is remembered either way."""
    posting, place = kept.posting, kept.places[0]
    if posting.text_hash in seen.texts:
        return "repeat: same text"
    seen.texts.add(posting.text_hash)
    if not kept.employer:
        return None
    where = place.metro or place.subdivision or place.country or posting.location.casefold()
    if (kept.employer, kept.title, where) in seen.places:
        return "repeat: same employer, title and place"
    seen.places.add((kept.employer, kept.title, where))
    seen.alike[kept.employer, kept.title] += 1
    if seen.alike[kept.employer, kept.title] > MOST_ALIKE:
        return f"more than {MOST_ALIKE} ads of one employer under one title"
    seen.of_one[kept.employer, kept.role] += 1
    if seen.of_one[kept.employer, kept.role] > MOST_OF_ONE:
        return f"more than {MOST_OF_ONE} ads of one employer for one role"
    return None


_SIGNS = re.compile(r"[\W_]+")
_FORMS = re.compile(r"\b(?:inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|se|pty|bv|sa)\b")


def plain_name(company: str) -> str:
    """An employer's name without case, signs and legal form.

    >>> plain_name("Acme Robotics, Inc.") == plain_name("acme-robotics")
    True
    """
    bare = _SIGNS.sub("", _FORMS.sub(" ", _SIGNS.sub(" ", company.casefold())))
    return bare.removesuffix("careers").removesuffix("career")
