"""Who may ask, and what a browser may do with the answer.

Why all of it though the server listens on this machine alone: any page open in the browser can
send requests here, a name on the web can be pointed at 127.0.0.1, and other users of the
machine reach the same port. So a request must name this server, carry the key from the printed
address (as a cookie afterwards), and a change must come from our own pages.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE, PARAMETER, TOKEN = "rung", "key", "token"
SAFE = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
DAYS_KEPT = 365


@dataclass(frozen=True, slots=True)
class Door:
    """What opens the server: the hosts it answers to and the key its visitors carry."""

    hosts: frozenset[str]
    key: str

    @classmethod
    def at(cls, port: int, key: str, names: Iterable[str] = ()) -> Door:
        """The door of a server on ``port`` of this machine."""
        known = ("127.0.0.1", "localhost", "[::1]", *names)
        return cls(frozenset(f"{name}:{port}" for name in known), key)

    def opens(self, given: str) -> bool:
        """Whether ``given`` is the key."""
        return hmac.compare_digest(given.encode(), self.key.encode())


class Guard:
    """Turns away what isn't ours or is too much, and puts the same headers on every answer."""

    def __init__(self, app: ASGIApp, door: Door, most: int, too_much: ASGIApp) -> None:
        self._app = app
        self._door = door
        self._most = most
        self._too_much = too_much

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refused = self._refused(scope)
        try:
            await (refused or self._app)(scope, receive, guarded)
        except Exception:
            # Answered and logged already; a server's own log would add what the fault was about.
            if not begun:
                raise

    def _refused(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").casefold()
        if host not in self._door.hosts:
            return PlainTextResponse("This is not the server you asked for.", 421)
        if entered := self._entered(scope):
            return entered
        if not self._door.opens(carried(headers)):
            return PlainTextResponse(
                "Open the address that `rung serve` printed: it carries the key.\n", 403
            )
        if scope["method"] not in SAFE and not _from_here(headers, host):
            return PlainTextResponse("Changes are taken from Rung's own pages only.\n", 403)
        length = headers.get("content-length", "0")
        return self._too_much if length.isdecimal() and int(length) > self._most else None

    def _entered(self, scope: Scope) -> ASGIApp | None:
        """The first visit: the key moves from the address into a cookie."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(asked).get(PARAMETER)
        if given is None or scope["method"] != "GET" or not self._door.opens(given):
            return None
        rest = urlencode([(k, v) for k, v in asked if k != PARAMETER])
        path = "/" + scope["path"].lstrip("/")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(
            COOKIE, given, max_age=DAYS_KEPT * 86400, httponly=True, samesite="strict"
        )
        return answer


def carried(headers: Headers) -> str:
    """The key a request carries: as a cookie, or as a bearer's token."""
    kind, _, value = headers.get("authorization", "").partition(" ")
    if kind.casefold() == "bearer":
        return value.strip()
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


def _from_here(headers: Headers, host: str) -> bool:
    """Whether the browser says that the request comes from one of our pages."""
    return headers.get("origin", "").casefold() == f"http://{host}"
