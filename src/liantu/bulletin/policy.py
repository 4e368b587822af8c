"""政策 Policy: amounts a policy promises to whoever meets its terms (最高奖励500万元), which nobody has yet been paid.

>>> is_promise("对新认定企业给予最高50万元奖励", 10, 14), is_promise("累计发放奖励资金50万元", 8, 12)
(True, False)
"""

import re
from typing import Final

__all__ = ["is_promise"]

_GIFT: Final = r"(?:奖励|奖补|补助|补贴|资助|贴息|奖金|扶持|支持|配套|减免)"
_GIVE: Final = re.compile(r"给予|最高|按照?|每[家户个项人次年新]|封顶|上限|不超过|可享受|分别")
_GIFT_AFTER: Final = re.compile(
    rf"(?:以内|以下)?(?:[、和及或]?[\d.]+(?:-[\d.]+)?(?:[万亿]?元|%))*(?:以内)?的?(?:[一-龥]{{0,6}}){_GIFT}"
)
_GIFT_BEFORE: Final = re.compile(
    rf"{_GIFT}(?:金额|标准|资金|总额)?(?:[一-龥]{{0,3}}最高)?(?:不超过|可达|可获|给予|为)?(?:约|近)?$"
)
_MOST: Final = re.compile(r"(?:最高|一次性)(?:给予|可获|可达|不超过|奖励|补助|补贴|资助)*$")
_PAID: Final = re.compile(r"已|累计|共计?|兑现|发放|到位|拨付|获得|争取|去年|上年|完成|实现|落实|使用")
_CLAUSE: Final = re.compile(r"[，,；;。\n]")


def is_promise(text: str, start: int, end: int) -> bool:
    """Whether the amount or rate at `start`:`end` is what a policy offers."""
    begin = max((m.end() for m in _CLAUSE.finditer(text, max(0, start - 60), start)), default=max(0, start - 60))
    before = text[begin:start]
    if _PAID.search(before):
        return False
    given = _GIFT_AFTER.match(text, end) is not None and _GIVE.search(before) is not None
    return (
        given
        or _MOST.search(before) is not None
        or (_GIFT_BEFORE.search(before) is not None and _GIVE.search(before) is not None)
    )
