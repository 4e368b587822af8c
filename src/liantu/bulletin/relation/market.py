"""市场 Market: the place a product's share of a market takes. 东石的翻车机国内市场占有率排名第一，全球市场占有率居第二。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause
from liantu.bulletin.relation.name import bare
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile("市场占有率|市场份额|市占率")
_AREA: Final = "全球|国内|全国|世界|国际"
_SHARE: Final = re.compile(
    rf"^(?P<head>[^，。；]{{0,50}}?)(?P<measure>(?:{_AREA})?(?:市场占有率|市场份额|市占率))(?P<rest>[^，。；]{{0,40}})$"
)
_PLACE: Final = re.compile(
    rf"(?:均|连续[一二三四五六七八九十多\d]{{1,3}}年|持续|一直|稳定|长期){{0,2}}(?:在(?P<among>[^，。；]{{2,14}}?)中)?(?:排名|稳?居|位居|位列|名列|排在?|达到?)?(?P<area>{_AREA}|行业)?"
    r"(?P<place>第[一二三四五六七八九十]|首位|前[一二三五十]|榜首)(?:位|名)?"
)
# 产品市场占有率 without the product is the firm's own place (see standing).
_NO_PRODUCT: Final = frozenset(("", "产品", "的产品", "主导产品", "主要产品", "该产品", "公司", "其"))


def find(_: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """The places of market shares; a clause that names no product goes on with the one before it."""
    owner = measure = ""
    for clause in clauses:
        m = _SHARE.match(clause.text)
        if m is not None:
            measure = m["measure"]
            owner = _owner(m["head"], clause, memory) if bare(m["head"]) or not owner else owner
        told = _PLACE.fullmatch(m["rest"] if m else clause.text) if owner and not clause.planned else None
        if told and measure:
            area = told["among"] or told["area"] or ""
            word = f"{area}{told['place']}"
            yield Said(f"{owner}{measure}", "rank", word, clause.start, clause.start + len(clause.text), "share")


def _owner(head: str, clause: Clause, memory: Memory) -> str:
    """Whose share it is: a known firm with its product, or the product of the firm spoken of."""
    words = re.sub(r"(?:生产|研发|制造|研制)的|的$", "", bare(head))
    if firm := memory.cast.firms.opening(words):
        product = words[len(firm) :]
        return "" if product in _NO_PRODUCT or re.search("[，是在有了将]", product) else words
    firm = clause.topic if clause.topic in memory.cast.firms else ""
    plain = re.fullmatch(r"[一-龥A-Za-z0-9“”]{2,16}", words) and not re.search("[是在有了将的其该]|公司|企业", words)
    return f"{firm}{words}" if firm and plain and words not in _NO_PRODUCT else ""
