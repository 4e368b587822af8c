"""Which PostgreSQL Liantu works on, and whether it is fit for use.

`LIANTU_DATABASE_URL` names a server of PostgreSQL 15 or newer; without it the embedded one under `./var` is used
(`LIANTU_VAR` names another folder). Nothing here is started by being imported: `ready` does that, once a command or a
server process truly needs the database.
"""

import os
import re
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from liantu.errors import NotReady
from liantu.site.embedded import Embedded

__all__ = ["OLDEST", "ROOT", "address", "embedded", "ready", "var"]

ROOT = Path(__file__).resolve().parents[3]  # the checkout, where the package is run from one

OLDEST = 15
NAME = "liantu"
FIELDS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def var() -> Path:
    """The folder of everything Liantu writes: `LIANTU_VAR`, or `var` in the checkout, else in the current folder."""
    given = os.environ.get("LIANTU_VAR")
    if given:
        return Path(given).expanduser().resolve()
    return (ROOT if (ROOT / "pyproject.toml").exists() else Path.cwd()) / "var"


def embedded() -> Embedded | None:
    """The embedded server, or None where `LIANTU_DATABASE_URL` names another one."""
    return None if os.environ.get("LIANTU_DATABASE_URL") else Embedded(var())


def address(url: str | None = None) -> dict[str, Any]:
    """Django's settings of the database at `url`; what it carries beyond the usual five goes to the driver as it is.

    >>> told = address("postgresql://wang@db.example:5433/ledger?sslmode=require")
    >>> {key: told[key] for key in ("HOST", "PORT", "NAME", "USER")}
    {'HOST': 'db.example', 'PORT': '5433', 'NAME': 'ledger', 'USER': 'wang'}
    >>> told["OPTIONS"]["sslmode"]
    'require'
    """
    url = url or os.environ.get("LIANTU_DATABASE_URL")
    parts = _parse(url) if url else {"host": str(Embedded(var()).socket_dir), "user": "postgres", "dbname": NAME}
    usual = {name: str(parts.pop(key, "")) for key, name in FIELDS.items()}
    # Prepared plans of LIKE searches are frozen for an average word and grew a thousand times slower on a rare one.
    return {
        "ENGINE": "django.db.backends.postgresql",
        **usual,
        "OPTIONS": {"prepare_threshold": None, **parts},
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def ready() -> str:
    """See that the database answers, is new enough and exists, starting the embedded one; return its version."""
    server = embedded()
    if server is not None:
        server.hold()
        _create(server)
    with _connect() as connection:
        version = connection.info.server_version // 10000
        if version < OLDEST:
            raise NotReady(
                f"数据库是 PostgreSQL {version}，至少要 {OLDEST}；请升级，或去掉 LIANTU_DATABASE_URL 改用内嵌的。",
                f"The database is PostgreSQL {version}, at least {OLDEST} is needed; upgrade it, or unset "
                "LIANTU_DATABASE_URL to use the embedded one.",
            )
        return connection.info.parameter_status("server_version") or str(version)


def _parse(url: str) -> dict[str, Any]:
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise NotReady(
            "LIANTU_DATABASE_URL 写得不对；应像 postgresql://用户:密码@主机:5432/库名 这样。",
            "LIANTU_DATABASE_URL cannot be read; write it as postgresql://user:password@host:5432/name.",
        ) from error
    parts.setdefault("dbname", NAME)
    return dict(parts)


def _connect(**instead: Any) -> psycopg.Connection:
    """A connection to the database, or to the one `instead` names."""
    parts = address()
    usual = {key: parts[name] for key, name in FIELDS.items() if parts[name]}
    try:
        return psycopg.connect(**{"connect_timeout": 10, **parts["OPTIONS"], **usual, **instead})
    except psycopg.Error as error:
        where = usual.get("host", "localhost")
        why = re.split(r"failed: |FATAL:\s+", str(error))[-1].strip().splitlines()[0]
        server = embedded()
        if server is not None:
            raise NotReady(
                f"内嵌数据库没有应答：{why}。请再试一次；日志在 {server.log}。",
                f"The embedded database does not answer: {why}. Try again; its log is {server.log}.",
            ) from error
        raise NotReady(
            f"连不上数据库 {where}：{why}。请检查 LIANTU_DATABASE_URL 与网络；去掉它则使用内嵌数据库。",
            f"The database at {where} cannot be reached: {why}. Check LIANTU_DATABASE_URL and the network; without it "
            "the embedded database is used.",
        ) from error


def _create(server: Embedded) -> None:
    host = str(server.socket_dir)
    with _connect(host=host, user="postgres", dbname="postgres", autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
        if known is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
