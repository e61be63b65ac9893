"""Answers about fictional people, built by hand for the report's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rung.app.answer import Answer, DemandNote, GoalEcho, NoPay, Person
from rung.core.records import Evidence, HoursRange, Span
from rung.fit.records import GapRow, LevelReading, NextRung, Reason, RoleFit
from rung.market.records import AdRef, CellSize, Count, PayBand, SnapshotInfo
from rung.plan.records import Dropped, Plan, Reach, Step, StepKind, Week, WeekStep

TODAY = date(2026, 11, 22)
HOSTILE = (
    "<script>alert(1)</script> \"quoted\" 'single' | pipe `tick` [link](javascript:alert(1)) "
    "👩🏽‍🔬 שלום עולם \u202eevil\u202c \x07 " + "verylongword" * 30
)


def line(text: str) -> Span:
    """A line of a fictional résumé."""
    return Span("résumé.pdf", 1, 0, len(text), text)


def ad(number: int, url: str = "") -> AdRef:
    """A fictional ad."""
    return AdRef(
        f"ad{number}", "MLOps Engineer", "Fjordbank", "open boards", "2026-07",
        url or f"https://jobs.example.org/{number}",
    )  # fmt: skip


def gap_row(skill: str, label: str, k: int, evidence: Evidence, kind: str = "tool") -> GapRow:
    """A skill 40 ads were counted for."""
    return GapRow(
        skill=skill,
        label=label,
        kind=kind,
        strength="required",
        k=k,
        n=40,
        used="all places, 2025–2026",
        exact=Count(1, 3),
        exact_place="Toronto",
        source="open boards",
        first="2025-01",
        last="2026-07",
        ads=(ad(k),),
        evidence=evidence,
        spans=() if evidence == "absent" else (line(f"Worked with {label}"),),
        implied_by=None,
        alternative=None,
        hours=HoursRange(10, 20, 40),
    )


def step(
    name: str, kind: StepKind, requires: tuple[str, ...] = (), likely: float = 10, label: str = ""
) -> Step:
    """A step of ten hours."""
    return Step(
        id=name,
        skill=None if kind in ("project", "checkpoint") else name.split(".")[0],
        label=label or name.replace(".", ": ").capitalize(),
        area="mlops",
        level=None,
        kind=kind,
        core=kind != "checkpoint",
        hours=HoursRange(likely / 2, likely, likely * 2),
        requires=requires,
        why=f"Asked for in 12 of 40 ads: {name}.",
        opens_ads=12,
        asked_by=Count(12, 40),
        evidence_wanted=f"A repository that shows {name}.",
        resources=("Handbook (book, unchecked)",),
    )


def weeks(*parts: tuple[tuple[str, float], ...]) -> tuple[Week, ...]:
    """Weeks of eight hours from today."""
    return tuple(
        Week(
            TODAY + timedelta(weeks=i),
            sum(h for _, h in part),
            8 - sum(h for _, h in part),
            tuple(WeekStep(s, h) for s, h in part),
        )
        for i, part in enumerate(parts)
    )


def plan() -> Plan:
    """Four steps over five weeks with a checkpoint in the fourth."""
    return Plan(
        feasible=True,
        reason="It can be done: the core of MLOps engineer needs 21 hours.",
        earliest=None,
        drop=(),
        add_hours=None,
        credentials=(),
        at_work=(),
        budget_hours=34,
        core_hours=21,
        total_hours=31,
        low_hours=15.5,
        high_hours=62,
        optimal=True,
        reach=Reach(3, 21, 40, "at least 70% of the technical skills an ad names"),
        steps=(
            step("kubernetes.working", "test-out"),
            step("mlops.basic", "study"),
            step("mlops.working", "build", ("mlops.basic",)),
            step("project.mlops", "project", ("mlops.working", "kubernetes.working")),
            step("checkpoint.1", "checkpoint", (), 1, "Checkpoint: week 4"),
        ),
        weeks=weeks(
            (("kubernetes.working", 6.5),),
            (("kubernetes.working", 3.5), ("mlops.basic", 3)),
            (("mlops.basic", 7),),
            (("checkpoint.1", 1), ("mlops.working", 6)),
            (("mlops.working", 4), ("project.mlops", 10)),
        ),
    )


def band() -> PayBand:
    """A band over 23 ads."""
    return PayBand(
        low=118_000, mid=139_000, high=163_000,
        p10=98_000, p25=118_000, p50=139_000, p75=163_000, p90=188_000,
        currency="CAD", period="year", basis="posted base pay", n=23, distinct=17,
        first="2025-02", last="2026-07", years=(2025, 2026), place="Canada", level="all levels",
        role="mlops-engineer", source="open boards", confidence="medium",
        note="Too few in Toronto.", guide="CAD 90,000–210,000+ (no year)",
        guide_range=(90_000, 210_000),
    )  # fmt: skip


def answer() -> Answer:
    """A feasible plan for a fictional backend engineer."""
    shown = Reason("Python: shown", (line("Built services in Python"),), "python", Count(30, 40))
    lacking = Reason("MLOps: no line found", (), "mlops", Count(20, 40))
    return Answer(
        schema="rung.plan/1",
        today=TODAY,
        snapshot=SnapshotInfo("2026-11", "2025-01-03", "2026-08-14", 18432),
        person=Person("Mira Okonkwo", ("résumé.pdf",), (), 5.4, "mid"),
        goal=GoalEcho(
            "mlops-engineer", "MLOps engineer", None, "Toronto", 8, TODAY + timedelta(weeks=6)
        ),
        fit=(
            RoleFit("data-engineer", "Data engineer", 55, "good", (shown,), ()),
            RoleFit("mlops-engineer", "MLOps engineer", 34, "stretch", (shown,), (lacking,)),
        ),
        demand=DemandNote(
            "all places, 2025–2026", 40, "Only 3 ads were read in Toronto.",
            (CellSize("metro", "Toronto", 3), CellSize("all", "all places", 40)),
            ("open boards",), "2025-01", "2026-07",
        ),
        gap=(
            gap_row("mlops", "MLOps", 20, "absent", "practice"),
            gap_row("kubernetes", "Kubernetes", 12, "claimed"),
            gap_row("python", "Python", 30, "evidenced"),
            gap_row("communication", "Communication", 25, "claimed", "human"),
        ),
        plan=plan(),
        level=LevelReading(
            "mid", "Mid", 5.4, "high",
            (Reason("5.4 years of dated work", (line("2021 – now"),)),),
            NextRung("senior", "Senior", ("Design a system others build on.",), ("mentored",)),
            "Years and scope agree.",
        ),
        pay=band(),
        unknown=("No learning resource has been opened and checked yet.",),
    )  # fmt: skip


def infeasible() -> Answer:
    """The same person with too little time, and no pay figure."""
    base = answer()
    made = replace(
        base.plan,
        feasible=False,
        reason="It can't be done in this time: the core needs 90 hours.",
        earliest=date(2027, 5, 2),
        add_hours=6.5,
        drop=(Dropped("model-serving", "Model serving", 45, "least value for its hours"),),
    )
    return replace(base, plan=made, pay=NoPay("Only 2 ads gave pay; a band needs 10.", 2))


def empty() -> Answer:
    """Nobody's name, nothing to learn, nothing counted."""
    base = answer()
    made = replace(
        base.plan,
        reason="Nothing to learn: your résumé shows all the core of MLOps engineer.",
        reach=None, steps=(), weeks=(), total_hours=0, low_hours=0, high_hours=0,
    )  # fmt: skip
    return replace(
        base,
        person=replace(base.person, name=None),
        goal=replace(base.goal, place=None),
        fit=(),
        gap=(),
        demand=replace(base.demand, ladder=(), sources=(), n=0),
        plan=made,
        level=LevelReading(None, "not stated", None, "none", (), None, "No readable dates."),
        pay=NoPay("No ad gave pay.", 0),
        unknown=(),
    )


def hostile() -> Answer:
    """Every text a document or an ad could hold, trying to be more than text."""
    base = answer()
    ads = (
        replace(ad(1), title=HOSTILE, employer=HOSTILE, url="javascript:alert(1)"),
        replace(ad(2), url='https://x.example/"onclick="alert(1)'),
        replace(ad(3), title=HOSTILE, url="HTTPS://jobs.example.org/ok?a=1&b=(2)"),
    )
    reason = Reason(HOSTILE, (line(HOSTILE),), None, Count(1, 40))
    return replace(
        base,
        person=replace(base.person, name=HOSTILE, documents=(HOSTILE, "two.docx")),
        goal=replace(base.goal, place=HOSTILE),
        fit=tuple(replace(f, for_=(reason,), against=(reason,)) for f in base.fit),
        gap=tuple(replace(r, label=HOSTILE, spans=(line(HOSTILE),), ads=ads) for r in base.gap),
        plan=replace(
            base.plan,
            steps=tuple(replace(s, label=HOSTILE, why=HOSTILE) for s in base.plan.steps),
        ),
        level=replace(base.level, evidence=(reason,), note=HOSTILE),
        pay=replace(band(), note=HOSTILE, source=HOSTILE),
        unknown=(HOSTILE,),
    )


ALL = {"feasible": answer, "infeasible": infeasible, "empty": empty, "hostile": hostile}
