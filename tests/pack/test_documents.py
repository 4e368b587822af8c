"""The pack's documents carry the figures they must, in words of our own."""

import re
from pathlib import Path
from typing import Any

import docx
import pytest

PAGE, BULLETIN = "documents/page-2023-12-29.txt", "documents/bulletin-2023-11.docx"
TARGETS, SIGNING = "documents/targets-2023.txt", "documents/signing-2023-3.txt"

# Words that are names and so cannot be said otherwise; the pack's own names are added.
NAMES = [
    "《重庆小面生产技术规范地方标准》", "《重庆小面食品安全地方标准》", "重庆小面食品生产许可证",
    "重点地方特色食品产业集群", "农业产业融合发展优势特色产业", "国家环保产业发展重庆基地", "重庆市环保护科技园",
    "国家工业旅游示范基地", "市级战略性新兴产业集群", "工信部", "农业农村部",
]  # fmt: skip

BOTH = [
    "23个", "107亿元", "450多家", "92.2亿元，同比增长1.89%", "300家", "营收突破200亿元", "1000家", "1000亿元",
    "72.6亿元，同比增长5.5%", "突破100亿元", "59亿元，同比", "6.1%", "53亿元，同比", "9.8%", "项目8个", "10.6亿元",
    "2.4亿元", "45.5亿元，同比增长106%", "10万人份", "近2亿元", "200多家", "137.6亿元", "接待剧组近60个", "40多家",
    "70%", "产值2000万元", "2万多家", "124.3亿元，同比增长7.3%", "提升7.2个百分点", "垃圾处理量同比增长10.01%",
    "年发电量同比增长8.28%", "首批8个", "截至11月底", "去年底", "前三季度", "截至目前", "建成至今", "到2025年",
    "到2035年", "明年年初", "万亿级", "“链主”", "海康威视", "萤石电子", "中元汇吉", "德润环境、三峰环境",
    "重点企业", "国际复合材料、宝武航研", "龙头企业", "深交所创业板", "国家AAAA级旅游景区",
    "小面博览馆、中央工厂、电商产业园",
]  # fmt: skip
MUST = {
    BULLETIN: [*BOTH, "三年内做到百亿级产值", "1—11月，新材料产业全年", "1—10月", "同比增长9.8%", "同比增长6.1%"],
    PAGE: [*BOTH, "三年内产值做到百亿级", "今年1至11月，新材料产业全年", "1至10月", "同比上升9.8%", "同比上升6.1%"],
    TARGETS: ["300家", "200亿元", "1000家", "1000亿元", "生态环保产业营业收入突破100亿元", "新材料产业产值突破100亿元"],
    SIGNING: ["签约项目23个", "计划总投资107亿元"],
}


def words_of(path: Path) -> str:
    """The text of a document, paragraphs and cells on lines of their own."""
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


def bare(text: str) -> str:
    """Only Chinese characters, a line at a time."""
    return "\n".join(re.sub(r"[^\u4e00-\u9fff]", "", line) for line in text.splitlines())


def longest_shared_runs(text: str, other: str, least: int) -> list[str]:
    """Stretches of at least `least` Chinese characters, punctuation and digits aside, found in both texts."""
    known = {line[i : i + least] for line in bare(other).splitlines() for i in range(len(line) - least + 1)}
    mine = (line[i : i + least] for line in bare(text).splitlines() for i in range(len(line) - least + 1))
    return sorted({run for run in mine if run in known})


def test_shared_runs_are_found_across_punctuation() -> None:
    assert longest_shared_runs("全区产业，营收92亿元", "说全区产业营收多少亿元", 6) == ["全区产业营收"]
    assert longest_shared_runs("全区产业\n营收", "全区产业营收", 6) == []


@pytest.mark.parametrize("name", MUST)
def test_a_document_carries_its_figures(dadukou: Any, name: str) -> None:
    text = words_of(dadukou.folder / name)
    assert [words for words in MUST[name] if words not in text] == []


def test_the_pack_lists_every_document_it_holds(pack: Any) -> None:
    held = {path.relative_to(pack.folder).as_posix() for path in (pack.folder / "documents").iterdir()}
    assert {row["file"] for row in pack.rows["documents"]} == held


def test_the_page_is_torn_the_way_a_newspaper_page_is(dadukou: Any) -> None:
    lines = [line for line in words_of(dadukou.folder / PAGE).splitlines() if line]
    torn = [line for line in lines if not line.startswith("#") and line[-1] not in "。！？”" and len(line) > 12]
    assert len(torn) >= 6, "sentences that a column breaks off"
    assert lines.count("“今年1至11月，新材料产业全年") == 2
    head = next(i for i, line in enumerate(lines) if line.startswith("## 新材料产业"))
    tail = next(i for i, line in enumerate(lines) if line.startswith("完成营收59亿元"))
    assert tail < head, "the end of the section stands before its beginning"


def test_no_sentence_is_the_newspapers(dadukou: Any, shared: Path) -> None:
    seed = (shared / "seed" / "dadukou-2023.txt").read_text("utf-8")
    names = [name for noun in ("clusters", "enterprises", "carriers", "events") for row in dadukou.rows[noun]
             for name in (row["name"], row.get("full_name"), *row.get("aliases", [])) if name]  # fmt: skip
    for row in dadukou.rows["documents"]:
        text = words_of(dadukou.folder / row["file"])
        for name in sorted(NAMES + names, key=len, reverse=True):
            text = text.replace(name, "\n")
        assert longest_shared_runs(text, seed, 13) == [], row["file"]
