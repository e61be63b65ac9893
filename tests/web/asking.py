"""A plain client: requests exactly as written, so that a test can get each part of one wrong."""

from __future__ import annotations

import io
import json
import re
import secrets
import socket
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode

from tests.web.chromium import Served

SECONDS = 120.0
"""How long an answer may take before the server counts as hung."""

Pairs = Sequence[tuple[str, str]]
Upload = tuple[str, bytes]
"""A file's name and its bytes."""


@dataclass(frozen=True, slots=True)
class Got:
    """One answer: every header as it came, none joined, none left out."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """The values of every header called ``name``."""
        return [v for k, v in self.headers if k.casefold() == name]

    def header(self, name: str) -> str:
        """The one value of a header; nothing where there is none, a failure where there are two."""
        found = self.all(name)
        assert len(found) < 2, (name, found)
        return found[0] if found else ""

    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    def json(self) -> Any:
        """The body as what it says."""
        return json.loads(self.body)


@dataclass(slots=True)
class Asker:
    """Someone with the key who asks one server."""

    site: Served
    token: str = field(default="", init=False)

    @property
    def host(self) -> str:
        """The server's name and port, as a browser sends them."""
        return self.site.address.removeprefix("http://")

    def ask(
        self, method: str, target: str, headers: Iterable[tuple[str, str]] = (), body: bytes = b""
    ) -> Got:
        """Nothing is added to what is given but the body's length."""
        name, _, port = self.host.partition(":")
        connection = HTTPConnection(name, int(port), timeout=SECONDS)
        try:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            for header, value in headers:
                connection.putheader(header, value)
            if body or method == "POST":
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            answer = connection.getresponse()
            return Got(answer.status, tuple(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> Got:
        """A request no client of good manners sends."""
        name, _, port = self.host.partition(":")
        with socket.create_connection((name, int(port)), timeout=SECONDS) as line:
            line.sendall(request)
            answer = HTTPResponse(line)
            answer.begin()
            return Got(answer.status, tuple(answer.getheaders()), answer.read())

    def usual(self, **others: str | None) -> list[tuple[str, str]]:
        """What a browser that was let in sends; ``others`` set headers otherwise or leave out."""
        said: dict[str, str | None] = {"host": self.host, "cookie": f"rung={self.site.key}"}
        said |= {name.replace("_", "-"): value for name, value in others.items()}
        return [(name, value) for name, value in said.items() if value is not None]

    def get(self, target: str, **others: str | None) -> Got:
        """Open an address."""
        return self.ask("GET", target, self.usual(**others))

    def post(
        self,
        target: str,
        fields: Mapping[str, str] | Pairs = (),
        files: Sequence[Upload] = (),
        **others: str | None,
    ) -> Got:
        """Send a form as our own pages do, token and all; ``fields`` may give another token."""
        pairs = list(fields.items() if isinstance(fields, Mapping) else fields)
        if all(name != "token" for name, _ in pairs):
            pairs.insert(0, ("token", self.the_token()))
        kind, body = _form(pairs, files)
        headers = {"origin": self.site.address, "content_type": kind, **others}
        return self.ask("POST", target, self.usual(**headers), body)

    def the_token(self) -> str:
        """The token our pages carry, read from one of them."""
        if not self.token:
            found = re.search(r'name="token" value="([^"]+)"', self.get("/").text())
            assert found is not None
            self.token = found[1]
        return self.token

    def kept(self) -> dict[str, bytes]:
        """All the server keeps of the person, as its export gives it."""
        exported = zipfile.ZipFile(io.BytesIO(self.get("/data/export.zip").body))
        return {n: exported.read(n) for n in exported.namelist() if n != "rung.json"}

    def told(self, got: Got) -> str:
        """The page a change leads to."""
        assert got.status == 303, (got.status, got.body[:2000])
        return self.get(got.header("location").partition("#")[0]).text()


def _form(pairs: Pairs, files: Sequence[Upload]) -> tuple[str, bytes]:
    if not files:
        return "application/x-www-form-urlencoded", urlencode(pairs).encode()
    mark = f"----{secrets.token_hex(16)}"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
        for k, v in pairs
    ]
    for name, content in files:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"'
        kind = "Content-Type: application/octet-stream"
        parts.append(f"{head}\r\n{kind}\r\n\r\n".encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={mark}", b"".join(parts) + f"--{mark}--\r\n".encode()
