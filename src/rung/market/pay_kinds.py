"""Rows of the salary file as kinds of jobs the pay model is fitted to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from rung.catalogue.load import Catalogue
from rung.market.pay_fit import PaidKind
from rung.market.pay_rows import LEVELS, PayRow
from rung.reading.pay import DOLLARS
from rung.reading.titles import role_of

LEAST_OF_TITLE = 30
"""Ads under one title outside the catalogue that make it a role of its own here."""

OTHER = "other"


def kinds(rows: Sequence[PayRow], catalogue: Catalogue, *, levels: bool = True) -> list[PaidKind]:
    """One kind a row. With ``levels`` False every level is one.

    Why titles outside the catalogue stay: they tell what countries and levels pay.
    """
    role_by_title = _roles((row.title for row in rows), catalogue)
    markets = {c.code: c.market for c in catalogue.places.countries}
    return [
        PaidKind(
            features=(
                markets.get(row.country, OTHER),
                row.country,
                role_by_title[row.title],
                LEVELS.get(row.level, row.level) if levels else "",
                row.remote,
                row.size,
                row.seen,
            ),
            low=row.low_usd,
            high=row.high_usd,
        )
        for row in rows
    ]


def in_doubtful_dollars(row: PayRow, catalogue: Catalogue) -> bool:
    """Whether "$" may have been read as US dollars where the country has a dollar of its own.

    Canadian ads recorded in US dollars lie 1.4 times above those recorded in Canadian ones.
    """
    own = {c.code: c.currency for c in catalogue.places.countries}.get(row.country, "")
    return row.currency == "USD" != own and own in DOLLARS


@cache
def role_by_title(title: str, catalogue: Catalogue) -> str | None:
    """The catalogue role a title alone names; each of the file's few hundred titles read once."""
    return role_of(title, "", catalogue).role


def _roles(titles: Iterable[str], catalogue: Catalogue) -> dict[str, str]:
    counted = Counter(titles)
    found = {title: role_by_title(title, catalogue) for title in counted}
    return {
        title: role or (title if counted[title] >= LEAST_OF_TITLE else OTHER)
        for title, role in found.items()
    }
