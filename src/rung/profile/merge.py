"""Several documents of one person as one: what agrees is joined, what differs is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from rung.core.records import Span
from rung.profile.contact import Contact
from rung.profile.parts import Parts
from rung.profile.records import (
    Certificate,
    Conflict,
    DegreeLevel,
    Education,
    Language,
    Period,
    Project,
    Publication,
    SkillGroup,
    Value,
    Work,
)
from rung.profile.same import plain, same_study, same_text, same_work

_LINE_ALIKE = 0.85
_T = TypeVar("_T")
_UNKNOWN: DegreeLevel = "none"


@dataclass(frozen=True, slots=True)
class Merged:
    """One person's parts, where documents differ, and each document's share of the work.

    ``shares[d]`` holds, for every merged position, the lines that document ``d`` gave.
    """

    parts: Parts
    conflicts: tuple[Conflict, ...]
    shares: tuple[tuple[tuple[Span, ...], ...], ...]


def merge(readings: Sequence[Parts]) -> Merged:
    """One set of parts from several, newest document first.

    Why the newest wins: a person updates their résumé; but every other reading is kept as
    a conflict, for them to decide.
    """
    conflicts: list[Conflict] = []
    work, shares = _work(readings, conflicts)
    first = readings[0]
    parts = replace(
        first,
        contact=_contact([r.contact for r in readings], conflicts),
        summary=next((r.summary for r in readings if r.summary), ()),
        work=work,
        education=_education(readings, conflicts),
        publications=_united(readings, lambda r: r.publications, _publication_key),
        projects=_united(readings, lambda r: r.projects, _project_key),
        certificates=_united(readings, lambda r: r.certificates, _certificate_key),
        awards=_united(readings, lambda r: r.awards, _certificate_key),
        languages=_united(readings, lambda r: r.languages, _language_key),
        volunteering=_united(readings, lambda r: r.volunteering, _volunteer_key),
        interests=_united(readings, lambda r: r.interests, lambda s: plain(s.text)),
        listed=_listed(readings),
        unread=tuple(dict.fromkeys(u for r in readings for u in r.unread)),
    )
    return Merged(parts, tuple(conflicts), shares)


def _contact(contacts: Sequence[Contact], conflicts: list[Conflict]) -> Contact:
    def pick(field: str) -> Value | None:
        values = [v for c in contacts if (v := getattr(c, field)) is not None]
        return _chosen(field, values, conflicts)

    links: dict[str, Value] = {}
    for contact in contacts:
        for link in contact.links:
            links.setdefault(plain(link.value), link)
    return Contact(
        pick("name"),
        pick("email"),
        pick("phone"),
        pick("location"),
        tuple(links.values()),
        pick("headline"),
    )


def _chosen(field: str, values: list[Value], conflicts: list[Conflict]) -> Value | None:
    """The newest value; the others noted where they say something else."""
    if not values:
        return None
    seen = {plain(values[0].value)}
    others = []
    for value in values[1:]:
        if plain(value.value) not in seen:
            seen.add(plain(value.value))
            others.append(value)
    if others:
        conflicts.append(Conflict(field, values[0], tuple(others)))
    return values[0]


def _work(
    readings: Sequence[Parts], conflicts: list[Conflict]
) -> tuple[tuple[Work, ...], tuple[tuple[tuple[Span, ...], ...], ...]]:
    groups: list[dict[int, Work]] = []
    for number, reading in enumerate(readings):
        for work in reading.work:
            home = next(
                (
                    g
                    for g in groups
                    if number not in g and any(same_work(w, work) for w in g.values())
                ),
                None,
            )
            if home is None:
                groups.append({number: work})
            else:
                home[number] = work
    if len(readings) > 1:
        groups.sort(key=lambda g: _recency(next(iter(g.values()))), reverse=True)
    merged = tuple(
        _one_work(f"work/{at}", [g[n] for n in sorted(g)], conflicts)
        for at, g in enumerate(groups, 1)
    )
    shares = tuple(
        tuple(g[n].lines if n in g else () for g in groups) for n in range(len(readings))
    )
    return merged, shares


def _recency(work: Work) -> tuple[int, int, int, int]:
    """Newest first, as documents list positions; undated ones last."""
    period = work.period
    if period is None:
        return (0, 0, 0, 0)
    end = (9999, 12) if period.current else (0, 0)
    if period.end is not None:
        end = (period.end.year, period.end.month or 6)
    start = period.start
    return (*end, start.year if start else 0, (start.month or 6) if start else 0)


def _one_work(path: str, found: list[Work], conflicts: list[Conflict]) -> Work:
    def pick(field: str) -> Value | None:
        return _chosen(f"{path}/{field}", [v for w in found if (v := getattr(w, field))], conflicts)

    return Work(
        pick("title"),
        pick("employer"),
        _period(path, [w.period for w in found if w.period], conflicts),
        _lines([w.lines for w in found]),
        pick("place"),
    )


def _period(path: str, periods: list[Period], conflicts: list[Conflict]) -> Period | None:
    """The newest dates, the most precise where the others agree with them."""
    if not periods:
        return None
    best = periods[0]
    for other in periods[1:]:
        if _agree(best, other):
            best = max((best, other), key=_precision)
        else:
            mine = Value(best.span.text, best.span)
            conflicts.append(Conflict(f"{path}/dates", mine, (Value(other.span.text, other.span),)))
    return best


def _agree(a: Period, b: Period) -> bool:
    starts = (a.start, b.start)
    ends = (a.end, b.end)
    if (a.current or b.current) and a.current != b.current:
        return False
    for x, y in (starts, ends):
        if x is None or y is None:
            continue
        if x.year != y.year or (x.month and y.month and x.month != y.month):
            return False
    return True


def _precision(period: Period) -> int:
    return sum(2 if m.month else 1 for m in (period.start, period.end) if m)


def _lines(groups: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Every line once: those of the newest document, then what only others say."""
    kept: list[Span] = []
    for lines in groups:
        known = [plain(k.text) for k in kept]
        kept += [s for s in lines if not any(_says(k, plain(s.text)) for k in known)]
    return tuple(kept)


def _says(known: str, text: str) -> bool:
    if text in known or known == text:
        return True
    return SequenceMatcher(None, known, text).ratio() >= _LINE_ALIKE


def _education(readings: Sequence[Parts], conflicts: list[Conflict]) -> tuple[Education, ...]:
    groups: list[list[Education]] = []
    for reading in readings:
        fresh: list[list[Education]] = []
        for study in reading.education:
            home = next((g for g in groups if any(same_study(s, study) for s in g)), None)
            if home is None:
                fresh.append([study])
            else:
                home.append(study)
        groups += fresh
    return tuple(_one_study(f"education/{at}", g, conflicts) for at, g in enumerate(groups, 1))


def _one_study(path: str, found: list[Education], conflicts: list[Conflict]) -> Education:
    def pick(field: str) -> Value | None:
        values = [v for s in found if (v := getattr(s, field))]
        different = [v for v in values[1:] if not same_text(v.value, values[0].value)]
        return _chosen(f"{path}/{field}", values[:1] + different, conflicts)

    first = found[0]
    level = next((s.level for s in found if s.level != _UNKNOWN), _UNKNOWN)
    return Education(
        level,
        first.degree or next((s.degree for s in found if s.degree), None),
        pick("field"),
        pick("institution"),
        _period(path, [s.period for s in found if s.period], conflicts),
        first.span,
    )


def _united(
    readings: Sequence[Parts], of: Callable[[Parts], tuple[_T, ...]], key: Callable[[_T], str]
) -> tuple[_T, ...]:
    found: dict[str, _T] = {}
    for reading in readings:
        for item in of(reading):
            found.setdefault(key(item), item)
    return tuple(found.values())


def _publication_key(item: Publication) -> str:
    return plain(item.title.value if item.title else item.span.text)


def _project_key(item: Project) -> str:
    return plain(item.name.value if item.name else item.lines[0].text if item.lines else "")


def _certificate_key(item: Certificate) -> str:
    return plain(item.name.value)


def _language_key(item: Language) -> str:
    return plain(item.language.value)


def _volunteer_key(item: Work) -> str:
    return plain(" ".join(v.value for v in (item.title, item.employer) if v))


def _listed(readings: Sequence[Parts]) -> tuple[SkillGroup, ...]:
    """The newest document's groups, and words that only older ones list at the end."""
    found = list(readings[0].listed)
    known = {plain(k.value) for g in found for k in g.keywords}
    for reading in readings[1:]:
        for group in reading.listed:
            fresh = tuple(k for k in group.keywords if plain(k.value) not in known)
            known |= {plain(k.value) for k in fresh}
            if fresh:
                found.append(SkillGroup(group.label, fresh))
    return tuple(found)
