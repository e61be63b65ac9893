"""Every command says what it does and prints JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import GOAL, RESUME, TODAY, environment, rung

COMMANDS = {
    "roles": ("roles",),
    "role": ("role", "mlops"),
    "skills": ("skills", "torch"),
    "skill": ("skill", "pytorch"),
    "skills named": ("skills", "Python, dbt and Zephyrflow", "--named"),
    "ads read": ("ads", "read", "You have 3+ years with Python or Rust.", "--phrases"),
    "pay": ("pay", "ml-engineer", "--place", "United States", *TODAY),
    "pay abroad": ("pay", "data-scientist", "--place", "India", "--remote", "--terms", "ppp"),
    "map": ("map", "--by", "metro", "--bundled"),
    "trends": ("trends", "areas"),
    "ads stats": ("ads", "stats"),
    "catalogue check": ("catalogue", "check"),
    "fit": ("fit", RESUME, *TODAY),
    "gap": ("gap", RESUME, "--role", "mlops-engineer", "--place", "Toronto", *TODAY),
    "profile show": ("profile", "show", RESUME, *TODAY),
    "plan": ("plan", RESUME, *GOAL, *TODAY),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_text_and_json(name: str) -> None:
    text = rung(*COMMANDS[name])
    assert text.returncode == 0, text.stderr
    assert text.stdout.strip()
    data = rung(*COMMANDS[name], "--json")
    assert data.returncode == 0, data.stderr
    assert json.loads(data.stdout)


def test_a_skill_s_json_names_its_prerequisites() -> None:
    card = json.loads(rung("skill", "pytorch", "--json").stdout)
    assert {"python", "numpy", "linear-algebra"} <= set(card["all_prerequisites"])
    assert all({"id", "kind", "reason"} <= p.keys() for p in card["prerequisites"])


def test_a_short_form_and_a_name_find_the_same_role() -> None:
    first = json.loads(rung("role", "mle", "--json").stdout)
    second = json.loads(rung("role", "ml-engineer", "--json").stdout)
    assert first == second


def test_a_skill_is_found_by_the_names_it_is_read_by() -> None:
    for name in ("transformers", "Transformer", "transformer-architecture"):
        assert json.loads(rung("skill", name, "--json").stdout)["id"] == "transformer-architecture"


def test_what_was_typed_is_printed_as_it_stands() -> None:
    done = rung("plan", RESUME, *GOAL[:-1], "Toronto [/x]", *TODAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("MLOps engineer in Toronto [/x], by 2027-08-31")


def test_lines_of_a_document_are_printed_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    line = "Built [bold]Python[/] services :rocket: [/x]"
    path.write_text(
        f"Robin Fictional\n\nExperience\nEngineer, Fjordbank, 2020 - 2024\n- {line}\n", "utf-8"
    )
    done = rung("profile", "show", path, *TODAY)
    assert done.returncode == 0, done.stderr
    assert line in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are bytes")
def test_a_file_name_that_is_no_text_is_no_crash(tmp_path: Path) -> None:
    out = os.fsdecode(os.fsencode(tmp_path) + b"/r\xe9ports")
    done = rung("plan", RESUME, *GOAL, *TODAY, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "r\\udce9ports" in done.stdout
    for refused in (("profile", "show", out + "/nobody.txt"), ("pay", "mle", "--place", out)):
        done = rung(*refused)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal sent to one process")
def test_ctrl_c_says_one_line() -> None:
    probe = (
        "import os, signal, time; from rung.app import cards; import rung.cli.main as m;"
        "cards.role_lines = lambda _: (os.kill(os.getpid(), signal.SIGINT), time.sleep(9));"
        "import sys; sys.argv = ['rung', 'roles']; m.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert done.returncode == 130
    assert done.stderr == "rung: stopped before it was done.\n"


def test_help_loads_nothing_heavy() -> None:
    probe = (
        "import sys; from typer.testing import CliRunner; from rung.cli.main import app; "
        "r = CliRunner().invoke(app, ['--help']); assert r.exit_code == 0, r.output; "
        "heavy = {'duckdb', 'pydantic', 'numpy', 'highspy', 'yaml', 'vl_convert', 'docx', "
        "'pypdfium2', 'jinja2'} & set(sys.modules); assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], check=False, capture_output=True, env=environment()
    )
    assert done.returncode == 0, done.stderr.decode()


def test_an_offer_is_kept_shown_and_forgotten() -> None:
    offer = (
        "offer",
        "add",
        "ml-engineer",
        "120000",
        "--place",
        "London",
        "--employer",
        "Heron & Co",
    )
    kept = rung(*offer, *TODAY, "--json")
    assert json.loads(kept.stdout)["currency"] == "GBP", kept.stderr
    assert "Heron & Co" in rung("offer", "list").stdout
    beside = rung("pay", "ml-engineer", "--place", "London", *TODAY)
    assert "Your offer 1, GBP 120,000 a year" in beside.stdout.replace("\n", " ")
    gone = rung("offer", "remove", "1")
    assert "To undo: rung offer add ml-engineer 120000 --place GB" in gone.stdout.replace("\n", " ")
    assert "--employer 'Heron & Co'" in gone.stdout.replace("\n", " ")
    assert "No offers kept" in rung("offer", "list").stdout
