"""The commands: each is one call of the library, loaded only when named, so that `liantu read` needs no database."""

from importlib import import_module

import click

from liantu import __version__
from liantu.cli.language import Told, say
from liantu.cli.trouble import trouble
from liantu.errors import LiantuError

__all__ = ["COMMANDS", "group", "main"]

COMMANDS = {
    "read": "liantu.cli.read:read",
    "check": "liantu.cli.check:check",
    "demo": "liantu.cli.demo:demo",
    "serve": "liantu.cli.serve:serve",
    "migrate": "liantu.cli.migrate:migrate",
    "load": "liantu.cli.load:load",
    "user": "liantu.cli.user:user",
    "doctor": "liantu.cli.doctor:doctor",
}


class Commands(click.Group):
    """A group that imports a command when it is asked for, and tells a person's error in one sentence, exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except LiantuError as error:
            raise Told(error) from error
        except Exception as error:
            told = trouble(error)
            if told is None:
                raise
            raise Told(told) from error


@click.group(
    cls=Commands,
    help=say(
        "链图：读公报，留出处，看集群。每个数字都能回到它的原句。",
        "Liantu: reads bulletins, keeps sources, shows clusters. Every figure leads back to its sentence.",
    ),
)
@click.version_option(__version__, message="liantu %(version)s")
def group() -> None:
    """The root of all commands; it does nothing by itself."""


def main() -> None:
    """What the `liantu` program runs."""
    group(prog_name="liantu")
