"""时间用语 find and resolve what a bulletin writes for a time: 今年1-10月, 截至11月底, 前三季度, 到2025年, “十四五”.

    >>> from datetime import date
    >>> [(p.text, p.first, p.last) for p in find("今年1-10月营收增长", date(2023, 12, 22))]
    [('今年1-10月', datetime.date(2023, 1, 1), datetime.date(2023, 10, 31))]

The text must have half-width digits and `-` for every dash (`liantu.bulletin.fold` makes it so). Words whose year
needs the date of publication resolve to nothing when that is unknown.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from liantu.figure.days import RELATIVE_YEARS, in_latest_year, last_day, months
from liantu.figure.number import value_of

__all__ = ["Kind", "Phrase", "find"]

Kind = Literal["point", "interval", "until", "since", "future", "event", "clock"]
Found = tuple[date | None, date | None, Kind]
Resolve = Callable[[re.Match[str], date | None], Found]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One such wording with the days it stands for; `year_end_of` is the year whose end a 去年底 names."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    kind: Kind
    year_end_of: int | None = None


_CN = "〇零○一二三四五六七八九"
_Y4 = rf"(?:(?:19|20)\d\d|[一二][{_CN}]{{3}})"
_YEAR = rf"(?:{_Y4}\s?年(?:度)?|{'|'.join(RELATIVE_YEARS)}|同年)"
_M = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九](?!十))"
_D = r"(?:3[01]|[12]\d|0?[1-9](?!\d)|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_N = r"(?:\d{1,2}|十?[一二两三四五六七八九]|[二三四五六]?十[一二三四五六七八九]?)"
_TO = r"\s?(?:-{1,2}|至|到)\s?"
_UNTIL = r"(?:截至|截止到?|截止至|截至到)"
_EDGE = r"(?:月?底|月?末|月?初|上旬|中旬|下旬)"
_NOT_AFTER_DIGIT = r"(?<![\d.])"


def _number(text: str) -> int:
    value = value_of(text)
    return int(value) if value is not None else 0


def _year(text: str | None, published: date | None) -> int | None:
    if not text:
        return None
    if text in RELATIVE_YEARS:
        return published.year + RELATIVE_YEARS[text] if published else None
    digits = re.match(_Y4, text)
    return _number(digits[0]) if digits else None


def _day(year: int | None, month: int, day: int) -> date | None:
    if year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_date(m: re.Match[str], published: date | None) -> Found:
    month, day = _number(m["d_m"]), _number(m["d_d"])
    year = _year(m["d_y"], published) if m["d_y"] else in_latest_year(published, month, day)
    first = last = _day(year, month, day)
    if m["d_d2"] and year is not None:
        last_month = _number(m["d_m2"]) if m["d_m2"] else month
        last = _day(year + (last_month < month), last_month, _number(m["d_d2"]))
    if m["d_until"]:
        return None, last, "until"
    return first, last, "event"


def _iso_date(m: re.Match[str], published: date | None) -> Found:
    day = _day(int(m["i_y"]), int(m["i_m"]), int(m["i_d"]))
    return (None, day, "until") if m["i_until"] else (day, day, "event")


def _month_range(m: re.Match[str], published: date | None) -> Found:
    first, last = _number(m["r_m1"]), _number(m["r_m2"])
    year = _year(m["r_y"], published) if m["r_y"] else None
    end = _year(m["r_y2"], published) if m["r_y2"] else year
    if end is None:
        end = in_latest_year(published, last)
    if end is None:
        return None, None, "interval"
    start = year if year is not None else end - (first > last)
    if (start, first) > (end, last):
        end = start + 1
    return date(start, first, 1), last_day(end, last), "interval"


def _month(m: re.Match[str], published: date | None) -> Found:
    month, edge = _number(m["m_m"]), m["m_edge"] or ""
    year = _year(m["m_y"], published) if m["m_y"] else in_latest_year(published, month)
    if year is None:
        return None, None, "until" if m["m_until"] else "interval"
    first, last = months(year, month, month)
    if m["m_since"]:
        return first, published, "since"
    if m["m_until"] or "底" in edge or "末" in edge:
        return None, last, "until" if m["m_until"] else "point"
    if "初" in edge or "上旬" in edge:
        return first, first.replace(day=10), "interval"
    if "中旬" in edge:
        return first.replace(day=11), first.replace(day=20), "interval"
    return (first.replace(day=21) if "下旬" in edge else first), last, "interval"


_PARTS: dict[str, tuple[int, int]] = {"上半年": (1, 6), "下半年": (7, 12), "全年": (1, 12)}
_PARTS |= {
    f"{'第' * k}{c}季度": (3 * n - 2, 3 * n) for k in (0, 1) for n in range(1, 5) for c in (str(n), "一二三四"[n - 1])
}
_PARTS |= {
    f"{f}{c}{g}季度": (1, 3 * n)
    for f in "前头"
    for n in (2, 3)
    for c in (str(n), "两二三"[n - 1] if n > 2 else "两")
    for g in ("", "个")
}
_PARTS |= {"前二季度": (1, 6), "首季度": (1, 3), "首季": (1, 3)} | {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}
_WORDS = "|".join(sorted(_PARTS, key=len, reverse=True))
_WANTED = re.compile(r"预计|力争|确保|有望|目标|将|争取|计划|预期|任务|到$|至$")


def _wanted(m: re.Match[str]) -> bool:
    return _WANTED.search(m.string, max(0, m.start() - 8), m.start()) is not None


def _part(m: re.Match[str], published: date | None) -> Found:
    word = m["p_w"]
    first, last = _PARTS[word] if word in _PARTS else (1, _number(m["p_n"]))
    year = _year(m["p_y"], published) if m["p_y"] else None
    if not 1 <= last <= 12:
        return None, None, "interval"
    if year is None and published is not None:
        under_way = word in ("全年", "下半年") or (first > 1 and word not in _PARTS)
        year = in_latest_year(published, first if under_way or "四" in word else last)
        if word == "全年" and published.month <= 2 and not _wanted(m):
            year = published.year - 1
    if year is None:
        return None, None, "until" if m["p_until"] else "interval"
    start, end = months(year, first, last)
    if m["p_since"]:
        return start, published, "since"
    if m["p_until"] or m["p_end"]:
        return None, end, "until" if m["p_until"] else "point"
    return start, end, "interval"


def _years(m: re.Match[str], published: date | None) -> Found:
    first, last = _year(m["ys_1"], published), _year(m["ys_2"], published)
    if first is None or last is None or first > last:
        return None, None, "interval"
    return date(first, 1, 1), date(last, 12, 31), "interval"


def _whole_year(m: re.Match[str], published: date | None) -> Found:
    year, tail = _year(m["y_y"], published), m["y_tail"] or ""
    if year is None:
        return None, None, "interval"
    first, last = date(year, 1, 1), date(year, 12, 31)
    if tail in ("以来", "来", "起", "开始", "以后", "之后"):
        return first, published, "since"
    later = published is None or year > published.year
    if "底" in tail or "末" in tail:
        if m["y_to"] and published and last > published:
            return first, last, "future"
        return None, last, "until" if m["y_to"] or m["y_until"] else "point"
    if m["y_until"]:
        return None, last if later or year < (published or last).year else published, "until"
    if "初" in tail:
        return first, date(year, 3, 31), "future" if later else "interval"
    if tail in ("前", "之前", "以前"):
        return None, last, "future" if later else "until"
    return first, last, "future" if later and published else "interval"


def _year_edge(m: re.Match[str], published: date | None) -> Found:
    """年底, 年末, 年内 without a year: this one's, or the last one's when January or February looks back."""
    if published is None:
        return None, None, "until"
    looks_back = published.month <= 2 and not _wanted(m) and not m["e_to"]
    year = published.year - looks_back
    if m["e_w"] == "年初":
        return date(published.year, 1, 1), date(published.year, 3, 31), "interval"
    if m["e_w"] == "年内" or (m["e_to"] and date(year, 12, 31) > published):
        return date(year, 1, 1), date(year, 12, 31), "future"
    return None, date(year, 12, 31), "until" if m["e_until"] else "point"


def _now(m: re.Match[str], published: date | None) -> Found:
    return None, published, "until"


def _since(m: re.Match[str], published: date | None) -> Found:
    """近年来, 近五年, 十年来: up to publication; where they begin is not said exactly."""
    return None, published, "since"


def _within(m: re.Match[str], published: date | None) -> Found:
    years = _number(m["w_n1"] or m["w_n2"])
    if published is None or not 0 < years < 100:
        return None, None, "future"
    return date(published.year + 1, 1, 1), date(published.year + years, 12, 31), "future"


def _ago(m: re.Match[str], published: date | None) -> Found:
    years = _number(m["a_n"])
    return None, date(published.year - years, 12, 31) if published and years < 500 else None, "until"


_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


def _plan(m: re.Match[str], published: date | None) -> Found:
    first, last = date(_PLANS[m["f_w"]], 1, 1), date(_PLANS[m["f_w"]] + 4, 12, 31)
    if m["f_tail"] and m["f_tail"][-1] in "末底":
        return date(last.year, 1, 1), last, "future" if published and last > published else "interval"
    if m["f_tail"] and m["f_tail"].endswith("来"):
        return first, published, "since"
    return first, last, "future" if published and first > published else "interval"


def _this_month(m: re.Match[str], published: date | None) -> Found:
    if published is None:
        return None, None, "event"
    back = m["t_w"].startswith("上")
    end = published.replace(day=1) - timedelta(1) if back else last_day(published.year, published.month)
    first = end.replace(day=1)
    if m["t_edge"] in ("初", "上旬"):
        return first, first.replace(day=10), "event"
    return (None, end, "point") if m["t_edge"] in ("底", "末") else (first, end, "interval")


def _recent(m: re.Match[str], published: date | None) -> Found:
    """前不久, 日前: within the year of publication, in January from December on."""
    if published is None:
        return None, None, "event"
    first = date(published.year, 1, 1) if published.month > 1 else date(published.year - 1, 12, 1)
    return first, published, "event"


def _near_day(m: re.Match[str], published: date | None) -> Found:
    if published is None:
        return None, None, "event"
    word = m["n_w"]
    if word[0] in "今当":
        return published, published, "event"
    if word[0] == "昨":
        return published - timedelta(1), published - timedelta(1), "event"
    monday = published - timedelta(published.weekday() + (7 if word.startswith("上") else 0))
    return monday, monday + timedelta(6), "event"


def _day_only(m: re.Match[str], published: date | None) -> Found:
    day = _number(m["o_d"])
    if published is None or not 1 <= day <= 31:
        return None, None, "event"
    month = published if day <= published.day else published.replace(day=1) - timedelta(1)
    found = _day(month.year, month.month, day)
    return found, found, "event"


def _ten_years(m: re.Match[str], published: date | None) -> Found:
    return None, None, "event"


def _same_time(m: re.Match[str], published: date | None) -> Found:
    return None, None, "interval"


def _clock(m: re.Match[str], published: date | None) -> Found:
    return None, None, "clock"


# Longest wording first: the first alternative that matches at a place wins.
_GRAMMAR: tuple[tuple[str, str, Resolve], ...] = (
    ("iso", rf"(?P<i_until>{_UNTIL})?{_NOT_AFTER_DIGIT}(?P<i_y>(?:19|20)\d\d)[-./](?P<i_m>1[0-2]|0?[1-9])[-./](?P<i_d>3[01]|[12]\d|0?[1-9])(?!\d|[.\-/]\d)", _iso_date),
    ("full", rf"(?P<d_until>{_UNTIL})?(?:(?P<d_y>{_YEAR})\s?)?{_NOT_AFTER_DIGIT}(?P<d_m>{_M})\s?月\s?(?P<d_d>{_D})\s?[日号]?(?:{_TO}(?:(?P<d_m2>{_M})月)?(?P<d_d2>{_D}))?[日号]", _full_date),
    ("range", rf"(?P<r_until>{_UNTIL})?(?:(?P<r_y>{_YEAR})\s?)?{_NOT_AFTER_DIGIT}(?P<r_m1>{_M})\s?(?:月份?)?{_TO}(?:(?P<r_y2>{_YEAR})\s?)?(?P<r_m2>{_M})\s?月份?(?:[底末])?", _month_range),
    ("same", rf"(?:{_YEAR})(?:的)?同期|同期(?=相比|水平|的)|上月同期", _same_time),
    ("years", rf"{_NOT_AFTER_DIGIT}(?P<ys_1>{_Y4})\s?年?{_TO}(?P<ys_2>{_Y4})\s?年?(?:期间|间)?(?!\d)", _years),
    ("part", rf"(?P<p_until>{_UNTIL})?(?:(?P<p_y>{_YEAR}|20\d\d(?=Q))\s?)?(?P<p_w>{_WORDS}|[前头](?P<p_n>{_N})个?月(?!份?前))(?P<p_since>以来)?(?P<p_end>[末底])?", _part),
    ("month", rf"(?P<m_until>{_UNTIL})?(?:(?P<m_y>{_YEAR})\s?)?{_NOT_AFTER_DIGIT}(?P<m_m>{_M})\s?月(?:份)?(?:当月|单月)?(?P<m_edge>[底末初]|上旬|中旬|下旬)?(?P<m_since>以来|起)?(?![季度])", _month),
    ("within", rf"(?:未来|今后|接下来)(?P<w_n1>{_N})到?(?:{_N})?年(?:内|间|时间)?|(?<![\d.近])(?P<w_n2>{_N})年[之以]?内", _within),
    ("ago", rf"(?<![\d.])(?P<a_n>{_N})(?:多|余)?年[之以]?前", _ago),
    ("since", rf"近(?:{_N}|几|些)?年(?:来|以来|间)?(?!度)|(?<![\d.])(?:{_N}|几|多)(?:多|余)?年(?:以)?来|(?:过去|近|最近)(?:的)?{_N}年(?:间|里)?|长期以来|一直以来", _since),
    ("year", rf"(?P<y_until>{_UNTIL})?(?P<y_to>(?<![达受得收看提感])[到至])?{_NOT_AFTER_DIGIT}(?P<y_y>{_YEAR})(?P<y_tail>以来|来|起|开始|以后|之后|之前|以前|前(?![三两二季头列茅十]|\d)|年?[底末初]|期间)?", _whole_year),
    ("edge", r"(?P<e_until>截至|截止)?(?P<e_to>[到至])?(?P<e_w>年底|年末|年初|年内)", _year_edge),
    ("plan", r"[“‘]?(?P<f_w>十[二三四五]五)(?!年)[”’]?(?P<f_tail>时期|期间|规划期|以来|期?末|期?底)?", _plan),
    ("now", rf"{_UNTIL}(?:目前|当前|现在|今日|今天|昨日|发稿时?|记者发稿时?)(?:为止)?|目前为?止?|当前|至今|迄今(?:为止)?|如今|现如今|现在|眼下|时下", _now),
    ("this", r"(?P<t_w>本月|当月|上个?月)(?:份)?(?P<t_edge>[初底末]|上旬)?", _this_month),
    ("recent", r"前不久|不久前|日前|近日|近期|前段时间|最近|近段时间", _recent),
    ("near", r"(?P<n_w>今[日天](?!头)|昨[日天]|当日|本周|上周|上个?星期)", _near_day),
    ("ten", r"(?:\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪(?:[1-9]0|[一二三四五六七八九]十)?(?:年代)?[初末]?|[1-9]0年代|[一二三四五六七八九]十年代", _ten_years),
    ("clock", r"(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:.])|(?:[上下中]午|凌晨|晚上?|早上?|清晨)\s?\d{1,2}[时点](?:\d{1,2}分|半)?|(?<![\d.])(?:[01]?\d|2[0-4])时(?:[0-5]\d分)?(?![尚代期])", _clock),
    ("day", r"(?<![\d.\-年月第])(?P<o_d>3[01]|[12]\d|[1-9])日(?![均产报处益])", _day_only),
)  # fmt: skip
# What a wording can begin with; a look at one character spares most places the whole grammar.
_BEGINS = r"(?=[\d截到至今去上前明来后本同年月近未接过最长一二两三四五六七八九十〇零○多几全下首头第Q“‘目当迄如现眼时不日昨凌晚早清中])"
_ANY = re.compile(f"{_BEGINS}(?:" + "|".join(f"(?P<g_{name}>{pattern})" for name, pattern, _ in _GRAMMAR) + ")")
_RESOLVE: dict[str, Resolve] = {f"g_{name}": resolve for name, _, resolve in _GRAMMAR}


def find(text: str, published: date | None = None) -> Iterator[Phrase]:
    """Every wording for a time in folded `text`, left to right, never overlapping."""
    for m in _ANY.finditer(text):
        name = next(group for group in _RESOLVE if m[group] is not None)
        first, last, kind = _RESOLVE[name](m, published)
        of = last.year if name == "g_year" and last and re.search("年?[底末]", m["y_tail"] or "") else None
        yield Phrase(m.start(), m.end(), m[0], first, last, kind, of)
