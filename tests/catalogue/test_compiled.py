"""The compiled copy answers for exactly the content it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rung.catalogue import compiled
from rung.core.errors import DataError


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"id: {name}\nnumbers: [1, 2]\n", "utf-8")
        made.append(path)
    return made


def names(files: list[Path]) -> list[str]:
    return [str(f) for f in files]


def test_what_is_kept_equals_what_was_parsed(files: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = compiled.contents("things", names(files), store)
    assert json.loads(first) == [
        {"id": "one", "numbers": [1, 2]},
        {"id": "two", "numbers": [1, 2]},
    ]
    (kept,) = store.glob("things-*.json")
    assert kept.read_bytes() == first
    assert compiled.contents("things", names(files), store) == first


def test_the_kept_copy_is_what_answers(files: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    compiled.contents("things", names(files), store)
    (kept,) = store.glob("things-*.json")
    kept.write_text('["kept"]', "utf-8")
    assert compiled.contents("things", names(files), store) == b'["kept"]'


def test_an_edited_file_is_read_anew(files: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    compiled.contents("things", names(files), store)
    files[0].write_text("id: other\n", "utf-8")
    assert json.loads(compiled.contents("things", names(files), store))[0] == {"id": "other"}


def test_a_copy_cut_short_is_made_again(files: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = compiled.contents("things", names(files), store)
    (kept,) = store.glob("things-*.json")
    kept.write_bytes(first[:-3])
    assert compiled.contents("things", names(files), store) == first
    assert kept.read_bytes() == first


def test_a_folder_that_cannot_be_written_is_no_error(files: list[Path], tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder would stand", "utf-8")
    assert json.loads(compiled.contents("things", names(files), blocked))[1]["id"] == "two"


def test_old_copies_are_cleared(files: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    for number in range(compiled.KEPT + 3):
        files[0].write_text(f"id: version {number}\n", "utf-8")
        compiled.contents("things", names(files), store)
    assert len(list(store.iterdir())) == compiled.KEPT


def test_bytes_that_are_no_text_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match=r"bad\.yaml"):
        compiled.contents("things", [str(path)], tmp_path / "store")
