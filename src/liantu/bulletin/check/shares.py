"""占比: shares that make more than a hundred, and a share beside the levels it is reckoned from."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, RATE, Draft, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say, slack, step_of_fact
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality
from liantu.figure.amount import plain

__all__ = ["over_hundred", "ratio", "share_inside", "share_of_named"]

_L: Final = LEVEL
_P: Final = RATE
_NO: Final = f"[^。；;{MARKS}]"
_RATIO: Final = re.compile(r"(?<![\d.:])\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){2,3}(?![\d.:])")
_STRUCTURE: Final = re.compile("结构|比重|构成|比例|[三产]产比|产业比")
_RESPECTIVE: Final = re.compile(
    f"占(?P<of>[^。；;、{MARKS}]{{0,24}}?)分别(?:为|是|达到?)?{_P}(?:[、，,和及与]{{1,2}}{_P})+"
)
_EACH: Final = re.compile(f"占(?:比|总[量数额值]|全部)?(?:为|达到?|到)?(?={_P})")
_PAIR: Final = re.compile(
    "轻工业.{0,20}重工业|城镇.{0,20}[农乡]村|内资.{0,20}外资|男.{0,20}女|内销.{0,20}外销|公有.{0,20}非公有|国有.{0,20}非国有|境内.{0,20}境外"
)
_INSIDE: Final = re.compile(
    f"(?P<whole>{_L})[^。；;{MARKS}]{{0,6}}?其中[^。；;{MARKS}]{{0,18}}?(?P<part>{_L})[，,、（(]?"
    f"占(?:比|总[量数额值]|全部|其)?(?:的?比重|的)?(?:约?为|达到?)?(?P<share>{_P})"
)
_OF: Final = re.compile(
    f"(?P<part>{_L})[，,]?(?:同比增长{_P}[，,])?占(?P<of>[^，,。；;、{MARKS}]{{2,20}}?)的?(?:比重|比例)?(?:约?为|达到?)?(?P<share>{_P})"
)
_LOCAL: Final = re.compile("^(?:全[区市县州旗镇省国]|我[区市县]|同期|当年|本年)")


def ratio(draft: Draft) -> Iterator[Finding]:
    """三次产业结构 8.4:43.1:48.5: three shares of one whole make a hundred.

    >>> from liantu.bulletin.document import Document
    >>> paper = Draft.of(Document.from_text("三次产业结构为8.4:45.1:48.5。"))
    >>> [found.zh for found in ratio(paper)]
    ['结构比8.4:45.1:48.5相加为102，不是100。']
    """
    for m in _RATIO.finditer(draft.text):
        parts = m[0].split(":")
        total = sum(map(Decimal, parts), Decimal())
        told = _STRUCTURE.search(draft.text[max(0, m.start() - 40) : m.start()])
        room = Decimal("0.3") if all("." in part for part in parts) else Decimal("1.5")
        if told and 80 <= total <= 120 and abs(total - 100) > room:
            words = m[0]
            yield Finding(
                Kind.SHARES,
                Severity.WRONG,
                (Quote(m.start(), m.end()),),
                f"结构比{words}相加为{plain(total):f}，不是100。",
                f"The shares {words} add up to {plain(total):f}, not to 100.",
                "100",
            )


def over_hundred(sentence: Sentence) -> Iterator[Finding]:
    """占…分别为 60%、30%、20%, or 占60%，…占30%，…占20%: shares of one whole do not pass a hundred.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.kind.value for one in over_hundred(Draft.of_text("工业用地、商住用地、公共用地占比分别为45.2%、38.1%和26.7%。").sentences[0])]
    ['shares']
    """
    for m in _RESPECTIVE.finditer(sentence.shape):
        yield from _over(sentence.marks(m))
    each = [m.end() for m in _EACH.finditer(sentence.shape)]
    run: list[int] = []
    for at in each:
        gap = sentence.shape[run[-1] + 1 : at] if run else ""
        if run and (len(gap) > 22 or re.search("[。；;]|其中", gap)):
            yield from _over([sentence.at(place) for place in run])
            run = []
        run.append(at)
    if len(run) > 2 or (len(run) == 2 and _PAIR.search(sentence.shape[max(0, run[0] - 10) : run[1]])):
        yield from _over([sentence.at(place) for place in run])


def share_inside(sentence: Sentence) -> Iterator[Finding]:
    """企业450家，其中规上180家，占45%: the share is that of the part in the whole.

    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("共有企业450家，其中规上企业180家，占45%。"))
    >>> [found.expected for found in share_inside(draft.sentences[0])]
    ['40%']
    """
    for m in _INSIDE.finditer(sentence.shape):
        yield from _mismatch(*(sentence.at(m.start(name)) for name in ("part", "whole", "share")))


def share_of_named(draft: Draft) -> Iterator[Finding]:
    """产值35亿元，占规上工业总产值的11.2%: the whole is the one figure of that name and time in the draft.

    >>> from datetime import date
    >>> text = "# 青禾县简报\\n1-10月，全县规上工业总产值100亿元。1-10月，食品加工业产值35亿元，占规上工业总产值的45%。"
    >>> [one.expected for one in share_of_named(Draft.of_text(text, date(2023, 11, 20)))]
    ['35%']
    """
    for sentence in draft.sentences:
        for m in _OF.finditer(sentence.shape):
            part, share = sentence.at(m.start("part")), sentence.at(m.start("share"))
            whole = _named(_LOCAL.sub("", m["of"]), m["of"], part, draft)
            if whole is not None and whole.value_base is not None:
                step = step_of_fact(whole, draft.document.text)
                told = Told(0, 0, whole.span, draft.words(whole), whole.value_base, whole.unit_base, step)
                yield from _mismatch(part, told, share)


def _named(name: str, written: str, part: Told, draft: Draft) -> Fact | None:
    """The level a share names as its whole, where the draft holds exactly one of the same time."""
    if part.fact is None or written.startswith(("全市", "全省", "全国")):
        return None
    mine = part.fact
    held = [
        fact
        for fact in draft.reading.facts
        if fact.measure == name
        and fact.aspect is Aspect.LEVEL
        and fact.modality is Modality.ACTUAL
        and fact.unit_base == part.unit
        and fact.value_low is None
        and fact.value_high is None
        and (fact.period_start, fact.period_end) == (mine.period_start, mine.period_end)
        and mine.subject.startswith(fact.subject)
    ]
    return held[0] if len({fact.value_base for fact in held}) == 1 else None


def _mismatch(part: Told, whole: Told, share: Told) -> Iterator[Finding]:
    if part.unit != whole.unit or not whole.value or not (part.exact and whole.exact and share.exact):
        return
    least = (part.value - part.step / 2) / (whole.value + whole.step / 2) * 100
    most = (part.value + part.step / 2) / (whole.value - whole.step / 2) * 100
    room = slack(share.step) + Decimal("0.05")
    if least - room <= share.value <= most + room:
        return
    right = say(part.value / whole.value * 100, "%", 1)
    yield Finding(
        Kind.SHARE_LEVEL,
        Severity.WRONG,
        (share.span, part.span, whole.span),
        f"{part.words}占{whole.words}应为{right}，写的是{share.words}。",
        f"{part.words} of {whole.words} is {right}, not {share.words}.",
        right,
    )


def _over(shares: list[Told]) -> Iterator[Finding]:
    total = sum((one.value for one in shares), Decimal())
    if len(shares) < 2 or total <= 100 + slack(*(one.step for one in shares)):
        return
    listed = "、".join(one.words for one in shares)
    yield Finding(
        Kind.SHARES,
        Severity.WRONG,
        tuple(one.span for one in shares),
        f"同一整体的占比{listed}相加为{say(total, '%')}，超过100%。",
        f"The shares {listed} of one whole add up to {say(total, '%')}.",
    )
