"""The reports of the three journeys as people read them, kept beside the tests.

After a change: python3 bootstrap.py test --update-golden tests/journeys, then read the diff.
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from rung.app.answer import Answer
from rung.cli.show.base import plain
from rung.cli.show.plan import summary
from rung.report import html, markdown

GOLDEN = Path(__file__).parent / "golden"
PEOPLE = ("backend_engineer", "statistics_phd", "statistics_phd_research", "product_manager")


def screen(answer: Answer) -> str:
    """What the terminal shows, at a fixed width."""
    made = StringIO()
    summary(answer, plain(made))
    return made.getvalue()


def held(path: Path, made: str, request: pytest.FixtureRequest) -> None:
    """Compare with the golden file, or write it anew when asked to."""
    if request.config.getoption("--update-golden"):
        path.write_text(made, "utf-8")
    assert made.strip()
    assert path.is_file(), f"{path.name} is missing; run the tests with --update-golden"
    assert path.read_text("utf-8") == made, (
        f"{path.name} differs; if the change is meant, run the tests with --update-golden"
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_the_screen(name: str, request: pytest.FixtureRequest) -> None:
    held(GOLDEN / f"{name}.txt", screen(request.getfixturevalue(name)), request)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_markdown_report(name: str, request: pytest.FixtureRequest) -> None:
    held(GOLDEN / f"{name}.md", markdown(request.getfixturevalue(name)), request)


def test_the_html_report(backend_engineer: Answer, request: pytest.FixtureRequest) -> None:
    held(GOLDEN / "backend_engineer.html", html(backend_engineer), request)
