"""百分号与百分点: the difference of two rates is told in points, the growth of a level in per cent."""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.check.draft import MARKS, POINT, RATE, Sentence
from liantu.bulletin.check.finding import Finding, Kind, Severity

__all__ = ["per_cent_for_points", "points_for_per_cent"]

_P: Final = RATE
_D: Final = POINT
_NO: Final = f"[^，,。；;、{MARKS}]"
_RATES: Final = (
    "(?<!的)增速|增幅|降幅|涨幅|跌幅|占比|比重|占有率|覆盖率|完成率|开工率|到位率|投产率|竣工率|达产率|城镇化率|负债率|利润率|毛利率|就业率|"
    "失业率|贡献率|普及率|合格率|优良率|利用率|自给率|渗透率|国产化率|配套率|入住率|入驻率|出租率|数控化率|达标率|满意率|办结率|增长率"
)
_MOVED: Final = (
    "提高|提升|上升|下降|回落|加快|放缓|收窄|扩大|增加|降低|高出|减缓|回升|上涨|下滑|高于?|低于?|快于?|慢于?"
)
_RATE_MOVED: Final = re.compile(
    rf"(?P<rate>{_RATES}){_NO}{{0,16}}?(?P<moved>{_MOVED})(?:了|近|约)?(?P<figure>{_P})(?![）)]|的)"
)
_RATE_THEN: Final = re.compile(
    rf"(?:{_RATES}){_NO}{{0,6}}?{_P}[，,][比较]{_NO}{{2,10}}?(?P<moved>提高|提升|上升|下降|回落|增加|降低)了?(?P<figure>{_P})(?![）)]|的)"
)
_THAN_MEAN: Final = re.compile(
    rf"{_P}[，,](?:增速)?(?P<moved>高于|低于|快于|慢于|高出|高过){_NO}{{2,10}}?(?:平均水平|平均增速|平均|增速|水平)(?P<figure>{_P})(?![）)]|的)"
)
_THAN: Final = re.compile(
    rf"{_P}[，,](?:增速)?比{_NO}{{2,12}}?(?P<moved>高出?|低|快|慢)了?(?P<figure>{_P})(?![）)]|的)"
)
_LEVEL_GREW: Final = re.compile(
    rf"(?:产值|营收|收入|投资|零售总?额|总额|总值|利润|税收|产量|用电量|出口额?|进口额?|销售额|交易额|增加值|货运量|吞吐量|贷款余额|存款余额)"
    rf"(?:同比|比上年同期|较上年同期|比上年|较上年|比去年同期|较去年同期)(?:增长|下降|增加|减少|上升)了?(?P<figure>{_D})"
)
_LENT: Final = re.compile("拉动|带动|贡献|推动|增速|影响|占比|比重")


def per_cent_for_points(sentence: Sentence) -> Iterator[Finding]:
    """增速比1-9月提高2%: a rate that moves, or is held against a mean, moves by points.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("投资增长8.5%，增速比上半年提高2%。占比提高到30%。"))
    >>> [found.expected for one in draft.sentences for found in per_cent_for_points(one)]
    ['2个百分点']
    """
    seen: set[int] = set()
    for pattern in (_RATE_MOVED, _RATE_THEN, _THAN_MEAN, _THAN):
        for m in pattern.finditer(sentence.shape):
            figure = sentence.at(m.start("figure"))
            if not figure.is_percent or figure.start in seen:
                continue
            seen.add(figure.start)
            right = f"{figure.words.rstrip('%')}个百分点"
            yield Finding(
                Kind.POINTS,
                Severity.WRONG,
                (figure.span,),
                f"两个比率相差要用百分点：“{m['moved']}{figure.words}”应为“{m['moved']}{right}”。",
                f"Two rates differ by percentage points: write {right} for {figure.words}.",
                right,
            )


def points_for_per_cent(sentence: Sentence) -> Iterator[Finding]:
    """产值同比增长5个百分点: a level grows by per cent.

    >>> from liantu.bulletin.check.draft import Draft
    >>> [one.expected for one in points_for_per_cent(Draft.of_text("软件业务收入同比增长5.1个百分点。").sentences[0])]
    ['5.1%']
    """
    for m in _LEVEL_GREW.finditer(sentence.shape):
        figure = sentence.at(m.start("figure"))
        if _LENT.search(sentence.clause(m.start())):
            continue
        right = figure.words.replace("个百分点", "%").replace("百分点", "%")
        yield Finding(
            Kind.POINTS,
            Severity.WRONG,
            (figure.span,),
            f"数额的增长要用百分号：{figure.words}应为{right}。",
            f"A level grows by per cent: write {right} for {figure.words}.",
            right,
        )
