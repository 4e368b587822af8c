"""The login wall: nobody unsigned sees anything but what says so itself, so a new page cannot forget to ask.

A view is open only by Django's `login_not_required` (the sign-in page, the health check). Where the pack is public, an
unsigned visitor is the guest 访客, who reads everything and writes nothing. A person without a role is told so.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from liantu.api.visitor import may_pass
from liantu.errors import NotAllowed
from liantu.ledger import permission
from liantu.ledger.region import is_public
from liantu.web.refusal import refuse
from liantu.web.unsigned import to_sign_in

__all__ = ["Access", "is_guest"]


def is_guest(request: HttpRequest) -> bool:
    """Whether the visitor is the read-only guest of a public pack."""
    return not request.user.is_authenticated and is_public()


class Access:
    """Middleware after authentication, before anything reads a body: through to the view, or to the sign-in page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """None lets the request through."""
        if not getattr(view, "login_required", True) or may_pass(request):
            return None
        if not request.user.is_authenticated:
            return to_sign_in(request)
        try:
            permission.require_reader(request.user)
        except NotAllowed as error:
            return refuse(request, error)
        return None
