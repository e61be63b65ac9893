"""The documentation builds without a warning, leads nowhere that isn't there, and loads nothing."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bench.docs.links import external

from tests.docs.site import BuiltPage, build, is_outside, pages

SITE_404 = "404.html"
"""Served for any address, so its own are written from the root."""

URL = re.compile(r"url\(\s*[\"']?([^)\"']+)")
IMPORT = re.compile(r"@import\s+[\"']?([^\"';]+)")


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    done = build(root, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out.resolve()


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[Path, BuiltPage]:
    return pages(folder)


def test_every_page_of_docs_is_in_it(
    root: Path, folder: Path, built: dict[Path, BuiltPage]
) -> None:
    docs = root / "docs"
    written = {p.relative_to(docs).with_suffix(".html") for p in docs.rglob("*.md")}
    assert written == {p.relative_to(folder) for p in built} - {Path(SITE_404)}


def test_every_link_and_anchor_leads_somewhere(built: dict[Path, BuiltPage]) -> None:
    lost = []
    for page in built.values():
        if page.name == SITE_404:
            continue
        for address in page.links():
            if is_outside(address):
                continue
            file, place = page.target(address)
            if not file.is_file():
                lost.append(f"{page.name}: {address} leads to no file")
            elif place and file in built and place not in built[file].places:
                lost.append(f"{page.name}: {address} leads to no place of its page")
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(built: dict[Path, BuiltPage], folder: Path) -> None:
    asked = {(page.name, a) for page in built.values() for a in page.resources()}
    assert {(name, a) for name, a in asked if is_outside(a)} == set()
    for style in folder.rglob("*.css"):
        text = style.read_text("utf-8")
        found = [*URL.findall(text), *IMPORT.findall(text)]
        assert [a for a in found if is_outside(a)] == [], style.name


def test_what_is_loaded_is_there(built: dict[Path, BuiltPage]) -> None:
    for page in built.values():
        if page.name == SITE_404:
            continue
        for address in page.resources():
            if not address.startswith("data:"):
                assert page.target(address)[0].is_file(), (page.name, address)


def test_no_part_that_would_ask_a_server_is_used(built: dict[Path, BuiltPage]) -> None:
    for page in built.values():
        for part in (".mermaid", "[data-md-component=source]", "[data-md-component=consent]"):
            assert page.tree.css_first(part) is None, (page.name, part)


def test_search_is_ready_to_work_from_disk(folder: Path, built: dict[Path, BuiltPage]) -> None:
    assert (folder / "search" / "search_index.js").stat().st_size > 10_000
    index = built[folder / "index.html"]
    assert "assets/iframe-worker.js" in set(index.resources())


def test_links_of_the_readme_lead_to_files(root: Path) -> None:
    found = re.findall(r"\]\(([^)#]+)[^)]*\)", (root / "README.md").read_text("utf-8"))
    here = [address for address in found if not is_outside(address)]
    assert here
    assert [address for address in here if not (root / address).exists()] == []


def test_links_that_leave_are_secure_and_whole() -> None:
    listed = list(external())
    assert listed
    for page, address in listed:
        parts = urlsplit(address)
        assert parts.scheme == "https", (page, address)
        assert "." in parts.netloc, (page, address)
