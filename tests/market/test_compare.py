from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rung.app.snapshot import difference, make_snapshot
from rung.core.errors import UserError
from rung.market.compare import compare
from tests.market.made import AD, CELL, snapshot

READINGS = [
    replace(AD, ad=n, required=frozenset({"python"} if n % 2 else {"sql"})) for n in range(1, 61)
]
RISEN = [replace(r, required=frozenset({"python"})) for r in READINGS]


def test_the_same_figures_do_not_differ(tmp_path: Path) -> None:
    one, two = (snapshot(tmp_path / n, ads=READINGS, cells=[CELL]) for n in "ab")
    found = compare(one, two)
    assert found.none
    assert found.old == found.new


def test_a_share_that_moved_beyond_chance_is_told_with_its_counts(tmp_path: Path) -> None:
    found = compare(snapshot(tmp_path / "a", ads=READINGS), snapshot(tmp_path / "b", ads=RISEN))
    told = {(c.skill, c.k_before, c.k_after, c.n_after) for c in found.skills}
    assert told == {("python", 30, 60, 60), ("sql", 30, 0, 60)}
    assert found.roles == ()


def test_what_chance_explains_or_few_ads_say_is_not_told(tmp_path: Path) -> None:
    nearly = [*READINGS[:-3], *RISEN[-3:]]
    old = snapshot(tmp_path / "a", ads=READINGS)
    assert compare(old, snapshot(tmp_path / "b", ads=nearly)).skills == ()
    few = compare(
        snapshot(tmp_path / "c", ads=READINGS[:20]),
        snapshot(tmp_path / "d", ads=RISEN[:20]),
    )
    assert few.skills == ()


def test_pay_cells_that_came_went_or_moved_are_told(tmp_path: Path) -> None:
    gone, moved = replace(CELL, country="DE"), replace(CELL, p50=CELL.p50 + 5_000)
    new = replace(CELL, country="FR", n=12)
    found = compare(
        snapshot(tmp_path / "a", cells=[CELL, gone]), snapshot(tmp_path / "b", cells=[moved, new])
    )
    told = {(p.country, p.before, p.after, p.n_before, p.n_after) for p in found.pay}
    assert told == {
        ("CA", 120_000, 125_000, 40, 40),
        ("DE", 120_000, None, 40, 0),
        ("FR", None, 120_000, 0, 12),
    }


def test_more_ads_of_a_role_are_counted(tmp_path: Path) -> None:
    more = [*READINGS, replace(AD, ad=61, role="data-scientist")]
    found = compare(snapshot(tmp_path / "a", ads=READINGS), snapshot(tmp_path / "b", ads=more))
    assert [(c.name, c.before, c.after) for c in found.roles] == [("data-scientist", 0, 1)]


def test_a_folder_without_figures_and_writing_over_the_old_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no figures"):
        difference(tmp_path, None)

    with pytest.raises(UserError, match="compared with"):
        make_snapshot(
            tmp_path, tmp_path, date(2026, 1, 1), lambda *_: None, before=tmp_path / "." / ""
        )
