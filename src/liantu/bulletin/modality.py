"""语气 Modality: whether a figure happened, is wanted or is expected.

>>> judge("今年，实现营收5亿元，预计到2025年营收将突破", 26, future=True, over=False)
<Modality.FORECAST: 'forecast'>
>>> judge("到2025年，企业达到", 10, future=True, over=False), judge("实现营收", 4, future=False, over=True)
(<Modality.TARGET: 'target'>, <Modality.ACTUAL: 'actual'>)
"""

import re
from typing import Final

from liantu.bulletin.reading import Modality

__all__ = ["judge", "signed_money"]

_FORECAST: Final = re.compile(
    r"预计|有望|预期(?!目标|性)|可望|将(?![近军来领士要其])|[达投建]产后|投用后|投运后|竣工后|开[业园街馆]后|通车后|投入使用后|建成(?:投产|投用|达产)?后|全部建成|即将|届时|未来可|可(?:实现|年产|新增|带动|形成|达|增加|提供)|拟(?=投资|建|引进|新建|用地|总投资|投)"
)
_TARGET: Final = re.compile(
    r"力争|目标(?!任务的|任务完成|的|完成率|完成)|确保|努力(?:实现|形成|打造|建成|完成)|争取(?!上级|资金|到位|增发|超长期|中央|国债|专项|政策|债券|省级|项目)|责任书|任务(?!的|完成|数的|\d|$)|要(?:实现|达到|完成|力争|突破)|发展目标|主要目标|预期目标|达到以上|(?:增长|增速|提高|保持)[^，。]{0,4}预期"
)
# What only later days can bring, whatever the time told before it.
_LATER: Final = re.compile(
    r"[达投建]产后|投用后|投运后|竣工后|开[业园街馆]后|通车后|投入使用后|建成(?:投产|投用|达产)?后|全部建成|届时|有望|"
    r"预计(?:可|将)?(?:实现)?年(?:均)?(?:产(?!业)|生产|加工|处理|销|营|纳税|税收|可)"
)
# Plan words that reach no further than their own clause.
_PLANNED: Final = re.compile(r"(?:规划|计划)(?!总?投资|的)[^，,；;。]{0,20}$")
_TASK_DONE: Final = re.compile(r"完成(?:了)?[^，,；;。]{0,24}?(?:目标任务|任务目标|目标|任务)(?=[，,；;。]|$)")
_MONEY: Final = re.compile(r"总投资|投资总额|协议|合同|签约|计划投资|引资|意向")


def judge(text: str, at: int, future: bool, over: bool) -> Modality:
    """The modality of the figure at `at` of a sentence's text since its last time that is not to come.

    `future` says that its period lies after publication, `over` that it has ended.
    """
    said = _TASK_DONE.sub(lambda m: "，" * len(m[0]), text[:at])
    forecast = _last(_FORECAST, said)
    target = max(_last(_TARGET, said), _last(_PLANNED, said))
    if over and not future and (strong := _last(_LATER, said)) >= 0 and strong >= target:
        return Modality.FORECAST
    if over and not future:
        return (
            Modality.TARGET
            if target > forecast and target >= 0 and re.search(r"任务|责任书|目标", said[target:])
            else Modality.ACTUAL
        )
    if target > forecast:
        return Modality.TARGET
    if forecast >= 0:
        return Modality.FORECAST
    return Modality.TARGET if future else Modality.ACTUAL


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def signed_money(measure: str) -> bool:
    """Whether a measure names money agreed in a concluded deal: signed is a fact, whatever is planned with it.

    >>> signed_money("计划总投资"), signed_money("到位资金")
    (True, False)
    """
    return bool(_MONEY.search(measure)) and not measure.startswith("拟")
