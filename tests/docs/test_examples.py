"""Commands in the documentation exist, and those of the tutorial were run to make it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.docs.lines import NoSuchCommand, check, check_mention, examples, mentions

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
MADE = re.compile(r"<!-- \[\[\[cog(.*?)\]\]\] -->(.*?)<!-- \[\[\[end\]\]\] -->", re.DOTALL)
VERBS = {"run", "test", "check", "docs", "site"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_shown_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    for line in examples(text):
        check(line)
    for said in mentions(text):
        check_mention(said)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_run_for_a_page_is_shown_with_its_output(page: Path) -> None:
    for source, shown in MADE.findall(page.read_text("utf-8")):
        if runs := source.count("me.run("):
            assert shown.count("```sh\n") == shown.count("```text\n") == runs, source


def test_every_verb_of_the_bootstrap_exists() -> None:
    for page in PAGES:
        for verb in re.findall(r"python3 bootstrap\.py ([a-z]+)", page.read_text("utf-8")):
            assert verb in VERBS, (name(page), verb)


def test_the_tutorial_shows_only_commands_that_were_run() -> None:
    text = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    run = [line for _, part in MADE.findall(text) for line in examples(part)]
    assert run == list(examples(text))
    for command in ("profile import", "fit", "gap", "plan", "me", "log week"):
        assert any(line.startswith(f"rung {command}") for line in run), command


@pytest.mark.parametrize(
    "line",
    [
        "rung plan x.pdf --nonsense",
        "rung plan x.pdf --hours many",
        "rung gap x.pdf",
        "rung nonsense",
        "rung data",
        "python3 bootstrap.py run plan --nonsense",
    ],
)
def test_a_wrong_example_is_told(line: str) -> None:
    with pytest.raises(NoSuchCommand):
        check(line)


def test_examples_are_the_lines_that_call_rung() -> None:
    page = (
        "```sh\nexport X=1\nrung me  # now\nrung log \\\n  undo\n```\n```text\nrung nonsense\n```\n"
    )
    assert list(examples(page)) == ["rung me  # now", "rung log    undo"]


@pytest.mark.parametrize("said", ["rung nonsense", "rung plan --nonsense", "rung log nonsense"])
def test_a_wrong_mention_is_told(said: str) -> None:
    with pytest.raises(NoSuchCommand):
        check_mention(said)
