"""Addresses under /api/: the operations and `openapi.json`."""

from django.urls import path

from liantu.api.face import api

__all__ = ["urlpatterns"]

urlpatterns = [path("", api.urls)]
