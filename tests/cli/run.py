"""Running the command line as a person does: a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL = ("--role", "mlops-engineer", "--hours", "8", "--by", "2027-08-31", "--place", "Toronto")
TODAY = ("--today", "2026-11-22")
RESUME = ROOT / "examples" / "backend_engineer.pdf"


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """This process's environment with the source importable."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, **(extra or {})}


def rung(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The finished process of ``rung`` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "rung", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment(env),
    )
