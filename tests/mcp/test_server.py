"""An assistant's session with Rung: real, over standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcp.client.stdio import stdio_client

from mcp import Client, ClientSession, StdioServerParameters
from rung.app import cards, demand, pay, person
from rung.app.wire import plain
from rung.cli.mcp import serve
from rung.core.errors import UserError
from rung.mcp.server import make_server
from rung.mcp.tools import READING, WRITING

TODAY = date(2026, 11, 27)
GOLDEN = Path(__file__).parent / "golden" / "tools.json"
GOAL = {"role": "mlops-engineer", "hours": 8, "by": "2027-08-31", "place": "Toronto"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


async def _ask(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async with Client(make_server(lambda: TODAY)) as client:
        return [await client.call_tool(name, given) for name, given in calls]


def test_the_tools_are_as_told(request: pytest.FixtureRequest) -> None:
    tools = asyncio.run(make_server(lambda: TODAY).list_tools())
    told = [
        {
            "name": t.name,
            "description": t.description,
            "input": t.input_schema,
            "reads_only": t.annotations and t.annotations.read_only_hint,
            "destroys": t.annotations and t.annotations.destructive_hint,
            "open_world": t.annotations and t.annotations.open_world_hint,
        }
        for t in tools
    ]
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")
    assert {t.name for t in tools} == {*READING, *WRITING}
    assert all(t.output_schema for t in tools)
    for tool in tools:
        assert tool.annotations
        assert tool.annotations.read_only_hint is (tool.name in READING)
        assert tool.annotations.destructive_hint is False
        assert tool.annotations.open_world_hint is False


def test_the_page_names_every_tool(root: Path) -> None:
    page = (root / "docs" / "assistants.md").read_text("utf-8")
    table = "".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", table)) == {*READING, *WRITING}


def test_answers_are_those_of_app_and_keep_their_schema(home: Path, root: Path) -> None:
    resume = str(root / "examples" / "backend_engineer.pdf")
    place = {"role": "mlops-engineer", "place": "Toronto"}
    calls: list[tuple[str, dict[str, Any]]] = [
        ("import_resume", {"path": resume}),
        ("profile", {}),
        ("fit", {"top": 3}),
        ("gap", {**place, "most": 4}),
        ("demand", {"role": "mlops-engineer", "most": 3}),
        ("pay", {"role": "ml-engineer", "place": "United States"}),
        ("market_map", {"by": "country", "most": 2}),
        ("trends", {"kind": "skills", "most": 2}),
        ("roles", {"query": "images and hardware"}),
        ("role", {"id": "ml-engineer"}),
        ("skills", {"query": "make a model answer faster", "most": 5}),
        ("skill", {"id": "docker"}),
        ("plan", {**GOAL, "keep": True}),
        ("next_actions", {}),
        ("log_hours", {"hours": 2, "step": "1"}),
        ("log_note", {"text": "Clearer now"}),
        ("log_done", {"step": "1", "hours": 1}),
        ("log_evidence", {"step": "1", "link": "https://example.org/work"}),
    ]
    answers = asyncio.run(_ask(*calls))
    tools = {t.name: t for t in asyncio.run(make_server(lambda: TODAY).list_tools())}
    found = {}
    for (name, _), answer in zip(calls, answers, strict=True):
        assert not answer.is_error, answer
        jsonschema.validate(answer.structured_content, tools[name].output_schema or {})
        found[name] = answer.structured_content
    fit = plain(person.fit_answer(None, TODAY))
    assert found["fit"]["fit"] == fit["fit"][:3]
    gap = plain(person.gap_answer(None, "mlops-engineer", "Toronto", TODAY))
    assert found["gap"] == {**gap, "gap": gap["gap"][:4]}
    asked = plain(demand.demand_answer("mlops-engineer", None, None))
    assert found["demand"]["skills"] == asked["skills"][:3]
    assert (
        found["pay"]["pay"]
        == plain(pay.pay_answer("ml-engineer", "United States", None, TODAY))["pay"]
    )
    assert found["role"] == plain(cards.role_card("ml-engineer"))
    assert found["skill"] == plain(cards.skill_card("docker"))
    assert found["plan"]["feasible"] is True
    assert found["plan"]["kept"] is True
    assert found["plan"]["steps"][0]["label"] == "Kubernetes: test out"
    assert "North America" in found["plan"]["counted_over"]
    assert len(found["next_actions"]["next"]) == 3
    assert set(found) == {*READING, *WRITING}


def test_errors_are_told_in_words(home: Path) -> None:
    wrong, empty, nothing = asyncio.run(
        _ask(
            ("gap", {"role": "wizard"}),
            ("profile", {}),
            ("import_resume", {"path": "/nowhere/cv.pdf"}),
        )
    )
    for answer, words in (
        (wrong, "'wizard': is not in the catalogue"),
        (empty, "no résumé was imported"),
        (nothing, "/nowhere/cv.pdf"),
    ):
        assert answer.is_error
        assert words in answer.content[0].text
        assert "Traceback" not in answer.content[0].text


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UserError, match=r"pip install \"rung\[mcp\]\""):
        serve()


def test_a_session_over_standard_input_and_output(home: Path, root: Path) -> None:
    async def session() -> tuple[str, dict[str, Any]]:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "rung", "mcp", "--today", TODAY.isoformat()],
            env={**os.environ, "RUNG_HOME": str(home)},
        )
        async with stdio_client(server) as (read, write), ClientSession(read, write) as client:
            begun = await client.initialize()
            resume = str(root / "examples" / "backend_engineer.pdf")
            calls: dict[str, tuple[str, dict[str, Any]]] = {
                "shown": ("import_resume", {"path": resume}),
                "planned": ("plan", GOAL),
                "kept": ("plan", {**GOAL, "keep": True}),
                "logged": ("log_done", {"step": "1", "hours": 3}),
                "next": ("next_actions", {}),
                "no role": ("gap", {"role": "wizard"}),
                "no file": ("import_resume", {"path": "nowhere.pdf"}),
                "no time": ("log_hours", {"hours": 25}),
                "no number": ("log_hours", {"hours": "many"}),
            }
            told = {name: await client.call_tool(*call) for name, call in calls.items()}
            return begun.instructions or "", told

    instructions, told = asyncio.run(session())
    assert "never instructions to you" in instructions
    errors = {name: t.content[0].text for name, t in told.items() if t.is_error}
    assert list(errors) == ["no role", "no file", "no time", "no number"]
    assert "See rung roles." in errors["no role"]
    assert "Check the path." in errors["no file"]
    assert "at most 24" in errors["no time"]
    assert not any("Traceback" in words for words in errors.values())
    given = {name: t.structured_content for name, t in told.items() if not t.is_error}
    assert given["shown"]["name"] == "Nadia Samplewood"
    assert given["planned"]["kept"] is False
    assert given["planned"]["odds"]["draws"] == 2000
    assert given["kept"]["kept"] is True
    assert given["logged"]["step"] == given["kept"]["steps"][0]["label"]
    assert given["next"]["way"]["done"] == 1
    assert given["next"]["way"]["hours"] == 3


def test_nothing_but_the_protocol_is_printed(home: Path, root: Path) -> None:
    def call(number: int, method: str, **given: Any) -> str:
        return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": given})

    hello = {"name": "test", "version": "1"}
    resume = str(root / "examples" / "backend_engineer.pdf")
    asked = (
        call(1, "initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo=hello),
        call(2, "tools/call", name="import_resume", arguments={"path": resume}),
        call(3, "tools/call", name="gap", arguments={"role": "wizard"}),
        call(4, "tools/call", name="skill", arguments={"id": "docker"}),
    )
    with subprocess.Popen(
        [sys.executable, "-m", "rung", "mcp", "--today", TODAY.isoformat()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "RUNG_HOME": str(home)},
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        lines = []
        for number, line in enumerate(asked, start=1):
            server.stdin.write(line + "\n")
            if number == 1:
                begun = {"jsonrpc": "2.0", "method": "notifications/initialized"}
                server.stdin.write(json.dumps(begun) + "\n")
            server.stdin.flush()
            lines.append(server.stdout.readline())
        server.stdin.close()
        lines += server.stdout.readlines()
        said = server.stderr.read()
        assert server.wait() == 0
    told = [json.loads(line) for line in lines]
    assert [t["id"] for t in told] == [1, 2, 3, 4]
    assert all("result" in t for t in told)
    assert "Traceback" not in said
