"""Commands run for a page, each shown with what it printed.

    import cog
    from bench.docs.terminal import Terminal
    me = Terminal("2026-11-27", cog)
    me.run("rung profile import examples/backend_engineer.pdf")

Why run and not written down: an example that is pasted in once is wrong after the next change.
Every page has a home and a folder of its own, so that nothing of the person writing docs counts.
"""

from __future__ import annotations

import atexit
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.docs.lines import Line, takes

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("PATH", "SYSTEMROOT", "HOME", "USERPROFILE", "TMPDIR", "TEMP")
"""What a command gets of the environment: nothing that could change what it prints."""

DOCUMENTS = (".pdf", ".docx")


class Page(Protocol):
    """Where output goes: cog's own module, whose ``outl`` is another one in each block."""

    def outl(self, text: str) -> object:
        """Write a line."""


class Unexpected(Exception):  # noqa: N818 - named for what happened
    """A command of a page ended otherwise than the page says."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which lines of an output a page shows: from the one that begins so, so many."""

    begin: str
    lines: int


class Terminal:
    """One page's commands, one after the other, each on the page's day unless it names another."""

    def __init__(self, today: str, page: Page) -> None:
        self._today = today
        self._page = page
        self._folder = Path(tempfile.mkdtemp(prefix="rung-docs-"))
        atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
        (self._folder / "examples").mkdir()
        for path in (ROOT / "examples").iterdir():
            if path.suffix in DOCUMENTS:
                shutil.copy(path, self._folder / "examples")

    def write(self, name: str, text: str) -> None:
        """Show a small table the page's commands read, and put it where they find it."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self._page.outl(f'```csv title="{name}"\n{text.rstrip()}\n```\n')

    def quiet(self, command: str) -> None:
        """Run what the page has told of already, and show nothing."""
        self._said(command, self._today, 0)

    def run(
        self,
        command: str,
        *parts: Part,
        first: int = 0,
        today: str = "",
        code: int = 0,
    ) -> None:
        """Run a command and write it and its output into the page.

        ``first`` lines, or ``parts``, are shown of a long output, with a mark for what is left
        out; all of it where neither is given.
        """
        said = self._said(command, today or self._today, code)
        shown = abridged(said, parts or ((Part(said[0], first),) if first else ()))
        self._page.outl("\n".join(["```sh", command, "```", "", "```text", *shown, "```", ""]))

    def _said(self, command: str, today: str, code: int) -> list[str]:
        line = Line.of(command)
        asked = list(line.words[1:])
        if takes(line, "--today") and "--today" not in asked:
            asked += ["--today", today]
        done = subprocess.run(
            [sys.executable, "-P", "-m", "rung", *asked],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=self._folder,
            env=self._environment(),
        )
        if done.returncode != code:
            raise Unexpected(f"{shlex.join(asked)} ended with {done.returncode}: {done.stderr}")
        said = (done.stdout + done.stderr).rstrip().splitlines()
        return [text.rstrip() for text in said] or ["(nothing is printed)"]

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        own = {"PYTHONPATH": str(ROOT / "src"), "RUNG_HOME": str(self._folder / "home")}
        return {**kept, **own, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def abridged(said: list[str], parts: tuple[Part, ...]) -> list[str]:
    """The parts of an output, and how many lines lie before, between and after them."""
    if not parts:
        return said
    shown: list[str] = []
    at = 0
    for part in parts:
        begin = next((n for n in range(at, len(said)) if said[n].startswith(part.begin)), None)
        if begin is None:
            raise Unexpected(f"no line begins with {part.begin!r} in:\n" + "\n".join(said))
        shown += [*_left_out(begin - at), *said[begin : begin + part.lines]]
        at = min(begin + part.lines, len(said))
    return [*shown, *_left_out(len(said) - at)]


def _left_out(lines: int) -> list[str]:
    if not lines:
        return []
    return [f"[… {lines} more line{'s' if lines > 1 else ''} …]"]
