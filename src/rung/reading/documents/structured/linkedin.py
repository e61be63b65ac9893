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
    def rows(name: str) -> Rows:
        return tables.get(f"{name}.csv", [])

    skills = [bare(s.get("name")) for s in rows("skills")]
    return {
        "basics": _basics(tables),
        "work": [
            filled(
                {
                    "name": bare(p.get("company name")),
                    "position": bare(p.get("title")),
                    "location": bare(p.get("location")),
                    "startDate": bare(p.get("started on")),
                    "endDate": bare(p.get("finished on")),
                    "highlights": items(p.get("description")),
                }
            )
            for p in rows("positions")
        ],
        "volunteer": [
            filled(
                {
                    "organization": bare(v.get("company name")),
                    "position": bare(v.get("role")),
                    "startDate": bare(v.get("started on")),
                    "endDate": bare(v.get("finished on")),
                    "highlights": items(v.get("description")),
                }
            )
            for v in rows("volunteering")
        ],
        "education": [
            filled(
                {
                    "institution": bare(e.get("school name")),
                    "studyType": bare(e.get("degree name")),
                    "startDate": bare(e.get("start date")),
                    "endDate": bare(e.get("end date")),
                    "courses": items(e.get("notes")),
                }
            )
            for e in rows("education")
        ],
        "skills": [{"name": "Skills", "keywords": [s for s in skills if s]}] if any(skills) else [],
        "languages": [
            filled({"language": bare(x.get("name")), "fluency": bare(x.get("proficiency"))})
            for x in rows("languages")
        ],
        "certificates": [
            filled(
                {
                    "name": bare(c.get("name")),
                    "issuer": bare(c.get("authority")),
                    "date": bare(c.get("started on")),
                }
            )
            for c in rows("certifications")
        ],
        "projects": [
            filled(
                {
                    "name": bare(p.get("title")),
                    "startDate": bare(p.get("started on")),
                    "endDate": bare(p.get("finished on")),
                    "highlights": items(p.get("description")),
                    "url": bare(p.get("url")),
                }
            )
            for p in rows("projects")
        ],
        "publications": [
            filled(
                {
                    "name": bare(p.get("name")),
                    "publisher": bare(p.get("publisher")),
                    "releaseDate": bare(p.get("published on")),
                }
            )
            for p in rows("publications")
        ],
        "awards": [
            filled({"title": bare(h.get("title")), "date": bare(h.get("issued on"))})
            for h in rows("honors")
        ],
    }


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
