"""The confined process: binds itself first, then reads the file from its input and answers on its output."""

import json
import sys
from dataclasses import asdict
from typing import Any

from liantu.page.confined import REFUSED
from liantu.page.refusal import Refused

_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.exec", "os.posix_spawn")


def _bind(seconds: int, memory: int, answer: int) -> None:
    """Limits that hold whatever the file does; where the system knows none, the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (2 * seconds, 2 * seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (answer, answer))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _stay_home(event: str, _: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(event)


def _answer(task: str, data: bytes, page: int) -> bytes:
    if task == "image":
        from liantu.page.picture import png

        return png(data, page)
    if task == "scan":
        from liantu.page.scan import scan

        return json.dumps(asdict(scan(data))).encode()
    from liantu.page.pdf import text

    return json.dumps(asdict(text(data))).encode()


def main() -> int:
    """One task on one file."""
    task, page, *limits = sys.argv[1:]
    _bind(*map(int, limits))
    sys.addaudithook(_stay_home)
    try:
        said, code = _answer(task, sys.stdin.buffer.read(), int(page)), 0
    except Refused as refused:
        said, code = json.dumps([refused.reason, refused.number]).encode(), REFUSED
    except MemoryError:
        said, code = json.dumps(["heavy", 0]).encode(), REFUSED
    sys.stdout.buffer.write(said)
    return code


if __name__ == "__main__":
    sys.exit(main())
