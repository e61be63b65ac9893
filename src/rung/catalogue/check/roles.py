"""Roles that name what isn't there, leave a section empty, or share a name."""

from __future__ import annotations

from collections.abc import Iterator

from rung.catalogue.check.names import normalised
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role, RoleSkill


def references(catalogue: Catalogue) -> Iterator[str]:
    """Skills and roles a role names that aren't there."""
    for role in catalogue.roles.values():
        where = f"roles/{role.id}.yaml"
        for entry in entries(role):
            for member in entry.members:
                if member not in catalogue.skills:
                    yield f"{where}: unknown skill {member}"
        named = [*role.next_roles, *(c.id for c in role.confused_with)]
        named += [e.from_ for e in role.entry] + ([role.counted_with] if role.counted_with else [])
        for other in named:
            if other not in catalogue.roles:
                yield f"{where}: unknown role {other}"
        listed = [m for e in entries(role) for m in e.members if e.id]
        for again in sorted({m for m in listed if listed.count(m) > 1}):
            yield f"{where}: {again} stands in its skills twice"


def projects(catalogue: Catalogue) -> Iterator[str]:
    """Projects of a role in areas that have none, that its work doesn't touch, or twice in one."""
    for role in catalogue.roles.values():
        where = f"roles/{role.id}.yaml"
        used = (*role.skills.core, *role.skills.common)
        worked_in = {catalogue.area_of.get(m) for e in used for m in e.members}
        given = [p.area for p in role.projects]
        for area in sorted(set(given)):
            known = catalogue.areas.get(area)
            if known is None:
                yield f"{where}: a project in the unknown area {area}"
            elif known.project is None:
                yield f"{where}: a project in {area}, which has none of its own to stand in for"
            elif area not in worked_in:
                yield f"{where}: a project in {area}, but no core or common skill stands there"
            if given.count(area) > 1:
                yield f"{where}: two projects in {area}"


def empty_sections(catalogue: Catalogue) -> Iterator[str]:
    """Sections of a role's card with nothing in them; roles people come from need no entry."""
    for role in catalogue.roles.values():
        sections = {
            "responsibilities": role.responsibilities,
            "day": role.day,
            "skills.core": role.skills.core,
            "skills.common": role.skills.common,
            "skills.rare": role.skills.rare,
            "industries": role.industries,
            "orientation": role.orientation,
            "plain": role.plain,
            "titles.typical": role.titles.typical,
            "titles.false_friends": role.titles.false_friends,
            "next_roles": role.next_roles,
            "confused_with": role.confused_with,
            "entry": role.entry or role.family == "feeder",
        }
        for name, content in sections.items():
            if not content:
                yield f"roles/{role.id}.yaml: {name} is empty"
        for duty in role.responsibilities:
            if not duty.cues:
                yield f"roles/{role.id}.yaml: {duty.id} has no cues, so no text can show it"


def shared_names(catalogue: Catalogue) -> Iterator[str]:
    """Short names and titles that two roles lay claim to."""
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


def entries(role: Role) -> tuple[RoleSkill, ...]:
    """All of a role's skills."""
    return (*role.skills.core, *role.skills.common, *role.skills.rare)
