"""Commands about roles, skills and the catalogue itself."""

from __future__ import annotations

from typing import Annotated

import typer

from rung.cli.options import AsJson

catalogue_app = typer.Typer(help="The catalogue of roles and skills.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="ID", help="An id, short form or name.")]
Query = Annotated[str, typer.Argument(metavar="TEXT", help="Only those naming this.")]


def roles(as_json: AsJson = False) -> None:
    """List the roles, with how many ads were read for each."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    lines = cards.role_lines()
    emit(lines, tuple[cards.RoleLine, ...], show.roles, as_json=as_json)


def role(name: Name, as_json: AsJson = False) -> None:
    """Show one role: what it does, asks, expects, and is confused with."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    emit(cards.role_card(name), cards.RoleCard, show.role, as_json=as_json)


def skills(query: Query = "", as_json: AsJson = False) -> None:
    """List the skills, or those whose names contain a text."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    lines = cards.skill_lines(query)
    emit(lines, tuple[cards.SkillLine, ...], show.skills, as_json=as_json)


def skill(name: Name, as_json: AsJson = False) -> None:
    """Show one skill: prerequisites with reasons, hours, evidence, who asks for it."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    emit(cards.skill_card(name), cards.SkillCard, show.skill, as_json=as_json)


@catalogue_app.command("check")
def check(as_json: AsJson = False) -> None:
    """Look for cycles, unknown ids, shared names and missing sources."""
    from rung.app import cards
    from rung.cli.show import catalogue as show
    from rung.cli.show.base import emit

    report = cards.catalogue_report()
    emit(report, cards.CatalogueReport, show.report, as_json=as_json)
    if report.problems:
        raise typer.Exit(1)
