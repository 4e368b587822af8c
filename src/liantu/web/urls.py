"""The pages and their addresses, one list."""

from django.urls import path

from liantu.web.health import health
from liantu.web.hue import clusters_css
from liantu.web.pages import desk, document, fact, figures
from liantu.web.pages.check import check
from liantu.web.pages.cluster import cluster
from liantu.web.pages.clusters import clusters
from liantu.web.pages.cockpit import cockpit
from liantu.web.pages.documents import documents
from liantu.web.pages.figure import figure
from liantu.web.pages.history import history
from liantu.web.pages.leaf import leaf_png
from liantu.web.pages.propose import propose
from liantu.web.pages.relation import relation
from liantu.web.pages.search import find
from liantu.web.pages.sign_in import SignIn, SignOut
from liantu.web.pages.upload import upload

urlpatterns = [
    path("", cockpit, name="cockpit"),
    path("clusters/", clusters, name="clusters"),
    path("clusters/<str:code>/", cluster, name="cluster"),
    path("relations/<int:key>/", relation, name="relation"),
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
    path("healthz", health, name="healthz"),
    path("clusters.css", clusters_css, name="clusters-css"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<str:key>/", figure, name="figure"),
    path("figures.csv", figures.figures_csv, name="figures-csv"),
    path("figures.xlsx", figures.figures_xlsx, name="figures-xlsx"),
    path("documents/", documents, name="documents"),
    path("documents/receive/", upload, name="upload"),
    path("documents/<slug:key>/", document.document, name="document"),
    path("documents/<slug:key>/original/", document.original, name="document-original"),
    path("documents/<slug:key>/pages/<int:number>.png", leaf_png, name="document-page"),
    path("documents/<slug:key>/reread/", document.reread, name="document-reread"),
    path("documents/<slug:key>/propose/", propose, name="document-propose"),
    path("check/", check, name="check"),
    path("desk/", desk.desk, name="desk"),
    path("desk/decide/", desk.decide, name="decide"),
    path("desk/undo/", desk.undo, name="undo"),
    path("desk/history/", history, name="history"),
    path("desk/facts/<int:pk>/", fact.fact, name="fact"),
    path("desk/facts/<int:pk>/correct/", fact.correct, name="correct"),
    path("search/", find, name="search"),
]
