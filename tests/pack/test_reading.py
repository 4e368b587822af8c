"""The reader against the pack's own documents, which it was not written for."""

from typing import Any

import pytest

from liantu.bulletin.fold import fold
from liantu.bulletin.section import sections

PAGE = "documents/page-2023-12-29.txt"
BELONGS = [
    ("大数据智能化产业", "大数据智能化企业有450多家"),
    ("大数据智能化产业", "92.2亿元"),
    ("重庆小面产业", "头一家住进重庆市小面产业园的"),
    ("重庆小面产业", "45.5亿元"),
    ("大健康生物医药产业", "体外诊断产业链的“链主”单位"),
    ("大健康生物医药产业", "营收突破200亿元"),
    ("大健康生物医药产业", "营收达到1000亿元"),
    ("生态环保产业", "三峰环境占住了先机"),
    ("生态环保产业", "先后引进了德润环境"),
    ("生态环保产业", "72.6亿元"),
    ("新材料产业", "全球第四、国内前三"),
    ("新材料产业", "新材料产业全年完成营收59亿元"),
    ("文化休闲旅游及现代服务业", "集市的灯要亮到半夜"),
    ("文化休闲旅游及现代服务业", "124.3亿元"),
]


@pytest.mark.parametrize(("heading", "words"), BELONGS)
def test_a_torn_sentence_is_read_whole_and_under_its_own_heading(dadukou: Any, heading: str, words: str) -> None:
    found, _ = sections(fold((dadukou.folder / PAGE).read_text("utf-8")))
    under = {part.heading for part in found for piece in part.paragraphs if words in piece.text}
    assert len(under) == 1
    assert under.pop().startswith(heading)
