"""An OpenAI-compatible service on this machine that plays recorded answers and keeps what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from liantu.bulletin.proposer import Endpoint

__all__ = ["Service", "service"]


class Service:
    """An OpenAI-compatible service that answers with what was recorded and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.reply: Callable[[dict[str, Any]], tuple[int, bytes]] = lambda _: (200, b"{}")
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.asked.append(body)
                service.headers.append(dict(self.headers))
                status, data = service.reply(body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.endpoint = Endpoint(f"http://127.0.0.1:{self.server.server_port}/v1", "recorded", "a-key", timeout=5)

    def says(self, *answers: dict[str, object]) -> None:
        content = json.dumps({"answers": list(answers)}, ensure_ascii=False)
        self.reply = lambda _: (200, json.dumps({"choices": [{"message": {"content": content}}]}).encode())


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()
