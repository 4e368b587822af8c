"""Colours as data: each cluster's hues become one small stylesheet, so no page needs an inline style.

>>> hue_class("new-materials")
'hue-new-materials'
"""

import re
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from liantu.ledger.models import Cluster

__all__ = ["clusters_css", "hue_class", "rules"]

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def hue_class(code: str) -> str:
    """The class that colours anything of a cluster."""
    return "hue-" + re.sub(r"[^A-Za-z0-9_-]", "-", code)


def rules(clusters: Iterable[Cluster]) -> str:
    """Light and dark hue of each cluster; a colour that is not one is left out, and the brand's stands."""
    lines = []
    for one in clusters:
        of = f".{hue_class(one.subject.code)}"
        light = _colours(hue=one.hue, tint=one.tint)
        dark = _colours(hue=one.hue_dark)
        lines.append(f"{of}{{{light}}}")
        lines.append(f"[data-theme=dark] {of}{{{dark}}}")
        lines.append(f"@media screen and (prefers-color-scheme:dark){{[data-theme=system] {of}{{{dark}}}}}")
        lines.append(f"@media print{{[data-theme] {of}{{{light}}}}}")
    return "\n".join(lines)


@require_safe
def clusters_css(request: HttpRequest) -> HttpResponse:
    """The hues of every cluster; kept by the browser for ten minutes."""
    sheet = rules(Cluster.objects.select_related("subject"))
    return HttpResponse(sheet, content_type="text/css", headers={"Cache-Control": "private, max-age=600"})


def _colours(**given: str) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in given.items() if COLOUR.fullmatch(colour))
