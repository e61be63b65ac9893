"""Every tool tells what the function of `app` behind it gives, cut where it says so."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mcp import Client
from rung.app import (
    cards,
    data,
    demand,
    market_map,
    me,
    my_log,
    my_profile,
    pay,
    person,
    plan,
    trends,
)
from rung.app.goal import Request
from rung.app.wire import plain
from rung.mcp.server import make_server
from rung.mcp.tools import READING, WRITING

TODAY = date(2026, 11, 27)
GOAL = {"role": "mlops-engineer", "hours": 8, "by": "2027-08-31", "place": "Toronto"}
REQUEST = Request("mlops-engineer", 8, "2027-08-31", "Toronto", None, TODAY)


@pytest.fixture(autouse=True)
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    resume = root / "examples" / "backend_engineer.pdf"
    my_profile.import_files(data.open_state(), [resume], TODAY)


def ask(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async def session() -> list[Any]:
        async with Client(make_server(lambda: TODAY)) as client:
            told = [await client.call_tool(name, given) for name, given in calls]
        assert not any(t.is_error for t in told), told
        return [t.structured_content for t in told]

    return asyncio.run(session())


def test_what_is_read_is_what_app_gives() -> None:
    plan.go_on(data.open_state(), REQUEST, keep=True)
    role, where = "mlops-engineer", "Toronto"
    place = {"role": role, "place": where}
    calls: dict[str, dict[str, Any]] = {
        "profile": {},
        "fit": {"top": 99},
        "gap": {**place, "most": 999},
        "next_actions": {},
        "demand": {**place, "level": "senior", "most": 999},
        "pay": {**place, "level": "senior", "currency": "USD"},
        "market_map": {"by": "metro", "role": "ml-engineer", "most": 999},
        "trends": {"kind": "roles", "place": "Canada", "most": 999},
        "roles": {},
        "role": {"id": "ml-engineer"},
        "skills": {"query": "docker", "most": 999},
        "skill": {"id": "docker"},
    }
    told = dict(zip(calls, ask(*calls.items()), strict=True))
    assert set(told) == set(READING)

    profile = plain(my_profile.stored(data.open_state(), TODAY))
    shown = told["profile"]
    assert shown["skills"] == profile["skills"]
    assert all(s["spans"] or s["implied_by"] for s in shown["skills"])
    assert [shown[name] for name in ("documents", "years")] == [
        profile[name] for name in ("documents", "years")
    ]
    assert shown["name"] == profile["name"]["value"]
    assert [p.split(" at ")[0] for p in shown["positions"]] == [
        w["title"]["value"] for w in profile["work"]
    ]
    assert shown["notes"] == profile["unread"]

    assert told["fit"] == plain(person.fit_answer(None, TODAY))
    assert told["gap"] == plain(person.gap_answer(None, role, where, TODAY))
    assert told["next_actions"] == plain(me.me(data.open_state(), TODAY))
    asked = demand.demand_answer(role, where, "senior")
    counted = plan.demand_note(asked.counted)
    whole = {**plain(asked), "counted": plain(counted)}
    assert told["demand"] == {name: whole[name] for name in told["demand"]}
    assert set(whole) - set(told["demand"]) == {"since", "industry"}
    band = pay.pay_answer(role, where, "senior", TODAY, currency="USD")
    assert told["pay"] == plain(band)
    assert told["market_map"] == plain(market_map.market_map("metro", "ml-engineer", None))
    assert told["trends"] == plain(trends.trend_answer("roles", None, "Canada", None))
    assert told["roles"]["result"] == [plain(r) for r in cards.role_lines()]
    assert told["role"] == plain(cards.role_card("ml-engineer"))
    assert told["skills"]["result"] == [plain(s) for s in cards.skill_lines("docker")]
    assert told["skill"] == plain(cards.skill_card("docker"))


def test_a_plan_is_the_answer_of_app_told_shortly() -> None:
    answer = plan.look_ahead(data.open_state(), REQUEST)
    short, full = ask(("plan", GOAL), ("plan", {**GOAL, "full": True}))
    whole = plain(answer)
    assert full["whole"] == whole
    assert short == {**full, "whole": None}
    for name in ("feasible", "reason", "earliest", "add_hours", "total_hours", "odds"):
        assert short[name] == whole["plan"][name]
    assert short["dropped"] == whole["plan"]["drop"]
    assert short["unknown"] == whole["unknown"]
    assert [(s["id"], s["hours"], s["why"]) for s in short["steps"]] == [
        (s["id"], s["hours"], s["why"]) for s in whole["plan"]["steps"]
    ]
    numbers = {s["id"]: s["number"] for s in short["steps"]}
    for step, said in zip(whole["plan"]["steps"], short["steps"], strict=True):
        assert set(said["after"]) == {numbers[i] for i in step["requires"] if i in numbers}
        assert said["weeks"]


def test_a_plan_that_does_not_fit_says_what_would() -> None:
    (short,) = ask(("plan", {**GOAL, "hours": 1, "by": "2026-12-31"}))
    wanted = Request("mlops-engineer", 1, "2026-12-31", "Toronto", None, TODAY)
    whole = plan.look_ahead(data.open_state(), wanted).plan
    assert short["feasible"] is False
    assert short["reason"] == whole.reason
    assert [d["skill"] for d in short["dropped"]] == [d.skill for d in whole.drop]
    assert short["earliest"] == (whole.earliest and whole.earliest.isoformat())


def test_what_is_written_is_what_the_log_holds() -> None:
    plan.go_on(data.open_state(), REQUEST, keep=True)
    link = "https://example.org/work"
    calls: dict[str, dict[str, Any]] = {
        "log_hours": {"hours": 2, "step": "1", "text": "Pods"},
        "log_note": {"text": "Clearer now"},
        "log_done": {"step": "1", "hours": 1},
        "log_evidence": {"step": "1", "link": link},
    }
    told = ask(*calls.items())
    assert set(calls) | {"plan", "import_resume"} == set(WRITING)
    entries = my_log.read(data.open_state())
    assert [(t["entry"], t["day"], t["did"], t["step"], t["hours"]) for t in told] == [
        (e.number, e.day.isoformat(), e.did, e.label, e.hours) for e in entries
    ]
    assert [e.text for e in entries[:2]] == ["Pods", "Clearer now"]
    assert link in str(entries[3])
    assert told[2]["what_would_show_it"]
    assert not told[3]["what_would_show_it"]


def test_answers_are_short_enough_to_tell() -> None:
    calls: dict[str, dict[str, Any]] = {
        "demand": {"role": "ml-engineer"},
        "skills": {"query": ""},
        "plan": GOAL,
    }
    for told in ask(*calls.items()):
        assert len(str(told)) < 40_000
