"""Living with a plan: kept, logged on, made anew, looked back on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rung.app import data, my_log, my_plan, my_profile, weekly, work
from rung.app.goal import Request
from rung.app.me import me
from rung.app.plan import go_on, what_if
from rung.catalogue import load
from rung.core.errors import UserError
from rung.core.state import State
from rung.plan.candidates import as_range

TODAY = date(2026, 11, 22)
EMPTY = Request("", 0, "", None, None, TODAY)
GOAL = Request("mlops-engineer", 8, "2027-08-31", "Toronto", None, TODAY)


@pytest.fixture
def state(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    """Someone whose résumé is imported and whose plan is kept."""
    monkeypatch.setenv("RUNG_HOME", str(tmp_path))
    kept = data.open_state()
    my_profile.import_files(kept, [root / "examples" / "backend_engineer.pdf"], TODAY)
    go_on(kept, GOAL, keep=True)
    return kept


def later(days: int) -> Request:
    return replace(EMPTY, today=TODAY + timedelta(days=days))


def step_ids(state: State) -> list[str]:
    return [s.id for s in my_plan.needed(state).steps if s.kind != "checkpoint"]


def test_without_a_goal_the_first_plan_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path))
    with pytest.raises(UserError, match="--role, --hours, --by missing"):
        go_on(data.open_state(), EMPTY, keep=True)
    with pytest.raises(UserError, match="no plan"):
        weekly.review(data.open_state(), TODAY)
    found = me(data.open_state(), TODAY)
    assert [a.then for a in found.next] == ["rung profile import RÉSUMÉ"]


def test_asking_for_another_goal_leaves_the_plan_in_hand_alone(state: State) -> None:
    before = my_plan.needed(state)
    planned = go_on(state, replace(EMPTY, hours=12), keep=False)
    assert not planned.kept
    assert my_plan.needed(state) == before
    found = what_if(None, EMPTY, ["hours=12", "role=data-engineer"], [])
    assert [v.label for v in found.variants] == ["as it is", "hours=12", "role=data-engineer"]
    assert found.variants[1].budget_hours > found.variants[0].budget_hours
    assert not found.variants[0].added
    assert my_plan.needed(state) == before


def test_what_is_done_costs_no_hours_any_more(state: State) -> None:
    first, second = step_ids(state)[:2]
    work.done(state, first, 3, "https://example.org/work", TODAY, TODAY)
    work.hours(state, 2, second, "slow start", TODAY, TODAY)
    before = {s.id: s.hours.likely for s in my_plan.needed(state).steps}
    planned = go_on(state, later(3), keep=False)
    assert planned.kept
    assert planned.done == 1
    now = {s.id: s.hours.likely for s in my_plan.needed(state).steps}
    assert first not in now
    assert now[second] == pytest.approx(max(0.5, before[second] - 2))
    assert planned.answer.plan.weeks[0].start == TODAY
    assert planned.answer.plan.weeks[0].hours <= 8 * 0.85 - 5 + 0.11


def test_each_way_of_naming_a_step_finds_it(state: State) -> None:
    kept = my_plan.needed(state)
    step = next(s for s in kept.steps if s.kind == "study")
    number = kept.steps.index(step) + 1
    for name in (step.id, str(number), step.label, step.label.upper()):
        assert work.hours(state, 0.5, name, "", TODAY, TODAY).entry.step == step.id
    outside = work.done(state, "tableau", 4, "", TODAY, TODAY)
    assert outside.entry.step == "tableau.working"
    assert outside.wanted
    with pytest.raises(UserError, match="not in the catalogue"):
        work.done(state, "knitting", 4, "", TODAY, TODAY)
    with pytest.raises(UserError, match="is not in the plan"):
        work.done(state, "99", 4, "", TODAY, TODAY)


def test_a_project_is_logged_as_the_role_in_hand_has_it(state: State) -> None:
    projects = {p.area: p for p in load().roles[GOAL.role].projects}
    planned = next(s for s in my_plan.needed(state).steps if s.id == "project.mlops")
    logged = work.done(state, "project.mlops", 9, "", TODAY, TODAY)
    assert logged.entry.label == planned.label == f"Project: {projects['mlops'].title}"
    assert logged.entry.estimate == as_range(projects["mlops"].hours)
    assert projects["mlops"].evidence in logged.wanted
    area = load().areas["research"].project
    assert area
    outside = work.done(state, "project.research", 9, "", TODAY, TODAY)
    assert (outside.entry.label, outside.wanted) == (f"Project: {area.title}", area.evidence)


def test_a_project_is_the_areas_where_no_role_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    kept = my_plan.needed(state)
    my_plan.keep(state, replace(kept, request=replace(kept.request, role="gone"), steps=()))
    area = load().areas["mlops"].project
    assert area
    found = work.done(state, "project.mlops", 9, "", TODAY, TODAY)
    assert (found.entry.label, found.wanted) == (f"Project: {area.title}", area.evidence)
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "other"))
    found = work.done(data.open_state(), "project.mlops", 9, "", TODAY, TODAY)
    assert found.entry.estimate == as_range(area.hours)


def test_impossible_entries_are_refused_and_nothing_is_written(state: State) -> None:
    for wrong in (0, -1, 25):
        with pytest.raises(UserError, match="above 0"):
            work.hours(state, wrong, None, "", TODAY, TODAY)
    with pytest.raises(UserError, match="is after today"):
        work.hours(state, 1, None, "", TODAY + timedelta(days=1), TODAY)
    with pytest.raises(UserError, match="is empty"):
        work.note(state, "  ", None, TODAY, TODAY)
    first = step_ids(state)[0]
    work.done(state, first, 1, "", TODAY, TODAY)
    with pytest.raises(UserError, match="is done already"):
        work.done(state, first, 1, "", TODAY, TODAY)
    assert len(my_log.read(state)) == 1


def test_undo_takes_back_the_last_entry_and_nothing_else(state: State) -> None:
    with pytest.raises(UserError, match="keep the plan"):
        my_log.undo(state)
    work.hours(state, 1, None, "", TODAY, TODAY)
    work.hours(state, 2, None, "", TODAY, TODAY)
    my_log.undo(state)
    assert [e.hours for e in my_log.read(state)] == [1]
    my_log.undo(state)
    assert my_log.read(state) == ()


def test_a_week_says_what_was_learnt_without_praise_or_blame(state: State) -> None:
    found = weekly.review(state, TODAY)
    assert found.said == "Nothing logged; 8 hours were set aside. The plan goes on from here."
    first = step_ids(state)[0]
    work.done(state, first, 3, "", TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    work.note(state, "Probes are not restarts.", first, TODAY, TODAY)
    found = weekly.review(state, TODAY + timedelta(days=6))
    assert (found.number, found.hours, found.planned) == (1, 3, 8)
    assert len(found.learned) == len(found.unshown) == 1
    assert found.notes == ("Probes are not restarts.",)
    assert found.question.endswith("?")
    assert found.next_week
    assert found.check is None
    words = " ".join((found.said, found.question)).lower()
    assert not any(w in words for w in ("streak", "great job", "only", "failed", "behind"))


def test_every_ninety_days_the_whole_way_is_looked_at(state: State) -> None:
    work.hours(state, 5, None, "", TODAY, TODAY)
    day = TODAY + timedelta(days=90)
    check = weekly.review(state, day).check
    assert check is not None
    assert (check.due, check.hours) == (day, 5)
    assert check.planned == 8 * 12
    assert me(state, day).next[0].what == "Look at the whole way"
    go_on(state, later(91), keep=False)
    assert me(state, day + timedelta(days=2)).next[0].what != "Look at the whole way"
    assert me(state, day).way is not None


def test_me_names_at_most_three_actions_each_with_its_reason(state: State) -> None:
    found = me(state, TODAY)
    assert found == me(state, TODAY)
    assert found.way is not None
    assert found.way.done == 0
    assert 1 <= len(found.next) <= 3
    assert all(a.why and a.then for a in found.next)
    assert all(a.hours for a in found.next)
    first = step_ids(state)[0]
    work.done(state, first, 2, "", TODAY, TODAY)
    assert me(state, TODAY).next[0].what.startswith("Show ")
    work.evidence(state, first, "https://example.org", TODAY, TODAY)
    assert not me(state, TODAY).next[0].what.startswith("Show ")
    assert me(state, date(2027, 9, 1)).next[0].what == "Set a new day or a new goal"


def test_a_plan_is_not_kept_for_a_person_who_is_not(root: Path) -> None:
    from rung.app.plan import make_plan

    with pytest.raises(UserError, match="rung profile import"):
        make_plan(root / "examples" / "backend_engineer.pdf", GOAL, keep=True)


def test_plan_and_log_can_be_deleted_and_brought_back(state: State) -> None:
    work.hours(state, 1, None, "", TODAY, TODAY)
    data.delete(state, "log")
    assert my_log.read(state) == ()
    data.undo(state)
    assert len(my_log.read(state)) == 1
    data.delete(state, "plan")
    assert my_plan.the_plan(state) is None


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("2027-01-03..2026-12-21", "ends before it begins"),
        ("2026-12-21..x", "is not a date"),
        ("2026-12-21=99", "no hours a week"),
        ("2026-12-21=x", "no hours a week"),
    ],
)
def test_days_off_that_cannot_be_are_refused(state: State, text: str, cause: str) -> None:
    with pytest.raises(UserError, match=cause):
        go_on(state, replace(EMPTY, special=(text,)), keep=False)


def test_days_off_that_overlap_are_refused(state: State) -> None:
    off = ("2026-12-21..2027-01-03", "2027-01-02")
    with pytest.raises(UserError, match="overlaps"):
        go_on(state, replace(EMPTY, special=off), keep=False)


def test_a_short_form_of_a_role_is_kept_by_its_id(state: State) -> None:
    planned = go_on(state, replace(GOAL, role="mlops"), keep=True)
    assert planned.kept
    assert my_plan.needed(state).request.role == "mlops-engineer"
