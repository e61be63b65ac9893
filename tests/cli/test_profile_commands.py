"""The profile and data commands as a person types them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import RESUME, TODAY, rung


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"RUNG_HOME": str(tmp_path / "home")}


def test_a_first_hour_with_a_profile(home: dict[str, str], tmp_path: Path) -> None:
    empty = rung("fit", *TODAY, env=home)
    assert empty.returncode == 2
    assert "rung profile import" in empty.stderr

    done = rung("profile", "import", RESUME, *TODAY, env=home)
    assert done.returncode == 0, done.stderr
    assert "Added: backend_engineer.pdf" in done.stdout
    shown = rung("profile", "show", *TODAY, env=home)
    assert "work/1  Backend Engineer II" in shown.stdout

    own = json.loads(rung("fit", "--json", *TODAY, env=home).stdout)
    named = json.loads(rung("fit", RESUME, "--json", *TODAY, env=home).stdout)
    assert own["fit"] == named["fit"]

    rung("profile", "edit", "work/1/title", "Platform Engineer", *TODAY, env=home)
    assert "work/1  Platform Engineer" in rung("profile", "show", *TODAY, env=home).stdout
    undone = rung("data", "undo", env=home)
    assert "Undone: correct work/1/title" in undone.stdout
    assert "work/1  Backend Engineer II" in rung("profile", "show", *TODAY, env=home).stdout

    resume = json.loads(rung("profile", "export", *TODAY, env=home).stdout)
    assert resume["work"][0]["position"] == "Backend Engineer II"

    zipped = tmp_path / "all.zip"
    assert rung("data", "export", zipped, env=home).returncode == 0
    with zipfile.ZipFile(zipped) as archive:
        kept = [n for n in archive.namelist() if n.startswith("originals/")]
        assert archive.read(kept[0]) == RESUME.read_bytes()
    assert rung("data", "doctor", env=home).stdout.endswith("All is sound.\n")
    assert "original files" in rung("data", "show", env=home).stdout

    gone = rung("data", "delete", "all", "--yes", env=home)
    assert gone.returncode == 0, gone.stderr
    assert not Path(home["RUNG_HOME"]).exists()
    back = rung("data", "import", zipped, env=home)
    assert "added" in back.stdout
    assert "Nadia Samplewood" in rung("profile", "show", *TODAY, env=home).stdout


def test_deleting_for_good_asks_first(home: dict[str, str]) -> None:
    rung("profile", "import", RESUME, *TODAY, env=home)
    asked = rung("data", "delete", "all", env=home)
    assert asked.returncode != 0
    assert Path(home["RUNG_HOME"]).exists()


def test_a_damaged_state_is_told_and_restored(home: dict[str, str]) -> None:
    rung("profile", "import", RESUME, *TODAY, env=home)
    rung("data", "backup", env=home)
    state = Path(home["RUNG_HOME"]) / "state.db"
    state.write_bytes(b"ruined" * 4000)
    told = rung("profile", "show", *TODAY, env=home)
    assert told.returncode == 3
    assert "rung data restore" in told.stderr
    sick = rung("data", "doctor", env=home)
    assert sick.returncode == 1
    assert "!!  state" in sick.stdout
    assert rung("data", "restore", env=home).returncode == 0
    assert rung("data", "doctor", env=home).returncode == 0
    assert "Nadia Samplewood" in rung("profile", "show", *TODAY, env=home).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("data", "import", "nowhere.zip"), "nowhere.zip: is not there"),
        (("data", "import", "esco"), "no file was given"),
        (("data", "import", "wikipedia", "x"), "is no table Rung can bring in"),
        (("data", "restore"), "there is none yet"),
        (("data", "undo"), "nothing: was changed yet"),
        (("data", "delete", "hobbies"), "There are: profile, offers"),
        (("profile", "edit", "phone", "1"), "no résumé was imported"),
        (("profile", "import", "nowhere.pdf"), "there is no file"),
    ],
)
def test_what_cannot_be_done_says_why(
    home: dict[str, str], arguments: tuple[str, ...], said: str
) -> None:
    done = rung(*arguments, env=home)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_source_html_and_check(home: dict[str, str], tmp_path: Path) -> None:
    source = rung("profile", "show", RESUME, "--source", *TODAY, env=home)
    assert "↑ name" in source.stdout
    page = tmp_path / "review.html"
    assert rung("profile", "show", RESUME, "--html", page, *TODAY, env=home).returncode == 0
    assert 'href="#at-work-1-title"' in page.read_text("utf-8")
    facts = rung("profile", "check", RESUME, "--no-text", *TODAY, env=home)
    assert "ok  text:" in facts.stdout
    assert "score" not in facts.stdout.lower()
