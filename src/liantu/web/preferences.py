"""Language and theme as the reader set them: `?lang=` and `?theme=` set a cookie, the cookie sets every later page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from liantu.web.language import CHINESE, ENGLISH

__all__ = ["THEMES", "Preferences", "theme_of"]

THEMES = ("light", "dark", "system")
THEME_COOKIE = "liantu_theme"
LANGUAGES = {"zh": CHINESE, "zh-cn": CHINESE, CHINESE: CHINESE, ENGLISH: ENGLISH}
YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """light, dark or system; light unless the reader asked otherwise."""
    asked = request.GET.get("theme") or request.COOKIES.get(THEME_COOKIE, "")
    return asked if asked in THEMES else "light"


def _language_of(request: HttpRequest) -> str:
    asked = request.GET.get("lang") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return LANGUAGES.get(asked.lower(), CHINESE)


class Preferences:
    """Middleware: the page is made in the reader's language, and what the address asks for is remembered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = _language_of(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", "en" if language == ENGLISH else "zh-CN")
        if "lang" in request.GET:
            _remember(response, settings.LANGUAGE_COOKIE_NAME, language)
        if "theme" in request.GET:
            _remember(response, THEME_COOKIE, theme_of(request))
        return response


def _remember(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
