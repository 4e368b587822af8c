"""Every refusal as `{"error": sentence}`, in the language of the visitor."""

from collections.abc import Callable

from django.db import DataError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language_from_request
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from liantu.api.status import status_of
from liantu.errors import CannotRead, LiantuError, NotAllowed, NotFound

__all__ = ["UNSIGNED", "UNSTORABLE", "answer", "is_unstorable", "listen"]

UNSIGNED = NotAllowed("请先登录。", "Please sign in first.")
FORGED = NotAllowed(
    "请求没有带上有效的 CSRF 令牌，请刷新页面后重试。",
    "The request brings no valid CSRF token; reload the page and try again.",
)
UNSTORABLE = CannotRead(
    "文字里有无法保存的空字符，请删去后重试。", "The text holds a null character, which cannot be kept; remove it."
)
NOWHERE = NotFound("没有这个地址或这条记录，请检查网址。", "There is no such address or record; check the URL.")


def answer(request: HttpRequest, error: LiantuError, status: int, **more: object) -> JsonResponse:
    """The sentence in the language of the cookie, else of `Accept-Language`, else in Chinese."""
    said = error.say(get_language_from_request(request))
    return JsonResponse({"error": said, **more}, status=status, json_dumps_params={"ensure_ascii": False})


def is_unstorable(error: Exception) -> bool:
    """Whether the database refused a text for its null character; any other refusal of data is a bug."""
    return isinstance(error, DataError) and "NUL" in str(error)


def listen(api: NinjaAPI) -> None:
    """Make `api` answer the errors a person can act on; anything else is a bug and crashes."""

    def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [".".join(str(part) for part in each["loc"][1:]) for each in error.errors]
        names = "、".join(fields)
        sentence = CannotRead(f"参数不对：{names}。", f"These parameters cannot be read: {', '.join(fields)}.")
        return answer(request, sentence, 422, fields=fields)

    def unstorable(request: HttpRequest, error: DataError) -> HttpResponse:
        if not is_unstorable(error):
            raise error
        transaction.set_rollback(True)
        return answer(request, UNSTORABLE, status_of(UNSTORABLE))

    handlers: dict[type[Exception], Callable[..., HttpResponse]] = {
        LiantuError: lambda request, error: answer(request, error, status_of(error)),
        AuthenticationError: lambda request, error: answer(request, UNSIGNED, error.status_code),
        HttpError: lambda request, error: answer(request, FORGED, error.status_code),
        Http404: lambda request, error: answer(request, NOWHERE, status_of(NOWHERE)),
        ValidationError: malformed,
        DataError: unstorable,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)
