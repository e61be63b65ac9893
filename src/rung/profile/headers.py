"""Title, employer and place in the header of one position, in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rung.profile.fragments import BARE, COMMA, fragments, strip, unwrapped
from rung.profile.rows import Row, split
from rung.profile.schools import SCHOOL
from rung.profile.words import (
    COMPANY,
    LINK,
    SUFFIX,
    TEAM,
    TITLE,
    TITLE_HEAD,
    PlaceNames,
    is_place,
    is_prose,
)

First = Literal["title", "employer"]

_FUNCTION = re.compile(
    r"(?:(?:platforms?|back-?end|front-?end|full[- ]?stack|infrastructure|infra|data|ai|ml|ads"
    r"|growth|search|payments?|security|mobile|web|cloud|core|machine learning|nlp|vision|r&d"
    r"|computer vision|analytics|research|product|tools|tooling|reliability|ledger|ingest|iot"
    r"|risk|fraud|marketing|sales|operations|engineering|science|apis?|devops|mlops|applied"
    r"|experience|internal|ranking|recommendations?|personali[sz]ation|ios|android|robotics"
    r"|perception|simulation|quality|automation|developer|customer|strategy|finance|and|&|/"
    r"|platform team)\s*)+",
    re.IGNORECASE,
)

_IN = re.compile(r"\s+(?:en|em|presso|na|no)\s+(?=[A-ZÀ-Þ])")
"""Spanish, Portuguese, Italian between a title and an employer, where a name follows."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; ``score`` compares readings of the same lines."""

    title: Row | None = None
    employer: Row | None = None
    score: float = 0.0
    first: First | None = None
    sure: bool = True
    """False where only the other entries' order told title and employer apart."""
    place: Row | None = None


def read(
    lines: Iterable[tuple[Row, ...]], places: PlaceNames, order: First | None = None
) -> Header:
    """The best reading of header lines whose dates are taken out.

    ``order`` is how the section's clear entries begin; it decides where no word tells a
    title from an employer. A value no line gives stays None.
    """
    given = tuple(lines)
    whole = unwrapped(given)
    apart = _read(given, places, order)
    if whole == given:
        return apart
    together = _read(whole, places, order)
    return together if together.score >= apart.score else apart


def _read(lines: tuple[tuple[Row, ...], ...], places: PlaceNames, order: First | None) -> Header:
    pieces, place = fragments(lines, places)
    title = _best_title(pieces)
    if title is None:
        return _by_order(pieces, place, order, places)
    rest = [f for f in pieces if f is not title]
    employer = _best_employer(rest)
    unused = len(rest) - (employer is not None)
    if employer is None:
        title, employer = _part(title, places)
    guessed = False
    if employer is None and place is not None and not is_place(place.text, places):
        # an unknown name beside a title alone is sooner an employer's than a town's
        employer, place, guessed = _unplaced(place), None, True
    if employer is not None:
        employer = _trim(employer, places, place is not None)
    score = _title_score(title.text) - 0.75 * unused
    if employer is not None:
        score += 3.0 if COMPANY.search(employer.text) else 2.0
    first: First | None = None
    if employer is not None:
        before = (title.page, title.start) < (employer.page, employer.start)
        first = "title" if before else "employer"
    title = _without_place(title, places)
    title = title.cut(0, len(title.text.rstrip(" .")))
    return Header(
        title, employer, score + (0.3 if place else 0.0), first, sure=not guessed, place=place
    )


def _unplaced(row: Row) -> Row:
    """An employer without the town in brackets behind it ("Amdocs (Raanana)")."""
    bracket = re.search(r"\s*\([^()]*\)$", row.text)
    return row.cut(0, bracket.start()) if bracket and bracket.start() else row


def _title_score(text: str) -> float:
    """A lone "Engineer" is more often the end of a wrapped title than a whole one."""
    if BARE.fullmatch(text):
        return 1.5
    return 3.0 if TITLE_HEAD.search(text) else 2.0


def _best_title(pieces: list[Row]) -> Row | None:
    ranked = [(_title_rank(f.text), f) for f in pieces]
    best = max((r for r, _ in ranked), default=0.0)
    return next((f for r, f in ranked if r == best), None) if best > 0 else None


def _title_rank(text: str) -> float:
    if not TITLE.search(text) or len(text.split()) > 14:
        return 0.0
    rank = 2.0 if TITLE_HEAD.search(text) else 1.0
    cue = COMPANY.search(text)
    if cue and not TITLE.search(text, cue.end()) and not COMMA.search(text):
        rank -= 0.9
    return rank


def _best_employer(pieces: list[Row]) -> Row | None:
    named = [f for f in pieces if _nameable(f.text)]
    cued = [f for f in named if COMPANY.search(f.text)]
    return next(iter(cued or named), None)


def _nameable(text: str) -> bool:
    return (
        (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“«")
        and len(text.split()) <= 10
        and not is_prose(text)
        and not TEAM.search(text)
        and not _FUNCTION.fullmatch(text)
        and ":" not in text
        and not (text.endswith(".") and len(text.split()) > 3 and not SUFFIX.search(text[-8:]))
    )


def _part(title: Row, places: PlaceNames) -> tuple[Row, Row | None]:
    """Title and employer of one "Title, Employer, Place" or "Employer, Title" text."""
    held = _IN.search(title.text)
    if (
        held
        and TITLE.search(title.text[: held.start()])
        and not TITLE.search(title.text, held.end())
    ):
        whose = title.cut(held.end(), len(title.text))
        if _nameable(whose.text) and not _FUNCTION.fullmatch(whose.text):
            return title.cut(0, held.start()), whose
    parts = [strip(p) for p in split(_without_place(title, places), COMMA)]
    titled = [bool(TITLE.search(p.text)) for p in parts]
    if len(parts) < 2:
        return title, None
    if titled[0]:
        last = len(parts) - 1
        if SUFFIX.fullmatch(parts[last].text) and last > 1:
            last -= 1
        if titled[last] and not COMPANY.search(parts[last].text):
            return title, None
        employer = _join(title, parts[last], parts[-1])
        if not _nameable(employer.text):
            return title, None
        return _join(title, parts[0], parts[last - 1]), employer
    at = titled.index(True)
    employer = _join(title, parts[0], parts[at - 1])
    if not _nameable(employer.text):
        return title, None
    return _join(title, parts[at], parts[-1]), employer


def _join(row: Row, first: Row, last: Row) -> Row:
    return row.cut(row.index(first.start), row.index(last.end - 1) + 1)


def _without_place(row: Row, places: PlaceNames) -> Row:
    """The row without a known place at its end (", Berlin", ", Austin, TX", "(Paris)")."""
    bracket = re.search(r"\s*\(([^()]*)\)$", row.text)
    if bracket and (is_place(bracket[1], places) or LINK.fullmatch(bracket[1])):
        row = row.cut(0, bracket.start())
    commas = [m.start() for m in re.finditer(r",\s", row.text)]
    for at in commas[-3:]:
        if is_place(row.text[at + 1 :].strip(), places):
            return row.cut(0, at)
    return row


def _trim(row: Row, places: PlaceNames, placed: bool) -> Row:
    """An employer without its place: ", Berlin" when known, or the last word group when the
    header gives no other place.
    """
    row = strip(_without_place(strip(row), places))
    link = LINK.search(row.text)
    if link and link.start():
        row = strip(row.cut(0, link.start()))
    parts = list(split(row, COMMA))
    if placed or len(parts) < 2:
        return row
    last = parts[-1]
    keep = SUFFIX.fullmatch(last.text) or SCHOOL.search(last.text) or len(last.text.split()) > 3
    return row if keep else row.cut(0, row.index(parts[-2].end - 1) + 1)


def _by_order(
    pieces: list[Row], place: Row | None, order: First | None, places: PlaceNames
) -> Header:
    """Title and employer where no word names a title: only by cue or by the others' order."""
    named = [f for f in pieces if _nameable(f.text)]
    cued = [f for f in named if COMPANY.search(f.text)]
    if order and len(named) == 2:
        title, employer = named if order == "title" else reversed(named)
        if not (COMPANY.search(title.text) and not COMPANY.search(employer.text)):
            employer = _trim(employer, places, place is not None)
            return Header(title, employer, 2.0, order, sure=False, place=place)
    if len(cued) == 1 and len(named) == 2 and len(pieces) == 2:
        title = next(f for f in named if f is not cued[0])
        employer = _trim(cued[0], places, place is not None)
        return Header(title, employer, 2.2, None, sure=False, place=place)
    if cued:
        employer = _trim(cued[0], places, place is not None)
        return Header(None, employer, 1.0 - 0.75 * (len(pieces) - 1))
    return Header(None, None, -0.75 * len(pieces))
