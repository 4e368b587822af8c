"""“甲、乙和丙分别增长1%、2%和3%。” “客流3万人次、货运2万吨，分别增长1%和2%。” Names and figures pair in order.

If their numbers differ, nothing is paired and every figure goes to review.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.cast import names_in
from liantu.bulletin.measure import head_of
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.growth import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_WORD: Final = re.compile(
    r"分别(?:同比|比上年同期|比上年|较上年|约|达到?|为|实现|完成|投资|增长|增加|上升|提高|下降|减少|回落|"
    r"拉动|带动|下拉|占|较|比|环比|增速|:|了|负|高于|低于|[一-龥]{0,2})*(?:约|超过?|近)?$"
)
_GAP: Final = re.compile(r"^(?:[、，,和及与]|以及|\s|左右|以上)+$")
_INDUSTRY: Final = re.compile(r"(?:业|产业|集群|链|企业|园区|区|县|市|镇|公司|集团)$")
_BASES: Final = re.compile(r"(?:较|比)(?P<bases>[^，。；]{2,24}?)(?:平均水平|平均)?分别(?P<how>[高低快慢])")
_SUFFIX: Final = re.compile(r"(?:产业|行业|制造业|工业)$")


def find(line: Line) -> Iterator[Candidate]:
    """The pairs of a list told with 分别."""
    tellings = line.tellings
    for i, first in enumerate(tellings):
        if not _WORD.search(line.text[: first.quantity.start]) or "分别为:" in line.text[: first.quantity.start][-6:]:
            continue
        run = [first]
        for other in tellings[i + 1 :]:
            if not _GAP.match(line.between(run[-1], other)) or other.unit != first.unit:
                break
            run.append(other)
        if len(run) > 1:
            yield from _pair(line, list(tellings[:i]), run)


def _pair(line: Line, before: list[Telling], run: list[Telling]) -> Iterator[Candidate]:
    first = run[0]
    said = line.text[first.left : first.quantity.start]
    told = said.partition("分别")[0].strip("，, ")
    levels = [t for t in before if t.quantity.rate is None][-len(run) :]
    if (
        first.change
        and first.quantity.rate is not None
        and first.unit == "%"
        and not _names(told)
        and len(levels) == len(run)
    ):
        for level, rate in zip(levels, run, strict=True):
            growth = (rate, sign_of(rate.change or first.change))
            yield Candidate(
                level, Aspect.LEVEL, "respectively", Decimal("0.85"), level.subject, level.measure, yoy=growth
            )
        return
    if first.unit == "pp":
        yield from _gaps(said, before, run)
        return
    if first.unit == "%" and "占" in said and len(levels) == len(run) and not _names(told):
        for level, rate in zip(levels, run, strict=True):
            yield Candidate(rate, Aspect.SHARE, "respectively", Decimal("0.80"), level.subject, f"{level.measure}占比")
        return
    names = _names(told, len(run))
    if len(names) != len(run):
        return
    names[0] = re.sub(r"^(?:[全我][市区县省州]|其中)", "", names[0].removeprefix(line.place.name))
    head = head_of(names[-1])
    if suffix := _SUFFIX.search(names[-1].removesuffix(head)):
        names = [n if n.endswith(suffix[0]) else n + suffix[0] for n in names[:-1]] + [names[-1]]
    aspect = Aspect.GROWTH if first.change and first.unit == "%" else Aspect.LEVEL
    for name, telling in zip(names, run, strict=True):
        yield _one((name, head or line.head), telling, first, aspect, line.place.name)


def _gaps(said: str, before: list[Telling], run: list[Telling]) -> Iterator[Candidate]:
    """较全国、全省分别高1.2、0.8个百分点: one difference for each base."""
    m = _BASES.search(said)
    of = next((t for t in reversed(before) if t.unit == "%" and t.measure), None)
    bases = re.split("[、和]", m["bases"]) if m else []
    if m is None or of is None or len(bases) != len(run):
        return
    sign = -1 if m["how"] in ("低", "慢") else 1
    for base, telling in zip(bases, run, strict=True):
        yield Candidate(
            telling, Aspect.GAP, "respectively", Decimal("0.80"), of.subject, f"{of.measure}增速差", sign, base=base
        )


def _names(told: str, wanted: int = 0) -> list[str]:
    """The names of a list; 及 and 与 part names only where the count asks for it (建筑及装潢材料 is one)."""
    told = re.sub(r"^.*?(?:其中[，,:]?)", "", told)
    if not re.search("[、和与及]", told):
        return []
    for joint in ("、", "[、和]", "[、和与]", "[、和与及]"):
        parts = [part.strip("“” ") for part in re.split(joint, told)]
        if len(parts) == wanted and all(parts):
            return parts
    return names_in(told)


def _one(named: tuple[str, str], telling: Telling, first: Telling, aspect: Aspect, place: str) -> Candidate:
    name, head = named
    sign = sign_of(first.change) if aspect is Aspect.GROWTH else 1
    bare = name.removesuffix(head) if head else name
    bare = re.sub(r"的$", "", bare)
    measure, subject = (head or first.measure), first.subject
    if bare and _INDUSTRY.search(bare) and not re.search(r"类$", bare):
        subject = place + bare
    elif bare:
        subject = place or first.subject
        measure = bare + (head or _tail(first.measure))
    telling = replace(telling, named=bool(measure))
    return Candidate(telling, aspect, "respectively", Decimal("0.80"), subject, measure, sign)


def _tail(measure: str) -> str:
    return head_of(measure)
