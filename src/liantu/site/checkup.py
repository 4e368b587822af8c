"""The check-up of a machine: what Liantu needs, whether it is there, and the way out where it is not."""

import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from liantu.errors import LiantuError, NotReady
from liantu.site import database, opening, server

__all__ = ["Check", "chromium", "examine"]

DISK = 1024**3
MEMORY = 512 * 1024**2
FONTS = ("NotoSansCJK", "NotoSerifCJK", "SourceHan", "wqy-", "DroidSansFallback", "PingFang", "simsun", "msyh")


@dataclass(frozen=True)
class Check:
    """One line of the check-up. What is not `needed` may fail without the machine being unfit."""

    zh: str
    en: str
    said: str
    fine: bool
    way_out: LiantuError | None = None
    needed: bool = True


def examine(host: str, port: int) -> Iterator[Check]:
    """All checks, one after another as they are made; the address is the one the site would listen on."""
    yield _python()
    yield _disk()
    yield _memory()
    yield _port(host, port)
    yield from _database()
    yield _static()
    yield _fonts()
    yield _chromium()


def chromium() -> Path | None:
    """Where the browser for the tests is: `LIANTU_CHROMIUM`, or Debian's."""
    given = os.environ.get("LIANTU_CHROMIUM")
    found = given or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return Path(found) if found and os.access(found, os.X_OK) else None


def _python() -> Check:
    said = ".".join(map(str, sys.version_info[:3]))
    way_out = NotReady("请安装 Python 3.11 或更新的版本。", "Install Python 3.11 or newer.")
    return Check("Python", "Python", said, sys.version_info >= (3, 11), way_out)


def _disk() -> Check:
    folder = next(part for part in (database.var(), *database.var().parents) if part.exists())
    free = shutil.disk_usage(folder).free
    way_out = NotReady(
        f"请在 {folder} 腾出 1 GB，或用 LIANTU_VAR 另指一个文件夹。",
        f"Make 1 GB of room at {folder}, or set LIANTU_VAR to another folder.",
    )
    return Check("磁盘", "disk", f"{free / 1024**3:.1f} GB", free >= DISK, way_out)


def _memory() -> Check:
    free = psutil.virtual_memory().available
    way_out = NotReady("请关掉一些程序，至少留出 512 MB 内存。", "End some programs; 512 MB of memory are needed.")
    return Check("内存", "memory", f"{free / 1024**3:.1f} GB", free >= MEMORY, way_out)


def _port(host: str, port: int) -> Check:
    said = f"{host}:{port}"
    if _is_liantu(host, port):
        return Check("端口", "port", f"{said} Liantu", fine=True)

    def listen() -> str:
        server.see_port_free(host, port)
        return said

    return _tried("端口", "port", listen)


def _is_liantu(host: str, port: int) -> bool:
    """Whether the port is taken by Liantu itself, which is as it should be: its cookies tell."""
    try:
        with socket.create_connection((host, port), timeout=2) as connection:
            connection.sendall(f"GET /sign-in/ HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
            return b"liantu_" in connection.recv(65536)
    except OSError:
        return False


def _database() -> Iterator[Check]:
    reached = _tried("数据库", "database", lambda: f"PostgreSQL {opening.open_house()}")
    yield reached
    if reached.fine:
        waiting = opening.waiting()
        way_out = NotReady("请运行 make demo 或 liantu migrate。", "Run make demo or liantu migrate.")
        yield Check("数据表", "tables", f"{len(waiting)} …" if waiting else "", not waiting, way_out)


def _static() -> Check:
    manifest = database.var() / "static" / "staticfiles.json"
    way_out = NotReady("运行 make demo 或 liantu serve 时会自动生成。", "make demo and liantu serve make them.")
    return Check("静态文件", "static files", str(manifest.parent), manifest.exists(), way_out, needed=False)


def _fonts() -> Check:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("~/.local/share/fonts").expanduser())
    files = (file.name for folder in folders for file in folder.rglob("*") if file.is_file())
    found = next((name for name in files if name.startswith(FONTS)), "")
    way_out = NotReady(
        "浏览器测试与截图需要中文字体：apt install fonts-noto-cjk。",
        "The browser tests need a Chinese font: apt install fonts-noto-cjk.",
    )
    return Check("中文字体", "Chinese font", found, bool(found), way_out, needed=False)


def _chromium() -> Check:
    found = chromium()
    way_out = NotReady(
        "浏览器测试需要：apt install chromium；或用 LIANTU_CHROMIUM 指出它在哪里。",
        "The browser tests need it: apt install chromium; or let LIANTU_CHROMIUM say where it is.",
    )
    return Check("Chromium", "Chromium", str(found or ""), found is not None, way_out, needed=False)


def _tried(zh: str, en: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(zh, en, attempt(), fine=True)
    except LiantuError as error:
        return Check(zh, en, "", fine=False, way_out=error)
