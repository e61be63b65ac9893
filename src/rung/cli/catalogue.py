"""Commands about roles, skills and the catalogue itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, day

catalogue_app = typer.Typer(
    help="Check the catalogue, add to it, and look at proposed prerequisites.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(metavar="ID", help="An id, short form or name.")]
Query = Annotated[
    str, typer.Argument(metavar="TEXT", help="What you are after, in your own words.")
]
Tables = Annotated[
    Path | None,
    typer.Option(
        "--tables",
        exists=True,
        file_okay=False,
        help="A folder of ESCO and O*NET tables (Parquet) to hold links against.",
    ),
]


def roles(query: Query = "", as_json: AsJson = False) -> None:
    """List the roles by family, or those that fit a text such as "images and hardware"."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    lines = cards.role_lines(query)
    view = show.ranked_roles if query else show.roles
    emit(lines, tuple[cards.RoleLine, ...], view, as_json=as_json)


def role(name: Name, as_json: AsJson = False) -> None:
    """Show one role: what it does, a day in it, what it asks by rung, who it is confused with."""
    from rung.app import cards
    from rung.cli.show import role as show
    from rung.cli.show.base import emit

    emit(cards.role_card(name), cards.RoleCard, show.role, as_json=as_json)


def skills(
    query: Query = "",
    named: Annotated[
        bool, typer.Option("--named", help="The skills the text or file names, with its words.")
    ] = False,
    esco: Annotated[
        bool, typer.Option("--esco", help="As --named, with the nearest ESCO concepts and scores.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the skills, those that fit a text, or those a text or file names."""
    from rung.app import cards, reading
    from rung.cli.show import catalogue as show
    from rung.cli.show import reading as show_reading
    from rung.cli.show.base import emit

    if named or esco or reading.is_file(query):
        found = reading.skills_in(query, with_esco=esco)
        emit(found, reading.NamedSkills, show_reading.skills, as_json=as_json)
        return
    lines = cards.skill_lines(query)
    emit(lines, tuple[cards.SkillLine, ...], show.skills, as_json=as_json)


def skill(name: Name, as_json: AsJson = False) -> None:
    """Show one skill: prerequisites with reasons, hours, resources, who asks for it."""
    from rung.app import cards
    from rung.cli.show import skill as show
    from rung.cli.show.base import emit

    emit(cards.skill_card(name), cards.SkillCard, show.skill, as_json=as_json)


@catalogue_app.command("check")
def check(tables: Tables = None, as_json: AsJson = False) -> None:
    """Look for circles, unknown ids, shared names, empty sections and dead links."""
    from rung.app import upkeep
    from rung.cli.show import upkeep as show
    from rung.cli.show.base import emit

    report = upkeep.catalogue_report(tables)
    emit(report, upkeep.CatalogueReport, show.report, as_json=as_json)
    if report.problems:
        raise typer.Exit(1)


@catalogue_app.command("own")
def own(as_json: AsJson = False) -> None:
    """List your own catalogue files and what each stands in for."""
    from rung.app import upkeep
    from rung.cli.show import upkeep as show
    from rung.cli.show.base import emit

    emit(upkeep.own_files(), tuple[upkeep.OwnFile, ...], show.own, as_json=as_json)


@catalogue_app.command("copy")
def copy(name: Name, as_json: AsJson = False) -> None:
    """Copy a packaged record to your own folder, where your changes stand in for it."""
    from rung.app import upkeep
    from rung.cli.show import upkeep as show
    from rung.cli.show.base import emit

    emit(upkeep.own_copy(name), upkeep.OwnFile, show.copied, as_json=as_json)


@catalogue_app.command("edges")
def edges(
    tables: Tables = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 30,
    as_json: AsJson = False,
) -> None:
    """List prerequisites that ads, ESCO, O*NET and courses propose and nobody has decided."""
    from rung.app import upkeep
    from rung.catalogue.edges import Proposal
    from rung.cli.show import upkeep as show
    from rung.cli.show.base import emit

    found = upkeep.proposed_edges(tables)
    emit(found[:limit], tuple[Proposal, ...], show.proposals(len(found)), as_json=as_json)


@catalogue_app.command("decide")
def decide(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The proposed prerequisite.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The skill that would need it.")],
    verdict: Annotated[
        str, typer.Argument(metavar="hard|soft|no", help="Needed, helpful, or not.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why, in a sentence.")],
    file: Annotated[
        Path | None, typer.Option("--file", help="Where to keep it; your own folder if left out.")
    ] = None,
) -> None:
    """Keep what you decided of a proposed prerequisite, with the reason."""
    from rung.app import upkeep

    path = upkeep.decide_edge(before, after, verdict, reason, day(None), file)
    typer.echo(f"Kept in {path}.")
    if verdict != "no":
        typer.echo(f"Now add it to the record of {after}; rung catalogue check reminds you.")
