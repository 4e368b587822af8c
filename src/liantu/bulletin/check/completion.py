"""完成率与时序进度: a rate of completion beside its target and what was done, and against the months passed."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, POINT, RATE, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say, slack

__all__ = ["of_target", "rate_of_two", "time_progress"]

_L: Final = LEVEL
_P: Final = RATE
_NO: Final = f"[^，,。；;{MARKS}]"
_AIM: Final = "(?:目标任务|目标|任务|计划数?|预算数?)"
_OF_TARGET: Final = re.compile(
    rf"占[^，,。；;{MARKS}]{{0,12}}?{_AIM}(?:数|值)?(?:为|的)?[（(]?(?P<target>{_L})[）)]?的(?P<rate>{_P})"
)
_TARGET_WITHIN: Final = re.compile(
    rf"(?:完成|占)了?(?:全年|年度|年初|年初预算)?{_NO}{{0,4}}?(?P<target>{_L})(?:的)?(?:年度|全年)?{_AIM}(?:的)?(?P<rate>{_P})"
)
_TARGET: Final = re.compile(
    rf"{_AIM}(?:数|值|任务)?(?:为|是|定为|确定为)?(?:(?:完成|实现|引进|新增|投资|到位|签约|入库){_NO}{{0,6}}?)?(?P<target>{_L})"
)
_RATE: Final = re.compile(
    rf"(?:完成率|(?:占|完成|为|达到?)(?:了)?(?:全年|年度|全年度|本年度|年初)?[^，,。；;{MARKS}]{{0,8}}?{_AIM})(?:任务)?(?:为|达到?|的)?(?P<rate>{_P})"
)
_DONE: Final = re.compile(
    rf"(?:完成|实现|到位|达到?|入库|签约|引进|新增|争取|投放)[^，,。；;{MARKS}]{{0,14}}?(?P<done>{_L})"
)
_TWO: Final = re.compile(
    rf"(?P<what>开工|到位|投产|竣工|落地|达产|入驻|建成|合格|兑现|拨付|办结|转化|注册)率(?:为|达到?|是)?(?P<rate>{_P})"
)
_PROGRESS: Final = re.compile(
    rf"(?P<rate>{_P})[，,、][^，,。；;{MARKS}]{{0,6}}?(?P<way>超过?|高于|快于|领先|超出|超前|高出|落后|低于|慢于|滞后)(?:于|了)?(?:时序|序时|时间)进度(?:要求)?(?P<gap>{POINT})"
)
_YEAR: Final = re.compile("全年|年度|今年$|本年$|^\\d{4}年$")
_BEHIND: Final = ("落后", "低于", "慢于", "滞后")


def of_target(sentence: Sentence) -> Iterator[Finding]:
    """目标50亿元，已到位46亿元，完成率95%: the rate is what was done over the target.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("全年目标50亿元，1-11月完成投资46亿元，完成率95%。"))
    >>> [found.expected for found in of_target(draft.sentences[0])]
    ['92%']
    """
    for m in (*_OF_TARGET.finditer(sentence.shape), *_TARGET_WITHIN.finditer(sentence.shape)):
        target, rate = sentence.at(m.start("target")), sentence.at(m.start("rate"))
        done = [one for one in _levels(sentence, m.start()) if one.unit == target.unit]
        if done:
            yield from _mismatch(done[-1], target, rate)
    targets, done_, rates = (list(p.finditer(sentence.shape)) for p in (_TARGET, _DONE, _RATE))
    if (
        len(targets) != 1
        or len(rates) != 1
        or _OF_TARGET.search(sentence.shape)
        or _TARGET_WITHIN.search(sentence.shape)
    ):
        return
    target, rate = sentence.at(targets[0].start("target")), sentence.at(rates[0].start("rate"))
    held = [sentence.at(m.start("done")) for m in done_ if m.start("done") < rates[0].start("rate")]
    held = [one for one in held if one.unit == target.unit and one != target]
    if len(held) == 1 and targets[0].start() < rates[0].start("rate"):
        yield from _mismatch(held[0], target, rate)


def rate_of_two(sentence: Sentence) -> Iterator[Finding]:
    """签约50个，开工30个，开工率70%: the rate of the two counts, or sums of money, told before it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in rate_of_two(Draft.of_text("签约项目50个，开工30个，开工率70%。").sentences[0])]
    ['60%']
    """
    for m in _TWO.finditer(sentence.shape):
        rate = sentence.at(m.start("rate"))
        places = [at for at in range(m.start()) if sentence.shape[at] == _L]
        mine = [at for at in places if m["what"] in sentence.clause(at)]
        if not mine or places.index(mine[-1]) != len(places) - 1:
            continue
        part = sentence.at(mine[-1])
        wholes = [at for at in places[:-1] if sentence.at(at).unit == part.unit]
        if len(wholes) != 1 or re.search("[。；;]", sentence.shape[wholes[0] : m.start()]):
            continue
        if re.search("其中|上年|去年|目标|任务", sentence.shape[wholes[0] : m.start()] + sentence.clause(wholes[0])):
            continue
        yield from _mismatch(part, sentence.at(wholes[0]), rate)


def time_progress(sentence: Sentence) -> Iterator[Finding]:
    """1-11月完成率82%，超时序进度5个百分点: the time passed is 11 of 12 months, 91.7 %.

    >>> from datetime import date
    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> paper = Document.from_text("1-11月，青禾县税收完成全年目标的82%，超时序进度5个百分点。")
    >>> [found.expected for found in time_progress(Draft.of(paper, published=date(2023, 12, 5)).sentences[0])]
    ['-9.7个百分点']
    """
    for m in _PROGRESS.finditer(sentence.shape):
        rate, gap = sentence.at(m.start("rate")), sentence.at(m.start("gap"))
        passed = _passed(sentence, rate)
        if passed is None or not (rate.exact and gap.exact):
            continue
        told = -gap.value if m["way"] in _BEHIND else gap.value
        right = rate.value - passed
        if abs(right - told) <= slack(rate.step, gap.step) + Decimal("0.3"):
            continue
        yield Finding(
            Kind.PROGRESS,
            Severity.WRONG,
            (gap.span, rate.span),
            f"时序进度是{say(passed, '%', 1)}，{rate.words}与它相差{say(right, 'pp', 1)}，写的是“{m['way']}{gap.words}”。",
            f"The time passed is {say(passed, '%', 1)}; {rate.words} differs from it by {say(right, 'pp', 1)}.",
            say(right, "pp", 1),
        )


def _levels(sentence: Sentence, end: int) -> list[Told]:
    return [sentence.at(at) for at in range(end) if sentence.shape[at] == _L]


def _passed(sentence: Sentence, rate: Told) -> Decimal | None:
    """The part of the year that the time of a rate covers, in per cent: the time it names, else the one it inherits."""
    named = [m.period for m in sentence.mentions if not m.is_base and m.end <= rate.start and not _YEAR.search(m.text)]
    fact = rate.fact or next((one for one in reversed(sentence.facts) if one.period_end), None)
    first = named[-1].start if named else fact.period_start if fact and fact.period_text else None
    last = named[-1].end if named else fact.period_end if fact and fact.period_text else None
    if last is None or last.day < 28 or (first is not None and first != date(last.year, 1, 1)):
        return None
    return Decimal(last.month) / 12 * 100


def _mismatch(done: Told, whole: Told, rate: Told) -> Iterator[Finding]:
    if done.unit != whole.unit or whole.value <= 0 or not (done.exact and whole.exact and rate.exact):
        return
    least = (done.value - done.step / 2) / (whole.value + whole.step / 2) * 100
    most = (done.value + done.step / 2) / (whole.value - whole.step / 2) * 100
    room = slack(rate.step) + Decimal("0.1")
    if least - room <= rate.value <= most + room:
        return
    right = say(done.value / whole.value * 100, "%", 1)
    yield Finding(
        Kind.COMPLETION,
        Severity.WRONG,
        (rate.span, done.span, whole.span),
        f"{done.words}比{whole.words}是{right}，写的是{rate.words}。",
        f"{done.words} of {whole.words} is {right}, not {rate.words}.",
        right,
    )
