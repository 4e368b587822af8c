from liantu.bulletin.fold import fold
from liantu.bulletin.section import sections, sentences

PAGE = "# 快报\n\n近年全区引进培育\n\n# 乙业\n\n乙业平稳。\n\n了甲业龙头企业3家，甲业壮大。\n"


def test_a_joined_paragraph_knows_where_each_character_stands() -> None:
    text = fold("# 甲业 壮大\n\n甲业厂房很新，近年甲业引进培育\n\n了甲业企业3家，甲业厂房已满。\n")
    found, repairs = sections(text)
    joined = next(p for part in found for p in part.paragraphs if "培育了" in p.text)
    quotes = joined.quotes(0, len(joined))
    assert len(repairs) == 1
    assert len(quotes) == 2
    assert "".join(quote.of(text) for quote in quotes) == joined.text


def test_numbered_headings_open_sections() -> None:
    found, _ = sections(
        "一、工业\n产值5亿元。\n（二）商业稳中有进。零售额3亿元。\n".replace("（", "(").replace("）", ")")
    )
    assert [part.heading for part in found] == ["一、工业", "(二)商业稳中有进"]
    assert [p.text for part in found for p in part.paragraphs] == ["产值5亿元。", "零售额3亿元。"]


def test_a_page_that_breaks_every_line_is_read_as_whole_sentences() -> None:
    lines = [
        "今年以来全区工业经济运行总体平稳，企业生产经营稳步回升，",
        "一至十月实现产值五十二亿元，投资保持增长，项目建设有序，",
    ] * 4
    found, repairs = sections("\n".join([*lines, "全区上下信心十足。"]))
    paragraphs = [p for part in found for p in part.paragraphs]
    assert len(paragraphs) == 1
    assert repairs == ()


def test_sentences_keep_their_closing_quotation_marks() -> None:
    found, _ = sections("他说：“签约5个项目。”大家鼓掌。")
    assert [s.text for s in sentences(found[0].paragraphs[0])] == ["他说：“签约5个项目。”", "大家鼓掌。"]
