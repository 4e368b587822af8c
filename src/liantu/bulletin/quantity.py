"""数量 every figure of a text: number, unit, bound or range; and the numerals that are no figure, with the reason.

    >>> [(q.text, str(q.amount or q.rate), q.qualifier) for q in scan("企业450多家，营收近92.2亿元，增长1.89%")]
    [('450多家', '超过450家', '多'), ('92.2亿元', '不到92.2亿元', '近'), ('1.89%', '1.89%', None)]
    >>> [(q.text, q.use.value) for q in scan("投资1亿元以上项目63个") if q.use]
    [('1亿元', 'filter')]

`start`:`end` is the figure itself, number through unit; `around` adds the words that bound it (近…, …左右). A unit
written once behind a list (4.3、3.7、3.3个百分点) is handed back to the items before it (`inherited`).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter
from typing import Literal, NamedTuple

from liantu.bulletin import exclusion
from liantu.bulletin.bound import bounds
from liantu.bulletin.condition import is_condition, is_label, is_reached
from liantu.bulletin.numeral import Numeral
from liantu.bulletin.numeral import scan as numerals
from liantu.bulletin.policy import is_promise
from liantu.bulletin.reading import Use
from liantu.bulletin.written import Written, read_at
from liantu.figure import Amount, Rate, base_of
from liantu.figure.amount import EXACT, plain
from liantu.figure.phrase import spans as times

__all__ = ["Found", "Quantity", "cuts", "forget", "scan", "walk"]


_ONE = Decimal(1)


class Quantity(NamedTuple):
    """One figure, or one numeral that is none (`use` and `reason` say why).

    `value` and `unit` are as written (92.2 亿元, 3.6 倍); a range has `low` and `high` instead. `amount` or `rate` holds
    the exact value where there is one. `scale` marks 百亿级 and its like: a label, never a value.
    """

    start: int
    end: int
    text: str
    value: Decimal | None = None
    unit: str = ""
    amount: Amount | None = None
    rate: Rate | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str | None = None
    use: Use | None = None
    reason: str | None = None
    around: tuple[int, int] = (0, 0)
    inherited: bool = False
    scale: bool = False
    factor: Decimal = _ONE
    base_unit: str = ""

    @property
    def base(self) -> tuple[Decimal | None, str]:
        """Value in base units and the base unit (`元`, `%`, `pp`, …); no value for a range or a vague number.

        >>> scan("产值2亿元")[0].base, scan("产值增长3.6倍")[0].base
        ((Decimal('200000000'), '元'), (Decimal('360'), '%'))
        """
        if self.rate is not None:
            return self.rate.base
        return (None if self.value is None else plain(EXACT.multiply(self.value, self.factor))), self.base_unit

    @property
    def is_figure(self) -> bool:
        """Whether it was read to the end: a number with a unit that is known."""
        return self.amount is not None or self.rate is not None

    @property
    def is_rate(self) -> bool:
        """Whether it is told in per cent or in percentage points."""
        return self.base_unit in ("%", "pp")


class Found(NamedTuple):
    """The numerals of a text, and its figures with the numerals that are none."""

    numerals: tuple[Numeral, ...]
    figures: tuple[Quantity, ...]


_SENTENCE = 1000  # longer texts are whole pages; keeping those in memory would serve nobody
_KEPT = 20_000
_TITLE = 64  # more than a title's longest
_STOP = re.compile(r"(。[”’」』）)\"]*)\s*")
_start = attrgetter("start")
_EACH_STEP = re.compile(r"每(?:提高|增加|增长|上升|下降|降低|减少|新增)(?:约)?$")
_TIME = re.compile(r"周年|年|个月|个?季度|周|天|日|个?小时|分钟|秒钟?|个?工作日|毫秒")
_GROWN = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|增|涨|放大|高出|多)(?:了|近|约|超过?|达|逾|高达)*$")
_RATIO = re.compile(r"(?<![\d.:/])\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+(?![\d.:/])")
_DOUBLED = re.compile(r"翻(?:[一两二三几])?番")
_LIST_GAP = re.compile(r"\s?[、，,和及与](?:(?![增降涨跌占达升落超为是])[一-鿿“”、]){0,12}-?")
_ABSTRACT = re.compile(
    r"(?:重点|主要|重要|关键)?(?:方面|方向|领域|维度|层面|环节|阶段|步骤|特点|问题|抓手|原则|目标|名单|牌子)"
)
_BARE_MULTIPLE = re.compile(r"[十百千万亿]+")
_MULTIPLES = frozenset("万 亿 万亿".split())
_RATES: dict[str, Decimal | int] = {"基点": Decimal("0.01"), "‰": Decimal("0.1"), "成": 10, "倍": 100}


class _Cursor:
    """Stretches in order, asked for from left to right."""

    def __init__(self, stretches: Sequence[Quantity]) -> None:
        self._stretches = stretches
        self._at = 0

    def at(self, place: int) -> Quantity | None:
        stretches, at = self._stretches, self._at
        while at < len(stretches) and stretches[at].end <= place:
            at += 1
        self._at = at
        return stretches[at] if at < len(stretches) and stretches[at].start <= place else None


def scan(text: str) -> list[Quantity]:
    """Every figure of folded `text`, left to right, and what else its numerals are; ranges are one figure."""
    return list(_found(text).figures)


def walk(text: str) -> Iterator[tuple[int, Found]]:
    """A page sentence by sentence: where each stretch begins, and what it holds, all places counted from there.

    The page is cut only where nothing read on one side depends on the other, so this says what `scan` says of it whole.

    >>> [(start, q.text) for start, found in walk("签约3个。\\n引进5家。") for q in found.figures]
    [(0, '3个'), (6, '5家')]
    """
    for start, end in cuts(text):
        yield start, _found(text[start:end])


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where such stretches of a page begin and end: after full stops, outside of 《》, the next one no list mark."""
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end(1)
        following = stop.end() if "\n" in stop[0] else end
        near = max(start, end - _TITLE)
        titled = text.rfind("《", near, end) > text.rfind("》", near, end)
        if following < len(text) and not titled and not exclusion.hangs_on(text, following, stop[0]):
            yield start, end
            start = following
    yield start, len(text)


def _found(text: str) -> Found:
    return _remembered(text) if len(text) < _SENTENCE else _scan(text)


@lru_cache(maxsize=_KEPT)
def _remembered(text: str) -> Found:
    """A sentence is read by the rules, by the gate and for the account: one scan serves all three."""
    return _scan(text)


def forget() -> None:
    """Let go of the sentences kept in mind; a book would fill the memory of a server."""
    _remembered.cache_clear()


def _scan(text: str) -> Found:
    run = numerals(text)
    doubled = [_doubled(m) for m in _DOUBLED.finditer(text)] if "番" in text else []
    if not run:
        return Found((), tuple(q for q in doubled if len(q.text) == 2))
    dates = _Cursor([_use(start, end, text, Use.DATE, "时间") for start, end in times(text)])
    ratios = [q for m in _RATIO.finditer(text) for q in _ratio(text, m)] if ":" in text else []
    settled = _Cursor(sorted([*ratios, *doubled], key=_start))
    names = _Cursor([_use(e.start, e.end, text, e.use, e.reason) for e in exclusion.scan(text)])
    found: list[Quantity] = []
    edge = -1
    for numeral, after in zip_longest(run, run[1:]):
        if numeral.start < edge:
            continue
        date, fixed, name = dates.at(numeral.start), settled.at(numeral.start), names.at(numeral.start)
        fixed = fixed if fixed and fixed.end >= numeral.end else None
        if why := date or (None if fixed else name):
            found.append(_use(numeral.start, numeral.end, text, why.use, why.reason))
        else:
            found.append(fixed or _quantity(text, numeral, after))
        edge = found[-1].end
    bare = [q for q in doubled if len(q.text) == 2]
    return Found(tuple(run), tuple(_inherit(text, sorted([*found, *bare], key=_start) if bare else found)))


def _use(start: int, end: int, text: str, use: Use | None, reason: str | None) -> Quantity:
    return Quantity(start, end, text[start:end], use=use, reason=reason, around=(start, end))


def _ratio(text: str, m: re.Match[str]) -> Iterator[Quantity]:
    """a:b:c of a structure are shares when they make a hundred; any other ratio is no figure."""
    parts = [Decimal(part) for part in m[0].split(":")]
    at = m.start()
    for part, written in zip(parts, m[0].split(":"), strict=True):
        end = at + len(written)
        if Decimal(99) <= sum(parts) <= Decimal(101):
            yield Quantity(
                at, end, written, part, "%", rate=Rate(part), around=(at, end), inherited=True, base_unit="%"
            )
        else:
            yield _use(at, end, text, Use.NAME, "比例")
        at = end + 1


def _doubled(m: re.Match[str]) -> Quantity:
    """翻番 is an increase of 100 %, 翻两番 of 300 %."""
    times_over = {"两": 2, "二": 2, "三": 3, "几": 0}.get(m[0][1], 1)
    if not times_over:
        return Quantity(m.start(), m.end(), m[0], unit="番", around=m.span(), base_unit="%")
    rate = Rate(Decimal((2**times_over - 1) * 100))
    return Quantity(m.start(), m.end(), m[0], Decimal(times_over), "番", rate=rate, around=m.span(), base_unit="%")


def _quantity(text: str, numeral: Numeral, after: Numeral | None) -> Quantity:
    if numeral.kind in ("code", "mark"):
        return _use(numeral.start, numeral.end, text, Use.NAME, "编号")
    written = read_at(text, numeral, after)
    quantity = _valued(text, written)
    use, reason = _why_none(text, numeral, written, quantity)
    if use is None and reason is None:
        return quantity
    return quantity._replace(use=use, reason=reason, scale=reason == "规模级别")


def _why_none(text: str, numeral: Numeral, written: Written, quantity: Quantity) -> tuple[Use | None, str | None]:
    """Why a numeral with what follows it is no value, or why it could not be read."""
    if numeral.kind in ("chinese", "vague") and (why := _why_word(text, numeral, written)):
        return Use.NAME, why
    if not written.rate and not written.unit.endswith("元") and is_label(text, numeral.start, written.end):
        return Use.NAME, "规模级别"
    if why := _why_filter(text, written, quantity):
        return Use.FILTER, why
    if _TIME.fullmatch(written.unit):
        return Use.DATE, "时长"
    if quantity.amount is None and not quantity.is_rate:
        return None, "没有精确数值" if written.unit else "没有认出单位"
    return None, None


def _why_filter(text: str, written: Written, quantity: Quantity) -> str | None:
    """What an amount chooses or promises, None where it states something."""
    if is_condition(text, written.start, written.end, written.rate) and not _is_reached_level(text, quantity):
        return "筛选条件"
    if _EACH_STEP.search(text, max(0, written.start - 8), written.start):
        return "假设的变化"
    promised = (written.unit.endswith("元") or written.rate) and is_promise(text, written.start, written.end)
    return "政策条件" if promised else None


def _is_reached_level(text: str, quantity: Quantity) -> bool:
    """达10000亿级规模 states a level; a condition never follows 达 or 突破."""
    return quantity.qualifier == "级" and is_reached(text, quantity.start)


def _why_word(text: str, numeral: Numeral, written: Written) -> str | None:
    """Why a Chinese numeral is part of a word and counts nothing: 一系列, 三峰, 万象, 千家万户, 百亿级."""
    words = text[numeral.start : numeral.end]
    money = written.unit.endswith("元")
    if is_label(text, numeral.start, written.end) and not (money and is_condition(text, written.start, written.end)):
        return "规模级别"
    if not written.unit or (written.unit in ("万", "亿", "万亿") and not is_reached(text, numeral.start)):
        return "词语中的数字"
    if words == "一" and not money and not written.rate:
        return "泛指的“一”"
    if _ABSTRACT.match(text, written.end):
        return "概括的条目数"
    if (
        _BARE_MULTIPLE.fullmatch(words)
        and not money
        and not written.rate
        and written.end == numeral.end + len(written.unit)
    ):
        return None if bounds(text, written.start, written.end).word else "词语中的数字"
    return None


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether a round number is a mark of money that was passed (收入突破百亿大关), not of things."""
    return text.startswith(("大关", "台阶"), end) and not re.search("[量数次客户辆人]", text[max(0, start - 8) : start])


def _valued(text: str, written: Written, inherited: bool = False) -> Quantity:
    start, end, value, unit, low, high, more, _ = written
    limits = bounds(text, start, end, more)
    if unit.endswith(("万", "亿")) and (limits.word == "级" or _is_mark(text, start, end)):
        unit += "元"
    ranged = (low, high)
    if value is not None:
        low = value if limits.kind == "over" else None
        high = value if limits.kind == "below" else None
    amount, rate, factor = None, None, _ONE
    if value is None and (low is None or high is None):
        base_unit = base_of(unit)[1]
    elif (written.rate and unit != "倍") or (unit == "倍" and _GROWN.search(text[max(0, start - 8) : start])):
        rate, factor, base_unit = _as_rate(value, unit)
    elif unit:
        times_over, base_unit = base_of(unit)
        factor = Decimal(times_over)
        amount = Amount(value, unit, limits.kind, *(ranged if value is None else (None, None)))
    else:
        base_unit = ""
    said, around = text[start:end], (limits.start, limits.end)
    return Quantity(
        start, end, said, value, unit, amount, rate, low, high, limits.word,
        around=around, inherited=inherited, factor=factor, base_unit=base_unit,
    )  # fmt: skip


def _as_rate(value: Decimal | None, unit: str) -> tuple[Rate | None, Decimal, str]:
    """Per cent or points, with factor and base unit; 增长3.6倍 is 360 %, 5成 is 50 %."""
    name = unit.removeprefix("个").removeprefix("百分") if unit.endswith("点") else unit
    factor = Decimal(_RATES.get(name, 1))
    kind: Literal["percent", "points"] = "points" if unit.endswith("点") else "percent"
    rate = Rate(plain(value * factor), kind) if value is not None else None
    return rate, factor, "pp" if kind == "points" else "%"


def _inherit(text: str, found: list[Quantity]) -> list[Quantity]:
    """A unit written once behind a list goes to the bare items before it: 高于全国4.3、全省3.7、全市3.3个百分点."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if here.use is not None or here.value is None or after.use is not None or not after.unit:
            continue
        if after.start - here.end <= 26 and _is_bare(here, after) and _LIST_GAP.fullmatch(text, here.end, after.start):
            found[i] = _lent(text, here, after)
    return found


def _is_bare(here: Quantity, after: Quantity) -> bool:
    """No unit at all, or only the part of one that the next item writes out: 4.0个、3.3个百分点, 6亿、5亿元."""
    if not here.unit:
        return here.text[-1].isascii()
    if here.unit == "个":
        return after.base_unit == "pp"
    return here.unit in _MULTIPLES and after.unit.endswith("元") and after.unit[0] in "万亿元"


def _lent(text: str, here: Quantity, after: Quantity) -> Quantity:
    unit = after.unit if here.unit not in _MULTIPLES else here.unit + after.unit.lstrip("十百千万亿")
    written = Written(here.start, here.end, here.value, unit, rate=after.base_unit in ("%", "pp"))
    return _valued(text, written, inherited=True)
