"""Fixtures every suite shares."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

if "RUNG_TESTS_HOME" not in os.environ:
    # One home for this run and its workers: no file of the person running the tests counts.
    os.environ["RUNG_TESTS_HOME"] = tempfile.mkdtemp(prefix="rung-tests-")
    atexit.register(shutil.rmtree, os.environ["RUNG_TESTS_HOME"], ignore_errors=True)
os.environ["RUNG_HOME"] = os.environ["RUNG_TESTS_HOME"]

settings.register_profile(
    "quick",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("full", settings.get_profile("quick"), max_examples=1000)
settings.load_profile("full" if os.environ.get("RUNG_FULL") else "quick")

pytest_plugins = ["tests.answers"]

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and ads that stands beside the project in CI."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("needs the shared data folder beside the project, which is absent here")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """One switch writes every golden file anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")
