"""Every development résumé yields a profile or one refusal, and quotes what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rung.catalogue import load
from rung.core.errors import UnreadableDocument
from rung.profile import build
from rung.reading.documents import read

KINDS = {".pdf", ".docx", ".json"}


def test_every_document_yields_a_profile_or_a_refusal(shared: Path) -> None:
    folder = shared / "data" / "resumes"
    paths = sorted(p for p in folder.rglob("*") if p.suffix in KINDS and p.name != "schema.json")
    built = 0
    for path in paths:
        try:
            document = read(path)
        except UnreadableDocument:
            continue
        profile = build(document, load(), date(2026, 11, 22))
        built += 1
        for skill in profile.skills:
            for span in skill.spans:
                page = document.pages[span.page - 1].text
                assert page[span.start : span.end] == span.text
    assert built > 100
