"""活动 Event: a signing, an opening or a fair named in a sentence, and where its name stands.

>>> found = find("日前，2024年春季项目集中签约仪式在甲河办完，签约项目5个")
>>> found.name, found.start, found.end
('2024年春季项目集中签约仪式', 3, 18)
"""

import re
from dataclasses import dataclass
from typing import Final

from liantu.bulletin import gazetteer

__all__ = ["Event", "canonical", "find"]

_RITE: Final = r"签约仪式|开工仪式|签约活动|开工活动|仪式|活动|推介会|博览会|洽谈会|投洽会|交易会|现场会"
_DONE: Final = r"举行|举办|召开|启动|开幕|办完|办毕|办结|落幕|闭幕|收官|圆满"
_WHERE: Final = r"(?:\d{1,2}日)?(?:(?:顺利|成功|如期|正式)?(?:在|于)[^，。,]{2,30}?)?(?:顺利|成功|如期|正式)?"
_FORMS: Final = (
    re.compile(
        rf"(?:举行|举办|召开|开展)的?[了过]?(?P<name>[^，。,；]{{2,40}}?(?:{_RITE}|大会|论坛|展会|年会|峰会))(?![\d近])"
    ),
    re.compile(rf"(?:^|[，。,)“]|”的)(?P<name>[^，。,;；)(“”]{{4,40}}?(?:{_RITE})){_WHERE}(?:{_DONE})"),
    re.compile(
        r"(?:^|[，。,；;)“])(?P<name>[^，。,;；)(“”]{6,40}?(?:仪式|签约活动|开工活动))"
        r"(?=(?:上|现场|中)?[，,]?(?:共|集中|累计)?(?:签约|开工|签下|签订|计划总投资|协议|总投资))"
    ),
)

_HOST: Final = re.compile(
    r"(?:^|[，。,；;日天])(?P<host>(?![全我该本各])[一-龥]{1,6}[市区县旗州镇])(?:也|还|又|同步|隆重|顺利|成功)*$"
)
# 推介、洽谈等活动24场 counts events and names none.
_SEVERAL: Final = re.compile(r"等(?:[一-龥]{0,4})?(?:活动|仪式)$")


@dataclass(frozen=True, slots=True)
class Event:
    """An event's `name` as written, its place in the sentence, and `host`, the place said to hold it, where one is."""

    name: str
    start: int
    end: int
    host: str = ""


def find(text: str) -> Event | None:
    """The event a sentence names first by the surest form, None if it names none."""
    for form in _FORMS:
        m = form.search(text)
        if m and not _SEVERAL.search(m["name"]):
            host = _HOST.search(text[: m.start()])
            return Event(m["name"], m.start("name"), m.end("name"), host["host"] if host else "")
    return None


def canonical(name: str, place: str, stem: str) -> str:
    """An event's name in full, its place first.

    >>> canonical("乙山春季签约仪式", "乙山区", "乙山"), canonical("春季签约仪式", "乙山区", "乙山")
    ('乙山区春季签约仪式', '乙山区春季签约仪式')
    """
    name = re.sub(r"[全我][省市州区县旗]的?", "", name)
    known = next(gazetteer.mentions(name[:12]), None)
    if known and known.start == 0 and known.whole:
        return name
    if not stem or name.startswith(place):
        return name if stem else place + name
    if name.startswith(stem):
        return place + name[len(stem) :]
    return name if stem in name else place + name
