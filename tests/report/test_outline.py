"""How an answer is cut for reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rung.report import opening, outline
from tests.report import answers


def test_phases_end_at_checkpoints_and_hold_every_step_once() -> None:
    plan = answers.plan()
    found = outline.phases(plan)
    assert [p.title for p in found] == ["Weeks 1–4", "Week 5"]
    assert [p.number for phase in found for p in phase.steps] == [1, 2, 3, 5, 4]
    assert sum(p.hours for p in found) == sum(w.hours for w in plan.weeks)


def test_a_step_in_no_week_is_kept() -> None:
    plan = replace(answers.plan(), steps=(*answers.plan().steps, answers.step("late", "study")))
    assert outline.phases(plan)[-1].steps[-1].step.id == "late"
    assert outline.phases(plan)[-1].steps[-1].weeks == ""


def test_months_hold_the_weeks_that_start_in_them() -> None:
    found = outline.months(answers.plan())
    assert [(m.title, len(m.weeks)) for m in found] == [("November 2026", 2), ("December 2026", 3)]


def test_people_skills_stand_apart() -> None:
    parts = outline.gap_parts(answers.answer())
    assert [r.skill for r in parts.lacking] == ["mlops", "kubernetes"]
    assert [r.skill for r in parts.shown] == ["python"]
    assert [r.skill for r in parts.people] == ["communication"]


def test_the_goal_is_shown_whatever_its_rank() -> None:
    base = answers.answer()
    others = tuple(replace(base.fit[0], role=f"r{i}") for i in range(5))
    found = outline.nearest(replace(base, fit=(*others, base.fit[1])))
    assert [rank for rank, _ in found] == [1, 2, 3, 6]


def test_plan_ends_with_its_last_week() -> None:
    assert outline.last_day(answers.plan()) == date(2026, 12, 26)
    assert outline.last_day(answers.empty().plan) is None


def test_every_market_figure_of_the_opening_has_its_basis() -> None:
    facts = {f.term: f for f in opening.facts(answers.answer())}
    assert facts["Ads you could answer"].value == "3 → 21 of 40"
    for term in ("Ads you could answer", "Posted pay"):
        for piece in ("ads", "2026", "open boards"):
            assert piece in facts[term].note
    assert facts["Hours"].value == "31 of 34"
    assert facts["Done by"].note == "8 days before your deadline"


def test_an_impossible_goal_gives_its_earliest_day() -> None:
    facts = {f.term: f for f in opening.facts(answers.infeasible())}
    assert facts["Earliest date"].value == "2 May 2027"
    assert facts["Pay"].value == "No figure"
