"""The shape of the code: small modules, and nothing of one machine in it."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_modules_stay_small() -> None:
    lines = {p: len(p.read_text("utf-8").splitlines()) for p in SOURCES}
    assert median(lines.values()) <= 150
    assert max(lines.values()) <= 500, max(lines, key=lambda p: lines[p])


def test_no_path_of_a_machine_is_written_down() -> None:
    own = re.compile(r"/(?:home|Users|root|work)/\w")
    for folder in ("src", "bench", "docs", "examples"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".md", ".yaml", ".json", ".j2", ".css"):
                assert not own.search(path.read_text("utf-8")), path


def test_the_lock_files_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text("utf-8")
