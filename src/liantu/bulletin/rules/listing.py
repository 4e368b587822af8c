"""列举 the names of a list told before 分别: whose figures they are and what each one measures.

>>> names("猪、牛、羊、禽肉产量", 4)
['猪肉产量', '牛肉产量', '羊肉产量', '禽肉产量']
>>> names("房地产业、教育三类行业", 3), names("第一、二产业", 2)
([], ['第一产业', '第二产业'])
"""

import re
from typing import Final

from liantu.bulletin.cast import names_in
from liantu.bulletin.measure import ends_as_measure, head_of
from liantu.bulletin.place import Place

__all__ = ["COUNTED", "names", "owned", "parts"]

# 等五大行业: how many a list holds, and what they are.
COUNTED: Final = re.compile(
    r"等?(?:这)?[\d一二三四五六七八九十两]{1,3}(?:大|个|类|种|项|家|条)+"
    r"(?P<kind>(?:大类|小类|重点|主要|支柱|主导|优势|传统|行业|产业|门类|领域|商品|产品|指标|板块|区域|地区|县|区|市|镇|乡|集群|产业链|链)+)"
)
_TAIL: Final = re.compile(
    r"(?:同比|环比|累计|实际|名义|增速|增幅|增长率|速度|强劲|较快|平稳|也|均|则|等|，|,|：|:|的|\s)+$"
)
_OF_GROWTH: Final = re.compile(r"对[一-龥A-Z]{2,10}(?:增长|发展)?的?(?=(?:平均)?贡献率)")
_BRACKET: Final = re.compile(r"\([^()]{1,30}\)")
_LEAD: Final = re.compile(r"^.*(?:其中|[其当]中[，,:])[，,:]?|^[^，,、]{0,12}看[，,]")
_SCOPE: Final = re.compile(r"^(?:全[国省市区县州旗]|[我该][省市区县州])(?:的)?")
_ORDINAL: Final = re.compile(r"第一、(?:第)?二(?:、(?:第)?三)?(?=产业)")
_TRADE: Final = re.compile(r"(?:业|产业|集群|链|行业|制造|加工|冶炼|采选|压延)$")
_OWN_NAME: Final = re.compile(r"(?:区|县|市|(?<!城)镇|乡|街道|公司|集团|股份|园区)$")
_TRADES: Final = re.compile(r"行业|产业|门类|集群|链")
_SUFFIX: Final = re.compile(r"(?:产业|行业|制造业|工业|业)$")
_CONDITION: Final = re.compile(r"^(?:规模以上工业|规上工业|规模工业|限额以上单位|限上单位|规上)")
_TIME: Final = re.compile(r"\d{1,2}(?:-\d{1,2})?月|[一二三四]季度|[上下]半年")
# All of industry or farming: the name of the account, no branch of it.
_WHOLE: Final = re.compile(r"(?:规上|规模以上|规模|全部|全社会)?(?:工业|农业|农林牧渔业)")
# 限额以上批发、零售业: the limit holds for each of them.
_LIMIT: Final = re.compile(r"^(?:限额以上|限上|规模以上|规上)(?!工业|单位)")
_SECTOR: Final = re.compile(r"^([一二三])产(?!业)")
_JOINTS: Final = ("、", "[、和]", "[、和与]", "[、和与及]")


def names(told: str, wanted: int) -> list[str]:
    """The `wanted` names that end a stretch of text, [] if it does not end in so many.

    The words after the last comma are asked first; names that hold commas themselves are joined by nothing else.

    >>> names("1-8月,信息、软件业,租赁和商务业,教育三类行业增速", 3)
    ['信息、软件业', '租赁和商务业', '教育']
    """
    told = _OF_GROWTH.sub("", _LEAD.sub("", _TAIL.sub("", _BRACKET.sub("", told))))
    told = _ORDINAL.sub(lambda m: "、".join(f"第{n}产业" for n in re.findall("[一二三]", m[0]))[:-2], told)
    listed, kind = parts(told)
    whole = [part.strip("“” ") for part in re.split("[，,]", listed.rpartition(":")[2]) if not _TIME.match(part)]
    if kind and len(whole) == wanted > 1 and all(len(part) > 1 for part in whole):
        return whole
    starts = [0, *(m.end() for m in re.finditer(r"[，,:：]", listed))]
    for start in reversed(starts):
        found = _split(listed[start:].strip("，,：: "), wanted)
        if found:
            return _completed(found)
    return []


def parts(told: str) -> tuple[str, str]:
    """A list without the words that count it, and what it counts (行业, 产品), '' if nothing does.

    >>> parts("煤炭、化工、焦化3个行业增加值")
    ('煤炭、化工、焦化增加值', '行业')
    """
    found = [m for m in COUNTED.finditer(told) if m.start() > 1]
    if not found:
        return told, ""
    last = found[-1]
    return told[: last.start()] + told[last.end() :], last["kind"]


def _split(listed: str, wanted: int) -> list[str]:
    """The parts of a list; 及 and 与 part names only where the count asks for it (建筑及装潢材料 is one)."""
    for joint in (*_JOINTS, "[，,]"):
        found = [part.strip("“” ") for part in re.split(joint, listed)]
        inside = "[，,]" if joint != "[，,]" else "[。；;]"
        if len(found) == wanted and all(found) and not any(re.search(inside, p) or _TIME.match(p) for p in found):
            return found
    found = names_in(listed)
    times = any(_TIME.match(name) for name in found)
    return found if len(found) == wanted and not times and not re.search("[，,]", listed) else []


def _completed(found: list[str]) -> list[str]:
    """猪、牛、禽肉 told short: what the last name adds belongs to the one-character names before it."""
    last = found[-1]
    if len(last) > 2 and any(len(name) == 1 for name in found[:-1]):
        return [name + last[1:] if len(name) == 1 else name for name in found]
    return found


def owned(found: list[str], kind: str, head: str, place: Place, default: str) -> list[tuple[str, str]]:
    """(subject, measure) of each name: an industry or a firm is a subject, goods are part of the measure.

    `head` is what the list measures where its last name does not say so itself.

    >>> owned(["猪肉产量", "牛肉产量"], "", "", Place("乙山区", "", ""), "乙山区")
    [('乙山区', '猪肉产量'), ('乙山区', '牛肉产量')]
    >>> owned(["煤炭", "焦化增加值"], "行业", "", Place("乙山区", "", ""), "乙山区")
    [('乙山区煤炭', '增加值'), ('乙山区焦化', '增加值')]
    """
    subject = default
    if scope := _SCOPE.match(found[0]):
        subject = place.resolve(scope[0].removesuffix("的"))
        found = [found[0][scope.end() :], *found[1:]]
    found[0] = re.sub(r"^对(?=[一-龥]{2})", "", found[0].removeprefix(place.name) or found[0])
    found = [_SECTOR.sub(r"第\1产业", name) for name in found]
    last = head_of(found[-1])
    suffix = _SUFFIX.search(found[-1].removesuffix(last))
    if suffix and not _TRADE.search(found[0].removesuffix(last)) and not ends_as_measure(found[0]):
        found = [n if n.endswith(suffix[0]) else n + suffix[0] for n in found[:-1]] + [found[-1]]
    if limit := _LIMIT.match(found[0]):
        found = [found[0], *(n if _LIMIT.match(n) else limit[0] + n for n in found[1:])]
    condition = _CONDITION.match(found[0])
    return [_one(name, kind, last or head, subject, condition[0] if condition else "") for name in found]


def _one(name: str, kind: str, head: str, subject: str, condition: str) -> tuple[str, str]:
    bare = re.sub(r"的$", "", name.removesuffix(head) if head else name)
    if _OWN_NAME.search(bare) and not _TRADES.search(kind):
        return bare, head
    if _WHOLE.fullmatch(bare):
        return subject, name if name.endswith(head) else bare + head
    if bare and (_TRADES.search(kind) or _TRADE.search(bare)) and not bare.endswith("类"):
        return subject + bare, head
    if not bare:
        return subject, condition + head
    if bare != name or not ends_as_measure(name):
        return subject, bare + head
    return subject, (
        condition if not name.startswith(condition) and name in ("产值", "总产值", "增加值") else ""
    ) + name
