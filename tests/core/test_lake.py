from __future__ import annotations

from pathlib import Path

import pytest

from rung.core import lake

COLUMNS = {"n": "INTEGER", "first": "VARCHAR", "skills": "VARCHAR[]"}
ROWS = [(2, "b", ["x", "y"]), (1, None, []), (3, "it's", ["z"])]


def test_rows_come_back_as_written_and_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "o'clock.parquet"
    lake.write(path, COLUMNS, ROWS)
    assert lake.read(path) == ROWS


def test_no_rows_make_a_file_with_columns(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    lake.write(path, COLUMNS, [])
    assert lake.read(path) == []
    assert lake.query("SELECT count(n) FROM t", (), {"t": path}) == [(0,)]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        lake.write(tmp_path / name, COLUMNS, ROWS)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_several_files_are_one_table_by_column_name(tmp_path: Path) -> None:
    lake.write(tmp_path / "a", {"n": "INTEGER", "word": "VARCHAR"}, [(1, "one")])
    lake.write(tmp_path / "b", {"word": "VARCHAR", "n": "INTEGER"}, [("two", 2)])
    tables = {"t": [tmp_path / "a", tmp_path / "b"]}
    found = lake.query("SELECT word FROM t WHERE n >= ? ORDER BY n", (1,), tables)
    assert found == [("one",), ("two",)]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.parquet"
    lake.write(path, {"n": "INTEGER"}, [(1,)])
    with pytest.raises(Exception, match="word"):
        lake.write(path, {"n": "INTEGER"}, [("word",)])
    assert lake.read(path) == [(1,)]
