"""Publications as listed: one place each, with year and venue where given."""

from __future__ import annotations

import re
from itertools import pairwise

from rung.core.records import Span
from rung.profile import citation, dates
from rung.profile.records import Publication, Value
from rung.profile.rows import Row
from rung.reading.documents.records import Document

_MARK = re.compile(r"\s*(?:\[\d+\]|\(?\d{1,2}[.)])\s+")
_DOI = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,}/", re.IGNORECASE)
_VENUE = re.compile(
    r"\b(?:NeurIPS|NIPS|ICML|ICLR|AISTATS|UAI|COLT|JMLR|TMLR|AAAI|IJCAI|KDD|SIGIR|WSDM|RecSys|WWW"
    r"|ACL|EMNLP|NAACL|EACL|COLING|TACL|Interspeech|ICASSP|CVPR|ICCV|ECCV|BMVC|WACV|MICCAI|ICRA"
    r"|IROS|CoRL|RSS|FAccT|CHI|SIGMOD|VLDB|OSDI|SOSP|MLSys|arXiv|bioRxiv|medRxiv|Nature|Science"
    r"|PNAS|Biometrika|Biometrics|Technometrics|Biostatistics)\b"
    r"|\b(?:[A-Z][\w&-]+ ){0,3}(?:Journal|Annals|Transactions|Proceedings|Letters|Review|Bulletin)"
    r"(?: (?:of|on|in|for)(?: the| of| and| &| in| on| [A-Z][\w&-]+)+)?"
)
_STATED = re.compile(
    r"(?<=[.?!”\"’] )[A-Z][\w&-]+(?::? (?:of|on|in|for|and|the|&|[A-Z][\w&-]*))*"
    r"(?=,? (?:\(?(?i:in press|forthcoming|accepted|to appear|under review|submitted)\b"
    r"|(?:[Vv]ol\. ?)?\d{1,4}(?: ?\(|, (?:pp?\. ?)?)\d))"
)
"""A name after the title that "in press" or a volume and number marks as the journal's."""


def read(
    document: Document, rows: tuple[Row, ...], name: str | None = None
) -> tuple[Publication, ...]:
    """The publications of one section; ``name`` is the person's, to find among the authors."""
    return tuple(_publication(document, item, name) for item in _items(rows))


def of_span(document: Document, span: Span, name: str | None = None) -> Publication:
    """A publication from the stretch of text that lists it."""
    hits = [h for h in dates.find(span.text) if h.first is not None]
    year = hits[-1].first.year if hits and hits[-1].first else None
    cited = citation.read(span.text, name)
    venue, title = _venue(document, span), None
    if cited.title:
        start, end = cited.title
        at = venue.span.start - span.start if venue and venue.span.page == span.page else end
        if start < at < end and span.text[:at].rstrip().endswith((",", ".", "–", "—", "-")):
            end = at  # the venue closes the title
        shown = span.text[start:end].rstrip(" ,.;–—-")
        place = document.span(span.page, span.start + start, span.start + start + len(shown))
        title = Value(" ".join(place.text.split()), place, 0.8)
    return Publication(span, year, venue, title, cited.authors, cited.position)


def _venue(document: Document, span: Span) -> Value | None:
    found = list(_STATED.finditer(span.text)) or list(_VENUE.finditer(span.text))
    found = [m for m in found if m.group().strip()]
    if not found:
        return None
    match = found[-1]
    place = document.span(span.page, span.start + match.start(), span.start + match.end())
    return Value(" ".join(place.text.split()), place, 0.8)


def _publication(document: Document, item: tuple[Row, ...], name: str | None) -> Publication:
    first = item[0]
    last = next(r for r in reversed(item) if r.page == first.page)
    end = max(first.bounds()[1], last.bounds()[1])
    return of_span(document, document.span(first.page, first.bounds()[0], end), name)


def _items(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """The section cut into publications: by marks, else by the lines that carry a year."""
    starts = [i for i, r in enumerate(rows) if r.bullet or _MARK.match(r.text)]
    if not starts:
        dated = [i for i, r in enumerate(rows) if dates.find(r.text) and not _DOI.match(r.text)]
        if not dated:
            starts = list(range(len(rows)))
        elif dated[0] == 0:
            starts = dated
        else:
            starts = [0, *(i + 1 for i in dated[:-1])]
    cuts = [*starts, len(rows)]
    return [rows[a:b] for a, b in pairwise(cuts) if rows[a:b]]
