"""A Word file as a zip of XML parts, opened with bounds on what it may unpack to."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element

from rung.reading.documents.limits import MEGABYTE, Limits
from rung.reading.documents.refusal import RefusalError

DOCUMENT = "word/document"
MAX_PARTS = 5000
MAX_RATIO = 200
MIN_BOMB = 10 * MEGABYTE

_SAVE_AS = "Save it as PDF, DOCX or plain text and give that."
_DAMAGED = RefusalError(
    "the Word file is damaged or incomplete.", "Save or download it again, retry."
)
_KINDS = (
    ("xl/workbook.xml", "it is an Excel workbook, not a document."),
    ("ppt/presentation.xml", "it is a PowerPoint presentation, not a document."),
    ("content.xml", "it is an OpenDocument file, which Rung doesn't read."),
    ("Index/Document.iwa", "it is a Pages document, which Rung doesn't read."),
)


class Package:
    """The parts of one DOCX.

    Why: a few kilobytes of zip can hold gigabytes; sizes are checked before anything is
    unpacked, and unpacking stops at the size the file claims.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile as error:
            raise _DAMAGED from error
        self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        self._check(limits, len(content))

    def _check(self, limits: Limits, packed: int) -> None:
        total = sum(self._sizes.values())
        bomb = total > MIN_BOMB and total > MAX_RATIO * packed
        if bomb or total > limits.unpacked or len(self._zip.infolist()) > MAX_PARTS:
            raise RefusalError(
                f"it would unpack to {total // MEGABYTE} MB, far more than a résumé holds.",
                "Save it again from the program it was written in.",
            )
        if not self.names(DOCUMENT):
            cause = next((cause for part, cause in _KINDS if part in self._sizes), None)
            raise RefusalError(cause or "it is a zip archive, not a Word document.", _SAVE_AS)

    def names(self, prefix: str) -> list[str]:
        """The XML parts whose names start so, in order."""
        return sorted(n for n in self._sizes if n.startswith(prefix) and n.endswith(".xml"))

    def part(self, name: str) -> Element | None:
        """The root element of a part; None where the package has none of that name."""
        from defusedxml import ElementTree

        if name not in self._sizes:
            return None
        try:
            with self._zip.open(name) as file:
                text = file.read(self._sizes[name] + 1)
            root: Element = ElementTree.fromstring(text, forbid_dtd=True)
        except (zipfile.BadZipFile, ElementTree.ParseError, EOFError, ValueError) as error:
            raise _DAMAGED from error
        except RuntimeError as error:  # what zipfile raises for an encrypted part
            raise RefusalError(
                "the document is protected by a password.",
                "Save a copy without the password and give that.",
            ) from error
        return root
