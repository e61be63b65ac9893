"""A profile from a document: the one function other rooms call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rung.catalogue import Catalogue
from rung.catalogue.records import Places
from rung.core.records import Span
from rung.profile import corrections, from_jsonresume, implied, merge, parts, signals, skills, years
from rung.profile.corrections import Correction
from rung.profile.parts import Parts
from rung.profile.records import Conflict, Profile
from rung.profile.words import PlaceNames
from rung.reading.documents.records import Document
from rung.reading.skills import Lexicon, find, lexicon


def build(document: Document, catalogue: Catalogue, today: date) -> Profile:
    """The person a document shows, as of ``today``. What isn't clear stays unknown."""
    return build_all([document], (), catalogue, today)


def build_all(
    documents: Sequence[Document],
    corrected: Sequence[Correction],
    catalogue: Catalogue,
    today: date,
) -> Profile:
    """One person from several documents, newest first, with their own corrections in place."""
    words = lexicon(catalogue, resume=True)
    readings = [_parts(d, catalogue, words) for d in documents]
    merged = merge.merge(readings)
    fixed = corrections.apply(merged.parts, corrected)
    read = fixed.parts
    named = [
        sign
        for document, own, share in zip(documents, readings, merged.shares, strict=True)
        for sign in skills.signs(document, _share(own, read, share, fixed.kept), words, today)
    ]
    shown = implied.combined(
        skills.gathered(s for s in named if s.skill not in fixed.without),
        implied.by_publication(read.publications, catalogue),
        implied.by_degree(read.education, catalogue, today),
        implied.by_title(read.work, catalogue, today),
    )
    held = implied.implied((s for s in shown if s.id not in fixed.without), catalogue)
    warnings = tuple(dict.fromkeys(w for d in documents for w in d.warnings))
    return Profile(
        documents=tuple(d.name for d in documents),
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
        skills=tuple(s for s in held if s.id not in fixed.without),
        years=years.years(read.work, today),
        unread=warnings + _unread(read) + fixed.notes,
        listed=read.listed,
        languages=read.languages,
        awards=read.awards,
        volunteering=read.volunteering,
        interests=read.interests,
        conflicts=_open(merged.conflicts, read, fixed.kept),
        signals=signals.signals(read.work, read.built),
    )


def _open(found: tuple[Conflict, ...], read: Parts, kept: tuple[int, ...]) -> tuple[Conflict, ...]:
    """The conflicts the person hasn't settled, under the numbers their positions have now."""
    standing = _values(read)
    left: list[Conflict] = []
    for conflict in found:
        kind, _, rest = conflict.field.partition("/")
        if conflict.chosen.span not in standing:
            continue
        if kind == "work":
            number, _, field = rest.partition("/")
            at = kept.index(int(number) - 1) + 1
            left.append(replace(conflict, field=f"work/{at}/{field}"))
        else:
            left.append(conflict)
    return tuple(left)


def _values(read: Parts) -> set[Span]:
    """Where every value that conflicts can be about stands."""
    contact = read.contact
    values = [contact.name, contact.email, contact.phone, contact.location, contact.headline]
    spans = set()
    for work in read.work:
        values += [work.title, work.employer, work.place]
        spans |= {work.period.span} if work.period else set()
    for study in read.education:
        values += [study.field, study.institution]
        spans |= {study.period.span} if study.period else set()
    return spans | {v.span for v in values if v}


def _parts(document: Document, catalogue: Catalogue, words: Lexicon) -> Parts:
    if document.data is not None:
        return from_jsonresume.read(document, document.data)
    places = place_names(catalogue.places)
    return parts.read(document, places, lambda text: _is_skill(text, words))


def _share(
    own: Parts, read: Parts, share: tuple[tuple[Span, ...], ...], kept: tuple[int, ...]
) -> Parts:
    """What one document shows of the person: its lines, under titles and dates as they stand."""
    work = tuple(
        replace(position, lines=share[before])
        for position, before in zip(read.work, kept, strict=True)
    )
    return replace(own, work=work)


def _is_skill(text: str, words: Lexicon) -> bool:
    """Whether a text is, as a whole, the name of a catalogue skill."""
    return any(m.start == 0 and m.end == len(text) for m in find(text, words))


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
