"""Security headers Django does not set itself: what a page may load, may use, and whether it may be kept.

Framing, sniffing, referrer, opener and HSTS are Django's (`SECURE_*` in the settings); a test holds the whole list.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

__all__ = ["POLICY", "SecurityHeaders"]

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class SecurityHeaders:
    """The outermost middleware. A response that says nothing of its own caching is kept nowhere.

    A district's figures lie on shared office machines: the Back button after signing out must not show them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.headers[name] = value
        if not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-store"
        return response
