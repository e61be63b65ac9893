"""Whole profiles: what counts as evidence, and laws that hold for any résumé."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.catalogue import load
from rung.core.records import EVIDENCE_ORDER, Evidence
from rung.profile import build
from rung.profile.records import PersonSkill, Profile
from rung.reading.skills import find, lexicon
from tests.profile.made import document

CATALOGUE = load()
TODAY = date(2026, 11, 22)
HEAD = "Ada Quill\nada.quill@example.com | Toronto, ON"
SECTIONS = {
    "Experience": (
        "Backend Engineer\tMar 2021 – Present\nMarlow Payments\tToronto, ON\n"
        "- Built REST APIs in Python on PostgreSQL\n- Ran them in Docker containers\n"
        "Junior Developer\tJun 2019 – Feb 2021\nPerrin Foods\tOttawa, ON\n"
        "- Wrote pytest suites; no experience with Terraform then\n- Some exposure to Airflow"
    ),
    "Skills": "Python, SQL, Kubernetes, MLflow\nFamiliar with Go and Spark",
    "Projects": "- Trained a PyTorch model to sort leaves",
    "Education": "BSc Computer Science, Northfield University\t2015 – 2019",
    "Certifications": "AWS Certified Developer, 2022",
}


def made(order: tuple[str, ...] = tuple(SECTIONS), head: str = HEAD, **changed: str) -> Profile:
    parts = {**SECTIONS, **changed}
    text = "\n".join([head, *(f"**{name}**\n{parts[name]}" for name in order)])
    return build(document(text), CATALOGUE, TODAY)


def evidence(profile: Profile) -> dict[str, Evidence]:
    return {s.id: s.evidence for s in profile.skills}


def skill(profile: Profile, name: str) -> PersonSkill:
    return next(s for s in profile.skills if s.id == name)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("python", "evidenced"),
        ("rest-apis", "evidenced"),
        ("docker", "evidenced"),
        ("pytorch", "evidenced"),
        ("kubernetes", "claimed"),
        ("mlflow", "claimed"),
        ("airflow", "claimed"),
        ("aws", "claimed"),
    ],
)
def test_where_a_skill_stands_decides_how_well_it_is_shown(name: str, level: str) -> None:
    assert skill(made(), name).evidence == level


def test_a_negated_mention_counts_for_nothing() -> None:
    assert "terraform" not in evidence(made())


def test_years_and_best_line_of_a_skill() -> None:
    python = skill(made(), "python")
    assert (python.years, python.last_year) == (5.7, 2026)
    assert python.spans[0].text == "Built REST APIs in Python on PostgreSQL"


def test_a_line_of_work_beats_what_the_degree_implies() -> None:
    assert skill(made(), "docker").implied_by is None
    implied = [s.implied_by for s in made().skills if s.implied_by]
    assert any(i.startswith("degree:") for i in implied)


def test_a_short_name_in_work_counts_once_the_skills_list_settles_it() -> None:
    work = "Analyst\t2020 – 2023\nMarlow Labs\n- Gave weekly tutorials in R"
    assert skill(made(Experience=work, Skills="R, SAS, Python"), "r").evidence == "evidenced"


def test_a_venue_shows_nothing() -> None:
    found = made(Skills="Excel", Projects="- Leaves")
    text = HEAD + "\n**Publications**\n- A. Quill. On leaves. Journal of Machine Learning, 2020."
    alone = build(document(text), CATALOGUE, TODAY)
    assert set(evidence(alone)) & {"ml-algorithms"} == set()
    assert skill(alone, "publications").evidence == "evidenced"
    assert "publications" not in evidence(found)


def test_unfinished_doctorate_is_no_doctorate() -> None:
    done = made(Education="PhD Statistics, Northfield University\t2019 – 2024")
    running = made(Education="PhD candidate in Statistics, Northfield University\t2023 – present")
    assert skill(done, "phd").evidence == "evidenced"
    assert evidence(running).get("phd") != "evidenced"


def test_every_span_is_the_slice_it_says() -> None:
    text = "\n".join([HEAD, *(f"**{n}**\n{body}" for n, body in SECTIONS.items())])
    page = document(text).pages[0].text
    for found in made().skills:
        assert found.spans
        for span in found.spans:
            assert page[span.start : span.end] == span.text


@pytest.mark.parametrize("order", list(permutations(SECTIONS))[::17])
def test_the_order_of_sections_changes_no_evidence(order: tuple[str, ...]) -> None:
    def shown(profile: Profile) -> list[tuple[object, ...]]:
        return [
            (s.id, s.evidence, s.implied_by, s.years, s.last_year, [p.text for p in s.spans])
            for s in profile.skills
        ]

    assert shown(made(order)) == shown(made())


def test_the_name_changes_nothing_else() -> None:
    other = made(head=HEAD.replace("Ada Quill", "Bo Frame"))
    assert other.name
    assert other.name.value == "Bo Frame"
    assert evidence(other) == evidence(made())
    assert (other.years, len(other.work)) == (made().years, len(made().work))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(CATALOGUE.skills)), min_size=1, max_size=4))
def test_more_skills_in_the_list_lower_nothing(added: list[str]) -> None:
    labels = ", ".join(CATALOGUE.skills[a].label for a in added)
    before, after = evidence(made()), evidence(made(Skills=f"{SECTIONS['Skills']}\n{labels}"))
    for name, level in before.items():
        assert EVIDENCE_ORDER.index(after[name]) >= EVIDENCE_ORDER.index(level)


def test_an_empty_document_says_what_is_missing() -> None:
    found = build(document("hello there"), CATALOGUE, TODAY)
    assert (found.name, found.years, found.work, found.skills) == (None, None, (), ())
    assert any("name" in u for u in found.unread)
    assert any("work" in u for u in found.unread)
    assert found.unread[0].startswith("This doesn't look like a résumé")


def test_a_guide_to_a_program_does_not_look_like_a_resume() -> None:
    text = "**Quillkit**\nA tool that sorts leaves.\n**Install**\npip install quillkit"
    assert any("look like a résumé" in u for u in build(document(text), CATALOGUE, TODAY).unread)
    assert not any("look like a résumé" in u for u in made().unread)


def test_a_wish_claims_nothing_even_where_its_line_is_wrapped() -> None:
    wish = (
        "Backend engineer. Looking to move closer to the infrastructure side of\nmachine learning."
    )
    parts = {"Summary": wish, "Experience": SECTIONS["Experience"]}
    text = "\n".join([HEAD, *(f"**{name}**\n{body}" for name, body in parts.items())])
    found = evidence(build(document(text), CATALOGUE, TODAY))
    assert "python" in found
    assert "ml-algorithms" not in found


def test_the_names_of_organisations_show_nothing() -> None:
    text = (
        HEAD + "\n**Summary**\nCook at Alder Robotics since 2021"
        "\n**Experience**\nHead Cook\t2021 – Present\nAlder Robotics\tToronto, ON\n- Fed forty"
        "\n**Education**\nBA History, Institute of Machine Learning\t2015 – 2019"
        "\n**Volunteering**\nCook\t2019 – 2020\nToronto Chatbot Club\n- Fed 12 people"
        "\n**Publications**\n- A. Quill. On soup. Linguistics Frontier, in press."
    )
    found = evidence(build(document(text), CATALOGUE, TODAY))
    assert set(found) & {"robotics", "ml-algorithms", "conversational-ai", "linguistics"} == set()


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Deployed a weld inspection system on two lines", "model-deployment"),
        ("Built a gradient-boosted model served at 4 ms", "model-serving"),
        ("Wrote a drift monitor with alerts", "model-monitoring"),
        ("Defined evaluation metrics and set go/no-go thresholds", "metrics-definition"),
        ("Rewrote the nightly import of orders", "data-pipelines"),
        ("Cut the slowest report's runtime from 48 s to 3 s", "performance-optimisation"),
        ("Coached two newcomers", "mentoring"),
        ("Review code for three juniors", "mentoring"),
        ("Trained grasping policies with PPO", "reinforcement-learning"),
    ],
)
def test_what_people_tell_of_their_work_counts_in_a_resume_only(line: str, skill: str) -> None:
    work = f"Cook\tMar 2021 – Present\nMarlow Kitchens\tToronto, ON\n- {line}"
    assert evidence(made(Experience=work))[skill] == "evidenced"
    assert skill not in {m.id for m in find(line, lexicon(CATALOGUE))}


@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
def test_a_name_hyphenated_over_two_lines_is_read(hyphen: str) -> None:
    text = (
        "Ada Lovel\nada@example.com\nExperience\nEngineer — Blue Finch, Jun 2019 – Feb 2021\n"
        f"- Moved forty services and all nightly jobs of the company to Kuber{hyphen}\n"
        "netes and PyTorch\nSkills\nSQL, Excel"
    )
    found = {s.id: s for s in build(document(text), load(), date(2026, 11, 27)).skills}
    assert found["kubernetes"].evidence == "evidenced"
    assert found["kubernetes"].spans[0].text.endswith("netes and PyTorch")
