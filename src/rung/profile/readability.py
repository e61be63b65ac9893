"""Whether machines can read a document: facts with what they rest on, and no score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rung.core.records import Finding
from rung.profile.headings import heading_kind
from rung.profile.layout import rows
from rung.profile.parts import FOREIGN
from rung.profile.records import Profile
from rung.profile.sections import Section, sections
from rung.reading.documents.records import Document

USUAL = re.compile(
    r"(?:professional |career |executive )?summary|profile|about(?: me)?|objective"
    r"|(?:work |professional |relevant )?experience|employment(?: history)?|work history"
    r"|education(?:al background)?|academic background|(?:technical |key |core )?skills|projects"
    r"|(?:selected )?publications|certifications?(?: (?:and|&) licenses)?|certificates|awards"
    r"|hono[u]?rs(?: (?:and|&) awards)?|languages|volunteer(?:ing)?(?: experience)?|references"
    r"|contact(?: information)?|interests"
    r"|berufserfahrung|ausbildung|kenntnisse|sprachen|profil|projekte|zertifikate|kontakt"
    r"|expérience(?: professionnelle)?|formation|compétences|langues|projets"
    r"|experiencia(?: profesional)?|formación|competencias|idiomas|perfil|proyectos|contacto",
    re.IGNORECASE,
)
"""Headings that any reader of résumés knows."""


def facts(document: Document, profile: Profile) -> tuple[Finding, ...]:
    """What helps or hinders a machine in reading this document, as Rung found it.

    Why no score: whoever reads it next is another program, which nobody can speak for.
    """
    found = sections(rows(document))
    return (
        *_text_layer(document),
        *_order(document),
        *_glyphs(document),
        _contact(profile),
        _headings(found, profile),
        _dates(profile),
    )


def _text_layer(document: Document) -> Iterator[Finding]:
    empty = [p.number for p in document.pages if not p.lines]
    if empty:
        pages = ", ".join(map(str, empty))
        then = "Check that these pages hold no text as an image."
        yield Finding("text", ok=False, said=f"no text on page {pages}", then=then)
        return
    count = len(document.pages)
    words = sum(len(p.text.split()) for p in document.pages)
    yield Finding("text", ok=True, said=f"{words} words in text form on {count} page(s)")


def _order(document: Document) -> Iterator[Finding]:
    if document.kind != "pdf":
        return
    turned = [p for p in document.pages if p.order == "geometric"]
    columns = max((p.columns for p in document.pages), default=1)
    if turned:
        said = "; ".join(f"page {p.number}: {p.order_reason}" for p in turned)
        then = "Readers that follow the stored order mix lines up: export from another program."
        yield Finding("reading order", ok=False, said=said, then=then)
    else:
        said = "the text is stored in the order it is read in"
        yield Finding("reading order", ok=True, said=said)
    if columns > 1:
        then = "Readers that go line by line mix columns up; one column is the safe choice."
        yield Finding("columns", ok=None, said="text stands side by side in columns", then=then)


def _glyphs(document: Document) -> Iterator[Finding]:
    spaced = [t for p in document.pages for t in p.spaced]
    if spaced:
        said = f"set letter by letter: {', '.join(spaced[:4])}"
        then = "Use the font's letter-spacing, not spaces; some readers see single letters."
        yield Finding("letter-spaced text", ok=False, said=said, then=then)
    odd = sum(p.odd for p in document.pages)
    if odd:
        then = "Icons and symbols are lost; see that no word depends on them."
        yield Finding(
            "symbols", ok=None, said=f"{odd} characters without a known letter", then=then
        )


def _contact(profile: Profile) -> Finding:
    values = {"name": profile.name, "e-mail": profile.email, "phone": profile.phone}
    missing = [name for name, value in values.items() if value is None]
    if missing:
        then = "Write them as plain text at the top of the first page, not in an image."
        return Finding("contact", ok=False, said=f"not found: {', '.join(missing)}", then=then)
    late = [n for n, v in values.items() if v is not None and v.span.page > 1]
    if late:
        said = f"only on a later page: {', '.join(late)}"
        return Finding("contact", ok=False, said=said, then="Put them on the first page.")
    return Finding("contact", ok=True, said="name, e-mail and phone stand in the text of page 1")


def _headings(found: tuple[Section, ...], profile: Profile) -> Finding:
    if FOREIGN in profile.unread:
        return Finding("headings", ok=False, said="no section of a résumé was found in it")
    texts = [s.heading.text for s in found if s.heading is not None]
    odd = [t for t in texts if not USUAL.fullmatch(t.strip(" :|•*–—-").replace("\t", " "))]
    known = {heading_kind(t) for t in texts}
    lacking = [k for k in ("work", "education", "skills") if k not in known]
    if odd:
        said = f"unusual: {', '.join(odd[:6])}"
        then = "Rung knows them; others may not. “Experience”, “Education”, “Skills” are safe."
        return Finding("headings", ok=False, said=said, then=then)
    if lacking:
        then = "Give each its own line, apart from the text."
        return Finding("headings", ok=False, said=f"none for {', '.join(lacking)}", then=then)
    return Finding("headings", ok=True, said=f"{len(texts)} usual ones: {', '.join(texts[:8])}")


def _dates(profile: Profile) -> Finding:
    if not profile.work:
        return Finding("dates", ok=None, said="no position was found to date")
    undated = [w for w in profile.work if w.period is None]
    if undated:
        names = ", ".join(w.title.value if w.title else "?" for w in undated[:4])
        then = "Write both ends, as “Mar 2021 – Present”."
        return Finding("dates", ok=False, said=f"no dates for: {names}", then=then)
    bare = [w for w in profile.work if w.period and w.period.start and not w.period.start.month]
    if bare:
        then = "With months, years of experience are counted exactly."
        said = f"{len(bare)} of {len(profile.work)} positions give years without months"
        return Finding("dates", ok=None, said=said, then=then)
    return Finding("dates", ok=True, said=f"all {len(profile.work)} positions give month and year")
