"""升降方向与增速变动: words that say up beside a fall, and a change of a rate that its two ends contradict."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.check.draft import MARKS, RATE, Draft, Sentence
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say
from liantu.bulletin.reading import Aspect, Fact

__all__ = ["change_of_rate", "narrowed", "opposite_words", "rate_implied"]

_P: Final = RATE
_NEGATIVE_FALL: Final = re.compile(r"(?:下降|减少|降低|回落|下滑|下跌)了?(?P<figure>-\d+(?:\.\d+)?%)")
_WRONG_WAY: Final = re.compile(
    rf"(?P<verb>增长|上升|提高|下降|减少|下滑)了?(?P<rate>{_P})[，,](?:其?(?P<word>降幅|跌幅|增幅|涨幅)(?=[比较同环收扩继持进明]|有所)"
    rf"|[^，,。；;{MARKS}]{{0,6}}?(?P<turn>由正转负|由负转正|扭负为正|由增转降|由降转增))"
)
_NARROWED: Final = re.compile(
    rf"(?P<verb>增长|下降)(?P<now>{_P})[，,](?P<what>增速|增幅|降幅)[比较][^，,。；;{MARKS}]{{2,12}}?(?:下降|增长|的|为)?(?P<before>{_P})(?:的[降增]幅|的增速)?"
    rf"(?:有所|明显|大幅|进一步|均)?(?P<moved>收窄|扩大|回落|加快|提高|放缓|回升)"
)
_NOTHING: Final = Decimal("0.2")
_UP: Final = ("扩大", "加快", "提高", "回升")


def opposite_words(sentence: Sentence) -> Iterator[Finding]:
    """增长5.2%，降幅收窄: a rise has no 降幅; 下降-3%: the minus turns the word round; 增长3%，由正转负.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("投资增长5.2%，降幅比上月收窄1.1个百分点。投资下降2%，增速回落。"))
    >>> [found.spans[0].of(draft.text) for one in draft.sentences for found in opposite_words(one)]
    ['5.2%']
    """
    for m in _NEGATIVE_FALL.finditer(sentence.text):
        span = sentence.stretch.raw(m.start("figure"), m.end("figure"))
        right = m["figure"].lstrip("-")
        yield Finding(
            Kind.SIGN,
            Severity.WRONG,
            (span,),
            f"“{m[0]}”既写下降又带负号，是升是降说不清。",
            f"“{m[0]}” says fall twice: the word and the minus.",
            right,
        )
    for m in _WRONG_WAY.finditer(sentence.shape):
        down = m["verb"] in ("下降", "减少", "下滑")
        figure = sentence.at(m.start("rate"))
        told_down = m["word"] in ("降幅", "跌幅") if m["word"] else m["turn"] in ("由正转负", "由增转降")
        if down != told_down and figure.value:
            yield Finding(
                Kind.SIGN,
                Severity.WRONG,
                (figure.span,),
                f"前面写“{m['verb']}{figure.words}”，后面却说“{m['word'] or m['turn']}”，升降方向相反。",
                f"“{m['verb']}{figure.words}” and “{m['word'] or m['turn']}” point in opposite directions.",
            )


def narrowed(sentence: Sentence) -> Iterator[Finding]:
    """下降5.2%，降幅比1-9月的4.1%收窄: the fall has grown.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.kind.value for one in narrowed(Draft.of_text("出口下降5.2%，降幅比1-9月的4.1%收窄。").sentences[0])]
    ['sign']
    """
    for m in _NARROWED.finditer(sentence.shape):
        now, before = sentence.at(m.start("now")), sentence.at(m.start("before"))
        wider = m["moved"] in _UP
        fell = m["verb"] == "下降" and m["what"] == "增速"
        if now.value == before.value or fell or (now.value > before.value) == wider:
            continue
        yield Finding(
            Kind.SIGN,
            Severity.WRONG,
            (now.span, before.span),
            f"{m['what']}由{before.words}到{now.words}是{'收窄（放缓）' if wider else '扩大（加快）'}，写的却是“{m['moved']}”。",
            f"From {before.words} to {now.words}, “{m['moved']}” points the wrong way.",
        )


def change_of_rate(draft: Draft) -> Iterator[Finding]:
    """增速比1-9月提高0.3个百分点: where the draft tells both rates, their difference is the change.

    >>> from datetime import date
    >>> from liantu.bulletin.document import Document
    >>> text = "1-9月，青禾县工业投资增长5%。1-10月，青禾县工业投资增长6%，增速比1-9月提高2个百分点。"
    >>> [found.expected for found in change_of_rate(Draft.of(Document.from_text(text), published=date(2023, 11, 20)))]
    ['1个百分点']
    """
    rates = _rates(draft)
    for fact in draft.reading.facts:
        if fact.aspect is not Aspect.PP_CHANGE or fact.value_base is None or not fact.base or not fact.period_end:
            continue
        name = fact.measure.removesuffix("增速变动").removesuffix("变动")
        now = _one(rates, (fact.subject, name), fact)
        before = _one(rates, (fact.subject, name), fact, fact.base)
        if now is None or before is None or now[1] == before[1]:
            continue
        right = now[0] - before[0]
        if abs(right - fact.value_base) <= Decimal("0.15"):
            continue
        turned = right * fact.value_base < 0
        yield Finding(
            Kind.SIGN if turned else Kind.CHANGE,
            Severity.WRONG,
            (fact.span,),
            f"{fact.base}增速{say(before[0], '%')}，本期{say(now[0], '%')}，相差{say(right, 'pp')}，写的是{draft.words(fact)}。",
            f"The rate went from {say(before[0], '%')} to {say(now[0], '%')}, by {say(right, 'pp')}; the draft says {draft.words(fact)}.",
            say(right, "pp"),
        )


def rate_implied(draft: Draft) -> Iterator[Finding]:
    """增长7.3%，比上半年提高7.2个百分点 leaves next to nothing before, which is to be looked at (the reader's own finding).

    >>> from datetime import date
    >>> text = "前三季度，青禾县服务业增加值增长7.3%，增速比上半年提高7.2个百分点。"
    >>> [one.severity.value for one in rate_implied(Draft.of_text(text, date(2023, 11, 20)))]
    ['doubt']
    """
    facts = {fact.id: fact for fact in draft.reading.facts}
    for told in draft.reading.conflicts:
        if told.kind != "implied_base" or not all(one in facts for one in told.facts):
            continue
        rate, change = (facts[one] for one in told.facts)
        value = rate.value_base if rate.aspect is Aspect.GROWTH else rate.yoy
        if value is not None and change.value_base is not None and abs(value - change.value_base) <= _NOTHING:
            yield Finding(Kind.CHANGE, Severity.DOUBT, told.quotes[::-1], told.zh, told.en)


_Rates = dict[tuple[str, str], list[tuple[Decimal, str, Fact]]]


def _rates(draft: Draft) -> _Rates:
    """Every growth of the draft, by subject and measure, with the words of its time."""
    found: _Rates = defaultdict(list)
    for fact in draft.reading.facts:
        if fact.aspect is Aspect.GROWTH and fact.value_base is not None and fact.value_low is fact.value_high:
            found[fact.subject, fact.measure].append((fact.value_base, fact.period_text or "", fact))
        elif fact.yoy is not None:
            found[fact.subject, fact.measure].append((fact.yoy, fact.period_text or "", fact))
    return found


def _one(rates: _Rates, key: tuple[str, str], fact: Fact, base: str = "") -> tuple[Decimal, str] | None:
    """The one rate of the fact's own time, or of the time its base names."""
    held = [
        (value, text)
        for value, text, other in rates.get(key, [])
        if (_plain(text) == _plain(base) if base else other.period_end == fact.period_end)
        and other.period_end is not None
        and fact.period_end is not None
        and other.period_end.year == fact.period_end.year
    ]
    return held[0] if len({value for value, _ in held}) == 1 else None


def _plain(text: str) -> str:
    return re.sub(r"^(?:今年|\d{4}年)|份$", "", text)
