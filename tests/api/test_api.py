"""Rung from Python: cheap to import, the same answers, tables that hold them all."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import rung
from rung.app import person
from rung.core.errors import UserError

TODAY = date(2026, 11, 27)


def test_every_name_is_there_and_sorted() -> None:
    from rung import api

    assert sorted(rung.__all__) == rung.__all__
    assert rung.__all__ == ["__version__", *api.__all__]
    assert all(hasattr(rung, name) for name in rung.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rung.nothing


def test_importing_it_loads_nothing_of_it() -> None:
    code = "import rung, sys; print(sorted(m for m in sys.modules if m.startswith('rung.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_answers_are_those_of_app(root: Path) -> None:
    resume = root / "examples" / "backend_engineer.pdf"
    assert rung.nearest_roles(resume, today=TODAY) == person.fit_answer(resume, TODAY)
    asked = rung.gap(resume, role="mlops-engineer", place="Toronto", today=TODAY)
    assert asked == person.gap_answer(resume, "mlops-engineer", "Toronto", TODAY)


def test_tables_hold_every_record_and_its_numbers(root: Path) -> None:
    found = rung.demand("ml-engineer")
    table, frame = rung.table(found.skills), rung.frame(found.skills)
    assert table.num_rows == len(frame) == len(found.skills)
    assert table.column("k").to_pylist() == [s.k for s in found.skills] == list(frame["k"])
    with pytest.raises(UserError, match="no records of one kind"):
        rung.frame([1, 2])


def test_a_chart_is_the_report_s_own_drawing(root: Path) -> None:
    resume = root / "examples" / "backend_engineer.pdf"
    found = rung.gap(resume, role="mlops-engineer", today=TODAY)
    spec = rung.chart(found.gap).to_dict()
    assert "var(--" not in str(spec)
    assert found.gap[0].label in str(spec)


def test_the_page_s_examples_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    text = (root / "docs" / "python.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 4
    shared: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), shared)  # noqa: S102 - our own page
    assert "Kubernetes" in str(shared["page"])
