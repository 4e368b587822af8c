"""The few pieces every page is built of: words in two languages, figures that lead to their sentence, icons, pills."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from liantu.plan.shown import Shown, Status
from liantu.web.language import english, say
from liantu.web.words import HEADS, word
from liantu.web.written import Written, plain, written

register = template.Library()

STATUS = {
    Status.ACCEPTED: ("ok", "checks", "已核对", "Verified"),
    Status.WAITING: ("warn", "clock", "待核对", "To verify"),
    Status.CONFLICT: ("bad", "alert-triangle", "有冲突", "Conflict"),
}


LEVEL = {"bad": "alert-triangle", "warn": "clock", "info": "info-circle", "ok": "circle-check"}


ROLES = {
    "leader": ("领导", "leader"),
    "officer": ("产业办", "officer"),
    "reviewer": ("复核员", "reviewer"),
    "administrator": ("管理员", "administrator"),
    "guest": ("访客", "guest"),
}


@register.filter
def role_word(role: str) -> str:
    """What a role is called."""
    return say(*ROLES[role])


@register.filter
def firm_role(role: str) -> str:
    """What a firm is to its chain: 链主, 龙头 or 重点."""
    return word(HEADS, role)


@register.filter
def level_icon(level: str) -> str:
    """The icon that goes with how urgent a statement is."""
    return LEVEL.get(level, "info-circle")


@register.simple_tag
def t(zh: str, en: str, **values: Any) -> str:
    """`{% t "打印" "Print" %}`: the reader's words; `{% t "{n} 个" "{n} items" n=5 %}` fills them."""
    words = say(zh, en)
    return words.format(**values) if values else words


@register.simple_tag
def icon(name: str, size: int = 18, extra: str = "") -> SafeString:
    """A line icon from the one sprite, hidden from screen readers: the words beside it say what it means."""
    return format_html(
        '<svg class="i {}" width="{}" height="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        extra, size, size, static("web/icons.svg"), name,
    )  # fmt: skip


@register.simple_tag
def fig(shown: Shown, look: str = "inline", unit: bool = True) -> SafeString:
    """A figure as a link to its sentence. `look` is big (30 px, on a card), inline or small.

    Without a script it opens the figure's own page; with one, the drawer.
    """
    parts = face(shown)
    return format_html(
        '<a class="fig {}" href="{}" title="{}">{}{}</a>',
        look, reverse("figure", args=[shown.id]), say("看出处", "Show source"), _number(parts),
        format_html('<span class="u">{}</span>', parts.unit) if unit and parts.unit else "",
    )  # fmt: skip


@register.filter
def face(shown: Shown) -> Written:
    """A figure's parts as written in the reader's language."""
    return written(shown.value, shown.unit, shown.mark, derived=shown.derived, english=english())


@register.filter
def number(value: Decimal | int) -> str:
    """A bare value without needless zeros. Only for values that stand beside their source."""
    return plain(Decimal(value))


@register.filter
def name(thing: Any) -> str:
    """The name of anything that has `name` and `name_en`, in the reader's language."""
    return say(thing.name, getattr(thing, "name_en", ""))


@register.filter
def either(thing: Any, field: str) -> str:
    """`field_zh` or `field_en` of anything that has both: `{{ card|either:"status" }}`."""
    return say(getattr(thing, f"{field}_zh"), getattr(thing, f"{field}_en"))


@register.simple_tag
def pill(kind: str, words: str, symbol: str = "") -> SafeString:
    """A status in a word and a colour: kind is ok, warn, bad, info or plain."""
    return format_html('<span class="pill {}">{}{}</span>', kind, icon(symbol, 14) if symbol else "", words)


@register.simple_tag
def status(of: Status | str) -> SafeString:
    """已核对, 待核对 or 有冲突, always with the word."""
    kind, symbol, zh, en = STATUS[Status(of)]
    return pill(kind, say(zh, en), symbol)


@register.simple_tag
def change(percent: Decimal) -> SafeString:
    """A rate with its direction: ▲▼ and words, never red or green."""
    up = percent >= 0
    spoken = say("上升" if up else "下降", "up" if up else "down")
    return format_html(
        '<span class="yoy"><b aria-hidden="true">{}</b><span class="vh">{}</span>{}%</span>',
        "▲" if up else "▼", spoken, plain(abs(percent)),
    )  # fmt: skip


@register.filter
def day(moment: date | datetime | None) -> str:
    """2026年3月5日, or 5 Mar 2026."""
    if moment is None:
        return "—"
    at = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return say(f"{at.year}年{at.month}月{at.day}日", f"{at.day} {months[at.month - 1]} {at.year}")


@register.filter
def minute(moment: datetime | None) -> str:
    """2026年3月5日 14:03, in the office's time."""
    return "—" if moment is None else f"{day(moment)} {timezone.localtime(moment):%H:%M}"


def _number(parts: Written) -> SafeString:
    if not parts.before:
        return format_html('<span class="n">{}</span>', parts.number)
    return format_html('<span class="n">{}{}</span>', parts.before, parts.number)
