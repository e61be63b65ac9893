"""One Word paragraph as lines: its runs' text with tabs, breaks, look and list mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from rung.reading.documents.docx_styles import Look, Styles, W, flag
from rung.reading.documents.drafts import DraftLine
from rung.reading.documents.tidy import close_letters

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = f"{W}txbxContent"
# What a run's marks read as. Deleted text, field codes and properties aren't shown.
_MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n"}
_MARKS[W + "noBreakHyphen"] = "-"
_UNSEEN = {W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")}


class _Stretch(NamedTuple):
    """A part of a paragraph in one look."""

    text: str
    look: Look


def lines_of(paragraph: Element, styles: Styles) -> Iterator[DraftLine]:
    """The paragraph's lines: one, or more where it holds line breaks."""
    base = styles.paragraph(paragraph)
    line: list[_Stretch] = []
    for text, look in _stretches(paragraph, base, styles):
        first, *others = text.split("\n")
        line.append(_Stretch(first, look))
        for other in others:
            yield _line(line, base)
            line = [_Stretch(other, look)]
    yield _line(line, base)


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once, with what they hold."""
    for child in _shown(paragraph):
        if child.tag == _BOX:
            yield child
        else:
            yield from text_boxes(child)


def _stretches(element: Element, base: Look, styles: Styles) -> Iterator[_Stretch]:
    for child in _shown(element):
        if child.tag == f"{W}r":
            if not flag(child, "vanish"):
                yield _Stretch(_run_text(child), styles.run(child, base))
        elif child.tag != _BOX:
            yield from _stretches(child, base, styles)


def _run_text(run: Element) -> str:
    parts: list[str] = []
    for child in _shown(run):
        if child.tag == f"{W}t":
            parts.append((child.text or "").replace("\n", " "))
        elif child.tag == f"{W}sym":
            parts.append(_symbol(child.get(f"{W}char", "")))
        else:
            parts.append(_MARKS.get(child.tag, ""))
    return "".join(parts)


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _shown(element: Element) -> Iterator[Element]:
    """The children that show, only one of several alternatives for the same thing."""
    for child in element:
        if child.tag in _UNSEEN or is_placeholder(child):
            continue
        if child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            chosen = choice if choice is not None else child.find(f"{_MC}Fallback")
            if chosen is not None:
                yield from _shown(chosen)
        else:
            yield child


def is_placeholder(element: Element) -> bool:
    """Whether this is a template's "[Your name]", never filled in."""
    return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _line(line: list[_Stretch], base: Look) -> DraftLine:
    text = "".join(part.text for part in line)
    return DraftLine(
        text=close_letters(text),
        size=next((part.look.size for part in line if part.text.strip() and part.look.size), None),
        bold=base.heading or _is_bold(line),
        bullet=bool(base.listed) and not base.heading,
    )


def _is_bold(line: list[_Stretch]) -> bool:
    """Whether most of the line is bold, up to its first tab: dates at the right don't count."""
    bold = plain = 0
    for part in line:
        before, tab, _ = part.text.partition("\t")
        if part.look.bold:
            bold += len(before.strip())
        else:
            plain += len(before.strip())
        if tab and bold + plain:
            break
    return bold > plain
