"""“甲、乙和丙分别增长1%、2%和3%。” “客流3万人次、货运2万吨，分别增长1%和2%。” Names and figures pair in order.

A second run of the same sentence (…，分别拉动产值增长2、1个百分点) goes on with what the first was told of. If the
numbers of names and figures differ, nothing is paired and every figure goes to review.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.measure import ends_as_measure, head_of
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules import apart
from liantu.bulletin.rules.listing import names, owned, parts
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_SAID: Final = re.compile(r"(?:分别|各(?=[为达是]))(?P<what>(?:[^，,。；;:%\d]|\d{1,4}(?:-\d{1,2})?[年月]){0,28}?)-?$")
_GAP: Final = re.compile(r"^(?:[、，,和及与]|以及|\s|左右|以上|-)+$")
_GROWN: Final = re.compile(r"增长|增加|上升|提高|上涨|增|涨|下降|减少|回落|下滑|降低|下跌|缩减|降|跌|负增长")
_RATE_TOLD: Final = re.compile(r"(?:增速|增幅|增长率|降幅)[，,]?$")
_SHARE_TOLD: Final = re.compile(r"(?:占比|比重|贡献率|份额)$")
_OF: Final = re.compile(r"占(?P<of>[^占]{1,16}?)(?:的)?(?:比重|比例|总量|份额)?(?:的|达到?|为|约|近)*$")
# 甲业、乙业增加值占规上工业比重分别为2%、3%: the part of which whole.
_PART_TOLD: Final = re.compile(r"(?P<of>占[^，,、占]{2,18}?的?比重)[，,]?$")
_VERBS: Final = re.compile(
    r"(?:同比|环比|比上年同期|比上年|较上年|实现|完成|达到?|为|约|近|超过?|投资|了|负|有|增速|拥有|新增|签约|共|:|\s){0,12}$"
)
_LONGEST: Final = 400  # no list of names is longer; a page without stops must not be read again for each figure
_NEAR: Final = 60
_STOP: Final = re.compile(r"[。；;!！?？\n]")
_COUNTING: Final = re.compile(
    r"(?:大|类|种)?(?:大类|重点|主要|支柱|主导)?(?:行业|产业|商品|产品|指标|领域|门类|板块|县|区|市|镇)"
)


def find(line: Line) -> Iterator[Candidate]:
    """The pairs of the lists told with 分别."""
    made: list[Candidate] = []
    before: list[int] = []
    at = 0
    while at < len(line.tellings):
        run = _run(line, at)
        last = [made[i] for i in before]
        pairs = _pairs(line, at, run, last) if len(run) > 1 else []
        if not pairs and at and len(run := _beside(line, at)) > 1:
            pairs = apart.pairs(line, at, run, ("", line.between(line.tellings[at - 1], run[0])), last)
        if len(pairs) == len(run) > 1:
            before = _keep(pairs, made)
        at += len(run) if pairs else 1
    yield from made


def _keep(pairs: list[Candidate], made: list[Candidate]) -> list[int]:
    """Take pairs in: a level told again with its growth takes the place of the bare one."""
    places = []
    for pair in pairs:
        known = next((i for i, each in enumerate(made) if each.telling is pair.telling), None)
        if known is None:
            made.append(pair)
            known = len(made) - 1
        made[known] = pair
        places.append(known)
    return places


def _beside(line: Line, at: int) -> list[Telling]:
    """Points told one after another without 分别, right behind a run they may go on with (…，高于全市1、2个百分点)."""
    if line.tellings[at].unit != "pp":
        return []
    return _together(line, at)


def _run(line: Line, at: int) -> list[Telling]:
    first = line.tellings[at]
    if not _SAID.search(line.text[max(0, first.quantity.start - 32) : first.quantity.start]):
        return [first]
    return _together(line, at)


def _together(line: Line, at: int) -> list[Telling]:
    first = line.tellings[at]
    run = [first]
    for other in line.tellings[at + 1 :]:
        rates = (first.quantity.rate is not None, other.quantity.rate is not None)
        alike = rates == (False, False) or other.unit == first.unit
        if not _GAP.match(line.between(run[-1], other)) or not alike:
            break
        run.append(other)
    return run


def _pairs(line: Line, at: int, run: list[Telling], last: Sequence[Candidate]) -> list[Candidate]:
    first = run[0]
    start = first.quantity.start
    m = _SAID.search(line.text[max(0, start - 32) : start])
    if m is None:
        return []
    what = m["what"]
    told = line.text[max(_from(line, at), start - _LONGEST) : start - len(m[0])]
    if first.unit == "pp":
        return apart.pairs(line, at, run, (told, what), last)
    levels = [t for t in line.tellings[max(0, at - _NEAR) : at] if t.quantity.rate is None][-len(run) :]
    grown = _GROWN.search(what) or _GROWN.search(told[-6:])
    if first.unit == "%":
        if of := _OF.search(what):
            return _shares(of["of"], levels, run, told)
        if grown and not re.search(r"[、和与及]", told):
            return _growths(levels, run, sign_of(grown[0]), last)
    part = _PART_TOLD.search(told)
    found = names(told[: part.start()] if part else told, len(run))
    if not found:
        return []
    pairs = _listed(line, run, found, (told, what))
    whole = part["of"].replace("的", "") if part else ""
    return [replace(c, measure=c.measure + whole) for c in pairs]


def _from(line: Line, at: int) -> int:
    """Where the words of a list begin: after the last stop or the last figure that does not count its items."""
    start = line.tellings[at].quantity.start
    begin = max(0, start - _LONGEST)
    begin = max((m.end() for m in _STOP.finditer(line.text, begin, start)), default=begin)
    for t in line.tellings[max(0, at - _NEAR) : at]:
        counts = t.quantity.rate is None and _COUNTING.match(line.text, t.quantity.end) is not None
        begin = max(begin, begin if counts else t.quantity.end)
    return begin


def _growths(levels: Sequence[Telling], run: list[Telling], sign: int, last: Sequence[Candidate]) -> list[Candidate]:
    """Growth of levels told before, one for each."""
    if len(last) == len(run) and all(c.aspect is Aspect.LEVEL and c.yoy is None for c in last):
        return [replace(c, yoy=(rate, sign)) for c, rate in zip(last, run, strict=True)]
    if len(levels) != len(run) or not all(t.named for t in levels):
        return []
    return [
        Candidate(level, Aspect.LEVEL, "respectively", Decimal("0.85"), level.subject, level.measure, yoy=(rate, sign))
        for level, rate in zip(levels, run, strict=True)
    ]


def _shares(of: str, levels: Sequence[Telling], run: list[Telling], told: str) -> list[Candidate]:
    """客流、货运量…，分别占全市的5%、6%: the part each level is of the whole."""
    if re.search(r"[、和与及]", told + of) or len(levels) != len(run):
        return []
    whole = of.strip("的")
    return [
        Candidate(rate, Aspect.SHARE, "respectively", Decimal("0.80"), t.subject, f"{t.measure}占{whole}比重")
        for t, rate in zip(levels, run, strict=True)
    ]


def _listed(line: Line, run: list[Telling], found: list[str], said: tuple[str, str]) -> list[Candidate]:
    """One fact for each name of a list."""
    told, what = said
    first = run[0]
    verb = _VERBS.sub("", what)
    own = verb if ends_as_measure(verb) and not _GROWN.search(verb) else ""
    tail = told.rstrip("，,: ")
    share = first.unit == "%" and _SHARE_TOLD.search(tail) is not None
    grown = _GROWN.search(what) or (_GROWN.search(tail[-4:]) if not _RATE_TOLD.search(tail) else None)
    aspect = Aspect.SHARE if share else Aspect.LEVEL
    if first.unit == "%" and not share and (grown or _RATE_TOLD.search(tail)):
        aspect = Aspect.GROWTH
    default = first.subject if first.kind in ("place", "firm", "park", "event") else line.place.name
    head = own or line.head or (head_of(first.measure) if first.named else "")
    if first.unit == "%" and aspect is Aspect.LEVEL and not head_of(found[-1]).endswith("率"):
        return []
    sign = sign_of(grown[0]) if grown and aspect is Aspect.GROWTH else 1
    owners = owned(found, parts(told)[1], head, line.place, default)
    return [
        Candidate(telling, aspect, "respectively", Decimal("0.80"), subject, measure, sign)
        for (subject, measure), telling in zip(owners, run, strict=True)
        if measure
    ]
