"""The login wall: nobody unsigned sees anything but what says so itself, so a new page cannot forget to ask.

A view is open only by Django's `login_not_required` (the sign-in page, the health check). Where the pack is public
(`LIANTU_PUBLIC`), an unsigned visitor is the guest 访客, who reads everything and writes nothing.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import resolve_url

from liantu.api.visitor import READS, may_pass
from liantu.web.language import say

__all__ = ["Access", "is_guest", "to_sign_in"]


def is_guest(request: HttpRequest) -> bool:
    """Whether the visitor is the read-only guest of a public pack."""
    return not request.user.is_authenticated and bool(settings.LIANTU_PUBLIC)


class Access:
    """Middleware after authentication, before anything reads a body: through to the view, or to the sign-in page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """None lets the request through."""
        if may_pass(request) or not getattr(view, "login_required", True):
            return None
        return to_sign_in(request)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """A page redirects and remembers where to return; a fragment sends the whole page there; the API says 401."""
    if request.path.startswith("/api/"):
        return JsonResponse({"error": say("请先登录。", "Please sign in first.")}, status=401)
    if request.headers.get("HX-Request") == "true":
        page = urlsplit(request.headers.get("HX-Current-URL", "/"))
        there = f"{page.path or '/'}?{page.query}" if page.query else page.path or "/"
        return HttpResponse(status=401, headers={"HX-Redirect": redirect_to_login(there, _sign_in()).url})
    # What was to be written is lost with the session: a write returns to the cockpit, never to a form's own address.
    return redirect_to_login(request.get_full_path() if request.method in READS else "/", _sign_in())


def _sign_in() -> str:
    return resolve_url(settings.LOGIN_URL)
