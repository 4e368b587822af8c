"""How large a request may be: a larger one gets its sentence before a byte of it is parsed or stored."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from liantu.errors import CannotRead
from liantu.web.refusal import malformed, refuse

__all__ = ["FORM_ROOM", "Bounds", "bounds_itself"]

FORM_ROOM = 1024 * 1024
View = TypeVar("View", bound=Callable[..., Any])


def bounds_itself(view: View) -> View:
    """Mark a view that looks at the size of its request before reading it, to answer beside its own field."""
    view.bounds_itself = True  # type: ignore[attr-defined]
    return view


class Bounds:
    """Middleware before anything reads a body: a file's limit and what the other fields of a form may take.

    An address with a null character, which no database will look for, is refused here as well.
    """

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
        if "%00" in request.get_full_path():
            return malformed(request)
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if getattr(view, "bounds_itself", False) or int(announced) <= settings.UPLOAD_LIMIT + FORM_ROOM:
            return None
        megabytes = settings.UPLOAD_LIMIT // 1024 // 1024
        error = CannotRead(
            f"请求过大：文件最多 {megabytes} MB。请拆分后再上传，或只上传文字版。",
            f"The request is too large: a file may have {megabytes} MB. Split it or upload a text version.",
        )
        return refuse(request, error, 413)
