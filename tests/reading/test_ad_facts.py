"""Degree, place of work, visa, bounds, employment: known answers, and no text breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.reading.ad import AdReading, AdText, Unread, read_ad
from rung.reading.constraints import constraints_of
from rung.reading.degrees import degree_of
from rung.reading.employment import employment_of, new_graduate, orientation_of
from rung.reading.remote import remote_of
from rung.reading.sections import sections
from rung.reading.seniority import level_of, track_of
from rung.reading.visa import visa_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's degree in Computer Science required", ("bachelor", "required", None)),
        ("BS in CS or equivalent experience", ("bachelor", "or_equivalent", None)),
        ("Bachelor's degree in statistics, PhD preferred", ("bachelor", "required", "phd")),
        (
            "Master’s degree or PhD in a related field (not strictly required)",
            ("master", "preferred", None),
        ),
        ("PhD in machine learning", ("phd", "required", None)),
        ("Degree in a quantitative field", ("bachelor", "required", None)),
        ("MSc or PhD in physics", ("master", "required", None)),
    ],
)
def test_degree(text: str, expected: tuple[str, str, str | None]) -> None:
    degree = degree_of(text, sections(text))
    assert degree is not None
    assert (degree.level, degree.strength, degree.higher) == expected
    assert text[degree.start : degree.end] == degree.text


@pytest.mark.parametrize(
    "text",
    ["No degree required", "a high degree of autonomy", "360 degree feedback", "scrum master"],
)
def test_no_degree(text: str) -> None:
    assert degree_of(text, sections(text)) is None


def test_the_fields_of_a_degree() -> None:
    text = "Master's degree in Computer Science, Statistics or a related field"
    degree = degree_of(text, sections(text))
    assert degree is not None
    assert degree.fields == ("Computer Science", "Statistics")


@pytest.mark.parametrize(
    ("location", "text", "kind"),
    [
        ("Remote - USA", "", "remote_country"),
        ("Remote", "", "remote_anywhere"),
        ("Remote", "We are 100% remote within the USA.", "remote_country"),
        ("Remote", "You must be based in Spain.", "remote_country"),
        ("London (Hybrid)", "", "hybrid"),
        ("", "Work from home, the office or both; anywhere for up to 30 days a year.", "hybrid"),
        ("", "No phone calls or in-person applicants.", None),
        ("", "You come in 3 days a week to our office.", "hybrid"),
        ("", "This role is fully remote within Canada.", "remote_country"),
        ("", "Fully remote: work from anywhere in the world.", "remote_anywhere"),
        ("", "This is an on-site role in Berlin.", "onsite"),
        ("", "We are in the office five days a week.", "onsite"),
        ("", "Knowledge of remote sensing and hybrid cloud", None),
        ("Berlin", "You build models.", None),
    ],
)
def test_place_of_work(location: str, text: str, kind: str | None) -> None:
    found = remote_of("Engineer", location, text)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We are unable to sponsor visas for this role.", "no_sponsorship"),
        ("Must be authorized to work in the US without sponsorship.", "no_sponsorship"),
        ("Active Secret clearance required.", "no_sponsorship"),
        ("Must be a U.S. citizen.", "no_sponsorship"),
        ("We offer visa sponsorship and relocation.", "sponsors"),
        ("We do sponsor visas! However, we aren't able to for every role.", "sponsors"),
        ("Will you now or in the future require sponsorship?", None),
        ("without regard to race, citizenship status or age", None),
        ("You build models", None),
    ],
)
def test_visa(text: str, kind: str | None) -> None:
    found = visa_of(text)
    assert (found.kind if found else None) == kind
    if found:
        assert text[found.start : found.end] == found.text


def test_bounds_of_the_work() -> None:
    legal = "applicants' personal data under GDPR"
    text = "Deploy models to edge devices with low latency in a HIPAA setting"
    assert {c.kind for c in constraints_of(text, sections(text))} == {
        "latency",
        "embedded",
        "regulated",
    }
    assert constraints_of(legal, sections(legal)) == ()


def test_employment_orientation_and_track() -> None:
    assert employment_of("Machine Learning Intern", "", "intern") == "intern"
    assert employment_of("Data Engineer", "This is a 6-month contract", None) == "contract"
    assert employment_of("Data Engineer", "Benefits include a pension", None) == "employee"
    assert employment_of("AI Evaluator", "Position: evaluator Type: Contract", None) == "contract"
    assert employment_of("Researcher", "The bulk of your internship is research", None) == "intern"
    assert employment_of("Data Engineer", "Build tables", None) is None
    assert new_graduate("Software Engineer, New Grad", "")
    papers = "PhD; you publish at NeurIPS and ICML and conduct research on novel methods"
    assert orientation_of("Research Scientist", papers)[0] == "research"
    assert orientation_of("Data Scientist", "Ship models to production")[0] == "applied"
    assert track_of(level_of("Director of Data Science", None, "")) == "manager"
    assert track_of(level_of("Senior Product Manager", None, "")) == "specialist"


def test_years_of_one_skill() -> None:
    text = "Requirements\n- 3+ years of experience with Python and SQL\n- Kubernetes"
    found = read_ad(AdText("ML Engineer", f"The role and the team.\n{text}"), load())
    assert isinstance(found, AdReading)
    assert {(y.id, y.years) for y in found.skill_years} == {("python", 3.0), ("sql", 3.0)}


def test_other_languages_are_refused_in_words() -> None:
    german = "Wir suchen eine Person, die mit uns die Daten und die Modelle für das Team baut."
    found = read_ad(AdText("Datenanalyst", german), load())
    assert isinstance(found, Unread)
    assert found.language == "de"


@given(st.text(max_size=300), st.text(max_size=60), st.text(max_size=30))
def test_any_text_gives_a_record(text: str, title: str, location: str) -> None:
    found = read_ad(AdText(title, text, location), load())
    if isinstance(found, AdReading):
        places = [(f.start, f.end, f.text) for f in found.skills]
        places += [(f.start, f.end, f.text) for f in found.duties]
        places += [(f.start, f.end, f.text) for f in found.constraints]
        places += [(f.start, f.end, f.text) for f in found.skill_years]
        assert all(text[start:end] == said for start, end, said in places)
