"""Who may enter: a signed-in person, or, where the pack is public, the guest 访客, who reads and never writes.

>>> may_enter(signed=True, method="POST", public=False), may_enter(signed=False, method="POST", public=True)
(True, False)
>>> may_enter(signed=False, method="GET", public=True), may_enter(signed=False, method="GET", public=False)
(True, False)
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie

__all__ = ["READS", "Visitor", "may_enter", "may_pass"]

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def may_enter(*, signed: bool, method: str, public: bool) -> bool:
    """The rule itself."""
    return signed or (public and method in READS)


def may_pass(request: HttpRequest) -> bool:
    """The rule asked of a request."""
    return may_enter(
        signed=request.user.is_authenticated, method=request.method or "", public=bool(settings.LIANTU_PUBLIC)
    )


class Visitor(APIKeyCookie):
    """The session cookie of the pages; a write must bring the page's CSRF token in `X-CSRFToken` as well."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return request.user if may_pass(request) else None
