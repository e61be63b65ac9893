"""A profile from a document: the one function other rooms call."""

from __future__ import annotations

from datetime import date

from rung.catalogue import Catalogue
from rung.catalogue.records import Places
from rung.profile import from_jsonresume, implied, parts, skills, years
from rung.profile.parts import Parts
from rung.profile.records import Profile
from rung.profile.words import PlaceNames
from rung.reading.documents.records import Document
from rung.reading.skills import lexicon


def build(document: Document, catalogue: Catalogue, today: date) -> Profile:
    """The person a document shows, as of ``today``. What isn't clear stays unknown."""
    places = place_names(catalogue.places)
    if document.data is not None:
        read = from_jsonresume.read(document, document.data)
    else:
        read = parts.read(document, places)
    named = skills.direct(document, read, lexicon(catalogue, resume=True), today)
    shown = implied.combined(
        named,
        implied.by_publication(read.publications, catalogue),
        implied.by_degree(read.education, catalogue, today),
        implied.by_title(read.work, catalogue, today),
    )
    return Profile(
        documents=(document.name,),
        name=read.contact.name,
        email=read.contact.email,
        phone=read.contact.phone,
        location=read.contact.location,
        links=read.contact.links,
        headline=read.contact.headline,
        summary=read.summary,
        work=read.work,
        education=read.education,
        publications=read.publications,
        projects=read.projects,
        certificates=read.certificates,
        skills=implied.implied(shown, catalogue),
        years=years.years(read.work, today),
        unread=document.warnings + _unread(read),
    )


def place_names(places: Places) -> PlaceNames:
    """Every way the catalogue writes a country, a state or a metro, in lower case."""
    regions: set[str] = set()
    for country in places.countries:
        regions |= {country.label.lower(), *(a.lower() for a in country.aliases)}
    for states in places.subdivisions.values():
        regions |= {s.lower() for pair in states.items() for s in pair}
    cities: set[str] = set()
    for metro in places.metros:
        cities |= {metro.label.lower(), *(a.lower() for a in metro.aliases)}
    return PlaceNames(frozenset(regions), frozenset(cities))


def _unread(read: Parts) -> tuple[str, ...]:
    undated = sum(1 for w in read.work if w.period is None)
    found = list(read.unread)
    if read.contact.name is None:
        found.append("No name was found.")
    if undated:
        found.append(f"{undated} of {len(read.work)} positions give no dates.")
    return tuple(found)
