"""The answer as one HTML page that needs nothing beside itself."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.app.answer import Answer, NoPay
from rung.report import charts, graph, opening, outline, timeline, words
from rung.report import review as review_view
from rung.report.drawing import picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from rung.profile.records import Profile
    from rung.reading.documents.records import Document

_SURE = 0.75
TEMPLATES = Path(__file__).parent / "templates"


def html(answer: Answer) -> str:
    """The report. Everything from documents and ads is escaped; links are http(s) only."""
    template = _environment().get_template("report.html.j2")
    return template.render(
        answer=answer,
        title=outline.title(answer),
        paragraph=opening.paragraph(answer),
        facts=opening.facts(answer),
        name_of=partial(outline.name_of, answer),
        follows=partial(outline.follows, answer),
        exact_place=outline.exact_place(answer.demand),
        exact_note=outline.exact_note(answer.demand),
        credentials=outline.credentials(answer.plan),
        gap=outline.gap_parts(answer),
        demand=outline.demand_basis(answer),
        demand_brief=outline.demand_basis(answer, brief=True),
        fit_basis=outline.fit_basis(answer),
        nearest=outline.nearest(answer),
        projects=outline.projects(answer.plan),
        besides=outline.besides(answer.demand.besides),
        phases=outline.phases(answer.plan),
        months=outline.months(answer.plan),
        end=outline.last_day(answer.plan),
        paid=not isinstance(answer.pay, NoPay),
        apart=graph.apart(answer.plan),
        gap_chart=_gap_chart(answer),
        timeline=_timeline(answer),
        graph=_graph(answer),
        pay_chart=_pay_chart(answer),
    )


def review(profile: Profile, documents: Sequence[Document]) -> str:
    """Every value read beside its place in the documents, as one page."""
    values = review_view.shown(profile)
    pages = [(d.name, review_view.drawn(d, values)) for d in documents]
    doubtful = {v.path for v in values if v.confidence < _SURE}
    seen: set[str] = set()

    def first(path: str) -> bool:
        new = path not in seen
        seen.add(path)
        return new

    listed: dict[str, tuple[str, list[str]]] = {}
    for value in values:
        listed.setdefault(value.path, (value.anchor, []))[1].append(value.text)
    template = _environment().get_template("review.html.j2")
    return template.render(
        title=profile.name.value if profile.name else "your documents",
        notes=profile.unread,
        values=[(path, anchor, ", ".join(texts)) for path, (anchor, texts) in listed.items()],
        documents=[{"name": name, "pages": drawn} for name, drawn in pages],
        first=first,
        doubtful=lambda paths: any(p in doubtful for p in paths),
    )


def _gap_chart(answer: Answer) -> Markup | None:
    rows = [r for r in answer.gap if r.kind != "human"]
    if not rows:
        return None
    return picture(
        lambda narrow: charts.gap_bars(rows, narrow=narrow),
        "gap",
        "What ads ask and what your documents show",
        "One bar a skill, as long as the share of ads that ask for it. The tables that follow "
        "hold the same numbers.",
    )


def _timeline(answer: Answer) -> Markup | None:
    plan = answer.plan
    if not plan.weeks:
        return None
    return picture(
        lambda narrow: timeline.timeline(plan, answer.goal.by, narrow=narrow),
        "timeline",
        "The steps over the weeks",
        "One row a step with the weeks it is worked on. The steps table and the weekly calendar "
        "hold the same dates.",
    )


def _graph(answer: Answer) -> Markup | None:
    return graph.drawn(
        answer.plan,
        "What each step needs first",
        "Boxes are steps, arrows lead from a step to those that need it. The column “after” of "
        "the steps table holds the same links.",
    )


def _pay_chart(answer: Answer) -> Markup | None:
    pay = answer.pay
    if isinstance(pay, NoPay):
        return None
    return picture(
        lambda narrow: charts.pay_band(pay, narrow=narrow),
        "pay",
        "Posted pay",
        f"{pay.currency} a {pay.period}: a tenth of ads below {pay.p10:,}, a quarter below "
        f"{pay.p25:,}, half below {pay.p50:,}, three quarters below {pay.p75:,}, nine tenths "
        f"below {pay.p90:,}.",
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
        auto_reload=False,
    )
    environment.filters.update(
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
    environment.globals.update(
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
    return environment


def _finalize(value: Any) -> Any:
    return words.clean(value) if type(value) is str else value
