"""Chosen nodes and projects as steps a person can follow, each with its reason and its end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rung.catalogue.graph import Node
from rung.catalogue.load import Catalogue
from rung.catalogue.projects import project_of
from rung.catalogue.records import Role, Skill
from rung.core.records import HoursRange
from rung.market.records import Count
from rung.plan.candidates import Candidate
from rung.plan.order import needs
from rung.plan.records import Step, StepKind
from rung.plan.select import Choice


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reasons rest on: ads naming each skill, in which ads, and the role's record."""

    counts: Mapping[str, Count]
    used: str
    role: str
    listed: Mapping[str, str]
    """Skills of the role's own record → core, common or rare."""
    core: Collection[Node]
    """Chosen nodes that close core entries, and what those need."""
    responsible: Collection[Node]
    """Nodes of which every plan holds one where the role builds systems."""


def node_steps(
    catalogue: Catalogue,
    order: Sequence[Node],
    candidates: Mapping[Node, Candidate],
    choice: Choice,
    asked: Asked,
) -> list[Step]:
    """One step a chosen node, in ``order``."""
    return [
        _step(catalogue, candidates[n], order, candidates, n in choice.penalised, asked)
        for n in order
    ]


def _step(
    catalogue: Catalogue,
    candidate: Candidate,
    order: Sequence[Node],
    candidates: Mapping[Node, Candidate],
    penalised: bool,
    asked: Asked,
) -> Step:
    node = candidate.node
    skill = catalogue.skills[node.skill]
    count = asked.counts.get(skill.id)
    return Step(
        id=str(node),
        skill=skill.id,
        label=_label(skill, candidate),
        area=candidate.area,
        level=node.level,
        kind=_kind(skill, candidate),
        core=node in asked.core,
        hours=candidate.alone if penalised else candidate.hours,
        requires=tuple(str(n) for n in needs(candidate, order)),
        why=_why(catalogue, candidate, order, candidates, penalised, asked),
        opens_ads=count.k if count else 0,
        asked_by=count,
        evidence_wanted=_evidence(skill, candidate),
    )


def _kind(skill: Skill, candidate: Candidate) -> StepKind:
    if candidate.claimed:
        return "test-out"
    theory = skill.kind in ("maths", "concept", "domain")
    return "study" if theory or candidate.node.level == "basic" else "build"


def _label(skill: Skill, candidate: Candidate) -> str:
    if candidate.claimed:
        return f"{skill.label}: test out"
    return f"{skill.label}: {candidate.node.level}"


def _evidence(skill: Skill, candidate: Candidate) -> str:
    if candidate.claimed:
        return (
            f"Answer unaided: {skill.self_check} Then point to work that shows it, "
            f"such as: {_lower(skill.evidence)}"
        )
    if candidate.node.level == "basic":
        return f"{skill.anchors.basic} Self-check: {skill.self_check}"
    return skill.evidence


def _why(
    catalogue: Catalogue,
    candidate: Candidate,
    order: Sequence[Node],
    candidates: Mapping[Node, Candidate],
    penalised: bool,
    asked: Asked,
) -> str:
    skill = candidate.node.skill
    parts = []
    count = asked.counts.get(skill)
    if count and count.k:
        parts.append(f"Asked for in {count.k} of {count.n} ads ({asked.used}).")
    elif skill in asked.listed:
        parts.append(f"{asked.listed[skill].capitalize()} in {asked.role} work.")
    used_by = sorted(
        {
            catalogue.skills[n.skill].label
            for n in order
            if n.skill != skill and candidate.node in needs(candidates[n], order)
        }
    )
    if used_by:
        parts.append(f"Needed for {_listed(used_by)}.")
    if candidate.node in asked.responsible:
        parts.append("Every plan to build such systems holds a step on their fairness or privacy.")
    if candidate.claimed:
        full = catalogue.skills[skill].hours.to_working.likely
        parts.append(
            f"Your résumé names it but no line shows it in use: if the test fails, count "
            f"{full:g} hours instead."
        )
    if penalised:
        left_out = [catalogue.skills[n.skill].label for n in candidate.soft if n not in order]
        parts.append(f"Hours are 30% up: {_listed(left_out)} would help but is left out.")
    return " ".join(parts)


def project_step(
    catalogue: Catalogue, role: Role, area: str, hours: HoursRange, steps: Sequence[Step]
) -> Step:
    """The project that ties together what ``steps``, or those done before, taught in ``area``."""
    project = project_of(catalogue, area, role)
    if project is None:
        raise ValueError(f"area {area} has no project")
    built = tuple(s.id for s in steps if s.area == area and s.level == "working")
    names = [s.label.split(":")[0] for s in steps if s.id in built]
    card = (
        " The repository carries a model card with a risk checklist." if role.builds_systems else ""
    )
    what = _listed(names) if names else f"what you learnt of {catalogue.areas[area].label}"
    mentioned = "model card" in f"{project.brief} {project.evidence}".lower()
    return Step(
        id=f"project.{area}",
        skill=None,
        label=f"Project: {project.title}",
        area=area,
        level=None,
        kind="project",
        core=any(s.core for s in steps if s.id in built),
        hours=hours,
        requires=built,
        why=(
            f"Shows {what} in one piece of work that others can check; leave out what "
            f"no step of yours covers. {project.brief}"
        ),
        opens_ads=0,
        asked_by=None,
        evidence_wanted=project.evidence + ("" if mentioned else card),
    )


def checkpoint_step(number: int, week: int, hours: float) -> Step:
    """A quarterly look back."""
    return Step(
        id=f"checkpoint.{number}",
        skill=None,
        label=f"Checkpoint: week {week}",
        area="",
        level=None,
        kind="checkpoint",
        core=False,
        hours=HoursRange(hours, hours, hours),
        requires=(),
        why="Compare what is done with what was planned, and plan again with today's ads.",
        opens_ads=0,
        asked_by=None,
        evidence_wanted="A note of what was finished and shown, and a new plan from that day.",
    )


def with_projects(
    catalogue: Catalogue,
    role: Role,
    steps: Sequence[Step],
    projects: Mapping[str, HoursRange],
) -> list[Step]:
    """Each area's project right after the last of its working steps, or first of all."""
    working = {s.area for s in steps if s.level == "working"}
    result = [
        project_step(catalogue, role, area, projects[area], steps)
        for area in sorted(projects)
        if area not in working
    ]
    for at, step in enumerate(steps):
        result.append(step)
        later = any(s.area == step.area and s.level == "working" for s in steps[at + 1 :])
        if step.area in projects and step.level == "working" and not later:
            hours = projects[step.area]
            result.append(project_step(catalogue, role, step.area, hours, steps))
    return result


def _listed(names: Sequence[str], most: int = 4) -> str:
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
