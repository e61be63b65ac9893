"""The example notebooks run from top to bottom, and hold no outputs of anybody's machine."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest

import rung
from rung.app.answer import Answer
from rung.market.records import PayBand

TODAY = date(2026, 11, 27)
ROLES = ("ml-engineer", "mlops-engineer", "data-scientist", "ai-engineer", "data-engineer")
NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples" / "notebooks").glob("*.ipynb"))
RUN = """
import sys, nbformat
from nbclient import NotebookClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

class Here(AsyncKernelManager):
    @property
    def kernel_spec(self):
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="here", language="python")

book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, timeout=300, kernel_manager_class=Here, resources={
    "metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(book, sys.argv[3])
"""


def test_there_are_two() -> None:
    assert [p.stem for p in NOTEBOOKS] == ["first_plan", "market"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_runs_and_says_what_it_should(path: Path, root: Path, tmp_path: Path) -> None:
    book: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    assert all(not c.outputs for c in book.cells if c.cell_type == "code")
    out = tmp_path / "run.ipynb"
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path), str(root), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    run: Any = nbformat.read(out, as_version=4)  # type: ignore[no-untyped-call]
    told = [o for c in run.cells if c.cell_type == "code" for o in c.outputs]
    said = " ".join((o.get("text") or o.data["text/plain"]) for o in told)
    for words in EXPECTED[path.stem](root):
        assert words in " ".join(said.split())
    shown = [(mime, str(data)) for o in told for mime, data in o.get("data", {}).items()]
    assert not [data for _, data in shown if "<script" in data]
    assert sum(mime == "image/svg+xml" for mime, _ in shown) == (path.stem == "first_plan")


def _first_plan(root: Path) -> list[str]:
    resume = root / "examples" / "backend_engineer.pdf"

    def plan(hours: float) -> Answer:
        return rung.make_plan(
            resume,
            role="mlops-engineer",
            hours=hours,
            by="2027-08-31",
            place="Toronto",
            today=TODAY,
        )

    answer, more = plan(8), plan(12)
    odds, better = answer.plan.odds, more.plan.odds
    assert odds
    assert better
    assert better.core > odds.core
    first = answer.gap[0]
    steps = sum(s.kind != "checkpoint" for s in more.plan.steps)
    return [
        answer.plan.reason,
        answer.demand.why,
        f"{answer.demand.n} ads, {answer.demand.first} to {answer.demand.last}",
        f"{first.label} {first.k} {first.n} {first.evidence}",
        f"{answer.fit[0].label} {answer.fit[0].tier}",
        f"hours=12 {steps} {more.plan.total_hours}",
        *(step.label for step in answer.plan.steps[:5]),
    ]


def _market(root: Path) -> list[str]:
    docker = [s for r in ROLES for s in rung.demand(r).skills if s.id == "docker"]
    python = next(s for s in rung.demand("ml-engineer").skills if s.id == "python")
    paid = rung.pay("ml-engineer", place="United States", today=TODAY).pay
    assert isinstance(paid, PayBand)
    assert len(docker) == len(ROLES)
    here = rung.market_map("country", "ml-engineer").rows[0].cells[0]
    return [
        f"{python.share:.0%} ({python.low:.0%}–{python.high:.0%})",
        *(f"{s.k} of {s.n}" for s in docker),
        f"{paid.p25} {paid.p50} {paid.p75} {paid.currency} {paid.n} {paid.first}",
        f"{here.label} {here.k} {here.n}",
        "Kubernetes",
    ]


EXPECTED = {"first_plan": _first_plan, "market": _market}
