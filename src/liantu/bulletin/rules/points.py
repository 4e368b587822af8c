"""“增速较上半年提高2个百分点。” “高于全市1个百分点。” “拉动产值增长3个百分点。” Differences of rates, signed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.delta import is_delta
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_GAP: Final = re.compile(
    r"(?:(?P<how>高于|低于|快于|慢于|高出|好于|优于|领先|落后|超过|超出?|超)(?P<base>[一-龥“”]{1,12}?)|(?:比|较)(?P<base2>全[国省市区县州]|[一-龥]{1,6}平均(?:水平)?|时序进度)(?P<how2>[高低快慢])(?:出)?)(?:平均水平|平均|水平|增速|约|近)*$"
)
_PULL: Final = re.compile(
    r"(?P<how>拉动|带动|下拉|贡献|拉低|推动|影响)(?:了)?(?P<what>[一-龥A-Za-z]{0,24}?)(?:增长|增速|上涨|下降|上升|提高|增|约|近)*$"
)
_CHANGED: Final = re.compile(
    r"(?P<verb>提高|提升|回落|加快|扩大|收窄|上升|下降|增加|减少|放缓|回升|降低|增长|下滑|提速|减缓|上涨|"
    r"减低|走低|降|升|高|低)(?:了|约|近|达|超过?|\s)*$"
)
_SUPPOSED: Final = re.compile(r"每(?:提高|增加|增长|上升|下降|降低|减少)")
_SHARE: Final = re.compile(r"占比|比重|份额|占[^，]{0,12}的?比")
_NEXT: Final = re.compile(
    r"^[、，,和及与\s]+(?P<base>(?:(?![比较提升降回增减扩收加放])[一-龥“”]){1,10}?)(?:平均水平|平均)?$"
)


def find(line: Line) -> Iterator[Candidate]:
    """The differences told in percentage points."""
    gap_sign, gap_of, rate_sign = 0, "", 1
    last: Telling | None = None
    for telling in line.tellings:
        if telling.unit == "%" and telling.change:
            rate_sign = sign_of(telling.change)
        if telling.unit != "pp":
            last = telling if telling.measure and not is_delta(line, telling) else last
            continue
        lead = _lead(line, telling)
        if _SUPPOSED.search(line.before(telling)):
            continue
        if m := _GAP.search(lead):
            gap_sign = -1 if (m["how"] or m["how2"]) in ("低于", "慢于", "落后", "低", "慢") else 1
            gap_of = _of(telling, last, lead[: m.start()])
            yield _gap(telling, gap_sign, gap_of, m["base"] or m["base2"])
        elif gap_sign and (
            n := _NEXT.match(line.text[line.tellings[_index(line, telling) - 1].quantity.end : telling.quantity.start])
        ):
            yield _gap(telling, gap_sign, gap_of, n["base"])
        elif m := _PULL.search(lead):
            sign = -1 if m["how"] in ("下拉", "拉低") else 1
            what = m["what"] or "增长"
            measure = f"拉动{what.removesuffix('增长')}增长"
            yield Candidate(
                telling, Aspect.CONTRIBUTION, "contribution", Decimal("0.85"), telling.subject, measure, sign
            )
        elif m := _CHANGED.search(lead):
            yield _change(line, telling, last, (lead, m["verb"]), rate_sign)


def _index(line: Line, telling: Telling) -> int:
    return line.tellings.index(telling)


def _lead(line: Line, telling: Telling) -> str:
    return line.text[telling.left : telling.quantity.around[0] or telling.quantity.start]


def _of(telling: Telling, last: Telling | None, said: str) -> str:
    if telling.named and telling.measure not in ("增速", "增幅", "涨幅", "降幅"):
        return telling.measure
    return last.measure if last is not None and last.measure else telling.measure


def _gap(telling: Telling, sign: int, of: str, base: str) -> Candidate:
    measure = f"{of}超{base}" if base.endswith("进度") else f"{of}增速差" if not of.endswith("增速") else f"{of}差"
    return Candidate(telling, Aspect.GAP, "gap", Decimal("0.85"), telling.subject, measure, sign, base=base.strip("“”"))


def _of_share(line: Line, telling: Telling, last: Telling | None) -> bool:
    """Whether the rate told right before is a part of a whole."""
    at = _index(line, telling)
    before = line.tellings[at - 1] if at else None
    part = before is not None and before.unit == "%" and not before.change and "占" in _lead(line, before)
    return part or (last is not None and _SHARE.search(last.measure) is not None)


def _change(line: Line, telling: Telling, last: Telling | None, said: tuple[str, str], rate_sign: int) -> Candidate:
    lead, verb = said
    base = next(
        (
            m.text
            for m in reversed(line.mentions)
            if m.is_base and m.end <= telling.quantity.start and m.start >= telling.left
        ),
        None,
    )
    of = re.sub(r"(?:增速|增幅|降幅|速度)$", "", telling.measure) if telling.named else (last.measure if last else "")
    of = re.sub(r"^(?:增速|增幅|降幅).*", last.measure if last else "", of)
    share = _SHARE.search(lead) or (_of_share(line, telling, last) and not re.search("增速|增幅|降幅", lead))
    falling = "降幅" in lead or (rate_sign < 0 and "增速" not in lead)
    sign = sign_of(verb)
    if verb == "收窄":
        sign = 1 if falling or rate_sign < 0 else -1
    elif verb == "扩大" and falling:
        sign = -1
    tail = "占比变动" if share else "变动" if of.endswith(("率", "面")) else "增速变动"
    if share:
        of = re.sub(r"(?:占.{0,60})?(?:占比|比重)$", "", of)
    return Candidate(
        telling, Aspect.PP_CHANGE, "pp_change", Decimal("0.85"), telling.subject, f"{of}{tail}", sign, base=base
    )
