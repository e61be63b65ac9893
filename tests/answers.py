"""The answers to three people's questions, made once a session."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rung.app.answer import Answer
from rung.app.goal import Request
from rung.app.plan import make_plan

TODAY = date(2026, 11, 22)


def ask(root: Path, document: str, role: str, hours: float, by: str, place: str) -> Answer:
    request = Request(role, hours, by, place, None, TODAY)
    return make_plan(root / "examples" / document, request)


@pytest.fixture(scope="session")
def backend_engineer(root: Path) -> Answer:
    """J1: five years of Python, MLOps in nine months, eight hours a week, Toronto."""
    return ask(root, "backend_engineer.pdf", "mlops-engineer", 8, "2027-08-31", "Toronto")


@pytest.fixture(scope="session")
def statistics_phd(root: Path) -> Answer:
    """J2, the applied side: a statistics PhD towards data science in London."""
    return ask(root, "statistics_phd.docx", "data-scientist", 10, "2027-08-31", "London")


@pytest.fixture(scope="session")
def statistics_phd_research(root: Path) -> Answer:
    """J2, the research side."""
    return ask(root, "statistics_phd.docx", "research-scientist", 10, "2027-08-31", "London")


@pytest.fixture(scope="session")
def product_manager(root: Path) -> Answer:
    """J7: a product manager towards AI products."""
    return ask(root, "product_manager.pdf", "ai-product-manager", 5, "2027-06-30", "New York")
