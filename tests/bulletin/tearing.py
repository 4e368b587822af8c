"""Clean pages of our own words, and the same pages torn into columns: what a newspaper page goes through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

TOPICS = (
    ("轻纺", "面料、针织和家纺", "纺纱车间", "服装设计"),
    ("储能", "电芯、电池和逆变器", "电芯产线", "储能电站"),
    ("茶叶", "绿茶、红茶和花茶", "采茶季节", "茶园管护"),
    ("文旅", "古镇、温泉和露营", "游客中心", "民宿集聚"),
    ("医械", "试剂、耗材和仪器", "检测平台", "临床试验"),
)


T = TypeVar("T")


class Dice:
    """The same throws for the same seed, on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = seed * 2654435761 + 12345

    def randint(self, low: int, high: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return low + (self.state >> 33) % (high - low + 1)

    def sample(self, things: Sequence[T], count: int) -> list[T]:
        left = list(things)
        return [left.pop(self.randint(0, len(left) - 1)) for _ in range(count)]


@dataclass(frozen=True)
class Torn:
    """A page whole and torn; `cuts` tells how many sentences were torn in two."""

    whole: str
    torn: str
    cuts: int


def sections(seed: int, count: int = 4) -> list[tuple[str, list[str]]]:
    dice = Dice(seed)
    made = []
    for name, products, place, work in dice.sample(TOPICS, count):
        paragraphs = [
            f"在{name}产业的{place}，工人正忙着赶制{products}，{name}订单排到了明年，{place}里一派忙碌。",
            f"近年来，乙山区围绕{name}产业引进培育了{name}龙头企业{dice.randint(3, 40)}家，{work}日趋成熟，{name}产品远销各地。",
            f"今年1-10月，全区{name}产业实现营收{dice.randint(20, 90)}.{dice.randint(1, 9)}亿元，同比增长{dice.randint(2, 19)}%，{name}产业初具规模。",
        ]
        made.append((f"## {name}产业 {work}再提速", paragraphs))
    return made


def page(parts: list[tuple[str, list[str]]]) -> str:
    blocks = ["# 乙山区产业巡礼"]
    for heading, paragraphs in parts:
        blocks += [heading, *paragraphs]
    return "\n\n".join(blocks) + "\n"


def tear(seed: int, *, far: bool) -> Torn:
    """Tear each section's middle paragraph behind 引进培育; near: the rest follows; far: it stands elsewhere."""
    parts = sections(seed)
    whole = page(parts)
    blocks = ["# 乙山区产业巡礼"]
    rests: list[list[str]] = []
    for heading, paragraphs in parts:
        cut = paragraphs[1].index("培育") + 2
        blocks += [heading, paragraphs[0], paragraphs[1][:cut]]
        rests.append([paragraphs[1][cut:], *paragraphs[2:]])
        if not far:
            blocks += rests.pop()
    for rest in Dice(seed + 1).sample(rests, len(rests)):
        blocks += rest
    return Torn(whole, "\n\n".join(blocks) + "\n", len(parts))
