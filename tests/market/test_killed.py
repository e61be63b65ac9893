"""An import killed at any moment loses nothing stored and leaves no half file."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rung.market.store import Store
from tests.cli.run import environment

MOMENTS = 50 if os.environ.get("RUNG_FULL") else 3
ADS, PARTS = 600, 6

ADDING = """
import sys
from datetime import date
from pathlib import Path
from rung.app import ads
ads.ingest(Path(sys.argv[1]), date(2026, 11, 26), lambda *_: None, workers=1)
"""


def start(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(folder)], env=environment({"RUNG_HOME": str(home)})
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ads")
    for part in range(PARTS):
        rows = [
            {"id": f"{part}-{i}", "title": "Data Engineer", "company": f"Firm {part}-{i}",
             "description": f"Requirements\n- SQL and Python\n- Firm {part}-{i} is number {i}"}
            for i in range(ADS // PARTS)
        ]  # fmt: skip
        (made / f"{part}.jsonl").write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    return made


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[float, Path]:
    """How long an import takes when nobody disturbs it, and what it leaves."""
    home = tmp_path_factory.mktemp("whole")
    began = time.monotonic()
    assert start(folder, home).wait() == 0
    return time.monotonic() - began, home


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills as POSIX does")
@pytest.mark.parametrize("number", range(MOMENTS))
def test_killed_and_started_again(
    number: int, folder: Path, whole: tuple[float, Path], tmp_path: Path
) -> None:
    took, undisturbed = whole
    moment = random.Random(number).uniform(0.1, 1.0) * took  # noqa: S311 - no secret
    process = start(folder, tmp_path)
    time.sleep(moment)
    process.kill()
    process.wait()
    store = Store(tmp_path / "market")
    committed = {p.name for p in store.passes()}
    kept = dict(store.latest("files"))
    assert len(kept) % (ADS // PARTS) == 0
    assert start(folder, tmp_path).wait() == 0
    after = store.latest("files")
    assert {p.name for p in store.passes()} >= committed
    assert all(after[key] == digest for key, digest in kept.items())
    assert len(after) == ADS
    made, expected = (tree(h / "market") for h in (tmp_path, undisturbed))
    left = {name for name in made if name.endswith(".part")}
    assert {n: b for n, b in made.items() if n not in left} == expected
