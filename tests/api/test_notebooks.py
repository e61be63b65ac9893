"""The example notebooks run from top to bottom, and hold no outputs of anybody's machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

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
    said = str([c.outputs for c in run.cells if c.cell_type == "code"])
    assert {"first_plan": "It can be done", "market": "of 76"}[path.stem] in said
