"""Four pitfalls of learning this field, as checks on a plan; a reason overrides each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rung.core.records import Evidence

Pitfall = Literal["fundamentals", "simplest-first", "data-and-production", "ethics"]
PITFALLS: tuple[Pitfall, ...] = (
    "fundamentals",
    "simplest-first",
    "data-and-production",
    "ethics",
)

HYPED = frozenset({"generative-ai", "deep-learning", "reinforcement-learning"})
"""Areas people rush into."""

FUNDAMENTALS: Mapping[str, tuple[str, ...]] = {
    "programming": ("python", "r", "java", "scala", "cpp"),
    "statistics": ("statistics", "probability", "hypothesis-testing", "distributions"),
    "learning from data": ("ml-algorithms", "linear-regression", "logistic-regression"),
    "judging a model": ("model-evaluation", "classification-metrics", "cross-validation"),
}
"""What the hyped areas rest on; one of each will do."""

SIMPLE = frozenset(
    {"ml-algorithms", "linear-regression", "logistic-regression", "decision-trees",
     "random-forest", "gradient-boosting"}
)  # fmt: skip
"""Models to try before a network."""

PLUMBING = frozenset(
    {"data-engineering", "data-manipulation", "mlops", "cloud", "software-engineering",
     "evaluation", "python", "performance"}
)  # fmt: skip
"""Areas of data work and production."""

LEAST_PLUMBING = 0.3
"""Share of a plan's hours for data and production below which models stay in notebooks, where
no line shows such work yet. A rule of thumb; guides say 80%, surveys 45%."""

SHOWN_PLUMBING = 5
"""Such skills a person already shows, from which a plan needs no share for them."""

RESPONSIBLE = "responsible-ai"


@dataclass(frozen=True, slots=True)
class Stepped:
    """What a check looks at in a step."""

    id: str
    label: str
    area: str
    hours: float


@dataclass(frozen=True, slots=True)
class Advice:
    """One check: ``ok``, or what is wrong with which steps, and what would mend it."""

    pitfall: Pitfall
    title: str
    ok: bool
    said: str
    steps: tuple[str, ...]
    then: str
    guide: str


def advise(
    steps: Sequence[Stepped],
    held: Mapping[str, Evidence],
    area_of: Mapping[str, str],
    *,
    builds: bool,
) -> tuple[Advice, ...]:
    """All four checks on ``steps``, given in the plan's order; ``held`` counts what is shown.

    ``builds`` is whether the role builds systems; where it doesn't, data and production
    work is others' and isn't asked.
    """
    shown = {s for s, e in held.items() if e in ("evidenced", "verified")}
    order = [s.id.rpartition(".")[0] for s in steps]
    return (
        _fundamentals(steps, order, shown),
        _simplest(steps, order, shown),
        _plumbing(steps, shown, area_of, builds=builds),
        _ethics(steps, shown, area_of),
    )


def _fundamentals(steps: Sequence[Stepped], order: list[str], shown: set[str]) -> Advice:
    title = "Fundamentals before hype"
    guide = "The prose guide warns of chasing new models without what they rest on."
    first = next((i for i, s in enumerate(steps) if s.area in HYPED), None)
    if first is None:
        said = "No step is in an area people rush into."
        return Advice("fundamentals", title, True, said, (), "", guide)
    before = shown | set(order[:first])
    missing = [name for name, any_of in FUNDAMENTALS.items() if not before & {*any_of}]
    hyped = tuple(s.label for s in steps if s.area in HYPED)
    if not missing:
        said = f"What {steps[first].label} rests on is shown, or comes before it."
        return Advice("fundamentals", title, True, said, hyped[:3], "", guide)
    said = f"{steps[first].label} comes before: {', '.join(missing)}."
    options = {name: FUNDAMENTALS[name][0] for name in missing}
    then = f"rung plan {' '.join(f'--pin {s}' for s in options.values())} --keep"
    return Advice("fundamentals", title, False, said, hyped[:3], then, guide)


def _simplest(steps: Sequence[Stepped], order: list[str], shown: set[str]) -> Advice:
    title = "The simplest model first"
    guide = "The prose guide warns of complex models where a simple one would do."
    networks = [i for i, s in enumerate(steps) if s.area in HYPED and not _is_project(s)]
    if not networks:
        said = "No step teaches large models; each project's brief asks for a baseline first."
        return Advice("simplest-first", title, True, said, (), "", guide)
    first = steps[networks[0]]
    if (shown | set(order[: networks[0]])) & SIMPLE:
        said = f"Simple models are shown or come before {first.label}."
        return Advice("simplest-first", title, True, said, (first.label,), "", guide)
    said = f"{first.label} comes before any simple model that could be its baseline."
    return Advice(
        "simplest-first",
        title,
        False,
        said,
        (first.label,),
        "rung plan --pin ml-algorithms --keep",
        guide,
    )


def _is_project(step: Stepped) -> bool:
    return step.id.startswith("project.")


def _plumbing(
    steps: Sequence[Stepped], shown: set[str], area_of: Mapping[str, str], *, builds: bool
) -> Advice:
    title = "Data and production"
    guide = (
        "The prose guide says 80% of the work is data; a survey of about 2,400 people in 2020 "
        "(Anaconda) says 45% is preparing it."
    )
    mine = sorted(s for s in shown if area_of.get(s) in PLUMBING)
    total = sum(s.hours for s in steps)
    spent = sum(s.hours for s in steps if s.area in PLUMBING)
    share = spent / total if total else 0.0
    counted = f"{spent:g} of {total:g} hours ({share:.0%}) go to data and production"
    named = tuple(s.label for s in steps if s.area in PLUMBING)[:3]
    if not builds:
        said = f"The role hands such work to others; {counted}."
        return Advice("data-and-production", title, True, said, named, "", guide)
    if len(mine) >= SHOWN_PLUMBING or share >= LEAST_PLUMBING or not total:
        said = f"{counted}; your lines show {len(mine)} such skills."
        return Advice("data-and-production", title, True, said, named, "", guide)
    said = (
        f"Only {counted}, and your lines show {len(mine)} such skills: models would stay in "
        "notebooks."
    )
    then = "rung plan --pin data-cleaning --pin model-deployment --keep"
    return Advice("data-and-production", title, False, said, named, then, guide)


def _ethics(steps: Sequence[Stepped], shown: set[str], area_of: Mapping[str, str]) -> Advice:
    title = "Fairness, privacy and accountability"
    guide = "The prose guide asks for ethics in every project and not as an afterthought."
    planned = tuple(s.label for s in steps if s.area == RESPONSIBLE)
    mine = sorted(s for s in shown if area_of.get(s) == RESPONSIBLE)
    if planned or mine:
        said = f"{len(planned)} steps hold it; your lines show {len(mine)} such skills."
        return Advice("ethics", title, True, said, planned[:3], "", guide)
    said = "No step and no line of yours holds fairness, privacy or accountability."
    return Advice("ethics", title, False, said, (), "rung plan --pin responsible-ai --keep", guide)
