"""`liantu migrate`: the tables brought to the state of this code."""

import click

from liantu.cli.language import say

__all__ = ["migrate"]


@click.command(help=say("把数据库的表更新到当前版本。", "Bring the database's tables to this version."))
def migrate() -> None:
    """Apply what is waiting and name it."""
    from liantu.site import opening

    opening.open_house()
    applied = opening.migrate()
    click.echo("\n".join(applied) or say("表已是最新。", "The tables are up to date."))
