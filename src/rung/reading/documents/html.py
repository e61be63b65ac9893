"""HTML: what the page would show, one line a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from rung.reading.documents.decode import decode
from rung.reading.documents.drafts import Draft, DraftLine, DraftPage, tidy_lines
from rung.reading.documents.limits import Limits
from rung.reading.documents.tidy import close_letters

_HIDDEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i"}
    | {"img", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"}
    | {"time", "tt", "u", "var", "wbr"}
)
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


class _Step(NamedTuple):
    """A bit of text, the end of a line, or the start of a list item."""

    kind: Literal["text", "end", "item"]
    text: str = ""
    bold: bool = False


def parse(content: bytes, _limits: Limits) -> Draft:
    """The page's visible lines."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(decode(content)).body
    lines = [] if body is None else list(_lines(_steps(body, bold=False)))
    return Draft((DraftPage(tidy_lines(lines), reason="in the page's own order"),))


def visible_lines(markup: str) -> Iterator[str]:
    """The lines of a piece of HTML as people see them, list items with a dash."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(markup).body
    for line in () if body is None else tidy_lines(_lines(_steps(body, bold=False))):
        yield f"- {line.text}" if line.bullet else line.text


def _steps(node: Any, bold: bool) -> Iterator[_Step]:
    previous = ""
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            yield _Step("text", _SPACE.sub(" ", child.text_content or ""), bold)
        elif tag == "br":
            yield _Step("end")
        elif tag in _INLINE and not _is_hidden(child):
            # Spans side by side without a space are set apart by the page's style.
            if previous == tag == "span":
                yield _Step("text", "\t", bold)
            yield from _steps(child, bold or tag in _BOLD)
        elif tag in ("td", "th"):
            yield _Step("text", "\t", bold)
            yield from _steps(child, bold or tag in _BOLD)
        elif tag not in _HIDDEN and not _is_hidden(child):
            yield _Step("item" if tag == "li" else "end")
            yield from _steps(child, bold or tag in _BOLD)
            yield _Step("end")
        previous = tag


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _lines(steps: Iterable[_Step]) -> Iterator[DraftLine]:
    parts: list[_Step] = []
    bullet = False
    for step in steps:
        if step.kind == "text":
            parts.append(step)
            continue
        if any(part.text.strip() for part in parts):
            yield _line(parts, bullet)
            bullet = False
        parts = []
        bullet = bullet or step.kind == "item"
    yield _line(parts, bullet)


def _line(parts: list[_Step], bullet: bool) -> DraftLine:
    text = "".join(part.text for part in parts)
    heavy = sum(len(part.text.strip()) for part in parts if part.bold)
    whole = sum(len(part.text.strip()) for part in parts)
    return DraftLine(close_letters(text.strip()), bold=2 * heavy > whole, bullet=bullet)
