"""A profile as JSON Resume: what was read and corrected, with all that came in as JSON kept."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rung.core.records import Span
from rung.profile import dates
from rung.profile.records import (
    Certificate,
    Education,
    Month,
    Period,
    Profile,
    Project,
    Publication,
    SkillGroup,
    Work,
    said,
)
from rung.profile.same import plain

Entry = dict[str, Any]
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def to_jsonresume(profile: Profile, sources: Sequence[Mapping[str, Any]] = ()) -> Entry:
    """The profile as a JSON Resume object.

    ``sources`` are the JSON Resume objects the profile was read from, newest first. Why they
    are needed: their entries carry fields Rung doesn't read, and those must not be lost.
    """
    base: Entry = copy.deepcopy(dict(sources[0])) if sources else {"$schema": SCHEMA}
    base["basics"] = _basics(profile, dict(base.get("basics") or {}))
    work_keys = (("position", "name"), ("position", "company"))
    _section(base, sources, "work", [_work(w) for w in profile.work], work_keys)
    _section(
        base,
        sources,
        "volunteer",
        [_work(w, "organization") for w in profile.volunteering],
        (("position", "organization"),),
    )
    studies = [_study(e) for e in profile.education]
    _section(base, sources, "education", studies, (("studyType", "institution", "area"),))
    _section(base, sources, "skills", [_group(g) for g in profile.listed], (("name",),))
    _section(base, sources, "projects", [_project(p) for p in profile.projects], (("name",),))
    papers = [_publication(p) for p in profile.publications]
    _section(base, sources, "publications", papers, (("name",),))
    held = [_credential(c, "name", "issuer") for c in profile.certificates]
    _section(base, sources, "certificates", held, (("name",),))
    won = [_credential(a, "title", "awarder") for a in profile.awards]
    _section(base, sources, "awards", won, (("title",),))
    spoken = [
        _filled({"language": x.language.value, "fluency": said(x.fluency)})
        for x in profile.languages
    ]
    _section(base, sources, "languages", spoken, (("language",),))
    liked = [{"name": _text(i)} for i in profile.interests]
    _section(base, sources, "interests", liked, (("name",),))
    return base


def _section(
    base: Entry,
    sources: Sequence[Mapping[str, Any]],
    name: str,
    entries: list[Entry],
    keys: tuple[tuple[str, ...], ...],
) -> None:
    """Write a section, each entry on top of the one it was read from.

    A section that nothing was read from, and that Rung wouldn't fill, stays as it was.
    """
    if not entries and not any(_is_read(s.get(name), keys) for s in sources):
        return
    known = [e for s in sources for e in s.get(name) or [] if isinstance(e, Mapping)]
    made = [_over(_source(entry, known, keys), entry) for entry in entries]
    mute = [e for e in base.get(name) or [] if not _is_read([e], keys)]
    base[name] = made + mute


def _is_read(entries: object, keys: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a section has an entry that Rung reads at all."""
    listed = entries if isinstance(entries, list) else []
    return any(isinstance(e, Mapping) and any(e.get(k) for ks in keys for k in ks) for e in listed)


def _source(
    entry: Entry, known: list[Mapping[str, Any]], keys: tuple[tuple[str, ...], ...]
) -> Mapping[str, Any]:
    """The entry of a source that says the same under its keys, taken out of ``known``."""
    for alternative in keys:
        own = [plain(str(entry.get(k) or "")) for k in keys[0]]
        for at, other in enumerate(known):
            if [plain(_string(other.get(k))) for k in alternative] == own and _starts(entry, other):
                return known.pop(at)
    first = keys[0]
    for at, other in enumerate(known):
        agree = sum(
            bool(entry.get(k)) and plain(str(entry[k])) == plain(_string(other.get(k)))
            for k in first
        )
        if agree and agree >= len(first) - 1 and _starts(entry, other):
            return known.pop(at)
    return {}


def _starts(entry: Entry, other: Mapping[str, Any]) -> bool:
    mine, theirs = _month(entry.get("startDate")), _month(other.get("startDate"))
    return mine is None or theirs is None or mine.year == theirs.year


def _over(source: Mapping[str, Any], entry: Entry) -> Entry:
    """The source's entry with what is now different."""
    found = copy.deepcopy(dict(source))
    if "company" in found and "name" in entry:
        entry = {("company" if k == "name" else k): v for k, v in entry.items()}
    told = {plain(line) for text in _strings(found) for line in (text, *text.splitlines())}
    for name, value in entry.items():
        if name == "highlights" and source:
            fresh = [line for line in value if plain(line) not in told]
            if fresh:
                found[name] = [*(found.get(name) or []), *fresh]
        elif not _same(found.get(name), value):
            found[name] = value
    if source and "startDate" in entry and "endDate" not in entry and _month(found.get("endDate")):
        found["endDate"] = ""
    return found


def _same(old: object, new: object) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        mine, theirs = _month(new), _month(old)
        if mine and theirs and len(new) <= 7 and mine.year == theirs.year:
            return mine.month is None or mine.month == theirs.month
        return plain(old) == plain(new)
    if isinstance(old, list) and isinstance(new, list):
        a = [plain(_string(o)) for o in old]
        return a == [plain(_string(n)) for n in new] or (not new)
    return old == new


def _basics(profile: Profile, base: Entry) -> Entry:
    values = {
        "name": said(profile.name),
        "label": said(profile.headline),
        "email": said(profile.email),
        "phone": said(profile.phone),
        "summary": "\n".join(_text(s) for s in profile.summary),
    }
    for field, text in values.items():
        old = _string(base.get(field))
        if text and plain(old) != plain(text):
            base[field] = text
        elif not text and old and field != "summary":
            base.pop(field)
    city = said(profile.location)
    place = base.get("location") if isinstance(base.get("location"), Mapping) else {}
    if city and plain(_string(place.get("city") if place else "")) != plain(city):
        base["location"] = {**(place or {}), "city": city}
    known = plain(" ".join(_strings(base)))
    fresh = [link.value for link in profile.links if plain(link.value) not in known]
    if fresh and "url" not in base and "website" not in base:
        own = next((u for u in fresh if not _network(u)), None)
        if own:
            base["url"] = own
            fresh.remove(own)
    if fresh:
        base["profiles"] = [
            *(base.get("profiles") or []),
            *(_filled({"network": _network(u), "url": u}) for u in fresh),
        ]
    return base


def _network(url: str) -> str:
    lowered = url.casefold()
    for host, name in (("linkedin.", "LinkedIn"), ("github.", "GitHub"), ("gitlab.", "GitLab")):
        if host in lowered:
            return name
    return ""


def _work(work: Work, employer: str = "name") -> Entry:
    return _filled(
        {
            "position": said(work.title),
            employer: said(work.employer),
            "location": said(work.place),
            **_dates(work.period),
            "highlights": [_text(s) for s in work.lines],
        }
    )


def _study(study: Education) -> Entry:
    return _filled(
        {
            "institution": said(study.institution),
            "studyType": said(study.degree),
            "area": said(study.field),
            **_dates(study.period),
        }
    )


def _group(group: SkillGroup) -> Entry:
    return _filled({"name": said(group.label), "keywords": [k.value for k in group.keywords]})


def _project(project: Project) -> Entry:
    lines = [_text(s) for s in project.lines]
    return _filled({"name": said(project.name), **_dates(project.period), "highlights": lines})


def _publication(item: Publication) -> Entry:
    return _filled(
        {
            "name": said(item.title) or _text(item.span),
            "publisher": said(item.venue),
            "releaseDate": str(item.year) if item.year else "",
        }
    )


def _credential(item: Certificate, name: str, giver: str) -> Entry:
    day = item.day.iso if item.day else ""
    return _filled({name: item.name.value, giver: said(item.issuer), "date": day})


def _dates(period: Period | None) -> Entry:
    if period is None:
        return {}
    end = "" if period.current or period.end is None else period.end.iso
    return {"startDate": period.start.iso if period.start else "", "endDate": end}


def _month(text: object) -> Month | None:
    hits = dates.find(text) if isinstance(text, str) else ()
    return hits[0].first if hits else None


def _text(span: Span) -> str:
    return " ".join(span.text.split())


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _filled(entry: Entry) -> Entry:
    return {k: v for k, v in entry.items() if v not in ("", None, [])}
