"""What a person has without saying so: by degree, by job, by what a skill rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rung.catalogue import Catalogue
from rung.profile import education
from rung.profile.records import Education, PersonSkill, Publication, Work
from rung.profile.skills import MOST_SPANS, distinct
from rung.profile.years import counts, interval, union

_JOB_MONTHS = 24
"""Two dated years in a kind of job show its everyday practices."""


def by_degree(studies: Iterable[Education], catalogue: Catalogue, today: date) -> list[PersonSkill]:
    """Skills that finished degrees show, and the doctorate itself."""
    found: list[PersonSkill] = []
    for study in studies:
        if not education.completed(study, study.span.text, today):
            continue
        named = " ".join(v.value for v in (study.degree, study.field) if v)
        if study.level == "phd" and "phd" in catalogue.skills:
            found.append(PersonSkill("phd", "evidenced", (study.span,)))
        for kind in catalogue.implications.degrees:
            if any(_names(named, p) for p in kind.patterns):
                shown = {"bachelor": kind.bachelor, "master": kind.master, "phd": kind.phd}
                found += (
                    PersonSkill(s, "evidenced", (study.span,), f"degree:{kind.id}")
                    for s in shown.get(study.level, ())
                )
    return found


def by_title(work: Iterable[Work], catalogue: Catalogue, today: date) -> list[PersonSkill]:
    """Everyday practices of a job held for two dated years or more."""
    held = [(w, w.title, interval(w.period, today)) for w in work if counts(w)]
    found: list[PersonSkill] = []
    for kind in catalogue.implications.titles:
        mine = [
            (span[1], title, span)
            for _, title, span in held
            if title and span and any(_names(title.value, p) for p in kind.phrases)
        ]
        if union(span for _, _, span in mine) < _JOB_MONTHS:
            continue
        _, newest, _ = max(mine, key=lambda m: (m[0], m[1].value))
        found += (
            PersonSkill(s, "evidenced", (newest.span,), f"title:{kind.id}") for s in kind.skills
        )
    return found


def by_publication(listed: tuple[Publication, ...], catalogue: Catalogue) -> list[PersonSkill]:
    """Publications listed show the skill of publishing."""
    if not listed or "publications" not in catalogue.skills:
        return []
    newest = sorted(listed, key=lambda p: (-(p.year or 0), p.span.text))
    spans = tuple(p.span for p in newest)[:MOST_SPANS]
    return [PersonSkill("publications", "evidenced", spans)]


def combined(*groups: Iterable[PersonSkill]) -> list[PersonSkill]:
    """One record a skill: the strongest, the earlier group where equally strong.

    Why: a line that names the skill beats anything it only follows from.
    """
    found: dict[str, PersonSkill] = {}
    for group in groups:
        for skill in group:
            known = found.get(skill.id)
            if known is None:
                found[skill.id] = skill
            elif known.evidence == "claimed" and skill.evidence == "evidenced":
                found[skill.id] = _raised(known, skill)
    return sorted(found.values(), key=lambda s: s.id)


def implied(skills: Iterable[PersonSkill], catalogue: Catalogue) -> tuple[PersonSkill, ...]:
    """The skills with what they rest on: hard prerequisites and umbrellas.

    A skill that a line shows evidences what it rests on directly; all that follows from
    that, or from a degree or job title, is only claimed. A claimed skill lends nothing but
    its umbrellas. Why: each step of "who can do this can do that" adds a doubt.
    """
    found = {s.id: s for s in skills if s.id in catalogue.skills}
    given = sorted(found.values(), key=lambda s: (s.implied_by is not None, s.id))
    shown = [s for s in given if s.evidence == "evidenced"]
    for source in shown:
        if source.implied_by is None:
            _show(source, found, catalogue)
    walked: set[str] = set()
    for source in shown:
        _claim(source, source.id, found, catalogue, walked)
    for source in given:
        _cover(source, source.id, found, catalogue)
    return tuple(sorted(found.values(), key=lambda s: s.id))


def _below(name: str, catalogue: Catalogue) -> list[str]:
    """What a skill rests on directly."""
    record = catalogue.skills[name]
    hard = {p.id for p in record.prerequisites if p.kind == "hard"}
    return sorted((hard | set(record.implies)) & catalogue.skills.keys())


def _show(source: PersonSkill, found: dict[str, PersonSkill], catalogue: Catalogue) -> None:
    for name in _below(source.id, catalogue):
        known = found.get(name)
        if known is None or known.evidence == "claimed":
            shown = PersonSkill(name, "evidenced", source.spans[:1], source.id)
            found[name] = _raised(known, shown) if known else shown


def _claim(
    source: PersonSkill,
    at: str,
    found: dict[str, PersonSkill],
    catalogue: Catalogue,
    walked: set[str],
) -> None:
    if at in walked:
        return
    walked.add(at)
    for name in _below(at, catalogue):
        if name not in found:
            found[name] = PersonSkill(name, "claimed", source.spans[:1], source.id)
        _claim(source, name, found, catalogue, walked)


def _cover(
    source: PersonSkill, at: str, found: dict[str, PersonSkill], catalogue: Catalogue
) -> None:
    for name in catalogue.skills[at].implies:
        if name in catalogue.skills and name not in found:
            found[name] = PersonSkill(name, source.evidence, source.spans[:1], source.id)
            _cover(source, name, found, catalogue)


def _raised(known: PersonSkill, shown: PersonSkill) -> PersonSkill:
    """A claimed skill that something else shows: what shows it is quoted first."""
    return replace(shown, spans=distinct(shown.spans + known.spans))


def _names(text: str, phrase: str) -> bool:
    return f" {_plain(phrase)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:\+\+|#)?", text.lower()))
