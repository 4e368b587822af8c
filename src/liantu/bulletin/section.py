"""节 Section: a heading and the paragraphs read under it, torn ones already joined.

>>> page = "# 甲县\\n今年，甲县签约3个项目。\\n二、工业\\n产值5亿元。"
>>> for part in sections(page)[0]:
...     print(part.heading, [paragraph.text for paragraph in part.paragraphs])
甲县 ['今年，甲县签约3个项目。']
二、工业 ['产值5亿元。']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from liantu.bulletin.block import Block
from liantu.bulletin.flow import Stretch
from liantu.bulletin.order import Order, arrange, split
from liantu.bulletin.reading import Hypothesis

__all__ = ["Section", "sections", "sentences"]

_END = re.compile(r"[。！？!?…]+[”’」』）)\"]*|(?<=[%一-龥])\.(?=\s|$)|[；;](?=[一二三四五六七八九十]是)")
_FULL = 0.8
_BRIEF = 24
_CHAT = re.compile(r"(?:同比|增长|下降|两年平均|高于|低于|较全|比全|全[国省市][\d.]+)")
_LONG = 4000
_LONGEST = 2000


@dataclass(eq=False, slots=True)
class Section:
    """What stands under one heading; `trail` are the headings above it, the highest first."""

    title: Stretch | None
    level: int
    trail: tuple[str, ...]
    paragraphs: list[Stretch] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return self.title.text if self.title else ""


def sections(text: str) -> tuple[tuple[Section, ...], tuple[Hypothesis, ...]]:
    """The sections of a folded text in reading order, and the repairs made on the way."""
    order = arrange(split(text), text)
    found = tuple(_gather(order, text))
    return found, order.hypotheses


def _gather(order: Order, text: str) -> Iterator[Section]:
    current = Section(None, 0, ())
    above: list[Block] = []
    width = max((len(block.text) for run in order.runs for block in run.blocks), default=0)
    for run in order.runs:
        if run.heading is not None:
            if current.paragraphs or current.title:
                yield current
            heading = run.heading
            above = [block for block in above if block.level < heading.level]
            title = Stretch.cut(text, heading.start, heading.end)
            current = Section(title, heading.level, tuple(block.text for block in above))
            above.append(heading)
        for i, block in enumerate(run.blocks):
            piece = Stretch.cut(text, block.start, block.end)
            goes_on = run.joined or (order.wrapped and run.heading is None)
            if (
                current.paragraphs
                and _CHAT.match(block.text)
                and len(block.text) <= _BRIEF
                and not goes_on
                and _has_room(current)
            ):
                before = current.paragraphs.pop()
                end = before.offsets[-1] + 1
                gap = Stretch.cut(text, end, block.start) if end < block.start <= end + 4 else Stretch("", range(0))
                current.paragraphs.append(_comma(before) + gap + piece)
                continue
            if order.chat and current.paragraphs and not goes_on and _half_line(current.paragraphs[-1], block, text):
                before = current.paragraphs.pop()
                current.paragraphs.append(_comma(before) + _pause(_comma(before)) + piece)
                continue
            if i == 0 and current.paragraphs and goes_on and len(current.paragraphs[-1]) < _LONG:
                before = current.paragraphs.pop()
                current.paragraphs.append(before + _seam(before, block, order, text, width) + piece)
            else:
                current.paragraphs.append(piece)
    if current.paragraphs or current.title:
        yield current


def _has_room(section: Section) -> bool:
    return len(section.paragraphs[-1]) < _LONG


def _half_line(before: Stretch, block: Block, text: str) -> bool:
    """Whether a line only breaks off where the next goes on: both are short, and no empty line parts them."""
    last = before.offsets[-1] + 1
    gap = text[last : block.start]
    short = len(block.text) <= _BRIEF and len(re.split(r"[，\n]", before.text)[-1]) <= _BRIEF
    return (
        short and gap.count("\n") == 1 and not gap.strip() and before.text[-1] not in "。；;:：" and len(before) < _LONG
    )


def _pause(before: Stretch) -> Stretch:
    """The line break after a half line, read as a comma."""
    last = before.offsets[-1] + 1
    return Stretch("，", range(last, last + 1))


def _comma(before: Stretch) -> Stretch:
    """A chat page ends each line with an exclamation mark where a sentence would go on."""
    return before.part(0, len(before) - 1) if before.text.endswith(("!", "！")) else before


def _seam(before: Stretch, block: Block, order: Order, text: str, width: int) -> Stretch:
    """Between two lines of a page that breaks lines freely: nothing after a full line, the line break after a short one."""
    last = before.offsets[-1] + 1
    line = before.text.rpartition("\n")[2]
    if not order.wrapped or len(line) >= _FULL * width or last >= block.start:
        return Stretch("", range(0))
    return Stretch("\n", range(last, last + 1))


def sentences(paragraph: Stretch) -> Iterator[Stretch]:
    """A paragraph cut after each full stop, closing quotation marks kept with what they close.

    No sentence is longer than 2000 characters: a page without stops is cut at a comma, so that it is read in time.

    >>> [s.text for s in sentences(Stretch.cut("签约3个。“很好！”他说。", 0, 13))]
    ['签约3个。', '“很好！”', '他说。']
    """
    start = 0
    for stop in _END.finditer(paragraph.text):
        yield from _bounded(paragraph, start, stop.end())
        start = stop.end()
    if start < len(paragraph):
        yield from _bounded(paragraph, start, len(paragraph))


def _bounded(paragraph: Stretch, start: int, end: int) -> Iterator[Stretch]:
    while end - start > _LONGEST:
        signs = (paragraph.text.rfind(sign, start, start + _LONGEST) for sign in "；;，,、 ")
        cut = max(signs) + 1 or start + _LONGEST
        yield paragraph.part(start, cut)
        start = cut
    yield paragraph.part(start, end)
