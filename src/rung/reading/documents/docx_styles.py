"""How a Word file's named styles look: bold, size, list or heading."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")


class Look(NamedTuple):
    """What a style or a run says of its text; None where it says nothing."""

    bold: bool | None = None
    size: float | None = None
    listed: bool | None = None
    heading: bool = False

    def over(self, base: Look) -> Look:
        """This look where it speaks, else the one beneath it."""
        return Look(
            base.bold if self.bold is None else self.bold,
            self.size or base.size,
            base.listed if self.listed is None else self.listed,
            self.heading or base.heading,
        )


def look_of(element: Element | None) -> Look:
    """The look an element's ``rPr`` and ``pPr`` give directly."""
    if element is None:
        return Look()
    size = _value(element, "rPr/sz")
    numbered = _value(element, "pPr/numPr/numId")
    level = _value(element, "pPr/outlineLvl")
    return Look(
        bold=_flag(element.find(f"{W}rPr/{W}b")),
        size=int(size) / 2 if size and size.isdigit() else None,
        listed=None if numbered is None else numbered != "0",
        heading=level is not None and level in "012345678",
    )


def flag(element: Element, name: str) -> bool:
    """Whether a run's on/off property is set."""
    return bool(_flag(element.find(f"{W}rPr/{W}{name}")))


def _flag(element: Element | None) -> bool | None:
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


def _value(element: Element, path: str) -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


class Styles:
    """The styles part: the look of each style by id, with what it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
        self._default = look_of(default)

    def paragraph(self, paragraph: Element) -> Look:
        """The look of a paragraph: its own settings over its style's."""
        own = look_of(paragraph)._replace(bold=None, size=None)  # rPr here is the mark's
        return own.over(self.named(_value(paragraph, "pPr/pStyle") or "Normal"))

    def run(self, run: Element, paragraph: Look) -> Look:
        """The look of a run: its own settings over its style's over its paragraph's."""
        style = _value(run, "rPr/rStyle")
        named = self._named(style, frozenset()) if style else Look()
        return look_of(run).over(named).over(paragraph)

    def named(self, style: str) -> Look:
        """The look of a style by id, over the document's defaults."""
        return self._named(style, frozenset()).over(self._default)

    def _named(self, style: str, seen: frozenset[str]) -> Look:
        element = self._styles.get(style)
        if element is None or style in seen:
            return Look()
        look = look_of(element)
        name = (_value(element, "name") or "").lower()
        if name.startswith("heading") or name == "title":
            look = look._replace(heading=True)
        base = _value(element, "basedOn")
        return look.over(self._named(base, seen | {style})) if base else look
