"""排位 Placed: the place a figure takes among others, 增长5%，居全市第二位.

The figure told last before the words is the one they place; where another figure, or several at once (均, 分别), may be
meant, nothing is said. A rate is placed as its growth, a level as itself.

    >>> figure = Figured("乙山区", "工业投资", True, 4, 6)
    >>> [(s.subject, s.object) for s in placed("工业投资5%，增速居全市第二位。", [figure])]
    [('乙山区工业投资增速', '全市第二位')]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.said import Said

__all__ = ["Figured", "indices", "placed"]

_PLACE: Final = r"(?P<place>第[一二三四五六七八九十\d]{1,3}位?|首位|榜首|前[一二三四五六七八九十\d]{1,2}位?|前列)(?![个季大批次期家产类版届轮梯名])"
_FIELD: Final = (
    r"(?P<field>(?:全[省市国区县州旗盟球]|(?:全球|国内|世界|全国)(?:同?行业(?:企业)?|同类产品)|世界|国内|"
    r"[一-龥]{2,3}[省市]|[一二三四五六七八九十\d]{1,2}个?(?:县|区|市))(?:[一-龥]{0,6}[县区市园]|\([市区县]\))?)"
)
_TAKES: Final = r"(?:稳?居|位居|位列|位于|跃居|排名|名列|排在|排列|排|列|位次|跃升至?|跻身)"
_ADVERB: Final = (
    r"(?:继续|持续|依旧|仍然?|连续|稳定|由此|并|再次|首次|目前|[一二三四五六七八九十\d]{1,2}[年个]月?){0,3}"
)
_PLACED: Final = re.compile(
    rf"(?P<what>总量|规模|总额|增速|增幅|涨幅|增长率?|名义增速|累计增速|数量|总数)?(?P<doubt>[均都])?{_ADVERB}"
    rf"(?:{_TAKES}(?:在|为|至|到)?{_FIELD}(?:的|中)?|在?{_FIELD.replace('field', 'before')}(?:的|中)?{_TAKES}"
    rf"|(?<=[位。；%，]){_FIELD.replace('field', 'bare')}){_PLACE}"
)
_LEVELS: Final = frozenset("总量 规模 总额 数量 总数".split())
# What may stand between the figure and its place: a stop, a comparison in words.
_BETWEEN: Final = re.compile(
    r"(?:\([^()\d]{1,12}\))?[，,、]?(?:(?:增速|增幅)[^，,。；;\d]{2,14}[，,]|(?:高于|低于|快于|好于|领先|较|比)[^，,。；;]{2,24}(?:点|水平|平均|全[省市国]|增速)[，,])?"
)
_WISHED: Final = re.compile("力争|争取|目标|确保|预计|计划|有望|努力|以上$")


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure that was read: whose, of what, whether it tells a movement, and where it stands in the sentence, level and growth together."""

    subject: str
    measure: str
    moves: bool
    start: int
    end: int


# “创新指数”跃居全省第二: an index of the place itself, without a figure.
_INDEX: Final = re.compile(
    rf"(?:^|[，,。；;])(?P<index>“?[一-龥]{{2,12}}指数”?)(?:综合)?{_ADVERB}(?:{_TAKES}(?:在|为|至|到)?){_FIELD}{_PLACE}(?=[，,。；;]|$)"
)


def indices(text: str, memory: Memory) -> Iterator[Said]:
    """The places a sentence gives to indices of the document's place, where it speaks of nobody else."""
    for m in _INDEX.finditer(text):
        planned = _WISHED.search(text, max(0, m.start() - 40), m.start())
        if memory.place.name and not planned and memory.kind in ("", "place") and not memory.cast.firm_in(text):
            yield Said(
                f"{memory.place.name}{m['index']}", "rank", f"{m['field']}{m['place']}", m.start(), m.end(), "index"
            )


def placed(text: str, figures: Sequence[Figured]) -> Iterator[Said]:
    """The places a sentence gives to its figures."""
    if not figures:
        return
    for m in _PLACED.finditer(text):
        before = [figure for figure in figures if figure.end <= m.start()]
        last = max(before, key=lambda figure: figure.end, default=None)
        if last is None or m["doubt"] or not _BETWEEN.fullmatch(text, last.end, m.start()):
            continue
        if _WISHED.search(text, _opening(text, last.start), m.start()):
            continue
        moves = last.moves if not m["what"] else m["what"] not in _LEVELS
        measure = last.measure.removesuffix("增速") + "增速" if moves else last.measure
        owner = "" if measure.startswith(last.subject) else last.subject
        field = m["field"] or m["before"] or m["bare"]
        yield Said(f"{owner}{measure}", "rank", f"{field}{m['place']}", _opening(text, last.start), m.end(), "placed")


def _opening(text: str, at: int) -> int:
    """Where the clause of a figure begins: its evidence names what the figure measures."""
    return max(text.rfind(stop, 0, at) for stop in "，。；：,;:") + 1
