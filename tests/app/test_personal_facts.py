"""Age, gender, nationality, marital status and photos change nothing that is ranked or planned."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rung.app.goal import Request
from rung.app.my_profile import the_profile
from rung.app.person import fit_answer, gap_answer
from rung.app.plan import make_plan

TODAY = date(2026, 11, 27)
RESUME = """# {name}

ada@example.com | (415) 555-0100 | Toronto, Canada
{personal}
## Experience

**Machine Learning Engineer** — Northwind Labs, Toronto, Mar 2021 – Present
- Served PyTorch models on Kubernetes at 20 ms p95

**Data Analyst** — Blue Finch, Toronto, Jun 2019 – Feb 2021
- Wrote SQL reports for six teams

## Education

BSc Mathematics, University of Northfield, 2015 – 2019

## Skills

Python, PyTorch, SQL
"""
FACTS = (
    "Date of birth: 12 March 1961",
    "Age: 24",
    "Gender: female",
    "Nationality: Ghanaian",
    "Marital status: married, two children",
    "Born 1961 in Accra, Ghanaian, married",
    "Pronouns: they/them",
    "Religion: none",
)


def write(folder: Path, name: str, personal: str) -> Path:
    path = folder / "cv.md"
    path.write_text(RESUME.format(name=name, personal=personal), "utf-8")
    return path


def ranked(path: Path) -> tuple[object, ...]:
    """Everything that ranks or plans, without the quotes' places."""
    roles = [(f.role, f.tier, f.score) for f in fit_answer(path, TODAY).fit]
    lacks = [(r.skill, r.evidence) for r in gap_answer(path, "ml-engineer", "Toronto", TODAY).gap]
    goal = Request("ml-engineer", 8, "2027-08-31", "Toronto", None, TODAY)
    answer = make_plan(path, goal)
    steps = [s.id for s in answer.plan.steps]
    return roles, lacks, steps, answer.level.id


@pytest.mark.parametrize("personal", FACTS)
def test_a_personal_fact_changes_nothing(personal: str, tmp_path: Path) -> None:
    plain = ranked(write(tmp_path, "Ada Lovel", ""))
    assert ranked(write(tmp_path, "Ada Lovel", personal)) == plain


@pytest.mark.parametrize("name", ["Mohammed al-Rashid", "Nguyễn Thị Linh", "John Smith", "Aaliyah"])
def test_a_name_changes_nothing(name: str, tmp_path: Path) -> None:
    assert ranked(write(tmp_path, name, "")) == ranked(write(tmp_path, "Ada Lovel", ""))


def test_json_fields_of_a_persons_life_are_not_read(tmp_path: Path) -> None:
    basics = {"name": "Ada Lovel", "email": "ada@example.com"}
    work = [{"name": "Northwind", "position": "ML Engineer", "startDate": "2021-03",
             "highlights": ["Served PyTorch models"]}]  # fmt: skip
    plain = tmp_path / "plain.json"
    plain.write_text(json.dumps({"basics": basics, "work": work}))
    told = tmp_path / "told.json"
    personal = {"image": "me.png", "birthDate": "1961-03-12", "gender": "f", "nationality": "GH",
                "maritalStatus": "married"}  # fmt: skip
    told.write_text(json.dumps({"basics": {**basics, **personal}, "work": work}))
    first, second = (the_profile(p, TODAY) for p in (plain, told))
    assert [s.id for s in first.skills] == [s.id for s in second.skills]
    assert ranked(plain) == ranked(told)
