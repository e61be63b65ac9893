"""The app: every page, its JSON twin, every change, behind one guard."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from rung.app.wire import to_json
from rung.core.errors import DataError, RungError, UserError
from rung.web import faults, openapi, pages, render
from rung.web.guard import TOKEN, Door, Guard
from rung.web.page import Change, File, Needs, Page
from rung.web.query import read
from rung.web.site import Site

MOST_BYTES = 40_000_000
"""Of one upload: a résumé has less than a tenth of it."""

MOST_FILES, MOST_FIELDS = 50, 400
FOREVER = "public, max-age=31536000, immutable"
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


TOO_MUCH = UserError("the upload", f"is larger than {MOST_BYTES // 10**6} MB.", "Trim it.")


class NotYet(UserError):  # noqa: N818 - named for what is so
    """What a page speaks of isn't kept yet."""


def make_app(site: Site, door: Door) -> ASGIApp:
    """The whole app over one person's data, behind its guard."""
    routes: list[BaseRoute] = [Route(render.asset_path(k), _asset(k)) for k in TYPES]
    routes.append(Route(render.VEGA_PATH, _threaded(_vega)))
    routes.append(Route("/openapi.json", _json(lambda: openapi.described())))
    routes += [Route(f.path, _file(site, f)) for f in pages.FILES]
    for page in pages.PAGES:
        routes += [Route(page.twin, _twin(site, page)), Route(page.path, _page(site, page))]
    routes += [Route(c.path, _change(site, c), methods=["POST"]) for c in pages.CHANGES]
    made = Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=2000, compresslevel=5)],
        exception_handlers={
            RungError: _failed(site),
            HTTPException: _no_page(site),
            Exception: _fault(site),
        },
        max_body_size=MOST_BYTES,
    )
    told = render.error_page(site, TOO_MUCH, 413)
    return Guard(made, door, MOST_BYTES, HTMLResponse(told, 413))


def _asset(kind: str) -> Callable[[Request], Any]:
    async def answer(_request: Request) -> Response:
        return Response(
            render.asset(kind), media_type=TYPES[kind], headers={"cache-control": FOREVER}
        )

    return answer


def _vega(_request: Request) -> Response:
    return Response(render.vega(), media_type=TYPES["js"], headers={"cache-control": FOREVER})


def _page(site: Site, page: Page) -> Callable[[Request], Any]:
    def answer(request: Request) -> Response:
        asked = read(page.asked, request.query_params.multi_items(), request.path_params)
        message = site.told(request.query_params.get("told", ""))
        said: dict[str, Any] = {"page": page, "asked": asked, "message": message}
        template, title = "begin.html.j2", page.title
        if missing := _missing(site, page.needs):
            said["missing"] = missing
        else:
            found = page.answer(site, asked)
            template = page.template
            said |= {"found": found, **page.view(site, asked, found)}
            title = str(said.pop("title", title))
        body = render.html(site, template, page.section, title, **said)
        return HTMLResponse(body)

    return _threaded(answer)


def _twin(site: Site, page: Page) -> Callable[[Request], Any]:
    def answer(request: Request) -> Response:
        asked = read(page.asked, request.query_params.multi_items(), request.path_params)
        _require(site, page.needs)
        return Response(to_json(page.answer(site, asked), page.kind), media_type="application/json")

    return _threaded(answer)


def _file(site: Site, file: File) -> Callable[[Request], Any]:
    def answer(request: Request) -> Response:
        asked = read(file.asked, request.query_params.multi_items(), request.path_params)
        _require(site, file.needs)
        named = f"attachment; filename*=UTF-8''{quote(file.name)}"
        return Response(
            file.content(site, asked), media_type=file.kind, headers={"content-disposition": named}
        )

    return _threaded(answer)


def _change(site: Site, change: Change) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        limits = {"max_files": MOST_FILES, "max_fields": MOST_FIELDS, "max_part_size": MOST_BYTES}
        async with request.form(**limits) as form:
            items = form.multi_items()
            texts = [(k, v) for k, v in items if isinstance(v, str)]
            files = tuple(v for _, v in items if isinstance(v, UploadFile) and v.filename)
            if dict(texts).get(TOKEN) != site.token:
                raise UserError(
                    "the page", "was opened before Rung was started anew.", "Go back and reload it."
                )
            asked = read(change.asked, texts, request.path_params)
            done = await run_in_threadpool(change.act, site, asked, files)
        to = done.to
        if done.said:
            joint = "&" if "?" in to else "?"
            path, hashed, mark = to.partition("#")
            to = f"{path}{joint}told={site.tell(done.said, undo=done.undo)}{hashed}{mark}"
        return RedirectResponse(to, 303)

    return answer


def _missing(site: Site, needs: Needs) -> Needs:
    if needs and not site.has_profile():
        return "profile"
    return "plan" if needs == "plan" and not site.has_plan() else ""


def _require(site: Site, needs: Needs) -> None:
    missing = _missing(site, needs)
    if missing == "profile":
        raise NotYet("your profile", "is empty: no résumé was imported.", "Import one first.")
    if missing:
        raise NotYet("no plan", "is kept yet.", "Make one and keep it first.")


def _threaded(answer: Callable[[Request], Response]) -> Callable[[Request], Any]:
    async def run(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return run


def _json(make: Callable[[], Mapping[str, Any]]) -> Callable[[Request], Any]:
    async def answer(_request: Request) -> Response:
        return _as_json(make())

    return answer


def _as_json(value: Mapping[str, Any], status: int = 200) -> Response:
    body = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return Response(body, status, media_type="application/json")


def _wants_json(request: Request) -> bool:
    return request.url.path.endswith(".json")


def _shown(site: Site, request: Request, error: RungError, status: int) -> Response:
    if _wants_json(request):
        told = {"subject": error.subject, "cause": error.cause, "next_step": error.next_step}
        return _as_json({"error": told}, status)
    return HTMLResponse(render.error_page(site, error, status), status)


def _failed(site: Site) -> Callable[[Request, Exception], Any]:
    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, RungError)  # noqa: S101 - by its registration
        status = 500 if isinstance(error, DataError) else 400
        return _shown(site, request, error, 409 if isinstance(error, NotYet) else status)

    return answer


def _no_page(site: Site) -> Callable[[Request, Exception], Any]:
    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - by its registration
        known = {
            404: UserError("this page", "is not there.", "Take the navigation from here."),
            405: UserError("this address", "takes another kind of request.", "Go back."),
            413: TOO_MUCH,
        }
        said = known.get(error.status_code) or UserError("the request", f"{error.detail}.", "")
        return _shown(site, request, said, error.status_code)

    return answer


def _fault(site: Site) -> Callable[[Request, Exception], Any]:
    async def answer(request: Request, error: Exception) -> Response:
        faults.log(request.scope["path"], error)
        said = RungError(
            "this page", "failed by a fault in Rung.", "Nothing was lost; go on elsewhere."
        )
        return _shown(site, request, said, 500)

    return answer
