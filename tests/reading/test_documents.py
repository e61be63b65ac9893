"""Documents as a whole: the examples' known lines, the laws of places, and the real files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.core.errors import UnreadableDocument
from rung.reading.documents import read
from rung.reading.documents.drafts import DraftLine, DraftPage, tidy_lines, to_page
from rung.reading.documents.records import Document, Page
from rung.reading.documents.tidy import close_letters, split_bullet, tidy

EXAMPLES = ("backend_engineer.pdf", "product_manager.pdf", "statistics_phd.docx")


def lines_of(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]


def holds_its_lines(page: Page) -> bool:
    slices = [page.text[line.start : line.start + len(line.text)] for line in page.lines]
    texts = [line.text for line in page.lines]
    return slices == texts and page.text == "\n".join(texts)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_line_of_an_example_stands_where_it_says(root: Path, name: str) -> None:
    document = read(root / "examples" / name)

    assert document.name == name
    assert len(document.sha256) == 64
    assert all(holds_its_lines(page) for page in document.pages)
    assert not document.warnings


def test_backend_engineer_is_read_line_by_line(root: Path) -> None:
    document = read(root / "examples" / "backend_engineer.pdf")
    texts = lines_of(document)

    assert texts[:2] == ["Nadia Samplewood", "Backend Engineer"]
    assert "Backend Engineer II\tOct 2023 – Present" in texts
    assert [page.order for page in document.pages] == ["stream", "stream"]
    bullets = [line.text for page in document.pages for line in page.lines if line.bullet]
    assert bullets[0].startswith("Own four Python services (FastAPI)")
    assert "Cloud: AWS (S3, Lambda); familiar with Kubernetes" in bullets


def test_sidebar_is_read_apart_from_the_main_column(root: Path) -> None:
    texts = lines_of(read(root / "examples" / "product_manager.pdf"))

    headings = [text for text in texts if text in ("Contact", "Skills", "Languages", "Experience")]
    assert headings == ["Contact", "Skills", "Languages", "Experience"]
    assert texts.index("French, B2") + 1 == texts.index("Marguerite Mockford")
    assert "Product Manager\tAug 2019 – Feb 2022" in texts


def test_word_example_keeps_its_tabs_and_bullets(root: Path) -> None:
    page = read(root / "examples" / "statistics_phd.docx").pages[0]

    degree = next(line for line in page.lines if line.text.startswith("PhD Statistics"))
    assert degree.text.endswith("Montréal\tSep 2019 – Aug 2024")
    assert degree.bold
    assert sum(line.bullet for line in page.lines) == 9


def test_span_quotes_the_page(root: Path) -> None:
    document = read(root / "examples" / "backend_engineer.pdf")
    line = document.pages[1].lines[0]

    span = document.span(2, line.start, line.start + len(line.text))

    assert span.text == "Projects"
    assert span.document == "backend_engineer.pdf"


def test_reading_is_repeatable_in_another_process(root: Path, tmp_path: Path) -> None:
    path = root / "examples" / "product_manager.pdf"
    script = (
        "import sys, pathlib; from rung.reading.documents import read;"
        " sys.stdout.buffer.write(repr(read(pathlib.Path(sys.argv[1]))).encode())"
    )
    environment = {"PYTHONPATH": str(root / "src"), "LC_ALL": "C", "SYSTEMROOT": "C:\\Windows"}

    other = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    assert other.stdout.decode() == repr(read(path))


@given(st.lists(st.text(max_size=40), max_size=20))
def test_any_lines_make_a_page_that_holds_them(texts: list[str]) -> None:
    page = to_page(1, DraftPage(tidy_lines(DraftLine(text) for text in texts)))

    assert holds_its_lines(page)
    assert all(line.text == line.text.strip() for line in page.lines)
    assert page.text.encode().decode() == page.text
    assert len(page.text.split("\n")) == max(len(page.lines), 1)


@given(st.text())
def test_tidy_text_stays_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("e\ufb03cient \ufb02ow", "efficient flow"),
        ("co\u00adop\u200b work", "coop work"),
        ("A\u00a0B\u2003C", "A B C"),
        ("2019 \x96 2021", "2019 – 2021"),
        ("\uf095 (416) 555-0132", "(416) 555-0132"),
        ("Title\t2020", "Title\t2020"),
    ],
)
def test_typesetting_leftovers_go(written: str, shown: str) -> None:
    assert tidy(written) == shown


@pytest.mark.parametrize(
    ("text", "bare", "marked"),
    [
        ("• Built it", "Built it", True),
        ("\uf0b7 Built it", "Built it", True),
        ("o\tBuilt it", "Built it", True),
        ("– Built it", "Built it", True),
        ("– present", "– present", False),
        ("-5% cost", "-5% cost", False),
        ("of note", "of note", False),
    ],
)
def test_bullets_are_told_from_text(text: str, bare: str, marked: bool) -> None:
    assert split_bullet(text) == (bare, marked)


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("W O R K   H I S T O R Y", "WORK HISTORY"),
        ("R and C", "R and C"),
        ("C, C++ and R", "C, C++ and R"),
    ],
)
def test_letter_spacing_is_closed(spaced: str, closed: str) -> None:
    assert close_letters(spaced) == closed


def test_every_real_document_is_read_or_refused(shared: Path) -> None:
    refused = {}
    for path in sorted((shared / "data" / "resumes").rglob("*")):
        if path.suffix not in (".pdf", ".docx", ".json"):
            continue
        try:
            document = read(path)
        except UnreadableDocument as error:
            refused[path.name] = error.cause
        else:
            assert all(holds_its_lines(page) for page in document.pages), path.name

    assert refused
    assert all(name.endswith(".json") for name in refused), refused


def test_bullets_of_real_documents_stay_whole(shared: Path) -> None:
    folder = shared / "data" / "resumes" / "generated"
    whole = total = 0
    for truth in sorted(folder.glob("*.jsonresume.json")):
        jobs = json.loads(truth.read_text(encoding="utf-8"))["work"]
        bullets = ["".join(text.split()) for job in jobs for text in job["highlights"]]
        for path in sorted(folder.glob(f"{truth.name.split('.')[0]}__*")):
            text = "".join("".join(lines_of(read(path))).split())
            whole += sum(bullet in text for bullet in bullets)
            total += len(bullets)

    assert total > 200
    assert whole == total
