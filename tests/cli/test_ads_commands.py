"""Commands about the ads on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import TODAY, rung


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"RUNG_HOME": str(tmp_path / "home")}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [
        {"id": i, "title": "MLOps Engineer", "company": f"Firm {i}", "location": "Oslo, Norway",
         "description": "You will run our pipelines and keep them in good health for the teams.\n"
                        f"Requirements\n- Python, Docker and Kubernetes\n- Firm {i} number {i}"}
        for i in range(31)
    ]  # fmt: skip
    file = tmp_path / "ads.jsonl"
    file.write_text("\n".join(json.dumps(r) for r in [*rows, {"title": "", "text": ""}]), "utf-8")
    return file


def test_adding_listing_counting(env: dict[str, str], table: Path) -> None:
    added = rung("ads", "add", table, *TODAY, env=env)
    assert added.returncode == 0, added.stderr
    assert "31 new" in added.stdout
    assert "1 rows are no ads" in added.stdout
    listed = rung("ads", "list", "-r", "mlops", "-p", "Norway", "-n", "2", env=env)
    assert "2 of 31" in listed.stdout
    asked = rung("demand", "mlops-engineer", "--place", "Norway", env=env)
    assert "31 ads" in asked.stdout
    assert "31 of 31" in asked.stdout
    assert "lists it" in asked.stdout
    aside = rung("ads", "quarantine", env=env)
    assert "it has no title" in aside.stdout


def test_each_prints_json(env: dict[str, str], table: Path) -> None:
    assert json.loads(rung("ads", "add", table, *TODAY, "--json", env=env).stdout)["new"] == 31
    for command in (
        ("ads", "sources"),
        ("ads", "list"),
        ("ads", "quarantine"),
        ("demand", "mlops-engineer"),
    ):
        told = rung(*command, "--json", env=env)
        assert told.returncode == 0, told.stderr
        assert json.loads(told.stdout)


def test_empty_states_say_what_to_do(env: dict[str, str]) -> None:
    assert "rung ads sync" in rung("ads", "list", env=env).stdout
    assert "Nothing was set aside" in rung("ads", "quarantine", env=env).stdout
    assert "bundled figures" in rung("demand", "mlops-engineer", env=env).stdout
    refused = rung("demand", "mlops-engineer", "--own", env=env)
    assert refused.returncode == 2
    assert "rung ads sync" in refused.stderr


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("ads", "add", "nowhere.csv"), "no such file"),
        (("ads", "sync", "--source", "nowhere"), "no source"),
        (("ads", "sync", "--board", "acme"), "one --source"),
        (("ads", "sync", "--since", "soon"), "not a date"),
        (("demand", "mlops-engineer", "--industry", "baking"), "none that Rung knows"),
        (("demand", "wizard"), "wizard"),
        (("ads", "ingest", "x.csv", "--runner", "abacus"), "none that Rung has"),
    ],
)
def test_bad_input_is_told_in_one_message(
    command: tuple[str, ...], words: str, env: dict[str, str], tmp_path: Path
) -> None:
    told = rung(*command, env=env)
    assert told.returncode == 2
    assert words in told.stderr
    assert "Traceback" not in told.stderr
    assert not (tmp_path / "home" / "market").exists()
