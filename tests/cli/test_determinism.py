"""The same input, figures and day give the same bytes, whatever the process or locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.run import GOAL, RESUME, TODAY, rung

FILES = ("report.html", "plan.md", "plan.json", "plan.ics")


def made(folder: Path, env: dict[str, str]) -> dict[str, bytes]:
    done = rung("plan", RESUME, *GOAL, *TODAY, "--out", folder, "--json", env=env)
    assert done.returncode == 0, done.stderr
    files = {name: (folder / name).read_bytes() for name in FILES}
    return {**files, "stdout": done.stdout.encode()}


def test_two_processes_and_two_locales_agree(tmp_path: Path) -> None:
    one = made(tmp_path / "one", {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "UTC"})
    two = made(
        tmp_path / "two",
        {"LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "COLUMNS": "60"},
    )
    assert one == two


def test_the_json_on_screen_is_the_file(tmp_path: Path) -> None:
    found = made(tmp_path, {})
    assert found["stdout"] == found["plan.json"]


def test_piped_output_is_plain() -> None:
    done = rung("plan", RESUME, *GOAL, *TODAY, env={"FORCE_COLOR": "1"})
    assert done.returncode == 0, done.stderr
    assert "\x1b[" not in done.stdout


def test_demand_gives_the_same_bytes_whatever_the_hashes() -> None:
    command = [sys.executable, "-m", "rung", "demand", "mlops-engineer", "--json"]
    said = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
