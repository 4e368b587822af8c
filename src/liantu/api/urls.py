"""Addresses under /api/: the operations and `openapi.json`, which describes them."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from liantu.api.face import api

__all__ = ["urlpatterns"]


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 description."""
    return JsonResponse(api.get_openapi_schema(path_prefix=reverse("api:api-root")))


urlpatterns = [path("openapi.json", openapi, name="openapi"), path("", api.urls)]
