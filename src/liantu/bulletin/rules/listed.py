"""“市里公布首批8个市级先进集群名单。” A list a higher office publishes counts for that office's place, not for ours."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect

__all__ = ["find"]

_BATCH: Final = r"(?:首批|第[一二三四五六七八九十]批|新一批)"
_ISSUED: Final = re.compile(
    rf"(?P<who>省|市|国家|国务院|工信部|农业农村部)?[一-龥]{{0,8}}(?:公布|发布|认定|评选|确定|公示)(?:了|的)?{_BATCH}?$"
)
_NOUN: Final = re.compile(r"(?P<noun>(?:国家级|省级|市级)?[一-龥]{2,20}?)(?:名单|[，。、；])")
_HEAD: Final = re.compile(r"(?:产业集群|集群|企业|项目|园区|基地|产业链|平台|中心|工厂|示范区|产品|品牌)$")
# The list told first and its length after a comma: 公布省级先进集群，首批12个.
_LISTED: Final = re.compile(rf"(?P<noun>(?:国家级|省级|市级)[一-龥]{{2,20}}?)(?:名单)?[，,]{_BATCH}(?:共|有|共有)?$")


def find(line: Line) -> Iterator[Candidate]:
    """The counts of lists a higher office published."""
    for telling in line.tellings:
        q = telling.quantity
        if q.rate is not None:
            continue
        issued = _ISSUED.search(line.text[: q.start])
        noun = _LISTED.search(line.text[: q.start]) or (_NOUN.match(line.text, q.end) if issued else None)
        if noun is None:
            continue
        name = noun["noun"]
        head = _HEAD.search(name)
        who = issued["who"] if issued else None
        if head is None or not (who or name.startswith(("市级", "省级", "国家级"))):
            continue
        where = line.place.parent if who == "市" or name.startswith("市级") else ""
        measure = f"{head[0].removeprefix('产业')}数"
        yield Candidate(telling, Aspect.LEVEL, "listed", Decimal("0.80"), where + name, measure)
