"""JSON Resume: what its fields say, each value with its place in the rendered pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rung.core.records import Span
from rung.profile import dates, education, publications
from rung.profile.contact import Contact
from rung.profile.parts import FOREIGN, Parts
from rung.profile.records import (
    Certificate,
    DegreeLevel,
    Education,
    Language,
    Month,
    Period,
    Project,
    Publication,
    SkillGroup,
    Value,
    Work,
)
from rung.profile.rows import Row
from rung.reading.documents.records import Document

Item = Mapping[str, Any]

_IN = re.compile(r"\b(?:in|en)\s+([A-ZÀ-Þ].*)$")
"""A subject inside the degree's own name ("Master of Science in Physics")."""


class Places:
    """Finds values in the rendering, moving forward so that repeats get their own place.

    Why None: a value the rendering doesn't show can't be quoted, so it isn't used.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at = (0, 0)

    def find(self, text: object, *, move: bool = True) -> Span | None:
        """The next place of ``text``, else its first."""
        if not isinstance(text, str) or not text.strip():
            return None
        bare = text.strip()
        for page, start in (self._at, (0, 0)):
            for number in range(page, len(self._document.pages)):
                body = self._document.pages[number].text
                found = body.find(bare, start if number == page else 0)
                if found >= 0:
                    if move:
                        self._at = (number, found)
                    return self._document.span(number + 1, found, found + len(bare))
        return None

    def value(self, text: object) -> Value | None:
        """The text as a value with its place."""
        span = self.find(text)
        return Value(" ".join(span.text.split()), span) if span else None


def read(document: Document, data: Item) -> Parts:
    """The parts of a JSON Resume document."""
    places = Places(document)
    basics = _mapping(data.get("basics"))
    contact = _contact(places, basics)
    summary = _spans(places, [basics.get("summary")])
    work = tuple(_work(document, places, w) for w in _items(data, "work"))
    shown = _spans(places, (t for v in _items(data, "volunteer") for t in _texts(v)))
    studies = tuple(_education(document, places, e) for e in _items(data, "education"))
    listed = tuple(
        p for p in (_publication(document, places, p) for p in _items(data, "publications")) if p
    )
    claims = _claims(places, data, basics)
    unpaid = tuple(_work(document, places, v) for v in _items(data, "volunteer"))
    return Parts(
        contact=contact,
        summary=summary,
        work=tuple(w for w in work if w.title or w.employer),
        education=tuple(e for e in studies if e),
        publications=listed,
        projects=tuple(_project(document, places, p) for p in _items(data, "projects")),
        built=_spans(places, (t for p in _items(data, "projects") for t in _texts(p))),
        certificates=_credentials(places, data, "certificates", ("name", "issuer")),
        shown=shown,
        claims=claims,
        organisations=tuple(w.employer for w in unpaid if w.employer),
        unread=() if any(_items(data, k) for k in ("work", "education", "skills")) else (FOREIGN,),
        listed=tuple(g for g in (_group(places, s) for s in _items(data, "skills")) if g.keywords),
        languages=_languages(places, data),
        awards=_credentials(places, data, "awards", ("title", "awarder")),
        volunteering=tuple(w for w in unpaid if w.title or w.employer),
        interests=_spans(places, (i.get("name") for i in _items(data, "interests"))),
    )


def _group(places: Places, item: Item) -> SkillGroup:
    label = places.value(item.get("name"))
    words = tuple(v for v in map(places.value, _strings(item.get("keywords"))) if v)
    return SkillGroup(label, words) if words or label is None else SkillGroup(None, (label,))


def _languages(places: Places, data: Item) -> tuple[Language, ...]:
    found = ((places.value(i.get("language")), i.get("fluency")) for i in _items(data, "languages"))
    return tuple(Language(name, places.value(fluency)) for name, fluency in found if name)


def _credentials(
    places: Places, data: Item, section: str, keys: tuple[str, str]
) -> tuple[Certificate, ...]:
    found: list[Certificate] = []
    for item in _items(data, section):
        name = places.value(item.get(keys[0]))
        if name:
            found.append(
                Certificate(name, places.value(item.get(keys[1])), _month(item.get("date")))
            )
    return tuple(found)


def _project(document: Document, places: Places, item: Item) -> Project:
    name = places.value(item.get("name"))
    period = _period(document, places, item, name.span if name else None)
    return Project(name, period, _spans(places, _texts(item)))


def _mapping(item: object) -> Item:
    return item if isinstance(item, Mapping) else {}


def _items(data: Item, key: str) -> tuple[Item, ...]:
    found = data.get(key)
    return tuple(i for i in found if isinstance(i, Mapping)) if isinstance(found, list) else ()


def _either(item: Item, key: str, older: str) -> object:
    """A field by its name, else by the one it had before version 1 of the schema."""
    return item.get(key) or item.get(older)


def _strings(found: object) -> tuple[str, ...]:
    return tuple(s for s in found if isinstance(s, str)) if isinstance(found, list) else ()


def _texts(item: Item) -> tuple[str, ...]:
    own = tuple(item[k] for k in ("summary", "description") if isinstance(item.get(k), str))
    return own + _strings(item.get("highlights")) + _strings(item.get("keywords"))


def _spans(places: Places, texts: Iterable[object]) -> tuple[Span, ...]:
    return tuple(s for s in map(places.find, texts) if s)


def _contact(places: Places, basics: Item) -> Contact:
    home = _mapping(basics.get("location"))
    links = [_either(basics, "url", "website"), *(p.get("url") for p in _items(basics, "profiles"))]
    return Contact(
        places.value(basics.get("name")),
        places.value(basics.get("email")),
        places.value(basics.get("phone")),
        places.value(home.get("city")),
        tuple(v for v in map(places.value, links) if v),
        places.value(basics.get("label")),
    )


def _work(document: Document, places: Places, item: Item) -> Work:
    named = _either(item, "name", "company") or item.get("organization")
    spans = [places.find(t) for t in (item.get("position"), named)]
    title, employer = (Value(s.text, s) if s else None for s in spans)
    anchor = next((s for s in spans if s), None)
    period = _period(document, places, item, anchor)
    place = places.value(item.get("location"))
    return Work(title, employer, period, _spans(places, _texts(item)), place)


def _period(document: Document, places: Places, item: Item, anchor: Span | None) -> Period | None:
    """The dates of an entry. An entry with a start and no end goes on."""
    start, end = _month(item.get("startDate")), _month(item.get("endDate"))
    if anchor is None or (start is None and end is None):
        return None
    place = places.find(item.get("startDate")) or places.find(item.get("endDate"))
    return Period(start, end, end is None, place or _line(document, anchor))


def _month(text: object) -> Month | None:
    hits = dates.find(text) if isinstance(text, str) else ()
    return hits[0].first if hits else None


def _line(document: Document, span: Span) -> Span:
    """The whole line a span stands in."""
    body = document.pages[span.page - 1].text
    start = body.rfind("\n", 0, span.start) + 1
    end = body.find("\n", span.end)
    return document.span(span.page, start, end if end >= 0 else len(body))


def _education(document: Document, places: Places, item: Item) -> Education | None:
    school, degree = (places.value(item.get(k)) for k in ("institution", "studyType"))
    named = _IN.search(degree.value) if degree else None
    field = places.value(named[1] if named else item.get("area"))
    anchor = degree or field or school
    if anchor is None:
        return None
    level: DegreeLevel = education.level_of(degree.value) if degree else "none"
    period = _period(document, places, item, anchor.span)
    return Education(level, degree, field, school, period, _line(document, anchor.span))


def _publication(document: Document, places: Places, item: Item) -> Publication | None:
    span = places.find(item.get("name"))
    if span is None:
        return None
    read = publications.of_span(document, _line(document, span))
    released = _month(item.get("releaseDate"))
    venue = places.value(item.get("publisher")) or read.venue
    year = released.year if released else read.year
    return Publication(read.span, year, venue, Value(" ".join(span.text.split()), span))


def _claims(places: Places, data: Item, basics: Item) -> tuple[tuple[Row, ...], ...]:
    """Everything a list, a label or a certificate names."""
    groups: list[list[object]] = [[basics.get("label"), basics.get("summary")]]
    groups += [[g.get("name"), *_strings(g.get("keywords"))] for g in _items(data, "skills")]
    groups += [[c.get("name")] for c in _items(data, "certificates")]
    groups += [list(_strings(e.get("courses"))) for e in _items(data, "education")]
    groups += [[e.get("area")] for e in _items(data, "education")]
    return tuple(
        tuple(Row(s.page, s.start, s.text) for s in map(places.find, g) if s) for g in groups
    )
