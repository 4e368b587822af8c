"""The one table from an error of `liantu.errors` to a status of HTTP; pages and the API both look it up here.

>>> status_of(Conflict("别人已先改了。", "Someone changed it first."))
409
"""

from liantu.errors import CannotRead, Conflict, LiantuError, NotAllowed, NotComparable, NotFound, NotReady

__all__ = ["STATUS", "status_of"]

STATUS: dict[type[LiantuError], int] = {
    CannotRead: 422,
    NotComparable: 422,
    NotFound: 404,
    NotAllowed: 403,
    Conflict: 409,
    NotReady: 503,
}


def status_of(error: LiantuError) -> int:
    """The status a face answers this error with."""
    return next(status for kind, status in STATUS.items() if isinstance(error, kind))
