"""Where the two faces of the site are found: the programs' under /api/, the people's everywhere else."""

from django.urls import include, path

__all__ = ["handler400", "handler403", "handler404", "urlpatterns"]

handler400 = "liantu.web.refusal.malformed"
handler403 = "liantu.web.refusal.forbidden"
handler404 = "liantu.web.refusal.missing"

urlpatterns = [
    path("api/", include("liantu.api.urls")),
    path("", include("liantu.web.urls")),
]
