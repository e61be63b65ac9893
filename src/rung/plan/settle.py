"""A choice seen from where the person stands: work done, hours spent, what they want in or out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from msgspec.structs import replace as changed

from rung.catalogue.graph import Node, node
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role, RoleSkill, RoleSkills
from rung.core.records import Evidence, HoursRange
from rung.plan.candidates import Candidate, Target, shows
from rung.plan.problem import BUILDABLE
from rung.plan.records import Dropped, Given
from rung.plan.select import Problem

LEAST_LEFT = 0.5
"""Hours a step is still given once its estimate is used up but it isn't finished."""

PROJECT = "project."
"""How ids of an area's project begin."""


def held_now(
    catalogue: Catalogue, held: Mapping[str, Evidence], done: Iterable[str]
) -> dict[str, Evidence]:
    """What documents show, and what steps finished since have taught."""
    found = dict(held)
    for step in sorted(done):
        at = node(step)
        if not step.startswith(PROJECT) and at.level == "working" and at.skill in catalogue.skills:
            found |= dict.fromkeys((at.skill, *shows(catalogue, at.skill)), "evidenced")
    return found


def without(role: Role, drops: Iterable[str]) -> Role:
    """The role as the person wants it: of an either-or entry the other members stay."""
    out = frozenset(drops)
    if not out:
        return role

    def kept(entries: Iterable[RoleSkill]) -> tuple[RoleSkill, ...]:
        found = []
        for entry in entries:
            members = tuple(m for m in entry.members if m not in out)
            if len(members) == len(entry.members):
                found.append(entry)
            elif members:
                alone = members[0] if len(members) == 1 else None
                found.append(changed(entry, id=alone, any=() if alone else members))
        return tuple(found)

    own = role.skills
    skills = RoleSkills(
        core=kept(own.core),
        common=kept(own.common),
        rare=kept(own.rare),
        not_needed=own.not_needed,
    )
    return changed(role, skills=skills)


def resting_on(
    problem: Problem, drops: Iterable[str], longest: float | None = None
) -> frozenset[Node]:
    """The candidates of dropped skills, or too long, and all that can't be learnt without them."""
    out = frozenset(drops)
    gone = {
        n
        for n, c in problem.candidates.items()
        if n.skill in out or (longest is not None and c.alone.likely > longest)
    }
    while more := {
        n
        for n, c in problem.candidates.items()
        if n not in gone and not gone.isdisjoint(c.requires)
    }:
        gone |= more
    return frozenset(gone)


def settle(catalogue: Catalogue, problem: Problem, given: Given) -> Problem:
    """The choice left: finished steps gone, begun ones shorter, dropped ones out."""
    finished = {node(s) for s in given.done if not s.startswith(PROJECT)}
    gone = resting_on(problem, given.drops, given.longest)
    left = {
        n: _left(c, given, finished | gone)
        for n, c in problem.candidates.items()
        if n not in finished and n not in gone
    }
    done_areas = {s.removeprefix(PROJECT) for s in given.done if s.startswith(PROJECT)}
    return replace(
        problem,
        candidates=left,
        targets=_open(problem.targets, finished, gone),
        projects={
            a: _spent(_at_speed(h, given), given.spent.get(f"{PROJECT}{a}", 0.0))
            for a, h in problem.projects.items()
            if a not in done_areas and (given.longest is None or h.likely <= given.longest)
        },
        builds={n for n in problem.builds if n in left},
        shown_by={
            above: tuple(n for n in by if n in left)
            for above, by in problem.shown_by.items()
            if above in left and any(n in left for n in by)
        },
        one_of=tuple(n for n in problem.one_of if n in left),
        built=_built(catalogue, finished),
        begun=frozenset(node(s) for s in given.begun) & left.keys(),
    )


def set_aside(
    catalogue: Catalogue, problem: Problem, targets: Iterable[Target], given: Given
) -> tuple[Dropped, ...]:
    """Dropped skills, and core entries that can't be closed without them, in words."""
    found = [
        Dropped(s, catalogue.skills[s].label, 0.0, "you dropped it")
        for s in sorted(set(given.drops))
    ]
    gone = resting_on(problem, given.drops)
    for target in targets:
        first = target.members[0]
        if gone.issuperset(target.members) and first.skill not in given.drops:
            label = catalogue.skills[first.skill].label
            found.append(Dropped(first.skill, label, 0.0, "it can't be learnt without them"))
    return tuple(found)


def _open(
    targets: Iterable[Target], finished: set[Node], gone: frozenset[Node]
) -> tuple[Target, ...]:
    still = (t for t in targets if finished.isdisjoint(t.members))
    left = (replace(t, members=tuple(m for m in t.members if m not in gone)) for t in still)
    return tuple(t for t in left if t.members)


def _left(candidate: Candidate, given: Given, out: set[Node]) -> Candidate:
    spent = given.spent.get(str(candidate.node), 0.0)
    return replace(
        candidate,
        hours=_spent(_at_speed(candidate.hours, given), spent),
        alone=_spent(_at_speed(candidate.alone, given), spent),
        requires=tuple(n for n in candidate.requires if n not in out),
        soft=tuple(n for n in candidate.soft if n not in out),
    )


def _at_speed(hours: HoursRange, given: Given) -> HoursRange:
    return hours if given.speed.factor == 1 else hours.scaled(given.speed.factor)


def _spent(hours: HoursRange, spent: float) -> HoursRange:
    """What is left of an estimate, in tenths, and never nothing before the step is done."""
    if not spent:
        return hours
    low, likely, high = (
        max(LEAST_LEFT, round(h - spent, 1)) for h in (hours.low, hours.likely, hours.high)
    )
    return HoursRange(low, likely, high)


def _built(catalogue: Catalogue, finished: set[Node]) -> dict[str, int]:
    """Tenths of an hour of building already done, by area: its project is still to come."""
    found: dict[str, int] = {}
    for n in sorted(finished):
        skill = catalogue.skills.get(n.skill)
        if skill and n.level == "working" and skill.kind in BUILDABLE:
            area = catalogue.area_of[n.skill]
            found[area] = found.get(area, 0) + round(10 * skill.hours.working.likely)
    return found
