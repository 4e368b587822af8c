"""段 Block: one line of a document and what it is there for: heading, body, caption or byline.

A page saved from a newspaper or a chat account keeps the words under its pictures; they belong to no sentence.

    >>> [block.kind.value for block in split("# 甲县快报\\n今年，甲县签约3个项目。\\n记者 王敏")]
    ['heading', 'body', 'byline']
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from liantu.bulletin.tear import head_strength

__all__ = ["Block", "Kind", "closes", "is_list_heading", "split"]


class Kind(StrEnum):
    """What a line is there for."""

    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Block:
    """The characters `start` to `end` of the folded text; `level` orders headings, 1 the highest, 0 for the rest."""

    start: int
    end: int
    text: str
    kind: Kind
    level: int = 0


_LINE = re.compile(r"[^\r\n\u2028]+")
_MARK = re.compile(r"(#{1,6})\s*")
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])"
)
_BOLD = re.compile(r"(?:\*\*|【|◆|■|●|▌)")
_ENDS = tuple("。！？!?；;…")
_DOTTED = re.compile(r"[%一-龥]\.")
_CLOSING = '”’」』）)"'
_FRAGMENT_END = re.compile(r"(?:[，,、：:（(“《—]|今年|去年|全年|以来|其中|[的和与及在将对把为了就等从向是])$")
_FRAGMENT_HEAD = re.compile(r"^(?:在.*方面|据|目前|截至|以来|了|着|”|作为|随着|走进|位于|为了|通过)")
_FIGURE = re.compile(r"[0-9]\s{0,20}(?:[%％]|[万亿千百]?[元个家户亩吨件项条人台套辆]|[万亿])")
_BYLINE = re.compile(
    r"^(?:[（(]?(?:记者|通讯员|编辑|责编|校对|来源|文/|图/|作者|责任编辑|撰稿|供稿|发布时间|扫一扫|打印|分享)"
    r"|.{0,24}(?:图片由|供图|摄影报道|/摄|本报记者|报道员)|(?:https?://|www\.))"
)
_SHORT = 32
_LABEL = 12
_CREDIT = 90


def closes(text: str) -> bool:
    """Whether a line ends where a sentence ends.

    >>> closes("签约3个项目。”"), closes("近年全区引进培育")
    (True, False)
    """
    told = text.rstrip().rstrip(_CLOSING)
    return told.endswith(_ENDS) or _DOTTED.fullmatch(told, max(0, len(told) - 2)) is not None


def is_list_heading(text: str) -> bool:
    """Whether a line opens like 一、 or （二）.

    >>> is_list_heading("一、工业生产"), is_list_heading("一批项目开工")
    (True, False)
    """
    return bool(_NUMBERED.match(text))


def split(text: str) -> tuple[Block, ...]:
    """The lines of a folded text in file order, blank ones left out."""
    lines = [_trim(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [(start, end) for start, end in lines if end > start]
    marked = any(_MARK.match(text, start) for start, _ in lines)
    kinds = [_judge(text[start:end], marked, first=i == 0) for i, (start, end) in enumerate(lines)]
    blocks: list[Block] = []
    for i, ((start, end), told) in enumerate(zip(lines, kinds, strict=True)):
        follower = kinds[i + 1][0] if i + 1 < len(kinds) else None
        again = i > 0 and kinds[0][0] is Kind.HEADING and text[start:end] == text[slice(*lines[0])]
        lonely = again or (told == (Kind.HEADING, _PLAIN) and i > 0 and follower is not Kind.BODY)
        kind, level = (Kind.CAPTION, 0) if lonely else told
        torn = kind is Kind.CAPTION and end - start > _LABEL and _goes_on(text, lines[i + 1 : i + 2])
        mark = _MARK.match(text, start) if kind is Kind.HEADING else None
        begin = mark.end() if mark else start
        blocks.extend(_run_in(Block(begin, end, text[begin:end], Kind.BODY if torn else kind, level)))
    return tuple(blocks)


_PLAIN = 6


def _goes_on(text: str, following: list[tuple[int, int]]) -> bool:
    return any(head_strength(text[start:end]) >= 0.7 for start, end in following)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end].lstrip()
    start = end - len(line)
    return start, start + len(line.rstrip())


def _judge(line: str, marked: bool, first: bool) -> tuple[Kind, int]:
    if mark := _MARK.match(line):
        return Kind.HEADING, len(mark.group(1))
    if _BYLINE.match(line) and not closes(line) and len(line) <= _CREDIT:
        return Kind.BYLINE, 0
    listed = is_list_heading(line) and len(line) <= _SHORT + 8
    if not closes(line) and (listed or (_BOLD.match(line) and len(line) <= _SHORT)):
        return Kind.HEADING, 4 if listed and line[0] in "（(" else 3
    if not _plain_heading(line, first):
        return Kind.BODY, 0
    if first:
        return Kind.HEADING, 1
    return (Kind.CAPTION, 0) if marked else (Kind.HEADING, _PLAIN)


def _plain_heading(line: str, first: bool) -> bool:
    if len(line) > _SHORT or closes(line) or _FRAGMENT_END.search(line) or line.count("“") != line.count("”"):
        return False
    if first:
        return bool(len(line) > 1)
    if _FIGURE.search(line) or _FRAGMENT_HEAD.match(line):
        return False
    return not re.search(r"[，,。；;]", line) or bool(re.search(r"\s", line))


def _run_in(block: Block) -> list[Block]:
    """A paragraph that opens with its own heading (一、工业稳步增长。1-10月…) taken apart."""
    if block.kind is not Kind.BODY or not is_list_heading(block.text):
        return [block]
    stop = block.text.find("。")
    if not 0 < stop <= 28 or stop == len(block.text) - 1 or _FIGURE.search(block.text[:stop]):
        return [block]
    cut = block.start + stop
    level = 3 if block.text[0] not in "（(" else 4
    head = Block(block.start, cut, block.text[:stop], Kind.HEADING, level)
    return [head, Block(cut + 1, block.end, block.text[stop + 1 :], Kind.BODY)]
