"""The answer as one HTML page that needs nothing beside itself."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from rung.app.answer import Answer, NoPay
from rung.report import graph, opening, outline, pictures
from rung.report import review as review_view
from rung.report.jinja import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from rung.profile.records import Profile
    from rung.reading.documents.records import Document

_SURE = 0.75


def html(answer: Answer) -> str:
    """The report. Everything from documents and ads is escaped; links are http(s) only."""
    template = _environment().get_template("report.html.j2")
    return template.render(
        **told(answer),
        gap_chart=pictures.gap(answer.gap),
        timeline=pictures.steps(answer.plan, answer.goal.by),
        graph=pictures.needs(answer.plan),
        pay_chart=None if isinstance(answer.pay, NoPay) else pictures.pay(answer.pay),
    )


def told(answer: Answer) -> dict[str, Any]:
    """What the templates say of an answer, but for the pictures; the web app fills them too."""
    return {
        "answer": answer,
        "title": outline.title(answer),
        "paragraph": opening.paragraph(answer),
        "facts": opening.facts(answer),
        "name_of": partial(outline.name_of, answer),
        "follows": partial(outline.follows, answer),
        "exact_place": outline.exact_place(answer.demand),
        "exact_note": outline.exact_note(answer.demand),
        "credentials": outline.credentials(answer.plan),
        "gap": outline.gap_parts(answer),
        "demand": outline.demand_basis(answer),
        "demand_brief": outline.demand_basis(answer, brief=True),
        "fit_basis": outline.fit_basis(answer),
        "nearest": outline.nearest(answer),
        "projects": outline.projects(answer.plan),
        "besides": outline.besides(answer.demand.besides),
        "phases": outline.phases(answer.plan),
        "months": outline.months(answer.plan),
        "end": outline.last_day(answer.plan),
        "paid": not isinstance(answer.pay, NoPay),
        "apart": graph.apart(answer.plan),
    }


def reviewed(profile: Profile, documents: Sequence[Document]) -> dict[str, Any]:
    """What the review's template says: values by path, and pages with their marks."""
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
    return {
        "title": profile.name.value if profile.name else "your documents",
        "notes": profile.unread,
        "values": [(path, anchor, ", ".join(texts)) for path, (anchor, texts) in listed.items()],
        "documents": [{"name": name, "pages": drawn} for name, drawn in pages],
        "first": first,
        "doubtful": lambda paths: any(p in doubtful for p in paths),
    }


def review(profile: Profile, documents: Sequence[Document]) -> str:
    """Every value read beside its place in the documents, as one page."""
    template = _environment().get_template("review.html.j2")
    return template.render(**reviewed(profile, documents))


@cache
def _environment() -> Environment:
    return environment()
