"""分项与合计: parts against their whole, in one sentence.

“新签约项目128个，分别为：东岭镇31个、西坪镇28个……”, “完成进出口100亿元，其中出口70亿元、进口40亿元”.
A list behind 其中 may overlap (规上企业、高新技术企业), so it is added up only where it names a whole partition.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say, slack

__all__ = ["larger_part", "listed_sum", "partition", "respective_sum", "told_alike"]

_L: Final = LEVEL
_NO: Final = f"[^。；;{MARKS}]"
_GAP: Final = f"[^。；;，{MARKS}]"
_SUMS: Final = ("元", "美元", "吨", "亩", "平方米", "人", "千瓦时")
_INNER: Final = re.compile(f"其中|包括|(?<={_L})(?:[:：]|[(（](?=[一1]季度))")
_STOP: Final = re.compile(
    "累计|总量|总数|总计|总额达|合计|共计|去年|上年|同期|带动|[比较]|目标|任务|计划|预计|力争|增加(?!值)|减少|净增|全[区市县省国州]|目前|占"
)
_HEADS: Final = re.compile(
    "总投资|投资|产值|营业收入|营收|收入|利润|税收|税金|出口|进口|销售额|贷款|资金|增加值|零售额|补贴|融资|交易额|注册资本|订单|"
    "利用外资|合同额|面积|产能|产量|客流|人口|户籍"
)
_BEFORE: Final = re.compile("上年|去年|同期|增加(?!值)|减少|净增|目标|任务|达产|预计|每|人均|年产")
_RESPECTIVE: Final = re.compile(
    f"{_L}[，,：:;；（(]?(?:其中)?[，,]?(?:依次|分别)(?:为|是|有)?[：:]?(?P<list>[^。；;]*)"
)
_LISTED: Final = re.compile(
    f"{_L}(?:[、，,和及与]+{_GAP}{{0,14}}{_L}){{1,20}}[，,、](?:(?:三者|两者|两项|三项|四项|各项|以上)?(?:合计|共计|总计|总共|加起来)"
    f"|(?P<many>{_L})[^。；;，{MARKS}]{{0,8}}?共){_GAP}{{0,12}}{_L}"
)
# What makes up a whole, by the whole's name: members never overlap, and all of them make the whole.
_FAMILIES: Final = (
    ("生产总值|GDP", ("第?一产", "第?二产", "第?三产")),
    ("进出口", ("(?<!进)出口", "进口")),
    ("到位", ("固定资产|固投", "流动资金")),
    ("用电量", ("第?一产", "第?二产", "第?三产", "居民|生活")),
    ("财政|公共预算收入|收入", ("(?<!非)税收", "非税")),
    ("市场主体|经营主体", ("(?<!个体)企业", "个体", "合作社")),
    ("粮食", ("夏粮", "秋粮")),
    ("人口|零售|可支配收入的", ("城镇", "农村|乡村")),
    ("游客|接待", ("国内|境内", "境外|入境|国外")),
    ("", ("工业|第二产业", "服务业|第三产业", "农业|第一产业")),
    ("", ("内资", "外资")),
    (".", ("一季度", "二季度", "三季度", "四季度")),
    ("", ("公路", "铁路", "水路|水运", "航空")),
)
_WHOLE: Final = 2
_REST: Final = re.compile("其他|其它|其余|余下")


def larger_part(sentence: Sentence) -> Iterator[Finding]:
    """其中: no part is larger than the whole before it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("共有企业420家，其中规上企业480家。"))
    >>> [found.zh for found in larger_part(draft.sentences[0])]
    ['其中的480家大于整体420家。']
    """
    for cue in _INNER.finditer(sentence.shape):
        for whole, parts in _inside(sentence, cue):
            for part in parts:
                if part.value > whole.value + slack(part.step, whole.step) and whole.value > 0:
                    yield Finding(
                        Kind.PARTS,
                        Severity.WRONG,
                        (part.span, whole.span),
                        f"其中的{part.words}大于整体{whole.words}。",
                        f"The part, {part.words}, is larger than the whole, {whole.words}.",
                    )


def partition(sentence: Sentence) -> Iterator[Finding]:
    """其中 with a whole partition (一二三产, 出口和进口, 其余…): the parts make the whole.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("完成进出口总额100亿元，其中出口70亿元、进口40亿元。"))
    >>> [found.expected for found in partition(draft.sentences[0])]
    ['110亿元']
    """
    for cue in _INNER.finditer(sentence.shape):
        for whole, parts in _inside(sentence, cue):
            heads = [_head(sentence, part) for part in parts]
            named = _head(sentence, whole)
            if len(parts) > 1 and _REST.search(heads[-1]):
                yield from _unequal(whole, parts)
            elif members := _members(named, heads):
                yield from _unequal(whole, parts, only_over=members < _WHOLE)


def respective_sum(sentence: Sentence) -> Iterator[Finding]:
    """128个，分别为：31个、28个、…: the list makes the number before it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in respective_sum(Draft.of_text("新签约项目128个，分别为：东岭镇31个、西坪镇28个、中塘镇40个。").sentences[0])]
    ['99个']
    """
    for m in _RESPECTIVE.finditer(sentence.shape):
        whole = sentence.at(m.start())
        places = [at for at in range(m.start("list"), m.end()) if sentence.shape[at] in MARKS]
        parts = [sentence.at(at) for at in places]
        ends = [m.start("list"), *(at + 1 for at in places)]
        short = all(at - end <= 16 for end, at in zip(ends, places, strict=False))
        same = all(told_alike(part, whole) for part in parts)
        if len(parts) > 1 and short and same and not _BEFORE.search(_head(sentence, whole)):
            yield from _unequal(whole, parts)


def listed_sum(sentence: Sentence) -> Iterator[Finding]:
    """30亿元、40亿元、50亿元，合计120亿元: the total is that of the list before it.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in listed_sum(Draft.of_text("到位固定资产30.5亿元、流动资金10.2亿元，合计45.7亿元。").sentences[0])]
    ['40.7亿元']
    """
    for m in _LISTED.finditer(sentence.shape):
        *parts, whole = sentence.marks(m)
        if m["many"] and parts.pop().value != len(parts):  # 三个园区共…: the count is told before the whole
            continue
        if all(told_alike(part, whole) for part in parts):
            yield from _unequal(whole, parts)


def told_alike(one: Told, other: Told) -> bool:
    """Whether two figures can be added or compared: one unit, both exact."""
    return one.unit == other.unit and one.exact and other.exact


def _inside(sentence: Sentence, cue: re.Match[str]) -> Iterator[tuple[Told, list[Told]]]:
    """For each unit told behind the cue: the whole before it and the parts that are surely inside it."""
    places = [at for at, mark in enumerate(sentence.shape) if mark == _L]
    before = [at for at in places if at < cue.start() and not re.search("[。；;]", sentence.shape[at : cue.start()])]
    if not before:
        return
    at = before[-1]
    whole = sentence.at(at)
    head = _clause_head(sentence.shape, at)
    if _BEFORE.search(head) or not whole.exact or cue.start() - at > 40:
        return
    parts, end = [], cue.end()
    for place in (place for place in places if place >= cue.end()):
        gap = re.sub(f"[{MARKS}]", "", sentence.shape[end:place])
        part = sentence.at(place)
        alike = part.unit == whole.unit
        others = (
            alike and part.unit in _SUMS and any(w not in head and not _within(w, head) for w in _HEADS.findall(gap))
        )
        if len(gap) > 26 or re.search("[。；;]", gap) or _STOP.search(gap) or others or (alike and not part.exact):
            break
        parts += [part] if alike else []
        end = place + 1
    if parts:
        yield whole, parts


def _within(head: str, whole: str) -> bool:
    """Whether a measure of another name is a part of the whole's: 增加值 of 生产总值, 出口 of 进出口, 流动资金 of 到位."""
    return (
        (head == "增加值" and re.search("生产总值|GDP", whole) is not None)
        or (head in ("出口", "进口") and "进出口" in whole)
        or (head in ("资金", "投资") and "到位" in whole)
        or (head == "税收" and "收入" in whole)
        or (head == "人口" and "人" in whole)
    )


def _head(sentence: Sentence, told: Told) -> str:
    """The words that name a figure: those between it and the figure before it, the last clause of them."""
    at = [place for place, mark in enumerate(sentence.shape) if mark in MARKS][sentence.told.index(told)]
    return _clause_head(sentence.shape, at)


def _clause_head(shape: str, at: int) -> str:
    return re.split(f"[，,。；;、：:{MARKS}]", shape[max(0, at - 40) : at])[-1]


def _members(whole: str, heads: Sequence[str]) -> int:
    """Whether the names are different members of one family: 0 no, 1 some of them, `_WHOLE` all of them."""
    for words, family in _FAMILIES:
        if len(heads) < 2 or not re.search(words, whole):
            continue
        held = [[n for n, member in enumerate(family) if re.search(member, head)] for head in heads]
        if all(len(found) == 1 for found in held) and len({found[0] for found in held}) == len(heads):
            complete = len(heads) == len(family) and bool(words)
            return _WHOLE if complete and "合作社" not in family else 1
    return 0


def _unequal(whole: Told, parts: Sequence[Told], *, only_over: bool = False) -> Iterator[Finding]:
    total = sum((part.value for part in parts), Decimal())
    room = slack(whole.step, *(part.step for part in parts))
    if total - whole.value <= room and (only_over or whole.value - total <= room):
        return
    listed = "、".join(part.words for part in parts)
    yield Finding(
        Kind.PARTS,
        Severity.WRONG,
        (whole.span, *(part.span for part in parts)),
        f"各项{listed}相加为{say(total, whole.unit)}，与所写的{whole.words}相差{say(abs(total - whole.value), whole.unit)}。",
        f"{listed} add up to {say(total, whole.unit)}, not to {whole.words}.",
        say(total, whole.unit),
    )
