"""Skills and roles found by the words a person has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role, Skill
from rung.core.index import Hit, TextIndex

SAYS_NOTHING = (
    "like", "likes", "love", "enjoy", "want", "wants", "prefer", "interested", "interest", "job",
    "jobs", "role", "roles", "career", "work", "working", "works", "something", "someone",
    "somebody", "people", "person", "thing", "things", "use", "using", "used", "make", "makes",
    "making", "get", "getting", "help", "helps", "good", "really", "mostly", "day", "rather",
    "much", "also", "need", "needs",
)  # fmt: skip
"""Words of wishes and questions, which tell no role or skill from another."""

SKILL_WEIGHTS = {"name": 4.0, "plain": 3.0, "summary": 1.5, "more": 0.6}
ROLE_WEIGHTS = {"name": 3.0, "plain": 3.0, "overview": 1.5, "does": 1.0, "skills": 0.7}
ENOUGH = 20
"""Results a person looks through."""


def search_skills(catalogue: Catalogue, text: str, limit: int = ENOUGH) -> tuple[Hit, ...]:
    """Skills for a plain-language text, best first; what is called so comes before the rest."""
    called = _called(text, ((s.id, skill_names(s)) for s in catalogue.skills.values()))
    return _joined(called, _skill_index(catalogue).search(text, limit), limit)


def search_roles(catalogue: Catalogue, text: str, limit: int = ENOUGH) -> tuple[Hit, ...]:
    """Roles for a plain-language text, best first; what is called so comes before the rest.

    Roles people come from stand last: who writes of economics asks where it leads.
    """
    called = _called(text, ((r.id, _role_names(r)) for r in catalogue.roles.values()))
    hits = _role_index(catalogue).search(text, len(catalogue.roles))
    ahead = sorted(hits, key=lambda h: catalogue.roles[h.id].family == "feeder")
    return _joined(called, ahead, limit)


def skill_names(skill: Skill) -> tuple[str, ...]:
    """Every name of a skill as written, its id and label first."""
    return (
        skill.id,
        skill.label,
        *(a if isinstance(a, str) else a.text for a in skill.aliases),
    )


def _role_names(role: Role) -> tuple[str, ...]:
    return (role.id, role.label, *role.aliases, *role.titles.typical)


def _called(text: str, named: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Ids with a name that holds the text: whole names first, then beginnings, then the rest."""
    wanted = " ".join(text.casefold().replace("-", " ").split())
    if len(wanted) < 2:
        return [i for i, names in named if wanted and wanted in map(str.casefold, names)]
    ranked = []
    for key, names in named:
        best = min((_rank(wanted, n.casefold().replace("-", " ")) for n in names), default=9)
        if best < 9:
            ranked.append((best, len(names[1]), key))
    return [key for *_, key in sorted(ranked)]


def _rank(wanted: str, name: str) -> int:
    if wanted == name:
        return 0
    at = f" {name}".find(f" {wanted}")
    return 9 if at < 0 else (1 if at == 0 else 2)


def _joined(first: Iterable[str], hits: Iterable[Hit], limit: int) -> tuple[Hit, ...]:
    scores = {h.id: h.score for h in hits}
    order = dict.fromkeys([*first, *scores])
    return tuple(Hit(key, scores.get(key, 0.0)) for key in order)[:limit]


@cache
def _skill_index(catalogue: Catalogue) -> TextIndex:
    return TextIndex(
        SKILL_WEIGHTS,
        ((s.id, _skill_fields(catalogue, s)) for s in catalogue.skills.values()),
        SAYS_NOTHING,
    )


@cache
def _role_index(catalogue: Catalogue) -> TextIndex:
    return TextIndex(
        ROLE_WEIGHTS,
        ((r.id, _role_fields(catalogue, r)) for r in catalogue.roles.values()),
        SAYS_NOTHING,
    )


def _skill_fields(catalogue: Catalogue, skill: Skill) -> Mapping[str, str]:
    area = catalogue.areas.get(catalogue.area_of.get(skill.id, ""))
    return {
        "name": " ".join(skill_names(skill)),
        "plain": " ".join(skill.plain),
        "summary": skill.summary,
        "more": " ".join((*skill.anchors.by_level().values(), area.label if area else "")),
    }


def _role_fields(catalogue: Catalogue, role: Role) -> Mapping[str, str]:
    return {
        "name": " ".join(_role_names(role)),
        "plain": " ".join(role.plain),
        "overview": role.overview,
        "does": " ".join((*(d.text for d in role.responsibilities), *role.day)),
        "skills": " ".join(_core_words(catalogue, role)),
    }


def _core_words(catalogue: Catalogue, role: Role) -> Iterator[str]:
    for entry in role.skills.core:
        for member in entry.members:
            if skill := catalogue.skills.get(member):
                yield skill.label
                yield from skill.plain
