"""The made documents' pages: one HTML page a person, layout and style."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

Person = dict[str, Any]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
PRESENT = {
    "en": ("Present", "Current", "Now", "present"),
    "de": ("heute",),
    "fr": ("aujourd’hui", "présent"),
    "es": ("actualidad", "presente"),
}
USUAL = {
    "en": "Summary|Experience|Education|Skills|Projects|Publications|Certifications|Awards|Languages|Contact",
    "de": "Profil|Berufserfahrung|Ausbildung|Kenntnisse|Projekte|Publikationen|Zertifikate"
    "|Auszeichnungen|Sprachen|Kontakt",
    "fr": "Profil|Expérience professionnelle|Formation|Compétences|Projets|Publications|Certificats"
    "|Prix|Langues|Contact",
    "es": "Perfil|Experiencia profesional|Formación|Competencias|Proyectos|Publicaciones"
    "|Certificaciones|Premios|Idiomas|Contacto",
}
UNUSUAL = (
    "Who I am|Where I’ve worked|Where I studied|Toolbox|Things I’ve built|Papers|Credentials"
    "|Recognition|Languages I speak|Get in touch"
)
FORMAL = (
    "Professional Summary|Professional Experience|Academic Background|Technical Skills"
    "|Selected Projects|Selected Publications|Certifications & Licenses|Honors & Awards|Languages"
    "|Contact Information"
)
NAMES = ("summary", "work", "education", "skills", "projects", "publications", "certificates",
         "awards", "languages", "contact")  # fmt: skip


@dataclass(frozen=True)
class Style:
    """Everything about a page that is chosen by chance, fixed by the seed."""

    font: str
    size: float
    spacing: float
    leading: float
    heads: str
    case: str
    dates: str
    dash: str
    between: str
    company_first: bool
    place: bool
    bullet: str
    skills: str
    contact: str
    order: tuple[str, ...]
    degree: str
    accent: str


def style(dice: random.Random, fonts: list[str], lang: str) -> Style:
    """A style by chance."""
    body = ["work", "education", "skills", "projects", "publications", "certificates", "awards",
            "languages"]  # fmt: skip
    if dice.random() < 0.35:
        body = ["skills", *[b for b in body if b != "skills"]]
    if dice.random() < 0.25:
        body = ["education", *[b for b in body if b != "education"]]
    dates = (
        ["short", "long", "dot", "slash", "iso"]
        if lang == "en"
        else ["short", "long", "dot", "slash"]
    )
    return Style(
        font=dice.choice(fonts),
        size=dice.choice((8.5, 9.5, 10, 10.5, 11, 12)),
        spacing=dice.choice((0, 0, 0, 0.3)),
        leading=dice.choice((1.15, 1.3, 1.5)),
        heads=dice.choice(("usual", "usual", "unusual", "formal")) if lang == "en" else "usual",
        case=dice.choice(("", "", "upper", "spaced")),
        dates=dice.choice(dates),
        dash=dice.choice((" – ", " - ", "–", " — ") + ((" to ",) if lang == "en" else ())),
        between=dice.choice((", ", " | ", " · ", " — ")),
        company_first=dice.random() < 0.4,
        place=dice.random() < 0.7,
        bullet=dice.choice(("disc", "'– '", "'▸ '", "square")),
        skills=dice.choice(("lines", "lines", "bullets", "table", "commas", "pills")),
        contact=dice.choice(("line", "stack", "labels", "icons")),
        order=("summary", *body),
        degree=dice.choice(("in", "comma", "space")),
        accent=dice.choice(("#1a4b8c", "#222", "#7a2048")),
    )


def heading(name: str, look: Style, lang: str) -> str:
    """A section's heading as this style writes it."""
    words = {"usual": USUAL[lang], "unusual": UNUSUAL, "formal": FORMAL}[look.heads].split("|")
    text = words[NAMES.index(name)]
    if look.case == "upper":
        return escape(text.upper())
    if look.case == "spaced" and len(text) < 16:
        return "&nbsp; ".join(" ".join(w) for w in text.upper().split())
    return escape(text)


def month(text: str, look: Style, lang: str) -> str:
    """One end of a range."""
    year, number = text.split("-")
    name = MONTHS[lang].split()[int(number) - 1]
    if look.dates == "long":
        return f"{name} {year}"
    if look.dates == "short":
        cut = {"en": name[:3], "de": name[:3] + "." if len(name) > 4 else name}
        short = {"fr": {"janvier": "janv.", "février": "févr.", "septembre": "sept.",
                        "octobre": "oct.", "novembre": "nov.", "décembre": "déc.",
                        "juillet": "juil.", "avril": "avr."}.get(name, name),
                 "es": name[:3] + "."}  # fmt: skip
        return f"{cut.get(lang) or short[lang]} {year}"
    return {"dot": f"{number}.{year}", "slash": f"{number}/{year}", "iso": f"{year}-{number}"}[
        look.dates
    ]


def span(entry: Person, look: Style, lang: str) -> str:
    """A range of dates."""
    end = month(entry["end"], look, lang) if entry["end"] else PRESENT[lang][0]
    return escape(month(entry["start"], look, lang) + look.dash + end)


def bullets(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def named(entry: Person, look: Style) -> tuple[str, str]:
    """Title and employer, the place beside the employer where it is shown."""
    employer = escape(entry["employer"]) + (f", {escape(entry['place'])}" if look.place else "")
    return f"<b>{escape(entry['title'])}</b>", employer


def job_lines(entry: Person, look: Style, lang: str) -> str:
    """Two lines: one name with the dates at the right, the other below."""
    title, employer = named(entry, look)
    first, second = (f"<b>{employer}</b>", title) if look.company_first else (title, employer)
    return (
        f"<div class=r><span>{first}</span><span>{span(entry, look, lang)}</span></div>"
        f"<div>{second}</div>{bullets(entry['lines'])}"
    )


def job_one(entry: Person, look: Style, lang: str) -> str:
    """One line: both names and the dates at the right."""
    title, employer = named(entry, look)
    first, second = (employer, title) if look.company_first else (title, employer)
    between = escape(look.between if look.between != ", " else " | ")
    return (
        f"<div class=r><span>{first}{between}{second}</span><span>{span(entry, look, lang)}</span></div>"
        + bullets(entry["lines"])
    )


def job_at(entry: Person, look: Style, lang: str) -> str:
    """A sentence of a header: "Title at Employer (dates)"."""
    at = (
        {"en": " at ", "de": " bei ", "fr": " chez ", "es": " en "}[lang]
        if look.company_first
        else " @ "
    )
    place = f", {escape(entry['place'])}" if look.place else ""
    return (
        f"<div><b>{escape(entry['title'])}{at}{escape(entry['employer'])}</b>{place} "
        f"({span(entry, look, lang)})</div>" + bullets(entry["lines"])
    )


def grouped(person: Person, look: Style) -> str:
    """Positions below the employer they were held with."""
    lang = person["lang"]
    groups: list[list[Person]] = []
    for entry in person["work"]:
        if groups and groups[-1][0]["employer"] == entry["employer"]:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    html = ""
    for group in groups:
        place = f" <span>{escape(group[0]['place'])}</span>" if look.place else "<span></span>"
        html += f"<div class=r><b>{escape(group[0]['employer'])}</b>{place}</div>"
        for entry in group:
            html += (
                f"<div class=r><i>{escape(entry['title'])}</i><span>{span(entry, look, lang)}</span></div>"
                + bullets(entry["lines"])
            )
    return html


def job_below(entry: Person, look: Style, lang: str) -> str:
    """Three lines: the dates on their own."""
    title, employer = named(entry, look)
    first, second = (employer, title) if look.company_first else (title, employer)
    return (
        f"<div>{first}</div><div>{second}</div><div class=d>{span(entry, look, lang)}</div>"
        + bullets(entry["lines"])
    )


def job_rail(entry: Person, look: Style, lang: str) -> str:
    """Dates in a column of their own at the left."""
    title, employer = named(entry, look)
    return (
        f"<div class=rail><div class=d>{span(entry, look, lang)}</div><div>{title}<br>{employer}"
        f"{bullets(entry['lines'])}</div></div>"
    )


Job = Callable[[Person, Style, str], str]


def study(entry: Person, look: Style, lang: str) -> str:
    joined = {
        "in": {"en": " in ", "fr": " en ", "es": " en ", "de": " "}[lang],
        "comma": ", ",
        "space": " ",
    }
    degree = escape(
        entry["degree"] + (joined[look.degree] + entry["field"] if entry["field"] else "")
    )
    school = escape(entry["school"])
    when = span(entry, look, lang)
    if look.company_first:
        return f"<div class=r><b>{school}</b><span>{when}</span></div><div>{degree}</div>"
    return f"<div class=r><b>{degree}</b><span>{when}</span></div><div>{school}</div>"


def skills(person: Person, look: Style) -> str:
    groups = person["skills"].items()
    if look.skills == "commas" or len(groups) == 1:
        return f"<div>{escape(', '.join(k for _, g in groups for k in g))}</div>"
    if look.skills == "bullets":
        return "".join(f"<div><b>{escape(n)}</b></div>{bullets(g)}" for n, g in groups)
    if look.skills == "table":
        rows = "".join(
            f"<tr><td>{escape(n)}</td><td>{escape(', '.join(g))}</td></tr>" for n, g in groups
        )
        return f"<table>{rows}</table>"
    if look.skills == "pills":
        return "".join(
            f"<div>{escape(n)}</div><div>"
            + " ".join(f"<span class=p>{escape(k)}</span>" for k in g)
            + "</div>"
            for n, g in groups
        )
    return "".join(f"<div><b>{escape(n)}:</b> {escape(', '.join(g))}</div>" for n, g in groups)


def contact(person: Person, look: Style) -> str:
    items = [("E-mail", "✉", person["email"]), ("Phone", "☎", person["phone"]),
             ("Location", "⌂", person["city"]),
             *(("Web", "🔗", link) for link in person["links"])]  # fmt: skip
    if look.contact == "line":
        return f"<div>{escape(' | '.join(t for _, _, t in items))}</div>"
    if look.contact == "labels":
        return "".join(f"<div class=w>{escape(n)}: {escape(t)}</div>" for n, _, t in items)
    if look.contact == "icons":
        return "<div class=w>" + " &nbsp; ".join(f"{i} {escape(t)}" for _, i, t in items) + "</div>"
    return "".join(f"<div class=w>{escape(t)}</div>" for _, _, t in items)


def sections(person: Person, look: Style, job: Job) -> dict[str, str]:
    """Each section's HTML, heading included; those the person lacks are left out."""
    lang = person["lang"]
    held: dict[str, str] = {
        "summary": f"<p>{escape(person['summary'])}</p>",
        "work": "".join(f"<div class=e>{job(w, look, lang)}</div>" for w in person["work"]),
        "education": "".join(
            f"<div class=e>{study(e, look, lang)}</div>" for e in person["education"]
        ),
        "skills": skills(person, look),
        "languages": "".join(
            f"<div>{escape(n)} ({escape(level)})</div>" for n, level in person["languages"].items()
        ),
    }
    if person.get("projects"):
        held["projects"] = "".join(
            f"<div class=e><b>{escape(p['name'])}</b> – {escape(p['line'])}</div>"
            for p in person["projects"]
        )
    if person.get("publications"):
        held["publications"] = "".join(
            f"<div class=e>{escape(', '.join(p['authors']))}. {escape(p['title'])}. "
            f"<i>{escape(p['venue'])}</i>, {p['year']}.</div>"
            for p in person["publications"]
        )
    for kind in ("certificates", "awards"):
        if person.get(kind):
            held[kind] = "".join(
                f"<div>{escape(c['name'])}, {escape(c['issuer'])} ({month(c['date'], look, lang)})</div>"
                for c in person[kind]
            )
    return {
        name: f"<section><h2>{heading(name, look, lang)}</h2>{html}</section>"
        for name, html in held.items()
    }


def css(look: Style) -> str:
    return f"""
@page {{ size: A4; margin: 14mm }} * {{ box-sizing: border-box }}
body {{ font: {look.size}pt '{look.font}', sans-serif; line-height: {look.leading};
 letter-spacing: {look.spacing}pt; margin: 0 }}
h1 {{ font-size: 2em; margin: 0 }} h2 {{ font-size: 1.2em; color: {look.accent}; margin: .8em 0 .2em }}
ul {{ margin: .1em 0 .3em; padding-left: 1.3em; list-style-type: {look.bullet} }}
p {{ margin: .2em 0 }} .e {{ margin-bottom: .5em; break-inside: avoid }}
.r {{ display: flex; justify-content: space-between; gap: 1em }} .r>:last-child {{ white-space: nowrap }}
.rail {{ display: grid; grid-template-columns: 34mm 1fr; gap: 4mm }} .d {{ color: #555 }}
.two {{ display: grid; gap: 8mm }} .side {{ hyphens: auto }} .w {{ overflow-wrap: anywhere }} td {{ padding-right: 6mm; vertical-align: top }}
.p {{ display: inline-block; border: 1px solid #999; border-radius: 3px; padding: 0 .4em; margin: .1em }}
.c {{ text-align: center }}
"""


def page(person: Person, look: Style, layout: str) -> str:
    """The whole HTML of one person in one layout."""
    jobs: dict[str, Job] = {
        "oneline": job_one,
        "below": job_below,
        "rail": job_rail,
        "at": job_at,
    }
    held = sections(person, look, jobs.get(layout, job_lines))
    if layout == "grouped":
        title = heading("work", look, person["lang"])
        held["work"] = f"<section><h2>{title}</h2>{grouped(person, look)}</section>"
    label = f"<div>{escape(person['label'])}</div>" if person["label"] else ""
    name = person["name"].upper() if look.case == "upper" else person["name"]
    head = f"<h1>{escape(name)}</h1>{label}"
    reach = contact(person, look)
    order = [n for n in look.order if n in held]
    if layout in ("left", "right", "equal"):
        aside: list[str] = [
            n for n in ("skills", "languages", "certificates", "awards") if n in held
        ]
        if layout == "equal":
            aside = ["education", *aside]
        main = [n for n in order if n not in aside]
        lang = person["lang"]
        first = f"<section><h2>{heading('contact', look, lang)}</h2>{reach}</section>"
        side = f"<div class=side>{first if layout != 'equal' else ''}{''.join(held[n] for n in aside)}</div>"
        body = f"<div>{'' if layout == 'equal' else head}{''.join(held[n] for n in main)}</div>"
        width = {"left": "52mm 1fr", "right": "1fr 52mm", "equal": "1fr 1fr"}[layout]
        columns = side + body if layout == "left" else body + side
        top = head + reach if layout == "equal" else ""
        html = f"{top}<div class=two style='grid-template-columns:{width}'>{columns}</div>"
    else:
        kind = " class=c" if layout in ("oneline", "band") else ""
        html = f"<header{kind}>{head}{reach}</header>{''.join(held[n] for n in order)}"
    return (
        f"<!doctype html><html lang={person['lang']}><meta charset=utf-8><style>{css(look)}</style>"
        f"<body>{html}</body></html>"
    )
