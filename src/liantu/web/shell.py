"""The frame around every page: where one is, where one can go, whose ledger it is and who is reading."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Max
from django.http import HttpRequest

from liantu.ledger.models import Cluster, Entry, Region
from liantu.ledger.permission import role
from liantu.web.access import is_guest
from liantu.web.language import english, say
from liantu.web.preferences import THEMES, theme_of
from liantu.web.templatetags.liantu import role_word

__all__ = ["Place", "Shell", "shell"]


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the side bar; `key` is the letter after g that goes there."""

    href: str
    icon: str
    name: str
    name_en: str
    short: str
    short_en: str
    key: str
    group: int
    count: str = ""
    signed: bool = False


PLACES = (
    Place("/", "layout-dashboard", "驾驶舱", "Cockpit", "驾驶舱", "Cockpit", "c", 1),
    Place("/clusters/", "building-factory-2", "产业集群", "Clusters", "集群", "Clusters", "l", 1, "clusters"),
    Place("/figures/", "database", "数字台账", "Figures", "数字", "Figures", "f", 2, "figures"),
    Place("/documents/", "file-text", "来源文档", "Sources", "文档", "Sources", "d", 2),
    Place("/check/", "file-check", "核稿", "Check a draft", "核稿", "Check", "h", 2, signed=True),
    Place("/desk/", "checks", "复核台", "Review desk", "复核", "Desk", "k", 2, "waiting"),
)


class Shell:
    """What the frame asks of the ledger; nothing is asked before the template wants it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.theme = theme_of(request)
        self.lang = "en" if english() else "zh-CN"
        self.guest = is_guest(request)
        self.inside = request.user.is_authenticated or self.guest

    @cached_property
    def region(self) -> Any:
        """The home region's subject, or None before a pack is loaded."""
        home = Region.objects.select_related("subject").filter(home=True).first()
        return home.subject if home else None

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many clusters, figures in force, and figures nobody has checked."""
        entries = Entry.objects.current()
        return {
            "clusters": Cluster.objects.filter(taxonomy__opening=True).count(),
            "figures": entries.count(),
            "waiting": entries.filter(decision=None).count(),
        }

    @cached_property
    def period(self) -> int | None:
        """The latest year an actual figure speaks of."""
        kept = Entry.objects.current().filter(kind=Entry.Kind.ACTUAL)
        latest = kept.aggregate(latest=Max("period_end"))["latest"]
        return latest.year if latest else None

    @cached_property
    def groups(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The side bar's entries under their headings."""
        titles = {1: "", 2: say("数据与复核", "Data & review")}
        open_to = [p for p in PLACES if self.request.user.is_authenticated or not p.signed]
        return [(titles[group], [self._place(p) for p in open_to if p.group == group]) for group in titles]

    @cached_property
    def office(self) -> str:
        """The offices of the person reading, or what else they are."""
        user = self.request.user
        if not user.is_authenticated:
            return say("只读", "read only")
        offices = [say(m.office.name, m.office.name_en) for m in user.memberships.select_related("office")]
        held = role(user)
        return "、".join(offices) or (role_word(held) if held else user.get_username())

    @property
    def next_theme(self) -> str:
        """What the theme switch turns to."""
        return THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]

    def _place(self, place: Place) -> dict[str, Any]:
        path = self.request.path
        here = path == place.href or (place.href != "/" and path.startswith(place.href))
        return {"place": place, "here": here, "count": self.counts.get(place.count)}


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor: `shell` in every template."""
    return {"shell": Shell(request)}
