"""Every command says what it does and prints JSON."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.run import GOAL, RESUME, TODAY, environment, rung

COMMANDS = {
    "roles": ("roles",),
    "role": ("role", "mlops"),
    "skills": ("skills", "torch"),
    "skill": ("skill", "pytorch"),
    "pay": ("pay", "ml-engineer", "--place", "United States", *TODAY),
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
