"""名称: when two names mean one measure, and when they are two measures that are easily taken for each other."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["are_siblings", "fold_name", "same_unit"]

_IDLE: Final = re.compile(r"[\s\"'“”‘’「」『』《》()（）\[\]【】]+")
_SAME: Final = (
    ("营业总收入", "营业收入"),
    ("主营业务收入", "营业收入"),
    ("营收", "营业收入"),
    ("固投", "固定资产投资"),
    ("固定资产投资额", "固定资产投资"),
    ("国内生产总值", "地区生产总值"),
    ("社零总额", "社会消费品零售总额"),
    ("社零", "社会消费品零售总额"),
    ("规模以上", "规上"),
    ("限额以上", "限上"),
    ("税收收入", "税收"),
)
_AIM: Final = re.compile("(?:目标任务|目标|任务|计划数|预算数|预算)$")
_SCOPE: Final = re.compile("规上|限上|全口径|全社会|全部|全行业|年主营业务收入2000万元以上")
_FAMILIES: Final = (
    ("总产值", "产值", "营业收入", "增加值", "销售收入", "主营业务收入"),
    (
        "计划总投资",
        "计划投资",
        "总投资",
        "合同投资额",
        "合同额",
        "协议投资额",
        "协议总投资额",
        "到位资金",
        "实际到位资金",
        "固定资产投资",
        "投资额",
    ),
    ("一般公共预算收入", "税收", "财政收入", "财政总收入"),
    ("出口", "进口", "进出口"),
    ("利润总额", "净利润", "利润"),
    ("签约项目数", "开工项目数", "投产项目数", "引进项目数", "在谈项目数", "储备项目数"),
)
_COUNTERS: Final = frozenset({"家", "户", "个"})


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """What two spellings of one name share: full names for short ones, no blanks, quotation marks or brackets.

    That a figure is wanted (到位资金目标) is told by its modality, not by its name.

    >>> fold_name("规模以上工业 营收"), fold_name("GDP")
    ('规上工业营业收入', '地区生产总值')
    """
    folded = _IDLE.sub("", unicodedata.normalize("NFKC", name))
    if folded.upper() in ("GDP", "生产总值"):
        return "地区生产总值"
    folded = _AIM.sub("", folded)
    for short, full in _SAME:
        if full not in folded:
            folded = folded.replace(short, full)
    return folded


def are_siblings(one: str, other: str) -> bool:
    """Whether two measures are different and easily mixed up: 产值 and 营收, 规上 and 全口径, 合同额 and 到位资金.

    >>> are_siblings("产值", "营收"), are_siblings("规上工业总产值", "工业总产值"), are_siblings("营收", "营业收入")
    (True, True, False)
    """
    a, b = fold_name(one), fold_name(other)
    if a == b:
        return False
    if _SCOPE.sub("", a) == _SCOPE.sub("", b):
        return True
    for family in _FAMILIES:
        heads = [max((head for head in family if name.endswith(head)), key=len, default="") for name in (a, b)]
        if all(heads) and heads[0] != heads[1]:
            return True
    return False


def same_unit(one: str, other: str) -> bool:
    """Whether values of two base units can be compared; firms are counted in 家, 户 and 个 alike."""
    return one == other or {one, other} <= _COUNTERS
