"""The pages and their addresses, one list."""

from django.urls import path

from liantu.web.health import health
from liantu.web.hue import clusters_css
from liantu.web.pages.sign_in import SignIn, SignOut

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
    path("healthz", health, name="healthz"),
    path("clusters.css", clusters_css, name="clusters-css"),
]
