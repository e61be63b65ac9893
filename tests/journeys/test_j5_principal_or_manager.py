"""J5: a senior machine learning engineer, principal or manager?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rung.app.answer import NoPay
from rung.app.choices import ChoiceAnswer, choice_answer
from rung.app.wire import to_json
from rung.catalogue import load
from rung.core.state import State

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def found(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ChoiceAnswer:
    state = State(tmp_path_factory.mktemp("j5"))
    document = root / "bench" / "people" / "senior_ml_engineer.md"
    return choice_answer(state, document, "specialist-or-manager", "Seattle", TODAY)


def test_h_scope_and_people_are_read_and_no_library(found: ChoiceAnswer) -> None:
    specialist, manager = found.ways
    said = [line.text for line in specialist.column.lines]
    assert any("four teams" in line for line in said)
    people = " ".join(line.text for line in manager.column.lines)
    assert "Mentor two engineers" in people
    assert "Interview loop" in people
    assert not specialist.column.skills
    assert not manager.column.skills
    tools = {s.label.casefold() for s in load().skills.values() if s.kind == "tool"}
    assert not tools & {c for s in load().choices[found.choice].sides for c in s.cues}


def test_h_without_answers_nothing_is_said(found: ChoiceAnswer) -> None:
    assert found.leaning.side is None
    assert "0 of 12" in found.leaning.said


def test_both_columns_quote_lines_of_the_document(found: ChoiceAnswer, root: Path) -> None:
    text = " ".join((root / "bench/people/senior_ml_engineer.md").read_text("utf-8").split())
    for way in found.ways:
        assert way.column.lines
        for line in way.column.lines:
            assert " ".join(line.text.split()) in text


def test_staff_stands_between_senior_and_principal(found: ChoiceAnswer) -> None:
    levels = [lv.id for lv in load().levels.values() if lv.track == "ic"]
    assert levels.index("senior") < levels.index("staff") < levels.index("principal")
    assert found.level.id == "senior"
    assert found.level.next is not None
    assert found.level.next.id == "staff"
    assert "Staff stands between" in found.ways[0].column.work


def test_each_side_has_a_trial_of_ninety_days_with_a_stop(found: ChoiceAnswer) -> None:
    for way in found.ways:
        assert any(t.weeks == 13 and t.stop for t in way.trials)


def test_pay_of_both_sides_carries_n_or_abstains(found: ChoiceAnswer) -> None:
    for way in found.ways:
        for role in way.roles:
            assert isinstance(role.pay, NoPay) or (role.pay.n >= 10 and role.pay.years)


def test_reversibility_size_of_firm_and_next_review_are_stated(found: ChoiceAnswer) -> None:
    assert "return" in found.back
    assert any("small firms" in line for line in found.beware)
    assert (found.look_again - TODAY).days == 90


def test_no_word_of_gender_or_age(found: ChoiceAnswer) -> None:
    text = to_json((*found.beware, *found.questions), tuple[str, ...]).lower()
    assert not re.search(
        r"\b(he|she|his|her|young|old|mature|energetic|guys)\b", text, re.IGNORECASE
    )


def test_answers_are_kept_and_lean(root: Path, tmp_path: Path) -> None:
    state = State(tmp_path)
    document = root / "bench" / "people" / "senior_ml_engineer.md"
    given = (5, 2) * 6
    said = choice_answer(state, document, "specialist-or-manager", None, TODAY, given)
    assert said.leaning.side == "specialist"
    again = choice_answer(state, document, "specialist-or-manager", None, TODAY)
    assert again.answers == given
    assert again.leaning == said.leaning
