"""Which of the catalogue's responsibilities an ad speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from rung.catalogue.records import Role
from rung.reading.sections import Sections
from rung.reading.text import Folded, fold, fold_name

if TYPE_CHECKING:
    import ahocorasick


class HasRoles(Protocol):
    """Anything with roles by id."""

    @property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """A responsibility's id (``mlops.pipelines``) and the words that show it."""

    id: str
    start: int
    end: int
    text: str


_cached: WeakKeyDictionary[HasRoles, ahocorasick.Automaton] = WeakKeyDictionary()


def duties_of(
    text: str, catalogue: HasRoles, parts: Sections, folded: Folded | None = None
) -> tuple[Duty, ...]:
    """The responsibilities whose phrases the text holds, each once, at its first place.

    Why benefits and the firm's own praise don't count: "we build pipelines" is no duty.
    """
    folded = folded or fold(text)
    found: dict[str, Duty] = {}
    for last, (size, duties) in _phrases(catalogue).iter(folded.text):
        start, end = last + 1 - size, last + 1
        if not _whole(folded.text, start, end):
            continue
        a, b = folded.span(start, end)
        if parts.at(a) != "skip":
            for duty in duties:
                found.setdefault(duty, Duty(duty, a, b, text[a:b]))
    return tuple(sorted(found.values()))


def _whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _phrases(catalogue: HasRoles) -> ahocorasick.Automaton:
    made = _cached.get(catalogue)
    if made is None:
        made = _cached[catalogue] = _build(catalogue.roles)
    return made


def _build(roles: Mapping[str, Role]) -> ahocorasick.Automaton:
    import ahocorasick

    known: dict[str, list[str]] = {}
    for role in roles.values():
        for duty in role.responsibilities:
            for cue in duty.cues:
                known.setdefault(fold_name(cue), []).append(duty.id)
    automaton = ahocorasick.Automaton()
    for cue, duties in known.items():
        automaton.add_word(cue, (len(cue), tuple(duties)))
    automaton.make_automaton()
    return automaton
