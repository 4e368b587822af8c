"""What the sources answer: one sentence for each outcome, with the value that would fit and where it is told."""

from datetime import date

from liantu.bulletin.check.asked import Asked
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.known import Known
from liantu.bulletin.check.rounding import say, words
from liantu.bulletin.reading import Aspect
from liantu.figure import Period

__all__ = ["differs", "other_measure", "other_period", "other_side", "same", "slipped", "unknown"]


def _time(start: date | None, end: date | None) -> tuple[str, str]:
    if start is None and end is None:
        return "时期未载明", "undated"
    period = Period(start, end)
    return period.say(), period.say("en")


def _name(asked: Asked) -> str:
    measure = asked.fact.measure
    growth = "增速" if asked.aspect is Aspect.GROWTH and not measure.endswith(("增速", "增幅")) else ""
    return f"{asked.fact.subject}{measure}{growth}"


def _told(row: Known) -> str:
    return words(row.value, row.low, row.high, row.unit)


def _source(row: Known) -> str:
    return row.label or "已知的数"


def same(asked: Asked, row: Known) -> Finding:
    """The source says the same, perhaps rounded or within its bound."""
    other = asked.value is not None and row.value is not None and asked.value != row.value
    bounded = (asked.low, asked.high, row.low, row.high) != (None, None, None, None)
    zh, en = ("不矛盾", "no contradiction") if bounded else ("四舍五入后相同", "the same when rounded")
    zh = f"与{_source(row)}一致" + (f"（{_told(row)}，{zh}）。" if other else "。")
    en = f"Agrees with {_source(row)}" + (f" ({_told(row)}, {en})." if other else ".")
    return Finding(Kind.SAME, Severity.FINE, (asked.span,), zh, en, _told(row), row)


def unknown(asked: Asked) -> Finding:
    """No source has anything to compare."""
    return Finding(
        Kind.UNKNOWN,
        Severity.NOTE,
        (asked.span,),
        f"来源里没有可比的数：{_name(asked)}（{asked.fact.period_text or '时期未写明'}）。",
        f"No comparable figure in the sources: {_name(asked)} ({asked.fact.period_text or 'no period'}).",
    )


def differs(asked: Asked, row: Known) -> Finding:
    """The source says otherwise: by how much, absolutely and relatively."""
    zh, en = _time(row.start, row.end)
    told, name = _told(row), _name(asked)
    apart, apart_en = _apart(asked, row)
    bounded = asked.low is not None or asked.high is not None or row.low is not None or row.high is not None
    return Finding(
        Kind.BOUND if bounded else Kind.DIFFERS,
        Severity.WRONG,
        (asked.span,),
        f"{name}（{zh}）写的是{asked.fact.qualifier or ''}{asked.written}，{_source(row)}是{told}{apart}。",
        f"{name} ({en}) is told as {asked.written}; {_source(row)} says {told}{apart_en}.",
        told,
        row,
    )


def _apart(asked: Asked, row: Known) -> tuple[str, str]:
    """How far apart, absolute and relative; two rates differ by points only."""
    if asked.value is None or row.value is None:
        return "", ""
    apart = asked.value - row.value
    if asked.unit == "%":
        size = say(abs(apart), "pp")
        return f"，{'多' if apart > 0 else '少'}{size}", f", {'more' if apart > 0 else 'less'} by {size}"
    size = say(abs(apart), asked.unit)
    share = f"（{apart / row.value * 100:+.1f}%）" if row.value else ""
    return f"，{'多' if apart > 0 else '少'}{size}{share}", f", {'more' if apart > 0 else 'less'} by {size}{share}"


def slipped(asked: Asked, row: Known, power: int) -> Finding:
    """The same digits a power of ten apart."""
    big = asked.value is not None and row.value is not None and abs(asked.value) > abs(row.value)
    return Finding(
        Kind.SCALE,
        Severity.WRONG,
        (asked.span,),
        f"{_name(asked)}写的是{asked.written}，{_source(row)}是{_told(row)}，相差{10**power}倍（{'偏大' if big else '偏小'}），请核对单位和小数点。",
        f"{_name(asked)} is told as {asked.written}, {_source(row)} says {_told(row)}: {10**power} times too "
        f"{'large' if big else 'small'}; check the unit.",
        _told(row),
        row,
    )


def other_period(asked: Asked, row: Known) -> Finding:
    """The value is told of another period; of a stock that may well be, so it is only noted."""
    zh, en = _time(row.start, row.end)
    stock = row.start is None
    return Finding(
        Kind.OTHER_PERIOD,
        Severity.NOTE if stock else Severity.DOUBT,
        (asked.span,),
        f"{asked.written}在{_source(row)}是{zh}的数，稿中写成{asked.fact.period_text}。",
        f"{asked.written} is of {en} in {_source(row)}; the draft gives it to {asked.fact.period_text}.",
        zh,
        row,
    )


def other_side(asked: Asked, row: Known) -> Finding:
    """A target told as done, or the other way round."""
    zh = {"target": "目标", "forecast": "预计", "actual": "实绩", "comparison": "比较"}
    return Finding(
        Kind.OTHER_MEASURE,
        Severity.WRONG,
        (asked.span,),
        f"{asked.written}在{_source(row)}是{zh[row.modality]}，稿中写成{zh[asked.fact.modality]}。",
        f"{asked.written} is told as {row.modality} in {_source(row)}, as {asked.fact.modality} in the draft.",
        zh[row.modality],
        row,
    )


def other_measure(asked: Asked, row: Known) -> Finding:
    """The value is told of another measure of the same subject and time."""
    return Finding(
        Kind.OTHER_MEASURE,
        Severity.DOUBT,
        (asked.span,),
        f"{asked.written}在{_source(row)}是“{row.measure}”，稿中写成“{asked.fact.measure}”，口径不同。",
        f"{asked.written} is “{row.measure}” in {_source(row)}; the draft calls it “{asked.fact.measure}”.",
        row.measure,
        row,
    )
