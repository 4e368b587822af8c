"""Trouble of the machine that comes up in the midst of work: a disk that fills, a database that goes away."""

import errno
import shutil

from liantu.errors import NotReady

__all__ = ["trouble"]

DISK_FULL = "53100"  # PostgreSQL's own code
TIGHT = 32 * 1024 * 1024  # bytes; with less the write-ahead log cannot grow, and the server ends itself


def trouble(error: BaseException) -> NotReady | None:
    """The sentence for an error the machine is to blame for, None where it is a bug of ours.

    >>> print(trouble(OSError(errno.ENOSPC, "No space left on device")))
    磁盘已满：没有存下的都没有写入。请腾出空间再试一次，或用 LIANTU_VAR 指向另一个磁盘上的文件夹。
    >>> trouble(ValueError("a bug"))
    """
    chain = [error]
    while chain[-1].__cause__ is not None:
        chain.append(chain[-1].__cause__)
    full = any(_says_full(one) for one in chain)
    lost = any(type(one).__name__ in {"OperationalError", "AdminShutdown", "InterfaceError"} for one in chain)
    if full or (lost and _is_tight()):
        return NotReady(
            "磁盘已满：没有存下的都没有写入。请腾出空间再试一次，或用 LIANTU_VAR 指向另一个磁盘上的文件夹。",
            "The disk is full; nothing was half stored. Make room and try again, or set LIANTU_VAR to another disk.",
        )
    if lost:
        return NotReady(
            f"数据库中断了：{_first_line(chain[-1])}。没有存下的都没有写入；请运行 liantu doctor，再试一次。",
            f"The database went away: {_first_line(chain[-1])}. Nothing was half stored; run liantu doctor, then try "
            "again.",
        )
    return None


def _says_full(error: BaseException) -> bool:
    return getattr(error, "sqlstate", None) == DISK_FULL or (isinstance(error, OSError) and error.errno == errno.ENOSPC)


def _is_tight() -> bool:
    from liantu.site import database

    return shutil.disk_usage(database.var()).free < TIGHT


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".。")
