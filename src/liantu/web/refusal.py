"""How a page says no: one clear sentence and the way on, with the status of the one table."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from liantu.api.sentence import UNSTORABLE, answer, is_unstorable
from liantu.api.status import status_of
from liantu.api.visitor import may_pass
from liantu.errors import CannotRead, LiantuError, NotAllowed, NotFound
from liantu.web.language import say
from liantu.web.unsigned import to_sign_in

__all__ = ["Refusals", "forbidden", "forged", "malformed", "missing", "refuse"]

MISSING = NotFound(
    "没有这个页面。请检查网址，或从驾驶舱重新进入。",
    "There is no such page. Check the address or start from the cockpit.",
)
FORBIDDEN = NotAllowed("您没有权限打开这个页面，请联系管理员。", "You may not open this page; ask an administrator.")
FORGED = NotAllowed(
    "页面已过期，刚才的操作没有保存。请返回上一页，刷新后重试。",
    "The page had expired and nothing was saved. Go back, reload the page and try again.",
)
MALFORMED = CannotRead("请求无法读取。请返回上一页重试。", "The request cannot be read. Go back and try again.")


def refuse(request: HttpRequest, error: LiantuError, status: int | None = None) -> HttpResponse:
    """The sentence as a page, as a fragment where htmx asked, or as JSON under /api/."""
    number = status or status_of(error)
    if request.path.startswith("/api/"):
        return answer(request, error, number)
    template = "web/_refusal.html" if request.headers.get("HX-Request") == "true" else "web/refusal.html"
    return render(request, template, {"sentence": say(error.zh, error.en), "status": number}, status=number)


class Refusals:
    """Middleware: an error a person can act on, raised by a view, becomes its page. Any other error is a bug."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """None leaves the error to Django."""
        if is_unstorable(error):
            return refuse(request, UNSTORABLE)
        return refuse(request, error) if isinstance(error, LiantuError) else None


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404. Nobody unsigned learns even which addresses exist."""
    return refuse(request, MISSING) if may_pass(request) else to_sign_in(request)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 from Django itself."""
    return refuse(request, FORBIDDEN)


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request Django will not parse."""
    return refuse(request, MALFORMED, 400)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 from the CSRF check, mostly a form left open overnight."""
    return refuse(request, FORGED)
