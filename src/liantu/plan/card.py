"""One card of the cockpit: the cluster's figure, its target, the growth needed, and how it stands, in words."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from liantu.errors import NotComparable
from liantu.figure.amount import plain
from liantu.ledger.models import Entry, Indicator
from liantu.ledger.period import months_of
from liantu.ledger.series import LEVEL, Point, points
from liantu.plan import derived
from liantu.plan.material import Part
from liantu.plan.quoted import YI, Torn, of_point
from liantu.plan.rules import rules
from liantu.plan.shown import Shown
from liantu.plan.standing import ClusterStanding, Level

__all__ = ["Card", "card"]

Word = tuple[Level, str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster's standing with what the briefs need of it."""

    part: Part
    standing: ClusterStanding
    main: Point | None
    target: Point | None
    implied: Shown | None
    change: Entry | None


def card(part: Part, torn: Torn, year: int | None) -> Card:
    """The card of one cluster; `year` is the year the others speak of."""
    main = main_of(part)
    target = _target(part, main)
    figure = of_point(main, torn) if main else None
    change, implied = _implied(part, main, torn)
    annual, prior, needed = _worked(main, target, torn)
    scale = next((word for word in rules().scales if word in part.scale), "") if target is None else ""
    closest = None if main else _closest(part)
    level, zh, en = _status(figure, annual, needed, scale, year, verify=_to_verify(implied))
    cluster, office = part.cluster, part.cluster.office
    standing = ClusterStanding(
        code=cluster.subject.code,
        name=cluster.subject.name,
        name_en=cluster.subject.name_en or cluster.subject.name,
        group=cluster.group,
        icon=cluster.icon,
        hue=cluster.hue,
        hue_dark=cluster.hue_dark,
        tint=cluster.tint,
        office=(office.short or office.name) if office else "",
        office_en=(office.name_en or office.name) if office else "",
        main=figure,
        prior=prior,
        annual=annual,
        target=of_point(target, torn) if target else None,
        needed=needed,
        firms=_firms(part, torn),
        closest=of_point(closest, torn) if closest else None,
        closest_name=closest.subject.name if closest else "",
        closest_name_en=(closest.subject.name_en or closest.subject.name) if closest else "",
        scale_zh=f"{scale}（原文未给年份）" if scale else "",
        scale_en=f"{rules().scales[scale].en}, no year given" if scale else "",
        status=level,
        status_zh=zh,
        status_en=en,
        people=tuple(part.firms),
    )
    return Card(part, standing, main, target, implied, change)


def main_of(part: Part) -> Point | None:
    """The newest level of the first main indicator that has one."""
    for indicator in part.indicators:
        told = part.actual(indicator.code)
        if told:
            return told[-1]
    return None


def _target(part: Part, main: Point | None) -> Point | None:
    """The nearest target of the same indicator after the figure's own period."""
    if main is None or main.period_end is None:
        return None
    after = main.period_end
    return next((p for p in part.ahead(main.indicator.code) if p.period_end and p.period_end > after), None)


def _worked(main: Point | None, target: Point | None, torn: Torn) -> tuple[Shown | None, Shown | None, Shown | None]:
    """Annualised figure, last year's same period and growth needed, each where it can be reckoned honestly."""
    annual = prior = needed = None
    if main is None or main.conflict:
        return None, None, None
    span = months_of(main.period_start, main.period_end)
    if main.indicator.nature == Indicator.Nature.FLOW and span is not None and span < 12:
        with suppress(NotComparable):
            annual = derived.annual(main.entry, torn)
    if main.entry.yoy is not None:
        with suppress(NotComparable):
            prior = derived.prior(main.entry, torn)
    if target is not None and not target.conflict:
        with suppress(NotComparable):
            needed = derived.need(main.entry, target.entry, torn)
    return annual, prior, needed


def _implied(part: Part, main: Point | None, torn: Torn) -> tuple[Entry | None, Shown | None]:
    """The change of the main figure's growth, and the earlier growth it implies."""
    if main is None or main.entry.yoy is None:
        return None, None
    for entry in part.entries:
        if entry.aspect == "pp_change" and entry.indicator_id == main.indicator.pk:
            with suppress(NotComparable):
                return entry, derived.implied(main.entry, entry, torn)
    return None, None


def _to_verify(implied: Shown | None) -> bool:
    return implied is not None and abs(implied.value) < rules().implied_growth_percent


def _firms(part: Part, torn: Torn) -> Shown | None:
    for code in rules().firms:
        told = part.actual(code)
        if told:
            return of_point(told[-1], torn)
    return None


def _closest(part: Part) -> Point | None:
    """The newest figure of a part of the cluster under one of its main indicators."""
    own = points(e for e in part.within if e.kind == Entry.Kind.ACTUAL and e.aspect == LEVEL)
    for indicator in part.indicators:
        told = [one for one in own if one.indicator.pk == indicator.pk]
        if told:
            return told[-1]
    return None


def _status(
    main: Shown | None, annual: Shown | None, needed: Shown | None, scale: str, year: int | None, *, verify: bool
) -> Word:
    """How a cluster stands, in the words of its card: the first rule that speaks."""
    if main is None:
        return Level.NONE, "无产业级数据", "No industry figure"
    if verify:
        return Level.WARN, "增速待核", "Growth to verify"
    if year is not None and main.period_end is not None and main.period_end.year < year:
        return Level.WARN, f"缺{year}年数据", f"No {year} figure"
    if needed is not None:
        return _against_target(needed.value, main.yoy)
    if scale and annual is not None and annual.value_base >= rules().scales[scale].value * YI:
        return Level.OK, f"折年已过{scale.removesuffix('级')}", f"Run-rate above {rules().scales[scale].en.split()[0]}"
    return _by_growth(main.yoy)


def _against_target(needed: Decimal, yoy: Decimal | None) -> Word:
    if yoy is None:
        return Level.WARN, "同比未披露", "Growth not disclosed"
    behind = needed - yoy
    if behind > rules().well_behind_pp:
        return Level.BAD, "明显低于所需增速", "Well behind"
    if behind > 0:
        return Level.WARN, "略低于所需增速", "Slightly behind"
    return Level.OK, "快于所需增速", "Ahead of the pace needed"


def _by_growth(yoy: Decimal | None) -> Word:
    if yoy is None:
        return Level.NONE, "同比未披露", "Growth not disclosed"
    if yoy >= rules().doubled_percent:
        return Level.OK, "翻番", "Doubled"
    word = f"{plain(abs(yoy)):f}%"
    if yoy < 0:
        return Level.WARN, f"同比下降 {word}", f"Down {word}"
    return Level.OK, f"同比增长 {word}", f"Up {word}"


def newest_year(parts: Sequence[Part]) -> int | None:
    """The latest year a cluster's main figure speaks of: what the others are measured by."""
    ends = [main.period_end for part in parts if (main := main_of(part)) is not None and main.period_end is not None]
    return max(ends).year if ends else None
