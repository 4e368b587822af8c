"""隔离 confined: a file from anywhere is taken apart in a process of its own, with bounded memory and time.

    >>> confined("text", b"%PDF-1.7 and no more")
    Traceback (most recent call last):
    ...
    liantu.errors.CannotRead: 这个 PDF 已损坏，读不出正文；请用原来的软件重新导出再上传。

The process (`python -m liantu.page`) gets the file and a task, no environment of ours, and may open no connection; it
answers with bytes. One that crashes, swells or takes too long is ended, and the file is refused in one sentence.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from importlib.util import find_spec
from typing import Any, Final

from liantu.errors import CannotRead
from liantu.page.refusal import sentence

__all__ = ["REFUSED", "can_recognise", "confined", "pages_of"]

REFUSED: Final = 3
_GIGABYTE: Final = 1024**3
_LIMITS: Final = {"text": (90, _GIGABYTE), "image": (20, _GIGABYTE), "scan": (300, 8 * _GIGABYTE)}
_LARGEST_ANSWER: Final = 128 * 1024**2
_AT_ONCE: Final = threading.BoundedSemaphore(2)
_PASSED_ON: Final = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


def can_recognise() -> bool:
    """Whether the extra that recognises scans is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def pages_of(task: str, data: bytes) -> dict[str, Any]:
    """What `text` or `scan` make of a file: its text, anchors, and what of it is aside or unsure."""
    answer = json.loads(confined(task, data))
    if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
        raise sentence("damaged")
    return answer


def confined(task: str, data: bytes, page: int = 1) -> bytes:
    """The answer of a task: `text` and `scan` give JSON, `image` the PNG of a page; `CannotRead` tells why not."""
    seconds, memory = _LIMITS[task]
    with _AT_ONCE, tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as answer:
        file.write(data)
        file.seek(0)
        limits = [str(limit) for limit in (seconds, memory, _LARGEST_ANSWER)]
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "liantu.page", task, str(page), *limits],
                stdin=file,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise sentence("heavy") from error
        answer.seek(0)
        said = answer.read()
    if done.returncode != 0:
        raise _refusal(done.returncode, said)
    return said


def _refusal(code: int, said: bytes) -> CannotRead:
    if code == REFUSED:
        reason, number = json.loads(said)
        return sentence(str(reason), int(number))
    return sentence("heavy" if code < 0 else "damaged")
