"""How well profiles are read: names, e-mails, positions and skills against truth files.

Run from the project's folder: ``python -m bench.profile_fields [FOLDER]`` where FOLDER holds
the résumés (default: ``../shared/data/resumes``). Prints one Markdown table. Skills recall is
the share of true skill keywords that name catalogue skills and whose skills all stand in the
profile; keywords the catalogue doesn't hold are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rung.catalogue import Catalogue, load
from rung.core.errors import RungError
from rung.profile import build
from rung.profile.dates import find as find_dates
from rung.profile.records import Profile, Work
from rung.reading.documents import read
from rung.reading.skills import find, lexicon

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)
ALIKE = 0.85


@dataclass(frozen=True)
class Truth:
    """What a document should give. ``jobs`` are title, employer, start year."""

    name: str
    email: str
    jobs: tuple[tuple[str, str, int | None], ...]
    skills: tuple[str, ...]


@dataclass
class Tally:
    """Counts of one layout."""

    documents: int = 0
    names: list[bool] = field(default_factory=list)
    emails: list[bool] = field(default_factory=list)
    true_jobs: int = 0
    read_jobs: int = 0
    matched: int = 0
    years: list[bool] = field(default_factory=list)
    skills: list[bool] = field(default_factory=list)


def main(folder: Path, verbose: bool) -> None:
    """Measures every document that has a truth and prints the table."""
    catalogue = load()
    tallies: dict[str, Tally] = {}
    for layout, path, truth in documents(folder):
        try:
            profile = build(read(path), catalogue, TODAY)
        except RungError as error:
            print(f"refused {path.name}: {error}", file=sys.stderr)
            continue
        misses: list[str] = []
        for name in (layout, f"**{_family(layout)}**"):
            misses = count(tallies.setdefault(name, Tally()), profile, truth, catalogue)
        if verbose and misses:
            print(f"{path.name}: " + "; ".join(misses), file=sys.stderr)
    print("\n".join(table(tallies)))


def documents(folder: Path) -> Iterator[tuple[str, Path, Truth]]:
    """Each document with its layout's name and its truth."""
    for path in sorted((folder / "generated").glob("*.jsonresume.json")):
        person = path.name.removesuffix(".jsonresume.json")
        truth = of_jsonresume(_json(path))
        yield "json generated", path, truth
        for other in sorted(path.parent.glob(f"{person}__*")):
            yield f"gen {other.stem.split('__')[1]}", other, truth
    for path in sorted((folder / "offlinecv").glob("*.truth.json")):
        pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
        yield "offlinecv fixtures", pdf, of_offlinecv(_json(path))
    for path in sorted((folder / "reactive_resume").glob("*.json")):
        yield "reactive resume", path.with_suffix(".pdf"), of_reactive(_json(path))
    for path in sorted((folder / "rendercv").glob("*.yaml")):
        yield "rendercv", path.with_suffix(".pdf"), of_rendercv(path)
    for path in sorted((folder / "jsonresume").glob("*.json")):
        if path.name != "schema.json":
            yield "json examples", path, of_jsonresume(_json(path))


def _family(layout: str) -> str:
    if layout.startswith("gen word"):
        return "gen DOCX"
    if layout.startswith("gen"):
        two = any(k in layout for k in ("sidebar", "two_equal"))
        return "gen PDF two columns" if two else "gen PDF one column"
    return layout.split()[0] + " all"


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _year(text: object) -> int | None:
    hits = find_dates(str(text or ""))
    return hits[0].first.year if hits and hits[0].first else None


def of_jsonresume(data: Any) -> Truth:
    """Truth from a JSON Resume object."""
    jobs = tuple(
        (w.get("position", ""), w.get("name", ""), _year(w.get("startDate")))
        for w in data.get("work", [])
    )
    keywords = tuple(k for s in data.get("skills", []) for k in s.get("keywords", []))
    return Truth(data["basics"]["name"], data["basics"].get("email", ""), jobs, keywords)


def of_offlinecv(data: Any) -> Truth:
    """Truth from an OfflineCV truth file."""
    jobs = tuple((w["title"], w["company"], _year(w["dates"])) for w in data["experience"])
    contact = data["contact"]
    skills = tuple(data.get("skills", []))
    return Truth(contact["full_name"], contact.get("email", ""), jobs, skills)


def of_reactive(data: Any) -> Truth:
    """Truth from a Reactive Resume source."""
    parts = data["sections"]
    jobs = tuple(
        (w["position"], w["company"], _year(w["date"]))
        for w in parts["experience"]["items"]
        if w.get("visible", True)
    )
    skills = tuple(k for s in parts["skills"]["items"] for k in s.get("keywords", []))
    return Truth(data["basics"]["name"], data["basics"]["email"], jobs, skills)


def of_rendercv(path: Path) -> Truth:
    """Truth from a rendercv source."""
    import yaml

    cv = yaml.safe_load(path.read_text("utf-8"))["cv"]
    parts = cv["sections"]
    jobs = tuple(
        (w["position"], w["company"], _year(w.get("start_date") or w.get("date")))
        for w in parts.get("experience", [])
    )
    skills = tuple(
        k.strip() for s in parts.get("skills", []) for k in str(s.get("details", "")).split(",")
    )
    return Truth(cv["name"], cv.get("email") or "", jobs, skills)


def count(tally: Tally, profile: Profile, truth: Truth, catalogue: Catalogue) -> list[str]:
    """Adds one document to a tally and says what was missed."""
    tally.documents += 1
    misses: list[str] = []
    name = profile.name.value if profile.name else ""
    tally.names.append(_plain(name) == _plain(truth.name))
    if not tally.names[-1]:
        misses.append(f"name {name!r}")
    if truth.email:
        email = profile.email.value if profile.email else ""
        tally.emails.append(email.lower() == truth.email.lower())
        if not tally.emails[-1]:
            misses.append(f"email {email!r}")
    misses += _count_jobs(tally, profile, truth)
    words = lexicon(catalogue)
    shown = {s.id for s in profile.skills}
    for keyword in truth.skills:
        wanted = {m.id for m in find(keyword, words)}
        if wanted:
            tally.skills.append(wanted <= shown)
            if not tally.skills[-1]:
                misses.append(f"skill {keyword}")
    return misses


def _count_jobs(tally: Tally, profile: Profile, truth: Truth) -> list[str]:
    misses: list[str] = []
    tally.true_jobs += len(truth.jobs)
    tally.read_jobs += len(profile.work)
    left = list(profile.work)
    for job in truth.jobs:
        found = next((w for w in left if _same(w, job)), None)
        if found is None:
            misses.append(f"job {job}")
            continue
        left.remove(found)
        tally.matched += 1
        start = found.period.start if found.period else None
        if job[2] is not None:
            tally.years.append(start is not None and start.year == job[2])
            if not tally.years[-1]:
                misses.append(f"year of {job}")
    misses += [
        f"read {w.title.value if w.title else None!r} @ "
        f"{w.employer.value if w.employer else None!r}"
        for w in left
    ]
    return misses


def _same(work: Work, job: tuple[str, str, int | None]) -> bool:
    title = work.title.value if work.title else ""
    employer = work.employer.value if work.employer else ""
    return _alike(title, job[0]) and _alike(employer, job[1])


def _alike(a: str, b: str) -> bool:
    return SequenceMatcher(None, _plain(a), _plain(b)).ratio() >= ALIKE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """The figures as Markdown."""
    yield (
        "| layout | documents | name | e-mail | positions (true) | recall | precision "
        "| start year | skills recall (keywords) |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for name in sorted(tallies, key=lambda n: (not n.startswith("**"), n)):
        t = tallies[name]
        yield (
            f"| {name} | {t.documents} | {_share(t.names)} | {_share(t.emails)} | {t.true_jobs} "
            f"| {_ratio(t.matched, t.true_jobs)} | {_ratio(t.matched, t.read_jobs)} "
            f"| {_share(t.years)} | {_share(t.skills)} ({len(t.skills)}) |"
        )


def _share(found: list[bool]) -> str:
    return _ratio(sum(found), len(found))


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    given = [a for a in sys.argv[1:] if not a.startswith("-")]
    main(Path(given[0]) if given else ROOT.parent / "shared" / "data" / "resumes", "-v" in sys.argv)
