"""Laws of the whole answer: order of sections and the person's name change nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rung import market
from rung.app.wire import plain
from rung.catalogue import load
from rung.fit import fit_roles, gap, held, read_level
from rung.plan import Goal, build_plan
from rung.profile import build
from rung.reading.documents import read
from rung.reading.documents.records import Document

TODAY = date(2026, 11, 22)
NAMES = ("Robin Fictional", "Oluwaseun Placeholder", "Mary-Jane O'Invented", "Đặng Văn Mẫu")
TOOLS = ("Python", "SQL", "Docker", "PyTorch", "Kubernetes", "Tableau", "spaCy", "AWS", "R")
SECTIONS = {
    "Experience": (
        "Data Engineer, Example Freight\t2021-03 – 2024-09\n"
        "- Built nightly pipelines in Python and Airflow for 40 warehouses\n"
        "- Owned the PostgreSQL schema and cut report time from 40 s to 3 s\n"
    ),
    "Education": "BSc Computer Science, University of Nowhere, 2016 – 2020\n",
    "Projects": "Bird sounds: trained a small CNN in PyTorch and served it with FastAPI, 2024\n",
    "Certificates": "Certified Kubernetes Administrator, 2023\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


def document(folder: Path, name: str, order: list[str], tools: set[str]) -> Document:
    parts = {**SECTIONS, "Skills": ", ".join(sorted(tools)) + "\n"}
    body = "\n".join(f"{heading}\n{parts[heading]}" for heading in order)
    path = folder / "person.txt"
    path.write_text(f"{name}\nperson@example.com\n\n{body}", "utf-8")
    return read(path)


def said(found: Document, role_id: str) -> object:
    """What Rung says of a document, without the quoted places."""
    catalogue, snapshot = load(), market.load()
    profile, role = build(found, catalogue, TODAY), load().roles[role_id]
    demand = market.demand(snapshot, role_id, None, catalogue)
    goal = Goal(role_id, None, None, 8, date(2027, 8, 31), TODAY)
    fits = fit_roles(catalogue, profile, market.demands(snapshot, catalogue), TODAY)
    return (
        sorted((s.id, s.evidence) for s in profile.skills),
        profile.years,
        read_level(catalogue, profile, TODAY).id,
        [(f.role, f.score, f.tier) for f in fits],
        [(r.skill, r.evidence, r.k, r.n) for r in gap(catalogue, profile, demand)],
        plain(build_plan(catalogue, role, goal, held(profile), demand)),
    )


headings = st.permutations([*SECTIONS, "Skills"])
tools = st.sets(st.sampled_from(TOOLS), min_size=1)
roles = st.sampled_from(["mlops-engineer", "data-scientist", "ai-product-manager"])
SLOW = settings(
    max_examples=1000 if settings().max_examples == 1000 else 6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SLOW
@given(st.sampled_from(NAMES), headings, tools, roles)
def test_neither_the_name_nor_the_order_of_sections_matters(
    folder: Path, name: str, order: list[str], tools: set[str], role: str
) -> None:
    plainly = document(folder, NAMES[0], [*SECTIONS, "Skills"], tools)
    other = document(folder, name, order, tools)
    assert said(plainly, role) == said(other, role)


def scores(found: Document) -> dict[str, int]:
    profile = build(found, load(), TODAY)
    demands = market.demands(market.load(), load())
    return {f.role: f.score for f in fit_roles(load(), profile, demands, TODAY)}


@SLOW
@given(tools, st.sampled_from(TOOLS))
def test_a_skill_more_in_the_résumé_never_lowers_a_fit(
    folder: Path, tools: set[str], more: str
) -> None:
    order = [*SECTIONS, "Skills"]
    before = scores(document(folder, NAMES[0], order, tools))
    after = scores(document(folder, NAMES[0], order, {*tools, more}))
    assert all(after[role] >= before[role] for role in before)
