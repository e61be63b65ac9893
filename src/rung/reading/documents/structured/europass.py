"""Europass XML, the CV of 2012–2020 and the one of europass.eu: read as their schemas say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rung.reading.documents.drafts import Draft
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.structured.draft import bare, draft, filled, items

UNVERIFIED = (
    "Europass XML is read as its schema documents it; it was never tried on a real file. "
    "Compare what was read with your CV."
)
_NEXT = "Export the CV from europass.eu again, or give it as PDF."


def parse(content: bytes, _limits: Limits) -> Draft:
    """The person of a Europass file."""
    from defusedxml import DefusedXmlException, ElementTree

    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        line, _ = error.position
        raise RefusalError(
            f"it starts like XML but is not valid XML (line {line}).", _NEXT
        ) from error
    except DefusedXmlException as error:
        raise RefusalError("its XML defines entities, which no CV needs.", _NEXT) from error
    older = _first(root, "LearnerInfo")
    data = _older(older) if older is not None else _newer(root)
    if not any(data.values()):
        raise RefusalError("it is XML, but not a Europass CV.", _NEXT)
    return draft(data, "Europass XML", (UNVERIFIED,))


def _name(node: Any) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _all(node: Any, name: str) -> Iterator[Any]:
    return (n for n in node.iter() if _name(n) == name)


def _first(node: Any, *path: str) -> Any:
    """The first node down a path of local names, each anywhere below the one before."""
    here = node
    for name in path:
        here = next(_all(here, name), None) if here is not None else None
    return here


def _text(node: Any, *path: str) -> str:
    found = _first(node, *path) if path else node
    return bare("".join(found.itertext())) if found is not None else ""


def _older(info: Any) -> dict[str, Any]:
    person = _first(info, "Identification")
    return {
        "basics": filled(
            {
                "name": f"{_text(person, 'FirstName')} {_text(person, 'Surname')}".strip(),
                "label": _text(_first(info, "Headline"), "Description", "Label"),
                "email": _text(person, "Email", "Contact"),
                "phone": _text(person, "Telephone", "Contact"),
                "url": _text(person, "Website", "Contact"),
                "location": filled({"city": _text(person, "Municipality")}),
            }
        )
        if person is not None
        else {},
        "work": [
            filled(
                {
                    "position": _text(w, "Position", "Label"),
                    "name": _text(w, "Employer", "Name"),
                    "location": _text(w, "Employer", "Municipality"),
                    **_period(w),
                    "highlights": items(_raw(_first(w, "Activities"))),
                }
            )
            for w in _all(info, "WorkExperience")
        ],
        "education": [
            filled(
                {
                    "studyType": _text(e, "Title"),
                    "institution": _text(e, "Organisation", "Name"),
                    **_period(e),
                    "courses": items(_raw(_first(e, "Activities"))),
                }
            )
            for e in _all(info, "Education")
        ],
        "skills": [
            filled({"name": _name(n), "keywords": items(_raw(_first(n, "Description")))})
            for kind in ("Computer", "JobRelated", "Communication", "Organisational")
            for n in _all(info, kind)
        ],
        "languages": [
            *(
                {"language": _text(n, "Label"), "fluency": "Native"}
                for n in _all(info, "MotherTongue")
            ),
            *(
                filled(
                    {
                        "language": _text(n, "Description", "Label"),
                        "fluency": _text(n, "SpokenInteraction"),
                    }
                )
                for n in _all(info, "ForeignLanguage")
            ),
        ],
    }


def _raw(node: Any) -> str:
    return "".join(node.itertext()) if node is not None else ""


def _period(node: Any) -> dict[str, str]:
    period = _first(node, "Period")
    if period is None:
        return {}
    ends = {}
    for name, key in (("From", "startDate"), ("To", "endDate")):
        end = _first(period, name)
        if end is not None and end.get("year"):
            month = str(end.get("month") or "").strip("-")
            ends[key] = f"{end.get('year')}-{month}" if month else str(end.get("year"))
    return ends


def _newer(root: Any) -> dict[str, Any]:
    person, profile = _first(root, "CandidatePerson"), _first(root, "CandidateProfile")
    words = [t for t in map(_text, _all(root, "CompetencyName")) if t]
    return {
        "basics": _person(person, profile) if person is not None else {},
        "work": [
            filled(
                {
                    "position": _text(p, "PositionTitle"),
                    "name": _text(e, "OrganizationName"),
                    "location": _text(e, "CityName"),
                    **_formatted(p),
                    "highlights": items(_raw(_first(p, "Description"))),
                }
            )
            for e in _all(root, "EmployerHistory")
            for p in _all(e, "PositionHistory")
        ],
        "education": [
            filled(
                {
                    "studyType": _text(e, "DegreeName"),
                    "institution": _text(e, "OrganizationName"),
                    **_formatted(e),
                }
            )
            for e in _all(root, "EducationOrganizationAttendance")
        ],
        "skills": [{"name": "Skills", "keywords": words}] if words else [],
    }


def _person(person: Any, profile: Any) -> dict[str, Any]:
    channels = {_text(c, "ChannelCode").casefold(): c for c in _all(person, "Communication")}
    phone = next((c for k, c in channels.items() if k in ("telephone", "phone", "mobile")), None)
    return filled(
        {
            "name": f"{_text(person, 'GivenName')} {_text(person, 'FamilyName')}".strip(),
            "email": _text(channels.get("email"), "URI")
            if channels.get("email") is not None
            else "",
            "phone": _text(phone, "DialNumber") or _text(phone, "URI") if phone is not None else "",
            "location": filled({"city": _text(person, "CityName")}),
            "summary": _text(profile, "ExecutiveSummary") if profile is not None else "",
        }
    )


def _formatted(node: Any) -> dict[str, str]:
    start = _text(node, "StartDate", "FormattedDateTime") or _text(node, "StartDate")
    end = _text(node, "EndDate", "FormattedDateTime") or _text(node, "EndDate")
    going = _text(node, "CurrentIndicator").casefold() == "true"
    return filled({"startDate": start, "endDate": "" if going else end})
