"""A ledger entry as it is shown: value and unit as a reader expects them, the caveat, how far it has been checked."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from liantu.figure.amount import plain
from liantu.figure.unit import base_of
from liantu.ledger.contradiction import Contradiction
from liantu.ledger.models import Entry
from liantu.ledger.period import say
from liantu.ledger.series import Point
from liantu.plan.shown import Shown, Status

__all__ = ["Torn", "growth_of", "money", "of_entry", "of_point"]

Torn = Mapping[int, tuple[Contradiction, ...]]

ASPECTS = {
    "level": ("", ""),
    "growth": ("增速", " growth"),
    "share": ("占比", " share"),
    "completion": ("完成率", " completion"),
    "pp_change": ("增速变动", " change of growth"),
    "gap": ("差距", " gap"),
    "contribution": ("拉动", " contribution"),
    "delta": ("增量", " increase"),
}
KINDS = {"target": ("目标", "target"), "forecast": ("预计", "expected")}
ABOUT = frozenset({"约", "大约", "左右", "级", "about", "level"})
OVER, BELOW, NEARLY, EXACT = "+", "-", "~", ""
YI, WAN = Decimal(10**8), Decimal(10**4)


def of_point(point: Point, torn: Torn) -> Shown:
    """The point's figure with every entry that says it; a doubt about one of them is a doubt about the figure."""
    told = {one: None for entry in point.entries if entry.decision_id is None for one in torn.get(entry.fact_id, ())}
    accepted = any(entry.decision_id is not None for entry in point.entries)
    keys = tuple(entry.pk for entry in point.entries)
    return _shown(point.entry, () if accepted else tuple(told), keys, conflict=point.conflict)


def of_entry(entry: Entry, torn: Torn, *, conflict: bool = False) -> Shown:
    """One entry by itself; `conflict` says that others say otherwise."""
    return _shown(entry, torn.get(entry.fact_id, ()), (entry.pk,), conflict=conflict)


def _shown(entry: Entry, told: tuple[Contradiction, ...], entries: tuple[int, ...], *, conflict: bool) -> Shown:
    value, unit, mark = _value(entry)
    name, name_en = _name(entry)
    zh, en = say(entry.period_start, entry.period_end)
    base = entry.value_base if entry.value_base is not None else value * base_of(unit)[0]
    return Shown(
        id=f"e{entry.pk}",
        name=name,
        name_en=name_en,
        value=value,
        unit=unit,
        mark=mark,
        value_base=plain(base),
        unit_base=base_of(unit)[1],
        period_zh=zh,
        period_en=en,
        period_end=entry.period_end,
        status=_status(entry, told, conflict),
        derived=False,
        entries=entries,
        yoy=None if entry.yoy is None else plain(entry.yoy),
        note_zh=" ".join(_notes(entry, told, conflict, "zh")),
        note_en=" ".join(_notes(entry, told, conflict, "en")),
    )


def growth_of(entry: Entry, torn: Torn) -> Shown:
    """The year-on-year growth an entry carries, as a figure of its own."""
    level = of_entry(entry, torn)
    yoy = plain(entry.yoy or Decimal())
    return Shown(
        id=f"yoy-{entry.pk}",
        name=f"{level.name}同比",
        name_en=f"{level.name_en}, year on year",
        value=yoy,
        unit="%",
        mark=EXACT,
        value_base=yoy,
        unit_base="%",
        period_zh=level.period_zh,
        period_en=level.period_en,
        period_end=level.period_end,
        status=level.status,
        derived=False,
        entries=level.entries,
        note_zh=level.note_zh,
        note_en=level.note_en,
    )


def money(value: Decimal) -> tuple[Decimal, str]:
    """元 in the unit a reader expects: 亿元 from 100 million on, 万元 from ten thousand on.

    >>> money(Decimal(9220000000)), money(Decimal(20000000))
    ((Decimal('92.2'), '亿元'), (Decimal('2000'), '万元'))
    """
    for size, unit in ((YI, "亿元"), (WAN, "万元")):
        if abs(value) >= size:
            return plain(value / size), unit
    return plain(value), "元"


def _value(entry: Entry) -> tuple[Decimal, str, str]:
    """Value, unit and mark; a range shows its lower end and is explained in the note."""
    factor, base = base_of(entry.unit)
    written = entry.value if entry.value is not None else entry.value_low
    mark = OVER if entry.value_low is not None else BELOW if entry.value_high is not None else EXACT
    if written is None:
        written = entry.value_high or Decimal()
    if not mark and entry.qualifier in ABOUT:
        mark = NEARLY
    if base == "元":
        value, unit = money(written * factor)
        return value, unit, mark
    if base in {"%", "pp"} or entry.unit in {"%", "pp", "个百分点"}:
        return plain(written), "个百分点" if entry.unit in {"pp", "个百分点"} else "%", mark
    return plain(written * factor), base, mark


def _name(entry: Entry) -> tuple[str, str]:
    zh, en = entry.indicator.name, entry.indicator.name_en or entry.indicator.name
    aspect = ASPECTS.get(entry.aspect, ("", ""))
    if not (entry.aspect == "completion" and zh.endswith("率")):
        zh, en = zh + aspect[0], en + aspect[1]
    kind = KINDS.get(entry.kind)
    if kind is None:
        return zh, en
    year = f"{entry.period_end.year}" if entry.period_end else ""
    return f"{year}年{zh}{kind[0]}" if year else f"{zh}{kind[0]}", f"{en} {kind[1]} {year}".strip()


def _status(entry: Entry, told: tuple[Contradiction, ...], conflict: bool) -> Status:
    if conflict:
        return Status.CONFLICT
    if entry.decision_id is not None:
        return Status.ACCEPTED
    return Status.CONFLICT if told else Status.WAITING


def _notes(entry: Entry, told: tuple[Contradiction, ...], conflict: bool, language: str) -> Iterable[str]:
    zh = language == "zh"
    if conflict:
        yield (
            "不同文件对同一时期的说法不一，两个数都保留。"
            if zh
            else "Documents disagree on this period; both are kept."
        )
    if entry.value is None and entry.value_low is not None and entry.value_high is not None:
        low, high = plain(entry.value_low), plain(entry.value_high)
        yield (
            f"原文为区间 {low:f}—{high:f}{entry.unit}，此处记其下限。"
            if zh
            else f"The text gives a range, {low:f}–{high:f} {entry.unit}; its lower end is shown."
        )
    elif entry.value_low is not None:
        yield "原文有“多”“超”一类的词，按下限记录。" if zh else "The text says “over”; the lower bound is recorded."
    elif entry.value_high is not None:
        yield "原文有“近”“不到”一类的词，按上限记录。" if zh else "The text says “nearly”; the upper bound is recorded."
    yield from dict.fromkeys(one.zh if zh else one.en for one in told)
    if entry.fact.note and zh:
        yield entry.fact.note
