"""Bad input gets one message naming what, why and what next; nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import GOAL, RESUME, TODAY, rung
from tests.reading import made


def refused(*arguments: object) -> str:
    """The message of a refusal, checked for its form."""
    done = rung(*arguments)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.stderr


def document(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


BAD_DOCUMENTS = {
    "empty.pdf": b"",
    "binary.pdf": bytes(range(256)) * 40,
    "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "zip.docx": b"PK\x03\x04" + b"\x00" * 200,
    "list.json": b"[1, 2, 3]",
    "blank.txt": b"   \n\n ",
    "locked.pdf": made.locked_pdf(),
    "scan.pdf": made.picture_pdf(),
    "bomb.pdf": made.flate_bomb(),
    "bomb.docx": made.zip_of(word__document=bytes(300_000_000)),
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_an_unreadable_document(name: str, tmp_path: Path) -> None:
    path = document(tmp_path / name, BAD_DOCUMENTS[name])
    out = tmp_path / "out"
    message = refused("plan", path, *GOAL, *TODAY, "--out", out)
    assert name in message
    assert "→" in message
    assert not out.exists()


def test_a_wrong_path(tmp_path: Path) -> None:
    message = refused("plan", tmp_path / "nobody.pdf", *GOAL, *TODAY)
    assert "nobody.pdf" in message


def test_a_document_far_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200 * 1024 * 1024)
    assert "large.pdf" in refused("plan", path, *GOAL, *TODAY)


def test_an_unknown_role_lists_near_names() -> None:
    message = refused(
        "plan", RESUME, "--role", "mlop-enginer", "--hours", "8", "--by", "2027-08-31", *TODAY
    )
    assert "mlops-engineer" in message


def test_an_unknown_place_says_so() -> None:
    message = refused("plan", RESUME, *GOAL[:-1], "Torontto", *TODAY)
    assert "Toronto" in message


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--by", "2027-02-30", "2027-02-30"),
        ("--by", "next year", "next year"),
        ("--by", "2020-01-01", "not after today"),
        ("--hours", "0", "at least 0.5"),
        ("--hours", "-3", "at least 0.5"),
        ("--hours", "1e-5", "at least 0.5"),
        ("--hours", "nan", "at least 0.5"),
        ("--hours", "500", "at most"),
        ("--by", "9999-12-30", "too far ahead"),
        ("--level", "wizard", "junior, mid, senior"),
        ("--today", "yesterday", "yesterday"),
        ("--today", "9999-12-30", "too far ahead"),
    ],
)
def test_an_impossible_goal(option: str, value: str, said: str) -> None:
    goal = {**dict(zip(GOAL[::2], GOAL[1::2], strict=True)), "--today": "2026-11-22"}
    goal[option] = value
    arguments = [part for pair in goal.items() for part in pair]
    assert said in refused("plan", RESUME, *arguments)


def test_out_that_is_a_file_is_refused_and_kept(tmp_path: Path) -> None:
    taken = document(tmp_path / "out", b"mine")
    refused("plan", RESUME, *GOAL, *TODAY, "--out", taken)
    assert taken.read_bytes() == b"mine"


def test_out_that_holds_a_folder_named_like_a_file_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()
    assert "plan.json: is a folder" in refused("plan", RESUME, *GOAL, *TODAY, "--out", tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["plan.json"]


def test_a_snapshot_is_written_nowhere_without_being_told(tmp_path: Path) -> None:
    assert "--out" in refused("ads", "snapshot", tmp_path)


def test_an_unknown_skill_lists_near_names() -> None:
    assert "kubernetes" in refused("skill", "kubernets")


def test_json_resume_without_anything_to_quote_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "thin.json"
    path.write_text(json.dumps({"basics": {"name": "Robin Fictional"}}), "utf-8")
    done = rung("plan", path, *GOAL, *TODAY)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
