"""Work on a plan as it is done: steps finished, hours, notes and evidence logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rung.app import my_log, my_plan
from rung.app.goal import find_role, find_skill
from rung.app.my_plan import KeptPlan, KeptStep
from rung.catalogue import load
from rung.catalogue.graph import Node, node
from rung.catalogue.load import Catalogue
from rung.catalogue.projects import project_of
from rung.catalogue.records import Role
from rung.core.errors import UserError
from rung.core.records import HoursRange
from rung.core.state import State
from rung.plan.candidates import as_range
from rung.plan.log import Entry, add_up
from rung.plan.settle import PROJECT


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry as written, and what it means for the step."""

    entry: Entry
    on_step: float
    """Hours on the step so far, this entry's among them."""
    wanted: str
    """Evidence that would show a finished step, where none is logged; else ""."""


@dataclass(frozen=True, slots=True)
class _Step:
    id: str
    label: str
    estimate: HoursRange | None
    wanted: str


def done(state: State, step: str, hours: float | None, text: str, day: date, today: date) -> Logged:
    """Finish a step of the plan, or of the catalogue; ``text`` says where it can be seen."""
    found = _find(state, step)
    entries = my_log.read(state)
    if found.id in add_up(entries).done:
        raise UserError(f"step {found.id}", "is done already.", "Take it back: rung log undo")
    entry = Entry(
        0,
        my_log.day_given(day, today),
        "done",
        found.id,
        found.label,
        my_log.hours_given(hours),
        text.strip(),
        found.estimate,
    )
    return _written(state, entry, "" if entry.text else found.wanted)


def hours(
    state: State, spent: float, step: str | None, text: str, day: date, today: date
) -> Logged:
    """Log hours, on a step where one is named."""
    found = _find(state, step) if step else None
    entry = Entry(
        0,
        my_log.day_given(day, today),
        "hours",
        found.id if found else None,
        found.label if found else "",
        my_log.hours_given(spent),
        text.strip(),
    )
    return _written(state, entry)


def note(state: State, text: str, step: str | None, day: date, today: date) -> Logged:
    """Keep a thought, on a step where one is named."""
    found = _find(state, step) if step else None
    label = found.label if found else ""
    at = found.id if found else None
    words = _some(text, "a note")
    return _written(state, Entry(0, my_log.day_given(day, today), "note", at, label, text=words))


def evidence(state: State, step: str, text: str, day: date, today: date) -> Logged:
    """Say where a step's work can be seen: a link, a file, a line for the résumé."""
    found = _find(state, step)
    words = _some(text, "evidence")
    entry = Entry(0, my_log.day_given(day, today), "evidence", found.id, found.label, text=words)
    return _written(state, entry)


def _some(text: str, what: str) -> str:
    if not text.strip():
        raise UserError(what, "is empty.", "Give it a text.")
    return text.strip()


def _written(state: State, entry: Entry, wanted: str = "") -> Logged:
    new = my_log.write(state, entry)
    spent = add_up(my_log.read(state)).spent
    return Logged(new, spent.get(new.step or "", 0.0), wanted)


def _find(state: State, name: str) -> _Step:
    """The step a number, id, skill or label names: of the plan in hand, else of the catalogue."""
    catalogue, kept = load(), my_plan.the_plan(state)
    if kept and (found := _in_plan(catalogue, kept, set(add_up(my_log.read(state)).done), name)):
        return found
    if name.startswith(PROJECT) and name.removeprefix(PROJECT) in catalogue.areas:
        return _project(catalogue, name, _role(catalogue, kept))
    at = node(name)
    if str(at) != name or at.skill not in catalogue.skills:
        at = Node(find_skill(catalogue, name).id, "working")
    skill = catalogue.skills[at.skill]
    label = f"{skill.label}: {at.level}"
    return _Step(str(at), label, estimate_of(catalogue, str(at)), skill.evidence)


def _project(catalogue: Catalogue, step: str, role: Role | None) -> _Step:
    area = step.removeprefix(PROJECT)
    project = project_of(catalogue, area, role)
    title = project.title if project else catalogue.areas[area].label
    wanted = project.evidence if project else ""
    return _Step(step, f"Project: {title}", estimate_of(catalogue, step, role), wanted)


def _role(catalogue: Catalogue, kept: KeptPlan | None) -> Role | None:
    """The role the plan in hand leads to, where the catalogue still has it."""
    try:
        return find_role(catalogue, kept.request.role) if kept else None
    except UserError:
        return None


def _in_plan(catalogue: Catalogue, kept: KeptPlan, done_: set[str], name: str) -> _Step | None:
    key = name.strip().casefold()
    steps = [s for s in kept.steps if s.kind != "checkpoint"]
    if key.isdecimal():
        at = int(key)
        if not 1 <= at <= len(kept.steps):
            raise UserError(
                f"step {name}", f"is not in the plan; it has {len(kept.steps)}.", "See: rung me"
            )
        steps = [kept.steps[at - 1]]
        key = steps[0].id
    named = [s for s in steps if key in _names(s)]
    found = next((s for s in named if s.id not in done_), named[0] if named else None)
    if found is None:
        return None
    role = _role(catalogue, kept)
    estimate = None if found.kind == "test-out" else estimate_of(catalogue, found.id, role)
    return _Step(found.id, found.label, estimate, found.evidence_wanted)


def _names(step: KeptStep) -> tuple[str, ...]:
    label = step.label.casefold()
    return (step.id, label, label.split(":")[0], step.id.rpartition(".")[0])


def estimate_of(catalogue: Catalogue, step: str, role: Role | None = None) -> HoursRange | None:
    """The catalogue's own hours for a step, whatever the person's speed.

    A project's are those it has on the way to ``role``.
    """
    if step.startswith(PROJECT):
        project = project_of(catalogue, step.removeprefix(PROJECT), role)
        return as_range(project.hours) if project else None
    at = node(step)
    skill = catalogue.skills.get(at.skill)
    if skill is None:
        return None
    return as_range(skill.hours.basic if at.level == "basic" else skill.hours.working)
