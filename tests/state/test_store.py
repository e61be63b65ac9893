"""The state file: what is written stays and can be undone; what isn't ours is refused."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.app import data
from rung.core.errors import UserError
from rung.core.state import Refused, State, check, schema

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def state(folder: Path) -> State:
    return State(folder, lambda: NOON)


def test_a_change_is_whole_or_not_at_all(tmp_path: Path) -> None:
    mine = state(tmp_path)
    with mine.change("first") as change:
        change.put("offer", "1", {"low": 1})

    def fail() -> None:
        with mine.change("second") as change:
            change.put("offer", "1", {"low": 2})
            change.put("offer", "2", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert state(tmp_path).all("offer") == {"1": '{"low":1}'}
    assert [c.what for c in mine.history()] == ["first"]


def test_reading_makes_no_file(tmp_path: Path) -> None:
    mine = state(tmp_path / "none")
    assert (mine.all("offer"), mine.get("offer", "1"), mine.history()) == ({}, None, ())
    assert not (tmp_path / "none").exists()


def test_originals_are_kept_byte_for_byte(tmp_path: Path) -> None:
    mine = state(tmp_path)
    content = bytes(range(256)) * 9
    with mine.change("keep") as change:
        sha = change.keep(content)
        change.put("document", "cv", {"sha256": sha})
    assert mine.original(sha) == content
    with pytest.raises(Refused, match="missing"):
        mine.original("0" * 64)


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with state(tmp_path / "home").change("x") as change:
            change.put("a", "b", 1)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "home" / "state.db").stat().st_mode) == 0o600


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    newer = (*schema.MIGRATIONS, ("CREATE TABLE more (x) ",))
    with State(tmp_path, lambda: NOON, migrations=newer).change("x") as change:
        change.put("a", "b", 1)
    before = (tmp_path / "state.db").read_bytes()
    with pytest.raises(Refused, match=r"newer Rung \(schema 2; this one knows 1\)"):
        state(tmp_path).all("a")
    assert (tmp_path / "state.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 99, b"\x00" * 5000])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "state.db").write_bytes(content)
    with pytest.raises(Refused) as refusal:
        state(tmp_path).all("a")
    assert str(tmp_path / "state.db") in str(refusal.value)
    assert (tmp_path / "state.db").read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "state.db")
    other.execute("CREATE TABLE cookies (x)")
    other.commit()
    other.close()
    with pytest.raises(Refused, match="not a file of Rung's"):
        state(tmp_path).all("a")


def test_an_older_file_is_migrated_after_a_copy(tmp_path: Path) -> None:
    with state(tmp_path).change("x") as change:
        change.put("a", "b", [1])
    copies: list[bytes] = []
    newer = (*schema.MIGRATIONS, ("CREATE TABLE more (x)", "INSERT INTO more VALUES (7)"))

    def copy(path: Path) -> None:
        copies.append(path.read_bytes())

    later = State(tmp_path, lambda: NOON, migrations=newer, before_migrating=copy)
    assert later.all("a") == {"b": "[1]"}
    assert later.all("a") == {"b": "[1]"}
    assert len(copies) == 1


def test_the_copy_made_before_an_upgrade_can_be_restored(tmp_path: Path) -> None:
    with state(tmp_path).change("x") as change:
        change.put("offer", "1", {"low": 1})
    newer = (*schema.MIGRATIONS, ("CREATE TABLE more (x)",))
    State(tmp_path, migrations=newer, before_migrating=data.copy_before_migrating).all("offer")
    (copy,) = (tmp_path / "backups").glob("*-before-migration.db")
    home = state(tmp_path / "again")
    data.restore(home, copy)
    assert home.all("offer") == {"1": '{"low":1}'}


def test_a_broken_migration_changes_nothing(tmp_path: Path) -> None:
    with state(tmp_path).change("x") as change:
        change.put("a", "b", [1])
    broken = (*schema.MIGRATIONS, ("CREATE TABLE more (x)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(Refused):
        State(tmp_path, lambda: NOON, migrations=broken).all("a")
    assert state(tmp_path).all("a") == {"b": "[1]"}
    assert check.problems(tmp_path / "state.db") == ()


Steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from("abc"), st.integers(0, 9)),
        st.tuples(st.just("drop"), st.sampled_from("abc"), st.just(0)),
        st.tuples(st.just("undo"), st.just(""), st.just(0)),
        st.tuples(st.just("redo"), st.just(""), st.just(0)),
    ),
    max_size=14,
)


@given(Steps)
def test_undo_and_redo_follow_a_stack(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    """Held against the plainest model there is: a list of states and a place in it."""
    mine = state(tmp_path_factory.mktemp("undo"))
    states: list[dict[str, str]] = [{}]
    at = 0
    for kind, name, value in steps:
        if kind in ("put", "drop"):
            now = dict(states[at])
            if kind == "put":
                now[name] = str(value)
            else:
                now.pop(name, None)
            with mine.change(kind) as change:
                if kind == "put":
                    change.put("k", name, value)
                else:
                    change.drop("k", name)
            if now != states[at]:
                states = [*states[: at + 1], now]
                at += 1
        elif kind == "undo" and at > 0:
            mine.undo()
            at -= 1
        elif kind == "redo" and at + 1 < len(states):
            mine.undo(redo=True)
            at += 1
        else:
            with pytest.raises(UserError):
                mine.undo(redo=kind == "redo")
        assert mine.all("k") == states[at]


def test_old_changes_are_forgotten_with_the_originals_only_they_spoke_of(tmp_path: Path) -> None:
    times = iter([datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 9, 2, tzinfo=UTC), NOON])
    mine = State(tmp_path, lambda: next(times))
    with mine.change("one") as change:
        gone = change.keep(b"one")
        change.put("document", "cv", {"sha256": gone})
    with mine.change("two") as change:
        stays = change.keep(b"two")
        change.put("document", "cv", {"sha256": stays})
    with mine.change("three") as change:
        change.put("offer", "1", {})
    assert mine.forget("2026-10-28") == 2
    assert list(mine.saved().originals) == [stays]
    assert [c.what for c in mine.history()] == ["three"]
    assert check.problems(mine.path) == ()


@pytest.mark.parametrize("body", ['{"low":2}', '{"lo\x12":1}'])
def test_a_changed_value_never_becomes_a_backup(tmp_path: Path, body: str) -> None:
    mine = state(tmp_path)
    with mine.change("x") as change:
        change.put("offer", "1", {"low": 1})
    with sqlite3.connect(mine.path) as other:
        other.execute("UPDATE record SET body = ?", (body,))
    other.close()
    with pytest.raises(Refused, match="record offer '1' is not as it was written"):
        mine.saved()
