"""Which database is used, and one clear sentence where it cannot be."""

import socket
import threading
from collections.abc import Iterator

import pytest

from liantu.errors import NotReady
from liantu.site import database


def test_without_an_address_the_embedded_database_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIANTU_DATABASE_URL", raising=False)
    server = database.embedded()
    assert server is not None
    assert database.address()["HOST"] == str(server.socket_dir)


def test_an_address_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANTU_DATABASE_URL", "postgresql://wang:geheim@db.example/ledger")
    assert database.embedded() is None
    assert database.address()["PASSWORD"] == "geheim"


def test_prepared_plans_stay_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIANTU_DATABASE_URL", raising=False)
    assert database.address()["OPTIONS"]["prepare_threshold"] is None


def test_an_address_that_is_none_is_one_sentence() -> None:
    with pytest.raises(NotReady, match="postgresql://用户") as told:
        database.address("mysql://root@localhost/x")
    assert "postgresql://user" in told.value.en


def test_an_unreachable_server_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("LIANTU_DATABASE_URL", f"postgresql://wang@127.0.0.1:{nobody.getsockname()[1]}/ledger")
        with pytest.raises(NotReady, match=r"连不上数据库 127\.0\.0\.1.*refused.*LIANTU_DATABASE_URL"):
            database.ready()


@pytest.fixture
def old_server() -> Iterator[int]:
    """A server that speaks PostgreSQL's protocol and says it is of version 14, as no such binary is at hand."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + (len(body) + 4).to_bytes(4, "big") + body

    told = {"server_version": "14.9", "client_encoding": "UTF8", "standard_conforming_strings": "on"}
    hello = message(b"R", bytes(4))
    for name, value in told.items():
        hello += message(b"S", name.encode() + b"\0" + value.encode() + b"\0")
    hello += message(b"K", bytes(8)) + message(b"Z", b"I")

    def answer(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            length = int.from_bytes(connection.recv(4), "big")
            if connection.recv(length - 4)[:4] == (80877103).to_bytes(4, "big"):  # asked for TLS: we have none
                connection.sendall(b"N")
                connection.recv(4096)
            connection.sendall(hello)
            connection.recv(4096)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


def test_a_server_too_old_is_one_sentence(old_server: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANTU_DATABASE_URL", f"postgresql://wang@127.0.0.1:{old_server}/ledger?gssencmode=disable")
    with pytest.raises(NotReady, match="PostgreSQL 14，至少要 15") as told:
        database.ready()
    assert "at least 15" in told.value.en
