"""The figures the district's bulletins carried at the end of 2023, in sentences of our own."""

from datetime import date

from tests.paper import JAN_NOV, JAN_OCT, YEAR_2022, Paper, Said

THREE_QUARTERS = (date(2023, 1, 1), date(2023, 9, 30))
NOV = (None, date(2023, 11, 30))
DEC = (None, date(2023, 12, 28))
BY_2025 = (date(2025, 1, 1), date(2025, 12, 31))
BY_2035 = (date(2035, 1, 1), date(2035, 12, 31))
DATA, BIO, ECO, MAT, NOO, SVC = (
    "大数据智能化产业",
    "大健康生物医药产业",
    "生态环保产业",
    "新材料产业",
    "重庆小面产业",
    "现代服务业",
)

SEED = Paper(
    "数据92.2亿元450多家；医药137.6亿元200多家，目标200亿元、1000亿元；环保72.6亿元，目标100亿元；"
    "材料营收59亿元、产值53亿元，目标100.0亿元；小面45.5亿元，8个，10.6亿元，2.4亿元；园区2000万元，40多家；"
    "服务业124.3亿元，提升7.2个百分点，2万多家；签约23个，107亿元。",
    (
        Said("92.2亿元", DATA, "营收", "92.2", span=JAN_OCT, yoy="1.89"),
        Said("450多家", DATA, "企业数", "450", "家", NOV, bound="over"),
        Said("137.6亿元", BIO, "营收", "137.6", span=YEAR_2022),
        Said("200多家", BIO, "企业数", "200", "家", DEC, bound="over"),
        Said("200亿元", BIO, "营收", "200", span=BY_2025, modality="forecast", bound="over"),
        Said("1000亿元", BIO, "营收", "1000", span=BY_2035, modality="forecast"),
        Said("72.6亿元", ECO, "营收", "72.6", span=JAN_OCT, yoy="5.5"),
        Said("100亿元", ECO, "营收", "100", span=BY_2025, modality="forecast", bound="over"),
        Said("59亿元", MAT, "营收", "59", yoy="6.1"),
        Said("53亿元", MAT, "产值", "53", yoy="9.8"),
        Said("100.0亿元", MAT, "产值", "100", span=BY_2025, modality="forecast", bound="over"),
        Said("45.5亿元", NOO, "营收", "45.5", yoy="106"),
        Said("8个", NOO, "引进项目数", "8", "个", JAN_NOV),
        Said("10.6亿元", NOO, "合同投资额", "10.6"),
        Said("2.4亿元", NOO, "到位资金", "2.4"),
        Said("2000万元", "4号仓库影视产业园", "产值", "2000", "万元", DEC),
        Said("40多家", "4号仓库影视产业园", "入驻企业数", "40", "家", DEC, bound="over"),
        Said("124.3亿元", SVC, "服务业增加值", "124.3", span=THREE_QUARTERS, yoy="7.3"),
        Said(
            "7.2个百分点",
            SVC,
            "增加值增速变动",
            "7.2",
            "个百分点",
            THREE_QUARTERS,
            aspect="pp_change",
            modality="comparison",
            base="上半年",
        ),
        Said("2万多家", SVC, "市场主体", "2", "万家", DEC, bound="over"),
        Said("23个", "本次签约", "签约项目数", "23", "个", DEC),
        Said("107亿元", "本次签约", "计划总投资", "107", span=DEC),
    ),
    relations=(
        ("海康威视", "role", "智能视觉产业链链主"),
        ("萤石电子", "role", "链主"),
        ("中元汇吉", "role", "链主"),
        ("重庆国际复合材料股份有限公司", "role", "重点企业"),
        ("国际复合材料", "role", "龙头企业"),
        ("宝武航研", "role", "重点企业"),
        ("某某公司", "role", "链主"),
        ("重庆华韶智算中心", "role", "龙头项目"),
        (DATA, "scale", "百亿级"),
        (NOO, "scale", "百亿级"),
        (MAT, "scale", "百亿级"),
    ),
    conflicts=(("two_times", (9,), "一句话里并存两个时期。"), ("mixed_times", (0, 1), "时点不一。")),
)
