"""The tables of docs/data.md, made from the bundled snapshot."""

from __future__ import annotations

from rung.app.cards import ads_stats


def tables() -> str:
    """Ads per role and country, sources, and what was left out, as Markdown."""
    found = ads_stats()
    info = found.info
    counted = f"{info.ads:,} of {found.read:,} ads counted, read {info.first} to {info.last}"
    lines = [
        f"Snapshot {info.version}: {counted}; {found.pay_cells} pay cells.",
        "",
        "| role | ads | most in |",
        "|---|---|---|",
    ]
    for role in found.roles:
        most = ", ".join(f"{c.country or 'no country'} {c.n}" for c in role.countries[:5])
        lines.append(f"| {role.role} | {role.n} | {most} |")
    lines += [
        "",
        "| source of ads | collection | licence stated | read | ads |",
        "|---|---|---|---|---|",
    ]
    for s in found.sources:
        lines.append(f"| {s.label} | {s.origin} | {s.licence} | {s.first} to {s.last} | {s.n} |")
    lines += [
        "",
        "| source of pay | collection | licence stated | read | ads |",
        "|---|---|---|---|---|",
    ]
    for s in found.pay_sources:
        lines.append(f"| {s.label} | {s.origin} | {s.licence} | {s.first} to {s.last} | {s.n} |")
    lines += ["", "| left out because | ads |", "|---|---|"]
    for left in (*found.left_out, *found.pay_left_out):
        lines.append(f"| {left.reason} | {left.n:,} |")
    return "\n".join(lines)
