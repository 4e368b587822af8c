"""“增幅分别高于全省7.6和2.7个百分点。” “分别拉动产值增长2、1个百分点。” Points told one after another with 分别.

They pair with the bases named beside them, with the times they are compared with, or with what the run before told.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.listing import names, owned
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["pairs"]

_AHEAD: Final = re.compile(
    r"(?P<how>高于|低于|快于|慢于|高出|好于|优于|领先|落后|超过|超出)(?P<bases>[^，,。；;\d]{1,30}?)"
    r"(?:平均水平|平均|水平|总体|整体)?(?:增速|增幅|涨幅)?(?:约|近)?$"
)
_BEHIND: Final = re.compile(r"(?:较|比)(?P<bases>[^，。；\d]{2,24}?)(?:平均水平|平均)?$")
_HIGH: Final = re.compile(r"^(?P<how>[高低快慢])(?:出|了)?$")
_MOVED: Final = re.compile(
    r"(?:提高|提升|回落|加快|扩大|收窄|上升|下降|增加|减少|放缓|回升|降低|增长|下滑|减缓|上涨|降|升)了?$"
)
_PULLED: Final = re.compile(
    r"(?P<how>拉动|带动|下拉|贡献|拉低|推动|影响)了?(?P<what>[一-龥A-Za-z]{0,24}?)(?:增长|增速|上涨|下降|上升|提高|增|约|近)*$"
)
_COMPARED: Final = re.compile(r"[，,]?(?:较|比)[^，,]{2,24}$")
_NEAR: Final = 60
_LESS: Final = frozenset("低于 慢于 落后 低 慢".split())
_Owners = list[tuple[str, str]]


def pairs(line: Line, at: int, run: list[Telling], said: tuple[str, str], last: Sequence[Candidate]) -> list[Candidate]:
    """A fact for each of a run of points, [] where nothing says for sure what they belong to.

    `said` is the words before and behind 分别.
    """
    told, what = said
    before = line.tellings[max(0, at - _NEAR) : at]
    owners = _before(before, len(run), last)
    if named := names(_COMPARED.sub("", told), len(run)):
        owners = owned(named, "", "", line.place, line.place.name)
    if m := _PULLED.search(what):
        return _contributions(run, owners, m)
    if m := _AHEAD.search(what):
        return _gaps(run, owners, before, m["bases"], m["how"])
    if (high := _HIGH.match(what)) and (m := _BEHIND.search(told)):
        return _gaps(run, owners, before, m["bases"], high["how"])
    if m := _MOVED.search(what):
        return _changes(line, run, owners, before, (told + what, m[0]))
    return []


def _before(before: Sequence[Telling], count: int, last: Sequence[Candidate]) -> _Owners:
    """Whose rates the points may go on with: those of the run before, or just as many rates told one by one."""
    if len(last) == count:
        return [(c.subject, c.measure) for c in last]
    rates = [t for t in before if t.unit == "%" and t.change and t.named]
    return [(t.subject, t.measure) for t in rates] if len(rates) == count else []


def _latest(before: Sequence[Telling]) -> tuple[str, str] | None:
    return next(((t.subject, t.measure) for t in reversed(before) if t.unit != "pp" and t.measure), None)


def _contributions(run: list[Telling], owners: _Owners, m: re.Match[str]) -> list[Candidate]:
    sign = -1 if m["how"] in ("下拉", "拉低") else 1
    what = (m["what"] or "增长").removesuffix("增长")
    return [
        Candidate(t, Aspect.CONTRIBUTION, "apart", Decimal("0.80"), subject, f"拉动{what}增长", sign)
        for t, (subject, _) in zip(run, owners, strict=False)
    ]


def _gaps(run: list[Telling], owners: _Owners, before: Sequence[Telling], told: str, how: str) -> list[Candidate]:
    sign = -1 if how in _LESS else 1
    bases = [part for part in re.split(r"[、和与及]", told.strip("“” ")) if part]
    latest = _latest(before)
    if len(bases) == len(run) and latest is not None:
        owners = [latest] * len(run)
    elif len(bases) == 1 and len(owners) == len(run):
        bases = bases * len(run)
    else:
        return []
    return [
        Candidate(t, Aspect.GAP, "apart", Decimal("0.80"), subject, f"{_rate(measure)}差", sign, base=base)
        for t, (subject, measure), base in zip(run, owners, bases, strict=True)
    ]


def _changes(
    line: Line, run: list[Telling], owners: _Owners, before: Sequence[Telling], said: tuple[str, str]
) -> list[Candidate]:
    """比1-3月、1-5月分别提高2、1个百分点 (a time for each), or 分别较上半年回落1、2个百分点 (one time for all)."""
    told, verb = said
    start = run[0].quantity.start
    times = [m.text for m in line.mentions if m.is_base and start - len(told) - 4 <= m.start < start]
    latest = _latest(before)
    if len(times) == len(run) and latest is not None:
        owners = [latest] * len(run)
    elif len(times) <= 1 and len(owners) == len(run):
        times = times * len(run) or [""] * len(run)
    else:
        return []
    sign = sign_of(verb)
    if "降幅" in told and verb.startswith(("扩大", "收窄")):
        sign = -sign if verb.startswith("扩大") else 1
    return [
        Candidate(
            t, Aspect.PP_CHANGE, "apart", Decimal("0.80"), subject, f"{_rate(measure)}变动", sign, base=base or None
        )
        for t, (subject, measure), base in zip(run, owners, times, strict=True)
    ]


def _rate(measure: str) -> str:
    return measure if measure.endswith(("增速", "率", "占比", "比重")) else f"{measure}增速"
