"""Reading order: torn lines joined again, each repair told as a hypothesis.

A newspaper page copied column by column leaves a fragment at the foot of one column and its other half at the head of
another, often under somebody else's heading. Grammar, quotation marks, words seen side by side elsewhere, nearness
and subject matter vote for every pair (foot, head); pairs are taken best first, and a foot that fits nothing stays.
The text is never changed: a repair is a list of places in the order to read them.

    >>> page = "# 甲业\\n\\n甲业今年\\n\\n# 乙业\\n\\n乙业平稳。\\n\\n以来，甲业签约3个甲业项目。"
    >>> [run.blocks[-1].text for run in arrange(split(page), page).runs]
    ['甲业今年', '以来，甲业签约3个甲业项目。', '乙业平稳。']
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import chain, pairwise
from operator import add

from liantu.bulletin.block import Block, Kind, split
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Hypothesis
from liantu.bulletin.seam import inside_word, opens_inside
from liantu.bulletin.tear import head_strength, junction_fits, lacks_opening, leaves_open, number_fits, stops_midway

__all__ = ["Order", "Run", "arrange", "split"]

_HAN = re.compile(r"[一-龥]{2,}")
_FOUR = re.compile(r"[一-龥]{4}")
_TAKEN = 2.4
_MANY = 400
_WINDOW = 40
_REACH = 60  # blocks of one run that are compared; no column of a page is longer
_VECTORS = 2000
_NUMERIC = "0123456789.,-万亿"  # what a number ends in that may go on in another line
_WRAPPED = 0.4
_LEAST = 1.2
_LABEL = 11  # a caption this short is a name under a picture
_HEADS = 200
_TORN = 0.9
_HALF = 18
_MARGIN = 0.6
_WORD = 1.6  # what two halves of a usual word say for a pair


@dataclass(eq=False, slots=True)
class Run:
    """Blocks that stand one after another in the file and belong together; `heading` if one opens them.

    `joined` says that the first block goes on with the last block of the run before it in reading order.
    """

    heading: Block | None
    blocks: list[Block] = field(default_factory=list)
    joined: bool = False

    @property
    def open_end(self) -> bool:
        return bool(self.blocks) and stops_midway(self.blocks[-1].text)


@dataclass(frozen=True, slots=True)
class Order:
    """All runs in reading order, the hypotheses that led to it, and whether lines break without meaning (wrapped).

    `chat` says that they break off in the middle of what is said, as chat accounts break them.
    """

    runs: tuple[Run, ...]
    hypotheses: tuple[Hypothesis, ...]
    wrapped: bool
    chat: bool = False


def arrange(blocks: Sequence[Block], text: str) -> Order:
    """The blocks in the order to read them."""
    useful = [block for block in _told(blocks) if block.kind in (Kind.HEADING, Kind.BODY)]
    bodies = [block for block in useful if block.kind is Kind.BODY]
    if _is_chat([block.text for block in bodies]):
        return Order(tuple(_chunks(useful, frozenset())), (), wrapped=False, chat=True)
    torn = [len(block.text) for block in bodies if stops_midway(block.text)]
    if len(torn) > 5 and len(torn) > _WRAPPED * len(bodies) and _even(torn):
        return Order(tuple(_chunks(useful, frozenset())), (), wrapped=True)
    if not torn:
        return Order(tuple(_chunks(useful, frozenset())), (), wrapped=False)
    return _repair(useful, text)


def _is_chat(lines: list[str]) -> bool:
    """Whether a page tells its figures in half lines without stops, as chat accounts do; no column is that narrow."""
    told = [line for line in lines if re.search(r"\d", line)]
    halves = sum(len(line) <= _HALF and line[-1] not in "。；" for line in told)
    return len(told) > 4 and halves >= 0.6 * len(told)


def _told(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a caption among them taken for text where its last word or number goes on in another line."""
    heads = [block.text for block in blocks if block.kind is Kind.BODY and _opens_midway(block.text)][:_HEADS]
    return [
        replace(block, kind=Kind.BODY)
        if block.kind is Kind.CAPTION and len(block.text) > _LABEL and any(_goes_on(block.text, head) for head in heads)
        else block
        for block in blocks
    ]


def _opens_midway(text: str) -> bool:
    return head_strength(text) >= _TORN or opens_inside(text)


def _goes_on(tail: str, head: str) -> bool:
    numeric = tail[-1] in _NUMERIC and number_fits(tail, head) > 0
    return numeric or (_opens_midway(head) and inside_word(tail[-1], head[0]))


def _even(lengths: list[int]) -> bool:
    """Whether lines break at one width, as an editor wraps them, and not where a column ends."""
    usual = sorted(lengths)[len(lengths) * 3 // 4]
    return sum(0.75 * usual <= length <= 1.1 * usual + 2 for length in lengths) >= 0.6 * len(lengths)


def _chunks(blocks: Iterable[Block], heads: frozenset[int]) -> list[Run]:
    runs: list[Run] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            runs.append(Run(block))
        elif not runs or block.start in heads or runs[-1].open_end:
            runs.append(Run(None, [block]))
        else:
            runs[-1].blocks.append(block)
    return runs


def _repair(blocks: list[Block], text: str) -> Order:
    hard = frozenset(
        block.start
        for before, block in zip([None, *blocks], blocks, strict=False)
        if block.kind is Kind.BODY and head_strength(block.text) >= _needed(before)
    )
    topics = _Topics(blocks)
    runs = _chunks(blocks, hard)
    pairs = sorted(_pairs(runs, topics, text), key=lambda pair: (-pair.score, pair.tail.start, pair.head.start))
    chosen = _choose(pairs)
    chosen += _left_over(pairs, chosen)
    runs = _chunks(blocks, hard | frozenset(pair.head.start for pair in chosen))
    return _thread(runs, chosen)


def _needed(before: Block | None) -> float:
    """A line right under its heading must be plainly torn to be taken away from there."""
    return 1.0 if before is None or before.kind is Kind.HEADING else 0.7


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    tail: Block
    head: Block
    score: float
    reason: str
    near: bool


class _Topics:
    """Words of two characters, weighed by how few blocks use them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.words = {block.start: _bigrams(block.text) for block in blocks}
        spread = Counter(chain.from_iterable(dict.fromkeys(words) for words in self.words.values()))
        self._vectors: dict[tuple[int, int], tuple[dict[str, float], float]] = {}
        self.weight = {word: math.log((1 + len(blocks)) / n) for word, n in spread.items()}

    def likeness(self, one: Sequence[Block], other: Sequence[Block]) -> float:
        """Cosine of the two passages, 0 to 1."""
        (a, long), (b, wide) = self._vector(one), self._vector(other)
        if len(a) > len(b):
            a, b = b, a
        dot = sum([a[word] * b[word] for word in a if word in b])
        size = math.sqrt(long * wide)
        return dot / size if size else 0.0

    def _vector(self, blocks: Sequence[Block]) -> tuple[dict[str, float], float]:
        """The weights of a passage's words, and the sum of their squares."""
        key = (blocks[0].start, blocks[-1].start) if blocks else (0, 0)
        if key not in self._vectors:
            if len(self._vectors) > _VECTORS:
                del self._vectors[next(iter(self._vectors))]
            vector = self._add_up(blocks)
            self._vectors[key] = vector, sum([value * value for value in vector.values()])
        return self._vectors[key]

    def _add_up(self, blocks: Sequence[Block]) -> dict[str, float]:
        total = Counter(chain.from_iterable([self.words[block.start] for block in blocks]))
        weight, log1p = self.weight, math.log1p
        return {word: log1p(n) * weight[word] for word, n in total.items()}


def _bigrams(text: str) -> list[str]:
    return [word for run in _HAN.findall(text) for word in map(add, run, run[1:])]


class _Heard:
    """Which of the wordings around possible seams a text holds, found in one walk through it."""

    def __init__(self, text: str, seams: Iterable[str]) -> None:
        wanted = set(seams)
        threes = {part for seam in wanted for part in (seam[:3], seam[1:])}
        self._known: set[str] = set()
        for i in range(len(text) - 2) if wanted else ():
            if (three := text[i : i + 3]) in threes:
                self._known.add(three)
                if (four := text[i : i + 4]) in wanted:
                    self._known.add(four)

    def likelihood(self, seam: str) -> float:
        """2 where the four characters around a seam stand together elsewhere, 1 where three of them do."""
        if seam in self._known:
            return 2.0
        return float(seam[:3] in self._known or seam[1:] in self._known)


def _seam(tail: Block, head: Block) -> str:
    seam = tail.text[-2:] + head.text[:2]
    return seam if _FOUR.fullmatch(seam) else ""


def _pairs(runs: list[Run], topics: _Topics, text: str) -> list[_Pair]:
    feet = [i for i, run in enumerate(runs) if run.open_end]
    window = _WINDOW if len(feet) <= _WINDOW else _WINDOW // 5
    likeness: dict[tuple[int, int], float] = {}
    spots: dict[int, tuple[int, int]] = {}
    strength: dict[int, float | None] = {}
    for foot in feet:
        before, tail = _passage(runs[foot])[-_REACH:], runs[foot].blocks[-1]
        for j in range(max(0, foot - window), min(len(runs), foot + window + 1)):
            blocks = runs[j].blocks if j != foot else []
            for k in range(1 if runs[j].heading else 0, min(len(blocks), _REACH)):
                head = blocks[k]
                if strength.setdefault(head.start, None) is None:
                    strength[head.start] = head_strength(head.text)
                if strength[head.start] or junction_fits(tail.text, head.text) >= 0:
                    likeness[foot, head.start] = topics.likeness(before, blocks[k : k + _REACH])
                    spots[head.start] = (j, k)
    of_foot, of_head = _best(likeness, 0), _best(likeness, 1)
    stays = {start: _stays(runs, spot, topics) for start, spot in spots.items()}
    meeting = [(runs[foot].blocks[-1], runs[j].blocks[k]) for foot, start in likeness for j, k in (spots[start],)]
    heard = _Heard(text, filter(None, (_seam(*pair) for pair in meeting)))
    return [
        _weigh(runs, (foot, *spots[start]), value / of_foot[foot] + value / of_head[start], stays[start], (text, heard))
        for (foot, start), value in likeness.items()
    ]


def _best(likeness: dict[tuple[int, int], float], side: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for key, value in likeness.items():
        best[key[side]] = max(best.get(key[side], 1e-9), value)
    return best


def _stays(runs: list[Run], spot: tuple[int, int], topics: _Topics) -> float:
    """How much a block in the middle of a run resembles what stands above it."""
    j, k = spot
    if not k:
        return 0.0
    above, below = _passage(runs[j])[: -len(runs[j].blocks) + k][-_REACH:], runs[j].blocks[k : k + _REACH]
    return max(topics.likeness(above, below), topics.likeness(above[-1:], below))


def _passage(run: Run) -> list[Block]:
    return ([run.heading] if run.heading else []) + run.blocks


def _weigh(runs: list[Run], spot: tuple[int, int, int], topic: float, stays: float, page: tuple[str, _Heard]) -> _Pair:
    foot, j, k = spot
    tail, head = runs[foot].blocks[-1], runs[j].blocks[k]
    score = junction_fits(tail.text, head.text) + head_strength(head.text) + 1.5 * topic
    said = ["句子未完与句首残缺相接"]
    if leaves_open(tail.text) or lacks_opening(head.text):
        match = leaves_open(tail.text) and lacks_opening(head.text)
        score += 3.0 if match else -2.5
        said.append("引号相接" if match else "引号不合")
    near = j == foot + 1 and k == 0
    if near:
        caption = bool(page[0][tail.end : head.start].strip())
        score += 2.5 if caption else 1.0
        said.append("只隔图注" if caption else "位置相邻")
    if (seam := _seam(tail, head)) and (seen := page[1].likelihood(seam)):
        score += seen
        said.append("相接的词在别处出现")
    elif inside_word(tail.text[-1], head.text[0]):
        score += _WORD
        said.append("接缝处成词")
        score += opens_inside(head.text)
    if k:
        score -= 6.0 * stays + 0.2
    if topic > 1.6:
        said.append("内容相近")
    return _Pair(tail, head, score, "，".join(said), near)


def _choose(pairs: list[_Pair]) -> list[_Pair]:
    """The pairs that together say most: best first, then any pair whose taking makes the whole better."""
    worth = [pair for pair in pairs if pair.score > _TAKEN]
    best = _complete([], worth)
    if len(worth) > _MANY:
        return best
    better = True
    while better:
        better = False
        for pair in worth:
            trial = best if pair in best else _complete([pair], worth)
            if _sum(trial) > _sum(best) + 1e-9:
                best, better = trial, True
    return best


def _left_over(pairs: list[_Pair], chosen: list[_Pair]) -> list[_Pair]:
    """Of what is left, the pairs in which foot and head want each other plainly more than anything else left."""
    feet, heads = {pair.tail.start for pair in chosen}, {pair.head.start for pair in chosen}
    left = [pair for pair in pairs if pair.tail.start not in feet and pair.head.start not in heads]
    rivals: dict[int, list[_Pair]] = {}
    for pair in left:
        for place in (pair.tail.start, ~pair.head.start):
            best = rivals.get(place, [])
            rivals[place] = sorted([*best, pair], key=lambda each: -each.score)[:2]
    found = []
    for pair in left:
        others = (*rivals[pair.tail.start], *rivals[~pair.head.start])
        rival = max((each.score for each in others if each is not pair), default=0.0)
        if pair.score > _LEAST and pair.score - rival >= _MARGIN:
            found.append(replace(pair, reason=f"{pair.reason}，别处都接不上"))
    return found


def _sum(pairs: list[_Pair]) -> float:
    """What the pairs say together; columns stand side by side, so their torn ends go on in the order they stand in."""
    far = sorted((pair for pair in pairs if not pair.near), key=lambda pair: pair.tail.start)
    side = [1 if one.head.start < other.head.start else -1 for one, other in pairwise(far) if _side_by_side(one, other)]
    return sum(pair.score - _TAKEN for pair in pairs) + sum(side)


def _side_by_side(one: _Pair, other: _Pair) -> bool:
    """Whether both go on above, or both below, with neither going on between the two torn ends."""
    back = one.head.start < one.tail.start
    between = any(one.tail.start < pair.head.start < other.tail.start for pair in (one, other))
    return back == (other.head.start < other.tail.start) and not between


def _complete(chosen: list[_Pair], pairs: list[_Pair]) -> list[_Pair]:
    """Pairs added best first: each foot and each head once, no two feet with the same words."""
    chosen = list(chosen)
    feet = {pair.tail.text for pair in chosen}
    heads = {pair.head.start for pair in chosen}
    for pair in pairs:
        if pair.tail.text not in feet and pair.head.start not in heads:
            chosen.append(pair)
            feet.add(pair.tail.text)
            heads.add(pair.head.start)
    return chosen


def _thread(runs: list[Run], chosen: list[_Pair]) -> Order:
    by_tail = {pair.tail.start: pair for pair in chosen}
    by_head = {run.blocks[0].start: run for run in runs if run.blocks and run.heading is None}
    taken = {pair.head.start for pair in chosen}
    joined_words = {pair.tail.text for pair in chosen}
    ordered: list[Run] = []
    seen: set[int] = set()
    hypotheses: list[Hypothesis] = []
    starts = [run for run in runs if not (run.heading is None and run.blocks and run.blocks[0].start in taken)]
    for run in [*starts, *runs]:
        current: Run | None = run
        while current is not None and id(current) not in seen:
            seen.add(id(current))
            ordered.append(current)
            pair = by_tail.get(current.blocks[-1].start) if current.blocks else None
            current = by_head.get(pair.head.start) if pair else None
            if pair and current is not None and id(current) not in seen:
                current.joined = True
                hypotheses.append(_tell(pair))
    for run in ordered:
        last = run.blocks[-1] if run.blocks else None
        if last and stops_midway(last.text) and last.text in joined_words and last.start not in by_tail:
            run.blocks.pop()
            pieces = (Quote(last.start, last.end),)
            hypotheses.append(Hypothesis(pieces, "与别处的残句重复，只读一次", Decimal("0.90")))
    return Order(tuple(run for run in ordered if run.blocks or run.heading), tuple(hypotheses), wrapped=False)


def _tell(pair: _Pair) -> Hypothesis:
    confidence = Decimal(str(round(min(0.98, 0.3 + pair.score / 10), 2)))
    pieces = (Quote(pair.tail.start, pair.tail.end), Quote(pair.head.start, pair.head.end))
    return Hypothesis(pieces, pair.reason, confidence)
