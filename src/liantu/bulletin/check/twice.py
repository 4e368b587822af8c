"""前后不一: one measure told twice, months and quarters against their total, bounds, money signed and paid in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, Draft, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import agree, bounds_of, say, slack, slip, step_of_fact
from liantu.bulletin.measure import flows
from liantu.bulletin.reading import Aspect, Fact, Modality

__all__ = ["beyond_bound", "goal_in_two_measures", "paid_in_over", "sums_of_periods", "two_values"]

_L: Final = LEVEL
_PAST: Final = re.compile(
    rf"(?P<now>{_L})[，,、](?:首次|总量|总数|数量|规模|成功|一举|已经?|率先|历史性地?|同比增长[^，,。；;{MARKS}]?)*(?P<bound>{_L})(?:大关|台阶|关口|门槛)?(?=[，,。；;!！]|$)"
)
_LOOSE: Final = re.compile("同比|环比|平均|人均|最[高低大多]|单[日月项]|每|约|其中|部分|另有|又|等$|新$|以上项目")
_SCOPED: Final = re.compile("其中|按.{1,8}分|分.{1,8}看|从.{1,8}看|本次|当[日月]|分别|上划|同口径")
_HERE: Final = re.compile("^(?:全|我|本)[区市县州旗省镇]")
_NEAR: Final = Decimal("1.5")
_FALLS: Final = re.compile("利润|净|结余|增减|收益|亏损")
_CONTRACT: Final = re.compile("合同|协议|签约")


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
    if not mentions or _SCOPED.search(before) or _LOOSE.search(told.fact.measure if told.fact else ""):
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


def sums_of_periods(draft: Draft) -> Iterator[Finding]:
    """一季度3亿元、二季度4亿元，上半年8亿元: the months and quarters make the running total; it never runs back.

    >>> from datetime import date
    >>> from liantu.bulletin.document import Document
    >>> text = "一季度，青禾县税收收入3.1亿元；二季度，税收收入4.2亿元；上半年，税收收入8.3亿元。"
    >>> [found.expected for found in sums_of_periods(Draft.of(Document.from_text(text), published=date(2023, 7, 20)))]
    ['7.3亿元']
    """
    groups: dict[tuple[str, str, str], dict[tuple[object, object], Fact]] = defaultdict(dict)
    torn: set[tuple[str, str, str]] = set()
    for fact in draft.reading.facts:
        if _is_flow(fact):
            key, time = (fact.subject, fact.measure, fact.unit_base), (fact.period_start, fact.period_end)
            if time in groups[key] and groups[key][time].value_base != fact.value_base:
                torn.add(key)
            groups[key].setdefault(time, fact)
    for key, held in groups.items():
        if key not in torn:
            yield from _totals(list(held.values()), draft)


def _is_flow(fact: Fact) -> bool:
    return (
        fact.aspect is Aspect.LEVEL
        and fact.modality is Modality.ACTUAL
        and fact.value_base is not None
        and fact.value_low is fact.value_high
        and fact.qualifier is None
        and fact.period_start is not None
        and fact.period_end is not None
        and bool(fact.period_text)
        and fact.period_start.day == 1
        and fact.unit_base not in ("%", "pp")
        and flows(fact.measure) is not False
        and not _LOOSE.search(fact.measure)
    )


def _totals(facts: list[Fact], draft: Draft) -> Iterator[Finding]:
    for total in facts:
        chain = _chain(total, [fact for fact in facts if fact is not total])
        if not chain or total.value_base is None:
            continue
        value = sum((fact.value_base or Decimal() for fact in chain), Decimal())
        steps = [step_of_fact(fact, draft.document.text) for fact in (total, *chain)]
        if abs(value - total.value_base) > slack(*steps):
            listed = "、".join(f"{fact.period_text}{draft.words(fact)}" for fact in chain)
            yield Finding(
                Kind.SUMS,
                Severity.WRONG,
                (total.span, *(fact.span for fact in chain)),
                f"{listed}相加为{say(value, total.unit_base)}，{total.period_text}写的是{draft.words(total)}。",
                f"{listed} add up to {say(value, total.unit_base)}; {total.period_text} is told as {draft.words(total)}.",
                say(value, total.unit_base),
            )
    for one, other in combinations(facts, 2):
        early, late = sorted((one, other), key=lambda fact: fact.period_end or one.period_end)  # type: ignore[arg-type,return-value]
        runs = early.period_start == late.period_start and early.period_end != late.period_end
        if runs and not _FALLS.search(one.measure) and (early.value_base or 0) > (late.value_base or 0) > 0:
            yield Finding(
                Kind.SUMS,
                Severity.WRONG,
                (late.span, early.span),
                f"{late.period_text}累计{draft.words(late)}，少于{early.period_text}的{draft.words(early)}。",
                f"The running total of {late.period_text}, {draft.words(late)}, is below that of {early.period_text}.",
            )


def _chain(total: Fact, facts: list[Fact]) -> list[Fact]:
    """Facts whose times follow one another and together are the total's time."""
    if total.period_start is None or total.period_end is None:
        return []
    chain: list[Fact] = []
    at = total.period_start
    while at <= total.period_end:
        ends = [f for f in facts if f.period_start == at and f.period_end and f.period_end <= total.period_end]
        if not ends:
            return []
        chain.append(min(ends, key=lambda fact: fact.period_end or at) if chain else _first(ends, facts, total))
        at = (chain[-1].period_end or at) + timedelta(1)
    return chain if len(chain) > 1 else []


def _first(ends: list[Fact], facts: list[Fact], total: Fact) -> Fact:
    """The start of a chain that goes on: the one whose next day another time begins."""
    starts = {fact.period_start for fact in facts}
    going = [
        f for f in ends if f.period_end and f.period_end + timedelta(1) in starts and f.period_end != total.period_end
    ]
    return max(going or ends, key=lambda fact: fact.period_end or total.period_end)  # type: ignore[arg-type,return-value]


def paid_in_over(sentence: Sentence) -> Iterator[Finding]:
    """合同投资额2.4亿元，到位资金10.6亿元 in one sentence: more paid in than signed is to be looked at.

    Told in two sentences it is no sign of anything: money of this year is paid on contracts of the years before.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("8个项目合同投资额2.4亿元，到位资金10.6亿元。"))
    >>> [found.kind.value for found in paid_in_over(draft.sentences[0])]
    ['paid_in']
    """
    for signed, paid in _money(sentence):
        if paid.value > signed.value + slack(paid.step, signed.step):
            yield Finding(
                Kind.PAID_IN,
                Severity.DOUBT,
                (paid.span, signed.span),
                f"到位资金{paid.words}多于合同额{signed.words}，请核对是否写反或口径不同。",
                f"More was paid in ({paid.words}) than signed ({signed.words}): swapped, or of other projects?",
            )


def _money(sentence: Sentence) -> Iterator[tuple[Told, Told]]:
    """The signed and the paid-in sums of one sentence; 当年到位 of older contracts is left out."""
    places = [at for at, mark in enumerate(sentence.shape) if mark == _L and sentence.at(at).unit == "元"]
    named = [(at, sentence.clause(at)) for at in places if sentence.at(at).exact]
    signed = [at for at, words in named if _CONTRACT.search(words) and "到位" not in words]
    paid = [at for at, words in named if re.search("到位", words) and not re.search("累计|历年|往年|上年", words)]
    if len(signed) == 1 and len(paid) == 1:
        yield sentence.at(signed[0]), sentence.at(paid[0])


def goal_in_two_measures(draft: Draft) -> Iterator[Finding]:
    """A heading that sets a goal of 产值 over a text that sets it of 营收 (the reader's own finding)."""
    for told in draft.reading.conflicts:
        if told.kind == "goal_measure":
            yield Finding(Kind.OTHER_MEASURE, Severity.DOUBT, told.quotes[::-1], told.zh, told.en)


def _base(fact: Fact, end: Decimal | None) -> Decimal | None:
    if end is None or fact.value is None or not fact.value or fact.value_base is None:
        return end
    return end * fact.value_base / fact.value


def _full(fact: Fact, draft: Draft) -> str:
    word = fact.qualifier or ""
    return draft.words(fact) + (f"（{word}）" if word else "")
