"""前后不一: one measure told twice with different values, units or bounds; a figure beyond its bound or not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, Draft, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import agree, bounds_of, slip, step_of_fact
from liantu.bulletin.reading import Aspect, Fact

__all__ = ["LOOSE", "beyond_bound", "two_values"]

_L: Final = LEVEL
_PAST: Final = re.compile(
    rf"(?P<now>{_L})[，,、](?:首次|总量|总数|数量|规模|成功|一举|已经?|率先|历史性地?|同比增长[^，,。；;{MARKS}]?)*(?P<bound>{_L})(?:大关|台阶|关口|门槛)?(?=[，,。；;!！]|$)"
)
LOOSE: Final = re.compile("同比|环比|平均|人均|最[高低大多]|单[日月项]|每|约|其中|部分|另有|又|等$|新$|以上项目")
_SCOPED: Final = re.compile("其中|按.{1,8}分|分.{1,8}看|从.{1,8}看|本次|当[日月]|分别|上划|同口径")
_HERE: Final = re.compile("^(?:全|我|本)[区市县州旗省镇]")
_NEAR: Final = Decimal("1.5")


def beyond_bound(sentence: Sentence) -> Iterator[Finding]:
    """企业达498家，首次突破500家大关: a figure told as beyond a bound lies beyond it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("数字企业达498家，首次突破500家大关。"))
    >>> [found.kind.value for found in beyond_bound(draft.sentences[0])]
    ['bound']
    """
    for m in _PAST.finditer(sentence.shape):
        now, bound = sentence.at(m.start("now")), sentence.at(m.start("bound"))
        if now.unit != bound.unit or not now.exact:
            continue
        low, high = bound.low, bound.high
        if max(now.value, bound.value) > _NEAR * min(now.value, bound.value):
            continue  # 新增210家，突破2300家: the bound is of another count
        if (low is not None and now.value < low) or (high is not None and low is None and now.value > high):
            yield Finding(
                Kind.BOUND,
                Severity.WRONG,
                (now.span, bound.span),
                f"{now.words}{'没有达到' if low is not None else '已经超过'}后面所说的“{bound.bound}{bound.words}”。",
                f"{now.words} does not fit “{bound.bound}{bound.words}”.",
            )


def two_values(draft: Draft) -> Iterator[Finding]:
    """The same subject, measure and period with another value; rounding is no difference, a bound may hold.

    >>> from datetime import date
    >>> from liantu.bulletin.document import Document
    >>> text = "# 青禾县简报\\n1-10月，青禾县实现税收12.3亿元。\\n1-10月，青禾县实现税收13.2亿元。"
    >>> [found.kind.value for found in two_values(Draft.of(Document.from_text(text), published=date(2023, 11, 20)))]
    ['two_values']
    """
    groups: dict[tuple[object, ...], list[tuple[Fact, Sentence]]] = defaultdict(list)
    for sentence in draft.sentences:
        for told in sentence.told:
            fact = told.fact
            if fact is not None and fact.period_text and fact.value_base is not None and fact.aspect in _HELD:
                time = (fact.period_start, fact.period_end, fact.modality)
                if (name := _name(sentence, told)) is not None:
                    key = (fact.subject, fact.measure, fact.aspect, fact.unit_base, fact.base, time, name)
                    groups[key].append((fact, sentence))
    for group in groups.values():
        for (one, here), (other, there) in list(combinations(group, 2))[:60]:
            if here is not there or "；" in draft.text[one.span.end : other.span.start]:
                yield from _unlike(one, other, draft)


def _name(sentence: Sentence, told: Told) -> str | None:
    """The words that name a figure, without its time; None where the sentence leaves its time or its scope open.

    A figure behind a count (项目55个，总投资688亿元) or behind 其中 and 按…分 is of a part the reader may not know.
    """
    before = sentence.text[: told.around[0]]
    mentions = [m for m in sentence.mentions if not m.is_base and m.end <= len(before)]
    if not mentions or _SCOPED.search(before) or LOOSE.search(told.fact.measure if told.fact else ""):
        return None
    held = [one for one in sentence.told if one.end <= told.start]
    if held and held[-1].unit not in ("元", "%", "pp"):
        return None
    start = max([mentions[-1].end, *(one.end for one in held[-1:])])
    name = _HERE.sub("", before[start:].lstrip("，, "))
    name = re.sub(r"[\s，,、：:；;]|同比|实现|完成|达成|达到|累计|总计|共|达|为|是|了", "", name)
    return name if len(name) > 1 else None


_HELD: Final = (Aspect.LEVEL, Aspect.GROWTH)


def _unlike(one: Fact, other: Fact, draft: Draft) -> Iterator[Finding]:
    a, b = one.value_base or Decimal(), other.value_base or Decimal()
    steps = [step_of_fact(fact, draft.document.text) for fact in (one, other)]
    exact = one.value_low is one.value_high is other.value_low is other.value_high
    if one.qualifier in _ABOUT or other.qualifier in _ABOUT:
        return
    if not exact:
        yield from _bounded(one, other, steps, draft)
        return
    if agree(a, steps[0], b, steps[1]):
        if one.yoy is not None and other.yoy is not None and abs(one.yoy - other.yoy) > Decimal("0.1"):
            yield _told_twice(other, one, draft, f"{one.yoy:f}%", f"{other.yoy:f}%", growth=True)
        return
    power = slip(a, steps[0], b, steps[1])
    if power >= 2:
        yield Finding(
            Kind.SCALE,
            Severity.WRONG,
            (other.span, one.span),
            f"{one.subject}{one.measure}前后两处{draft.words(one)}与{draft.words(other)}相差10的{power}次方倍，请核对单位。",
            f"{draft.words(one)} and {draft.words(other)} differ by a factor of 10^{power}: check the units.",
        )
        return
    yield _told_twice(other, one, draft, draft.words(one), draft.words(other))


_ABOUT: Final = ("约", "左右", "大约", "级")


def _bounded(one: Fact, other: Fact, steps: list[Decimal], draft: Draft) -> Iterator[Finding]:
    ends = [
        bounds_of(f.value_base, _base(f, f.value_low), _base(f, f.value_high), s)
        for f, s in zip((one, other), steps, strict=True)
    ]
    for (low, _), (_, high) in (ends, ends[::-1]):
        if low is not None and high is not None and low > high:
            yield Finding(
                Kind.BOUND,
                Severity.WRONG,
                (other.span, one.span),
                f"{one.subject}{one.measure}一处写{_full(one, draft)}，一处写{_full(other, draft)}，不能同时成立。",
                f"{_full(one, draft)} and {_full(other, draft)} cannot both hold.",
            )


def _told_twice(fact: Fact, before: Fact, draft: Draft, first: str, second: str, *, growth: bool = False) -> Finding:
    where = draft.growths if growth else {}
    return Finding(
        Kind.TWO_VALUES,
        Severity.WRONG,
        (where.get(fact.id, fact.span), where.get(before.id, before.span)),
        f"{fact.subject}{fact.measure}（{fact.period_text}）前后有两个数：{first}与{second}。",
        f"{fact.subject} {fact.measure} ({fact.period_text}) is told with two values, {first} and {second}.",
    )


def _base(fact: Fact, end: Decimal | None) -> Decimal | None:
    if end is None or fact.value is None or not fact.value or fact.value_base is None:
        return end
    return end * fact.value_base / fact.value


def _full(fact: Fact, draft: Draft) -> str:
    word = fact.qualifier or ""
    return draft.words(fact) + (f"（{word}）" if word else "")
