"""The site as a newcomer gets it, in a real browser: `liantu demo` on a database of its own, each page visited once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from psycopg import sql
from tests.gates.visit import Visit, look_at

PATIENCE = 120
SIGN_IN = ("admin", "liantu-demo")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def site(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running `liantu demo`; nothing in it is shared with the tests' own database."""
    name = f"liantu_gates_{os.getpid()}"
    where = {"host": server["HOST"], "user": server["USER"] or "postgres"}
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    folder = tmp_path_factory.mktemp("demo")
    port = _free_port()
    environment = {
        **os.environ,
        "LIANTU_DATABASE_URL": f"postgresql://{where['user']}@/{name}?host={where['host']}",
        "LIANTU_VAR": str(folder),
    }
    with (folder / "log").open("wb") as log:
        program = Path(sys.executable).with_name("liantu")
        demo = subprocess.Popen([program, "demo", "--port", str(port)], env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, demo, folder / "log")
        yield address
    finally:
        demo.terminate()
        try:
            demo.wait(15)
        except subprocess.TimeoutExpired:
            demo.kill()
        with psycopg.connect(**where, dbname="postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one `LIANTU_CHROMIUM` names."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=os.environ.get("LIANTU_CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def signed(browser: Browser, site: str) -> Any:
    """The cookies of the administrator, who sees every page and every button."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.fill("[name=username]", SIGN_IN[0])
    page.fill("[name=password]", SIGN_IN[1])
    page.click("form [type=submit]")
    page.wait_for_url(f"{site}/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def samples(browser: Browser, site: str, signed: Any) -> dict[str, str]:
    """What fills the blanks of addresses, asked of the running site through its own API."""
    context = browser.new_context(storage_state=signed)

    def get(path: str) -> Any:
        response = context.request.get(f"{site}/api/{path}")
        assert response.ok, f"{path}: {response.status} {response.text()}"
        return response.json()

    cockpit = get("cockpit")
    figure = next(c["main"] for c in cockpit["clusters"] if c["main"])
    derived = next(c["needed"] for c in cockpit["clusters"] if c["needed"])
    found = {
        "cluster": cockpit["clusters"][0]["code"],
        "document": get("documents")[0]["id"][:12],
        "figure": figure["id"],
        "derived": derived["id"],
        "fact": get("desk")["facts"][0]["id"],
    }
    context.close()
    return {name: str(value) for name, value in found.items()}


@pytest.fixture(scope="session")
def context(browser: Browser, signed: Any) -> Iterator[Callable[..., BrowserContext]]:
    """A browser profile for a language, a theme, and a person or nobody; made once each."""
    made: dict[tuple[str, str, bool], BrowserContext] = {}

    def make(site: str, lang: str, theme: str, *, unsigned: bool = False) -> BrowserContext:
        key = (lang, theme, unsigned)
        if key not in made:
            profile = browser.new_context(
                storage_state=None if unsigned else signed, reduced_motion="reduce", bypass_csp=False
            )
            language = {"zh": "zh-hans", "en": "en"}[lang]
            cookies = {"liantu_language": language, "liantu_theme": theme}
            profile.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])
            made[key] = profile
        return made[key]

    yield make
    for profile in made.values():
        profile.close()


@pytest.fixture(scope="session")
def visit(
    site: str, context: Callable[..., BrowserContext], samples: dict[str, str]
) -> Callable[[str, str, str], Visit]:
    """Visit a page in a language and a theme, looking at it in every width; each visit is made once for all tests."""
    made: dict[tuple[str, str, str], Visit] = {}

    def make(path: str, lang: str, theme: str) -> Visit:
        key = (path, lang, theme)
        if key not in made:
            unsigned = path.startswith("/sign-in/")
            made[key] = look_at(context(site, lang, theme, unsigned=unsigned), site, path.format(**samples))
        return made[key]

    return make


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, demo: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if demo.poll() is not None:
            pytest.fail(f"the demo ended: {log.read_text(errors='replace')[-2000:]}")
        try:
            with urlopen(f"{address}/healthz", timeout=5):  # noqa: S310 (our own server)
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the demo did not start: {log.read_text(errors='replace')[-2000:]}")
