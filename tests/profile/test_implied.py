"""What follows from a skill, a degree or a job."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.catalogue import load
from rung.catalogue.graph import all_prerequisites
from rung.core.records import EVIDENCE_ORDER, Evidence, Span
from rung.profile.implied import by_title, combined, implied
from rung.profile.records import Month, Period, PersonSkill, Value, Work

CATALOGUE = load()
SPAN = Span("cv.txt", 1, 0, 4, "line")
OTHER = Span("cv.txt", 1, 5, 9, "list")
TODAY = date(2026, 11, 22)


def test_one_step_from_a_line_is_evidenced_and_further_steps_are_claimed() -> None:
    held = [PersonSkill("model-serving", "evidenced", (SPAN,))]
    found = {s.id: s for s in implied(held, CATALOGUE)}
    near = {p.id for p in CATALOGUE.skills["model-serving"].prerequisites if p.kind == "hard"}
    further = found.keys() - near - {"model-serving"}
    assert "model-deployment" in near
    assert "docker" in further
    assert set(all_prerequisites(CATALOGUE, "model-serving")) <= set(found)
    assert {found[s].evidence for s in near} == {"evidenced"}
    assert {found[s].evidence for s in further} == {"claimed"}
    assert {found[s].implied_by for s in near | further} == {"model-serving"}
    assert found["docker"].spans == (SPAN,)


@pytest.mark.parametrize("by", ["title:ml-engineer", "degree:computer-science"])
def test_what_a_title_or_degree_shows_rests_on_claims(by: str) -> None:
    held = [PersonSkill("model-deployment", "evidenced", (SPAN,), by)]
    found = {s.id: (s.evidence, s.implied_by) for s in implied(held, CATALOGUE)}
    assert found["model-deployment"] == ("evidenced", by)
    assert found["docker"] == ("claimed", "model-deployment")


EVIDENCE = st.sampled_from(["claimed", "evidenced"])
SKILLS = st.dictionaries(st.sampled_from(sorted(CATALOGUE.skills)), EVIDENCE, max_size=6)


@settings(deadline=None)
@given(SKILLS, SKILLS)
def test_more_skills_lower_nothing(some: dict[str, Evidence], others: dict[str, Evidence]) -> None:
    def shown(held: dict[str, Evidence]) -> dict[str, Evidence]:
        skills = [PersonSkill(s, e, (SPAN,)) for s, e in sorted(held.items())]
        return {s.id: s.evidence for s in implied(skills, CATALOGUE)}

    before = shown(some)
    after = shown(
        {
            s: max((g[s] for g in (some, others) if s in g), key=EVIDENCE_ORDER.index)
            for s in some | others
        }
    )
    for name, level in before.items():
        assert EVIDENCE_ORDER.index(after[name]) >= EVIDENCE_ORDER.index(level)


def test_a_claimed_skill_shows_no_prerequisites_but_claims_its_umbrella() -> None:
    found = {s.id: s for s in implied([PersonSkill("aws", "claimed", (SPAN,))], CATALOGUE)}
    assert {s: (p.evidence, p.implied_by) for s, p in found.items()} == {
        "aws": ("claimed", None),
        "cloud": ("claimed", "aws"),
    }


def test_a_claimed_prerequisite_is_raised_and_keeps_its_line() -> None:
    held = [
        PersonSkill("docker", "claimed", (OTHER,)),
        PersonSkill("kubernetes", "evidenced", (SPAN,)),
    ]
    docker = next(s for s in implied(held, CATALOGUE) if s.id == "docker")
    assert (docker.evidence, docker.implied_by, docker.spans) == (
        "evidenced",
        "kubernetes",
        (SPAN, OTHER),
    )


def test_direct_evidence_beats_implied() -> None:
    direct = PersonSkill("git", "evidenced", (SPAN,), years=2.0)
    (found,) = combined([direct], [PersonSkill("git", "evidenced", (OTHER,), "title:x")])
    assert found == direct


def job(title: str, start: int, end: int) -> Work:
    return Work(Value(title, SPAN), None, Period(Month(start, 1), Month(end, 1), False, SPAN), ())


def test_two_years_in_a_job_show_its_practices_and_one_does_not() -> None:
    two = by_title([job("Senior Software Engineer", 2019, 2022)], CATALOGUE, TODAY)
    assert "git" in {s.id for s in two}
    assert {s.evidence for s in two} == {"evidenced"}
    assert all((s.implied_by or "").startswith("title:") for s in two)
    assert by_title([job("Senior Software Engineer", 2021, 2022)], CATALOGUE, TODAY) == []
    assert by_title([job("Software Engineering Intern", 2018, 2022)], CATALOGUE, TODAY) == []


@pytest.mark.parametrize(
    ("title", "skill"),
    [
        ("Machine Learning Engineer", "model-deployment"),
        ("Robotics ML Engineer", "deep-learning"),
        ("Senior Product Manager, AI Platform", "ai-ml-literacy"),
        ("Director of Machine Learning", "people-management"),
        ("Research Scientist", "mathematics"),
    ],
)
def test_what_a_practised_job_shows(title: str, skill: str) -> None:
    assert skill in {s.id for s in by_title([job(title, 2019, 2022)], CATALOGUE, TODAY)}
