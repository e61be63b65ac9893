"""Pages as HTML: templates of ours and of the report, one style sheet, one script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from markupsafe import Markup

from rung.core import paths
from rung.core.errors import RungError
from rung.core.files import write_whole_bytes
from rung.report.drawing import VEGALITE
from rung.report.jinja import TEMPLATES, environment
from rung.web.page import SECTIONS

if TYPE_CHECKING:
    from jinja2 import Environment

    from rung.web.site import Site

HERE = Path(__file__).parent
STYLES = (TEMPLATES / "report.css", HERE / "static" / "rung.css")
SCRIPTS = (HERE / "static" / "rung.js",)


@cache
def asset(kind: str) -> bytes:
    """The style sheet or the script, whole."""
    files = STYLES if kind == "css" else SCRIPTS
    return b"\n".join(path.read_bytes() for path in files)


@cache
def asset_path(kind: str) -> str:
    """Its address, which changes with its content, so that browsers keep it for good."""
    return f"/static/rung-{hashlib.sha256(asset(kind)).hexdigest()[:10]}.{kind}"


def vega() -> bytes:
    """Vega, Vega-Lite and vega-embed as one script, made once by the library that draws."""
    path = paths.cache() / f"vega-{VEGALITE}.js"
    if not path.is_file():
        import vl_convert

        path.parent.mkdir(parents=True, exist_ok=True)
        made = vl_convert.javascript_bundle(None, vl_version=VEGALITE)  # type: ignore[arg-type]
        write_whole_bytes(path, made.encode())
    return path.read_bytes()


VEGA_PATH = f"/static/vega-{VEGALITE}.js"


def html(site: Site, template: str, section: str, title: str, **said: Any) -> str:
    """One page."""
    return (
        _environment()
        .get_template(template)
        .render(
            site=site,
            sections=SECTIONS,
            section=section,
            title=title,
            token=site.token,
            css=asset_path("css"),
            js=asset_path("js"),
            vega=VEGA_PATH,
            **said,
        )
    )


def error_page(site: Site, error: RungError, status: int) -> str:
    """What went wrong, why, and what would help."""
    return html(
        site, "error.html.j2", "", "That didn't work", error=error, status=status, message=None
    )


def link(path: str, pairs: Iterable[tuple[str, str]] = (), **asked: Any) -> str:
    """An address with its parameters; those left out or empty are not written."""
    given = [*pairs, *((k, v) for k, v in asked.items() if v not in (None, "", False))]
    return f"{path}?{urlencode(given)}" if given else path


def lively(address: str, picture: Markup | None) -> Markup:
    """A drawing that the script may put to life with the spec at ``address``."""
    return Markup('<div data-chart="{}">{}</div>').format(address, picture or "")


@cache
def _environment() -> Environment:
    made = environment(HERE / "templates")
    made.globals.update(link=link, lively=lively)
    made.filters.update(percent=_percent, money=_money)
    return made


def _percent(value: float) -> str:
    return f"{round(100 * value)}%"


def _money(value: float) -> str:
    return f"{value:,.0f}"
