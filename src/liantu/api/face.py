"""The API itself: one router a noun, one way to say no, one way to write a decimal."""

from ninja import NinjaAPI

import liantu
from liantu.api import check, cluster, cockpit, desk, document, figure, indicator, search, series, target, taxonomy
from liantu.api.exact import ExactJSON
from liantu.api.sentence import listen
from liantu.api.visitor import Visitor

__all__ = ["api"]

api = NinjaAPI(
    title="链图 Liantu",
    version=liantu.__version__,
    description="The figures of a district's industry offices, each with the sentence it came from.",
    urls_namespace="api",
    auth=Visitor(),
    renderer=ExactJSON(),
    docs_url=None,
    openapi_url=None,
)
listen(api)
for noun in (cockpit, cluster, figure, document, desk, check, series, target, search, indicator, taxonomy):
    api.add_router("", noun.router)
