"""PDF: text with places from PDFium; scans, passwords and garbled text are refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from rung.reading.documents.drafts import Draft, DraftPage, tidy_lines
from rung.reading.documents.limits import Limits
from rung.reading.documents.pdf_glyphs import Glyph, font_size, frame_of, glyphs, is_bold
from rung.reading.documents.pdf_marks import drawn_dots, is_mark, marked
from rung.reading.documents.pdf_order import ordered
from rung.reading.documents.pdf_pieces import pieces
from rung.reading.documents.pdf_text_layer import check_text_layer
from rung.reading.documents.refusal import RefusalError


def parse(content: bytes, limits: Limits) -> Draft:
    """The document's pages, each in its better reading order."""
    document = _opened(content)
    if len(document) > limits.pages:
        raise RefusalError(
            f"it has {len(document)} pages; Rung reads up to {limits.pages}.",
            "Give only the pages of the résumé.",
        )
    read = [_page(page) for page in document]
    check_text_layer([raw for _, raw in read])
    return Draft(tuple(page for page, _ in read), _empty_pages([page for page, _ in read]))


def _opened(content: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(error.err_code) from error


def _not_opened(code: int | None) -> RefusalError:
    from pypdfium2 import raw

    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return RefusalError(
            "the PDF is protected by a password.",
            "Save a copy without the password and give that.",
        )
    return RefusalError(
        "the PDF is damaged or incomplete.", "Export or download it again, then retry."
    )


def _page(page: Any) -> tuple[DraftPage, str]:
    """One page's lines, and its characters as PDFium gave them."""
    text_page = page.get_textpage()

    def style(group: Sequence[Glyph]) -> tuple[float, bool]:
        middle = group[len(group) // 2].number
        return font_size(text_page, middle), is_bold(text_page, middle)

    frame = frame_of(page)
    visible = list(glyphs(text_page, frame))
    found = pieces(visible, style)
    draft = ordered([piece for piece in found if not is_mark(piece)])
    marks = [piece.box for piece in found if is_mark(piece)]
    dots = list(drawn_dots(page, frame))
    lines = tidy_lines(marked(line, marks, dots) for line in draft.lines)
    raw = "".join(glyph.text for glyph in visible)
    odd = sum(c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn") for c in raw)
    return draft._replace(lines=lines, odd=odd), raw


def _empty_pages(pages: Sequence[DraftPage]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.lines]
    return (f"No text on page {', '.join(empty)}: blank, or an image.",) if empty else ()
