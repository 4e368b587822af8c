"""以上 Beyond: the name of a count of those beyond an amount, told with the amount before or behind.

>>> name_beyond("", "产值超10亿元，", "规上企业数"), name_beyond("超10亿元的", "、", "年营收超50亿元集群数")
('产值超10亿元企业数', '年营收超10亿元集群数')
"""

import re
from typing import Final

__all__ = ["name_beyond"]

_HOW: Final = r"(?:均?(?:超过?|突破|过|破)|达到?|在)"
_AMOUNT: Final = r"[\d.]{1,16}[十百千万亿]{0,4}元(?:以上)?"
_NOUN: Final = r"企业|项目|公司|产业集群|集群|园区|产业"
_BEHIND: Final = re.compile(
    rf"(?P<noun>{_NOUN})?(?!总投资|计划总投资|协议)(?P<what>(?:年度?)?(?:[一-龥]{{2,6}}?)?{_HOW}{_AMOUNT})(?=[，,。；;、）)]|$)"
)
_BEFORE: Final = re.compile(rf"(?P<what>[一-龥]{{0,8}}?{_HOW}?{_AMOUNT})的$")
_LAST: Final = re.compile(rf"(?P<noun>{_NOUN})(?:总|个)?数(?:量)?$")
_HEAD: Final = re.compile(rf"^(?P<what>[一-龥]{{2,8}}?){_HOW}{_AMOUNT}")


def name_beyond(lead: str, after: str, before: str) -> str:
    """The name, '' where no amount is told; `before` is the measure told before, which may lend its noun."""
    last = _LAST.search(before)
    noun = last["noun"] if last else ""
    if m := _BEHIND.match(after):
        return f"{m['what']}{m['noun'] or noun}数" if m["noun"] or noun else ""
    if (m := _BEFORE.search(lead)) and noun:
        head = _HEAD.match(before)
        own = (
            m["what"]
            if re.match(r"[一-龥]{2,}?(?:超|突破|过|破|达|在)", m["what"]) or head is None
            else head["what"] + m["what"]
        )
        return f"{own}{noun}数"
    return ""
