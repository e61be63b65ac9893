"""JSON Resume, read from its fields and quoted from its rendering."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from rung.catalogue import load
from rung.profile import build
from rung.profile.records import Month
from rung.reading.documents import read

PERSON = {
    "basics": {"name": "Ada Quill", "email": "ada@example.com", "label": "Data Engineer"},
    "work": [
        {
            "name": "Marlow Analytics",
            "position": "Data Engineer",
            "startDate": "2021-03",
            "highlights": ["Ran Airflow pipelines on PostgreSQL"],
        },
        {
            "name": "Perrin Foods",
            "position": "Data Analyst",
            "startDate": "2018-06",
            "endDate": "2021-02",
            "highlights": ["Wrote SQL reports"],
        },
    ],
    "education": [
        {
            "institution": "State University",
            "studyType": "BSc",
            "area": "Physics",
            "endDate": "2018-05",
        }
    ],
    "skills": [{"name": "Tools", "keywords": ["Docker", "Terraform"]}],
}


def test_fields_and_places(tmp_path: Path) -> None:
    path = tmp_path / "ada.json"
    path.write_text(json.dumps(PERSON), "utf-8")
    document = read(path)
    found = build(document, load(), date(2026, 11, 22))
    assert found.name
    assert found.name.value == "Ada Quill"
    assert [w.employer.value for w in found.work if w.employer] == [
        "Marlow Analytics",
        "Perrin Foods",
    ]
    assert found.work[0].period
    assert found.work[0].period.current
    assert found.work[1].period
    assert found.work[1].period.end == Month(2021, 2)
    assert [(e.level, e.field.value if e.field else None) for e in found.education] == [
        ("bachelor", "Physics"),
    ]
    skills = {s.id: s for s in found.skills}
    assert (skills["airflow"].evidence, skills["terraform"].evidence) == ("evidenced", "claimed")
    for skill in found.skills:
        for span in skill.spans:
            assert document.pages[span.page - 1].text[span.start : span.end] == span.text


def test_fields_by_their_older_names(tmp_path: Path) -> None:
    work = {"company": "Marlow Analytics", "position": "Cook", "startDate": "2021-03"}
    person = {
        "basics": {"name": "Ada Quill", "website": "https://ada.example.com"},
        "work": [work],
    }
    path = tmp_path / "ada.json"
    path.write_text(json.dumps(person), "utf-8")
    found = build(read(path), load(), date(2026, 11, 22))
    assert [w.employer.value for w in found.work if w.employer] == ["Marlow Analytics"]
    assert [link.value for link in found.links] == ["https://ada.example.com"]
