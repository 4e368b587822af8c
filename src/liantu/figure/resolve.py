"""推算 from a wording for a time to the days it stands for: one small function for each kind of wording.

Each takes the match (its groups are named in `liantu.figure.phrase`) and the date of publication, and gives first day,
last day and kind. A day that cannot be known is None.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from liantu.figure.days import RELATIVE_YEARS, in_latest_year, last_day, months
from liantu.figure.number import value_of

__all__ = ["PARTS", "RESOLVERS", "Found", "Kind", "Resolve"]

Kind = Literal["point", "interval", "until", "since", "future", "event", "clock"]
Found = tuple[date | None, date | None, Kind]
Resolve = Callable[[re.Match[str], date | None], Found]

_Y4: Final = re.compile(r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}")
_WANTED: Final = re.compile(r"预计|力争|确保|有望|目标|将|争取|计划|预期|任务|到$|至$")
_TO_COME: Final = re.compile(r"(?:[一-龥]{2,4})?(?:计划|拟|将|力争|预计|确保)(?!总?投资|完成率)")
_PLANS: Final = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


def _parts_of_year() -> dict[str, tuple[int, int]]:
    parts = {"上半年": (1, 6), "下半年": (7, 12), "全年": (1, 12), "首季度": (1, 3), "首季": (1, 3)}
    for n, names in enumerate(("1一", "2二两", "3三", "4四"), start=1):
        parts[f"Q{n}"] = (3 * n - 2, 3 * n)
        for name in names:
            parts[f"{name}季度"] = parts[f"第{name}季度"] = (3 * n - 2, 3 * n)
            parts |= {f"{before}{name}{of}季度": (1, 3 * n) for before in "前头" for of in ("", "个")}
    return parts


PARTS: Final = _parts_of_year()


def _number(text: str) -> int:
    value = value_of(text)
    return int(value) if value is not None else 0


def _year(text: str | None, published: date | None) -> int | None:
    if not text:
        return None
    if text in RELATIVE_YEARS:
        return published.year + RELATIVE_YEARS[text] if published else None
    digits = _Y4.match(text)
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


def _month_pair(m: re.Match[str], published: date | None) -> Found:
    first = _number(re.split(r"\D", m["pr_m"], maxsplit=1)[0])
    year = _year(m["pr_y"], published) if m["pr_y"] else in_latest_year(published, first + 1)
    return (None, None, "interval") if year is None else (*months(year, first, first + 1), "interval")


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


def _wanted(m: re.Match[str]) -> bool:
    before = _WANTED.search(m.string, max(0, m.start() - 8), m.start())
    return before is not None or _TO_COME.match(m.string, m.end()) is not None


def _part(m: re.Match[str], published: date | None) -> Found:
    word = m["p_w"]
    first, last = PARTS[word] if word in PARTS else (1, _number(m["p_n"]))
    year = _year(m["p_y"], published) if m["p_y"] else None
    if not 1 <= last <= 12:
        return None, None, "interval"
    if year is None and published is not None:
        year = in_latest_year(published, first if word in PARTS and last == 12 else last)
        if _wanted(m) and last >= published.month:
            year = published.year
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


def _quarters(m: re.Match[str], published: date | None) -> Found:
    last = 3 * _number(m["q_2"])
    year = _year(m["q_y"], published) if m["q_y"] else in_latest_year(published, last)
    return (*months(year, 1, last), "interval") if year is not None else (None, None, "interval")


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
    later = published is not None and year > published.year
    if tail in ("以来", "来", "起", "开始", "以后", "之后"):
        return first, published, "since"
    if tail.endswith(("底", "末")):
        return _end_of_year(m, first, last, published)
    if m["y_until"]:
        running = published is not None and year == published.year
        return None, published if running else last, "until"
    if tail.endswith("初"):
        return first, date(year, 3, 31), "future" if later else "interval"
    return (None if tail.endswith("前") else first), last, "future" if later else "interval"


def _end_of_year(m: re.Match[str], first: date, last: date, published: date | None) -> Found:
    if m["y_to"] and published and last > published:
        return first, last, "future"
    return None, last, "until" if m["y_to"] or m["y_until"] else "point"


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


def _undated(m: re.Match[str], published: date | None) -> Found:
    """去年同期, 20世纪90年代: times that name no days of their own."""
    return None, None, "interval"


def _clock(m: re.Match[str], published: date | None) -> Found:
    return None, None, "clock"


RESOLVERS: Final[dict[str, Resolve]] = {
    "iso": _iso_date,
    "full": _full_date,
    "range": _month_range,
    "pair": _month_pair,
    "same": _undated,
    "years": _years,
    "quarters": _quarters,
    "part": _part,
    "month": _month,
    "within": _within,
    "ago": _ago,
    "since": _since,
    "year": _whole_year,
    "edge": _year_edge,
    "plan": _plan,
    "now": _now,
    "this": _this_month,
    "recent": _recent,
    "near": _near_day,
    "ten": _undated,
    "clock": _clock,
    "day": _day_only,
}
