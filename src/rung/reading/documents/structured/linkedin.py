"""LinkedIn's own data export: a zip of CSV tables, read as its help pages name them."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

from rung.reading.documents.decode import decode
from rung.reading.documents.drafts import Draft
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.structured.draft import bare, draft, filled, items

UNVERIFIED = (
    "LinkedIn's export is read as LinkedIn documents it; it was never tried on a real one. "
    "Compare what was read with your profile."
)
_TABLES = ("profile.csv", "positions.csv", "education.csv", "skills.csv")
_MOST = 5_000
Rows = list[dict[str, str]]
_TIME = {"startDate": "started on", "endDate": "finished on"}
_TOLD = ("highlights", "description")
_SECTIONS: dict[str, tuple[str, dict[str, str], tuple[str, str]]] = {
    "work": (
        "positions",
        {"name": "company name", "position": "title", "location": "location", **_TIME},
        _TOLD,
    ),
    "volunteer": (
        "volunteering",
        {"organization": "company name", "position": "role", **_TIME},
        _TOLD,
    ),
    "education": (
        "education",
        {
            "institution": "school name",
            "studyType": "degree name",
            "startDate": "start date",
            "endDate": "end date",
        },
        ("courses", "notes"),
    ),
    "languages": ("languages", {"language": "name", "fluency": "proficiency"}, _TOLD),
    "certificates": (
        "certifications",
        {"name": "name", "issuer": "authority", "date": "started on"},
        _TOLD,
    ),
    "projects": ("projects", {"name": "title", "url": "url", **_TIME}, _TOLD),
    "publications": (
        "publications",
        {"name": "name", "publisher": "publisher", "releaseDate": "published on"},
        _TOLD,
    ),
    "awards": ("honors", {"title": "title", "date": "issued on"}, _TOLD),
}
"""For each section of JSON Resume: the table, the column of each field, the column of lines."""


def is_one(names: list[str]) -> bool:
    """Whether a zip with these file names is a LinkedIn export."""
    return sum(_base(n) in _TABLES for n in names) >= 2


def parse(content: bytes, limits: Limits) -> Draft:
    """The person of an export."""
    tables: dict[str, Rows] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [i for i in archive.infolist() if i.filename.lower().endswith(".csv")]
        if sum(i.file_size for i in infos) > limits.unpacked:
            raise RefusalError("it unpacks to far more than an export holds.", "Export it again.")
        for info in infos:
            tables[_base(info.filename)] = _rows(archive.read(info))
    if not any(tables.get(t) for t in _TABLES):
        raise RefusalError("its tables are empty.", "Ask LinkedIn for the larger export.")
    return draft(_resume(tables), "LinkedIn export", (UNVERIFIED,))


def _base(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].lower()


def _rows(content: bytes) -> Rows:
    reader = csv.DictReader(io.StringIO(decode(content)))
    found: Rows = []
    for row in reader:
        found.append(
            {(k or "").strip().lower(): (v or "") for k, v in row.items() if isinstance(v, str)}
        )
        if len(found) >= _MOST:
            break
    return found


def _resume(tables: dict[str, Rows]) -> dict[str, Any]:
    skills = [name for s in tables.get("skills.csv", []) if (name := bare(s.get("name")))]
    found = {
        section: [_entry(row, fields, lines) for row in tables.get(f"{table}.csv", [])]
        for section, (table, fields, lines) in _SECTIONS.items()
    }
    return {
        "basics": _basics(tables),
        **found,
        "skills": [{"name": "Skills", "keywords": skills}] if skills else [],
    }


def _entry(row: dict[str, str], fields: dict[str, str], lines: tuple[str, str]) -> dict[str, Any]:
    """One row of a table: its columns as fields, and its text column as lines."""
    name, column = lines
    return filled(
        {**{f: bare(row.get(c)) for f, c in fields.items()}, name: items(row.get(column))}
    )


def _basics(tables: dict[str, Rows]) -> dict[str, Any]:
    profile = (tables.get("profile.csv") or [{}])[0]
    mails = tables.get("email addresses.csv", [])
    first = next((m for m in mails if m.get("primary", "").lower() == "yes"), None)
    mail = first or next(iter(mails), {})
    phone = next(iter(tables.get("phonenumbers.csv", [])), {})
    name = f"{bare(profile.get('first name'))} {bare(profile.get('last name'))}".strip()
    return filled(
        {
            "name": name,
            "label": bare(profile.get("headline")),
            "email": bare(mail.get("email address")),
            "phone": bare(phone.get("number")),
            "location": filled({"city": bare(profile.get("geo location"))}),
            "summary": "\n".join(items(profile.get("summary"))),
        }
    )
