"""The three things to look at first: one ranked statement a cluster at most, by the rules of `rules.yaml`.

Each sentence holds one figure, which leads to its source; the line below says why.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from liantu.errors import NotComparable
from liantu.figure.amount import plain
from liantu.ledger.series import Point
from liantu.plan import derived
from liantu.plan.card import Card
from liantu.plan.quoted import YI, Torn, growth_of
from liantu.plan.reckoning import half_up
from liantu.plan.rules import rules
from liantu.plan.shown import Shown, Status
from liantu.plan.standing import Brief, Level

__all__ = ["briefs"]

MOST = 3

Pair = tuple[str, str]
Rule = tuple[str, Level]


def briefs(cards: Sequence[Card], torn: Torn) -> tuple[Brief, ...]:
    """The three most urgent statements, the most urgent first, never two of one cluster."""
    told = sorted(
        (brief for card in cards for brief in _of(card, torn)),
        key=lambda b: (rules().ranks[b.rule], -abs(b.figure.value)),
    )
    first: dict[str, Brief] = {}
    for brief in told:
        first.setdefault(brief.cluster, brief)
    return tuple(first.values())[:MOST]


def _of(card: Card, torn: Torn) -> Iterable[Brief]:
    for rule in (_behind, _paid_in, _verify, _missing):
        brief = rule(card, torn)
        if brief is not None:
            yield brief


def _behind(card: Card, torn: Torn) -> Brief | None:
    of = card.standing
    if of.needed is None or of.main is None or of.target is None or of.main.yoy is None:
        return None
    behind = of.needed.value - of.main.yoy
    if behind <= 0:
        return None
    well = behind > rules().well_behind_pp
    year = of.target.period_end.year if of.target.period_end else ""
    gap = of.target.value_base - of.main.value_base
    left = f"还差 {zh_money(gap)}" if gap > 0 else "累计数已到目标"
    left_en = f"{en_money(gap)} short of" if gap > 0 else "already at"
    return _brief(
        card,
        ("behind" if well else "slightly_behind", Level.BAD if well else Level.WARN),
        of.needed,
        zh=("目标要求年均", f"，目前 {plain(of.main.yoy):f}%"),
        en=("Needs", f" a year, now {plain(of.main.yoy):f}%"),
        reason=(
            f"{of.main.name} {zh_money(of.main.value_base)}，距 {year} 年 {zh_money(of.target.value_base)}{left}",
            f"{of.main.name_en} {en_money(of.main.value_base)}; {left_en} the {year} target",
        ),
    )


def _paid_in(card: Card, torn: Torn) -> Brief | None:
    paid, signed, projects = (_newest(card, code) for code in (rules().paid_in, rules().contracted, rules().projects))
    if paid is None or signed is None:
        return None
    try:
        rate = derived.rate(paid.entry, signed.entry, torn)
    except NotComparable:
        return None
    if rate.value >= rules().paid_in_low_percent:
        return None
    in_zh, in_en = zh_money(_base(paid)), en_money(_base(paid))
    of_zh, of_en = zh_money(_base(signed)), en_money(_base(signed))
    count = plain(_base(projects)) if projects is not None and projects.span == signed.span else None
    rest = _base(signed) - _base(paid)
    return _brief(
        card,
        ("paid_in", Level.WARN),
        rate,
        zh=("合同资金到位", ""),
        en=("Paid in", ""),
        reason=(
            (f"{count:f} 个项目签 " if count is not None else "合同 ")
            + f"{of_zh}，到位 {in_zh}，{zh_money(rest)}待跟进",
            (f"{count:f} projects: " if count is not None else "") + f"{of_en} signed, {in_en} paid in",
        ),
    )


def _verify(card: Card, torn: Torn) -> Brief | None:
    of = card.standing
    if card.main is None or of.main is None:
        return None
    implied, change = card.implied, card.change
    if implied is not None and change is not None and abs(implied.value) < rules().implied_growth_percent:
        base, moved = change.base or "前期", plain(change.value or Decimal())
        way, way_en = ("提升", "up") if moved > 0 else ("回落", "down")
        return _brief(
            card,
            ("verify", Level.INFO),
            growth_of(card.main.entry, torn),
            zh=("增速", " 待核对"),
            en=("Growth of", " to verify"),
            reason=(
                f"原文称较{base}{way} {abs(moved):f} 个百分点，倒推{base}仅 {implied.value:f}%",
                f"Said to be {way_en} {abs(moved):f} pp, implying only {implied.value:f}% before",
            ),
        )
    if of.main.status is not Status.CONFLICT:
        return None
    return _brief(
        card,
        ("verify", Level.INFO),
        of.main,
        zh=(of.main.name, " 待核对"),
        en=(of.main.name_en, " to verify"),
        reason=(of.main.note_zh, of.main.note_en),
    )


def _missing(card: Card, torn: Torn) -> Brief | None:
    of = card.standing
    if of.main is None:
        if of.closest is None:
            return None
        return _brief(
            card,
            ("no_figure", Level.NONE),
            of.closest,
            zh=(f"只有{of.closest_name}{of.closest.name}", "，没有产业数"),
            en=(f"Only {of.closest.name_en} of one part:", ", no figure of the industry"),
            reason=(f"请向{of.office}要{_wanted(card)[0]}", f"Ask {of.office_en} for {_wanted(card)[1]}"),
        )
    if not of.status_zh.startswith("缺") or of.main.period_end is None:
        return None
    return _brief(
        card,
        ("no_year", Level.WARN),
        of.main,
        zh=(f"最新{of.main.name}仍是 {of.main.period_end.year} 年的", ""),
        en=(f"Newest {of.main.name_en.lower()} is of {of.main.period_end.year}:", ""),
        reason=(f"{of.status_zh}，请向{of.office}要数", f"{of.status_en}; ask {of.office_en}"),
    )


def _wanted(card: Card) -> tuple[str, str]:
    named = card.part.indicators
    return (named[0].name, named[0].name_en.lower() or named[0].name) if named else ("数据", "figures")


def _brief(card: Card, rule: Rule, figure: Shown, *, zh: Pair, en: Pair, reason: Pair) -> Brief:
    of = card.standing
    return Brief(
        of.code, of.name, of.name_en, rule[1], rule[0], figure, zh[0], en[0], zh[1], en[1], reason[0], reason[1]
    )


def _newest(card: Card, indicator: str) -> Point | None:
    told = card.part.actual(indicator)
    return told[-1] if told and not told[-1].conflict else None


def _base(point: Point) -> Decimal:
    return point.values[0]


def zh_money(value: Decimal) -> str:
    """An amount of 元 inside a sentence.

    >>> zh_money(Decimal(4700000000)), zh_money(Decimal(20000000))
    ('47 亿元', '2000 万元')
    """
    if abs(value) >= YI:
        return f"{plain(half_up(value / YI, 2)):f} 亿元"
    return f"{plain(half_up(value / 10**4, 2)):f} 万元"


def en_money(value: Decimal) -> str:
    """The same in English: ¥bn, or ¥m below a tenth of it.

    >>> en_money(Decimal(4700000000)), en_money(Decimal(20000000))
    ('¥4.7bn', '¥20m')
    """
    if abs(value) >= YI:
        return f"¥{plain(half_up(value / 10**9, 2)):f}bn"
    return f"¥{plain(half_up(value / 10**6, 2)):f}m"
