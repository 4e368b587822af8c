"""The web server: granian, one worker with threads, ended cleanly by Ctrl-C, SIGTERM or a closed terminal."""

import errno
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from liantu.errors import NotReady

__all__ = ["THREADS", "see_port_free", "serve"]

THREADS = 8
PATIENCE = 5  # seconds a request may still take when the server is told to end


def see_port_free(host: str, port: int) -> None:
    """Raise NotReady, with the way out, when the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise _refused(host, port, error) from error


def serve(host: str, port: int, welcome: Callable[[], None]) -> None:
    """Serve until told to stop; `welcome` is called once the site answers.

    The database must be ready; static files come from `var/static`.
    """
    from django.db import connections

    see_port_free(host, port)
    connections.close_all()  # the worker is a fork and must not share a connection with us
    server = Server(
        "liantu.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_level=LogLevels.error,  # it warns of more threads than cores, but ours wait for the database,
        workers_kill_timeout=PATIENCE,
    )
    # granian takes a hang-up for the wish to reload; with a closed terminal nobody would be left to end it.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    threading.Thread(target=_when_it_answers, args=(host, port, welcome), daemon=True).start()
    server.serve()


def _when_it_answers(host: str, port: int, welcome: Callable[[], None]) -> None:
    """Ask for the first page, whose answer loads all the code, so that the first visitor need not wait for it."""
    for _ in range(600):
        asked = HTTPConnection(host, port, timeout=30)
        with suppress(OSError, HTTPException):
            asked.request("GET", "/", headers={"Host": "localhost"})
            asked.getresponse().read()
            break
        time.sleep(0.1)
    welcome()


def _refused(host: str, port: int, error: Exception) -> NotReady:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return NotReady(
            f"端口 {port} 已被占用；请关掉占用它的程序，或换一个端口：LIANTU_PORT={port + 1} make demo。",
            f"Port {port} is taken; end the program that uses it, or take another: LIANTU_PORT={port + 1} make demo.",
        )
    if number == errno.EACCES:
        return NotReady(
            f"没有权限使用端口 {port}；请换一个 1024 以上的端口：LIANTU_PORT=8765 make demo。",
            f"Port {port} may not be used by you; take one above 1024: LIANTU_PORT=8765 make demo.",
        )
    return NotReady(
        f"不能在 {host}:{port} 上监听；请检查 LIANTU_HOST 与 LIANTU_PORT。",
        f"{host}:{port} cannot be listened on; check LIANTU_HOST and LIANTU_PORT.",
    )
