"""Where a visitor without a name is sent: to the sign-in page, and from there back to where they were going."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from liantu.api.sentence import UNSIGNED, answer
from liantu.api.visitor import READS

__all__ = ["to_sign_in"]


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """A page redirects and remembers where to return; a fragment sends the whole page there; the API says 401."""
    if request.path.startswith("/api/"):
        return answer(request, UNSIGNED, 401)
    if request.headers.get("HX-Request") == "true":
        page = urlsplit(request.headers.get("HX-Current-URL", "/"))
        there = f"{page.path or '/'}?{page.query}" if page.query else page.path or "/"
        return HttpResponse(status=401, headers={"HX-Redirect": redirect_to_login(there, _sign_in()).url})
    # What was to be written is lost with the session: a write returns to the cockpit, never to a form's own address.
    return redirect_to_login(request.get_full_path() if request.method in READS else "/", _sign_in())


def _sign_in() -> str:
    return resolve_url(settings.LOGIN_URL)
