"""`liantu user`: the people who may sign in."""

import click

from liantu.cli.language import say
from liantu.cli.words import ROLES, role_word

__all__ = ["user"]


@click.group(help=say("登录的人。", "The people who sign in."))
def user() -> None:
    """Hold the commands about people."""


@user.command(help=say("添加一个人，说明其角色与所属产业办。", "Add a person with a role and the offices."))
@click.argument("username")
@click.option("--name", required=True, help=say("姓名。", "The name others read."))
@click.option("--role", required=True, type=click.Choice([role for role in ROLES if role != "guest"]))
@click.option(
    "--office", "offices", multiple=True, help=say("产业办的代码；可写多次。", "An office's code; may be repeated.")
)
@click.password_option(
    envvar="LIANTU_PASSWORD", help=say("口令；不写则询问。", "The password; asked for when left out.")
)
def add(username: str, name: str, role: str, offices: tuple[str, ...], password: str) -> None:
    """Add a person who may sign in at once."""
    from liantu.site import opening

    opening.open_house()
    from liantu.ledger import person

    added = person.add(username, name, role, offices, password)
    click.echo(
        say(
            f"已添加：{added.get_username()}（{role_word(role)}）", f"Added: {added.get_username()} ({role_word(role)})"
        )
    )
