"""What every journey's answer must hold, whoever it is about."""

from __future__ import annotations

import re

from rung.app.answer import Answer
from rung.app.wire import to_json


def skills_planned(answer: Answer) -> set[str]:
    return {s.skill for s in answer.plan.steps if s.skill}


def hours_on(answer: Answer, *skills: str) -> float:
    return sum(s.hours.likely for s in answer.plan.steps if s.skill in skills)


def evidence(answer: Answer) -> dict[str, str]:
    return {s.id: s.evidence for s in answer.person.skills}


def inside_the_budget(answer: Answer) -> None:
    plan = answer.plan
    assert plan.total_hours <= plan.budget_hours
    assert sum(w.hours for w in plan.weeks) <= plan.budget_hours + 0.01
    assert plan.weeks[-1].start < answer.goal.by


def every_gap_is_counted(answer: Answer) -> None:
    assert answer.gap
    for row in answer.gap:
        assert 0 < row.k <= row.n
        assert row.exact.k <= row.exact.n
        assert row.used
        assert row.source
        assert row.first <= row.last
        assert row.ads, f"{row.skill} has no ad one can look at"


def every_claim_about_the_person_quotes_a_line(answer: Answer) -> None:
    for skill in answer.person.skills:
        assert skill.spans, skill.id
        assert all(s.text.strip() for s in skill.spans)


def promises_nothing(answer: Answer) -> None:
    text = to_json(answer, Answer)
    assert not re.search(
        r"guarantee|will get (?:a|the) job|you will earn|you should earn|certain to",
        text,
        re.IGNORECASE,
    )
