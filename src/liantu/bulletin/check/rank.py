"""名次: one place given to two, and places that the values beside them contradict.

Only towns, streets, parks and districts ranked within one place are held against each other: industries that each rank
first in the whole city are no contradiction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from liantu.bulletin.check.draft import LEVEL, MARKS, RATE, Draft, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.quote import Quote

__all__ = ["rank_order", "rank_twice"]

_RANK: Final = re.compile(
    rf"(?P<who>[一-龥]{{2,8}}?(?:镇|乡|街道|园区|开发区|新区|高新区|区|县|市))(?P<what>[^，,。；;、{MARKS}]{{2,22}}?)(?P<value>[{LEVEL}{RATE}])"
    rf"[，,、（(](?:同比增长{RATE}[，,])?(?:增速|总量|规模|增幅)?(?:并列)?(?:继续|稳|位|暂|均)?(?:居|列|位居|位列|排名?|排在|排)"
    rf"(?:在|于)?(?P<where>全[区市县省州旗]|各(?:镇街|街镇|镇|区县|园区|县区|乡镇))(?:各?(?:镇街|街镇|镇|区县|园区|县区|乡镇))?(?:的)?"
    rf"(?P<place>第[一二三四五六七八九十\d]{{1,3}}位?名?|首位|榜首|末位)"
)
_IN_ORDER: Final = re.compile(
    rf"(?:居前|排名?前|位居前|位列前|列前|(?<!\d)前(?=[三四五六七八九十]名))[一二两三四五六七八九十\d]{{1,2}}(?:位|名)?的?[^。；;{MARKS}]{{0,16}}?依次(?:为|是)(?P<list>[^。；;]*)"
)
_VERB: Final = re.compile("(?:同比|增长|下降|实现|完成|达到|达|为|比上年|[了共])+")
_LOWER_IS_BETTER: Final = re.compile("能耗|失业|投诉|浓度|下降|负债|用时|事故")
_DIGITS: Final = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Who holds which place of what where; `span` is the words of the place."""

    who: str
    what: str
    where: str
    place: int
    value: Told
    span: Quote
    words: str
    shared: bool


def rank_twice(draft: Draft) -> Iterator[Finding]:
    """东岭镇……居全县第一；西坪镇……居全县第一: one place, two holders, no 并列.

    >>> from liantu.bulletin.document import Document
    >>> text = "东岭镇工业投资增长12%，居全县第一；西坪镇工业投资增长11%，居全县第一。"
    >>> [found.spans[0].of(text) for found in rank_twice(Draft.of(Document.from_text(text)))]
    ['第一']
    """
    for one, other in _pairs(draft):
        if one.place == other.place and not (one.shared or other.shared) and one.value.value != other.value.value:
            yield Finding(
                Kind.RANK_TWICE,
                Severity.WRONG,
                (other.span, one.span),
                f"{one.who}和{other.who}的{one.what or '同一项'}都排在{one.where}{other.words}。",
                f"Both {one.who} and {other.who} are given the same place ({other.words}).",
            )


def rank_order(draft: Draft) -> Iterator[Finding]:
    """The second may not be larger than the first, and a list 依次为 runs downwards.

    >>> text = "东岭镇工业投资增长12%，居全县第一；西坪镇工业投资增长15%，居全县第二。"
    >>> [one.spans[0].of(text) for one in rank_order(Draft.of_text(text))]
    ['第二']
    """
    for one, other in _pairs(draft):
        first, second = sorted((one, other), key=lambda ranked: ranked.place)
        same_unit = first.value.unit == second.value.unit
        if first.place < second.place and same_unit and first.value.value < second.value.value:
            yield Finding(
                Kind.RANK_ORDER,
                Severity.WRONG,
                (second.span, first.span, second.value.span, first.value.span),
                f"{second.who}{second.value.words}排{second.words}，却大于排{first.words}的{first.who}{first.value.words}。",
                f"{second.who} with {second.value.words} stands behind {first.who} with {first.value.words}.",
            )
    for sentence in draft.sentences:
        yield from _in_order(sentence)


def _in_order(sentence: Sentence) -> Iterator[Finding]:
    for m in _IN_ORDER.finditer(sentence.shape):
        told = [sentence.at(at) for at in range(m.start("list"), m.end()) if sentence.shape[at] in MARKS]
        if len(told) < 2 or len({one.unit for one in told}) > 1 or not all(one.exact for one in told):
            continue
        for one, other in pairwise(told):
            if other.value > one.value:
                yield Finding(
                    Kind.RANK_ORDER,
                    Severity.WRONG,
                    (other.span, one.span),
                    f"依次排列的名次中，后面的{other.words}大于前面的{one.words}。",
                    f"In the order told, {other.words} stands behind {one.words}.",
                )


def _pairs(draft: Draft) -> Iterator[tuple[_Ranked, _Ranked]]:
    """Two holders of places of one thing within one place, told close to each other."""
    for near in range(len(draft.sentences)):
        here = list(_ranked(draft.sentences[near]))
        after = list(_ranked(draft.sentences[near + 1])) if near + 1 < len(draft.sentences) else []
        for one, other in (*combinations(here, 2), *((a, b) for a in here for b in after)):
            alike = (one.what, one.where) == (other.what, other.where) and one.who != other.who
            if alike and not _LOWER_IS_BETTER.search(one.what):
                yield one, other


def _ranked(sentence: Sentence) -> Iterator[_Ranked]:
    for m in _RANK.finditer(sentence.shape):
        what = _VERB.sub("", m["what"])
        if len(what) < 2 or _LOWER_IS_BETTER.search(m["what"]):
            continue
        value = sentence.at(m.start("value"))
        place = sentence.raw(m.start("place"), m.end("place"))
        who = re.sub("^(?:其中|全[区市县])", "", m["who"])
        yield _Ranked(who, what, m["where"], _number(m["place"]), value, place, m["place"], "并列" in m[0])


def _number(words: str) -> int:
    inner = words.strip("第位名")
    if words in ("首位", "榜首"):
        return 1
    if words == "末位":
        return 999
    if inner.isdigit():
        return int(inner)
    ten, _, one = inner.rpartition("十")
    tens = _DIGITS.get(ten, 1) * 10 if "十" in inner else 0
    return tens + (_DIGITS.get(one, 0) if one else 0)
