"""搜索: clusters, firms, figures, documents and places to go, by two characters of a name; page and palette alike."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from liantu.ledger import permission
from liantu.ledger.models import ClusterMember, Entry
from liantu.ledger.search import Hit, search
from liantu.web.language import say

__all__ = ["Found", "Group", "SearchPage", "find"]

LIMIT = 40
EACH = 8
GROUPS = (
    ("cluster", "产业集群", "Clusters", "building-factory-2"),
    ("enterprise", "企业", "Firms", "building-skyscraper"),
    ("figure", "数字", "Figures", "database"),
    ("document", "文档", "Sources", "file-text"),
    ("indicator", "指标", "Measures", "target"),
    ("carrier", "载体", "Premises", "map-pin"),
    ("region", "区域", "Regions", "map-pin"),
    ("event", "活动", "Events", "calendar"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One result: where it leads, its name, and what tells it from others of the name."""

    href: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind."""

    name: str
    icon: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked for and what was found; nothing asked, only the places to go."""

    q: str
    groups: tuple[Group, ...]

    @property
    def empty(self) -> bool:
        """Whether something was asked and nothing found."""
        return bool(self.q) and not self.groups


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """The page; where htmx asks, the palette, or its results alone."""
    q = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    page = SearchPage(q, (*_groups(search(q, LIMIT) if q else []), *_actions(request, q)))
    template = "web/search.html"
    if request.headers.get("HX-Request") == "true":
        template = "web/_hits.html" if request.headers.get("HX-Target") == "hits" else "web/_palette.html"
    return render(request, template, {"page": page})


def _groups(hits: list[Hit]) -> list[Group]:
    homes = _homes([hit.ref for hit in hits if hit.kind == "enterprise"])
    found = [
        Group(say(zh, en), icon, tuple(_found(hit, homes) for hit in hits if hit.kind == kind)[:EACH])
        for kind, zh, en, icon in GROUPS
    ]
    return [group for group in found if group.found]


def _homes(firms: list[str]) -> dict[str, str]:
    """The cluster of each firm the ledger holds no figure of: the page that names it."""
    if not firms:
        return {}
    told = Entry.objects.current().filter(subject=OuterRef("enterprise__subject"))
    rows = ClusterMember.objects.filter(enterprise__subject__code__in=firms, primary=True).exclude(Exists(told))
    return dict(rows.values_list("enterprise__subject__code", "cluster__subject__code"))


def _found(hit: Hit, homes: dict[str, str]) -> Found:
    title, subtitle = say(hit.title, hit.title_en), say(hit.subtitle, hit.subtitle_en)
    pages = {"cluster": "cluster", "figure": "figure", "document": "document"}
    if hit.kind in pages:
        return Found(reverse(pages[hit.kind], args=[hit.ref]), title, subtitle)
    if hit.kind == "enterprise" and hit.ref in homes:
        return Found(reverse("cluster", args=[homes[hit.ref]]), title, subtitle)
    asked = {"indicator": hit.ref} if hit.kind == "indicator" else {"q": hit.title}
    return Found(f"{reverse('figures')}?{urlencode(asked)}", title, subtitle)


def _actions(request: HttpRequest, q: str) -> tuple[Group, ...]:
    """The places to go whose name holds what was asked; all of them where nothing was."""
    places = [
        ("cockpit", "", "驾驶舱", "Cockpit"),
        ("figures", "", "数字台账", "Figures ledger"),
        ("figures", "?status=waiting", "待核对的数字", "Figures to verify"),
        ("figures-xlsx", "", "导出 Excel", "Export to Excel"),
        ("documents", "", "来源文档", "Source documents"),
        ("check", "", "核稿", "Check a draft"),
        ("desk", "", "复核台", "Review desk"),
        ("history", "", "复核记录", "Review history"),
    ]
    if permission.may_send(request.user):
        places.append(("upload", "", "收录文件", "Receive a document"))
    found = tuple(
        Found(reverse(name) + words, say(zh, en), "")
        for name, words, zh, en in places
        if not q or q.lower() in f"{zh} {en}".lower()
    )
    return (Group(say("去往", "Go to"), "arrow-right", found),) if found else ()
