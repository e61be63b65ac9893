"""What is wrong with the catalogue, all of it at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rung.catalogue.graph import cycle
from rung.catalogue.load import Catalogue
from rung.catalogue.records import ContextAlias, Role, RoleSkill


def normalised(text: str) -> str:
    """An alias as the matcher sees it: lower case, separators folded to one space."""
    return re.sub(r"[-_/\s]+", " ", text.casefold()).strip()


def check(catalogue: Catalogue) -> tuple[str, ...]:
    """Every problem in words: cycles, unknown ids, alias clashes, bad role references.

    Why: schemas catch what one file can show; these need the whole catalogue.
    """
    return (
        *_unknown_ids(catalogue),
        *_cycle(catalogue),
        *_alias_clashes(catalogue),
        *_role_references(catalogue),
        *_role_names(catalogue),
        *_implications(catalogue),
    )


def _unknown_ids(catalogue: Catalogue) -> Iterator[str]:
    for s in catalogue.skills.values():
        where = f"skills/{catalogue.area_of.get(s.id)}/{s.id}.yaml"
        for other in [p.id for p in s.prerequisites] + [*s.alternatives, *s.implies]:
            if other not in catalogue.skills:
                yield f"{where}: {s.id} names the unknown skill {other}"
            if other == s.id:
                yield f"{where}: {s.id} names itself"


def _cycle(catalogue: Catalogue) -> Iterator[str]:
    known = catalogue.skills
    if all(p.id in known for s in known.values() for p in s.prerequisites):
        found = cycle(known)
        if found:
            yield "skills: prerequisites run in a circle: " + " → ".join(found)


def _alias_clashes(catalogue: Catalogue) -> Iterator[str]:
    plain: dict[str, set[str]] = defaultdict(set)
    for s in catalogue.skills.values():
        for alias in (s.label, *s.aliases):
            if not isinstance(alias, ContextAlias):
                plain[normalised(alias)].add(s.id)
    for alias, ids in sorted(plain.items()):
        if len(ids) > 1:
            yield f"skills: the name {alias!r} belongs to {' and '.join(sorted(ids))}"


def _role_references(catalogue: Catalogue) -> Iterator[str]:
    for role in catalogue.roles.values():
        where = f"roles/{role.id}.yaml"
        for entry in _role_skills(role):
            for member in entry.members:
                if member not in catalogue.skills:
                    yield f"{where}: unknown skill {member}"
        for named in (*role.next_roles, *(c.id for c in role.confused_with)):
            if named not in catalogue.roles:
                yield f"{where}: unknown role {named}"


def _role_names(catalogue: Catalogue) -> Iterator[str]:
    names: dict[str, str] = {}
    phrases: dict[str, Role] = {}
    for role in catalogue.roles.values():
        where = f"roles/{role.id}.yaml"
        for name in (role.id, *role.aliases):
            if names.setdefault(name, role.id) != role.id:
                yield f"{where}: the short name {name!r} belongs to {names[name]} too"
        for phrase in role.titles.phrases:
            other = phrases.setdefault(normalised(phrase), role)
            if other is not role and not (other.titles.text_cues and role.titles.text_cues):
                yield f"{where}: the title {phrase!r} belongs to {other.id} too, with no text cues"


def _role_skills(role: Role) -> tuple[RoleSkill, ...]:
    return (*role.skills.core, *role.skills.common, *role.skills.rare)


def _implications(catalogue: Catalogue) -> Iterator[str]:
    implied = catalogue.implications
    for d in implied.degrees:
        for skill in {*d.bachelor, *d.master, *d.phd} - set(catalogue.skills):
            yield f"implications.yaml: degree {d.id} names the unknown skill {skill}"
    for t in implied.titles:
        for skill in set(t.skills) - set(catalogue.skills):
            yield f"implications.yaml: title {t.id} names the unknown skill {skill}"
