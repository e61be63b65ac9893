"""Who is let in, what each answer forbids the browser, and that no change comes from elsewhere."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from rung.web import pages
from rung.web.render import asset_path
from tests.web.asking import Asker, Got
from tests.web.chromium import Served

LIVED_IN_ROLE = "/roles/ml-engineer"
ADDRESSES = (
    "/",
    "/today.json",
    "/openapi.json",
    "/me/resume.json",
    "/plan/report.html",
    "/data/export.zip",
    asset_path("css"),
    asset_path("js"),
    "/nowhere",
    "/nowhere.json",
)


@pytest.fixture
def asker(lived_in: Served) -> Asker:
    return Asker(lived_in)


def _port(asker: Asker) -> int:
    return int(asker.host.partition(":")[2])


# Which server is meant


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_request_for_another_server_is_turned_away(asker: Asker, path: str) -> None:
    port = _port(asker)
    others = (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        f"127.0.0.1:0{port}",
        f"127.0.0.2:{port}",
        f"0.0.0.0:{port}",
        f"localhost.evil.example:{port}",
        f"127.0.0.1:{port}.evil.example",
        f"evil.example@127.0.0.1:{port}",
        f"127.0.0.1:{port}, evil.example",
        "",
    )
    for host in others:
        got = asker.get(path, host=host)
        assert (host, got.status) == (host, 421)
        assert len(got.body) < 200


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_request_for_no_server_is_turned_away(asker: Asker, path: str) -> None:
    cookie = f"Cookie: rung={asker.site.key}"
    assert asker.raw(f"GET {path} HTTP/1.0\r\n{cookie}\r\n\r\n".encode()).status == 421
    # HTTP/1.1 without a host is no request at all: it never reaches the app.
    assert asker.get(path, host=None).status == 400


def test_two_hosts_do_not_pass_for_one(asker: Asker) -> None:
    both = [*asker.usual(), ("host", "evil.example")]
    assert asker.ask("GET", "/", both).status in (400, 421)
    assert asker.ask("GET", "/", list(reversed(both))).status in (400, 421)


def test_another_name_does_not_get_in_by_the_key_in_the_address(asker: Asker) -> None:
    got = asker.get(f"/?key={asker.site.key}", host="evil.example", cookie=None)
    assert got.status == 421
    assert not got.all("set-cookie")


def test_a_forwarded_host_counts_for_nothing(asker: Asker) -> None:
    claim = {"x_forwarded_host": asker.host, "forwarded": f"host={asker.host}"}
    assert asker.get("/", host="evil.example", **claim).status == 421


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_this_machine_goes_by_several_names(asker: Asker, name: str) -> None:
    assert asker.get("/", host=f"{name}:{_port(asker)}").status == 200


# The key


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_shown_without_the_key(asker: Asker, path: str) -> None:
    key = asker.site.key
    cookies = (
        None,
        "",
        "rung=",
        "rung=wrong",
        f"rung={key[:-1]}",
        f"rung={key}x",
        f"other={key}",
        f"rung={key.swapcase()}",
        "rung=schlüssel",
        'rung="',
        "; ; =; rung",
    )
    for cookie in cookies:
        got = asker.get(path, cookie=cookie and cookie.encode().decode("latin-1"))
        assert (cookie, got.status) == (cookie, 403)
        assert key not in got.text()
        assert not got.all("set-cookie")
    for given in ("wrong", "", key[:-1], key + "x"):
        assert asker.get(f"{path}?key={given}", cookie=None).status == 403


def test_the_bearer_of_the_key_is_let_in(asker: Asker) -> None:
    key = asker.site.key
    for said in (f"Bearer {key}", f"bearer {key}", f"BEARER   {key} "):
        assert asker.get("/today.json", cookie=None, authorization=said).status == 200
    for said in (f"Bearer {key}x", "Bearer ", "Bearer", key, f"Basic {key}", f"Token {key}"):
        got = asker.get("/today.json", cookie=None, authorization=said)
        assert (said, got.status) == (said, 403)


def test_a_wrong_bearer_is_not_saved_by_a_cookie(asker: Asker) -> None:
    assert asker.get("/", authorization="Bearer wrong").status == 403


def test_the_key_moves_from_the_address_into_a_cookie(asker: Asker) -> None:
    key = asker.site.key
    got = asker.get(asker.site.entrance.removeprefix(asker.site.address), cookie=None)
    assert (got.status, got.header("location")) == (303, "/")
    name, *attributes = [part.strip() for part in got.header("set-cookie").split(";")]
    said = {part.partition("=")[0].casefold(): part.partition("=")[2] for part in attributes}
    assert name == f"rung={key}"
    assert "httponly" in said
    assert said["samesite"].casefold() == "strict"
    assert said["path"] == "/"
    assert "domain" not in said
    assert asker.get("/", cookie=name).status == 200


def test_what_else_the_address_asked_is_kept(asker: Asker) -> None:
    key = asker.site.key
    asked = f"/plan?role=ml-engineer&key={key}&pins=docker&pins=sql&place=S%C3%A3o+Paulo&by="
    got = asker.get(asked, cookie=None)
    assert got.status == 303
    assert got.header("location") == (
        "/plan?role=ml-engineer&pins=docker&pins=sql&place=S%C3%A3o+Paulo&by="
    )
    assert key not in got.header("location")
    assert key not in got.text()


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/\\/evil.example",
        "/%5Cevil.example",
        "/%5C%5Cevil.example",
        "/%2F%2Fevil.example",
        "/%2Fevil.example/",
        "/%09/evil.example",
        "/%0A/evil.example",
        "//%0d%0aevil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/https:evil.example",
        "/@evil.example",
    ],
)
def test_the_way_in_leads_to_no_other_site(asker: Asker, path: str) -> None:
    got = asker.get(f"{path}?key={asker.site.key}", cookie=None)
    for place in got.all("location"):
        # As browsers read it: a backslash is a slash, tabs and line ends are nothing.
        read = place.translate({ord("\\"): "/", **dict.fromkeys(map(ord, "\t\r\n"))})
        assert read.startswith("/")
        assert not read.startswith("//"), place
    assert not got.all("evil")


def test_the_way_in_sets_no_header_of_anothers(asker: Asker) -> None:
    key = asker.site.key
    line = quote("\r\nX-Evil: yes\r\n\r\n<script>")
    for target in (f"/roles?q={line}&key={key}", f"/roles/{line}?key={key}"):
        got = asker.get(target, cookie=None)
        assert not got.all("x-evil")
        assert b"<script>" not in got.body


def test_a_post_is_no_way_in(asker: Asker) -> None:
    got = asker.post(f"/log/undo?key={asker.site.key}", cookie=None)
    assert got.status == 403
    assert not got.all("set-cookie")


# Changes


@pytest.mark.parametrize("change", [c.path for c in pages.CHANGES])
def test_no_change_comes_from_another_site(asker: Asker, change: str) -> None:
    port = _port(asker)
    origins = (
        None,
        "",
        "null",
        "https://evil.example",
        f"https://127.0.0.1:{port}",
        f"http://127.0.0.1:{port + 1}",
        "http://127.0.0.1",
        f"http://localhost:{port}",
        f"http://127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}.evil.example",
        f"http://127.0.0.1:{port} http://evil.example",
    )
    path = change.replace("{choice}", "research-or-applied").replace("{id}", "x")
    before = asker.kept()
    for origin in origins:
        got = asker.post(path, FORMS.get(change, {}), origin=origin)
        assert (origin, got.status) == (origin, 403)
    assert asker.kept() == before


FORMS = {
    "/log": {"did": "note", "text": "Written by someone else"},
    "/me/write": {"text": "Python since 2019"},
    "/me/edit": {"path": "name", "value": "Someone Else"},
    "/me/remove": {"what": "backend_engineer.pdf"},
    "/plan/keep": {"role": "ml-engineer"},
    "/plan/wish": {"skill": "docker", "how": "pins"},
    "/market/add": {"text": "We look for an ML engineer who knows Python."},
    "/pay/offers": {"role": "ml-engineer", "place": "Toronto", "low": "100000"},
    "/pay/offers/remove": {"number": "1"},
    "/choices/{choice}/answers": {"answer": "a"},
    "/choices/advice/override": {"pitfall": "x", "reason": "because"},
    "/data/import": {"how": "replace"},
    "/data/delete": {"what": "all", "word": "DELETE"},
}


@pytest.mark.parametrize("change", [c.path for c in pages.CHANGES])
def test_no_change_is_made_without_the_pages_token(asker: Asker, change: str) -> None:
    path = change.replace("{choice}", "research-or-applied").replace("{id}", "x")
    before = asker.kept()
    right = asker.the_token()
    for token in ("", "wrong", right[:-1], right + "x", right.swapcase()):
        got = asker.post(path, {**FORMS.get(change, {}), "token": token})
        assert (token, got.status) == (token, 400)
        assert "reload" in got.text()
        assert right not in got.text()
    form = "text/plain", "application/json", "multipart/form-data"
    for kind in form:
        assert asker.post(path, {"token": right}, content_type=kind).status == 400
    assert asker.kept() == before


def test_a_form_of_ours_is_taken(fresh_site: Served) -> None:
    asker = Asker(fresh_site)
    asker.told(asker.post("/me/write", FORMS["/me/write"]))
    got = asker.post("/log", FORMS["/log"] | {"text": "Written by me"})
    assert "Written by me" in asker.told(got)
    assert asker.token != asker.site.key


@pytest.mark.parametrize("change", [c.path for c in pages.CHANGES])
def test_looking_changes_nothing(asker: Asker, change: str) -> None:
    path = change.replace("{choice}", "research-or-applied").replace("{id}", "x")
    got = asker.get(f"{path}?token={asker.the_token()}&what=all&word=DELETE")
    assert got.status == 405


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_do_nothing(asker: Asker, method: str) -> None:
    before = asker.kept()
    for path in ("/", "/today.json", "/data/delete", "/log", "/me/import"):
        headers = asker.usual(origin=asker.site.address)
        assert asker.ask(method, path, headers).status == 405
        assert asker.ask(method, path, asker.usual()).status == 403
    assert asker.kept() == before


def test_no_other_site_is_told_it_may_read(asker: Asker) -> None:
    asked = {"origin": "https://evil.example", "access_control_request_method": "POST"}
    for method in ("GET", "OPTIONS"):
        got = asker.ask(method, "/today.json", asker.usual(**asked))
        assert not [k for k, _ in got.headers if k.casefold().startswith("access-control")]


# What each answer carries


def _kinds(asker: Asker) -> dict[str, Got]:
    """Every kind of answer the server gives."""
    return {
        "page": asker.get("/"),
        "zipped page": asker.get("/plan", accept_encoding="gzip"),
        "json": asker.get("/today.json"),
        "openapi": asker.get("/openapi.json"),
        "file": asker.get("/plan/plan.ics"),
        "report": asker.get("/plan/report.html"),
        "css": asker.get(asset_path("css")),
        "js": asker.get(asset_path("js")),
        "head": asker.ask("HEAD", "/", asker.usual()),
        "way in": asker.get(f"/?key={asker.site.key}", cookie=None),
        "no key": asker.get("/", cookie=None),
        "no origin": asker.post("/log", origin=None),
        "no host": asker.get("/", host=""),
        "no page": asker.get("/nowhere"),
        "no json": asker.get("/nowhere.json"),
        "no asset": asker.get("/static/nothing.js"),
        "no role": asker.get("/roles/nothing"),
        "not clear": asker.get("/plan?hours=many"),
        "not clear, json": asker.get("/plan.json?hours=many"),
        "no get": asker.get("/data/delete"),
        "no token": asker.post("/log", {"token": ""}),
        "slash": asker.get("/roles/"),
    }


def test_each_kind_of_answer_says_what_it_should(asker: Asker) -> None:
    found = {name: got.status for name, got in _kinds(asker).items()}
    assert found == {
        "page": 200,
        "zipped page": 200,
        "json": 200,
        "openapi": 200,
        "file": 200,
        "report": 200,
        "css": 200,
        "js": 200,
        "head": 200,
        "way in": 303,
        "no key": 403,
        "no origin": 403,
        "no host": 421,
        "no page": 404,
        "no json": 404,
        "no asset": 404,
        "no role": 400,
        "not clear": 400,
        "not clear, json": 400,
        "no get": 405,
        "no token": 400,
        "slash": found["slash"],
    }


def test_every_answer_forbids_what_we_never_do(asker: Asker) -> None:
    for name, got in _kinds(asker).items():
        policy = got.header("content-security-policy")
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'", name
        assert rules["script-src"] == "'self'", name
        assert rules["style-src"] == "'self'", name
        assert rules["form-action"] == "'self'", name
        assert rules["base-uri"] == rules["frame-ancestors"] == "'none'", name
        assert "unsafe" not in policy, name
        assert "*" not in policy, name
        assert "http" not in policy, name
        assert got.header("x-content-type-options") == "nosniff", name
        assert got.header("x-frame-options") == "DENY", name
        assert got.header("referrer-policy") == "same-origin", name
        assert got.header("cross-origin-opener-policy") == "same-origin", name
        assert got.header("cross-origin-resource-policy") == "same-origin", name
        assert not got.all("server"), name


def test_nothing_of_a_person_is_left_in_a_cache(asker: Asker) -> None:
    for name, got in _kinds(asker).items():
        if name in ("css", "js"):
            assert "immutable" in got.header("cache-control")
        else:
            assert (name, got.header("cache-control")) == (name, "no-store")


def test_answers_name_their_kind_and_letters(asker: Asker) -> None:
    for name, got in _kinds(asker).items():
        kind = got.header("content-type")
        if got.body and name != "file":
            assert kind.startswith(("text/", "application/json")), name
        if kind.startswith("text/"):
            assert "charset=utf-8" in kind.casefold(), name


def test_files_are_saved_and_not_shown(asker: Asker) -> None:
    for file in pages.FILES:
        if file.path.startswith("/charts/"):
            continue
        got = asker.get(file.path)
        assert got.header("content-disposition").startswith("attachment;"), file.path
