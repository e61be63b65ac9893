"""Word: headers, then the body in its order (tables, text boxes, lists), then footers."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rung.reading.documents.docx_package import DOCUMENT, Package
from rung.reading.documents.docx_paragraph import is_placeholder, lines_of, text_boxes
from rung.reading.documents.docx_styles import Styles, W
from rung.reading.documents.drafts import Draft, DraftLine, DraftPage, tidy_lines
from rung.reading.documents.limits import Limits

# A cell no longer than this beside another is a date, place or label of that one's first line.
RAIL_CHARACTERS = 40
_UNSEEN = (f"{W}sectPr", f"{W}del", f"{W}moveFrom")
# What may stand between a table and its rows, or a row and its cells.
_WRAPPERS = tuple(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def parse(content: bytes, limits: Limits) -> Draft:
    """The document's lines on one page: Word lays pages out only when it prints."""
    package = Package(content, limits)
    styles = Styles(package.part("word/styles.xml"))
    lines: list[DraftLine] = []
    for prefix in ("word/header", DOCUMENT, "word/footer"):
        seen = {line.text for line in lines} if prefix != DOCUMENT else set()
        for name in package.names(prefix):
            root = package.part(name)
            found = [] if root is None else list(_block_lines(root, styles))
            lines += [line for line in found if line.text not in seen]
            seen |= {line.text for line in found} if prefix != DOCUMENT else set()
    return Draft((DraftPage(tidy_lines(lines), "body", "in the order stored in the file"),))


def _block_lines(container: Element, styles: Styles) -> Iterator[DraftLine]:
    """The lines of a body, cell, text box, header or footer."""
    for child in container:
        if child.tag == f"{W}p":
            yield from lines_of(child, styles)
            for box in text_boxes(child):
                yield from _block_lines(box, styles)
        elif child.tag == f"{W}tbl":
            for row in _own(child, f"{W}tr"):
                yield from _row_lines(row, styles)
        elif child.tag not in _UNSEEN and not is_placeholder(child):
            yield from _block_lines(child, styles)


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """A table's own rows or a row's own cells, not those of tables within its cells."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS and not is_placeholder(child):
            yield from _own(child, tag)


def _row_lines(row: Element, styles: Styles) -> list[DraftLine]:
    """A table row's lines, cell by cell; short cells stand on the first line of the row.

    Why: a table is often the page's layout, with dates in a cell beside the position.
    """
    cells = [tidy_lines(_block_lines(cell, styles)) for cell in _own(row, f"{W}tc")]
    cells = [cell for cell in cells if cell]
    long = [cell for cell in cells if len(cell) > 1 or len(cell[0].text) > RAIL_CHARACTERS]
    if len(cells) < 2 or len(long) > 1:
        return [line for cell in cells for line in cell]
    main = long[0] if long else cells[0]
    first = main[0]._replace(text="\t".join(cell[0].text for cell in cells))
    return [first, *main[1:]]
