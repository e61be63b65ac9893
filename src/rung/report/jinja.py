"""One way to fill templates: all text escaped, all words from one place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.report import outline, words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def environment(*folders: Path) -> Environment:
    """Templates of ``folders`` and of the report, with the filters and words both use.

    Why escaped and cleaned: what documents, ads and people write is data, never markup.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
        auto_reload=False,
    )
    made.filters.update(
        day=words.day,
        short_day=words.short_day,
        moment=words.moment,
        hours=words.hours,
        total=words.total,
        hours_range=words.hours_range,
        line=words.line,
        listed=words.listed,
        where=words.where,
        address=words.web_address,
    )
    made.globals.update(
        share=words.share,
        several=words.several,
        noun=words.noun,
        span_of=words.span_of,
        pay_basis=words.pay_basis,
        evidence=words.EVIDENCE,
        kinds=words.KINDS,
        rows_shown=outline.GAP_SHOWN,
        strengths_shown=outline.STRENGTHS_SHOWN,
    )
    return made


def _finalize(value: Any) -> Any:
    return words.clean(value) if type(value) is str else value
