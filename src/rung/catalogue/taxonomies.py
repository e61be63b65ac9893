"""What ESCO and O*NET say of skills that have a link into them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.core import lake

ESCO_RELATIONS = "esco*_skill_skill.parquet"
ONET_TECHNOLOGY = "onet*_technology_skills.parquet"


def relations(folder: Path) -> tuple[tuple[str, str, str], ...]:
    """ESCO's (concept, concept it needs, "essential" or "optional"), by URI without host."""
    found = sorted(folder.glob(ESCO_RELATIONS))
    if not found:
        return ()
    sql = 'SELECT "originalSkillUri", "relatedSkillUri", "relationType" FROM t ORDER BY ALL'
    return tuple((str(a), str(b), str(how)) for a, b, how in lake.query(sql, (), {"t": found[0]}))


def occupations(catalogue: Catalogue, folder: Path) -> tuple[frozenset[str], ...]:
    """The linked skills each O*NET occupation uses, one set an occupation."""
    found = sorted(folder.glob(ONET_TECHNOLOGY))
    if not found:
        return ()
    named = {
        link.example: s.id
        for s in catalogue.skills.values()
        for link in s.links.onet
        if link.example is not None
    }
    baskets: dict[str, set[str]] = defaultdict(set)
    sql = 'SELECT "O*NET-SOC Code", "Example" FROM t ORDER BY ALL'
    for code, example in lake.query(sql, (), {"t": found[0]}):
        if example in named:
            baskets[str(code)].add(named[example])
    return tuple(frozenset(b) for b in baskets.values())
