"""Files that are not what they say: each named with its cause, and nothing kept is touched."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rung.app import my_profile
from rung.core.errors import UserError
from rung.core.state import State

TODAY = date(2026, 11, 27)
WHOLE = {
    "basics": {"name": "Ada Lovel", "email": "ada@example.com"},
    "work": [{"name": "Blue Finch", "position": "Analyst", "startDate": "2019-06"}],
}
TEXT = json.dumps(WHOLE)


def with_work(value: object) -> bytes:
    return json.dumps({**WHOLE, "work": value}).encode()


REFUSED: dict[str, bytes] = {
    "empty": b"",
    "blanks": b"  \n\t ",
    "a NUL": TEXT.replace("Ada", "A\x00da").encode(),
    "half a file": TEXT[: len(TEXT) // 2].encode(),
    "no colon": TEXT.replace('"basics":', '"basics"').encode(),
    "single quotes": TEXT.replace('"', "'").encode(),
    "a comma too many": TEXT.replace("}]", "},]").encode(),
    "NaN": TEXT.replace('"2019-06"', "NaN").encode(),
    "Infinity": TEXT.replace('"2019-06"', "-Infinity").encode(),
    "two values": (TEXT + TEXT).encode(),
    "nested deep": b"[" * 100_000 + b"]" * 100_000,
    "an object nested deep": b'{"basics":' * 50_000 + b"1" + b"}" * 50_000,
    "a list": b"[]",
    "a number": b"{}",
    "another format": b'{"openapi": "3.1", "paths": {}}',
    "work an object": with_work({"a": 1}),
    "work of numbers": with_work([1, 2]),
    "work a text": with_work("Blue Finch"),
    "basics a list": json.dumps({**WHOLE, "basics": []}).encode(),
    "bad YAML": b"cv:\n  name: Ada\n  sections: [\n",
    "a YAML object": b"cv:\n  name: !!python/object/apply:os.system [ls]\n",
    "no XML": b"<?xml version='1.0'?><SkillsPassport><a>",
    "XML of another": b"<?xml version='1.0'?><rss europass='1'></rss>",
    "half a zip": b"PK\x03\x04" + b"\x00" * 40,
    "a program": b"\x7fELF" + bytes(200),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rich text": b"{\\rtf1 Ada}",
    "half a PDF": b"%PDF-1.7\n1 0 obj\n<<",
    "a PDF of nothing": b"%PDF-1.4\n%%EOF\n",
}
ACCEPTED: dict[str, bytes] = {
    "a byte-order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "UTF-16": TEXT.encode("utf-16"),
    "huge numbers": TEXT.replace('"2019-06"', "1e308").encode(),
    "2^63": TEXT.replace('"2019-06"', str(2**63)).encode(),
    "year 0": TEXT.replace("2019-06", "0000-00").encode(),
    "year 9999": TEXT.replace("2019-06", "9999-12").encode(),
    "a date of words": TEXT.replace("2019-06", "last summer").encode(),
    "null sections": json.dumps({**WHOLE, "skills": None, "education": None}).encode(),
    "keys twice": (TEXT[:-1] + ', "basics": {"name": "B Lovel"}}').encode(),
    "half a surrogate": TEXT.replace("Ada", "\\ud800 Ada").encode(),
    "a formula": TEXT.replace("Analyst", "=cmd()|x").encode(),
    "markup": TEXT.replace("Analyst", "<img src=x onerror=alert(1)>").encode(),
    "right to left": TEXT.replace("Ada", "\u202eadA").encode(),
}


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    made = State(tmp_path / "home", lambda: datetime(2026, 11, 27, 12, tzinfo=UTC))
    good = tmp_path / "good.json"
    good.write_text(TEXT, "utf-8")
    my_profile.import_files(made, [good], TODAY)
    return made


@pytest.mark.parametrize("name", REFUSED)
def test_a_corrupt_file_is_named_and_changes_nothing(
    name: str, state: State, tmp_path: Path
) -> None:
    path = tmp_path / "bad file.json"
    path.write_bytes(REFUSED[name])
    before = state.saved()
    with pytest.raises(UserError) as refusal:
        my_profile.import_files(state, [path], TODAY)
    assert "bad file.json" in str(refusal.value)
    assert refusal.value.cause
    assert refusal.value.next_step
    assert state.saved() == before


@pytest.mark.parametrize("name", ACCEPTED)
def test_odd_but_whole_files_are_read_and_undone(name: str, state: State, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(ACCEPTED[name])
    before = state.saved().records
    done = my_profile.import_files(state, [path], TODAY)
    assert done.added == ("odd.json",)
    assert done.profile is not None
    assert my_profile.as_json(my_profile.export_jsonresume(None, TODAY))
    state.undo()
    assert state.saved().records == before


SHAPES: tuple[object, ...] = (1, 1.5, "x", True, {}, [[]], [None], ["x"], {"a": []}, [1, {}])
NAMES = ("basics", "work", "education", "skills", "projects", "publications", "certificates",
         "awards", "languages", "volunteer", "interests")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_a_section_of_another_shape_is_named(
    name: str, shape: object, state: State, tmp_path: Path
) -> None:
    path = tmp_path / "shape.json"
    path.write_text(json.dumps({**WHOLE, name: shape}), "utf-8")
    before = state.saved()
    if name == "basics" and isinstance(shape, dict):
        assert my_profile.import_files(state, [path], TODAY).added == ("shape.json",)
        return
    with pytest.raises(UserError, match=f"“{name}” is no") as refusal:
        my_profile.import_files(state, [path], TODAY)
    assert "shape.json" in str(refusal.value)
    assert state.saved() == before
