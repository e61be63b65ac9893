"""Two ways: evidence quoted, answers weighed evenly, silence where nothing can be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.fit.choices import LEAST_ANSWERED, LEAST_APART, columns, lean
from tests.people import person

CHOICES = load().choices
answers = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=12, max_size=12)


@pytest.mark.parametrize("name", sorted(CHOICES))
@given(answers)
def test_swapping_the_answers_swaps_the_leaning(name: str, given: list[int | None]) -> None:
    choice = CHOICES[name]
    one, two = (s.id for s in choice.sides)
    first = iter([a for q, a in zip(choice.questions, given, strict=True) if q.side == one])
    second = iter([a for q, a in zip(choice.questions, given, strict=True) if q.side == two])
    swapped = [next(second if q.side == one else first) for q in choice.questions]
    found, turned = lean(choice, given), lean(choice, swapped)
    assert turned.points == {one: found.points[two], two: found.points[one]}
    assert turned.side == {one: two, two: one, None: None}[found.side]


@pytest.mark.parametrize("name", sorted(CHOICES))
@given(answers)
def test_it_abstains_on_blanks_and_ties_and_only_then(name: str, given: list[int | None]) -> None:
    found = lean(CHOICES[name], given)
    blanks = sum(a is None for a in given)
    one, two = found.points.values()
    even = abs(one - two) < LEAST_APART
    assert (found.side is None) == (len(given) - blanks < LEAST_ANSWERED or even)
    assert found.said


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_no_answers_say_nothing(name: str) -> None:
    for said in ((), (None,) * 12, (3,) * 12, (5,) * 12):
        assert lean(CHOICES[name], said).side is None


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_each_choice_has_twelve_questions_and_bounded_trials(name: str) -> None:
    choice = CHOICES[name]
    assert len(choice.questions) == 12
    for side in choice.sides:
        assert side.trials
        assert all(t.stop and t.shows and t.weeks <= 13 for t in side.trials)
        assert all(cue == cue.lower() for cue in side.cues)
        assert {*side.roles} <= load().roles.keys()


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_someone_without_lines_gets_empty_columns(name: str) -> None:
    for column in columns(load(), CHOICES[name], person()):
        assert column.count == 0
        assert column.lines == ()
