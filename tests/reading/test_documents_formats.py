"""Word, HTML, text, Markdown and JSON Resume, on small documents whose lines are known."""

from __future__ import annotations

import json
from pathlib import Path

from rung.reading.documents import read
from rung.reading.documents.records import Document
from tests.reading import made
from tests.reading.made import paragraph

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def written(tmp_path: Path, name: str, content: str | bytes) -> Document:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path)


def texts(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]


def test_word_body_is_read_in_its_order(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    dated = cell(paragraph("2021 – now")) + cell(paragraph("Engineer") + paragraph("Built it"))
    both = cell(paragraph("Skills") + paragraph("SQL")) + cell(paragraph("Work") + paragraph("X"))
    boxed = f"<w:pict><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict>"
    box = f"<w:p><w:r>{boxed}</w:r></w:p>"
    body = (
        paragraph("Ada Sample")
        + f"<w:tbl><w:tr>{dated}</w:tr><w:tr>{both}</w:tr></w:tbl>"
        + paragraph("Led a team", LIST)
        + box
        + "<w:p><w:r><w:t>Title</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Next line</w:t></w:r></w:p>"
    )
    header = f"<w:hdr {made.W}>{paragraph('ada@example.com')}{paragraph('Ada Sample')}</w:hdr>"

    document = written(tmp_path, "cv.docx", made.docx(body, header1=header))

    assert texts(document) == [
        "ada@example.com",
        "Ada Sample",
        "Ada Sample",
        "2021 – now\tEngineer",
        "Built it",
        "Skills",
        "SQL",
        "Work",
        "X",
        "Led a team",
        "In a box",
        "Title\t2019",
        "Next line",
    ]
    assert [line.text for line in document.pages[0].lines if line.bullet] == ["Led a team"]


def test_word_tables_within_tables_are_read_once(tmp_path: Path) -> None:
    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    def cell(content: str) -> str:
        return f"<w:tc>{content}</w:tc>"

    inner = table(cell(paragraph("Inner")), cell(paragraph("Below")))
    row = f"<w:sdt><w:sdtContent><w:tr>{cell(paragraph('Held'))}</w:tr></w:sdtContent></w:sdt>"
    held = f"<w:tbl>{row}</w:tbl>"
    body = table(cell(paragraph("Outer") + inner + held), cell(paragraph("Last")))

    document = written(tmp_path, "cv.docx", made.docx(body))

    assert texts(document) == ["Outer", "Inner", "Below", "Held", "Last"]


def test_word_shows_what_a_reader_sees(tmp_path: Path) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Kept</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"
        '<w:p><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>Strong</w:t></w:r></w:p>'
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:p><w:r><w:t>[Your name]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

    document = written(tmp_path, "cv.docx", made.docx(body))

    assert texts(document) == ["Kept", "Strong"]
    assert (document.pages[0].lines[1].bold, document.pages[0].lines[1].size) == (True, 14.0)


def test_html_shows_its_blocks(tmp_path: Path) -> None:
    document = written(
        tmp_path,
        "cv.html",
        "<!doctype html><head><title>No</title><style>p{}</style></head><body>"
        "<h1>Ada Sample</h1><p>Py<b>Torch</b> &amp;\n more</p><div><span>Engineer</span>"
        "<span>2021</span></div><ul><li>Built it</li><li><p>Ran it</p></li></ul>"
        "<table><tr><td>One</td><td>Two</td></tr></table><p hidden>Secret</p>a<br>b</body>",
    )

    assert document.kind == "html"
    assert texts(document) == [
        "Ada Sample",
        "PyTorch & more",
        "Engineer\t2021",
        "Built it",
        "Ran it",
        "One\tTwo",
        "a",
        "b",
    ]
    lines = document.pages[0].lines
    assert [line.text for line in lines if line.bullet] == ["Built it", "Ran it"]
    assert [line.text for line in lines if line.bold] == ["Ada Sample"]


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    document = written(
        tmp_path,
        "cv.md",
        "# Ada Sample\n\n**Engineer**, Acme\nWork\n----\n- Used *Go* and `snake_case`\n"
        "[Site](https://ada.example.com)\n| a | b |\n|---|---|\n\f2 * 3 * 4\n",
    )

    assert [page.number for page in document.pages] == [1, 2]
    assert texts(document) == [
        "Ada Sample",
        "Engineer, Acme",
        "Work",
        "Used Go and snake_case",
        "Site (https://ada.example.com)",
        "a\tb",
        "2 * 3 * 4",
    ]
    lines = document.pages[0].lines
    assert [line.text for line in lines if line.bold] == ["Ada Sample", "Engineer, Acme", "Work"]
    assert [line.text for line in lines if line.bullet] == ["Used Go and snake_case"]


def test_text_in_windows_encoding_is_decoded(tmp_path: Path) -> None:
    document = written(tmp_path, "cv.txt", "Zoë – engineer".encode("cp1252"))

    assert texts(document) == ["Zoë – engineer"]


def test_json_resume_keeps_its_data_and_can_be_quoted(tmp_path: Path) -> None:
    data = {
        "basics": {
            "name": "Ada Sample",
            "email": "ada@example.com",
            "location": {"city": "Toronto", "countryCode": "CA"},
            "profiles": [{"network": "GitHub", "url": "https://github.com/example-ada"}],
            "summary": "Builds things.\nTests them.",
        },
        "work": [
            {
                "name": "Acme",
                "position": "Engineer",
                "startDate": "2021-03",
                "highlights": ["Cut costs"],
            }
        ],
        "skills": [{"name": "Languages", "keywords": ["Python", "SQL"]}],
    }

    document = written(tmp_path, "cv.json", json.dumps(data))

    assert document.kind == "jsonresume"
    assert document.data == data
    assert texts(document) == [
        "Ada Sample",
        "ada@example.com",
        "Toronto, CA",
        "GitHub: https://github.com/example-ada",
        "Summary",
        "Builds things.",
        "Tests them.",
        "Work",
        "Engineer — Acme\t2021-03 –",
        "Cut costs",
        "Skills",
        "Languages",
        "Python, SQL",
    ]
