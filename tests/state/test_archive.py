"""Exports: complete, the same again after an import, and refused whole where anything is wrong."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.core.errors import UserError
from rung.core.state import Saved, State, archive, backups
from rung.core.state.records import dumps

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
Names = st.text(min_size=1, max_size=12).filter(lambda t: "\x00" not in t and _storable(t))
Json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False,
    allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@given(
    st.lists(st.tuples(st.sampled_from(["document", "offer", "note"]), Names, Json), max_size=6),
    st.lists(st.binary(max_size=40), max_size=3),
    st.booleans(),
)
def test_an_export_reads_back_to_the_same_state(
    tmp_path_factory: pytest.TempPathFactory,
    records: list[tuple[str, str, object]],
    originals: list[bytes],
    undone: bool,
) -> None:
    folder = tmp_path_factory.mktemp("export")
    mine = State(folder / "a", lambda: NOON)
    for kind, name, value in records:
        with mine.change("put") as change:
            change.put(kind, name, value)
    with mine.change("keep") as change:
        for content in originals:
            change.keep(content)
    if undone and mine.history():
        mine.undo()
    files = {"catalogue/skills/a.yaml": b"id: a\n"}
    first = archive.pack(mine.saved(), files, "now")
    (folder / "a.zip").write_bytes(first)
    saved, found = archive.read(folder / "a.zip")
    other = State(folder / "b", lambda: NOON)
    other.replace(saved)
    assert archive.pack(other.saved(), found, "now") == first


def made(path: Path) -> Path:
    mine = State(path.parent / "home", lambda: NOON)
    with mine.change("x") as change:
        sha = change.keep(b"a document")
        change.put("document", "cv.txt", {"sha256": sha})
    archive.write(path, mine.saved(), {}, "now")
    return path


BAD_DATA = {
    "no records": b"{}",
    "a list": b"[]",
    "cut off": b'{"records": {"a"',
    "not UTF-8": b'{"records": "\xff"}',
    "UTF-16": '{"records": {}, "changes": []}'.encode("utf-16"),
    "a BOM": b'\xef\xbb\xbf{"records": {}, "changes": []}',
    "records a list": b'{"records": [], "changes": []}',
    "NaN": b'{"records": {"a": {"b": NaN}}, "changes": []}',
    "infinity": b'{"records": {"a": {"b": 1e999}}, "changes": []}',
    "deep": b'{"records": {"a": {"b": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}}",
    "a change without number": b'{"records": {}, "changes": [{}]}',
    "a change of text": b'{"records": {}, "changes": ["x"]}',
    "a number that is none": b'{"records": {}, "changes": [{"number": "x", "at": "", "what": "",'
    b' "undoes": null, "parts": []}]}',
}


@pytest.mark.parametrize("name", BAD_DATA)
def test_bad_data_is_refused_by_name_and_place(name: str, tmp_path: Path) -> None:
    import hashlib

    path = tmp_path / "bad.zip"
    content = BAD_DATA[name]
    head = {
        "format": archive.FORMAT,
        "version": 1,
        "made": "",
        "sha256": {"data.json": hashlib.sha256(content).hexdigest()},
    }
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("rung.json", json.dumps(head))
        file.writestr("data.json", content)
    with pytest.raises(UserError) as refusal:
        archive.read(path)
    assert str(path) in str(refusal.value)
    assert "data.json" in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no whole zip"),
        (b"PK\x03\x04 cut", "no whole zip"),
        (b"{}", "no whole zip"),
    ],
)
def test_what_is_no_zip_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(UserError, match=said):
        archive.read(path)


def test_other_zips_newer_formats_and_paths_that_lead_out_are_refused(tmp_path: Path) -> None:
    good = made(tmp_path / "good.zip")
    for name, change, said in (
        ("other", {"format": "other"}, "format is 'other'"),
        ("newer", {"version": 2}, "format version 2"),
        ("list", {"sha256": {}}, "list of files"),
    ):
        path = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
            head = {**json.loads(old.read("rung.json")), **change}
            for item in old.namelist():
                text = dumps(head).encode() if item == "rung.json" else old.read(item)
                new.writestr(item, text)
        with pytest.raises(UserError, match=said):
            archive.read(path)
    out = tmp_path / "out.zip"
    out.write_bytes(archive.pack(Saved(), {"../../evil": b"x"}, ""))
    with pytest.raises(UserError, match="leads out"):
        archive.read(out)


def test_every_flipped_byte_and_cut_of_an_export_is_noticed(tmp_path: Path) -> None:
    good = made(tmp_path / "good.zip").read_bytes()
    whole = archive.read(tmp_path / "good.zip")
    path = tmp_path / "bad.zip"
    for at in range(0, len(good), max(1, len(good) // 150)):
        for content in (
            good[:at] + bytes([good[at] ^ 0x10]) + good[at + 1 :],
            good[:at],
        ):
            path.write_bytes(content)
            try:
                read = archive.read(path)
            except UserError:
                continue
            assert read == whole  # a byte of the zip that says nothing, such as a date


def test_backups_are_thinned_to_ten_days_and_eight_weeks(tmp_path: Path) -> None:
    saved = Saved({("a", "b"): "1"})
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    for day in range(120):
        for hour in (0, 3):
            backups.make(tmp_path, saved, {}, "by-hand", start + timedelta(days=day, hours=hour))
    kept = backups.listed(tmp_path)
    days = [b.day for b in kept]
    assert len([d for d in days if d == days[-1]]) == 2  # all of the newest day
    assert len(kept) == 1 + 10 + 5  # the ten days hold three of the eight weeks
    path, again, _ = backups.newest_good(tmp_path)
    assert again == saved
    path.write_bytes(b"broken")
    assert backups.newest_good(tmp_path)[0] != path
