"""Sentences an officer writes, each in a true form and in one with a contradiction planted; our own words throughout.

A form takes a `Cast` (places, months, a random source) and gives the true passage, the planted one, the kind that must
be found and the words of the figure it must be found at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from liantu.bulletin.check.finding import Kind

__all__ = ["FORMS", "Cast", "Form", "Passage"]

TOWNS = "东岭镇 西坪镇 中塘镇 高台镇 石桥镇 柳河镇 南溪镇 北关镇".split()
TRADES = "食品加工业 装备制造业 新型建材业 纺织服装业 家具制造业 化工产业 电子信息产业 医药产业".split()


@dataclass
class Cast:
    """Who is spoken of and until which month; `take` gives a name once."""

    random: Random
    year: int
    month: int

    def __post_init__(self) -> None:
        self.towns = self.random.sample(TOWNS, len(TOWNS))
        self.trades = self.random.sample(TRADES, len(TRADES))

    @property
    def span(self) -> str:
        return f"1-{self.month}月"

    @property
    def before(self) -> str:
        return f"1-{self.month - 1}月"

    def town(self) -> str:
        return self.towns.pop()

    def trade(self) -> str:
        return self.trades.pop()

    def money(self, low: int = 20, high: int = 90, places: int = 1) -> Decimal:
        return Decimal(self.random.randint(low * 10**places, high * 10**places)).scaleb(-places)

    def count(self, low: int = 20, high: int = 90) -> int:
        return self.random.randint(low, high)

    def off(self, value: Decimal, least: str = "0.12", most: str = "0.4") -> Decimal:
        """A value that is wrong by more than any rounding."""
        share = Decimal(self.random.randint(int(Decimal(least) * 100), int(Decimal(most) * 100))) / 100
        factor = 1 + share if self.random.random() < 0.5 else 1 - share
        return half(value * factor, 1)


@dataclass(frozen=True)
class Passage:
    """What a form gives; `at` are the words of a figure (or a word) the finding must cover."""

    true: str
    planted: str
    kind: Kind
    at: str


Form = Callable[[Cast], Passage]
FORMS: list[Form] = []


def form(made: Form) -> Form:
    FORMS.append(made)
    return made


def half(value: Decimal, places: int = 1) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def said(value: Decimal) -> str:
    return f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:f}".rstrip("0")


# Parts and wholes


@form
def towns_listed(c: Cast) -> Passage:
    n = [c.count(11, 40) for _ in range(4)]
    towns = [c.town() for _ in n]
    listed = "、".join(f"{town}{one}个" for town, one in zip(towns, n, strict=True))
    text = "{s}，全县新开工亿元以上项目{whole}个，分别为：{listed}。"
    wrong = sum(n) + c.random.choice([-7, -3, 2, 5, 11])
    return Passage(
        text.format(s=c.span, whole=sum(n), listed=listed),
        text.format(s=c.span, whole=wrong, listed=listed),
        Kind.PARTS,
        f"{wrong}个",
    )


@form
def trade_both_ways(c: Cast) -> Passage:
    out, into = c.money(30, 60), c.money(10, 29)
    text = "{s}，全县完成外贸进出口总额{w}亿元，其中出口{a}亿元、进口{b}亿元。"
    wrong = c.off(out + into)
    return Passage(
        text.format(s=c.span, w=said(out + into), a=said(out), b=said(into)),
        text.format(s=c.span, w=said(wrong), a=said(out), b=said(into)),
        Kind.PARTS,
        f"{said(wrong)}亿元",
    )


@form
def three_industries(c: Cast) -> Passage:
    a, b, d = c.money(20, 40), c.money(90, 150), c.money(80, 140)
    text = "{s}，全县实现地区生产总值{w}亿元，其中第一产业增加值{a}亿元，第二产业增加值{b}亿元，第三产业增加值{d}亿元。"
    wrong = b + c.money(12, 30)
    quarter = "前三季度" if c.month >= 9 else "上半年" if c.month >= 6 else "一季度"
    return Passage(
        text.format(s=quarter, w=said(a + b + d), a=said(a), b=said(b), d=said(d)),
        text.format(s=quarter, w=said(a + b + d), a=said(a), b=said(wrong), d=said(d)),
        Kind.PARTS,
        f"{said(wrong)}亿元",
    )


@form
def part_beyond_whole(c: Cast) -> Passage:
    whole = c.count(120, 300)
    part, wrong = whole - c.count(60, 100), whole + c.count(5, 60)
    text = "截至{m}月底，全县共有规上服务业企业{w}家，其中年营收超亿元的{p}家。"
    return Passage(
        text.format(m=c.month, w=whole, p=part), text.format(m=c.month, w=whole, p=wrong), Kind.PARTS, f"{wrong}家"
    )


@form
def money_part_beyond_whole(c: Cast) -> Passage:
    whole, part = c.money(50, 90), c.money(10, 30)
    wrong = whole + c.money(3, 20)
    text = "{s}，全县工业技改投资完成{w}亿元，其中设备购置投资{p}亿元。"
    return Passage(
        text.format(s=c.span, w=said(whole), p=said(part)),
        text.format(s=c.span, w=said(whole), p=said(wrong)),
        Kind.PARTS,
        f"{said(wrong)}亿元",
    )


@form
def three_trades_summed(c: Cast) -> Passage:
    n = [c.money(21, 60) for _ in range(3)]
    names = [c.trade() for _ in n]
    wrong = c.off(sum(n, Decimal()))
    text = "从支柱产业看，{a}、{b}、{d}分别上缴税金{n[0]}亿元、{n[1]}亿元和{n[2]}亿元，合计{w}亿元。"
    told = [said(one) for one in n]
    names_ = {"a": names[0], "b": names[1], "d": names[2], "n": told}
    return Passage(
        text.format(w=said(sum(n, Decimal())), **names_),
        text.format(w=said(wrong), **names_),
        Kind.PARTS,
        f"{said(wrong)}亿元",
    )


@form
def fixed_and_working(c: Cast) -> Passage:
    a, b = c.money(20, 60, 2), c.money(5, 19, 2)
    wrong = a + b + c.money(2, 9, 2)
    text = "到位外来资金的构成是：固定资产{a}亿元、流动资金{b}亿元，合计{w}亿元。"
    return Passage(
        text.format(a=said(a), b=said(b), w=said(a + b)),
        text.format(a=said(a), b=said(b), w=said(wrong)),
        Kind.PARTS,
        f"{said(wrong)}亿元",
    )


@form
def the_rest(c: Cast) -> Passage:
    a, b, d = c.count(30, 60), c.count(20, 40), c.count(5, 15)
    wrong = d + c.count(6, 20)
    text = "全县在建标准厂房{w}栋，其中已封顶{a}栋、主体施工{b}栋、其余{d}栋。"
    return Passage(
        text.format(w=a + b + d, a=a, b=b, d=d), text.format(w=a + b + d, a=a, b=b, d=wrong), Kind.PARTS, f"{wrong}栋"
    )


@form
def table_total(c: Cast) -> Passage:
    n = [c.count(3, 30) for _ in range(4)]
    m = [c.money(2, 20) for _ in range(4)]
    towns = [c.town() for _ in n]
    rows = "\n".join(f"{t}\t{a}\t{said(b)}" for t, a, b in zip(towns, n, m, strict=True))
    head = "各镇招商情况表\n镇街\t签约项目（个）\t到位资金（亿元）\n"
    wrong = sum(m, Decimal()) + c.money(3, 12)
    return Passage(
        f"{head}{rows}\n合计\t{sum(n)}\t{said(sum(m, Decimal()))}",
        f"{head}{rows}\n合计\t{sum(n)}\t{said(wrong)}",
        Kind.TABLE,
        said(wrong),
    )


@form
def table_columns(c: Cast) -> Passage:
    n = [[c.count(3, 60) for _ in range(3)] for _ in range(3)]
    towns = [c.town() for _ in n]
    head = "各镇新增市场主体（单位：户）\n镇街\t企业\t个体户\t合作社\t合计\n"
    wrong = sum(n[1]) + c.random.choice([-9, 10, 30])

    def rows(middle: int) -> str:
        sums = [sum(n[0]), middle, sum(n[2])]
        return "\n".join(f"{t}\t{a}\t{b}\t{d}\t{s}" for t, (a, b, d), s in zip(towns, n, sums, strict=True))

    return Passage(head + rows(sum(n[1])), head + rows(wrong), Kind.TABLE, str(wrong))


# Shares


@form
def structure(c: Cast) -> Passage:
    a, b = c.money(6, 15), c.money(38, 50)
    wrong = b + Decimal(c.random.randint(15, 60)) / 10
    text = "三次产业结构调整为{a}:{b}:{d}。"
    d = 100 - a - b
    return Passage(
        text.format(a=said(a), b=said(b), d=said(d)),
        text.format(a=said(a), b=said(wrong), d=said(d)),
        Kind.SHARES,
        f"{said(a)}:{said(wrong)}:{said(d)}",
    )


@form
def shares_respectively(c: Cast) -> Passage:
    a, b = c.money(35, 45), c.money(25, 35)
    d, wrong = 100 - a - b, 100 - a - b + c.money(4, 15)
    text = "从用途看，工业用地、商住用地、公共用地占比分别为{a}%、{b}%和{d}%。"
    return Passage(
        text.format(a=said(a), b=said(b), d=said(d)),
        text.format(a=said(a), b=said(b), d=said(wrong)),
        Kind.SHARES,
        f"{said(wrong)}%",
    )


@form
def shares_one_by_one(c: Cast) -> Passage:
    a, b = c.money(50, 60), c.money(20, 30)
    d, wrong = 100 - a - b, 100 - a - b + c.money(5, 15)
    text = "投资来源中，企业自筹占{a}%，银行贷款占{b}%，财政补助占{d}%。"
    return Passage(
        text.format(a=said(a), b=said(b), d=said(d)),
        text.format(a=said(a), b=said(b), d=said(wrong)),
        Kind.SHARES,
        f"{said(wrong)}%",
    )


@form
def share_of_count(c: Cast) -> Passage:
    whole = c.count(150, 400)
    part = whole * c.count(25, 60) // 100
    right = half(Decimal(part) / whole * 100)
    wrong = right + c.money(4, 15)
    text = "目前，全县登记在册养老机构{w}家，其中民办{p}家，占{s}%。"
    return Passage(
        text.format(w=whole, p=part, s=said(right)),
        text.format(w=whole, p=part, s=said(wrong)),
        Kind.SHARE_LEVEL,
        f"{said(wrong)}%",
    )


@form
def share_of_named(c: Cast) -> Passage:
    whole, part, trade = c.money(250, 400), c.money(30, 90), c.trade()
    right = half(part / whole * 100)
    wrong = right + c.money(4, 9)
    text = "{s}，全县规上工业总产值{w}亿元。{s}，{t}产值{p}亿元，占规上工业总产值的{r}%。"
    held = {"s": c.span, "w": said(whole), "t": trade, "p": said(part)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.SHARE_LEVEL, f"{said(wrong)}%"
    )


# Growth and levels


@form
def from_to_growth(c: Cast) -> Passage:
    before = c.money(30, 60)
    now = before + c.money(8, 25)
    right = half((now / before - 1) * 100)
    wrong = right + c.money(6, 18)
    text = "五年来，全县粮油加工产值由{b}亿元增加到{n}亿元，增长{r}%。"
    return Passage(
        text.format(b=said(before), n=said(now), r=said(right)),
        text.format(b=said(before), n=said(now), r=said(wrong)),
        Kind.GROWTH,
        f"{said(wrong)}%",
    )


@form
def from_to_backwards(c: Cast) -> Passage:
    low, high = c.count(200, 400), c.count(420, 700)
    text = "规上工业企业从{y}年的{a}家{v}到目前的{b}家。"
    return Passage(
        text.format(y=c.year - 3, a=low, v="增加", b=high),
        text.format(y=c.year - 3, a=high, v="增加", b=low),
        Kind.SIGN,
        f"{low}家",
    )


@form
def fell_backwards(c: Cast) -> Passage:
    low, high = c.money(3, 6, 2), c.money(7, 9, 2)
    text = "万元产值用水量由{a}吨下降到{b}吨。"
    return Passage(
        text.format(a=said(high), b=said(low)), text.format(a=said(low), b=said(high)), Kind.SIGN, f"{said(high)}吨"
    )


@form
def same_time_before(c: Cast) -> Passage:
    before = c.money(60, 90)
    right = c.money(3, 15)
    now = half(before * (1 + right / 100))
    wrong = right + c.money(4, 12)
    text = "{s}，全县批发业销售额{n}亿元，同比增长{r}%，上年同期为{b}亿元。"
    held = {"s": c.span, "n": said(now), "b": said(before)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.GROWTH, f"{said(wrong)}%"
    )


@form
def before_then_rate(c: Cast) -> Passage:
    before = c.money(60, 90)
    right = c.money(3, 15)
    now = half(before * (1 + right / 100))
    wrong = right + c.money(4, 12)
    text = "{s}，全县住宿餐饮营业额{n}亿元，去年同期{b}亿元，同比增长{r}%。"
    held = {"s": c.span, "n": said(now), "b": said(before)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.GROWTH, f"{said(wrong)}%"
    )


@form
def growth_turned_round(c: Cast) -> Passage:
    before = c.money(60, 90)
    right = c.money(5, 15)
    now = half(before * (1 - right / 100))
    text = "{s}，全县商品房销售额{n}亿元，同比{v}{r}%，上年同期为{b}亿元。"
    held = {"s": c.span, "n": said(now), "b": said(before), "r": said(right)}
    return Passage(text.format(v="下降", **held), text.format(v="增长", **held), Kind.SIGN, f"{said(right)}%")


@form
def increase_and_growth(c: Cast) -> Passage:
    before, delta = c.money(10, 30, 2), c.money(2, 6, 2)
    right = half(delta / before * 100)
    wrong = right + c.money(6, 15)
    text = "{s}，规上服务业企业利润总额{n}亿元，比上年同期增加{d}亿元，增长{r}%。"
    held = {"s": c.span, "n": said(before + delta), "d": said(delta)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.GROWTH, f"{said(wrong)}%"
    )


@form
def increase_from_to(c: Cast) -> Passage:
    before, delta = c.count(300, 500), c.count(30, 90)
    wrong = delta + c.count(11, 40)
    text = "高标准农田项目村由{a}个增加到{b}个，净增{d}个。"
    return Passage(
        text.format(a=before, b=before + delta, d=delta),
        text.format(a=before, b=before + delta, d=wrong),
        Kind.GROWTH,
        f"{wrong}个",
    )


@form
def times_grown(c: Cast) -> Passage:
    before = c.money(10, 20)
    times = c.random.choice([2, 3, 4])
    text = "康养旅游收入由{a}亿元增长到{b}亿元，增长{t}倍。"
    held = {"a": said(before), "b": said(before * (times + 1))}
    return Passage(text.format(t=times, **held), text.format(t=times + 1, **held), Kind.TIMES, f"{times + 1}倍")


@form
def doubled(c: Cast) -> Passage:
    before = c.money(10, 30)
    text = "网络零售额从{y}年的{a}亿元提高到{b}亿元，翻了一番。"
    wrong = half(before * Decimal("1.4"))
    return Passage(
        text.format(y=c.year - 4, a=said(before), b=said(half(before * Decimal("2.1")))),
        text.format(y=c.year - 4, a=said(before), b=said(wrong)),
        Kind.TIMES,
        f"{said(wrong)}亿元",
    )


@form
def times_of_before(c: Cast) -> Passage:
    before = c.money(10, 20)
    times = c.random.choice([2, 3, 4])
    text = "{s}，直播电商交易额{b}亿元，是上年同期{a}亿元的{t}倍。"
    held = {"s": c.span, "a": said(before), "b": said(before * times)}
    return Passage(text.format(t=times, **held), text.format(t=times + 1, **held), Kind.TIMES, f"{times + 1}倍")


# Ranks


@form
def two_firsts(c: Cast) -> Passage:
    a, b = c.money(14, 19), c.money(8, 13)
    one, other = c.town(), c.town()
    text = "{p}工业用电量增长{a}%，居全县第一；{q}工业用电量增长{b}%，居全县第{n}。"
    held = {"p": one, "q": other, "a": said(a), "b": said(b)}
    return Passage(text.format(n="二", **held), text.format(n="一", **held), Kind.RANK_TWICE, "第一")


@form
def two_seconds(c: Cast) -> Passage:
    a, b = c.count(30, 40), c.count(15, 29)
    one, other = c.town(), c.town()
    text = "{p}完成招商引资额{a}亿元，排名全县第二位。{q}完成招商引资额{b}亿元，排名全县第{n}位。"
    held = {"p": one, "q": other, "a": a, "b": b}
    return Passage(text.format(n="三", **held), text.format(n="二", **held), Kind.RANK_TWICE, "第二位")


@form
def rank_against_value(c: Cast) -> Passage:
    a, b = c.money(14, 19), c.money(8, 13)
    one, other = c.town(), c.town()
    text = "{p}固定资产投资增长{a}%，居全县首位；{q}固定资产投资增长{b}%，居全县第二位。"
    return Passage(
        text.format(p=one, q=other, a=said(a), b=said(b)),
        text.format(p=one, q=other, a=said(b), b=said(a)),
        Kind.RANK_ORDER,
        f"{said(a)}%",
    )


@form
def in_order(c: Cast) -> Passage:
    n = sorted((c.money(5, 30) for _ in range(3)), reverse=True)
    if len(set(n)) < 3:
        n = [n[0] + 4, n[0] + 2, n[0]]
    towns = [c.town() for _ in n]
    text = "从增速看，居前三位的依次为{t[0]}{n[0]}%、{t[1]}{n[1]}%、{t[2]}{n[2]}%。"
    swapped = [n[0], n[2], n[1]]
    return Passage(
        text.format(t=towns, n=[said(one) for one in n]),
        text.format(t=towns, n=[said(one) for one in swapped]),
        Kind.RANK_ORDER,
        f"{said(n[1])}%",
    )


# Per cent and points


@form
def rate_moved(c: Cast) -> Passage:
    rate, by = c.money(5, 12), c.money(1, 3)
    text = "{s}，全县制造业投资增长{r}%，增速比{b}提高{x}。"
    held = {"s": c.span, "b": c.before, "r": said(rate)}
    return Passage(
        text.format(x=f"{said(by)}个百分点", **held), text.format(x=f"{said(by)}%", **held), Kind.POINTS, f"{said(by)}%"
    )


@form
def share_moved(c: Cast) -> Passage:
    share, by = c.money(30, 45), c.money(1, 4)
    text = "高技术制造业增加值占比达到{r}%，占比较上年提高{x}。"
    return Passage(
        text.format(r=said(share), x=f"{said(by)}个百分点"),
        text.format(r=said(share), x=f"{said(by)}%"),
        Kind.POINTS,
        f"{said(by)}%",
    )


@form
def above_the_mean(c: Cast) -> Passage:
    rate, by = c.money(6, 12), c.money(1, 4)
    text = "{s}，全县限上零售额增长{r}%，高于全市平均水平{x}。"
    held = {"s": c.span, "r": said(rate)}
    return Passage(
        text.format(x=f"{said(by)}个百分点", **held), text.format(x=f"{said(by)}%", **held), Kind.POINTS, f"{said(by)}%"
    )


@form
def faster_than(c: Cast) -> Passage:
    rate, by = c.money(6, 12), c.money(1, 4)
    text = "{s}，城镇居民人均可支配收入增长{r}%，增速比全市快{x}。"
    held = {"s": c.span, "r": said(rate)}
    return Passage(
        text.format(x=f"{said(by)}个百分点", **held), text.format(x=f"{said(by)}%", **held), Kind.POINTS, f"{said(by)}%"
    )


@form
def coverage_moved(c: Cast) -> Passage:
    by = c.money(2, 9)
    text = "农村生活污水治理覆盖率比年初提升{x}。"
    return Passage(text.format(x=f"{said(by)}个百分点"), text.format(x=f"{said(by)}%"), Kind.POINTS, f"{said(by)}%")


@form
def level_by_points(c: Cast) -> Passage:
    level, rate = c.money(20, 60), c.money(2, 9)
    text = "{s}，全县软件业务收入{l}亿元，软件业务收入同比增长{x}。"
    held = {"s": c.span, "l": said(level)}
    return Passage(
        text.format(x=f"{said(rate)}%", **held),
        text.format(x=f"{said(rate)}个百分点", **held),
        Kind.POINTS,
        f"{said(rate)}个百分点",
    )


# Time


@form
def year_told_early(c: Cast) -> Passage:
    level, rate = c.money(20, 60), c.money(2, 9)
    text = "{s}全县实现旅游综合收入{l}亿元，增长{r}%。"
    held = {"l": said(level), "r": said(rate)}
    return Passage(
        text.format(s=f"{c.span}，", **held), text.format(s="全年", **held), Kind.WHOLE_YEAR, f"{said(level)}亿元"
    )


@form
def year_beside_months(c: Cast) -> Passage:
    level = c.money(20, 60)
    text = "今年{s}，全县数字产业{x}实现营收{l}亿元。"
    held = {"s": c.span, "l": said(level)}
    return Passage(text.format(x="", **held), text.format(x="全年", **held), Kind.WHOLE_YEAR, "全年")


@form
def longer_base(c: Cast) -> Passage:
    level, rate = c.money(20, 60), c.money(2, 9)
    text = "{s}，全县公路货运量{l}万吨，比{b}增长{r}%。"
    held = {"s": c.span, "l": said(level), "r": said(rate)}
    return Passage(
        text.format(b="上年同期", **held), text.format(b="去年全年", **held), Kind.BASE_LENGTH, f"{said(rate)}%"
    )


@form
def other_months_as_base(c: Cast) -> Passage:
    level, rate = c.money(20, 60), c.money(2, 9)
    wrong = f"去年1-{c.month + 1}月"
    text = "{s}，全县家电零售额{l}亿元，较{b}增长{r}%。"
    held = {"s": c.span, "l": said(level), "r": said(rate)}
    return Passage(
        text.format(b=f"去年{c.span}", **held), text.format(b=wrong, **held), Kind.BASE_LENGTH, f"{said(rate)}%"
    )


@form
def months_ahead(c: Cast) -> Passage:
    level = c.money(20, 60)
    text = "今年{s}，全县完成交通建设投资{l}亿元。"
    return Passage(
        text.format(s=c.span, l=said(level)),
        text.format(s=f"1-{c.month + 2}月", l=said(level)),
        Kind.FUTURE,
        f"{said(level)}亿元",
    )


@form
def moment_ahead(c: Cast) -> Passage:
    n = c.count(200, 400)
    text = "截至{m}月底，全县累计建成充电桩{n}个。"
    return Passage(text.format(m=c.month, n=n), text.format(m=c.month + 2, n=n), Kind.FUTURE, f"{n}个")


# Targets


@form
def rate_of_target(c: Cast) -> Passage:
    target, done = c.count(60, 90), c.money(30, 55)
    right = half(done / target * 100)
    wrong = right + c.money(4, 12)
    text = "全年农田水利投资目标{t}亿元，{s}已完成{d}亿元，完成率{r}%。"
    held = {"t": target, "s": c.span, "d": said(done)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.COMPLETION, f"{said(wrong)}%"
    )


@form
def share_of_task(c: Cast) -> Passage:
    target, done = c.count(60, 90), c.money(30, 55)
    right = half(done / target * 100)
    wrong = right + c.money(4, 12)
    text = "{s}，全县完成城建投资{d}亿元，占年度任务{t}亿元的{r}%。"
    held = {"t": target, "s": c.span, "d": said(done)}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.COMPLETION, f"{said(wrong)}%"
    )


@form
def rate_of_start(c: Cast) -> Passage:
    whole = c.count(40, 80)
    part = whole * c.count(50, 80) // 100
    right = half(Decimal(part) / whole * 100)
    wrong = right - c.money(5, 14)
    text = "{s}，纳入调度的技改项目{w}个，已开工{p}个，开工率{r}%。"
    held = {"w": whole, "p": part, "s": c.span}
    return Passage(
        text.format(r=said(right), **held), text.format(r=said(wrong), **held), Kind.COMPLETION, f"{said(wrong)}%"
    )


@form
def ahead_of_time(c: Cast) -> Passage:
    passed = Decimal(c.month) / 12 * 100
    by = c.money(2, 6)
    text = "{s}，全县税务部门入库收入完成全年任务的{r}%，{v}时序进度{x}个百分点。"
    held = {"s": c.span, "r": said(half(passed - by)), "x": said(by)}
    return Passage(text.format(v="落后", **held), text.format(v="超", **held), Kind.PROGRESS, f"{said(by)}个百分点")


@form
def behind_by_more(c: Cast) -> Passage:
    passed = Decimal(c.month) / 12 * 100
    by = c.money(2, 6)
    wrong = by + c.money(2, 5)
    text = "{s}，全县向上争取资金完成年度目标的{r}%，快于时序进度{x}个百分点。"
    held = {"s": c.span, "r": said(half(passed + by))}
    return Passage(
        text.format(x=said(by), **held), text.format(x=said(wrong), **held), Kind.PROGRESS, f"{said(wrong)}个百分点"
    )


# The same thing told twice


@form
def quarters_and_half(c: Cast) -> Passage:
    a, b = c.money(20, 40, 2), c.money(20, 40, 2)
    wrong = a + b + c.money(3, 9, 2)
    text = "一季度，全县社会融资增量{a}亿元；二季度，社会融资增量{b}亿元；上半年，社会融资增量{w}亿元。"
    text = text.replace("社会融资增量", "建筑业产值")
    held = {"a": said(a), "b": said(b)}
    return Passage(
        text.format(w=said(a + b), **held), text.format(w=said(wrong), **held), Kind.SUMS, f"{said(wrong)}亿元"
    )


@form
def running_back(c: Cast) -> Passage:
    a = c.money(40, 60)
    b = a + c.money(4, 9)
    text = "{p}，全县快递业务收入{a}亿元。{s}，全县快递业务收入{b}亿元。"
    held = {"p": c.before, "s": c.span}
    return Passage(
        text.format(a=said(a), b=said(b), **held),
        text.format(a=said(b), b=said(a), **held),
        Kind.SUMS,
        f"{said(a)}亿元",
    )


@form
def told_twice(c: Cast) -> Passage:
    a = c.money(40, 60)
    wrong = c.off(a)
    text = "{s}，全县一般公共预算收入{a}亿元。消费回暖带动明显。{s}，全县一般公共预算收入{b}亿元，税收占比稳步提高。"
    return Passage(
        text.format(s=c.span, a=said(a), b=said(a)),
        text.format(s=c.span, a=said(a), b=said(wrong)),
        Kind.TWO_VALUES,
        f"{said(wrong)}亿元",
    )


@form
def growth_told_twice(c: Cast) -> Passage:
    a = c.money(3, 9)
    wrong = a + c.money(2, 5)
    text = "{s}，全县工业用气量增长{a}%。重点企业满负荷生产。{s}，全县工业用气量增长{b}%，走势平稳。"
    return Passage(
        text.format(s=c.span, a=said(a), b=said(a)),
        text.format(s=c.span, a=said(a), b=said(wrong)),
        Kind.TWO_VALUES,
        f"{said(wrong)}%",
    )


@form
def wrong_unit(c: Cast) -> Passage:
    a = c.money(21, 60, 2)
    text = "{s}，全县完成环境治理投资{a}亿元。水质持续改善。{s}，全县完成环境治理投资{b}。"
    return Passage(
        text.format(s=c.span, a=said(a), b=f"{said(a * 10000)}万元"),
        text.format(s=c.span, a=said(a), b=f"{said(a)}万元"),
        Kind.SCALE,
        f"{said(a)}万元",
    )


@form
def bound_not_reached(c: Cast) -> Passage:
    bound = c.random.choice([300, 400, 500])
    more, less = bound + c.count(2, 30), bound - c.count(2, 30)
    text = "全县认定的家庭农场达{n}家，首次突破{b}家。"
    return Passage(text.format(n=more, b=bound), text.format(n=less, b=bound), Kind.BOUND, f"{less}家")


@form
def beyond_told_elsewhere(c: Cast) -> Passage:
    bound = c.random.choice([300, 400, 500])
    more, less = bound + c.count(2, 30), bound - c.count(2, 30)
    text = "{s}，全县电商产业园新入驻网店超{b}家。冷链配套同步跟进。{s}，全县电商产业园新入驻网店{n}家。"
    return Passage(
        text.format(s=c.span, n=more, b=bound), text.format(s=c.span, n=less, b=bound), Kind.BOUND, f"{less}家"
    )


# Directions and money


@form
def fall_in_a_rise(c: Cast) -> Passage:
    rate, by = c.money(3, 9), c.money(1, 2)
    text = "{s}，全县房地产开发投资{v}{r}%，降幅比{b}收窄{x}个百分点。"
    held = {"s": c.span, "b": c.before, "r": said(rate), "x": said(by)}
    return Passage(text.format(v="下降", **held), text.format(v="增长", **held), Kind.SIGN, f"{said(rate)}%")


@form
def twice_negative(c: Cast) -> Passage:
    rate = c.money(3, 9)
    text = "{s}，全县水泥产量下降{r}%。"
    return Passage(
        text.format(s=c.span, r=said(rate)), text.format(s=c.span, r=f"-{said(rate)}"), Kind.SIGN, f"-{said(rate)}%"
    )


@form
def turned_positive(c: Cast) -> Passage:
    rate = c.money(1, 5)
    text = "{s}，全县民间投资{v}{r}%，增速由负转正。"
    held = {"s": c.span, "r": said(rate)}
    return Passage(text.format(v="增长", **held), text.format(v="下降", **held), Kind.SIGN, f"{said(rate)}%")


@form
def narrowed_yet_larger(c: Cast) -> Passage:
    small, large = c.money(2, 4), c.money(5, 8)
    text = "{s}，全县汽车零售额下降{a}%，降幅比{b}的{d}%收窄。"
    held = {"s": c.span, "b": c.before}
    return Passage(
        text.format(a=said(small), d=said(large), **held),
        text.format(a=said(large), d=said(small), **held),
        Kind.SIGN,
        f"{said(large)}%",
    )


@form
def change_does_not_fit(c: Cast) -> Passage:
    a, by = c.money(4, 8), c.money(1, 2)
    wrong = by + c.money(2, 4)
    text = "{p}，全县用电量增长{a}%。{s}，全县用电量增长{b}%，增速比{p}提高{x}个百分点。"
    held = {"p": c.before, "s": c.span, "a": said(a), "b": said(a + by)}
    return Passage(
        text.format(x=said(by), **held), text.format(x=said(wrong), **held), Kind.CHANGE, f"{said(wrong)}个百分点"
    )


@form
def more_paid_than_signed(c: Cast) -> Passage:
    signed, paid = c.money(60, 90), c.money(10, 40)
    text = "{s}，全县新签约项目合同投资额{a}亿元，到位资金{b}亿元。"
    return Passage(
        text.format(s=c.span, a=said(signed), b=said(paid)),
        text.format(s=c.span, a=said(paid), b=said(signed)),
        Kind.PAID_IN,
        f"{said(signed)}亿元",
    )


@form
def agreement_and_arrival(c: Cast) -> Passage:
    signed, paid = c.money(60, 90), c.money(10, 40)
    text = "上述项目协议总投资{a}亿元，目前实际到位{b}亿元。"
    return Passage(
        text.format(a=said(signed), b=said(paid)),
        text.format(a=said(paid), b=said(signed)),
        Kind.PAID_IN,
        f"{said(signed)}亿元",
    )
