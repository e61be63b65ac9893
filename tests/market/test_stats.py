from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rung.core.errors import DataError
from rung.market.manifest import NAME
from rung.market.snapshot import Snapshot, load
from rung.market.stats import CountryCount, RoleCount, stats
from tests.market.made import AD, AMERICA, CELL, TORONTO, numbered, snapshot


def test_ads_are_counted_by_role_and_country(tmp_path: Path) -> None:
    other = replace(TORONTO, role="data-engineer")
    made = snapshot(tmp_path, numbered([TORONTO, AMERICA, AMERICA, AD, other]), cells=[CELL])
    found = stats(made)
    assert found.roles == (
        RoleCount(
            "ml-engineer", 4, (CountryCount("US", 2), CountryCount("", 1), CountryCount("CA", 1))
        ),
        RoleCount("data-engineer", 1, (CountryCount("CA", 1),)),
    )
    assert (found.info.ads, found.read, found.pay_cells) == (5, 100, 1)
    assert (found.left_out[0].reason, found.left_out[0].n) == ("another role", 3)
    assert found.sources[0].licence == "none stated"


def test_a_missing_snapshot_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="rung ads snapshot"):
        stats(Snapshot(tmp_path))


def test_a_manifest_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"version": 3}', "utf-8")
    with pytest.raises(DataError, match="schema"):
        stats(Snapshot(tmp_path))


def test_a_folder_is_loaded_once(tmp_path: Path) -> None:
    assert load(tmp_path) is load(tmp_path)
