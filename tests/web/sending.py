"""Plain requests to a running server, right or wrong ones, with every byte in our hands."""

from __future__ import annotations

import http.client
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from tests.web.chromium import Served


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: str


def ask(
    site: Served,
    path: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str | None] | None = None,
) -> Answer:
    """One request with the key; a header given as None is left out."""
    given: dict[str, str | None] = {
        "host": urlsplit(site.address).netloc,
        "authorization": f"Bearer {site.key}",
        **(headers or {}),
    }
    link = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=120)
    try:
        link.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            if value is not None:
                link.putheader(name, value)
        if body is not None:
            link.putheader("content-length", str(len(body)))
        link.endheaders(body)
        got = link.getresponse()
        found = {name.lower(): value for name, value in got.getheaders()}
        return Answer(got.status, found, got.read().decode("utf-8", "replace"))
    finally:
        link.close()


def token(site: Served) -> str:
    """The token of the running app, as its pages carry it."""
    found = re.search(r'name="token" value="([^"]+)"', ask(site, "/data").body)
    assert found is not None
    return found[1]


def change(
    site: Served,
    path: str,
    fields: Iterable[tuple[str, str]] = (),
    *,
    files: Iterable[tuple[str, str, bytes]] = (),
    with_token: str = "",
) -> Answer:
    """A form sent as our own pages send it; ``files`` are (field, name, content)."""
    sent = [("token", with_token or token(site)), *fields]
    kind, body = "application/x-www-form-urlencoded", urlencode(sent).encode()
    if files:
        kind, body = _multipart(sent, files)
    headers = {"origin": site.address, "content-type": kind}
    return ask(site, path, method="POST", body=body, headers=headers)


def _multipart(
    fields: Iterable[tuple[str, str]], files: Iterable[tuple[str, str, bytes]]
) -> tuple[str, bytes]:
    edge = secrets.token_hex(12)
    parts = [
        f'--{edge}\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields
    ]
    for field, name, content in files:
        head = f'--{edge}\r\ncontent-disposition: form-data; name="{field}"; filename="{name}"\r\n'
        kind = b"content-type: application/octet-stream\r\n\r\n"
        parts.append(head.encode() + kind + content + b"\r\n")
    return f"multipart/form-data; boundary={edge}", b"".join(parts) + f"--{edge}--\r\n".encode()
