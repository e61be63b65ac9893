"""One ad or text read for a person: what it asks, each fact with the words that say so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rung.app import esco
from rung.catalogue import load
from rung.core.errors import UserError
from rung.reading.ad import AdReading, AdText, Unread, read_ad
from rung.reading.documents import read as read_document
from rung.reading.encoder.tagger import Span
from rung.reading.esco import Link
from rung.reading.pay import Pay
from rung.reading.phrases import phrases_of, unknown
from rung.reading.remote import Remote
from rung.reading.skills import find, lexicon

STDIN = "-"
_KINDS = {
    "onsite": "on site",
    "hybrid": "partly in the office",
    "remote_country": "remote, within a country or region",
    "remote_anywhere": "remote, from anywhere",
}
LONGEST_NAME = 250
"""Characters up to which an argument may name a file."""

ENDINGS = (".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".json")
"""Endings by which words are taken for the name of a file that isn't there."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an ad states: ``words`` stand in it as they are here; empty where a field of
    the board or the absence of words decided.
    """

    name: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """A skill an ad asks; those with the same ``alternatives`` number stand for one another."""

    id: str
    label: str
    strength: str
    alternatives: int | None
    years: float | None
    words: str


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """A phrase no catalogue name covers, with the ESCO concepts nearest to it where asked for."""

    words: str
    kind: str
    confidence: float
    esco: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReadAd:
    """An ad read; ``unread`` says why nothing else is there."""

    language: str
    unread: str
    facts: tuple[Fact, ...]
    skills: tuple[AskedSkill, ...]
    phrases: tuple[OwnPhrase, ...]


@dataclass(frozen=True, slots=True)
class NamedSkill:
    """A catalogue skill a text names, with its words."""

    id: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class NamedSkills:
    """The skills of a text: in the catalogue, and phrases it lacks; ESCO where asked for."""

    skills: tuple[NamedSkill, ...]
    phrases: tuple[OwnPhrase, ...]
    esco: tuple[Link, ...]


def is_file(source: str) -> bool:
    """Whether the words name a file that is there.

    Why a bare word never does: "docker" is a skill, whatever lies in the folder.
    """
    named = 0 < len(source) < LONGEST_NAME and "\n" not in source
    return named and ("." in source or "/" in source) and Path(source).is_file()


def text_of(source: str) -> str:
    """What to read: a file's text, standard input for ``-``, or the words themselves."""
    if source == STDIN:
        return sys.stdin.read()
    if is_file(source):
        return "\n\n".join(page.text for page in read_document(Path(source)).pages)
    if len(source) < LONGEST_NAME and Path(source).suffix.lower() in ENDINGS:
        raise UserError(source, "there is no such file.", "Give a file, a text in quotes, or -.")
    return source


def read(source: str, title: str = "", *, phrases: bool = False, with_esco: bool = False) -> ReadAd:
    """Read an ad that words hold or name; see ``read_words``."""
    return read_words(text_of(source), title, phrases=phrases, with_esco=with_esco)


def read_words(
    text: str, title: str = "", *, phrases: bool = False, with_esco: bool = False
) -> ReadAd:
    """Read an ad's text; ``phrases`` adds what the catalogue lacks, found by the encoder.

    Why apart: words from a browser must never be taken for the name of a file.
    """
    catalogue = load()
    found = read_ad(AdText(title, text), catalogue)
    if isinstance(found, Unread):
        return ReadAd(found.language, found.reason, (), (), ())
    years = {y.id: y.years for y in found.skill_years}
    skills = tuple(
        AskedSkill(s.id, catalogue.skills[s.id].label, s.strength, s.group, years.get(s.id), s.text)
        for s in found.skills
    )
    own = _phrases(text, phrases_of(text), with_esco=with_esco) if phrases or with_esco else ()
    return ReadAd(found.language, "", tuple(_facts(found, title, text)), skills, own)


def skills_in(source: str, *, with_esco: bool = False) -> NamedSkills:
    """The skills of what words hold or name; see ``skills_in_words``."""
    return skills_in_words(text_of(source), with_esco=with_esco)


def skills_in_words(text: str, *, with_esco: bool = False) -> NamedSkills:
    """The skills a text names, each once; with ESCO, the concepts nearest to each phrase."""
    catalogue = load()
    first: dict[str, NamedSkill] = {}
    for m in find(text, lexicon(catalogue)):
        first.setdefault(m.id, NamedSkill(m.id, catalogue.skills[m.id].label, m.text))
    own = _phrases(text, phrases_of(text, "all"), with_esco=with_esco)
    linked = esco.link(text[:1000]).links if with_esco else ()
    return NamedSkills(tuple(first.values()), own, linked)


def _phrases(text: str, phrases: tuple[Span, ...], *, with_esco: bool) -> tuple[OwnPhrase, ...]:
    mentions = find(text, lexicon(load()))
    seen: dict[str, OwnPhrase] = {}
    for p in unknown(phrases, mentions):
        key = p.text.lower()
        if key not in seen:
            links = esco.link(p.text, most=3).links if with_esco else ()
            seen[key] = OwnPhrase(p.text, p.layer, p.confidence, links)
    return tuple(seen.values())


def _facts(read: AdReading, title: str, text: str) -> Iterator[Fact]:
    role = read.role
    name = load().roles[role.role].label if role.role else "none of the field's"
    yield Fact("role", f"{name} ({role.confidence:.0%} sure)", title if role.role else "")
    if read.level:
        yield Fact("level", read.level, "")
    yield Fact("orientation", read.orientation, "")
    if read.track == "manager":
        yield Fact("track", "leads people", title)
    if read.employment:
        yield Fact("employment", read.employment, "")
    if read.years is not None:
        yield Fact("years", f"{read.years:g} or more", "")
    if read.degree:
        higher = f"; {read.degree.higher} welcome" if read.degree.higher else ""
        value = f"{read.degree.level}, {read.degree.strength.replace('_', ' ')}{higher}"
        yield Fact("degree", value, read.degree.text)
    if read.pay:
        yield Fact("pay", _pay(read.pay), text[read.pay.start : read.pay.end])
    if read.remote:
        yield Fact("place of work", _remote(read.remote), read.remote.text)
    yield from _bounds(read)


def _bounds(read: AdReading) -> Iterator[Fact]:
    """What the work is bound by: permits, the employer's trade, technical limits."""
    if read.visa:
        yield Fact("visa", read.visa.kind.replace("_", " "), read.visa.text)
    if read.industry:
        label = load().industries[read.industry.id].label
        yield Fact(
            "industry", f"{label} ({read.industry.confidence:.0%} of the signs)", read.industry.text
        )
    for bound in read.constraints:
        yield Fact("bound", bound.kind.replace("_", " "), bound.text)


def _pay(pay: Pay) -> str:
    ends = [f"{x:,.0f}" if x >= 1000 else f"{x:g}" for x in (pay.low, pay.high) if x is not None]
    if pay.low is None:
        ends.insert(0, "up to")
    amount = " ".join(ends) if pay.low is None else "–".join(dict.fromkeys(ends))
    more = " or more" if pay.high is None else ""
    return f"{pay.currency} {amount}{more} a {pay.period}"


def _remote(remote: Remote) -> str:
    days = f", {remote.days:g} days a week in the office" if remote.days else ""
    zone = f", {remote.zone}" if remote.zone else ""
    return f"{_KINDS[remote.kind]}{days}{zone}"
