"""“占全市的5%。” “占比30%。” “三次产业结构为5:40:55。” A part of a whole, in per cent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import UNTOLD, Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_OF: Final = re.compile(
    r"占(?!比|有率|据|地)(?P<of>[^，,；;。占]{1,24}?)(?:的)?(?P<word>比重|比例|比|总量|份额)?(?:分别)?(?:达到?|为|"
    r"超过?|近|约|的|提高到|提升至|上升到|稳定在|保持在|控制在|仅|已|左右|由|\s)*$"
)
_WORD: Final = re.compile(
    r"(?:占比|比重|份额|占有率|市占率)(?:分别)?(?:达到?|为|超过?|近|约|提高到|提升至|仅|已|:|均|\s)*$"
)
_BARE: Final = re.compile(r"[，,、]?占(?:比)?(?:约|近|超过?)?$")
_WHOLE: Final = re.compile(r"(?P<whole>全[国省市区县州])$")
_PART: Final = re.compile(r"的(?P<what>[一-龥]{2,8}?)(?=[，。；、,;贡支承创实]|$)")
# 占比60%的电力供应业增长5%: whose share it is stands behind it.
_WHOSE: Final = re.compile(r"的(?P<who>[一-龥、]{2,16}?业)(?=同比|增长|下降|产值|增加值|实现|完成)")
_NEXT: Final = re.compile(r"^[、和及与]$")
_PARTS: Final = re.compile(
    r"(?P<names>三次产业|[一-龥]{1,8}(?:、[一-龥]{1,8})+)(?:增加值|占GDP|占地区生产总值|的)*(?:结构|比例|比重|构成|比)比?"
    r"(?:调整|优化|由|为|是|达到?|:|\s)*$"
)
_BECAME: Final = re.compile(r"(?:调整|优化|变|转变|演变|提升|改善)(?:为|到|至|成)(?:[^，,。；;\d]{0,6}|\d{4}年)的?$")
_SCOPE: Final = re.compile(r"(?:国家|地区|省份|城市)数$")
_FROM: Final = re.compile(r"(?:由|从)[^，,。；;:]{0,14}$")


def find(line: Line) -> Iterator[Candidate]:
    """The parts of wholes."""
    yield from _structure(line)
    held: list[Telling] = []
    for i, telling in enumerate(line.tellings):
        if telling.unit != "%" or telling.change:
            held.append(telling)
            continue
        lead = line.text[telling.left : telling.quantity.around[0] or telling.quantity.start]
        if m := _OF.search(lead):
            yield from _shares(line, i, telling, m, held)
        elif (whole := _WHOLE.search(line.text[: telling.quantity.start])) and (
            part := _PART.match(line.text, telling.quantity.end)
        ):
            place = line.place.name or telling.subject
            yield Candidate(
                telling, Aspect.SHARE, "share", Decimal("0.75"), place, f"{part['what']}占{whole['whole']}比重"
            )
        elif _WORD.search(lead) or _BARE.search(lead):
            what = telling.measure if telling.named else _own(held)
            own = telling.explicit and telling.kind == "industry"
            what = _own(held) if what in ("占比", "比重", "份额") and not own else what
            what = re.sub(r"的(?=(?:比重|比例|份额)$)", "", what)
            measure = what if re.search(r"占比|比重|份额|率$", what) else f"{what}占比"
            who = _WHOSE.match(line.text, telling.quantity.end)
            subject = line.place.name + who["who"] if who and line.place.name else telling.subject
            yield Candidate(telling, Aspect.SHARE, "share", Decimal("0.85"), subject, measure)
        held.append(telling)


def _own(held: list[Telling]) -> str:
    """The measure told last that can be part of a whole: not how many countries one sells to."""
    told = (t.measure for t in reversed(held) if t.measure and t.unit != "pp")
    return next((measure for measure in told if not _SCOPE.search(measure)), "")


def _shares(line: Line, i: int, first: Telling, m: re.Match[str], held: list[Telling]) -> Iterator[Candidate]:
    of = [part for part in re.split(r"、|和|及", m["of"]) if part]
    run = [first]
    for other in line.tellings[i + 1 :]:
        if not _NEXT.match(line.between(run[-1], other).strip()) or other.unit != "%":
            break
        run.append(other)
    wholes = of if len(of) == len(run) > 1 else [m["of"]] * len(run)
    before = re.sub(r"占.*$", "", first.rest).strip("，,的、 ")
    bare = first.explicit and first.kind == "industry" and not before
    own = before if 1 < len(before) <= 16 else "" if bare else _own(held)
    for telling, whole in zip(run, wholes, strict=True):
        yield Candidate(telling, Aspect.SHARE, "share", Decimal("0.85"), first.subject, f"{own}占{whole}比重")


def _structure(line: Line) -> Iterator[Candidate]:
    """The parts of each structure told; one that stands before 调整为 belongs to the time told with it."""
    parts = [t for t in line.tellings if t.unit == "%" and not t.quantity.text.endswith("%")]
    runs: list[list[Telling]] = []
    for part in parts:
        if runs and line.between(runs[-1][-1], part) == ":":
            runs[-1].append(part)
        else:
            runs.append([part])
    m = _PARTS.search(_bare(line, runs[0][0])) if runs else None
    if m is None:
        return
    names = ["第一产业", "第二产业", "第三产业"] if m["names"] == "三次产业" else m["names"].split("、")
    for i, run in enumerate(runs):
        if len(names) != len(run) or (i and not _BECAME.search(line.between(runs[i - 1][-1], run[0]))):
            return
        was = i + 1 < len(runs) and bool(_BECAME.search(line.between(run[-1], runs[i + 1][0])))
        when = next((t for t in reversed(line.mentions) if t.is_base and t.end <= run[0].quantity.start), UNTOLD)
        for name, telling in zip(names, run, strict=True):
            yield Candidate(
                telling,
                Aspect.SHARE,
                "structure",
                Decimal("0.85"),
                line.place.name + name,
                "占GDP比重" if m["names"] == "三次产业" else "占比",
                when=when if was else None,
            )


def _bare(line: Line, first: Telling) -> str:
    """The words before a structure, without 由上年的."""
    return _FROM.sub("", line.text[: first.quantity.start])
