"""时间用语 find what a bulletin writes for a time: 今年1-10月, 截至11月底, 前三季度, 到2025年, “十四五”.

    >>> from datetime import date
    >>> [(p.text, p.first, p.last) for p in find("今年1-10月营收增长", date(2023, 12, 22))]
    [('今年1-10月', datetime.date(2023, 1, 1), datetime.date(2023, 10, 31))]

The text must have half-width digits and `-` for every dash (`liantu.bulletin.fold` makes it so). Words whose year
needs the date of publication resolve to nothing when that is unknown.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from liantu.figure.days import RELATIVE_YEARS
from liantu.figure.resolve import PARTS, RESOLVERS, Kind

__all__ = ["Kind", "Phrase", "find", "spans"]


class Phrase(NamedTuple):
    """One such wording with the days it stands for; `year_end_of` is the year whose end a 去年底 names."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    kind: Kind
    year_end_of: int | None = None


_Y4 = r"(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})"
# 达产后年产值 is no 后年.
_WORDS = "|".join("(?<![产用成营工运年之以])后年(?!产)" if word == "后年" else word for word in RELATIVE_YEARS)
_YEAR = rf"(?:{_Y4}\s?年(?:度)?|{_WORDS}|同年)"
_M = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九](?!十))"
_D = r"(?:3[01]|[12]\d|0?[1-9](?!\d)|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_N = r"(?:\d{1,2}|十?[一二两三四五六七八九]|[二三四五六]?十[一二三四五六七八九]?)"
_NEW = r"(?<![\d.])"
_TO = r"\s?(?:-{1,2}|至|到)\s?"
_UNTIL = r"(?:截至|截止到?|截止至|截至到)"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_NAMES = "目前 当前 现在 今日 今天 昨日 发稿时 发稿 记者发稿时 记者发稿".replace(" ", "|")

# Two months in a row told together (9月和10月, 9、10月); 分别 would tell them one by one.
_PAIR = "|".join(rf"{m}(?:月份?[和与及、]|、){m + 1}" for m in range(1, 12))

# The first wording that matches at a place wins, so the longer ones stand first.
_GRAMMAR: Final[dict[str, str]] = {
    "iso": rf"(?P<i_until>{_UNTIL})?{_NEW}(?P<i_y>(?:19|20)\d\d)[-./](?P<i_m>1[0-2]|0?[1-9])[-./]"
    r"(?P<i_d>3[01]|[12]\d|0?[1-9])(?!\d|[.\-/]\d)",
    "full": rf"(?P<d_until>{_UNTIL})?(?:(?P<d_y>{_YEAR})\s?)?{_NEW}(?P<d_m>{_M})\s?月\s?(?P<d_d>{_D})\s?[日号]?"
    rf"(?:{_TO}(?:(?P<d_m2>{_M})月)?(?P<d_d2>{_D}))?[日号]",
    "range": rf"(?P<r_until>{_UNTIL})?(?:(?P<r_y>{_YEAR})\s?)?{_NEW}(?P<r_m1>{_M})\s?(?:月份?)?{_TO}"
    rf"(?:(?P<r_y2>{_YEAR})\s?)?(?P<r_m2>{_M})\s?月份?(?:[底末])?",
    "pair": rf"(?:(?P<pr_y>{_YEAR})\s?)?{_NEW}(?P<pr_m>{_PAIR})月份?(?![^，,。；;]{{0,24}}(?:分别|各))",
    "same": rf"(?:{_YEAR})(?:的)?同期|同期(?=相比|水平|的)|上月同期",
    "years": rf"{_NEW}(?P<ys_1>{_Y4})\s?年?{_TO}(?P<ys_2>{_Y4})\s?年?(?:期间|间)?(?!\d)",
    "quarters": rf"(?:(?P<q_y>{_YEAR})\s?)?{_NEW}[一1]季?度?{_TO}(?P<q_2>[二三四2-4])季度",
    "part": rf"(?P<p_until>{_UNTIL})?(?:(?P<p_y>{_YEAR}|20\d\d(?=Q))\s?)?"
    rf"(?P<p_w>{_PART}|[前头](?P<p_n>{_N})个?月(?!份?前))(?P<p_since>以来)?(?P<p_end>[末底])?",
    "month": rf"(?P<m_until>{_UNTIL})?(?:(?P<m_y>{_YEAR})\s?)?{_NEW}(?P<m_m>{_M})\s?月(?:份)?(?:当月|单月)?"
    r"(?P<m_edge>[底末初]|上旬|中旬|下旬)?(?P<m_since>以来|起)?(?![季度])",
    "within": rf"(?:未来|今后|接下来)(?P<w_n1>{_N})到?(?:{_N})?年(?:内|间|时间)?|(?<![\d.近])(?P<w_n2>{_N})年[之以]?内",
    "ago": rf"{_NEW}(?P<a_n>{_N})(?:多|余)?年[之以]?前",
    "since": rf"近(?:{_N}|几|些)?年(?:来|以来|间)?(?!度)|{_NEW}(?:{_N}|几|多)(?:多|余)?年以?来|(?:过去|最近)的?{_N}年[间里]?"
    r"|长期以来|一直以来",
    "year": rf"(?P<y_until>{_UNTIL})?(?P<y_to>(?<![达受得收看提感排期产])[到至])?{_NEW}(?P<y_y>{_YEAR})"
    r"(?P<y_tail>以来|来|起|开始|以后|之后|之前|以前|前(?![三两二季头列茅十]|\d)|年?[底末初]|期间)?",
    "edge": r"(?P<e_until>截至|截止)?(?P<e_to>[到至])?(?P<e_w>年底|年末|年初|年内)",
    "plan": r"[“‘]?(?P<f_w>十[一二三四五]五)(?!年)[”’]?(?P<f_tail>时期|期间|规划期|以来|期?末|期?底)?",
    "now": rf"{_UNTIL}(?:{_NAMES})(?:为止)?|(?<![项节科题])目前为?止?|当前|至今|迄今(?:为止)?|如今|现如今|现在|眼下|时下",
    "this": r"(?P<t_w>本月|当月|上个?月)(?:份)?(?P<t_edge>[初底末]|上旬)?",
    "recent": r"前不久|不久前|日前|近日|近期|前段时间|最近|近段时间",
    "near": r"(?P<n_w>今[日天](?!头)|昨[日天]|当日|本周|上周|上个?星期)",
    "ten": r"(?:\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪(?:[1-9]0|[一二三四五六七八九]十)?(?:年代)?[初末]?"
    r"|(?:[1-9]0|[一二三四五六七八九]十)年代",
    "clock": r"(?<![\d:.的为由是到至比构])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:.])"
    r"|(?:[上下中]午|凌晨|晚上?|早上?|清晨)\s?\d{1,2}[时点](?:\d{1,2}分|半)?"
    r"|(?<![\d.])(?:[01]?\d|2[0-4])时(?:[0-5]\d分)?(?![尚代期])",
    "day": r"(?<![\d.\-年月第])(?P<o_d>3[01]|[12]\d|[1-9])日(?![均产报处益])",
}
# What a wording can begin with; a look at one character, then at the next ones, spares most places the whole grammar.
# A digit that opens a time has its 年, 月, 日 or a dash close by, which most figures have not.
_BEGINS = (
    r"(?=[\d截到至今去上前明来后本同年近未接过最长一二两三四五六七八九十〇零○多几全下首头第Q“‘目当迄如现眼时不日昨凌晚早清中])"
    r"(?=\d(?:\d{0,3}\s{0,2}[-年月日季度时世:至到多余Q]|\d?、\d{1,2}月|\d{3}[./]|0年代)"
    r"|[一二两三四五六七八九十〇零○](?:[一二两三四五六七八九十〇零○]{0,3}\s{0,2}[-年月季度世至到多余五]|直以来)"
    r"|[“‘]十|[到至](?=[\d一二年今去上本前明来后同])|至今|截[至止]|今[年日天后]|去年|[上下]半年|[上下]午|上[年月周个]|前[\d一二两三四五六七八九十年不段]"
    r"|明年|来年|后年|本[年月周]|同[年期]|年[底末初内]|近[\d一二两三四五六七八九十年期几些日段]|未来|接下|过去|最近|长期"
    r"|[多几][多余]?年|全年|首季|第[\d一二两三四]季|头[\d一二两三四五六七八九十]|Q[1-4]|目前|当[年前月日]|迄今|如今|现[在如]|眼下|时下|不久"
    r"|日前|昨[日天]|凌晨|晚|早|清晨|中午)"
)
_SENTENCE = 2000
_ANY = re.compile(f"{_BEGINS}(?:" + "|".join(f"(?P<g_{name}>{pattern})" for name, pattern in _GRAMMAR.items()) + ")")
_YEAR_END = re.compile("年?[底末]")


def find(text: str, published: date | None = None) -> Iterator[Phrase]:
    """Every wording for a time in folded `text`, left to right, never overlapping."""
    for m in _matches(text):
        name = (m.lastgroup or "").removeprefix("g_")
        first, last, kind = RESOLVERS[name](m, published)
        of = last.year if last and _names_year_end(name, m) else None
        yield Phrase(m.start(), m.end(), m[0], first, last, kind, of)


def spans(text: str) -> list[tuple[int, int]]:
    """Where the wordings that `find` gives stand.

    >>> spans("今年1-10月产值")
    [(0, 7)]
    """
    return [m.span() for m in _matches(text)]


def _matches(text: str) -> Iterable[re.Match[str]]:
    return _remembered(text) if len(text) < _SENTENCE else _ANY.finditer(text)


@lru_cache(maxsize=64)
def _remembered(text: str) -> tuple[re.Match[str], ...]:
    """A sentence is asked for its times and for their places right after: one walk through it serves both."""
    return tuple(_ANY.finditer(text))


def _names_year_end(name: str, m: re.Match[str]) -> bool:
    """去年底, 2022年末, 去年12月底: the end of a year whose number is said."""
    if name == "year":
        return _YEAR_END.fullmatch(m["y_tail"] or "") is not None
    return name == "month" and bool(m["m_y"]) and m["m_m"] in ("12", "十二") and m["m_edge"] in ("底", "末")
