"""The cast as clients of the district; and a standing to draw pages from without a ledger, each card lacking something."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from liantu.plan.shown import Shown, Status
from liantu.plan.standing import Brief, ClusterStanding, Firm, Level, Standing
from tests.district import District, district, settled

__all__ = ["as_", "district", "sample", "settled"]

YI = Decimal(100_000_000)


def money(key: str, name: str, value: str, period: str, end: date, **more: object) -> Shown:
    """A figure in 亿元, quoted and checked unless said otherwise."""
    names = {"营业收入": "Revenue", "产值": "Output", "服务业增加值": "Value added"}
    shown = Shown(
        id=key, name=name, name_en=names.get(name, name), value=Decimal(value), unit="亿元", mark="",
        value_base=Decimal(value) * YI, unit_base="元", period_zh=period, period_en=period.replace("月", " mo."),
        period_end=end, status=Status.ACCEPTED, derived=False, entries=(1,),
    )  # fmt: skip
    return replace(shown, **more)  # type: ignore[arg-type]


def count(key: str, value: int, mark: str = "+") -> Shown:
    """A number of firms."""
    return Shown(
        key, "企业数", "Firms", Decimal(value), "家", mark, Decimal(value), "家",
        "11月底", "end of Nov", date(2023, 11, 30), Status.ACCEPTED, False, (2,),
    )  # fmt: skip


def rate(key: str, value: str, name: str = "达标所需年均增速") -> Shown:
    """A derived growth in per cent."""
    return Shown(
        key, name, "Growth needed", Decimal(value), "%", "", Decimal(value), "%",
        "2023→2025", "2023→2025", date(2025, 12, 31), Status.WAITING, True, (3, 4), formula="(b ÷ a) ^ (1/2) − 1",
    )  # fmt: skip


LOOKS = {
    "data": ("大数据智能化", "Big data & AI", "cpu"),
    "bio": ("大健康生物医药", "Biomedicine", "microscope"),
    "eco": ("生态环保", "Eco-industry", "leaf"),
    "mat": ("新材料", "New materials", "atom-2"),
    "noo": ("重庆小面", "Chongqing noodles", "soup"),
    "tour": ("文化休闲旅游", "Culture & tourism", "masks-theater"),
    "svc": ("现代服务业", "Modern services", "building-store"),
}
OCT, NOV, SEP = date(2023, 10, 31), date(2023, 11, 30), date(2023, 9, 30)


def cluster(code: str, status: Level, said: tuple[str, str], **more: object) -> ClusterStanding:
    """A cluster with nothing known but its name, its status and what `more` adds."""
    name, name_en, icon = LOOKS[code]
    bare = ClusterStanding(
        code=code, name=name, name_en=name_en, group=2 if code in {"tour", "svc"} else 5, icon=icon,
        hue="#2F5FD0", hue_dark="#7FA6FF", tint="#E9EFFC", office=f"{name}产业办", office_en=f"{name_en} office",
        main=None, prior=None, annual=None, target=None, needed=None, firms=None, closest=None, closest_name="", closest_name_en="",
        scale_zh="", scale_en="", status=status, status_zh=said[0], status_en=said[1], people=(),
    )  # fmt: skip
    return replace(bare, **more)  # type: ignore[arg-type]


def target(key: str, name: str, value: str) -> Shown:
    """A target for 2025."""
    return money(key, name, value, "2025年", date(2025, 12, 31))


def derived(key: str, name: str, value: str, end: date) -> Shown:
    """A value reckoned from another."""
    return money(key, name, value, str(end.year), end, derived=True)


@pytest.fixture
def sample() -> Standing:
    """Every shape the cockpit can draw."""
    clusters = (
        cluster("data", Level.OK, ("折年已过百亿", "Run-rate above ¥10bn"),
                main=money("e1", "营业收入", "92.2", "1–10月", OCT, yoy=Decimal("1.89")),
                prior=derived("prior-1", "营业收入", "90.49", date(2022, 10, 31)),
                annual=derived("annual-1", "营业收入", "110.64", date(2023, 12, 31)),
                firms=count("e2", 450), scale_zh="百亿级", scale_en="¥10bn class",
                people=(Firm("hk", "海康威视", "", "链主", 1), Firm("ys", "萤石电子", "", "链主", 2))),
        cluster("bio", Level.WARN, ("缺今年数据", "No 2023 figure"),
                main=money("e3", "营业收入", "137.6", "2022年全年", date(2022, 12, 31)),
                annual=money("e3", "营业收入", "137.6", "2022年全年", date(2022, 12, 31)),
                target=target("e4", "营业收入", "200"), needed=rate("need-3-4", "13.2"), firms=count("e5", 200),
                people=(Firm("zy", "中元汇吉", "", "链主", 3),)),
        cluster("eco", Level.WARN, ("略低于所需增速", "Slightly behind"),
                main=money("e6", "营业收入", "72.6", "1–10月", OCT, yoy=Decimal("5.5")),
                prior=derived("prior-6", "营业收入", "68.8", date(2022, 10, 31)),
                annual=derived("annual-6", "营业收入", "87.12", date(2023, 12, 31)),
                target=target("e7", "营业收入", "100"), needed=rate("need-6-7", "7.14"),
                people=(Firm("sf", "三峰环境", "", "重点", 4), Firm("dr", "德润环境", "", "重点", 5))),
        cluster("mat", Level.BAD, ("明显低于所需增速", "Well behind"),
                main=money("e8", "产值", "53", "1–11月", NOV, yoy=Decimal("9.8"), status=Status.WAITING),
                prior=derived("prior-8", "产值", "48.27", date(2022, 11, 30)),
                annual=derived("annual-8", "产值", "57.82", date(2023, 12, 31)),
                target=target("e9", "产值", "100"), needed=rate("need-8-9", "31.51"),
                people=(Firm("gj", "国际复合材料", "", "重点", 6), Firm("bw", "宝武航研", "", "重点", 7))),
        cluster("noo", Level.OK, ("翻番", "Doubled"),
                main=money("e10", "营业收入", "45.5", "1–11月", NOV, yoy=Decimal(106)),
                prior=derived("prior-10", "营业收入", "22.09", date(2022, 11, 30)),
                scale_zh="百亿级", scale_en="¥10bn class", people=(Firm("jg", "井谷元", "", "重点", 8),)),
        cluster("tour", Level.NONE, ("无产业级数据", "No industry figure"),
                closest=money("e11", "产值", "2000", "至2023年12月", date(2023, 12, 29), unit="万元",
                              value_base=Decimal(20_000_000)),
                closest_name="4号仓库影视产业园", closest_name_en="Warehouse 4 Studios", firms=count("e12", 40),
                people=(Firm("wh", "4号仓库影视产业园", "", "重点", 9),)),
        cluster("svc", Level.WARN, ("增速待核", "Growth to verify"),
                main=money("e13", "服务业增加值", "124.3", "前三季度", SEP, yoy=Decimal("7.3")),
                prior=derived("prior-13", "服务业增加值", "115.8", date(2022, 9, 30)),
                firms=replace(count("e14", 2), unit="万家", value_base=Decimal(20_000))),
    )  # fmt: skip
    return Standing("ddk-5-2", "“5+2”产业集群", "5+2 industry clusters", datetime(2023, 12, 30, tzinfo=UTC),
                    clusters, briefs(), 25, 5)  # fmt: skip


def briefs() -> tuple[Brief, ...]:
    """Three statements, the worst first."""
    yoy = Shown("e13-yoy", "增速", "Growth", Decimal("7.3"), "%", "", Decimal("7.3"), "%", "前三季度", "Q1–Q3",
                SEP, Status.CONFLICT, False, (13,))  # fmt: skip
    return (
        Brief("mat", "新材料", "New materials", Level.BAD, "behind", rate("need-8-9", "31.51"),
              "目标要求年均", "Needs", "，目前 9.8%", " a year, now 9.8%",
              "产值 53 亿元，距 2025 年 100 亿元还差 47 亿元", "Output ¥5.3bn; ¥4.7bn short of the 2025 target"),
        Brief("noo", "重庆小面", "Chongqing noodles", Level.WARN, "paid-in", rate("ratio-20-21", "22.64", "资金到位率"),
              "合同资金到位", "Paid in", "", "",
              "8 个项目签 10.6 亿元，到位 2.4 亿元，8.2 亿元待跟进", "8 projects: ¥1.06bn signed, ¥0.24bn paid in"),
        Brief("svc", "现代服务业", "Modern services", Level.INFO, "conflict", yoy,
              "增速", "Growth of", " 待核对", " to verify",
              "原文称较上半年提升 7.2 个百分点，倒推上半年仅 0.1%", "Source implies only 0.1% in the first half"),
    )  # fmt: skip


@pytest.fixture
def as_(district: District) -> Callable[..., Client]:
    """A client signed in as one of the cast: 王敏 of 新材料, 李强 of 小面, 赵局, 陈审; nobody for the empty name."""

    def sign_in(name: str = "", **more: bool) -> Client:
        client = Client(**more)
        if name:
            client.force_login(district.person(name))
        return client

    return sign_in
