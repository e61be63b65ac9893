"""What a plan may choose from: skill nodes with their hours, value and needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rung.catalogue.graph import Node, closure, requirements
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Hours, Role
from rung.core.records import Evidence, HoursRange
from rung.fit.gap import hours_to_working
from rung.plan.value import NEVER_STUDIED

SOFT_PENALTY = 0.3
"""Extra share of a node's hours while a helpful prerequisite is missing."""

RESPONSIBLE = ("responsible-ai", "fairness", "privacy", "model-cards")
"""One of these belongs in every plan to build systems that decide about people."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node the person doesn't hold yet. ``requires`` and ``soft`` name other candidates only."""

    node: Node
    area: str
    hours: HoursRange
    alone: HoursRange
    """Hours while a helpful prerequisite is left out."""
    value: float
    requires: tuple[Node, ...]
    soft: tuple[Node, ...]
    claimed: bool

    @property
    def tenths(self) -> int:
        """Likely hours in whole tenths."""
        return round(10 * self.hours.likely)

    @property
    def extra_tenths(self) -> int:
        """Tenths on top while a helpful prerequisite is left out."""
        return round(10 * (self.alone.likely - self.hours.likely))


@dataclass(frozen=True, slots=True)
class Target:
    """A core entry of the role still open: one of ``members`` closes it."""

    members: tuple[Node, ...]
    pinned: bool = False
    """Whether the person asked for it by name."""


def as_range(hours: Hours) -> HoursRange:
    """A catalogue record's hours as a range."""
    return HoursRange(hours.low, hours.likely, hours.high)


def resolve(node: Node, held: Mapping[str, Evidence]) -> Node | None:
    """The candidate that stands for ``node``: none when shown, one test when claimed."""
    evidence = held.get(node.skill, "absent")
    if evidence in ("evidenced", "verified"):
        return None
    return Node(node.skill, "working") if evidence == "claimed" else node


def candidates(
    catalogue: Catalogue,
    role: Role,
    held: Mapping[str, Evidence],
    values: Mapping[str, float],
    aims: Iterable[Target],
) -> dict[Node, Candidate]:
    """Every node worth choosing for ``role``, what closes its core, and whatever those need.

    ``values`` are the skills' points.
    """
    wanted = {Node(s, "working") for s, v in values.items() if v > 0}
    wanted |= {m for t in aims for m in t.members}
    wanted |= {Node(s, "basic") for s in RESPONSIBLE if s in catalogue.skills}
    found: dict[Node, Candidate] = {}
    for raw in sorted(closure(catalogue, wanted)):
        node = resolve(raw, held)
        if node is None or node in found:
            continue
        found[node] = _candidate(catalogue, role, node, held, values)
    return found


def targets(
    catalogue: Catalogue, role: Role, held: Mapping[str, Evidence], values: Mapping[str, float]
) -> tuple[Target, ...]:
    """The role's core entries the person doesn't show yet and study can give.

    Of an either-or entry the member named already counts, else the one most ads ask for: the
    fewest hours would lead people to the skill least wanted.
    """
    found = []
    for entry in role.skills.core:
        members = [m for m in entry.members if catalogue.skills[m].kind not in NEVER_STUDIED]
        nodes = [resolve(Node(m, entry.level), held) for m in members]
        if members and None not in nodes:
            best = min(members, key=lambda m: (held.get(m) != "claimed", -values.get(m, 0.0), m))
            chosen = resolve(Node(best, entry.level), held)
            found += [Target((chosen,))] if chosen else []
    return tuple(dict.fromkeys(found))


def shows(catalogue: Catalogue, skill: str) -> tuple[str, ...]:
    """The umbrella skills that learning ``skill`` teaches too.

    Why not all it implies: a line with "random forest" says its writer knows machine learning,
    but eight hours on trees don't teach it.
    """
    return catalogue.skills[skill].teaches


def shown_by(catalogue: Catalogue, found: Mapping[Node, Candidate]) -> dict[Node, tuple[Node, ...]]:
    """Umbrella candidates and the working candidates that show them too."""
    result: dict[Node, list[Node]] = {}
    for node in sorted(found):
        if node.level == "working":
            for umbrella in shows(catalogue, node.skill):
                for above in (Node(umbrella, "basic"), Node(umbrella, "working")):
                    if above in found:
                        result.setdefault(above, []).append(node)
    return {above: tuple(nodes) for above, nodes in result.items()}


def _candidate(
    catalogue: Catalogue,
    role: Role,
    node: Node,
    held: Mapping[str, Evidence],
    values: Mapping[str, float],
) -> Candidate:
    skill = catalogue.skills[node.skill]
    claimed = held.get(node.skill) == "claimed"
    total = values.get(node.skill, 0.0)
    if claimed:
        hours, value = hours_to_working(skill, "claimed"), total
    else:
        hours = as_range(skill.hours.basic if node.level == "basic" else skill.hours.working)
        value = total * _value_share(role, node)
    return Candidate(
        node,
        catalogue.area_of[node.skill],
        hours,
        hours.scaled(1 + SOFT_PENALTY),
        round(value, 4),
        () if claimed else _present(requirements(catalogue, node), node, held),
        () if claimed else _present(requirements(catalogue, node, kind="soft"), node, held),
        claimed,
    )


def _present(nodes: Iterable[Node], own: Node, held: Mapping[str, Evidence]) -> tuple[Node, ...]:
    found = {resolve(n, held) for n in nodes} - {None, own}
    return tuple(sorted(n for n in found if n is not None))


def _value_share(role: Role, node: Node) -> float:
    """How much of a skill's value its node brings: ads that name it mostly mean working level."""
    asked = next(
        (
            e.level
            for e in (*role.skills.core, *role.skills.common, *role.skills.rare)
            if node.skill in e.members
        ),
        "working",
    )
    basic = 0.5 if asked == "basic" else 0.25
    return basic if node.level == "basic" else 1 - basic
