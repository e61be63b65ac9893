"""What ads for a role ask, in the nearest place with enough of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.catalogue.rungs import ads_role
from rung.market import references
from rung.market.asked import asks
from rung.market.places import ALL_PLACES, exact_scope, in_place, label_of
from rung.market.readings import Reading
from rung.market.records import AdRef, CellSize, Count, RoleDemand, Scope, SkillDemand
from rung.market.snapshot import Snapshot
from rung.market.words import inside, plural
from rung.reading.places import Place

ENOUGH = 30
"""Ads a cell needs before shares of it mean anything: at 30, half is 32 to 68 in a hundred."""

FAMILY = "all AI and ML roles, all places"


@dataclass(frozen=True, slots=True)
class Cell:
    """The ads of one rung of the ladder from the exact place outwards."""

    scope: Scope
    label: str
    ads: tuple[Reading, ...]

    @property
    def size(self) -> CellSize:
        """The cell without its ads."""
        return CellSize(self.scope, self.label, len(self.ads))


def demand(snapshot: Snapshot, role: str, place: Place | None, catalogue: Catalogue) -> RoleDemand:
    """What ads for ``role`` ask in ``place``, or in the nearest larger cell with enough ads."""
    cells = ladder(snapshot.readings, role, place, catalogue)
    used = next((c for c in cells if len(c.ads) >= ENOUGH), cells[-1])
    refs = _References(snapshot, used.ads)
    return RoleDemand(
        role=role,
        place=cells[0].label,
        scope=used.scope,
        used=_used(used),
        n=len(used.ads),
        first=_first(used.ads),
        last=_last(used.ads),
        sources=_sources(snapshot, used.ads),
        ladder=tuple(c.size for c in cells),
        why=_why(cells, used, catalogue.roles[role], place, catalogue),
        skills=_skills(used.ads, cells[0].ads, refs),
        asked=() if used.scope == "family" else tuple(ad.demanded for ad in used.ads),
        besides=asks(used.ads),
    )


def demands(snapshot: Snapshot, catalogue: Catalogue) -> Mapping[str, RoleDemand]:
    """What each role's ads ask over all places, without references; roles with no ad lack."""
    found: dict[str, RoleDemand] = {}
    ads: dict[str, list[Reading]] = defaultdict(list)
    for ad in snapshot.readings:
        ads[ad.role].append(ad)
    for role, record in catalogue.roles.items():
        cell = Cell("all", ALL_PLACES, tuple(ads.get(ads_role(record), ())))
        if cell.ads:
            found[role] = RoleDemand(
                role=role,
                place=cell.label,
                scope=cell.scope,
                used=_used(cell),
                n=len(cell.ads),
                first=_first(cell.ads),
                last=_last(cell.ads),
                sources=_sources(snapshot, cell.ads),
                ladder=(cell.size,),
                why="",
                skills=_skills(cell.ads, cell.ads, None),
            )
    return found


def ladder(
    ads: Sequence[Reading], role: str, place: Place | None, catalogue: Catalogue
) -> tuple[Cell, ...]:
    """The cells from the exact place outwards; the last pools every role."""
    own = tuple(a for a in ads if a.role == ads_role(catalogue.roles[role]))
    exact, places = exact_scope(place), catalogue.places
    cells: list[Cell] = []
    if place and exact == "metro":
        inside = tuple(a for a in own if place.metro in a.metros)
        cells.append(Cell("metro", label_of(place, "metro", places), inside))
    if place and exact in ("metro", "country"):
        inside = tuple(a for a in own if place.country in a.countries)
        cells.append(Cell("country", label_of(place, "country", places), inside))
    if place and exact != "all":
        inside = tuple(a for a in own if place.region in a.regions)
        cells.append(Cell("region", label_of(place, "region", places), inside))
    cells.append(Cell("all", ALL_PLACES, own))
    cells.append(Cell("family", FAMILY, tuple(a for a in ads if _is_ai(a, catalogue))))
    return tuple(cells)


def _is_ai(ad: Reading, catalogue: Catalogue) -> bool:
    role = catalogue.roles.get(ad.role)
    return role is not None and role.family != "data"


class _References:
    """The ads of a cell that can be named, best first."""

    def __init__(self, snapshot: Snapshot, ads: Iterable[Reading]) -> None:
        self._snapshot = snapshot
        facts, known = snapshot.references, {a.ad: a.asked for a in ads}
        self._ranked = references.ranked(facts[ad] for ad in known if ad in facts)
        self._asked = known

    def naming(self, skill: str) -> tuple[AdRef, ...]:
        """Up to five ads that name the skill."""
        chosen = references.choose(f for f in self._ranked if skill in self._asked[f.ad])
        return tuple(f.ref(self._snapshot.source_label(f.source)) for f in chosen)


def _skills(
    used: Sequence[Reading], exact: Sequence[Reading], refs: _References | None
) -> tuple[SkillDemand, ...]:
    """Every skill the used cell names, most named first."""
    required = Counter(chain.from_iterable(ad.required for ad in used))
    preferred = Counter(chain.from_iterable(ad.preferred for ad in used))
    k = Counter(chain.from_iterable(ad.mentioned for ad in used))
    k.update(required)  # an ad names a skill in one strength, so the three add up
    k.update(preferred)
    near = k if exact is used else Counter(chain.from_iterable(ad.asked for ad in exact))
    return tuple(
        SkillDemand(
            skill=skill,
            k=k[skill],
            n=len(used),
            k_required=required[skill],
            k_preferred=preferred[skill],
            exact=Count(near[skill], len(exact)),
            ads=refs.naming(skill) if refs else (),
        )
        for skill in sorted(k, key=lambda s: (-k[s], s))
    )


def _used(cell: Cell) -> str:
    years = sorted({ad.month[:4] for ad in cell.ads})
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else "no ads"
    return f"{cell.label}, {span}"


def _why(
    cells: Sequence[Cell], used: Cell, role: Role, place: Place | None, catalogue: Catalogue
) -> str:
    """Why a larger cell was used, or empty where the exact one was enough."""
    note = _other_name(role, catalogue)
    if place and place.subdivision and not place.metro:
        note += f"Ads are not counted by state, so {cells[0].label} stands for it. "
    thin = cells[: cells.index(used)]
    if not thin:
        return note.strip()
    name = catalogue.roles[ads_role(role)].label
    sizes = [f"{plural(len(thin[0].ads), f'{inside(name)} ad')} {_where(thin[0])}"]
    sizes += [f"{len(c.ads)} {_where(c)}" for c in thin[1:] if c.label != thin[0].label]
    listed = " and ".join(filter(None, (", ".join(sizes[:-1]), sizes[-1])))
    are = "is" if len(thin) == 1 and len(thin[0].ads) == 1 else "are"
    return f"{note}{listed} {are} too few ({ENOUGH} needed); counted over {used.label} instead."


def _other_name(role: Role, catalogue: Catalogue) -> str:
    """That another role's ads are counted, where ads use both names for one job."""
    if role.counted_with is None:
        return ""
    other = inside(catalogue.roles[role.counted_with].label)
    return f"Ads don't keep {inside(role.label)} and {other} apart, so both are counted as one. "


def _where(cell: Cell) -> str:
    return f"over {cell.label}" if cell.scope == "all" else in_place(cell.label)


def _first(ads: Sequence[Reading]) -> str:
    return min((a.month for a in ads), default="")


def _last(ads: Sequence[Reading]) -> str:
    return max((a.month for a in ads), default="")


def _sources(snapshot: Snapshot, ads: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(sorted({snapshot.source_label(a.source) for a in ads}))
