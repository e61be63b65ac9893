"""Many people at once, for a careers adviser: a page each, and what they lack together.

Offline, no ranking of people, nothing about people in the shared table that fewer than five
share, and nobody without consent.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from rung.app.answer import Answer
from rung.app.goal import Request
from rung.app.plan import make_plan
from rung.core.errors import RungError, UserError
from rung.core.runners import local

Progress = Callable[[int, int, str], None]

COLUMNS = ("file", "role", "hours", "by", "consent")
MORE = ("place", "level")
YES = frozenset({"yes", "y", "true", "1", "ja", "oui", "si", "sí", "x"})
NO = frozenset({"no", "n", "false", "0", "nein", "non", ""})

FEWEST = 5
"""People below which a count is not told."""

GAPS = 12
STEPS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One person's goal as the table holds it."""

    line: int
    file: str
    request: Request
    consents: bool


@dataclass(frozen=True, slots=True)
class Lacks:
    """A skill someone lacks, as ads of their goal ask it."""

    skill: str
    label: str
    area: str
    k: int
    n: int
    used: str


@dataclass(frozen=True, slots=True)
class One:
    """What is kept of one person's answer: no name, no contact."""

    file: str
    answer: Answer | None
    why_not: str


@dataclass(frozen=True, slots=True)
class Cell:
    """People of a role who lack a skill, beside the ads that ask it; None where under five."""

    role: str
    role_label: str
    skill: str
    label: str
    area: str
    people: int | None
    of: int
    k: int
    n: int
    used: str


@dataclass(frozen=True, slots=True)
class Group:
    """People who need the same thing next, in the order of their files."""

    action: str
    what: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A file or row that has no page, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Cohort:
    """All of it: ``answers`` are for pages and go no further."""

    people: tuple[One, ...]
    cells: tuple[Cell, ...]
    areas: tuple[tuple[str, int | None, int], ...]
    """Areas, and how many people lack a core skill of theirs; None where under five."""
    groups: tuple[Group, ...]
    left: tuple[Left, ...]
    without_consent: int
    files: int


ACTIONS = {
    "hours": "Talk about hours, the day or a nearer role: the core of the goal doesn't fit",
    "apply": "Talk about applications: documents show the core of the goal",
    "show": "Help put into words what is only named: tests and evidence come before study",
    "study": "Start on the first steps of the plan",
}
"""What an adviser does next, by group; told of work, never of worth."""


def read_goals(path: Path, today: date) -> tuple[Row, ...]:
    """The rows of a table of goals and consents; UserError names the first bad line."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            str(path), f"can't be read ({error}).", "Save it as CSV in UTF-8."
        ) from None
    delimiter = (
        ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    )
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    named = [(n or "").strip().casefold() for n in reader.fieldnames or ()]
    if missing := [c for c in COLUMNS if c not in named]:
        raise UserError(
            str(path),
            f"has no column {', '.join(missing)}.",
            f"Its first line names: {', '.join((*COLUMNS, *MORE))}.",
        )
    reader.fieldnames = named
    rows = tuple(_row(path, at, cells, today) for at, cells in enumerate(reader, 2))
    twice = [f for f, n in Counter(r.file for r in rows).items() if n > 1]
    if twice:
        raise UserError(str(path), f"names {twice[0]} twice.", "Give each file one line.")
    return rows


def _row(path: Path, line: int, cells: dict[str, str], today: date) -> Row:
    def cell(name: str) -> str:
        return (cells.get(name) or "").strip()

    def wrong(cause: str, then: str) -> UserError:
        return UserError(f"{path}, line {line}", cause, then)

    consent = cell("consent").casefold()
    if consent not in YES | NO:
        raise wrong(f"consent is {consent!r}.", "Write yes or no; no line counts without a yes.")
    try:
        hours = float(cell("hours").replace(",", ".")) if cell("hours") else 0.0
    except ValueError:
        raise wrong(f"hours is {cell('hours')!r}.", "Write a number, such as 8.") from None
    if not cell("file"):
        raise wrong("names no file.", "Write the résumé's file name.")
    request = Request(
        cell("role"), hours, cell("by"), cell("place") or None, cell("level") or None, today
    )
    return Row(line, cell("file"), request, consent in YES)


def documents(folder: Path) -> tuple[str, ...]:
    """Every file in a folder and below, as a path within it; hidden ones left out."""
    if not folder.is_dir():
        raise UserError(str(folder), "is not a folder.", "Give the folder of résumés.")
    found = (f.relative_to(folder) for f in folder.rglob("*") if f.is_file())
    return tuple(sorted(f.as_posix() for f in found if not any(p[0] == "." for p in f.parts)))


def cohort(
    folder: Path, goals: Path, today: date, progress: Progress, workers: int | None = None
) -> Cohort:
    """Everyone who consents, each planned on their own; what has no page is listed with why."""
    rows = {r.file: r for r in read_goals(goals, today)}
    files = tuple(f for f in documents(folder) if (folder / f).resolve() != goals.resolve())
    refused = [f for f in files if f in rows and not rows[f].consents]
    wanted = [rows[f] for f in files if f in rows and rows[f].consents]
    left = [Left(f, "no line in the table of goals, so no consent") for f in files if f not in rows]
    left += [
        Left(f"line {r.line}: {r.file}", "no such file in the folder")
        for r in rows.values()
        if r.file not in files and r.consents
    ]
    people: list[One] = []
    for one in local.run(partial(_answered, folder), wanted, _processes(len(wanted), workers)):
        people.append(one)
        progress(len(people), len(wanted), "Reading and planning")
    left += [Left(p.file, p.why_not) for p in people if p.answer is None]
    read = [p for p in people if p.answer is not None]
    return Cohort(
        people=tuple(read),
        cells=_cells([p.answer for p in read if p.answer]),
        areas=_areas([p.answer for p in read if p.answer]),
        groups=_groups(read),
        left=tuple(left),
        without_consent=len(refused),
        files=len(files),
    )


def _processes(people: int, workers: int | None) -> int | None:
    """One process for a few people: starting more takes longer than it saves."""
    return 1 if people < FEWEST else workers


def _answered(folder: Path, row: Row) -> One:
    try:
        answer = make_plan(folder / row.file, row.request)
        if not answer.person.skills and answer.person.years is None:
            return One(row.file, None, "Neither a skill nor a dated position was read in it.")
        return One(row.file, answer, "")
    except RungError as error:
        return One(row.file, None, f"{error.cause} {error.next_step}".strip())
    except Exception as error:
        return One(row.file, None, f"Rung failed on it ({type(error).__name__}: {error}).")


def lacks(answer: Answer) -> tuple[Lacks, ...]:
    """The skills a person's goal asks that their documents don't show, most asked first."""
    from rung.catalogue import load

    area_of = load().area_of
    return tuple(
        Lacks(r.skill, r.label, area_of.get(r.skill, ""), r.k, r.n, r.used)
        for r in answer.gap
        if r.evidence in ("absent", "claimed") and r.kind not in ("human", "credential")
    )


def _cells(answers: Sequence[Answer]) -> tuple[Cell, ...]:
    """The gap table by role, most people first; what fewer than five share is not counted."""
    by_role: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_role[answer.goal.role].append(answer)
    found: list[Cell] = []
    for role, mine in sorted(by_role.items()):
        people: Counter[str] = Counter()
        seen: dict[str, Lacks] = {}
        for answer in mine:
            for lack in lacks(answer)[:GAPS]:
                people[lack.skill] += 1
                known = seen.get(lack.skill)
                if known is None or (lack.n, lack.used) > (known.n, known.used):
                    seen[lack.skill] = lack
        for skill in sorted(people, key=lambda s: (-people[s], -seen[s].k, s)):
            lack = seen[skill]
            found.append(
                Cell(
                    role=role,
                    role_label=mine[0].goal.role_label,
                    skill=skill,
                    label=lack.label,
                    area=lack.area,
                    people=_told(people[skill]),
                    of=len(mine),
                    k=lack.k,
                    n=lack.n,
                    used=lack.used,
                )
            )
    return tuple(found)


def _areas(answers: Sequence[Answer]) -> tuple[tuple[str, int | None, int], ...]:
    """For a curriculum: areas in which people's plans hold core steps."""
    people = Counter(
        a for x in answers for a in {s.area for s in x.plan.steps if s.core and s.skill}
    )
    ranked = sorted(people, key=lambda a: (-people[a], a))
    return tuple((area, _told(people[area]), len(answers)) for area in ranked)


def _told(count: int) -> int | None:
    return count if count >= FEWEST else None


def _groups(people: Iterable[One]) -> tuple[Group, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in people:
        if one.answer:
            found[action_of(one.answer)].append(one.file)
    return tuple(Group(a, what, tuple(found[a])) for a, what in ACTIONS.items() if found[a])


def action_of(answer: Answer) -> str:
    """What comes next for one person, by what their plan says."""
    plan = answer.plan
    core = [s for s in plan.steps if s.core and s.skill]
    if not plan.feasible:
        return "hours"
    if not core:
        return "apply"
    return "show" if all(s.kind == "test-out" for s in core[:3]) else "study"


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts, and what has no page."""

    out: str
    files: int
    pages: int
    without_consent: int
    groups: dict[str, int]
    left: tuple[Left, ...]


def summary_of(found: Cohort, out: Path) -> Summary:
    """The run in figures."""
    groups = {g.action: len(g.files) for g in found.groups}
    return Summary(
        str(out), found.files, len(found.people), found.without_consent, groups, found.left
    )
