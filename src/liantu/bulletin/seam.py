"""接缝 Seam: whether two characters are wont to stand together inside a word, for words torn in two.

    >>> inside_word("同", "比"), inside_word("比", "同")
    (True, False)

The table counts pairs of characters in the words of a common word list and in bulletins (`data/pairs.txt` tells how).
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["inside_word", "opens_inside"]

# Characters that are often words of their own, the commonest first (counted in the same word list).
_ALONE: Final = frozenset(
    "了是在和有他不我的人也为就这上年中你说一到都等着对来与地还要又大而之道以得她个后去将那但从月下把被于时只多过可并能好会出"
    "或日由里用所向已其给很看使前新想却它最见起小高更如再才便没走做让内及听各事号至叫两当三本无此市门正同吃比米外即问话打老副"
    "跟笑则像较死省住万因曾元呢手达头该女路约称名二每属谁受带先应吧县占处太点南张今间总回请者党段连站第共另倒快派啊吗按找均字"
    "入真拿马干王据四书仍难少钱气近杀清强写既若往台美未杨兵非除边鱼设州直越声五低坐儿极放红朝爱您报类早虽别初型讲送远反指乡甚"
    "完涓式左拉花锛条剑神河白官仅哪图热望岁紝转跑穿众黑怕置急镇竟曰亲传深脸买茶且办待忙尽喝郡车啦刚背离故言座酒满呀李令飞德足"
    "瞧右罢亦刀破龙需宽病随须居呈群算靠藏落项掌街铁菜率火桥股象跳某惊搞药冲双六鄂掉乱承村半供九敢余获兼船顶断似毛吴忽七久辖卖"
    "血轻画皆哭男喜伤架归退差姓朱皮刺睡浜骂底銆含洞阿驻铺块封谈诸肉岛短旧嘴挂留敌诗愿墓殿帮抓换脚房殑宫云食错牛拜饭状句救楼胜"
    "斗层著奔章届木怪抱拍降田修银欲停草鐨剉紫刘善香晚吨抢弄铜词厂暖凭追紧臣油读守俄端散攻陈礼树寺"
)


_HAN: Final = re.compile(r"[一-龥]{2}")


@cache
def _pairs() -> frozenset[str]:
    lines = (files("liantu.bulletin") / "data" / "pairs.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line[0] + after for line in lines if not line.startswith("#") for after in line[1:])


def inside_word(one: str, other: str) -> bool:
    """Whether `one` followed by `other` is usual inside a word."""
    return one + other in _pairs()


def opens_inside(text: str) -> bool:
    """Whether a line is likely to open inside a word: its first two characters are no usual pair, nor the first a word.

    >>> opens_inside("额同比下降"), opens_inside("出口下降"), opens_inside("和全市")
    (True, False, False)
    """
    return bool(_HAN.match(text)) and text[0] not in _ALONE and not inside_word(text[0], text[1])
