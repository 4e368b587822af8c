"""A site in a process of its own, as `liantu demo` or `liantu serve` starts it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120
PROGRAM = Path(sys.executable).with_name("liantu")


@dataclass(frozen=True)
class Running:
    """The address of a site that answers, its process, and the file with all it said."""

    address: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def said(self) -> str:
        return self.log.read_text(errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: str, folder: Path, **environment: str) -> Iterator[Running]:
    """The site, once it answers; ended at the end if it still runs. `folder` is its `LIANTU_VAR`."""
    port, log = free_port(), folder / "said.log"
    folder.mkdir(parents=True, exist_ok=True)
    given = {**os.environ, "LIANTU_VAR": str(folder), "LIANTU_LANGUAGE": "zh", **environment}
    with log.open("wb") as file:
        process = subprocess.Popen(
            [PROGRAM, command, "--port", str(port)],
            env=given,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,  # so that a test may press Ctrl-C for the whole group, as a terminal does
        )
    site = Running(f"http://127.0.0.1:{port}", process, log)
    try:
        _wait(site)
        yield site
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(site: Running) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and site.process.poll() is None:
        try:
            with urlopen(f"{site.address}/healthz", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the site did not start: {site.said()[-3000:]}")
