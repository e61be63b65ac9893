"""rendercv's YAML: entry types told apart by their fields, as rendercv itself does."""

from __future__ import annotations

import re
from typing import Any

from rung.reading.documents.decode import decode
from rung.reading.documents.drafts import Draft
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.structured.draft import bare, draft, filled

_MARKDOWN = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]*\)")
_NEXT = "Give rendercv's YAML with a `cv:` in it, or the PDF it makes."


def parse(content: bytes, _limits: Limits) -> Draft:
    """The CV of a rendercv file."""
    import yaml

    try:
        data = yaml.safe_load(decode(content))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1})" if mark else ""
        raise RefusalError(f"it starts like YAML but is not valid YAML{place}.", _NEXT) from error
    cv = data.get("cv") if isinstance(data, dict) else None
    if not isinstance(cv, dict):
        raise RefusalError("it is YAML, but not rendercv's.", _NEXT)
    return draft(_resume(cv), "rendercv YAML")


def _resume(cv: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"basics": _basics(cv)}
    sections = cv.get("sections")
    for heading, entries in (sections if isinstance(sections, dict) else {}).items():
        for entry in entries if isinstance(entries, list) else []:
            _place(found, str(heading), entry)
    return found


def _basics(cv: dict[str, Any]) -> dict[str, Any]:
    networks = cv.get("social_networks")
    profiles = [
        {"network": bare(n.get("network")), "username": bare(n.get("username"))}
        for n in (networks if isinstance(networks, list) else [])
        if isinstance(n, dict)
    ]
    return filled(
        {
            "name": bare(cv.get("name")),
            "label": bare(cv.get("headline") or cv.get("label")),
            "email": _first(cv.get("email")),
            "phone": _first(cv.get("phone")).removeprefix("tel:"),
            "url": _first(cv.get("website")),
            "location": filled({"city": bare(cv.get("location"))}),
            "profiles": profiles,
        }
    )


def _first(value: object) -> str:
    return bare(value[0]) if isinstance(value, list) and value else bare(value)


def _place(found: dict[str, Any], heading: str, entry: object) -> None:
    """Put one entry under the JSON Resume section its fields speak of."""
    if isinstance(entry, str):
        _text(found, heading, _plain(entry))
        return
    if not isinstance(entry, dict):
        return
    section, made = _entry(heading, entry)
    found.setdefault(section, []).append(filled(made))


def _text(found: dict[str, Any], heading: str, text: str) -> None:
    basics = found["basics"]
    kind = heading.casefold()
    if re.search(r"award|hono", kind):
        found.setdefault("awards", []).append({"title": text})
    elif re.search(r"skill|technolog", kind):
        found.setdefault("skills", []).append({"name": text})
    elif re.search(r"interest", kind):
        found.setdefault("interests", []).append({"name": text})
    else:
        basics["summary"] = "\n".join(t for t in (basics.get("summary", ""), text) if t)


def _entry(heading: str, entry: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    when = _dates(entry)
    lines = [_plain(bare(h)) for h in entry.get("highlights") or [] if bare(h)]
    shared = {
        "location": bare(entry.get("location")),
        "summary": _plain(bare(entry.get("summary"))),
    }
    if "company" in entry or "position" in entry:
        work = {"name": bare(entry.get("company")), "position": bare(entry.get("position"))}
        return "work", {**work, **when, **shared, "highlights": lines}
    if "institution" in entry:
        study = {
            "institution": bare(entry.get("institution")),
            "studyType": bare(entry.get("degree")),
            "area": bare(entry.get("area")),
        }
        return "education", {**study, **when, **shared, "courses": lines}
    if "authors" in entry:
        return "publications", {
            "name": _plain(bare(entry.get("title"))),
            "publisher": bare(entry.get("journal")),
            "releaseDate": bare(entry.get("date")),
            "url": bare(entry.get("url")),
            "authors": [_plain(bare(a)) for a in entry.get("authors") or []],
            "doi": bare(entry.get("doi")),
        }
    if "label" in entry:
        return _labelled(heading, bare(entry.get("label")), _plain(bare(entry.get("details"))))
    name = _plain(bare(entry.get("name") or entry.get("bullet") or entry.get("number")))
    if re.search(r"award|hono", heading.casefold()):
        return "awards", {"title": name, "date": bare(entry.get("date")), **shared}
    if re.search(r"certif|licen", heading.casefold()):
        return "certificates", {"name": name, "date": bare(entry.get("date"))}
    return "projects", {"name": name, **when, **shared, "highlights": lines}


def _labelled(heading: str, label: str, details: str) -> tuple[str, dict[str, Any]]:
    if re.search(r"language", heading.casefold()) and not re.search(r"program", heading.casefold()):
        return "languages", {"language": label, "fluency": details}
    words = [w.strip() for w in re.split(r",(?![^()]*\))", details) if w.strip()]
    return "skills", {"name": label, "keywords": words}


def _dates(entry: dict[str, Any]) -> dict[str, Any]:
    end = bare(entry.get("end_date"))
    if entry.get("start_date"):
        return {
            "startDate": bare(entry.get("start_date")),
            "endDate": "" if end.casefold() == "present" else end,
        }
    return {"endDate": end or bare(entry.get("date"))}


def _plain(text: str) -> str:
    """A text without Markdown's marks."""
    return _MARKDOWN.sub(lambda m: next(g for g in m.groups() if g), text)
