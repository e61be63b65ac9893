"""The built site as a test sees it: pages, what they refer to, what can be referred to in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser

LOADED = {
    "script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src",
    "audio": "src", "video": "src", "track": "src", "object": "data", "input": "src",
}  # fmt: skip
"""Elements whose address a browser fetches by itself."""

NAMED_ONLY = frozenset({"canonical", "next", "prev", "alternate", "license", "author"})
"""Relations of a <link> that a browser doesn't fetch."""


def build(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """The site built as ``bootstrap.py site`` builds it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True)
class BuiltPage:
    """One page of the site in ``folder``."""

    folder: Path
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(self.folder).as_posix()

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.path.read_text("utf-8"))

    @cached_property
    def places(self) -> frozenset[str]:
        """What an anchor can name here."""
        found = {n.attributes.get("id") or "" for n in self.tree.css("[id]")}
        found |= {n.attributes.get("name") or "" for n in self.tree.css("a[name]")}
        return frozenset(found - {""})

    def links(self) -> Iterator[str]:
        for node in self.tree.css("a[href]"):
            yield node.attributes.get("href") or ""

    def resources(self) -> Iterator[str]:
        """Every address the page makes a browser fetch."""
        for tag, name in LOADED.items():
            for node in self.tree.css(f"{tag}[{name}]"):
                yield node.attributes.get(name) or ""
        for node in self.tree.css("link[href]"):
            if set((node.attributes.get("rel") or "").split()) - NAMED_ONLY:
                yield node.attributes.get("href") or ""
        for node in self.tree.css("[srcset]"):
            for part in (node.attributes.get("srcset") or "").split(","):
                yield part.split()[0]

    def target(self, address: str) -> tuple[Path, str]:
        """The file an address of this page leads to, and the place in it."""
        where, place = urldefrag(address)
        path = unquote(urlsplit(where).path)
        return (self.path.parent / path).resolve() if path else self.path, unquote(place)


def pages(folder: Path) -> dict[Path, BuiltPage]:
    """Every page by its file."""
    return {p.resolve(): BuiltPage(folder, p.resolve()) for p in sorted(folder.rglob("*.html"))}


def is_outside(address: str) -> bool:
    """Whether an address names a host, or a scheme other than inline data."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")
