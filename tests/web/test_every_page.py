"""Every page as drawn: no fault of layout or accessibility, wide and narrow, light and dark."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.chromium import Served, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = needs_chromium

HERE = Path(__file__).parent
FAULTS = (HERE / "layout.js").read_text("utf-8").split("\n", 1)[1]
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
GOLDEN = HERE / "golden"
ADDRESSES = {
    "today": "/",
    "me": "/me",
    "me-read": "/me/read",
    "me-level": "/me/level",
    "me-check": "/me/check",
    "roles": "/roles",
    "roles-found": "/roles?q=images+and+hardware",
    "roles-none": "/roles?q=zzzz",
    "role": "/roles/ml-engineer",
    "compare": "/roles/compare?one=ml-engineer&two=mlops-engineer",
    "fit": "/fit",
    "skills": "/skills",
    "skill": "/skills/docker",
    "gap": "/gap",
    "gap-shown": "/gap?role=ml-engineer&show=shown&sort=name",
    "plan": "/plan",
    "plan-cannot": "/plan?role=research-scientist&hours=2&by=2027-03-01",
    "what-if": "/plan/what-if?change=hours%3D12",
    "market": "/market?role=ml-engineer",
    "map": "/market/map",
    "trends": "/market/trends",
    "ads": "/market/ads",
    "sources": "/market/sources",
    "read-ad": "/market/read",
    "pay": "/pay?role=ml-engineer&place=United+States",
    "choices": "/choices",
    "divide": "/choices/research-or-applied",
    "choose": "/choices/specialist-or-manager",
    "path": "/choices/path?role=ml-engineer",
    "advice": "/choices/advice",
    "ladder": "/choices/ladder",
    "data": "/data",
    "patterns": "/patterns",
    "error": "/roles/compare?one=nothing&two=ml-engineer",
}
EMPTY = ("today", "me", "gap", "plan", "market", "ads", "data", "choices", "advice", "fit")
SPOKEN = (
    "today", "me-read", "fit", "role", "skill", "gap-shown", "plan-cannot", "what-if", "pay",
    "choose", "choices", "error",
)  # fmt: skip
"""Pages whose structure, as a screen reader tells it, is kept and compared."""


def _open(made: Browser, site: Served, **settings: Any) -> BrowserContext:
    context = made.new_context(**settings)
    context.add_cookies([{"name": "rung", "value": site.key, "url": site.address}])
    return context


def _look(page: Page, name: str, width: int) -> list[str]:
    """What is wrong with a page as it stands; keeps its picture where pictures are wanted."""
    _keep_picture(page, f"{name}-light-{width}")
    found: list[str] = page.evaluate(FAULTS)
    return [f"{name} at {width}: {fault}" for fault in found]


def _keep_picture(page: Page, name: str) -> None:
    """A picture for people to look at, where a folder is named for them."""
    if folder := os.environ.get("RUNG_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_is_sound_wide_and_narrow_light_and_dark(
    made_browser: Browser, lived_in: Served, name: str
) -> None:
    with _open(made_browser, lived_in, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(lived_in.address + ADDRESSES[name])
        faults = _look(page, name, 1440) + _rules(page, f"{name}, light")
        page.set_viewport_size({"width": 768, "height": 900})
        faults += _look(page, name, 768)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 360, "height": 900})
        _keep_picture(page, f"{name}-dark-360")
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => d.open = true)")
        faults += _rules(page, f"{name}, dark, all open")
        page.emulate_media(color_scheme="light")
        page.reload()
        faults += _look(page, name, 360)
    assert faults == []


@pytest.mark.parametrize("name", EMPTY)
def test_empty_states_are_as_sound(made_browser: Browser, empty: Served, name: str) -> None:
    faults = []
    for width in (360, 1440):
        with _open(made_browser, empty, viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto(empty.address + ADDRESSES[name])
            faults += _look(page, f"empty-{name}", width)
            faults += _rules(page, f"empty-{name}")
    assert faults == []


def _rules(page: Page, name: str) -> list[str]:
    if not AXE.is_file():
        pytest.skip("needs axe-core: npm ci --prefix tests/web")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [
        f"{name}: {v['id']}: {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}"
        for v in found
    ]


@pytest.mark.parametrize("name", SPOKEN)
def test_what_a_screen_reader_tells(
    made_browser: Browser, lived_in: Served, name: str, request: pytest.FixtureRequest
) -> None:
    with _open(made_browser, lived_in, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(lived_in.address + ADDRESSES[name])
        told = page.locator("body").aria_snapshot() + "\n"
    told = re.sub(r"http://127\.0\.0\.1:\d+", "", told).replace(str(lived_in.home), "HOME")
    path = GOLDEN / f"{name}.aria.yaml"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


def test_the_focus_is_always_seen(made_browser: Browser, lived_in: Served) -> None:
    with _open(made_browser, lived_in, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(lived_in.address + "/plan")
        seen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(OUTLINED))
    assert [s for s in seen if s] == []


OUTLINED = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return ringed || at === document.body ? "" : at.outerHTML.slice(0, 120);
}"""


def test_a_plan_prints_without_navigation_or_forms(made_browser: Browser, lived_in: Served) -> None:
    with _open(made_browser, lived_in) as context:
        page = context.new_page()
        page.goto(lived_in.address + "/plan")
        page.emulate_media(media="print")
        assert not page.locator(".rail").is_visible()
        assert not page.locator("form").first.is_visible()
        assert page.locator("table.steps").is_visible()
        paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert len(paper) > 20_000
