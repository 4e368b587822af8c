"""时期: a year told before it is over, periods of unequal length compared, a time that has not come."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from liantu.bulletin.check.draft import MARKS, POINT, Draft, Sentence
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.reading import Aspect, Fact, Modality
from liantu.bulletin.when import Mention

__all__ = ["base_length", "still_ahead", "two_times", "year_not_over"]

_DONE: Final = re.compile(
    "完成|实现|达成|达到|累计|增长|下降|签约|引进|新增|到位|入库|接待|建成|投用|投产|开工|共有|达|[一-龥]收入"
)
_AHEAD: Final = re.compile(
    "预计|预期|力争|目标|计划|规划|将|有望|确保|任务|争取|安排|预算|要|达产|建成后|投产后|责任|奋斗|展望|总投资|努力|推动|突破口|左右的增长"
)
_AIM: Final = re.compile("的?(?:任务|目标|计划|预算|指标|进度)")
_OPEN: Final = re.compile("以来|至今|截至|目前|当前|年初")
_BASE: Final = re.compile(
    rf"[比较与](?P<base>(?:去年|上年|(?:19|20)\d\d年)(?:全年度?|上半年|前三季度|前[一二三四]季度|[一二三四]季度|1-\d{{1,2}}月份?)|上年度|上一年度全年)"
    rf"(?!同期)(?:的)?[^，,。；;{MARKS}]{{0,8}}?(?:相比)?[，,]?(?:同比)?(?:净)?(?:增长|增加|下降|减少|上升|翻了?|多|少)"
)


def two_times(draft: Draft) -> Iterator[Finding]:
    """1-11月 and 全年 told of the same figures of one sentence (the reader's own finding); 上半年、全年分别为 is a list.

    >>> text = "今年1-10月，青禾县数字产业全年实现营收59亿元。"
    >>> [one.kind.value for one in two_times(Draft.of_text(text, date(2023, 11, 20)))]
    ['whole_year']
    """
    for told in draft.reading.conflicts:
        words = "".join(quote.of(draft.text) for quote in told.quotes)
        after = draft.text[told.quotes[-1].end : told.quotes[-1].end + 4] if told.quotes else ""
        if told.kind != "two_times" or not words.endswith("全年") or _AIM.match(after):
            continue
        if not re.search("[、和及与]", words):
            yield Finding(Kind.WHOLE_YEAR, Severity.WRONG, told.quotes, told.zh, told.en)


def year_not_over(draft: Draft) -> Iterator[Finding]:
    """全年实现旅游收入30亿元 in a draft of November: the year is not over.

    >>> from liantu.bulletin.document import Document
    >>> paper = Document.from_text("# 青禾县简报\\n全年青禾县实现旅游收入30亿元，增长8%。")
    >>> [found.kind.value for found in year_not_over(Draft.of(paper, published=date(2023, 11, 20)))]
    ['whole_year']
    """
    published = draft.published
    if published is None or (published.month, published.day) == (12, 31):
        return
    for sentence in draft.sentences:
        for mention in sentence.mentions:
            stated = "全年" in mention.text
            bare = mention.text == f"{published.year}年"
            if mention.is_base or not _whole_year(mention, published) or not (stated or bare):
                continue
            told = [one for one in sentence.told if _governed(one.start, mention, sentence)]
            told = [one for one in told if one.fact is not None and _same_year(one.fact, published)]
            words = sentence.text[mention.start : told[-1].end + 8] if told else ""
            if told and _DONE.search(words) and not _AHEAD.search(sentence.text) and not _OPEN.search(sentence.text):
                span = sentence.stretch.raw(mention.start, mention.end)
                yield Finding(
                    Kind.WHOLE_YEAR,
                    Severity.WRONG if stated else Severity.DOUBT,
                    (told[0].span, span),
                    f"“{mention.text}”到{published}还没有结束，数字不会是全年的；请写明起止月份。",
                    f"“{mention.text}” is not over on {published}; say which months the figure is of.",
                )


def base_length(sentence: Sentence) -> Iterator[Finding]:
    """1-11月……比去年全年增长5%: eleven months are not held against twelve.

    >>> text = "1-10月，青禾县公路货运量50万吨，比去年全年增长5%。"
    >>> [one.kind.value for one in base_length(Draft.of_text(text, date(2023, 11, 20)).sentences[0])]
    ['base_length']
    """
    for m in _BASE.finditer(sentence.shape):
        after = [at for at in range(m.end(), len(sentence.shape)) if sentence.shape[at] in MARKS]
        if not after or after[0] - m.end() > 4 or sentence.shape[after[0]] == POINT:
            continue
        before = [one for one in sentence.told if one.start < sentence.place(m.start())]
        fact = next((one.fact for one in reversed(before) if one.fact is not None), None)
        mine, base = _months(fact), _months_of(m["base"])
        if fact is None or not mine or not base or mine == base or not 1 <= mine <= 12:
            continue
        figure = sentence.at(after[0])
        yield Finding(
            Kind.BASE_LENGTH,
            Severity.WRONG,
            (figure.span, fact.span),
            f"{fact.period_text}是{mine}个月，“{m['base']}”是{base}个月，两个不等长的时期不能相比。",
            f"{fact.period_text} has {mine} months, {m['base']} has {base}: periods of unequal length are not compared.",
        )


def still_ahead(draft: Draft) -> Iterator[Finding]:
    """1-12月……完成 in a draft of November: the months told as done have not passed.

    >>> from liantu.bulletin.document import Document
    >>> paper = Document.from_text("# 青禾县简报\\n今年1-12月，青禾县完成税收30亿元，增长8%。")
    >>> [found.kind.value for found in still_ahead(Draft.of(paper, published=date(2023, 11, 20)))]
    ['future']
    """
    published = draft.published
    if published is None:
        return
    current = any(f.period_end and f.period_end.year == published.year for f in draft.reading.facts)
    current |= published.month > 5 and not re.search(rf"去年|上年|{published.year - 1}年", draft.text)
    for sentence in draft.sentences:
        for mention in sentence.mentions:
            last = _month_told(mention, published, current=current)
            if mention.is_base or last is None or not _is_ahead(last, published) or _whole_year(mention, published):
                continue
            told = [one for one in sentence.told if _governed(one.start, mention, sentence)]
            words = sentence.text[mention.start : told[-1].end + 8] if told else ""
            if told and _DONE.search(words) and not _AHEAD.search(sentence.text):
                yield Finding(
                    Kind.FUTURE,
                    Severity.WRONG,
                    (told[0].span, sentence.stretch.raw(mention.start, mention.end)),
                    f"“{mention.text}”晚于本稿日期{published}，却写成已经完成。",
                    f"“{mention.text}” lies after the draft's day, {published}, and is told as done.",
                )


def _is_ahead(month: int, published: date) -> bool:
    """Whether a month is not over on the draft's day; one that ends within ten days may be told by its estimate."""
    return month > published.month or (month == published.month and published.day <= 20)


def _whole_year(mention: Mention, published: date) -> bool:
    period = mention.period
    return (
        "月" not in mention.text
        and period.months == 12
        and period.end is not None
        and period.end.year == published.year
    )


def _same_year(fact: Fact, published: date) -> bool:
    """Whether the reader, who knows of which year the text speaks, takes the figure for one of this whole year."""
    whole = (date(published.year, 1, 1), date(published.year, 12, 31))
    return (fact.period_start, fact.period_end) == whole and fact.modality is Modality.ACTUAL


def _month_told(mention: Mention, published: date, *, current: bool) -> int | None:
    """The last month a mention names of this year; a bare 1-12月 is of this year where the draft speaks of this year."""
    said = re.fullmatch(
        r"(?P<year>(?:今年|本年|20\d\d年)?)(?:截至)?(?:\d{1,2}-|前)?(?P<last>\d{1,2})(?:月(?:份|底|末)?|个月)",
        mention.text,
    )
    cut = re.fullmatch(r"截[至止]到?(?P<year>(?:今年|20\d\d年)?)(?P<last>\d{1,2})月(?:底|末)?", mention.text)
    found = said or cut
    if found is None:
        return None
    year = found["year"]
    stated = year in ("今年", "本年") or year == f"{published.year}年"
    bare = (
        not year
        and current
        and published.month > 3
        and ("-" in mention.text or "前" in mention.text or cut is not None)
    )
    return int(found["last"]) if stated or bare else None


def _governed(at: int, mention: Mention, sentence: Sentence) -> bool:
    """Whether a figure stands behind a time and before any other time."""
    if at < mention.end:
        return False
    return not any(mention.end <= m.start < at and not m.is_base for m in sentence.mentions)


def _months(fact: Fact | None) -> int | None:
    if fact is None or fact.modality is not Modality.ACTUAL or fact.aspect not in (Aspect.LEVEL, Aspect.GROWTH):
        return None
    if fact.period_text is None or fact.period_start is None or fact.period_end is None:
        return None
    if fact.period_start.day != 1 or fact.period_start.year != fact.period_end.year:
        return None
    return fact.period_end.month - fact.period_start.month + 1


def _months_of(base: str) -> int | None:
    if "全年" in base or "年度" in base:
        return 12
    for words, months in (("上半年", 6), ("前三季度", 9), ("前二季度", 6)):
        if words in base:
            return months
    found = re.search(r"1-(\d{1,2})月", base)
    return int(found[1]) if found else 3 if "季度" in base else None
