"""One page of a document's file as a picture; the browser asks each time whether it may still show the one it kept."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_safe

from liantu.bulletin.open_page import page_image
from liantu.errors import NotFound
from liantu.review.models import Layout
from liantu.web.pages.document import find

__all__ = ["leaf_png"]

DRAWN = "1"  # goes up when pages are drawn otherwise


def _mark(request: HttpRequest, key: str, number: int) -> str:
    return quote_etag(sha256(f"{DRAWN}/{find(key).pk}/{number}".encode()).hexdigest()[:32])


@require_safe
@condition(etag_func=_mark)
def leaf_png(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """The picture of page `number`, for documents that have pages."""
    found = find(key, original=True)
    layout = Layout.objects.filter(document=found).only("anchors").first()
    if layout is None or not any(isinstance(place, list) for *_, place in layout.anchors):
        raise NotFound("这份文档没有页面图。", "This document has no pictures of pages.")
    answer = HttpResponse(page_image(bytes(found.original), number), content_type="image/png")
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
