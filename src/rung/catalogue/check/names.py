"""Names that two skills lay claim to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rung.catalogue.load import Catalogue
from rung.catalogue.records import ContextAlias


def shared(catalogue: Catalogue) -> Iterator[str]:
    """A plain name of two skills; a name both have may count only by its company.

    Names with context that two skills share need ``near`` words in both, else the list they
    stand in would decide for either.
    """
    plain: dict[str, set[str]] = defaultdict(set)
    ruled: dict[str, set[str]] = defaultdict(set)
    bare: dict[str, set[str]] = defaultdict(set)
    for s in catalogue.skills.values():
        for alias in (s.label, *s.aliases):
            if not isinstance(alias, ContextAlias):
                plain[normalised(alias)].add(s.id)
                continue
            ruled[normalised(alias.text)].add(s.id)
            if not alias.near:
                bare[normalised(alias.text)].add(s.id)
    for alias, ids in sorted(plain.items()):
        if len(ids) > 1:
            yield f"skills: the name {alias!r} belongs to {' and '.join(sorted(ids))}"
        for other in sorted(ruled.get(alias, set()) - ids):
            yield (
                f"skills: the name {alias!r} of {' and '.join(sorted(ids))} always counts, so the "
                f"context {other} gives it never decides"
            )
    for alias, ids in sorted(bare.items()):
        if len(ruled[alias]) > 1:
            yield (
                f"skills: the name {alias!r} of {' and '.join(sorted(ruled[alias]))} has no "
                f"`near` words in {' and '.join(sorted(ids))}"
            )


def normalised(text: str) -> str:
    """An alias as the matcher sees it: lower case, separators folded to one space."""
    return re.sub(r"[-_/\s]+", " ", text.casefold()).strip()
