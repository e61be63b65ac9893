"""Hostile paths, names, uploads and texts: none reads, stores, runs or tells what it must not."""

from __future__ import annotations

import io
import json
import os
import re
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rung.web import pages
from rung.web.app import MOST_BYTES
from rung.web.page import Page
from rung.web.render import asset_path
from tests.reading import made
from tests.web.asking import Asker, Got, Upload
from tests.web.chromium import TODAY, Served, rung

FULL = bool(os.environ.get("RUNG_FULL"))


@pytest.fixture
def asker(lived_in: Served) -> Asker:
    return Asker(lived_in)


@pytest.fixture
def fresh(fresh_site: Served) -> Asker:
    return Asker(fresh_site)


def _opened(page: Page) -> str:
    """A page's path with something known in it."""
    known = "docker" if page.path.startswith("/skills") else "ml-engineer"
    return page.path.replace("{choice}", "research-or-applied").replace("{id}", known)


# Paths

SECRET = re.compile(rb"root:[^:]*:0:0|SQLite format 3|\[build-system\]|def make_app")
OUTSIDE = (
    "/static/../app.py",
    "/static/../../web/app.py",
    "/static/%2e%2e/app.py",
    "/static/..%2fapp.py",
    "/static/..%5capp.py",
    "/static/%252e%252e%252fapp.py",
    "/static//etc/passwd",
    "/static/%2fetc%2fpasswd",
    "/static/rung.css",
    "/static/rung.js%00.css",
    "/static/",
    "/templates/base.html.j2",
    "/../../../../../../etc/passwd",
    "/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "//etc/passwd",
    "/%00",
    "/%ff%fe",
    "/web.key",
    "/state.db",
    "/.env",
    "/data/../web.key",
    "/data/web.key",
    "/docs",
    "/redoc",
)
INSIDE = (
    "..%2f..%2f..%2fetc%2fpasswd",
    "../../../../etc/passwd",
    "..%5c..%5cweb.key",
    "%2e%2e",
    "..",
    ".",
    "%00",
    "ml-engineer%00",
    "ml-engineer%0d%0aX-Evil:%20yes",
    "%ff%fe%fa",
    "ml-engineer%2f",
    "__class__",
    "*",
    "a" * 5000,
    "%F0%9F%92%A9",
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_pages(asker: Asker, path: str) -> None:
    got = asker.get(path)
    assert got.status in (400, 404)
    assert not SECRET.search(got.body)
    assert asker.get(path, cookie=None).status == 403


@pytest.mark.parametrize("under", ["/roles", "/skills", "/choices", "/work"])
@pytest.mark.parametrize("name", INSIDE)
def test_a_name_in_a_path_is_only_a_name(asker: Asker, under: str, name: str) -> None:
    for twin in ("", ".json"):
        got = asker.get(f"{under}/{name}{twin}")
        if got.status == 307:
            assert got.header("location") == f"{asker.site.address}{under}/ml-engineer"
        else:
            assert got.status in (400, 404)
        assert not SECRET.search(got.body)
        assert not got.all("x-evil")


@pytest.mark.parametrize(
    "target", ["http://evil.example/", "evil.example:443", "*", "/a b", "/\x01", "/ü"]
)
def test_odd_targets_are_no_pages(asker: Asker, target: str) -> None:
    lines = [f"GET {target} HTTP/1.1", f"Host: {asker.host}", f"Cookie: rung={asker.site.key}"]
    got = asker.raw("\r\n".join([*lines, "Connection: close", "", ""]).encode())
    assert got.status in (400, 404, 405)
    assert not got.all("location")


# Uploads

RESUME = b"""Ada Fictional
ada@example.org

EXPERIENCE
Data Engineer, Loom Works, 2019 - 2024
- Built pipelines in Python and SQL for 20 teams
"""
NAMES = {
    "../../evil.txt": "evil.txt",
    "..\\..\\evil.txt": "evil.txt",
    "/etc/cron.d/evil.txt": "evil.txt",
    "C:\\Users\\ada\\evil.txt": "evil.txt",
    "a/b/../../../evil.txt": "evil.txt",
    "..": "document",
    "...": "document",
    ".": "document",
    " . ": "document",
    "a" * 300 + ".txt": "a" * 116 + ".txt",
    "ü" * 300 + ".txt": None,
    "履" * 300 + ".txt": None,
    "😀" * 300 + ".txt": None,
    "\u202etxt.evil\u202c.txt": "txt.evil.txt",
    "\u200f\u2067evil\u2069.txt": "evil.txt",
    "evil\u0007\u001b[31m.txt": "evil[31m.txt",
    "ev\u2028il.txt": "evil.txt",
    "<b>evil</b>.txt": "b.txt",
    "evil|*?:<>.txt": "evil.txt",
    ".hidden.txt": ".hidden.txt",
    "-rf.txt": "-rf.txt",
    "$(touch evil).txt": "$(touch evil).txt",
    "%2e%2e%2fevil.txt": "%2e%2e%2fevil.txt",
}
"""What a file is called where it comes from, and here (where it can be said)."""


def _documents(asker: Asker) -> list[str]:
    """The names of the documents kept."""
    return list(json.loads(asker.kept()["data.json"])["records"].get("document", {}))


def _files(home: Path) -> set[str]:
    """All files below a home, but the caches a command can fill again."""
    return {
        str(p.relative_to(home)) for p in home.rglob("*") if p.is_file() and "cache" not in p.parts
    }


@pytest.mark.parametrize("name", NAMES)
def test_an_upload_is_kept_under_a_harmless_name(fresh: Asker, name: str) -> None:
    before = _files(fresh.site.home.parent)
    got = fresh.post("/me/import", files=[(name.replace('"', "%22"), RESUME)])
    assert got.status == 303, got.text()
    [stored] = _documents(fresh)
    assert NAMES[name] in (None, stored)
    assert len(stored) <= 120
    assert len(stored.encode()) <= 255
    assert not set(stored) & set('/\\<>:"|?*\0\r\n\u202e\u200f\u2067\x1b')
    assert stored.strip(". ")
    new = _files(fresh.site.home.parent) - before
    assert all(
        re.match(r"home/(state\.db(-\w+)?|originals/[0-9a-f]{64}$)", path) for path in new
    ), new
    assert fresh.get("/me/read").status == 200


def test_a_name_with_a_nul_is_kept_without_it(fresh: Asker) -> None:
    got = fresh.post("/me/import", files=[("evil\0.pdf.txt", RESUME)])
    assert got.status in (303, 400)
    assert all("\0" not in name for name in _documents(fresh))


def _docx_bomb() -> bytes:
    """A Word file of kilobytes that unpacks to more than is ever read."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(150):
                part.write(bytes(1_000_000))
    return body.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="pwned()"><script>pwned()</script>'
    b"<text>&x;</text></svg>"
)
REFUSED = {
    "empty": ("empty.txt", b""),
    "blank": ("blank.txt", b" \n\t\n"),
    "program": ("resume.pdf", b"\x7fELF" + bytes(range(256)) * 20),
    "picture": ("resume.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "bomb.docx": ("bomb.docx", _docx_bomb()),
    "bomb.pdf": ("bomb.pdf", made.flate_bomb()),
    "entities.docx": (
        "resume.docx",
        made.zip_of(word__document=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'),
    ),
    "deep.json": ("deep.json", b'{"basics":' + b"[" * 100_000),
    "zip": ("resume.docx", made.zip_of(notes=b"<a/>")),
    "cut.pdf": ("resume.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
    "too much": ("large.txt", b"Python and SQL\n" * 1_500_000),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_document_is_refused_and_not_kept(empty: Served, kind: str) -> None:
    asker = Asker(empty)
    before = asker.kept()
    got = asker.post("/me/import", files=[REFUSED[kind]])
    assert got.status == 400
    assert "Traceback" not in got.text()
    assert asker.kept() == before
    assert not any(p.startswith("originals") for p in _files(empty.home))


def test_an_upload_without_a_file_is_refused(empty: Served) -> None:
    asker = Asker(empty)
    for files in ([], [("", b"")], [("", RESUME)]):
        assert asker.post("/me/import", {"ocr": ""}, files=files).status == 400
    assert _documents(asker) == []


@pytest.mark.parametrize("change", ["/me/import", "/data/import", "/market/add"])
def test_an_upload_that_is_too_large_is_refused_and_not_kept(empty: Served, change: str) -> None:
    asker = Asker(empty)
    before = asker.kept()
    got = asker.post(change, {"how": "add"}, files=[("large.txt", bytes(MOST_BYTES))])
    assert got.status == 413
    assert asker.kept() == before


def test_an_upload_that_is_too_large_is_told_so(empty: Served) -> None:
    got = Asker(empty).post("/me/import", files=[("large.txt", bytes(MOST_BYTES))])
    assert "40 MB" in got.text()
    assert got.header("content-type").startswith("text/html")


def test_a_length_that_is_a_lie_is_no_way_round_the_limit(empty: Served) -> None:
    asker = Asker(empty)
    headers = asker.usual(origin=asker.site.address, content_type="multipart/form-data; boundary=x")
    headers.append(("content-length", str(10 * MOST_BYTES)))
    lines = [f"{name}: {value}" for name, value in headers]
    got = asker.raw("\r\n".join(["POST /me/import HTTP/1.1", *lines, "", ""]).encode())
    assert got.status == 413


def test_chunks_are_counted_too(empty: Served) -> None:
    asker = Asker(empty)
    headers = asker.usual(
        origin=asker.site.address,
        content_type="multipart/form-data; boundary=x",
        transfer_encoding="chunked",
        connection="close",
    )
    lines = [f"{name}: {value}" for name, value in headers]
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    chunks = [part, *[bytes(1_000_000)] * (MOST_BYTES // 1_000_000 + 2), b"\r\n--x--\r\n"]
    body = b"".join(f"{len(c):x}\r\n".encode() + c + b"\r\n" for c in chunks) + b"0\r\n\r\n"
    head = "\r\n".join(["POST /me/import HTTP/1.1", *lines, "", ""]).encode()
    assert asker.raw(head + body).status == 413
    assert _documents(asker) == []


def test_too_many_files_or_fields_are_refused(empty: Served) -> None:
    asker = Asker(empty)
    before = asker.kept()
    many = [(f"{n}.txt", RESUME) for n in range(60)]
    assert asker.post("/me/import", files=many).status == 400
    crowd = [(f"f{n}", "x") for n in range(500)]
    assert asker.post("/me/write", [*crowd, ("text", "Python")]).status == 400
    assert asker.kept() == before


def test_a_broken_form_is_refused(empty: Served) -> None:
    asker = Asker(empty)
    headers = asker.usual(origin=asker.site.address, content_type="multipart/form-data; boundary=x")
    for body in (b"--y\r\n\r\n", b"--x\r\nnonsense", b"\0" * 100, b"--x\r\n" * 1000):
        assert asker.ask("POST", "/me/import", headers, body).status == 400
    bare = asker.usual(origin=asker.site.address, content_type="multipart/form-data")
    assert asker.ask("POST", "/me/import", bare, b"--x\r\n").status == 400


@pytest.mark.parametrize(
    "content",
    [
        b"not an archive",
        made.zip_of(rung=b"<a/>"),
        _docx_bomb(),
        b"PK\x05\x06" + bytes(18),
    ],
    ids=["text", "another zip", "bomb", "empty zip"],
)
@pytest.mark.parametrize("how", ["add", "replace"])
def test_what_is_no_export_is_refused_and_changes_nothing(
    lived_in: Served, content: bytes, how: str
) -> None:
    asker = Asker(lived_in)
    before = asker.kept()
    got = asker.post("/data/import", {"how": how}, files=[("rung.zip", content)])
    assert got.status in (400, 500)
    assert "fault in Rung" not in got.text()
    assert asker.kept() == before


def test_an_export_writes_only_where_it_may(fresh: Asker) -> None:
    fresh.told(fresh.post("/me/write", {"text": "Python since 2019"}))
    body = io.BytesIO(fresh.get("/data/export.zip").body)
    outer = fresh.site.home.parent
    for name in ("../evil.txt", "../../evil.txt", "/tmp/rung-evil.txt", "web.key", "evil.txt"):
        with zipfile.ZipFile(body, "a") as archive:
            archive.writestr(name, b"evil")
        before = _files(outer)
        got = fresh.post("/data/import", {"how": "add"}, files=[("rung.zip", body.getvalue())])
        assert got.status in (303, 400, 500)
        assert "fault in Rung" not in got.text()
        assert not any("evil" in path for path in _files(outer) - before)
        assert (fresh.site.home / "web.key").read_text("utf-8").strip() == fresh.site.key
    assert not Path("/tmp/rung-evil.txt").exists()


# Texts that would like to be programs

CORES = (
    "<script>pwned()</script>",
    "<ScRiPt src=//evil.example/pwned.js></sCrIpT>",
    "<img src=x onerror=pwned()>",
    "<svg onload=pwned()><script>pwned()</script></svg>",
    "<svg><a xlink:href='javascript:pwned()'><text>x</text></a></svg>",
    "<math><mi xlink:href='data:text/html,<script>pwned()</script>'>x</mi></math>",
    "<a href='java\tscript:pwned()'>x</a>",
    "<iframe srcdoc='<script>pwned()</script>'></iframe>",
    "<details open ontoggle=pwned()>x</details>",
    "<object data='data:text/html;base64,cHduZWQ='></object><embed src=javascript:pwned()>",
    "<form action=javascript:pwned()><button formaction=//evil.example/pwned>x</button></form>",
    "<base href=//evil.example/pwned/><link rel=stylesheet href=//evil.example/pwned>",
    "<meta http-equiv=refresh content='0;url=javascript:pwned()'>",
    "<style>@import'//evil.example/pwned'</style><p style=background:url(//evil.example)>",
    "<pwned-tag pwned=1>",
    " onmouseover=pwned() autofocus onfocus=pwned() x=",
    "javascript:pwned()//https://evil.example/",
    "data:text/html,<script>pwned()</script>",
    "https://evil.example/\"onclick='pwned()'style='pwned",
    "{{ 48271 * 17 }}{% for x in [1] %}{{ config }}{% endfor %}${48271*17}#{48271*17}",
    "&lt;script&gt;pwned()&lt;/script&gt;&#60;img src=x onerror=pwned()&#62;",
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e%3Cscript%3Epwned()%3C/script%3E",
    "＜script＞pwned()＜/script＞﹤img src=x onerror=pwned()﹥",
    "<\u200bscript>pwned()</\u200bscript><sc\u00adript>pwned()</sc\u00adript>",
    "\r\nSet-Cookie: pwned=1\r\n\r\n<script>pwned()</script>",
)
BREAKS = ("", '">', "'>", "</textarea></title>", "</script>", "--></style>", "]]></svg>", "`><!--")
PAYLOADS = tuple(f"{out}{core}" for core, out in product(CORES, BREAKS))
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}
NEVER = "iframe,object,embed,base,applet,frame,frameset,math,pwned-tag"


def _faults(html: str) -> list[str]:
    """What in a page would run, or fetch, or be sent where it shouldn't."""
    tree = LexborHTMLParser(html)
    ours = ('href="data:,"', f'src="{asset_path("js")}"')
    found = [f"element {n.tag}" for n in tree.css(NEVER)]
    found += [f"script {n.html}" for n in tree.css("script") if not _ours(n)]
    found += [f"style {n.html}" for n in tree.css("style,link[rel=stylesheet]") if not _ours(n)]
    for meta in tree.css("meta[http-equiv]"):
        if not re.fullmatch(r"\d+", meta.attributes.get("content") or ""):
            found.append(f"meta {meta.html}")
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if fault := _attribute(name.casefold(), value or ""):
                whole = (node.html or "").partition(">")[0]
                if not any(one in whole for one in ours):
                    found.append(f"{fault}: {whole[:200]}")
    if "820607" in html:
        found.append("a template ran what it was given")
    return found


def _ours(node: LexborNode) -> bool:
    if node.tag == "script":
        return node.attributes.get("src") == asset_path("js") and not node.text()
    return node.tag == "link" and node.attributes.get("href") == asset_path("css")


def _attribute(name: str, value: str) -> str:
    if name.startswith("on") or name in ("style", "srcdoc", "pwned", "autofocus"):
        return f"attribute {name}"
    if name in ADDRESSES or name.startswith("data-"):
        plain = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]", "", value).casefold()
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain)
        if scheme and scheme[0] not in ("http:", "https:", "mailto:"):
            return f"address {name}"
        if name in ("action", "formaction", "src") and not re.match(r"/(?![/\\])", plain):
            return f"address {name}"
    return ""


def test_the_check_itself_sees_what_would_run() -> None:
    blind = [core for core in CORES[:15] if not _faults(f"<!doctype html><p>{core}</p>")]
    assert blind == []
    assert _faults("<p>{{ 48271 * 17 }} is 820607</p>")
    assert _faults("<form action='//evil.example'></form>")
    assert _faults(f'<script src="{asset_path("js")}" defer></script>') == []


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == 200


ASKED = [(p, f.name) for p in pages.PAGES for f in fields(p.asked)] + [
    (p, name) for p in pages.PAGES for name in ("told", "unknown")
]
SHARE = len(PAYLOADS) if FULL else 16


@pytest.mark.parametrize(("page", "name"), ASKED, ids=[f"{p.path} {name}" for p, name in ASKED])
def test_no_parameter_becomes_a_program(lived_in: Served, page: Page, name: str) -> None:
    asker = Asker(lived_in)
    start = 7 * ASKED.index((page, name))
    for payload in islice(cycle(PAYLOADS), start, start + SHARE):
        if "{" + name + "}" in page.path:
            target = page.path.replace("{" + name + "}", quote(payload, safe=""))
        else:
            target = f"{_opened(page)}?{urlencode({name: payload})}"
        got = asker.get(target)
        assert got.status in (200, 400, 404), target
        assert _faults(got.text()) == [], target
        assert not got.all("set-cookie")
        assert not got.all("location")
    twin = asker.get(f"{page.twin.replace('{id}', 'x')}?{urlencode({name: PAYLOADS[0]})}")
    assert twin.header("content-type").startswith("application/json")


def _resume(payloads: Sequence[str]) -> bytes:
    """A JSON Resume that is hostile in each of its fields."""
    turn = cycle(payloads)

    def one(**also: Any) -> dict[str, Any]:
        return {**{k: next(turn) if v is None else v for k, v in also.items()}}

    work = one(name=None, position=None, url=None, location=None, summary=None, startDate="2019-01")
    resume = {
        "basics": {
            **one(name=None, label=None, email=None, phone=None, url=None, summary=None),
            "location": one(city=None, region=None, countryCode=None),
            "profiles": [one(network=None, username=None, url=None) for _ in range(3)],
        },
        "work": [{**work, "highlights": [f"Python and Docker {p}" for p in payloads]}],
        "education": [one(institution=None, area=None, studyType=None, url=None)],
        "projects": [one(name=None, description=None, url=None) for _ in range(3)],
        "publications": [one(name=None, publisher=None, url=None, summary=None)],
        "certificates": [one(name=None, issuer=None, url=None)],
        "skills": [one(name=None, level=None) | {"keywords": ["Python", next(turn)]}],
        "languages": [one(language=None, fluency=None)],
    }
    return json.dumps(resume).encode()


def _bitten(asker: Asker) -> list[str]:
    """What is wrong on any page as the server stands."""
    found = []
    for page in pages.PAGES:
        got = asker.get(_opened(page))
        found += [f"{page.path}: {fault}" for fault in _faults(got.text())]
        if not page.path.startswith("/work"):
            assert got.status == 200, page.path
    return found


@pytest.mark.parametrize("part", range(4))
def test_no_resume_becomes_a_program(fresh: Asker, part: int) -> None:
    payloads = PAYLOADS[part::4]
    files: list[Upload] = [(f"{part}.json", _resume(payloads))]
    files += [
        (p.replace('"', "%22").replace("\r\n", "%0D%0A"), RESUME + f"- {p}\n".encode())
        for p in payloads[:10]
    ]
    got = fresh.post("/me/import", files=files)
    assert _faults(fresh.told(got)) == []
    assert len(_documents(fresh)) == len(files)
    assert _bitten(fresh) == []


def test_no_note_becomes_a_program(fresh: Asker) -> None:
    fresh.told(fresh.post("/me/write", {"text": "Python since 2019"}))
    shown = 0
    for at, payload in enumerate(PAYLOADS):
        form = {"did": "note", "text": payload, "step": payload if at % 9 == 0 else ""}
        assert fresh.post("/log", form).status in (303, 400), payload
        if at % 12 == 11:
            today = fresh.get("/").text()
            assert _faults(today) == []
            shown += today.count("pwned")
    assert shown > len(PAYLOADS) / 2
    assert _bitten(fresh) == []


CHANGED = {
    "/me/edit": ("value", {"path": "name"}),
    "/me/remove": ("what", {}),
    "/plan/keep": ("place", {"role": "ml-engineer", "hours": "8", "by": "2027-08-31"}),
    "/plan/wish": ("skill", {"how": "pins"}),
    "/pay/offers": ("employer", {"role": "ml-engineer", "place": "Toronto", "low": "90000"}),
    "/pay/offers/remove": ("number", {}),
    "/choices/research-or-applied/answers": ("answer", {}),
    "/choices/advice/override": ("pitfall", {"reason": "because"}),
    "/data/delete": ("what", {"word": "DELETE"}),
    "/data/import": ("how", {}),
    "/market/add": ("text", {}),
    "/market/sync": ("source", {}),
    "/me/write": ("text", {}),
    "/log": ("step", {"did": "done"}),
}


def test_no_field_of_a_form_becomes_a_program(fresh: Asker) -> None:
    fresh.told(fresh.post("/me/write", {"text": "Python and Docker since 2019"}))
    for at, (change, (name, others)) in enumerate(CHANGED.items()):
        for payload in islice(cycle(PAYLOADS), 11 * at, 11 * at + SHARE // 2):
            got = fresh.post(change, {**others, name: payload})
            assert got.status in (303, 400), (change, payload)
            assert _faults(got.text()) == [], (change, payload)
            if got.status == 303:
                assert re.match(r"/(?![/\\])", got.header("location"))
                assert _faults(fresh.told(got)) == [], (change, payload)
    assert _bitten(fresh) == []


def _finished(asker: Asker, begun: Got) -> dict[str, Any]:
    """How a piece of work ended, once it has."""
    for _ in range(1200):
        far: dict[str, Any] = asker.get(f"{begun.header('location')}.json").json()
        if far["state"] != "running":
            return far
        time.sleep(0.1)
    pytest.fail("the work goes on for ever")


def test_no_ad_becomes_a_program(fresh: Asker) -> None:
    text = "We look for an ML engineer who knows Python and Docker in Toronto.\n"
    ads = [
        {"title": f"ML Engineer {p}", "text": text + p, "company": p, "url": p, "location": p}
        for p in PAYLOADS
    ]
    files = [("ads.jsonl", "\n".join(map(json.dumps, ads)).encode())]
    far = _finished(fresh, fresh.post("/market/add", files=files))
    assert far["state"] == "done", far
    assert _faults(fresh.get(f"/work/{far['id']}").text()) == []
    assert "pwned" in fresh.get("/market/ads").text()
    assert _bitten(fresh) == []


@pytest.mark.parametrize("what", ["report.html", "plan.md", "plan.ics", "answer.json"])
def test_what_is_carried_away_holds_no_program(lived_in: Served, what: str) -> None:
    asker = Asker(lived_in)
    for payload in PAYLOADS[:: 1 if FULL else 9]:
        asked = urlencode({"role": "ml-engineer", "hours": "8", "place": payload, "off": payload})
        got = asker.get(f"/plan/{what}?{asked}")
        assert got.status in (200, 400)
        assert got.all("content-disposition") or got.status == 400
        assert b"<script>pwned" not in got.body or what != "report.html"


def test_a_report_of_a_hostile_resume_holds_no_program(fresh: Asker) -> None:
    fresh.told(fresh.post("/me/import", files=[("ada.json", _resume(PAYLOADS[::5]))]))
    got = fresh.get("/plan/report.html?role=ml-engineer&hours=8&by=2027-08-31")
    assert got.status == 200
    faults = [f for f in _faults(got.text()) if not f.startswith("style ")]
    assert [f for f in faults if "pwned" in f or "evil" in f] == []
    assert [f for f in faults if f.startswith("script")] == []


# Headers

LINES = (
    "\r\nX-Evil: yes",
    "\nX-Evil: yes",
    "\r\n\r\n<p>evil",
    "\u2028X-Evil: yes",
    "\x85X-Evil: 1",
)


@pytest.mark.parametrize("line", LINES)
def test_no_line_end_reaches_a_header(asker: Asker, line: str) -> None:
    targets = [
        f"{_opened(p)}?{urlencode({f.name: line})}" for p in pages.PAGES for f in fields(p.asked)
    ]
    targets += [f"{p.path}?{urlencode({'told': line})}" for p in pages.FILES]
    targets += [f"/roles/ml-engineer{quote(line)}", f"/roles/{quote(line)}/", f"/{quote(line)}/"]
    for target in targets:
        got = asker.get(target)
        assert not got.all("x-evil"), target
        assert all("evil" not in value.casefold() for _, value in got.headers if "%" not in value)
    for change, (name, others) in CHANGED.items():
        if change in ("/me/edit", "/choices/research-or-applied/answers", "/data/delete"):
            got = asker.post(change, {**others, name: line, "path": line, "back": line})
            assert not got.all("x-evil")


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "evil"]
)
def test_no_form_leads_to_another_site(fresh: Asker, back: str) -> None:
    fresh.told(fresh.post("/me/import", files=[("ada.txt", RESUME)]))
    got = fresh.post("/me/edit", {"path": "name", "value": "Ada", "back": back})
    assert got.status == 303
    assert got.header("location").startswith("/me/read?told=")


# What is logged, and what is left

FAULTY = """
from rung.app import ladder
def level_answer(*_):
    raise ValueError("Ada Fictional ada@example.org Loom Works")
ladder.level_answer = level_answer
from rung.cli.main import main
main()
"""


@contextmanager
def _heard(
    home: Path, log: Path, program: str = "from rung.cli.main import main; main()"
) -> Iterator[Asker]:
    """A server all of whose words are kept."""
    command = [sys.executable, "-c", program, "serve", "--no-browser", "--port", "0"]
    env = {**os.environ, "RUNG_HOME": str(home)}
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            [*command, "--today", TODAY], stdout=subprocess.PIPE, stderr=errors, env=env, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            entrance = process.stdout.readline().split()[-1]
            process.stdout.readline()
            address, _, key = entrance.partition("/?key=")
            yield Asker(Served(address, entrance, key, home))
        finally:
            process.terminate()
            said, _ = process.communicate(timeout=20)
            with log.open("ab") as more:
                more.write(said.encode())


def _use(asker: Asker) -> None:
    """All that a person does, and much that they shouldn't."""
    asker.get(asker.site.entrance.removeprefix(asker.site.address), cookie=None)
    asker.told(asker.post("/me/import", files=[("ada-fictional.txt", RESUME)]))
    asker.post("/log", {"did": "note", "text": "Loom Works called"})
    asker.post("/me/edit", {"path": "name", "value": "Ada Fictional"})
    asker.post("/me/edit", {"path": "nothing", "value": "Ada Fictional"})
    asker.post("/me/import", files=[("ada-fictional.pdf", b"%PDF-1.7 Ada Fictional")])
    asker.post("/market/add", {"text": "Loom Works looks for Ada Fictional"})
    for page in pages.PAGES:
        asker.get(f"{_opened(page)}?{urlencode({'q': 'Ada Fictional', 'told': 'Loom Works'})}")
    for path in (f"/?key={asker.site.key}", f"/nowhere?key={asker.site.key}", "/roles?q=%ff%0a"):
        asker.get(path)
        asker.get(path, host="evil.example")
        asker.get(path, host=None)


PERSONAL = re.compile(r"\bada\b|fictional|loom|example\.org", re.IGNORECASE)


def test_nothing_of_a_person_and_no_key_is_logged(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with _heard(tmp_path / "home", log) as asker:
        _use(asker)
        key, token = asker.site.key, asker.the_token()
    said = log.read_text("utf-8")
    assert not PERSONAL.search(said), said
    assert key not in said
    assert token not in said


def test_a_fault_tells_the_browser_nothing_of_itself(tmp_path: Path) -> None:
    with _heard(tmp_path / "home", tmp_path / "log", FAULTY) as asker:
        asker.told(asker.post("/me/import", files=[("a.txt", RESUME)]))
        got = asker.get("/me/level")
        assert got.status == 500
        assert "fault in Rung" in got.text()
        assert not re.search(r"Traceback|ValueError|Fictional|Loom|\.py\b", got.text())
        assert "script-src 'self'" in got.header("content-security-policy")
        assert got.header("cache-control") == "no-store"
        assert asker.get("/me/level.json").json()["error"]["subject"] == "this page"
        assert asker.get("/me/check").status == 200
    assert "level_answer" in (tmp_path / "log").read_text("utf-8")


def test_a_fault_is_logged_without_what_it_was_about(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with _heard(tmp_path / "home", log, FAULTY) as asker:
        _use(asker)
        asker.get("/me/level")
    said = log.read_text("utf-8")
    assert asker.site.key not in said
    assert not PERSONAL.search(said), said


FAULTY_WORK = """
from rung.app import ads
def ingest(*_):
    raise ValueError("Ada Fictional ada@example.org Loom Works")
ads.ingest = ingest
from rung.cli.main import main
main()
"""


def test_a_fault_in_work_that_goes_on_is_logged_as_bare(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with _heard(tmp_path / "home", log, FAULTY_WORK) as asker:
        far = _finished(asker, asker.post("/market/add", {"text": "Loom Works"}))
    assert far["state"] == "failed"
    assert not PERSONAL.search(far["said"])
    assert not PERSONAL.search(log.read_text("utf-8"))


FAULTY_ROLE = """
from rung.app import cards
def role_card(*_):
    raise ValueError("nothing")
cards.role_card = role_card
from rung.cli.main import main
main()
"""


@pytest.mark.parametrize("line", ["\n", "\r\n", "\x1b[2K", "\u2028", "\x85"])
def test_no_address_forges_a_line_of_the_log(tmp_path: Path, line: str) -> None:
    log = tmp_path / "log"
    with _heard(tmp_path / "home", log, FAULTY_ROLE) as asker:
        assert asker.get(f"/roles/x{quote(line)}forged").status == 500
    lines = log.read_text("utf-8").splitlines()
    assert not any(said.startswith("forged") for said in lines)
    assert not any("\x1b" in said for said in lines)


@pytest.mark.skipif(os.name != "posix", reason="needs the file modes of POSIX")
def test_the_key_is_its_owners_alone(fresh: Asker) -> None:
    path = fresh.site.home / "web.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("ascii").strip() == fresh.site.key
    assert len(fresh.site.key) >= 32
    assert fresh.site.key.encode() not in b"".join(fresh.kept().values())


def test_the_key_holds_over_a_new_start_and_the_token_does_not(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with _heard(home, tmp_path / "log") as first:
        key, token = first.site.key, first.the_token()
    with _heard(home, tmp_path / "log") as second:
        assert second.site.key == key
        assert second.the_token() != token
        assert second.post("/log", {"token": token, "did": "note", "text": "x"}).status == 400


def test_a_key_too_short_to_be_one_is_made_anew(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for weak in ("", "short", "\n\n", "ü" * 40):
        (home / "web.key").write_text(weak, "utf-8")
        with _heard(home, tmp_path / "log") as asker:
            assert len(asker.site.key) >= 32
            assert (
                asker.get("/", cookie=f"rung={weak.strip()}".encode().decode("latin-1")).status
                == 403
            )


def test_the_key_is_deleted_with_all_the_rest(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with _heard(home, tmp_path / "log") as asker:
        asker.told(asker.post("/me/import", files=[("ada.txt", RESUME)]))
    assert (home / "web.key").is_file()
    rung(home, "data", "delete", "all", "--yes")
    assert not home.exists()


def test_the_page_deletes_the_key_too(fresh: Asker) -> None:
    fresh.told(fresh.post("/me/import", files=[("ada.txt", RESUME)]))
    assert fresh.post("/data/delete", {"what": "all", "word": "delete"}).status == 400
    assert (fresh.site.home / "state.db").is_file()
    assert fresh.post("/data/delete", {"what": "all", "word": "DELETE"}).status == 303
    assert _files(fresh.site.home.parent) == set()
