"""An answer cut into what a reader meets: sentences, key figures, phases, months, gap parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rung.app.answer import Answer, DemandNote
from rung.fit.records import GapRow, RoleFit
from rung.market.records import Asks
from rung.market.words import inside
from rung.plan.records import Odds, Plan, Step, Week
from rung.report import words

GAP_SHOWN, STRENGTHS_SHOWN = 20, 15
"""Rows of a table before the rest is folded away."""

FEW_SOURCES = 3
"""Sources named beside a key figure; more are counted there and named at the end."""

NEAREST = 3
"""Roles shown with their reasons, beside the goal."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A key figure with what it rests on."""

    term: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with its number, its first and last week (from 1) and the steps it comes after."""

    number: int
    step: Step
    run: tuple[int, int] | None
    after: tuple[int, ...]

    @property
    def first(self) -> int | None:
        """The week it begins in."""
        return self.run[0] if self.run else None

    @property
    def weeks(self) -> str:
        """The weeks in words."""
        if self.run is None:
            return ""
        first, last = self.run
        return f"week {first}" if first == last else f"weeks {first}–{last}"


@dataclass(frozen=True, slots=True)
class Phase:
    """The steps begun between two checkpoints."""

    title: str
    hours: float
    steps: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week with its number and the labels of what it holds."""

    number: int
    week: Week
    items: tuple[tuple[str, float], ...]

    @property
    def last_day(self) -> date:
        """The week's seventh day."""
        return self.week.start + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The weeks that start in one month."""

    title: str
    hours: float
    weeks: tuple[WeekRow, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in the parts it is read in; people skills apart, as no plan step teaches them."""

    lacking: tuple[GapRow, ...]
    shown: tuple[GapRow, ...]
    people: tuple[GapRow, ...]


def placed(plan: Plan) -> tuple[Placed, ...]:
    """Every step numbered in the plan's order, checkpoints too."""
    numbers = {s.id: i for i, s in enumerate(plan.steps, 1)}
    weeks = _weeks_of(plan)
    return tuple(
        Placed(
            numbers[s.id],
            s,
            weeks.get(s.id),
            tuple(sorted(numbers[r] for r in s.requires if r in numbers)),
        )
        for s in plan.steps
    )


def _weeks_of(plan: Plan) -> Mapping[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for number, week in enumerate(plan.weeks, 1):
        for part in week.steps:
            found[part.id] = (found.get(part.id, (number, number))[0], number)
    return found


def phases(plan: Plan) -> tuple[Phase, ...]:
    """The plan cut at its checkpoints, each phase with the steps that begin in it."""
    if not plan.steps:
        return ()
    steps = placed(plan)
    last = max(len(plan.weeks), 1)
    cuts = [p.first for p in steps if p.step.kind == "checkpoint" and p.first]
    ends = sorted({*(c for c in cuts if c < last), last})
    result = []
    start = 1
    for end in ends:
        inside = tuple(p for p in steps if start <= (p.first or last) <= end)
        title = f"Weeks {start}–{end}" if end > start else f"Week {start}"
        if inside:
            hours = sum(w.hours for w in plan.weeks[start - 1 : end])
            result.append(Phase(title, round(hours, 1), inside))
        start = end + 1
    return tuple(result)


def months(plan: Plan) -> tuple[MonthRow, ...]:
    """The weekly calendar by the month each week starts in."""
    labels = {s.id: s.label for s in plan.steps}
    rows: dict[str, list[WeekRow]] = {}
    for number, week in enumerate(plan.weeks, 1):
        items = tuple((labels.get(p.id, p.id), p.hours) for p in week.steps)
        rows.setdefault(words.month(week.start), []).append(WeekRow(number, week, items))
    return tuple(
        MonthRow(title, round(sum(r.week.hours for r in weeks), 1), tuple(weeks))
        for title, weeks in rows.items()
    )


def gap_parts(answer: Answer) -> Gap:
    """Lacking, shown and people skills, each in the answer's order."""
    technical = [r for r in answer.gap if r.kind != "human"]
    return Gap(
        tuple(r for r in technical if r.evidence in ("absent", "claimed")),
        tuple(r for r in technical if r.evidence not in ("absent", "claimed")),
        tuple(r for r in answer.gap if r.kind == "human"),
    )


def exact_place(demand: DemandNote) -> str:
    """The place asked about, where its counts say more than those of the cell used; else ""."""
    exact = demand.ladder[0] if demand.ladder else None
    if exact is None or not exact.n or demand.used.startswith(f"{exact.label}, "):
        return ""
    return exact.label


def exact_note(demand: DemandNote) -> str:
    """Says that the place asked about has no ads of the role, where that is so."""
    exact = demand.ladder[0] if demand.ladder else None
    if exact is None or exact.n or not demand.n:
        return ""
    return f"No ad of the role was read in {exact.label}, so no count is shown for it."


DEGREE = {"bachelor": "a bachelor's degree", "master": "a master's", "phd": "a PhD"}


def besides(asks: Asks | None) -> str:
    """Degrees, years and MBAs that ads ask, each with its k of n."""
    if asks is None or not asks.no_degree.n:
        return ""
    n = asks.no_degree.n
    degrees = [
        f"{DEGREE[d.level]} in {d.required + d.or_equivalent} ({d.or_equivalent} take an "
        "equivalent)"
        if d.or_equivalent
        else f"{DEGREE[d.level]} in {d.required}"
        for d in asks.degrees
        if d.required + d.or_equivalent
    ]
    wished = sum(d.preferred for d in asks.degrees)
    said = f"The lowest degree required: {words.listed(degrees)} of {n}; " if degrees else ""
    said += f"{wished} only prefer one and {asks.no_degree.k} of {n} name none."
    if asks.mba and asks.mba.k:
        said += f" An MBA stands in {asks.mba.k} of {asks.mba.n}."
    years = asks.years
    if years.p50 is not None:
        said += (
            f" Years: {years.stated.k} of {years.stated.n} state how many at least, half of those "
            f"between {years.p25:g} and {years.p75:g}, middle {years.p50:g}."
        )
    return said


def sentences(*found: str) -> str:
    """The sentences that say something, one after the other."""
    return " ".join(filter(None, found))


def credentials(plan: Plan) -> str:
    """What the role asks and no hours of study give; "" where that is nothing."""
    said = ""
    if plan.credentials:
        named = words.listed([d.label for d in plan.credentials])
        many = words.noun(len(plan.credentials), "a credential", "credentials")
        said = f"Ads also ask for {named}: {many} no plan of hours gives."
    if plan.at_work:
        named = words.listed([inside(d.label) for d in plan.at_work])
        said += f" The role rests on {named} too, which no line shows yet: that grows at work, "
        said += "so no hours are planned for it."
    return said.strip()


def chances(odds: Odds) -> str:
    """How likely the plan is done in time, in words."""
    core, everything = round(100 * odds.core), round(100 * odds.everything)
    half = f"half by {words.day(odds.median)}" if odds.median else "half only after it"
    late = f"nine in ten by {words.day(odds.late)}" if odds.late else "nine in ten after it"
    return (
        f"In time: the core in {core} of 100 simulated cases, all steps in {everything}; {half}, "
        f"{late} ({odds.rests_on})."
    )


def follows(answer: Answer, skill: str | None) -> str:
    """What a shown skill follows from, where no line names it; "" where one does."""
    origin = next((s.implied_by for s in answer.person.skills if s.id == skill), None)
    return f", follows from {name_of(answer, origin)}" if origin else ""


def name_of(answer: Answer, slug: str) -> str:
    """A skill's label where the answer holds it, else its id in words; what it follows from."""
    if slug.startswith("degree:"):
        return "your degree"
    if slug.startswith("title:"):
        return "your job title"
    labels = {r.skill: r.label for r in answer.gap}
    return labels.get(slug) or slug.replace("-", " ")


def projects(plan: Plan) -> tuple[Placed, ...]:
    """The steps that leave something to show."""
    return tuple(p for p in placed(plan) if p.step.kind == "project")


def nearest(answer: Answer) -> tuple[tuple[int, RoleFit], ...]:
    """The nearest roles and the goal, each with its rank."""
    return tuple(
        (rank, fit)
        for rank, fit in enumerate(answer.fit, 1)
        if rank <= NEAREST or fit.role == answer.goal.role
    )


def last_day(plan: Plan) -> date | None:
    """The day the plan's last week ends."""
    return plan.weeks[-1].start + timedelta(days=6) if plan.weeks else None


def title(answer: Answer) -> str:
    """The goal as a heading."""
    goal = answer.goal
    level = f"{goal.level_label} " if goal.level and goal.level != answer.level.id else ""
    where = f" in {words.line(goal.place, 60)}" if goal.place else ""
    return f"{level}{goal.role_label}{where} by {words.day(goal.by)}"


def demand_basis(answer: Answer, *, brief: bool = False) -> str:
    """What every count of ads rests on; ``brief`` counts many sources instead of naming them."""
    note = answer.demand
    if not note.n:
        return "no ads"
    sources = "; ".join(note.sources)
    if brief and len(note.sources) > FEW_SOURCES:
        sources = f"{len(note.sources)} sources, named at the end"
    return (
        f"{words.several(note.n, 'ad')}, {note.used}, "
        f"read {words.span_of(note.first, note.last)}; {sources}"
    )


def fit_basis(answer: Answer) -> str:
    """What the counts beside a role's lines rest on."""
    snapshot = answer.snapshot
    return (
        f"Counts are over all ads of the role, all places, in a snapshot of "
        f"{words.several(snapshot.ads, 'ad')} read {words.span_of(snapshot.first, snapshot.last)}."
    )
