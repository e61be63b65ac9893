"""How near a person is to each role, with the lines that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role, RoleSkill
from rung.catalogue.rungs import aimed_at
from rung.core.records import Evidence, Span
from rung.fit.gap import held
from rung.fit.records import Reason, RoleFit, Tier
from rung.market.records import Count, RoleDemand
from rung.profile.records import DegreeLevel, Profile
from rung.profile.years import years
from rung.reading.titles import role_of

HAVE: Mapping[Evidence, float] = {
    "absent": 0.0,
    "claimed": 0.5,
    "evidenced": 1.0,
    "verified": 1.0,
}
CORE_WEIGHT, COMMON_WEIGHT = 1.0, 0.35
SKILL_PART = 0.75
"""Share of the score that skills decide; the rest is time spent in the role."""

YEARS_IN_ROLE = 3.0
"""Years in the role that count in full."""

WITHOUT_DEGREE = 0.6
"""What is left of a score where the role's usual degree is missing."""

DEGREES: tuple[DegreeLevel, ...] = ("none", "associate", "bachelor", "master", "phd")
STRONG, GOOD, STRETCH = 70, 50, 30
LEADING = ("people-management", "technical-leadership")
"""Skills a leadership role can't be near without a line that shows them in use."""

SHOWN = 4
"""Lines for and against; more than a person reads."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One of a role's skills beside what the person shows of it."""

    best: str
    weight: float
    have: float
    core: bool
    count: Count | None


def fit_roles(
    catalogue: Catalogue, profile: Profile, demands: Mapping[str, RoleDemand], today: date
) -> tuple[RoleFit, ...]:
    """Every role, nearest first. Adding a skill never lowers a score.

    ``demands`` holds what each role's ads ask; skills many ads ask for weigh more. Soft
    skills don't count: everyone claims them and they would lift every role alike.
    """
    found = [_fit(catalogue, r, profile, demands.get(r.id), today) for r in aimed_at(catalogue)]
    return tuple(sorted(found, key=lambda f: (-f.score, f.role)))


def _fit(
    catalogue: Catalogue,
    role: Role,
    profile: Profile,
    demand: RoleDemand | None,
    today: date,
) -> RoleFit:
    counts = {s.skill: Count(s.k, s.n) for s in demand.skills} if demand else {}
    shown = held(profile)
    counted = _shown_for(catalogue, role, shown)
    entries = [
        _entry(e, weight, counted, counts)
        for kind, weight in ((role.skills.core, CORE_WEIGHT), (role.skills.common, COMMON_WEIGHT))
        for e in kind
        if _counts(catalogue, role, e)
    ]
    total = sum(e.weight for e in entries)
    coverage = sum(e.weight * e.have for e in entries) / total if total else 0.0
    spent, title_spans = _time_in_role(catalogue, role, profile, today)
    part = min(1.0, spent / YEARS_IN_ROLE)
    missing = _missing_degree(role, profile)
    unled = _unled(role, shown)
    score = 100 * (SKILL_PART * coverage + (1 - SKILL_PART) * part)
    final = round(score * (WITHOUT_DEGREE if missing else 1.0))
    final = min(final, STRETCH - 1) if unled else final
    return RoleFit(
        role.id,
        role.label,
        final,
        tier(final),
        _for(catalogue, role, profile, entries, spent, title_spans),
        _against(catalogue, role, entries, missing, unled),
    )


def _counts(catalogue: Catalogue, role: Role, entry: RoleSkill) -> bool:
    """Whether an entry says anything: soft skills do only where leading is the job."""
    return role.family == "leadership" or any(
        catalogue.skills[m].kind != "human" for m in entry.members
    )


def _shown_for(
    catalogue: Catalogue, role: Role, shown: Mapping[str, Evidence]
) -> Mapping[str, Evidence]:
    """What counts towards the role: for leading, soft skills merely claimed don't."""
    if role.family != "leadership":
        return shown
    return {s: e for s, e in shown.items() if e != "claimed" or catalogue.skills[s].kind != "human"}


def _unled(role: Role, shown: Mapping[str, Evidence]) -> tuple[str, ...]:
    """What leading the role is, and no line shows: nobody is near it by tools alone."""
    if role.family != "leadership":
        return ()
    core = {m for e in role.skills.core for m in e.members}
    return tuple(s for s in LEADING if s in core and HAVE[shown.get(s, "absent")] < 1)


def tier(score: int) -> Tier:
    """The word for a score."""
    if score >= STRONG:
        return "strong"
    if score >= GOOD:
        return "good"
    return "stretch" if score >= STRETCH else "far"


def _entry(
    entry: RoleSkill,
    base: float,
    shown: Mapping[str, Evidence],
    counts: Mapping[str, Count],
) -> _Entry:
    def share(skill: str) -> float:
        count = counts.get(skill)
        return count.k / count.n if count and count.n else 0.0

    best = max(entry.members, key=lambda m: (HAVE[shown.get(m, "absent")], share(m), m))
    weight = base * (0.5 + max(share(m) for m in entry.members))
    return _Entry(best, weight, HAVE[shown.get(best, "absent")], base >= 1, counts.get(best))


def _time_in_role(
    catalogue: Catalogue, role: Role, profile: Profile, today: date
) -> tuple[float, tuple[Span, ...]]:
    jobs = [
        w for w in profile.work if w.title and role_of(w.title.value, "", catalogue).role == role.id
    ]
    return years(jobs, today) or 0.0, tuple(w.title.span for w in jobs if w.title)


def _missing_degree(role: Role, profile: Profile) -> bool:
    if role.education.strength not in ("required", "strongly-preferred"):
        return False
    best = max((DEGREES.index(e.level) for e in profile.education), default=0)
    return best < DEGREES.index(role.education.degree)


def _for(
    catalogue: Catalogue,
    role: Role,
    profile: Profile,
    entries: list[_Entry],
    spent: float,
    titles: tuple[Span, ...],
) -> tuple[Reason, ...]:
    person = {s.id: s for s in profile.skills}
    lines = []
    if titles:
        held_for = f" for {spent:.1f} years" if spent else ""
        lines.append(Reason(f"Has worked as {role.label}{held_for}", titles))
    strong = sorted(
        (e for e in entries if e.have > 0),
        key=lambda e: (person[e.best].implied_by is not None, -e.weight * e.have, e.best),
    )
    for entry in strong[:SHOWN]:
        skill = person[entry.best]
        word = "shown" if entry.have == 1 else "named, not shown in use"
        if skill.implied_by:
            word = f"follows from {follows_from(catalogue, skill.implied_by)}"
        lines.append(
            Reason(
                f"{catalogue.skills[entry.best].label}: {word}",
                skill.spans[:2],
                entry.best,
                entry.count,
            )
        )
    return tuple(lines)


def follows_from(catalogue: Catalogue, source: str) -> str:
    """What an implied skill rests on, in words: a degree, a job or another skill."""
    kind, _, name = source.rpartition(":")
    if kind == "degree":
        return "the degree"
    return "the job title" if kind == "title" else catalogue.skills[name].label


def _against(
    catalogue: Catalogue,
    role: Role,
    entries: list[_Entry],
    missing_degree: bool,
    unled: tuple[str, ...],
) -> tuple[Reason, ...]:
    lines = [
        Reason(f"{catalogue.skills[s].label}: the job itself, and no line shows it done", (), s)
        for s in unled
    ]
    if missing_degree:
        degree = {"phd": "PhD", "master": "master's degree", "bachelor": "bachelor's degree"}
        name = degree.get(role.education.degree, role.education.degree)
        lines.append(Reason(f"No {name} found; {role.education.equivalent}"))
    open_entries = [e for e in entries if e.core and e.have == 0 and e.best not in unled]
    for entry in sorted(open_entries, key=lambda e: (-e.weight, e.best))[:SHOWN]:
        label = catalogue.skills[entry.best].label
        lines.append(Reason(f"{label}: no line found", (), entry.best, entry.count))
    return tuple(lines)
