"""Text that would be markup, names that would be paths, uploads that would be too much."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.web import chromium
from tests.web.chromium import Served
from tests.web.payloads import PAYLOADS
from tests.web.sending import Answer, ask, change, token

LISTED = (
    "/", "/me", "/me/read", "/me/level", "/me/check", "/fit", "/gap?role=ml-engineer",
    "/plan?role=ml-engineer", "/choices/research-or-applied", "/choices/specialist-or-manager",
    "/choices/path", "/data", "/data/check", "/pay", "/market", "/market/ads",
)  # fmt: skip


def faults(page: str) -> list[str]:
    """What in a page is live that text from elsewhere could have brought in."""
    found = []
    for node in LexborHTMLParser(page).css("*"):
        attributes = node.attributes
        if node.tag == "script" and not (attributes.get("src") or "").startswith("/static/rung-"):
            found.append(f"script {attributes}")
        if node.tag in ("iframe", "object", "embed", "base", "style", "frame"):
            found.append(node.tag)
        for name, value in attributes.items():
            said = "".join((value or "").split()).casefold()
            if name.startswith("on") or name == "style":
                found.append(f"{node.tag} {name}")
            if name in ("href", "src", "action", "formaction", "data") and said.startswith(
                ("javascript:", "vbscript:", "//", "data:text")
            ):
                found.append(f"{node.tag} {name}={value}")
    return found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose person's every text is hostile."""
    work = tmp_path_factory.mktemp("hostile")
    each = iter(PAYLOADS * 3)
    resume = {
        "basics": {
            "name": next(each), "label": next(each), "summary": next(each),
            "email": "a@example.org", "location": {"city": next(each)},
            "profiles": [{"network": next(each), "url": "javascript:alert(1)"}],
        },
        "work": [
            {
                "name": next(each), "position": f"ML engineer {next(each)}",
                "startDate": f"20{10 + at}-01", "endDate": f"20{10 + at}-12",
                "summary": f"Built Python services with Docker {next(each)}",
                "highlights": [f"Trained PyTorch models {next(each)}" for _ in range(8)],
            }
            for at in range(12)
        ],
        "education": [{"institution": next(each), "area": next(each), "studyType": "BSc"}] * 2,
        "skills": [{"name": next(each), "keywords": [next(each) for _ in range(8)]}],
        "publications": [{"name": next(each), "publisher": next(each)} for _ in range(6)],
        "awards": [{"title": next(each), "awarder": next(each)} for _ in range(4)],
        "certificates": [{"name": next(each), "issuer": next(each)} for _ in range(4)],
        "languages": [{"language": next(each), "fluency": next(each)}],
        "projects": [{"name": next(each), "highlights": [next(each)]} for _ in range(4)],
    }  # fmt: skip
    text = "Experience\nML engineer, Example, 2019 - 2024\n" + "\n".join(
        f"- Python and SQL {p}".replace("\x00", "") for p in PAYLOADS
    )
    ads = "\n".join(
        json.dumps(
            {
                "id": str(at), "title": f"Machine learning engineer {payload}",
                "company": payload, "location": payload, "url": "javascript:alert(1)",
                "description": f"You know Python, PyTorch and Docker. {payload} " + "More. " * 40,
            }
        )
        for at, payload in enumerate(PAYLOADS[:40])
    )  # fmt: skip
    (work / "cv.json").write_text(json.dumps(resume), "utf-8")
    (work / "lines.txt").write_text(text, "utf-8")
    (work / "ads.jsonl").write_text(ads, "utf-8")
    home, day = work / "home", ["--today", chromium.TODAY]
    chromium.rung(home, "profile", "import", str(work / "cv.json"), str(work / "lines.txt"))
    chromium.rung(home, "ads", "add", str(work / "ads.jsonl"), *day)
    with chromium.served(home) as site:
        key = token(site)
        goal = {"role": "ml-engineer", "hours": "8", "by": "2027-08-31", "place": "Berlin"}
        change(site, "/plan/keep", goal.items(), with_token=key)
        for payload in PAYLOADS[:60]:
            note = [("did", "note"), ("text", payload)]
            assert change(site, "/log", note, with_token=key).status == 303
        offer = {
            "role": "ml-engineer",
            "place": "Germany",
            "low": "90000",
            "employer": PAYLOADS[20],
        }
        assert change(site, "/pay/offers", offer.items(), with_token=key).status == 303
        reason = {"pitfall": "ethics", "reason": PAYLOADS[21]}
        change(site, "/choices/advice/override", reason.items(), with_token=key)
        yield site


@pytest.mark.parametrize("path", [*LISTED, "/choices/advice", "/plan", "/market?whose=own"])
def test_text_stays_text_wherever_it_is_shown(hostile: Served, path: str) -> None:
    answer = ask(hostile, path)
    assert answer.status == 200
    assert faults(answer.body) == []


def test_the_payloads_did_arrive(hostile: Served) -> None:
    assert len(PAYLOADS) == 200
    shown = ask(hostile, "/me/read").body + ask(hostile, "/me").body + ask(hostile, "/").body
    assert shown.count("alert(1)") > 100
    assert "&lt;script&gt;" in shown
    assert "javascript:alert(1)" not in [
        n.attributes.get("href") for n in LexborHTMLParser(shown).css("a")
    ]
    ads = LexborHTMLParser(ask(hostile, "/market/ads").body)
    titles = [n.text() for n in ads.css("ul.lines > li")]
    assert any(t.startswith("Machine learning engineer") for t in titles)
    assert not ads.css("ul.lines a")


ASKED = (
    "/roles?q={}", "/skills?q={}", "/gap?role={}&place={}", "/plan?role={}&by={}&place={}",
    "/market?role={}&place={}", "/market/map?by={}", "/market/read?title={}&text={}",
    "/market/skills-in?text={}", "/pay?role={}&currency={}", "/choices/path?role={}&hours={}",
    "/plan/what-if?change={}", "/roles/{}", "/skills/{}", "/choices/{}", "/?told={}", "/{}",
)  # fmt: skip


@pytest.mark.parametrize("path", ASKED)
def test_what_is_asked_is_shown_as_text(lived_in: Served, path: str) -> None:
    for payload in PAYLOADS[::8]:
        asked = path.replace("{}", quote(payload, safe=""))
        answer = ask(lived_in, asked)
        assert answer.status < 500, (asked, answer.body[:300])
        assert faults(answer.body) == [], asked
        assert "49" not in answer.body or "7*7" in answer.body or "49" not in payload


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/etc/passwd",
        "/roles/..%2f..%2f..%2fetc%2fpasswd", "/skills/%2fetc%2fpasswd", "/roles/%00",
        "/market/read?text=%2Fetc%2Fpasswd", "/market/skills-in?text=..%2F..%2Fetc%2Fpasswd.txt",
        "/work/..%2f..%2fx", "/choices/..%2f..%2fx",
    ],
)  # fmt: skip
def test_no_address_leads_to_a_file(lived_in: Served, path: str) -> None:
    answer = ask(lived_in, path)
    assert answer.status < 500
    assert "root:" not in answer.body
    assert "make_app" not in answer.body


NAMES = (
    "../../../evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "/etc/evil.txt", "a" * 300 + ".txt",
    "\u202etxt.live", "..", "con|<>.txt", "line\tbreak.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_an_uploaded_name_is_only_a_name(fresh_site: Served, name: str) -> None:
    before = {p for p in fresh_site.home.parent.rglob("*") if "home" not in p.parts}
    content = b"Experience\nData analyst, Example Bakery, 2020 - 2024\n- SQL reports\n"
    key = _first_token(fresh_site)
    answer = change(fresh_site, "/me/import", files=[("file", name, content)], with_token=key)
    assert answer.status in (303, 400)
    assert {p for p in fresh_site.home.parent.rglob("*") if "home" not in p.parts} == before
    for kept in json.loads(ask(fresh_site, "/data.json").body)["history"]:
        said = kept["what"].removeprefix("import ")
        assert "/" not in said
        assert "\\" not in said
        assert "\u202e" not in said


def _first_token(site: Served) -> str:
    return token(site)


def _zip_bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 300_000_000)
        archive.writestr("[Content_Types].xml", "<Types/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("broken.pdf", b"%PDF-1.4 broken"),
        ("program.exe", b"MZ\x00\x01" * 200),
        ("bomb.docx", b""),
    ],
)
def test_what_is_no_resume_is_refused_in_words(
    fresh_site: Served, name: str, content: bytes
) -> None:
    made = _zip_bomb() if name == "bomb.docx" else content
    key = _first_token(fresh_site)
    answer = change(fresh_site, "/me/import", files=[("file", name, made)], with_token=key)
    assert answer.status == 400
    assert "What helps" in answer.body
    assert faults(answer.body) == []
    assert json.loads(ask(fresh_site, "/data.json").body)["history"] == []


def test_too_much_is_refused_before_it_is_read(fresh_site: Served) -> None:
    given = {
        "origin": fresh_site.address,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": str(10**9),
    }
    answer = ask(fresh_site, "/me/import", method="POST", headers=given)
    assert answer.status == 413
    many = [("file", f"{n}.txt", b"x") for n in range(60)]
    key = _first_token(fresh_site)
    assert change(fresh_site, "/me/import", files=many, with_token=key).status == 400
    fields = [(f"f{n}", "x") for n in range(500)]
    assert change(fresh_site, "/log", fields, with_token=key).status == 400


def test_no_parameter_becomes_a_header(lived_in: Served) -> None:
    evil = "x\r\nset-cookie: a=b"
    for path in ("/gap", "/plan/plan.ics", "/me/resume.json", "/"):
        query = urlencode({"role": evil, "key": evil, "told": evil, "place": evil})
        answer = ask(lived_in, f"{path}?{query}", headers={"authorization": None})
        assert "a=b" not in str(answer.headers)
        with_key = ask(lived_in, f"{path}?{query}")
        assert "a=b" not in str(with_key.headers)
    entered = ask(
        lived_in, f"/?key={lived_in.key}&x={quote(evil)}", headers={"authorization": None}
    )
    assert "a=b" not in entered.headers.get("set-cookie", "")


def _archive(name: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, "x")
    return held.getvalue()


def test_an_export_that_leads_out_of_the_folder_is_refused(fresh_site: Served) -> None:
    key = _first_token(fresh_site)
    for how in ("add", "replace"):
        answer: Answer = change(
            fresh_site,
            "/data/import",
            [("how", how)],
            files=[("file", "x.zip", _archive("files/../../evil"))],
            with_token=key,
        )
        assert answer.status == 400
        assert "Nothing was changed" in answer.body
    assert not list(fresh_site.home.parent.glob("evil"))


def test_the_log_of_the_server_holds_no_secret(tmp_path: Path, root: Path) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-m", "rung", "serve", "--no-browser", "--port", "0"]
    env = {**os.environ, "RUNG_HOME": str(home)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True
    ) as process:
        assert process.stdout is not None
        entrance = process.stdout.readline().split()[-1]
        address, _, key = entrance.partition("/?key=")
        site = Served(address, entrance, key, home, process.pid)
        lines = b"Experience\nData analyst, Unmistakable Bakery, 2020 - 2024\n- SQL reports\n"
        change(site, "/me/import", files=[("file", "cv.txt", lines)])
        (home / "state.db").write_bytes(b"damaged")
        ask(site, "/me")
        ask(site, f"/?key={key}", headers={"authorization": None})
        ask(site, "/gap?role=%ff")
        process.terminate()
        out, err = process.communicate(timeout=30)
    assert key not in out + err
    assert "Unmistakable" not in out + err


@pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX notion")
def test_the_key_is_its_owner_s_and_goes_with_all_else(fresh_site: Served) -> None:
    path = fresh_site.home / "web.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key = _first_token(fresh_site)
    wrong = change(fresh_site, "/data/delete", [("what", "all"), ("word", "no")], with_token=key)
    assert wrong.status == 400
    assert path.exists()
    gone = [("what", "all"), ("word", "DELETE")]
    assert change(fresh_site, "/data/delete", gone, with_token=key).status == 303
    assert not path.exists()
