"""What each document of known content should give, from the source it was made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rung.profile.dates import find as find_dates
from rung.profile.records import Month

WRONG = {
    "research_phd__right_sidebar__chromium.pdf": {
        "email": "the page cuts the address off at its edge: it shows amara.okonkwo@example.e"
    },
}
"""Fields whose source the page doesn't show, with the reason; they are left out."""
GROUPS = {
    "single": "one column",
    "single_companyfirst": "one column",
    "oneline_spaced": "one column",
    "nonstd": "one column",
    "date_rail": "one column",
    "left_sidebar": "two columns",
    "right_sidebar": "two columns",
    "two_equal": "two columns",
}


@dataclass(frozen=True)
class Dates:
    """A range as the page can show it."""

    start: Month | None
    end: Month | None
    current: bool


@dataclass(frozen=True)
class Job:
    """One position."""

    title: str
    company: str
    dates: Dates | None


@dataclass(frozen=True)
class Study:
    """One course of study; ``degree`` with its field, as the page puts them together."""

    school: str
    degree: str


@dataclass(frozen=True)
class Truth:
    """What a document says."""

    name: str
    email: str
    phone: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...] = ()
    years_only: bool = False
    known: frozenset[str] = field(default=frozenset())
    """Fields that are truly known; others are not scored."""


ALL = frozenset({"name", "email", "phone", "jobs", "studies", "skills"})


def documents(folder: Path) -> Iterator[tuple[str, str, Path, Truth]]:
    """Group, layout, path and truth of every labelled document of the development set."""
    for path in sorted((folder / "generated").glob("*.jsonresume.json")):
        person = path.name.removesuffix(".jsonresume.json")
        truth = of_jsonresume(load(path))
        for other in sorted(path.parent.glob(f"{person}__*")):
            layout = other.stem.split("__")[1]
            group = GROUPS.get(layout, "DOCX")
            years = layout == "right_sidebar"
            yield group, f"generated {layout}", other, without(truth, other.name, years=years)
    for path in sorted((folder / "offlinecv").glob("*.truth.json")):
        pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
        yield "OfflineCV", "offlinecv", pdf, of_offlinecv(load(path))
    for path in sorted((folder / "reactive_resume").glob("*.json")):
        yield (
            "Reactive Resume",
            "reactive_resume",
            path.with_suffix(".pdf"),
            of_reactive(load(path)),
        )
    for path in sorted((folder / "rendercv").glob("*.yaml")):
        yield "rendercv", "rendercv", path.with_suffix(".pdf"), of_rendercv(path)


def made(folder: Path) -> Iterator[tuple[str, str, Path, Truth]]:
    """The same for documents of ``bench.resumes.made``: a truth file beside each."""
    for path in sorted(folder.glob("*.truth.json")):
        stem = path.name.removesuffix(".truth.json")
        layout = stem.split("__")[1]
        for kind in (".pdf", ".docx"):
            document = path.with_name(stem + kind)
            if document.exists():
                yield (
                    f"made {kind[1:].upper()}",
                    f"made {layout}",
                    document,
                    of_jsonresume(load(path)),
                )


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def without(truth: Truth, name: str, *, years: bool) -> Truth:
    from dataclasses import replace

    return replace(truth, years_only=years, known=truth.known - frozenset(WRONG.get(name, {})))


def range_of(start: object, end: object) -> Dates | None:
    """Dates from a source's fields; an empty end goes on."""
    first, last = month_of(start), month_of(end)
    if first is None and last is None:
        return None
    return Dates(first, last, last is None)


def month_of(text: object) -> Month | None:
    hits = find_dates(str(text or ""))
    return hits[0].first if hits else None


def written(text: str) -> Dates | None:
    """Dates from a range as the page writes it."""
    hits = find_dates(text)
    if not hits:
        return None
    return Dates(hits[0].first, hits[0].last, hits[0].current)


def of_jsonresume(data: Any) -> Truth:
    basics = data["basics"]
    return Truth(
        basics["name"],
        basics.get("email", ""),
        basics.get("phone", ""),
        tuple(
            Job(
                w.get("position", ""),
                w.get("name", ""),
                range_of(w.get("startDate"), w.get("endDate")),
            )
            for w in data.get("work", [])
        ),
        tuple(
            Study(e.get("institution", ""), f"{e.get('studyType', '')} {e.get('area', '')}".strip())
            for e in data.get("education", [])
        ),
        tuple(k for s in data.get("skills", []) for k in s.get("keywords", [])),
        known=ALL,
    )


def of_offlinecv(data: Any) -> Truth:
    contact = data["contact"]
    fields = {"name", "email", "phone", "jobs"}
    fields |= {"studies"} if data.get("education") else set()
    fields |= {"skills"} if data.get("skills") else set()
    return Truth(
        contact["full_name"],
        contact.get("email", ""),
        contact.get("phone", ""),
        tuple(Job(w["title"], w["company"], written(w["dates"])) for w in data["experience"]),
        tuple(
            Study(e.get("institution", ""), e.get("degree", "")) for e in data.get("education", [])
        ),
        tuple(data.get("skills", [])),
        known=frozenset(fields),
    )


def of_reactive(data: Any) -> Truth:
    parts = data["sections"]
    shown = [w for w in parts["experience"]["items"] if w.get("visible", True)]
    return Truth(
        data["basics"]["name"],
        data["basics"]["email"],
        data["basics"]["phone"],
        tuple(Job(w["position"], w["company"], written(w["date"])) for w in shown),
        tuple(
            Study(e["institution"], e["studyType"])  # "area" holds a town in all six files
            for e in parts["education"]["items"]
            if e.get("visible", True)
        ),
        tuple(k for s in parts["skills"]["items"] for k in s.get("keywords", [])),
        known=ALL,
    )


def of_rendercv(path: Path) -> Truth:
    import yaml

    cv = yaml.safe_load(path.read_text("utf-8"))["cv"]
    parts = cv["sections"]
    return Truth(
        cv["name"],
        cv.get("email") or "",
        str(cv.get("phone") or "").removeprefix("tel:"),
        tuple(
            Job(
                w["position"],
                w["company"],
                range_of(
                    w.get("start_date"), w.get("end_date") if w.get("end_date") != "present" else ""
                )
                if w.get("start_date")
                else written(str(w.get("date", ""))),
            )
            for w in parts.get("experience", [])
        ),
        tuple(
            Study(e["institution"], f"{e.get('degree') or ''} {e.get('area') or ''}".strip())
            for e in parts.get("education", [])
        ),
        tuple(
            k.strip() for s in parts.get("skills", []) for k in str(s.get("details", "")).split(",")
        ),
        known=ALL,
    )
