"""`liantu serve`: the site on a port."""

import click

from liantu.cli.language import say

__all__ = ["address", "serve"]


def address(command: click.decorators.FC) -> click.decorators.FC:
    """The two options that say where the site listens."""
    host = click.option("--host", envvar="LIANTU_HOST", default="127.0.0.1", show_default=True)
    port = click.option("--port", envvar="LIANTU_PORT", default=8765, show_default=True, type=click.IntRange(1, 65535))
    return host(port(command))


@click.command(help=say("开站：打开数据库，提供网页。", "Serve the site: opens the database and listens."))
@address
def serve(host: str, port: int) -> None:
    """Open the house and serve until Ctrl-C."""
    from liantu.site import opening, server

    server.see_port_free(host, port)
    opening.open_house()
    opening.collect()
    server.serve(host, port, lambda: click.echo(f"http://{host}:{port}"))
