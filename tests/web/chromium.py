"""A real server in its own process, and a real Chromium that uses it by keyboard."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TODAY = "2026-11-27"
PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(PROGRAM is None, reason="needs Chromium, which is absent here")
FURTHEST = 400
"""Presses of Tab before a thing counts as out of the keyboard's reach."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running server. ``entrance`` is the address it printed, key and all."""

    address: str
    entrance: str
    key: str
    home: Path
    process: int = 0


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """`rung serve` over ``home`` until the block ends."""
    command = [sys.executable, "-m", "rung", "serve", "--no-browser", "--port", "0"]
    env = {**os.environ, "RUNG_HOME": str(home)}
    with subprocess.Popen(
        [*command, "--today", TODAY], stdout=subprocess.PIPE, env=env, text=True
    ) as process:
        try:
            assert process.stdout is not None
            entrance = process.stdout.readline().split()[-1]
            found = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/\?key=(\S+)", entrance)
            assert found is not None
            yield Served(found[1], entrance, found[2], home, process.pid)
        finally:
            process.terminate()
            process.wait(20)


def rung(home: Path, *arguments: str) -> str:
    """What a command of Rung's prints, over ``home``."""
    env = {**os.environ, "RUNG_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "rung", *arguments],
        capture_output=True,
        env=env,
        text=True,
        check=True,
    )
    return done.stdout


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium as Debian ships it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=PROGRAM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield made
        finally:
            made.close()


@dataclass(slots=True)
class Visit:
    """One visit by keyboard. ``wrong`` collects what a visitor must never cause."""

    page: Page
    site: Served
    wrong: list[str]

    @classmethod
    def begin(cls, made: Browser, site: Served, *, width: int = 1440, script: bool = True) -> Visit:
        """Enter through the printed address, watching console and requests."""
        context = made.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        visit = cls(page, site, [])
        page.on(
            "console",
            lambda m: visit.wrong.append(m.text) if m.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: visit.wrong.append(str(error)))
        page.on("request", lambda r: visit.watch(r.url))
        page.goto(site.entrance)
        return visit

    def watch(self, address: str) -> None:
        """Note a request that leaves our own server."""
        if not address.startswith((self.site.address, "data:", "blob:")):
            self.wrong.append(f"asked {address}")

    def go(self, path: str) -> None:
        """Open one of our own addresses."""
        self.page.goto(self.site.address + path)

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, name: str, kind: str = "") -> None:
        """Press Tab until the thing called ``name`` has the focus, as someone without a mouse."""
        wanted = re.compile(name)
        for _ in range(FURTHEST):
            self.page.keyboard.press("Tab")
            tag, said = self.page.evaluate(FOCUSED)
            if wanted.search(said) and kind in ("", tag):
                return
        pytest.fail(f"the keyboard doesn't reach {name!r} on {self.page.url}")

    def follow(self, name: str, kind: str = "") -> None:
        """Reach a link or button and press Enter."""
        self.reach(name, kind)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, name: str, text: str) -> None:
        """Reach a field and type in it, over what stands there."""
        self.reach(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, name: str, option: str) -> None:
        """Reach a list and choose by typing what it says."""
        self.reach(name, "select")
        self.page.keyboard.type(option)

    def hand_in(self, name: str, *files: Path) -> None:
        """Reach a file field, open it by the space bar and choose files."""
        self.reach(name)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(list(files))

    def text(self) -> str:
        """What the page says."""
        return self.page.locator("main").inner_text()


FOCUSED = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].textContent : "";
  const said = at.getAttribute("aria-label") || label || at.textContent || at.value || "";
  return [at.tagName.toLowerCase(), said.replace(/\\s+/g, " ").trim()];
}"""
