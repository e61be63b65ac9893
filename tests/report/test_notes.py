"""The Markdown report."""

from __future__ import annotations

import re

import pytest

from rung.report import markdown
from tests.report import answers


def test_every_step_and_week_is_a_box_to_tick() -> None:
    answer = answers.answer()
    text = markdown(answer)
    for number, step in enumerate(answer.plan.steps, 1):
        assert f"- [ ] **{number}. {step.label}**" in text
        assert f"Done when: {step.evidence_wanted}" in text
    assert len(re.findall(r"^- \[ \] Week \d", text, re.MULTILINE)) == len(answer.plan.weeks)


def test_lacking_skills_stand_with_count_place_and_quote() -> None:
    text = markdown(answers.answer())
    assert (
        "| Kubernetes | named, not shown in use: “Worked with Kubernetes” (résumé.pdf, page 1) "
        "| 12 of 40 (30%) | 1 of 3 | required | 20 (10–40) |"
    ) in text


def test_infeasible_says_the_ways_out() -> None:
    text = markdown(answers.infeasible())
    assert "- Earliest day at the same weekly hours: 2 May 2027" in text
    assert "- Or add 6.5 hours a week" in text
    assert "- What doesn't fit and is left out below: Model serving (45 h)" in text
    assert "No figure. Only 2 ads gave pay; a band needs 10." in text


@pytest.mark.parametrize("name", sorted(answers.ALL))
def test_tables_keep_their_columns(name: str) -> None:
    widths = None
    for line in markdown(answers.ALL[name]()).splitlines():
        if line.startswith("|"):
            found = len(re.findall(r"(?<!\\)\|", line))
            assert widths in (None, found)
            widths = found
        else:
            widths = None


def test_hostile_text_stays_text() -> None:
    text = markdown(answers.hostile())
    assert re.search(r"(?<!\\)<script", text) is None
    assert re.search(r"(?<!\\)\]\((?!<https?://)", text, re.IGNORECASE) is None
    assert not set(text) & set("\u202e\u202c\x07")


def test_same_sections_as_the_page() -> None:
    heads = re.findall(r"^## (.*)$", markdown(answers.answer()), re.MULTILINE)
    assert heads == [
        "Roles that fit you today", "What ads ask and your documents don't show", "The plan",
        "Week by week",
        "Where you stand", "What it pays", "What Rung doesn't know", "How the figures were made",
    ]  # fmt: skip
