"""Specs as SVG for a page: no request, no script, named for screen readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from rung.report.marks import Spec

if TYPE_CHECKING:
    from markupsafe import Markup

PARTS = re.compile(r' role="graphics-[a-z]+" aria-roledescription="[a-z ]+"')
"""Marks that Vega tells screen readers of, without names: the drawing's own title and text do."""

VEGALITE = "6.4"
"""Pinned: another Vega-Lite may draw the same spec differently."""


def picture(draw: Callable[[bool], Spec], name: str, title: str, description: str) -> Markup:
    """A chart twice, wide and for a phone; the page's CSS shows one of them."""
    from markupsafe import Markup

    wide = chart(draw(False), f"{name}-wide", title, description)
    narrow = chart(draw(True), f"{name}-narrow", title, description)
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(wide, narrow)


def chart(spec: Spec, name: str, title: str, description: str) -> Markup:
    """One spec drawn by Vega-Lite."""
    import vl_convert

    made = vl_convert.vegalite_to_svg(
        spec,
        vl_version=VEGALITE,
        allowed_base_urls=[],
        format_locale="en-US",
        time_format_locale="en-US",
    )
    head, _, body = made.partition(">")
    width, height = re.findall(r' (?:width|height)="([\d.]+)"', head)
    return framed(
        PARTS.sub("", body.removesuffix("</svg>")),
        float(width),
        float(height),
        name,
        title,
        description,
    )


def framed(
    body: str, width: float, height: float, name: str, title: str, description: str
) -> Markup:
    """Drawn ``body`` in a frame that scales and speaks its title and description."""
    from markupsafe import Markup

    head = (
        f'<svg class="chart" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
    )
    return Markup(head + body + "</svg>")  # noqa: S704 - drawn by us, its text escaped
