"""The embedded PostgreSQL: it starts, is shared, outlives a kill, and says what is wrong in one sentence."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from liantu.errors import NotReady
from liantu.site import embedded as module
from liantu.site.embedded import SOCKET_ROOM, Embedded
from liantu.site.postgres import ROOT_HOME


@pytest.fixture
def database(var: Path) -> Iterator[Embedded]:
    server = Embedded(var)
    server.hold()
    yield server
    server.release()
    server.stop()


def count(server: Embedded, query: str) -> object:
    with psycopg.connect(
        host=str(server.socket_dir), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        row = connection.execute(query).fetchone()
        return row and row[0]


def write(server: Embedded, statement: str) -> None:
    with psycopg.connect(
        host=str(server.socket_dir), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(statement)


def test_the_database_never_listens_on_the_network(database: Embedded) -> None:
    pid = database.pid()
    assert pid is not None
    assert [c for c in psutil.Process(pid).net_connections(kind="inet") if c.status == psutil.CONN_LISTEN] == []
    assert database.socket_dir.stat().st_mode & 0o077 == 0
    assert database.data.stat().st_mode & 0o077 == 0


def test_the_last_to_leave_stops_it(var: Path, database: Embedded) -> None:
    hold = "import sys, pathlib; from liantu.site.embedded import Embedded; Embedded(pathlib.Path(sys.argv[1])).hold()"
    pid = database.pid()
    subprocess.run([sys.executable, "-c", hold, str(var)], check=True)
    assert database.pid() == pid, "another process left, but we still hold it"
    database.release()
    assert database.pid() is None


def kill(server: Embedded) -> int:
    """Kill the server the hard way and forget that this process held it; returns the dead process's id."""
    pid = server.pid()
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    for _ in range(100):
        if server.pid() is None:
            break
        time.sleep(0.05)
    module._held.pop(server.var).close()
    return pid


def test_a_killed_database_starts_again_with_what_was_committed(database: Embedded) -> None:
    write(database, "CREATE TABLE kept AS SELECT 7 AS figure")
    kill(database)
    assert (database.data / "postmaster.pid").exists(), "the lock is left behind"
    assert database.pid() is None
    database.hold()
    assert count(database, "SELECT figure FROM kept") == 7


def test_a_stale_lock_whose_number_another_program_took_is_seen_through(database: Embedded) -> None:
    write(database, "CREATE TABLE kept AS SELECT 7 AS figure")
    dead = kill(database)
    other = subprocess.Popen(["/bin/sleep", "60"], user=database.data.stat().st_uid)
    try:
        for lock in (database.data / "postmaster.pid", database.socket_dir / ".s.PGSQL.5432.lock"):
            lock.write_text(lock.read_text().replace(str(dead), str(other.pid), 1))
        database.hold()
        assert count(database, "SELECT figure FROM kept") == 7
    finally:
        other.kill()
        other.wait()


def test_a_running_database_is_never_started_twice(var: Path, database: Embedded) -> None:
    pid = database.pid()
    module._held.pop(var).close()
    Embedded(var).hold()
    assert database.pid() == pid


def test_a_half_made_cluster_is_made_anew(var: Path) -> None:
    server = Embedded(var, hasty=True)
    server._make_home()
    (server.home / "data.new").mkdir()
    (server.home / "data.new" / "PG_VERSION").write_text("18")
    server.hold()
    assert count(server, "SELECT 1") == 1
    server.release()


def test_a_path_too_long_for_a_socket_still_works(var: Path) -> None:
    server = Embedded(var / ("很深的文件夹" * 8), hasty=True)
    assert len(os.fsencode(server.home / "run")) > SOCKET_ROOM >= len(os.fsencode(server.socket_dir))
    server.hold()
    assert count(server, "SELECT 1") == 1
    assert server.socket_dir.stat().st_mode & 0o077 == 0
    server.release()
    server.socket_dir.rmdir()


def test_a_full_disk_is_one_sentence(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROOM", 1 << 60)
    with pytest.raises(NotReady, match=r"磁盘已满.*LIANTU_VAR"):
        Embedded(var).hold()
    assert not (var / "pg").exists(), "nothing half made"


def test_a_cluster_of_another_version_is_named(var: Path, database: Embedded) -> None:
    database.release()
    (database.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(NotReady, match="另一版本"):
        database.hold()
    (database.data / "PG_VERSION").write_text("18\n")


def test_a_broken_configuration_is_told_with_its_log(database: Embedded) -> None:
    database.release()
    with (database.data / "postgresql.auto.conf").open("a") as file:
        file.write("shared_buffers = 'plenty'\n")
    with pytest.raises(NotReady, match=r"shared_buffers.*server\.log"):
        database.hold()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be shut out of a folder by its own choice of user")
def test_root_in_a_private_home_keeps_the_database_elsewhere_and_its_folder_shut(var: Path) -> None:
    private = var / "root"
    private.mkdir(mode=0o700)
    server = Embedded(private / "var", hasty=True)
    assert server.home.is_relative_to(ROOT_HOME)
    server.hold()
    assert count(server, "SELECT 1") == 1
    assert private.stat().st_mode & 0o777 == 0o700
    server.release()
    server.remove()
    assert not server.home.is_relative_to(ROOT_HOME) or not server.home.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be shut out of a folder by its own choice of user")
def test_a_database_stays_where_it_is_when_the_folder_above_it_opens(var: Path) -> None:
    private = var / "root"
    private.mkdir(mode=0o700)
    server = Embedded(private / "var", hasty=True)
    server.hold()
    server.release()
    private.chmod(0o711)
    (private / "var").chmod(0o711)
    assert Embedded(private / "var").home.is_relative_to(ROOT_HOME)
    server.remove()
    assert Embedded(private / "var").home == private / "var" / "pg"


def test_a_folder_somebody_else_put_in_its_place_is_refused_and_left_as_it_is(var: Path) -> None:
    theirs = var / "theirs"
    theirs.mkdir(mode=0o755)
    (var / "pg").symlink_to(theirs)
    before = theirs.stat()
    with pytest.raises(NotReady, match="属于另一个用户"):
        Embedded(var).hold()
    assert (theirs.stat().st_uid, theirs.stat().st_mode) == (before.st_uid, before.st_mode)
