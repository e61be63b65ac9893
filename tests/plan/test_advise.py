"""Pitfalls found where they are, and only there; overridden with a reason that is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rung.app import data, my_profile
from rung.app.advise import advice_on_my_plan, override
from rung.app.goal import Request
from rung.app.plan import go_on
from rung.catalogue import load
from rung.catalogue.graph import node
from rung.core.errors import UserError
from rung.core.records import Evidence
from rung.plan.advise import PITFALLS, Stepped, advise

AREAS = load().area_of
TODAY = date(2026, 11, 22)


def steps(*ids: str, hours: float = 10) -> list[Stepped]:
    return [Stepped(i, i, AREAS[node(i).skill], hours) for i in ids]


def wrong(found: list[Stepped], *held: str, builds: bool = True) -> set[str]:
    shown: dict[str, Evidence] = dict.fromkeys(held, "evidenced")
    checks = advise(found, shown, AREAS, builds=builds)
    assert [c.pitfall for c in checks] == list(PITFALLS)
    assert all(c.said and c.guide for c in checks)
    assert all(c.then for c in checks if not c.ok)
    return {c.pitfall for c in checks if not c.ok}


HYPE = ("pytorch.basic", "rag.working")


def test_hype_without_fundamentals_is_named() -> None:
    assert wrong(steps(*HYPE)) == set(PITFALLS)
    found = steps("python.basic", "statistics.basic", "ml-algorithms.basic",
                  "model-evaluation.basic", *HYPE)  # fmt: skip
    assert "fundamentals" not in wrong(found)
    assert "simplest-first" not in wrong(found)


def test_the_order_counts_and_not_only_the_presence() -> None:
    found = steps(*HYPE, "statistics.basic", "ml-algorithms.basic", "model-evaluation.basic")
    assert {"fundamentals", "simplest-first"} <= wrong(found, "python")


def test_what_is_shown_counts_and_what_is_only_named_does_not() -> None:
    base = ("python", "statistics", "ml-algorithms", "model-evaluation")
    assert "fundamentals" not in wrong(steps(*HYPE), *base)
    claimed: dict[str, Evidence] = dict.fromkeys(base, "claimed")
    checks = advise(steps(*HYPE), claimed, AREAS, builds=True)
    assert not checks[0].ok


def test_data_and_production_need_their_share_unless_others_do_them() -> None:
    models = steps("ml-algorithms.working", "neural-networks.working", hours=40)
    assert "data-and-production" in wrong(models)
    assert "data-and-production" not in wrong(models, builds=False)
    assert "data-and-production" not in wrong([*models, *steps("docker.working", hours=40)])
    known = ("docker", "kubernetes", "terraform", "git", "testing")
    assert "data-and-production" not in wrong(models, *known)


def test_one_step_or_line_of_responsibility_is_enough() -> None:
    assert "ethics" in wrong(steps("docker.basic"))
    assert "ethics" not in wrong(steps("docker.basic", "model-cards.basic"))
    assert "ethics" not in wrong(steps("docker.basic"), "fairness")


def test_an_override_keeps_its_reason(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path))
    state = data.open_state()
    with pytest.raises(UserError, match="no plan"):
        advice_on_my_plan(state, TODAY)
    my_profile.import_files(state, [root / "examples" / "backend_engineer.pdf"], TODAY)
    go_on(
        state,
        Request("mlops-engineer", 8, "2027-08-31", "Toronto", None, TODAY),
        keep=True,
    )
    assert all(c.override is None for c in advice_on_my_plan(state, TODAY).checks)
    with pytest.raises(UserError, match="Checks: fundamentals"):
        override(state, "hype", "because", TODAY)
    with pytest.raises(UserError, match="is empty"):
        override(state, "ethics", " ", TODAY)
    override(state, "ethics", "Done at work in another team.", TODAY)
    found = {c.advice.pitfall: c.override for c in advice_on_my_plan(state, TODAY).checks}
    kept = found["ethics"]
    assert kept is not None
    assert kept.reason == "Done at work in another team."
    data.undo(state)
    assert all(c.override is None for c in advice_on_my_plan(state, TODAY).checks)
