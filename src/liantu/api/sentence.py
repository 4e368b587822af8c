"""Every refusal as `{"error": sentence}`, in the language of the visitor."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from liantu.api.status import status_of
from liantu.errors import LiantuError, NotAllowed, NotFound

__all__ = ["UNSIGNED", "listen"]

UNSIGNED = NotAllowed("请先登录。", "Please sign in first.")
FORGED = NotAllowed(
    "请求没有带上有效的 CSRF 令牌，请刷新页面后重试。",
    "The request brings no valid CSRF token; reload the page and try again.",
)
NOWHERE = NotFound("没有这个地址或这条记录，请检查网址。", "There is no such address or record; check the URL.")


def listen(api: NinjaAPI) -> None:
    """Make `api` answer the errors a person can act on; anything else is a bug and crashes."""

    def said(request: HttpRequest, error: LiantuError, status: int, **more: object) -> HttpResponse:
        return api.create_response(request, {"error": error.say(get_language() or "zh"), **more}, status=status)

    def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [".".join(str(part) for part in each["loc"][1:]) for each in error.errors]
        names = "、".join(fields)
        sentence = NotAllowed(f"参数不对：{names}。", f"These parameters cannot be read: {', '.join(fields)}.")
        return said(request, sentence, 422, fields=fields)

    answers: dict[type[Exception], Callable[..., HttpResponse]] = {
        LiantuError: lambda request, error: said(request, error, status_of(error)),
        AuthenticationError: lambda request, error: said(request, UNSIGNED, error.status_code),
        HttpError: lambda request, error: said(request, FORGED, error.status_code),
        Http404: lambda request, error: said(request, NOWHERE, status_of(NOWHERE)),
        ValidationError: malformed,
    }
    for kind, answer in answers.items():
        api.add_exception_handler(kind, answer)
