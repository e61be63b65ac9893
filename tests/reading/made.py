"""Documents made for tests: small PDFs and Word files, sound and broken."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

Placed = tuple[float, float, str]
"""A text and where it stands: x and y in points from the page's bottom left."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*pages: Sequence[Placed], extra: str = "", size: int = 10) -> bytes:
    """A PDF that paints the texts in the order given, in Helvetica."""
    streams = [
        b"BT " + b" ".join(_shown(x, y, text, size) for x, y, text in page) + b" ET"
        for page in pages
    ]
    return pdf_of(streams, extra)


def _shown(x: float, y: float, text: str, size: int) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj".encode("cp1252")


def pdf_of(streams: Sequence[bytes], extra: str = "", filters: str = "", page: str = "") -> bytes:
    """A PDF with these content streams, one a page; ``extra`` goes into the trailer."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {page}"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>".encode()
        )
        head = f"<< /Length {len(stream)} {filters} >>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
    return _assembled(objects, extra)


def _assembled(objects: Sequence[bytes], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def locked_pdf() -> bytes:
    """A PDF whose encryption no empty password opens."""
    blank = "00" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{blank}> /U <{blank}> /P -4 >>"
    return pdf([(72, 700, "Secret")], extra=f"{encrypt} /ID [<{blank}> <{blank}>]")


def flate_bomb(megabytes: int = 400) -> bytes:
    """A PDF of a few kilobytes whose content stream inflates twice, to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    chunk = b"(x) Tj " * (1_000_000 // 7)
    once = b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()
    return pdf_of([zlib.compress(once, 9)], filters="/Filter [/FlateDecode /FlateDecode]")


def picture_pdf() -> bytes:
    """A PDF of two pages that show a grey picture and no text, as a scan does."""
    picture = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    return pdf_of([picture, picture])


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this XML inside its body; more parts by name (``header1="..."``)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", document)
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


def zip_of(**parts: bytes) -> bytes:
    """A zip archive with these parts; two underscores in a name stand for a slash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    shown = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{shown}</w:p>"
