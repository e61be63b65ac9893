"""The report in a real browser: nothing is fetched, it prints, and it fits a phone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rung.app.answer import Answer
from rung.report import html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is absent here")


@pytest.fixture(scope="module")
def page(backend_engineer: Answer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html(backend_engineer), "utf-8")
    return path


def chromium(folder: Path, *options: str) -> str:
    """What Chromium prints for these options, with an empty profile in ``folder``."""
    done = subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *options],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_the_page_asks_for_nothing(page: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    shown = chromium(tmp_path, f"--log-net-log={log}", "--dump-dom", page.as_uri())
    assert "MLOps engineer in Toronto" in shown
    asked = set(re.findall(r'"url":"(https?:[^"]+)"', log.read_text("utf-8", "replace")))
    hosts = {url for url in asked if "google" not in url and "gstatic" not in url}
    assert hosts == set(), "the report asked for something outside itself"


def test_it_prints_on_paper_with_its_text(page: Path, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    chromium(tmp_path, f"--print-to-pdf={paper}", "--no-pdf-header-footer", page.as_uri())
    import pypdfium2

    document = pypdfium2.PdfDocument(paper)
    text = "\n".join(p.get_textpage().get_text_range() for p in document)
    document.close()
    assert "MLOps engineer in Toronto" in text
    assert "What it pays" in text


@pytest.mark.parametrize("width", [360, 1280])
def test_no_part_is_wider_than_the_screen(page: Path, tmp_path: Path, width: int) -> None:
    probe = tmp_path / "probe.html"
    probe.write_text(
        f'<iframe id=f width={width} height=800 srcdoc="{_escaped(page)}"></iframe><p id=out></p>'
        "<script>f.onload=()=>{const d=f.contentDocument.documentElement;"
        "out.textContent=JSON.stringify({page:d.scrollWidth,screen:d.clientWidth})}</script>",
        "utf-8",
    )
    shown = chromium(tmp_path, "--virtual-time-budget=3000", "--dump-dom", probe.as_uri())
    found = re.search(r'id="out">({[^<]+})', shown)
    assert found, "the page did not load in its frame"
    sizes = json.loads(found.group(1))
    assert sizes["page"] <= sizes["screen"] + 1


def _escaped(page: Path) -> str:
    return page.read_text("utf-8").replace("&", "&amp;").replace('"', "&quot;")
