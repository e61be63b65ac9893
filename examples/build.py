"""Build the example résumés from ``sources/``: PDFs by Chromium, the Word file by python-docx.

All people, employers and numbers here are invented. Run ``python examples/build.py`` after a
change to a source; the built documents are committed, so that nobody needs Chromium to use them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def build_pdf(browser: str, source: Path) -> Path:
    """Print one HTML page to PDF."""
    target = HERE / f"{source.stem}.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [browser, *options, f"--print-to-pdf={target}", source.as_uri()],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
    return target


def build_docx(source: Path) -> Path:
    """Set one Markdown-like source as a Word file with dates at a right tab stop."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10.5)
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            document.add_paragraph(line[2:], style="Title")
        elif line.startswith("## "):
            document.add_paragraph(line[3:], style="Heading 1")
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line:
            add_paragraph(document, line)
    target = HERE / f"{source.stem}.docx"
    document.save(str(target))
    return target


def add_paragraph(document: Document, line: str) -> None:
    """A paragraph; text between double asterisks is bold, what follows a tab is at the right."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(432), WD_TAB_ALIGNMENT.RIGHT)
    for number, part in enumerate(line.split("**")):
        paragraph.add_run(part).bold = number % 2 == 1


def main() -> None:
    """Build every example."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("Chromium is needed to print the PDFs, and none was found on the path.")
    built = [build_pdf(browser, source) for source in sorted(SOURCES.glob("*.html"))]
    built += [build_docx(source) for source in sorted(SOURCES.glob("*.md"))]
    for document in built:
        sys.stdout.write(f"{document.name}\n")


if __name__ == "__main__":
    main()
