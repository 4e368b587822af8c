"""`liantu doctor`: the check-up of the machine."""

import click
from rich.console import Console

from liantu.cli.language import language, say
from liantu.cli.serve import address

__all__ = ["doctor"]


@click.command(help=say("检查这台机器缺什么，怎么补。", "Check what this machine lacks, and how to mend it."))
@address
def doctor(host: str, port: int) -> None:
    """Print one line a check; exit with 1 when something needed is missing."""
    from liantu.site.checkup import examine

    console = Console(highlight=False, soft_wrap=True)
    unfit = False
    for check in examine(host, port):
        unfit |= check.needed and not check.fine
        mark = "[green]✓[/]" if check.fine else "[red]✗[/]" if check.needed else "[yellow]–[/]"
        console.print(f"{mark} {say(check.zh, check.en)} [dim]{check.said}[/]")
        if not check.fine and check.way_out is not None:
            console.print(f"    {check.way_out.say(language())}")
    if unfit:
        raise click.exceptions.Exit(1)
