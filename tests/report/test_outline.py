"""How an answer is cut for reading."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from rung.app.answer import DemandNote
from rung.market.records import CellSize
from rung.plan.records import Dropped
from rung.profile.records import PersonSkill
from rung.report import html, markdown, opening, outline
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
    assert facts["Done by"].note == (
        "at the likely hours, 8 days before your deadline; later if steps take their high hours"
    )


def test_an_impossible_goal_gives_its_earliest_day() -> None:
    facts = {f.term: f for f in opening.facts(answers.infeasible())}
    assert facts["Earliest date"].value == "2 May 2027"
    assert facts["Pay"].value == "No figure"


def skill(name: str, implied_by: str | None) -> PersonSkill:
    """A shown skill of a fictional person."""
    return PersonSkill(name, "evidenced", (answers.line("BSc Statistics"),), implied_by)


@pytest.mark.parametrize(
    ("implied_by", "said"),
    [
        ("degree:statistics", ", follows from your degree"),
        ("title:statistician", ", follows from your job title"),
        ("kubernetes", ", follows from Kubernetes"),
        (None, ""),
    ],
)
def test_a_skill_no_line_names_says_what_it_follows_from(implied_by: str | None, said: str) -> None:
    base = answers.answer()
    made = replace(base, person=replace(base.person, skills=(skill("python", implied_by),)))
    assert outline.follows(made, "python") == said
    assert f"For: Python: shown{said} (asked" in markdown(made)
    assert f"Python: shown{said} <small>" in html(made)
    assert outline.follows(made, "sql") == ""


def demand(used: str, *cells: CellSize) -> DemandNote:
    """Counts over 40 ads of ``used``."""
    return replace(answers.answer().demand, used=used, ladder=cells)


def test_the_exact_place_has_a_column_only_where_it_says_more() -> None:
    everywhere = CellSize("all", "all places", 40)
    thin = demand("all places, 2026", CellSize("metro", "Oslo", 3), everywhere)
    assert (outline.exact_place(thin), outline.exact_note(thin)) == ("Oslo", "")
    enough = demand("Oslo, 2026", CellSize("metro", "Oslo", 40), everywhere)
    assert (outline.exact_place(enough), outline.exact_note(enough)) == ("", "")
    none = demand("all places, 2026", CellSize("metro", "Oslo", 0), everywhere)
    assert outline.exact_place(none) == ""
    assert "No ad of the role was read in Oslo" in outline.exact_note(none)
    for write in (html, markdown):
        said = write(replace(answers.answer(), demand=none))
        assert "No ad of the role was read in Oslo" in said
        assert re.search(r"\b1 of 3\b", said) is None
        assert re.search(r"\b1 of 3\b", write(replace(answers.answer(), demand=thin)))


def test_credentials_have_their_own_line_and_are_no_way_out() -> None:
    asked = (Dropped("phd", "PhD", 0, "no plan gives it"),)
    for base in (answers.answer(), answers.infeasible()):
        made = replace(base, plan=replace(base.plan, credentials=asked))
        assert "Ads also ask for PhD: a credential no plan of hours gives." in markdown(made)
        assert "Ads also ask for PhD: a credential no plan of hours gives." in html(made)
    assert "left out" not in markdown(answers.answer())
    assert outline.credentials(answers.plan()) == ""


def test_what_grows_at_work_is_said_and_not_scheduled() -> None:
    grown = (Dropped("communication", "Communication", 0, "it grows and shows at work"),)
    base = answers.answer()
    made = replace(base, plan=replace(base.plan, at_work=grown))
    said = (
        "The role rests on communication too, which no line shows yet: that grows at work, so no "
        "hours are planned for it."
    )
    assert said in markdown(made)
    assert said in html(made)


def test_the_title_names_a_level_by_its_label() -> None:
    base = answers.answer()
    goal = replace(base.goal, level="staff", level_label="Staff")
    assert outline.title(replace(base, goal=goal)).startswith("Staff MLOps engineer in Toronto")
