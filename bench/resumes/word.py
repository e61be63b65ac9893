"""The made documents as Word files: tabbed dates, tables, headers, in styles by chance."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from bench.resumes.pages import Person, Style, heading, span


def write(person: Person, look: Style, path: Path) -> None:
    """One DOCX: dates by tab stop, in a table's column, or on a line of their own."""
    import docx
    from docx.shared import Cm, Pt

    lang = person["lang"]
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(look.size)
    reach = [person["email"], person["phone"], person["city"], *person["links"]]
    if look.contact == "icons":
        document.sections[0].header.paragraphs[0].text = " | ".join(reach)
    document.add_heading(person["name"], 0)
    if person["label"]:
        document.add_paragraph(person["label"])
    if look.contact != "icons":
        document.add_paragraph(
            look.between.join(reach) if look.between != ", " else "\t".join(reach)
        )

    def head(name: str) -> None:
        document.add_heading(unescape(heading(name, look, lang)).replace("\xa0", " "), 1)

    head("summary")
    document.add_paragraph(person["summary"])
    _sections(document, person, look, head, Cm(16))
    document.save(str(path))


def _sections(
    document: Any, person: Person, look: Style, head: Callable[[str], None], edge: Any
) -> None:
    lang = person["lang"]
    for name in (n for n in look.order if n in ("work", "education", "skills", "languages")):
        head(name)
        if name == "work":
            for entry in person["work"]:
                _job(document, entry, look, lang, edge)
        elif name == "education":
            for entry in person["education"]:
                _study(document, entry, look, lang, edge)
        elif name == "skills":
            _skills(document, person, look)
        else:
            for language, level in person["languages"].items():
                document.add_paragraph(f"{language}: {level}")


def _dates(entry: Person, look: Style, lang: str) -> str:
    return unescape(span(entry, look, lang))


def _job(document: Any, entry: Person, look: Style, lang: str, edge: Any) -> None:
    employer = entry["employer"] + (f", {entry['place']}" if look.place else "")
    first, second = (employer, entry["title"]) if look.company_first else (entry["title"], employer)
    when = _dates(entry, look, lang)
    if look.skills == "table":
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text = when
        cell = table.rows[0].cells[1]
        cell.paragraphs[0].add_run(first).bold = True
        cell.add_paragraph(second)
        for line in entry["lines"]:
            cell.add_paragraph(line, style="List Bullet")
        return
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(edge)
    paragraph.add_run(first).bold = True
    paragraph.add_run(f"\t{when}" if look.skills != "pills" else "")
    document.add_paragraph(second)
    if look.skills == "pills":
        document.add_paragraph(when)
    for line in entry["lines"]:
        document.add_paragraph(line, style="List Bullet")


def _study(document: Any, entry: Person, look: Style, lang: str, edge: Any) -> None:
    degree = entry["degree"] + (f", {entry['field']}" if entry["field"] else "")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(edge)
    paragraph.add_run(entry["school"] if look.company_first else degree).bold = True
    paragraph.add_run(f"\t{_dates(entry, look, lang)}")
    document.add_paragraph(degree if look.company_first else entry["school"])


def _skills(document: Any, person: Person, look: Style) -> None:
    for name, group in person["skills"].items():
        if look.skills == "bullets":
            document.add_paragraph().add_run(name).bold = True
            for keyword in group:
                document.add_paragraph(keyword, style="List Bullet")
        else:
            document.add_paragraph(f"{name}: {', '.join(group)}")
