"""Four files, whole or not at all, and the same bytes wherever they are made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rung.core.errors import UserError
from rung.report import files, write
from tests.report import answers

NAMES = ["plan.ics", "plan.json", "plan.md", "report.html"]


def test_writes_four_files_into_a_new_folder(tmp_path: Path) -> None:
    paths = write(answers.answer(), tmp_path / "new" / "plan")
    assert sorted(p.name for p in paths) == NAMES
    assert sorted(p.name for p in (tmp_path / "new" / "plan").iterdir()) == NAMES
    record = json.loads((tmp_path / "new" / "plan" / "plan.json").read_text("utf-8"))
    assert record["schema"] == "rung.plan/1"


def test_replaces_what_an_earlier_run_wrote(tmp_path: Path) -> None:
    write(answers.answer(), tmp_path)
    write(answers.infeasible(), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == NAMES
    assert "It can't be done" in (tmp_path / "plan.md").read_text("utf-8")


def test_a_file_in_the_folder_s_place_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    with pytest.raises(UserError, match="is a file") as caught:
        write(answers.answer(), taken)
    assert caught.value.subject == str(taken)
    assert caught.value.next_step
    assert taken.read_text() == "mine"


def test_a_file_on_the_way_to_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(UserError, match="can't be written"):
        write(answers.answer(), tmp_path / "taken" / "below")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_a_file_s_place_is_said_and_nothing_changes(tmp_path: Path, name: str) -> None:
    write(answers.answer(), tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    with pytest.raises(UserError, match="is a folder") as caught:
        write(answers.infeasible(), tmp_path)
    assert caught.value.subject == str(tmp_path / name)
    assert sorted(p.name for p in tmp_path.iterdir()) == NAMES
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before


def test_nothing_is_written_when_rendering_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(files, "ics", broken)
    with pytest.raises(ZeroDivisionError):
        write(answers.answer(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_nothing_half_is_left_when_a_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="No space left"):
        write(answers.answer(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_same_bytes_in_other_processes_and_locales(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom rung.report import write\n"
        "from tests.report import answers\n"
        "write(answers.hostile(), Path(sys.argv[1]))\n"
    )
    made = []
    for number, (seed, locale, zone) in enumerate(
        (("0", "C", "UTC"), ("1", "tr_TR.UTF-8", "Asia/Tokyo"))
    ):
        folder = tmp_path / str(number)
        environment = {
            **os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone,
            "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)]), "PYTHONUTF8": "1",
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "-c", script, str(folder)], check=True, env=environment, cwd=root
        )
        made.append({p.name: p.read_bytes() for p in folder.iterdir()})
    assert sorted(made[0]) == NAMES
    assert made[0] == made[1]
