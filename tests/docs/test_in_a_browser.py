"""The site opened from disk in a real browser: search finds, and nothing is asked of a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.site import build
from tests.report.test_chromium import CHROMIUM

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is absent here")
HIT = ".md-search-result__link"
PATIENCE = 60_000
"""Milliseconds; only a search that never ends takes them."""


def test_search_works_from_disk_and_asks_for_nothing(root: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    done = build(root, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        asked: list[str] = []
        faults: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{(tmp_path / 'index.html').as_uri()}?q=wilson")
        page.wait_for_selector(HIT, state="attached", timeout=PATIENCE)
        hits = [a.get_attribute("href") or "" for a in page.locator(HIT).all()]
        browser.close()
    assert any("numbers.html" in address for address in hits)
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []
    assert faults == []
