"""What follows from a skill, a degree or a job."""

from __future__ import annotations

from datetime import date

from rung.catalogue import load
from rung.catalogue.graph import all_prerequisites
from rung.core.records import Span
from rung.profile.implied import by_title, combined, implied
from rung.profile.records import Month, Period, PersonSkill, Value, Work

CATALOGUE = load()
SPAN = Span("cv.txt", 1, 0, 4, "line")
OTHER = Span("cv.txt", 1, 5, 9, "list")
TODAY = date(2026, 11, 22)


def test_prerequisites_of_an_evidenced_skill_are_evidenced() -> None:
    found = {s.id: s for s in implied([PersonSkill("kubernetes", "evidenced", (SPAN,))], CATALOGUE)}
    assert set(all_prerequisites(CATALOGUE, "kubernetes")) <= set(found)
    assert (found["docker"].evidence, found["docker"].implied_by) == ("evidenced", "kubernetes")
    assert found["docker"].spans == (SPAN,)


def test_a_claimed_skill_shows_no_prerequisites_but_claims_its_umbrella() -> None:
    found = {s.id: s for s in implied([PersonSkill("aws", "claimed", (SPAN,))], CATALOGUE)}
    assert {s: (p.evidence, p.implied_by) for s, p in found.items()} == {
        "aws": ("claimed", None),
        "cloud": ("claimed", "aws"),
    }


def test_a_claimed_prerequisite_is_raised_and_keeps_its_line() -> None:
    given = [
        PersonSkill("docker", "claimed", (OTHER,)),
        PersonSkill("kubernetes", "evidenced", (SPAN,)),
    ]
    docker = next(s for s in implied(given, CATALOGUE) if s.id == "docker")
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
