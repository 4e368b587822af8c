"""Where the two faces of the site are found: the programs' under /api/, the people's everywhere else."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

__all__ = ["handler400", "handler403", "handler404", "urlpatterns"]

handler400 = "liantu.web.refusal.malformed"
handler403 = "liantu.web.refusal.forbidden"
handler404 = "liantu.web.refusal.missing"

urlpatterns: list[URLPattern | URLResolver] = [
    path(route, include(face))
    for route, face in (("api/", "liantu.api.urls"), ("", "liantu.web.urls"))
    if find_spec(face)
]
