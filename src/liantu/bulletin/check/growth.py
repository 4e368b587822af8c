"""增速与数额: a level now, a level before, the growth or the increase between them; 倍 and 翻番 as well."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, RATE, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say, slack

__all__ = ["from_to", "grown", "increase", "multiple", "rate_moved", "than_ago", "year_after_year"]

_L: Final = LEVEL
_P: Final = RATE
_NO: Final = f"[^，,。；;{MARKS}]"
_UP: Final = "增长|发展|拓展|增加|提高|提升|上升|扩大|跃升|攀升|增|升|壮大"
_DOWN: Final = "下降|减少|降低|回落|缩减|下滑|压减|降|减"
_AGO: Final = r"(?:上年同期|去年同期|上年|去年|(?:19|20)\d\d年(?:同期|全年)?(?![\d上前一二三四])|上年同期数|前一年)"
_RATE: Final = rf"(?:同比|净|累计|比上年|较上年)?(?P<way>增长了?|增幅(?:为|达)?|增加|上升|提高|扩大了?|下降了?|降幅(?:为|达)?|减少|(?={_P}))(?P<rate>{_P})"
_FROM_TO: Final = re.compile(
    rf"[由从]{_NO}{{0,14}}?(?P<before>{_L}){_NO}{{0,14}}?(?P<verb>{_UP}|{_DOWN})(?:到了?|至|为){_NO}{{0,12}}?(?P<now>{_L})"
    rf"(?:[，,、（(](?:{_RATE}|(?:净增|增加|增收|减少|净减)了?(?P<delta>{_L})))?"
)
_NOW_RATE_AGO: Final = re.compile(
    rf"(?P<now>{_L})[，,、](?:同比|比上年同期|较上年同期|比去年同期|较去年同期|比上年|较上年)?(?P<way>增长|下降|增加|减少)(?P<rate>{_P})"
    rf"[，,；;（(]{_AGO}{_NO}{{0,8}}?(?P<before>{_L})"
)
_NOW_AGO_RATE: Final = re.compile(
    rf"(?P<now>{_L})[，,；;（(](?:而)?{_AGO}{_NO}{{0,8}}?(?P<before>{_L})[）)]?[，,；;]{_RATE}"
)
_AGO_NOW_RATE: Final = re.compile(
    rf"{_AGO}{_NO}{{0,14}}?(?P<before>{_L})[，,；;](?:今年|本年|本期|今年同期)[^。；;{MARKS}]{{0,16}}?(?P<now>{_L})[，,]{_RATE}"
)
_YEARS: Final = re.compile(
    rf"(?P<first>20\d\d)年{_NO}{{0,6}}?(?P<before>{_L})[、，,](?P<second>20\d\d)年(?![\d上前一二三四]){_NO}{{0,8}}?(?P<now>{_L})[，,]{_RATE}"
)
_MORE: Final = re.compile(
    rf"(?P<now>{_L})[，,、](?:同比|比上年同期|较上年同期|比去年同期|较去年同期|比上年|较上年)(?:净)?"
    rf"(?P<verb>增加|增收|多收?|净增|减少|少收?|减收)了?(?P<delta>{_L})[，,、（(]{_RATE}"
)
_THAN_AGO: Final = re.compile(
    rf"(?P<now>{_L})[，,、（(]?[比较]{_AGO}{_NO}{{0,4}}?(?P<before>{_L})(?:同比)?(?P<way>净?增加?长?|提高|上升|多|下降|减少|少)了?(?:(?P<rate>{_P})|(?P<delta>{_L}))"
)
_RATE_WAY: Final = re.compile(
    rf"[由从]{_NO}{{0,14}}?(?P<before>{_P}){_NO}{{0,10}}?(?P<verb>提高|提升|上升|扩大|增加|下降|降低|回落|收窄|缩小|减少)(?:到了?|至|为)(?P<now>{_P})"
)
_TIMES_OF: Final = re.compile(
    rf"(?P<now>{_L})[，,、](?:约?是|为|达到?|相当于){_NO}{{0,10}}?(?P<before>{_L})[）)]?的(?P<times>{_L})"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_REAL: Final = re.compile("生产总值|GDP|增加值|可比|不变价|同口径|年均|平均|剔除|扣除")
_ROUGH: Final = ("倍", "番")


def from_to(sentence: Sentence) -> Iterator[Finding]:
    """由20亿元增长到60亿元，增长2倍: growth, increase and direction follow from the two levels.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("旅游收入由20亿元增长到60亿元，增长3倍。"))
    >>> [(found.kind.value, found.expected) for found in from_to(draft.sentences[0])]
    [('times', '200%')]
    """
    for m in _FROM_TO.finditer(sentence.shape):
        before, now = sentence.at(m.start("before")), sentence.at(m.start("now"))
        if before.unit != now.unit or not (before.exact and now.exact):
            continue
        down = re.fullmatch(_DOWN, m["verb"]) is not None
        if now.value != before.value and (now.value < before.value) != down:
            yield Finding(
                Kind.SIGN,
                Severity.WRONG,
                (now.span, before.span),
                f"由{before.words}到{now.words}是{'减少' if not down else '增加'}，写的却是“{m['verb']}”。",
                f"From {before.words} to {now.words} is a {'fall' if not down else 'rise'}, the words say otherwise.",
            )
        elif m["rate"] and not _is_real(sentence, m):
            yield from _rate(sentence.at(m.start("rate")), m["way"], now, before)
        elif m["delta"]:
            yield from _delta(sentence.at(m.start("delta")), now, before)


def grown(sentence: Sentence) -> Iterator[Finding]:
    """产值92亿元，增长15%，上年同期80亿元: the growth is that of the two levels, in any order of telling.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in grown(Draft.of_text("1-10月，销售额92亿元，同比增长25%，上年同期为80亿元。").sentences[0])]
    ['15%']
    """
    for pattern in (_NOW_RATE_AGO, _NOW_AGO_RATE, _AGO_NOW_RATE):
        for m in pattern.finditer(sentence.shape):
            now, before = sentence.at(m.start("now")), sentence.at(m.start("before"))
            if _is_later(sentence, m):
                if pattern is not _NOW_AGO_RATE:
                    continue
                now, before = before, now
            if before.unit == now.unit and before.exact and now.exact and not _is_real(sentence, m):
                yield from _rate(sentence.at(m.start("rate")), m["way"], now, before)


def year_after_year(sentence: Sentence) -> Iterator[Finding]:
    """2021年52亿元、2022年58.2亿元，增长12%: the growth is of the second year over the first.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in year_after_year(Draft.of_text("营收2021年50亿元、2022年56亿元，增长22%。").sentences[0])]
    ['12%']
    """
    for m in _YEARS.finditer(sentence.shape):
        now, before = sentence.at(m.start("now")), sentence.at(m.start("before"))
        alike = before.unit == now.unit and before.exact and now.exact and not _is_real(sentence, m)
        if alike and int(m["second"]) == int(m["first"]) + 1:
            yield from _rate(sentence.at(m.start("rate")), m["way"], now, before)


def than_ago(sentence: Sentence) -> Iterator[Finding]:
    """接待320万人次，比上年同期的280万人次增长24%: growth or increase over a level told in passing.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in than_ago(Draft.of_text("接待游客320万人次，比上年同期的256万人次增长35%。").sentences[0])]
    ['25%']
    """
    for m in _THAN_AGO.finditer(sentence.shape):
        now, before = sentence.at(m.start("now")), sentence.at(m.start("before"))
        if before.unit != now.unit or not (before.exact and now.exact) or _is_real(sentence, m):
            continue
        if m["rate"]:
            way = "下降" if re.match("下降|减少|少", m["way"]) else "增长"
            yield from _rate(sentence.at(m.start("rate")), way, now, before)
        else:
            yield from _delta(sentence.at(m.start("delta")), now, before)


def rate_moved(sentence: Sentence) -> Iterator[Finding]:
    """亏损面由12.3%扩大到9.8%: the word and the two rates point in opposite directions.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.kind.value for one in rate_moved(Draft.of_text("亏损面由12.3%扩大到9.8%。").sentences[0])]
    ['sign']
    """
    for m in _RATE_WAY.finditer(sentence.shape):
        before, now = sentence.at(m.start("before")), sentence.at(m.start("now"))
        down = m["verb"] in ("下降", "降低", "回落", "收窄", "缩小", "减少")
        told = before.is_percent and now.is_percent and before.exact and now.exact and before.value >= 0 <= now.value
        if told and now.value != before.value and (now.value < before.value) != down and "下降" not in m[0][:4]:
            yield Finding(
                Kind.SIGN,
                Severity.WRONG,
                (now.span, before.span),
                f"由{before.words}到{now.words}是{'上升' if down else '下降'}，写的却是“{m['verb']}”。",
                f"From {before.words} to {now.words} is a {'rise' if down else 'fall'}, the words say otherwise.",
            )


def _is_later(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether the second level is of the later year: 2022年80亿元，2023年88亿元，增长10%."""
    first = _YEAR.findall(sentence.clause(m.start("now")))
    second = _YEAR.findall(sentence.shape[m.start("now") : m.start("before")])
    return bool(first and second and second[-1] > first[-1])


def increase(sentence: Sentence) -> Iterator[Finding]:
    """利润12亿元，比上年同期增加2亿元，增长20%: the growth is the increase over what was there before it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in increase(Draft.of_text("利润12.4亿元，比上年同期增加2.1亿元，增长30%。").sentences[0])]
    ['20.4%']
    """
    for m in _MORE.finditer(sentence.shape):
        now, delta = sentence.at(m.start("now")), sentence.at(m.start("delta"))
        if delta.unit != now.unit or not (delta.exact and now.exact) or _is_real(sentence, m):
            continue
        sign = -1 if re.match("减|少", m["verb"]) else 1
        before = Told(0, 0, delta.span, "", now.value - sign * delta.value, now.unit, delta.step + now.step)
        if before.value > 0:
            yield from _rate(sentence.at(m.start("rate")), m["way"], now, before, delta)


def multiple(sentence: Sentence) -> Iterator[Finding]:
    """产值60亿元，是2020年20亿元的3倍: the multiple is now over before.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in multiple(Draft.of_text("产值60亿元，是2020年20亿元的4倍。").sentences[0])]
    ['3倍']
    """
    for m in _TIMES_OF.finditer(sentence.shape):
        now, before, times = (sentence.at(m.start(name)) for name in ("now", "before", "times"))
        if times.unit != "倍" or before.unit != now.unit or not before.value or not (before.exact and times.exact):
            continue
        right = now.value / before.value
        if abs(right - times.value) > times.step / 2 + right / 100:
            yield Finding(
                Kind.TIMES,
                Severity.WRONG,
                (times.span, now.span, before.span),
                f"{now.words}是{before.words}的{say(right, '倍', 1)}，写的是{times.words}。",
                f"{now.words} is {say(right, '', 1)} times {before.words}, not {times.words}.",
                say(right, "倍", 1),
            )


def _is_real(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether growth is told at constant prices, on another scope or per year, and does not follow from the levels."""
    return _REAL.search(sentence.shape[max(0, m.start() - 24) : m.end()]) is not None


def _rate(rate: Told, way: str, now: Told, before: Told, delta: Told | None = None) -> Iterator[Finding]:
    if not before.value or (rate.bound and rate.words[-1] not in "番倍"):
        return
    grown = (now.value / before.value - 1) * 100
    told = -rate.value if re.match("下降|降幅|减少", way) and rate.value > 0 else rate.value
    if rate.words.endswith("番"):
        fits = 1 + told / 100 - Decimal("0.15") <= 1 + grown / 100 <= (1 + told / 100) * Decimal("1.6")
    else:
        low = ((now.value - now.step / 2) / (before.value + before.step / 2) - 1) * 100
        high = ((now.value + now.step / 2) / (before.value - before.step / 2) - 1) * 100
        room = slack(rate.step) + (Decimal(5) if rate.words.endswith("倍") else Decimal("0.2"))
        fits = low - room <= told <= high + room
    if fits:
        return
    right = say(grown, "%", 1)
    base = f"{before.words}到{now.words}" if delta is None else f"{now.words}、其中增加或减少{delta.words}"
    base_en = f"{before.words} to {now.words}" if delta is None else f"{now.words} with a change of {delta.words}"
    turned = grown and told and (grown < 0) != (told < 0)
    rough = rate.words.endswith(_ROUGH)
    yield Finding(
        Kind.SIGN if turned else Kind.TIMES if rough else Kind.GROWTH,
        Severity.WRONG if abs(grown - told) > 2 else Severity.DOUBT,
        (rate.span, now.span, *([before.span] if delta is None else [delta.span])),
        f"按{base}推算，增速是{right}，写的是{way}{rate.words}。",
        f"{base_en} makes {right}, not {rate.words}.",
        right,
    )


def _delta(delta: Told, now: Told, before: Told) -> Iterator[Finding]:
    right = abs(now.value - before.value)
    if (
        delta.unit != now.unit
        or not delta.exact
        or abs(right - delta.value) <= slack(now.step, before.step, delta.step)
    ):
        return
    yield Finding(
        Kind.GROWTH,
        Severity.WRONG,
        (delta.span, now.span, before.span),
        f"{before.words}到{now.words}相差{say(right, now.unit)}，写的是{delta.words}。",
        f"{before.words} to {now.words} differ by {say(right, now.unit)}, not by {delta.words}.",
        say(right, now.unit),
    )
