"""One Chromium a session, servers over their own homes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def made_browser() -> Iterator[Browser]:
    """Chromium, for all of this worker's tests."""
    if chromium.PROGRAM is None:
        pytest.skip("needs Chromium, which is absent here")
    with chromium.browser() as made:
        yield made


@pytest.fixture
def fresh_site(tmp_path: Path) -> Iterator[chromium.Served]:
    """A server nobody has used yet."""
    with chromium.served(tmp_path / "home") as site:
        yield site


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[chromium.Served]:
    """A server of someone with a résumé, a kept plan, a log, answers and an offer."""
    home = tmp_path_factory.mktemp("lived-in") / "home"
    chromium.rung(home, "profile", "import", str(root / "examples" / "backend_engineer.pdf"))
    goal = ["--role", "mlops-engineer", "--hours", "8", "--by", "2027-08-31"]
    day = ["--today", chromium.TODAY]
    chromium.rung(home, "plan", *goal, "--place", "Toronto", "--keep", *day)
    chromium.rung(home, "log", "hours", "2", "--step", "1", *day)
    chromium.rung(home, "log", "note", "Rolling updates are clearer now", *day)
    with chromium.served(home) as site:
        yield site


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Served]:
    """A server of someone who gave nothing yet."""
    with chromium.served(tmp_path_factory.mktemp("empty") / "home") as site:
        yield site
