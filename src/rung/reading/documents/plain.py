"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rung.reading.documents.decode import decode
from rung.reading.documents.drafts import Draft, DraftLine, DraftPage, tidy_lines
from rung.reading.documents.limits import Limits
from rung.reading.documents.tidy import close_letters

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|\*{3,}|_{3,})\s*$")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-{3,}[\s:|-]*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_CODE = re.compile(r"`([^`]+)`")


def parse(content: bytes, _limits: Limits) -> Draft:
    """The text's lines; a form feed starts a page."""
    pages = decode(content).split("\f")
    drafts = (DraftPage(tidy_lines(_lines(page)), reason="as written") for page in pages)
    return Draft(tuple(page for page in drafts if page.lines))


def _lines(text: str) -> Iterator[DraftLine]:
    written = text.splitlines()
    for line, following in zip(written, [*written[1:], ""], strict=True):
        if _UNDERLINE.match(line) or _TABLE_RULE.match(line):
            continue
        heading = _HEADING.match(line)
        underlined = bool(line.strip()) and re.match(r"\s*(={3,}|-{3,})\s*$", following)
        bare = heading.group(1) if heading else line
        shown = _unmarked(bare)
        strong = _STRONG.match(bare.strip())
        bold = bool(heading or underlined) or bool(strong and 2 * strong.end() > len(bare))
        yield DraftLine(close_letters(shown), bold=bold)


def _unmarked(line: str) -> str:
    """The line without Markdown's marks: what a reader of the page would see."""
    if line.strip().startswith("|") and line.strip().endswith("|"):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    line = _LINK.sub(_link_text, line)
    line = _STRONG.sub(r"\2", line)
    line = _EMPHASIS.sub(r"\1", line)
    return _CODE.sub(r"\1", line)


def _link_text(link: re.Match[str]) -> str:
    text, target = link.group(1), link.group(2).removeprefix("mailto:")
    return text if not target or text in target or target in text else f"{text} ({target})"
