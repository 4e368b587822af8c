"""Newspaper pages made of our own documents: three articles, each cut into columns anywhere, the columns shuffled.

A cut may fall inside a sentence, a word or a number. The columns are told as a page saved from a browser has them: the
first column of every article, then the second ones, then the third ones.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tests.bulletin.gold import Paper, papers

__all__ = ["Page", "pages"]

_EDGE = 12
_SHORTEST = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page whole and in columns; `seams` are the pairs of line ends and line heads that the cuts have made."""

    published: date
    whole: str
    columns: str
    seams: tuple[tuple[str, str], ...]


def pages(count: int) -> Iterator[Page]:
    """`count` pages, the same ones every time."""
    articles = [paper for paper in papers() if _is_article(paper.text)]
    for seed in range(count):
        dice = random.Random(seed)  # noqa: S311 (the same throws every time)
        chosen = dice.sample(articles, 3)
        yield _page(chosen, dice)


def _is_article(text: str) -> bool:
    """Whether a document is prose under a title, long enough to be cut and not of half lines as chats have them."""
    lines = [line for line in text.split("\n") if line.strip()]
    whole = sum(line.rstrip().endswith(("。", "；", "”", "！", "：")) for line in lines[1:])
    return "\t" not in text and len(text) - len(lines[0]) > _SHORTEST and whole > (len(lines) - 1) / 2


def _page(articles: list[Paper], dice: random.Random) -> Page:
    columns: list[list[str]] = [[], [], []]
    seams: list[tuple[str, str]] = []
    whole: list[str] = []
    for article in articles:
        lines = _lines(article)
        whole += lines
        pieces = _cut("\n\n".join(lines), len(lines[0]), dice)
        seams += [(one.split("\n")[-1], other.split("\n")[0]) for one, other in pairwise(pieces)]
        for column, piece in zip(columns, pieces, strict=False):
            column.append(piece)
    text = "\n\n".join(piece for column in columns for piece in column)
    return Page(max(article.published for article in articles), "\n\n".join(whole), text, tuple(seams))


def _lines(article: Paper) -> list[str]:
    """The lines of an article, its title a heading above its own headings."""
    first, *rest = [line for line in article.text.split("\n") if line.strip()]
    return [f"# {first.lstrip('# ')}", *(f"#{line}" if line.startswith("#") else line for line in rest)]


def _cut(text: str, head: int, dice: random.Random) -> list[str]:
    """Two or three pieces; no cut falls into a heading, at a line's edge or where a sentence ends."""
    wanted = sorted(dice.sample(range(head + _EDGE, len(text) - _EDGE), dice.randint(1, 2)))
    cuts = [
        at
        for at in wanted
        if "\n" not in text[at - 8 : at + 8]
        and "#" not in text[max(0, text.rfind("\n", 0, at)) : at]
        and text[at - 1] not in "。！？；：”"
    ]
    return [text[one:other] for one, other in zip([0, *cuts], [*cuts, len(text)], strict=True)]
