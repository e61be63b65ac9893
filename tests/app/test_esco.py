"""ESCO from the Commission's download: read, linked to, and refused with the reason."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from rung.app import esco
from rung.core.errors import UserError

COLUMNS = ("conceptType", "conceptUri", "preferredLabel", "altLabels", "description")
SKILLS = (
    ("train neural networks", "fit neural networks", "Fit networks to data."),
    ("bake bread", "make loaves\nbread baking", "Bake."),
    ("Python (computer programming)", "Python", "A language."),
)
JOBS = (("data scientist", "research data scientist\nscientist of data", "Studies data."),
        ("baker", "bread baker", "Bakes."))  # fmt: skip


def download(folder: Path, columns: tuple[str, ...] = COLUMNS) -> Path:
    """A small table in the shape of the Commission's own, zipped."""
    with zipfile.ZipFile(folder / "esco.zip", "w") as archive:
        for name, rows in (("skills_en.csv", SKILLS), ("occupations_en.csv", JOBS)):
            file = folder / name
            with file.open("w", newline="", encoding="utf-8") as out:
                table = csv.writer(out)
                table.writerow(columns)
                for i, (label, names, about) in enumerate(rows):
                    table.writerow(("x", f"http://esco/{name[:3]}/{i}", label, names, about))
            archive.write(file, f"ESCO dataset/{name}")
    return folder / "esco.zip"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    esco._index.cache_clear()
    return tmp_path


def quiet(done: int, total: int, what: str) -> None:
    """No progress bar."""


def test_phrases_and_titles_are_linked(home: Path) -> None:
    done = esco.import_esco(download(home), quiet)
    assert (done.skills, done.occupations) == (3, 2)
    linked = esco.link("You will train deep neural networks in our lab")
    assert linked.links[0].label == "train neural networks"
    assert linked.links[0].score > linked.links[1].score
    assert esco.link("Scientist of data", "occupation").links[0].label == "data scientist"


def test_the_folder_of_the_download_does_too(home: Path) -> None:
    download(home)
    assert esco.import_esco(home, quiet).skills == 3


def test_an_import_cut_short_leaves_the_one_before(home: Path) -> None:
    esco.import_esco(download(home), quiet)

    def stop(done: int, total: int, what: str) -> None:
        if "occupation" in what:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        esco.import_esco(home / "esco.zip", stop)
    assert esco.link("bake bread").links[0].label == "bake bread"
    assert esco.import_esco(home / "esco.zip", quiet).skills == 3


def test_without_it_the_next_step_is_named(home: Path) -> None:
    with pytest.raises(UserError, match="rung data import esco"):
        esco.link("Python")


def test_other_files_are_refused_and_leave_what_was_there(home: Path) -> None:
    esco.import_esco(download(home), quiet)
    other = home / "other.zip"
    other.write_bytes(b"PK no zip at all")
    with pytest.raises(UserError, match="no ESCO download"):
        esco.import_esco(other, quiet)
    with zipfile.ZipFile(home / "empty.zip", "w") as archive:
        archive.writestr("readme.txt", "")
    with pytest.raises(UserError, match=r"skills_en\.csv is not in it"):
        esco.import_esco(home / "empty.zip", quiet)
    wrong = ("conceptType", "conceptUri", "label", "altLabels", "description")
    with pytest.raises(UserError, match="no column preferredLabel"):
        esco.import_esco(download(home, wrong), quiet)
    assert esco.link("bake bread").links[0].label == "bake bread"
