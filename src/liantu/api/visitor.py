"""Who may pass: whoever has a role, and, where the pack is public, the guest 访客, who reads and never writes."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie

from liantu.ledger import permission

__all__ = ["READS", "Visitor", "may_pass"]

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def may_pass(request: HttpRequest) -> bool:
    """Whether the request may reach its view at all; what it may do there is the view's to ask."""
    return permission.may_read(request.user) and (request.user.is_authenticated or request.method in READS)


class Visitor(APIKeyCookie):
    """The session cookie of the pages; a write must bring the page's CSRF token in `X-CSRFToken` as well."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return request.user if may_pass(request) else None
