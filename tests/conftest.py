"""What every test may lean on: a real PostgreSQL, the cast, the site in a real browser, the folder of shared papers."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright
from psycopg import sql
from psycopg.conninfo import make_conninfo

from liantu.site.checkup import chromium
from liantu.site.database import FIELDS, ROOT, address
from liantu.site.embedded import Embedded
from tests.running import running

# Playwright's own event loop runs in the thread of the test, which may touch the database all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(scope="session")
def server() -> Iterator[dict[str, Any]]:
    """Django's settings of the tests' own PostgreSQL: `LIANTU_TEST_DATABASE_URL`, or an embedded one in `var/test`."""
    given = os.environ.get("LIANTU_TEST_DATABASE_URL")
    if given:
        yield address(given)
        return
    embedded = Embedded(ROOT / "var" / "test", hasty=True)
    embedded.hold()
    found = address(f"postgresql://postgres@/postgres?host={embedded.socket_dir}")
    _drop_leftovers(found)
    yield found
    connections.close_all()
    embedded.release()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: dict[str, Any]) -> None:
    """Put the tests' database in the place of the real one, under a name of this run's own."""
    for name in ("HOST", "PORT", "USER", "PASSWORD", "NAME", "OPTIONS"):
        connections["default"].settings_dict[name] = server[name]
    connections["default"].settings_dict["TEST"]["NAME"] = f"liantu_test_{os.getpid()}"


def _drop_leftovers(server: dict[str, Any]) -> None:
    """Drop the databases of test runs that were killed."""
    with psycopg.connect(**_place(server), autocommit=True) as connection:
        for (name,) in connection.execute("SELECT datname FROM pg_database WHERE datname ~ '^liantu_.*_[0-9]+$'"):
            if not psutil.pid_exists(int(name.rpartition("_")[2])):
                connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of papers shared beside the checkout, which are not ours to keep in it."""
    folder = Path(os.environ.get("LIANTU_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there; LIANTU_SHARED may name it")
    return folder


@pytest.fixture
def var() -> Iterator[Path]:
    """An empty `LIANTU_VAR` for a site of the test's own, open enough for root's helper user."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="liantu-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture(scope="session")
def site(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running `liantu demo`, with a database and a folder of its own, the same for the whole run."""
    name, there = f"liantu_demo_{os.getpid()}", server["OPTIONS"] | _place(server)
    with psycopg.connect(**there, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    url = make_conninfo(**{**_place(server), "dbname": name})
    with running("demo", tmp_path_factory.mktemp("demo"), LIANTU_DATABASE_URL=url) as demo:
        yield demo.address
    with psycopg.connect(**there, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _place(server: dict[str, Any]) -> dict[str, str]:
    """Host, port, user, password and database in the driver's own words."""
    return {key: server[name] for key, name in FIELDS.items() if server[name]}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a screen, and without its habit of calling home."""
    found = chromium()
    if found is None:
        pytest.fail("Chromium is not there: apt install chromium, or set LIANTU_CHROMIUM")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    plain = ["--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(found),
            args=quiet + plain,
            chromium_sandbox=os.geteuid() != 0,  # as root Chromium starts only without its sandbox
        )
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a visitor never seen before, 1440 by 900, in Chinese."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
