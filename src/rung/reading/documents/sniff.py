"""What kind of file some bytes are, from the bytes themselves."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.structured import linkedin

Sniffed = Literal["pdf", "docx", "html", "text", "json", "rendercv", "linkedin", "europass"]

_SAVE_AS = "Save it as PDF, DOCX or plain text and give that."
_REFUSED = (
    (b"{\\rtf", "it is an RTF file, which Rung doesn't read."),
    (b"\x89PNG", "it is an image, and Rung reads text only."),
    (b"\xff\xd8\xff", "it is an image, and Rung reads text only."),
    (b"GIF8", "it is an image, and Rung reads text only."),
    (b"II*\x00", "it is an image, and Rung reads text only."),
    (b"MM\x00*", "it is an image, and Rung reads text only."),
    (b"%!PS", "it is a PostScript file, which Rung doesn't read."),
    (b"\x1f\x8b", "it is a compressed archive."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_EUROPASS = re.compile(rb"europass|SkillsPassport|hr-xml\.org", re.IGNORECASE)
_RENDERCV = re.compile(rb"^cv:[ \t]*(?:#.*)?\r?\n[ \t]+\w+:", re.MULTILINE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
MAX_CONTROL_SHARE = 0.02


def sniff(content: bytes) -> Sniffed:
    """The kind of these bytes; raises a refusal for kinds Rung doesn't read.

    Why: a suffix is a claim. A program named ``.pdf`` is told apart here.
    """
    head = content[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "linkedin" if _is_linkedin(content) else "docx"
    if head.startswith(_OLE):
        raise _ole(content)
    for magic, cause in _REFUSED:
        if head.startswith(magic):
            raise RefusalError(cause, _SAVE_AS)
    if not content.strip():
        raise RefusalError("it has no text in it.", "Give a file with your résumé in it.")
    if _is_binary(content):
        raise RefusalError("it is a binary file, not a document.", _SAVE_AS)
    return _text_kind(content)


def _ole(content: bytes) -> RefusalError:
    if _ENCRYPTED_PACKAGE in content:
        return RefusalError(
            "the document is protected by a password.",
            "Save a copy without the password and give that.",
        )
    return RefusalError("it is an old Word file (.doc), which Rung doesn't read.", _SAVE_AS)


def _is_binary(content: bytes) -> bool:
    if content.startswith(_UTF16):
        return False
    controls = len(content) - len(content.translate(None, _CONTROL))
    return b"\x00" in content or controls > MAX_CONTROL_SHARE * len(content)


def _text_kind(content: bytes) -> Sniffed:
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]
    if start.startswith((b"{", b"[")):
        return "json"
    if start.startswith(b"<") and _EUROPASS.search(start):
        return "europass"
    if _RENDERCV.search(content[:65536]):
        return "rendercv"
    return "html" if _HTML.search(start) else "text"


def _is_linkedin(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return linkedin.is_one(archive.namelist())
    except Exception:  # a damaged archive is for its parser to refuse
        return False
