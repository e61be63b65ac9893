"""What the person set right: kept by what it was about, so that it outlasts a new reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rung.core.errors import UserError
from rung.core.records import Span
from rung.profile import dates
from rung.profile.degrees import level_of
from rung.profile.parts import Parts
from rung.profile.records import Education, Month, Period, Profile, Value, Work, said
from rung.profile.same import plain, same_text
from rung.reading.documents.records import Document, Line, Page

NAME = "your corrections"
"""The document that corrected values are quoted from."""
SCALARS = ("name", "email", "phone", "location", "headline")
FIELDS = {
    "work": ("title", "employer", "start", "end", "place"),
    "education": ("degree", "field", "institution", "start", "end"),
}
LISTS = ("project", "publication", "certificate", "award", "language", "volunteer")


@dataclass(frozen=True, slots=True)
class Entry:
    """Which position or course a correction is about, by what was read before it."""

    kind: str
    first: str
    """A title or degree; for other kinds the whole name."""
    second: str = ""
    """An employer or school."""
    start: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One value set right. ``value`` is None where it was taken out.

    ``field`` is a scalar's name, a field of an entry, or empty for an entry as a whole;
    ``skill`` corrections name a catalogue skill the person doesn't claim.
    """

    field: str
    value: str | None
    was: str
    day: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """Parts as the person wants them; ``kept[i]`` is where position ``i`` stood before."""

    parts: Parts
    kept: tuple[int, ...]
    without: frozenset[str]
    """Skills taken out."""
    notes: tuple[str, ...]
    """Corrections that no longer have anything to set right."""


def document(corrections: Sequence[Correction]) -> Document:
    """The corrections as lines of a document, for their values to be quoted from."""
    lines: list[Line] = []
    at = 0
    for correction in corrections:
        text = correction.value or ""
        lines.append(Line(text, at))
        at += len(text) + 1
    page = Page(1, "\n".join(line.text for line in lines), tuple(lines))
    return Document(NAME, "text", "", (page,))


def apply(parts: Parts, corrections: Sequence[Correction]) -> Corrected:
    """The parts with every correction in place, oldest first."""
    page = document(corrections)
    spans = [page.span(1, ln.start, ln.start + len(ln.text)) for ln in page.pages[0].lines]
    work: list[Work | None] = list(parts.work)
    studies: list[Education | None] = list(parts.education)
    contact, notes, without = parts.contact, list[str](), set[str]()
    for correction, span in zip(corrections, spans, strict=True):
        entry = correction.entry
        value = Value(correction.value, span) if correction.value is not None else None
        if entry is None:
            scalar: dict[str, Any] = {correction.field: value}
            contact = replace(contact, **scalar)
        elif entry.kind == "skill":
            without.add(entry.first)
        elif entry.kind == "work":
            at = _find([(_work_entry(w) if w else None) for w in parts.work], entry)
            _set(work, at, correction, value, notes)
        elif entry.kind == "education":
            at = _find([(_study_entry(s) if s else None) for s in parts.education], entry)
            _set(studies, at, correction, value, notes)
        else:
            parts = _without(parts, entry, notes)
    kept = tuple(i for i, w in enumerate(work) if w is not None)
    changed = replace(
        parts,
        contact=contact,
        work=tuple(w for w in work if w is not None),
        education=tuple(s for s in studies if s is not None),
    )
    return Corrected(changed, kept, frozenset(without), tuple(notes))


def _find(entries: list[Entry | None], wanted: Entry) -> int | None:
    """The entry a correction is about: the same one, else the one most like it."""
    for at, entry in enumerate(entries):
        if entry == wanted:
            return at
    scored = [(_likeness(e, wanted), -at) for at, e in enumerate(entries) if e]
    best = max(scored, default=(0, 0))
    return -best[1] if best[0] >= 2 else None


def _likeness(entry: Entry, wanted: Entry) -> int:
    pairs = ((entry.first, wanted.first), (entry.second, wanted.second))
    alike = sum(bool(a and b and same_text(a, b)) for a, b in pairs)
    return alike + bool(entry.start and entry.start[:4] == wanted.start[:4])


def _set(
    held: list[Any],
    at: int | None,
    correction: Correction,
    value: Value | None,
    notes: list[str],
) -> None:
    entry = correction.entry
    if at is None or held[at] is None:
        what = " — ".join(t for t in (entry.first, entry.second) if t) if entry else ""
        notes.append(f"Your correction of {what!r} matches nothing in your documents any more.")
        return
    here = held[at]
    if not correction.field:
        held[at] = None
    elif isinstance(here, Work):
        held[at] = _work_with(here, correction.field, value)
    elif isinstance(here, Education):
        held[at] = _study_with(here, correction.field, value)


def _work_with(work: Work, field: str, value: Value | None) -> Work:
    if field in ("start", "end"):
        return replace(work, period=_period(work.period, field, value))
    changes: dict[str, Any] = {field: value}
    return replace(work, **changes)


def _study_with(study: Education, field: str, value: Value | None) -> Education:
    if field in ("start", "end"):
        return replace(study, period=_period(study.period, field, value))
    if field == "degree":
        named = level_of(value.value) if value else "none"
        return replace(study, degree=value, level=named, span=value.span if value else study.span)
    changes: dict[str, Any] = {field: value}
    return replace(study, **changes)


def _period(period: Period | None, field: str, value: Value | None) -> Period | None:
    current = field == "end" and value is not None and dates.is_present(value.value)
    month = month_of(value.value) if value and not current else None
    if period is None:
        if value is None:
            return None
        return Period(month if field == "start" else None, None, current, value.span)
    span = value.span if value else period.span
    if field == "start":
        return replace(period, start=month, span=span)
    return replace(period, end=month, current=current, span=span)


def month_of(text: str) -> Month:
    """A month or year as a person writes it; UserError where it is none."""
    hits = dates.find(text)
    if len(hits) != 1 or hits[0].first is None or hits[0].range:
        raise UserError(f"date {text!r}", "is no month or year.", "Write 2021-03, 2021 or present.")
    return hits[0].first


def _without(parts: Parts, entry: Entry, notes: list[str]) -> Parts:
    """The parts without one item of a list."""
    name, items = _list_of(parts, entry.kind)
    left = tuple(i for i in items if plain(label_of(i)) != plain(entry.first))
    if len(left) == len(items):
        notes.append(f"Your removal of {entry.first!r} matches nothing in your documents any more.")
    changes: dict[str, Any] = {name: left}
    return replace(parts, **changes)


def _list_of(parts: Parts | Profile, kind: str) -> tuple[str, tuple[object, ...]]:
    name = {
        "project": "projects",
        "publication": "publications",
        "certificate": "certificates",
        "award": "awards",
        "language": "languages",
        "volunteer": "volunteering",
    }[kind]
    return name, getattr(parts, name)


def label_of(item: object) -> str:
    """The name by which an item of a list is known."""
    for field in ("name", "title", "language", "employer"):
        found = getattr(item, field, None)
        if isinstance(found, Value):
            return found.value
    span = getattr(item, "span", None)
    return span.text if isinstance(span, Span) else ""


def renamed(entry: Entry, correction: Correction) -> Entry:
    """The entry as it shows once a correction changed its names or its start."""
    value = correction.value or ""
    if correction.field in ("title", "degree"):
        return replace(entry, first=value)
    if correction.field in ("employer", "institution"):
        return replace(entry, second=value)
    if correction.field == "start" and value:
        return replace(entry, start=month_of(value).iso)
    return entry


def is_present(text: str) -> bool:
    """Whether a text says that something goes on."""
    return dates.is_present(text)


def _work_entry(work: Work) -> Entry:
    return Entry("work", said(work.title), said(work.employer), _start(work.period))


def _study_entry(study: Education) -> Entry:
    return Entry("education", said(study.degree), said(study.institution), _start(study.period))


def _start(period: Period | None) -> str:
    start = (period.start or period.end) if period else None
    if start is None:
        return ""
    return start.iso


def at_path(parts: Parts | Profile, path: str) -> tuple[str, Entry | None, str]:
    """What a path of `rung profile show` speaks of: field, entry, and the value there.

    Raises UserError naming the paths that exist.
    """
    name, _, rest = path.strip().strip("/").partition("/")
    if name in SCALARS and not rest:
        held = parts.contact if isinstance(parts, Parts) else parts
        return name, None, said(getattr(held, name))
    if name == "skill" and rest:
        return "", Entry("skill", rest), rest
    number, _, field = rest.partition("/")
    if name in FIELDS:
        items = parts.work if name == "work" else parts.education
        at = _number(path, number, len(items))
        item = items[at]
        entry = _work_entry(item) if isinstance(item, Work) else _study_entry(item)
        if field and field not in FIELDS[name]:
            raise _no_path(path, f"fields of {name} are {', '.join(FIELDS[name])}")
        return field, entry, _held(item, field)
    if name in LISTS and not field:
        _, held_items = _list_of(parts, name)
        at = _number(path, number, len(held_items))
        label = label_of(held_items[at])
        return "", Entry(name, label), label
    known = ", ".join((*SCALARS, "work/1/title", "education/1/field", "project/1", "skill/python"))
    raise _no_path(path, f"paths look like {known}")


def _held(item: Work | Education, field: str) -> str:
    if not field:
        return " — ".join(
            said(v)
            for v in (
                (item.title, item.employer)
                if isinstance(item, Work)
                else (item.degree, item.institution)
            )
            if v
        )
    if field in ("start", "end"):
        month: Month | None = getattr(item.period, field) if item.period else None
        if month is None:
            return "present" if item.period and item.period.current and field == "end" else ""
        return month.iso
    return said(getattr(item, field))


def _number(path: str, number: str, most: int) -> int:
    if not number.isdigit() or not 1 <= int(number) <= most:
        raise _no_path(path, f"there are {most}, counted from 1" if most else "there are none")
    return int(number) - 1


def _no_path(path: str, why: str) -> UserError:
    return UserError(f"{path!r}", f"is no place in the profile: {why}.", "See: rung profile show")
