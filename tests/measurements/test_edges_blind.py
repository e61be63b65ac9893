"""The agreement figure, against worked examples."""

from __future__ import annotations

import pytest
from bench.edges_blind import EDGES, FOREIGN, TURNED, kappa, sheet

from rung.catalogue import load
from rung.catalogue.graph import ancestors


def test_kappa_of_a_worked_example() -> None:
    # 50 cases, 35 alike; chance agreement .5: (.7 - .5) / (1 - .5).
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_is_one_for_the_same_labels_and_none_for_chance() -> None:
    assert kappa({("a", "a"): 3, ("b", "b"): 7}) == pytest.approx(1.0)
    even = {(x, y): 25 for x in "ab" for y in "ab"}
    assert kappa(even) == pytest.approx(0.0)


def test_a_sheet_holds_real_edges_and_pairs_that_are_none() -> None:
    catalogue = load()
    above = ancestors(catalogue.skills)
    pairs = sheet(catalogue, seed=7)
    assert len(pairs) == EDGES + TURNED + FOREIGN
    assert sum(p["planted"] for p in pairs) == TURNED + FOREIGN
    for pair in pairs:
        known = [p.id for p in catalogue.skills[pair["after"]].prerequisites]
        assert (pair["before"] in known) != pair["planted"]
        assert not pair["planted"] or pair["before"] not in above[pair["after"]]
    assert sheet(catalogue, seed=7) == pairs
