"""Where the site listens, and what it says when it cannot."""

import os
import socket

import pytest

from liantu.errors import NotReady
from liantu.site.server import see_port_free


def test_a_free_port_is_no_news() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    see_port_free("127.0.0.1", port)


def test_an_occupied_port_names_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NotReady, match=f"端口 {port} 已被占用.*LIANTU_PORT={port + 1} make demo") as told:
            see_port_free("127.0.0.1", port)
    assert f"LIANTU_PORT={port + 1} make demo" in told.value.en


def test_a_port_shared_on_purpose_counts_as_occupied() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(NotReady, match="已被占用"):
            see_port_free("127.0.0.1", taken.getsockname()[1])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may listen anywhere")
def test_a_port_of_the_system_names_the_way_out() -> None:
    with pytest.raises(NotReady, match="1024"):
        see_port_free("127.0.0.1", 80)


def test_a_host_that_is_not_this_machine_names_the_setting() -> None:
    with pytest.raises(NotReady, match="LIANTU_HOST"):
        see_port_free("192.0.2.1", 8765)
