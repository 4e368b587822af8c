from time import process_time

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.cast import Cast
from liantu.bulletin.memory import Memory
from liantu.bulletin.place import Place
from liantu.bulletin.relation import PREDICATES, find

Told = set[tuple[str, str, str]]


def said(text: str, *firms: str, section: str = "") -> Told:
    memory = Memory(Place("乙山区", "甲河市", ""), Cast(("新材料", "储能"), firms, ()), section_industry=section)
    return {(each.subject, each.predicate, each.object) for each in find(text, memory)}


def roles(text: str, *firms: str) -> set[tuple[str, str]]:
    return {(subject, word) for subject, predicate, word in said(text, *firms) if predicate == "role"}


@pytest.mark.parametrize(
    ("text", "firms", "relation"),
    [
        ("乙山以东石、北云为“链主”建设智能产业链。", (), ("北云", "role", "智能产业链链主")),
        ("目前，企业东石成为全市储能产业链“链主”单位。", ("东石",), ("东石", "role", "储能产业链链主")),
        ("作为乙山区新材料产业龙头企业，东石今年扩产。", ("东石",), ("东石", "role", "新材料产业龙头企业")),
        ("形成以东石、北云为代表的重点企业。", (), ("东石", "role", "重点企业")),
        ("引进了东石软件、北云智慧等一批优势企业。", (), ("乙山区", "introduced", "东石软件")),
        ("位于南湖工业园的东石科技有限公司很忙。", (), ("东石科技有限公司", "located_in", "南湖工业园")),
        (
            "东石获得全国第一张“面条食品生产许可证”。",
            ("东石",),
            ("东石", "licence", "面条食品生产许可证（全国第一张）"),
        ),
        ("东石还主导制定《面条生产技术规范》。", ("东石",), ("东石", "standard", "面条生产技术规范")),
        ("东石今年已成功在深交所创业板上市。", ("东石",), ("东石", "listing", "深交所创业板")),
        ("先后建成电商园、中央工厂等产业载体。", (), ("乙山区", "carrier", "电商园")),
        ("作为全球第二大、国内前三的电芯生产商，东石很忙。", ("东石",), ("东石", "rank", "国内前三电芯生产商")),
        ("发展储能、新材料等2个百亿级产业。", (), ("乙山区储能产业", "scale", "百亿级")),
        ("到2030年，全面建成全国储能产业高地。", (), ("乙山区", "target_position", "全国储能产业高地")),
        ("南湖工业园云上算力中心项目建设现场一片繁忙。", (), ("云上算力中心", "project_status", "在建")),
        ("东石科技有限公司生产的即食面，很受欢迎。", (), ("东石科技有限公司", "product", "即食面")),
    ],
)
def test_a_plain_wording_gives_its_relation(text: str, firms: tuple[str, ...], relation: tuple[str, str, str]) -> None:
    assert relation in said(text, *firms)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("东石科技、北云是储能产业链“链主”，园区初成。", "储能产业链链主"),
        ("眼下，东石科技、北云已是全市“12条重点产业链”中储能产业链的“链主”单位。", "储能产业链链主"),
        ("全市12条重点产业链中，储能产业链的“链主”是东石科技和北云。", "储能产业链链主"),
        ("储能产业链的链主企业为东石科技、北云。", "储能产业链链主"),
        ("以东石科技、北云为链主，打造储能产业链。", "储能产业链链主"),
        ("“链主”由东石科技、北云担任。", "链主"),
        ("东石科技、北云是产业重点企业。", "重点企业"),
        ("负责人说，东石科技、北云是眼下的重点企业，产品以电芯居多。", "重点企业"),
        ("集聚了东石科技、北云等一批储能产业重点企业。", "重点企业"),
        ("东石科技、北云等龙头企业加快扩产。", "龙头企业"),
        ("重点企业包括东石科技、北云等。", "重点企业"),
        ("东石科技和北云是全市和全区新材料产业的龙头企业。", "新材料产业龙头企业"),
        ("东石科技、北云今年均成为甲河市现代服务业骨干企业。", "骨干企业"),
        ("以东石科技、北云为龙头的新材料企业加快集聚。", "龙头企业"),
    ],
)
def test_both_firms_of_a_list_bear_the_role(text: str, word: str) -> None:
    assert {(name, told.removeprefix("现代服务业")) for name, told in roles(text)} == {
        ("东石科技", word),
        ("北云", word),
    }


def test_a_bare_head_needs_a_firm_known_elsewhere() -> None:
    assert roles("以东石科技为龙头，带动上下游。", "东石科技") == {("东石科技", "龙头企业")}
    assert roles("以南湖面条为龙头，带动上下游。") == set()
    assert roles("以新能源汽车零部件为龙头，带动上下游。", "新能源汽车零部件") == set()


def test_one_firm_known_in_a_list_makes_the_others_firms() -> None:
    told = {("金穗科技", "龙头企业"), ("北云电机", "龙头企业")}
    assert roles("以金穗科技、北云电机为龙头，打造特色产业基地。") == told
    assert roles("以石油化工、北岭面条为龙头，打造特色产业基地。") == set()


def test_the_evidence_begins_where_the_firm_is_named() -> None:
    text = "东石科技有限公司位于南湖工业园，占地80亩，今年在科创板上市，是全区新材料产业的龙头企业。"
    memory = Memory(Place("乙山区", "甲河市", ""), Cast(("新材料",), (), ()))
    found = {each.predicate: text[each.start : each.end] for each in find(text, memory)}
    assert set(found) == {"located_in", "listing", "role"}
    assert all(evidence.startswith("东石科技有限公司位于") for evidence in found.values())
    assert found["role"].endswith("龙头企业")


def test_firms_gathered_in_a_park_sit_there() -> None:
    memory = Memory(Place("乙山区", "", ""), Cast((), (), ("北岭产业园",)))
    text = "目前，北岭产业园企业产值约30亿元，集聚了东石、瑞禾等生物医药企业。"
    assert {(s.subject, s.predicate, s.object) for s in find(text, memory)} == {
        ("东石", "located_in", "北岭产业园"),
        ("瑞禾", "located_in", "北岭产业园"),
    }


def test_a_head_project_carries_its_name_through_the_sentence() -> None:
    assert said("龙头项目云上算力中心今年引进，位于南湖工业园A区，正在建设。") == {
        ("云上算力中心", "role", "龙头项目"),
        ("乙山区", "introduced", "云上算力中心"),
        ("云上算力中心", "located_in", "南湖工业园A区"),
        ("云上算力中心", "project_status", "在建"),
    }
    assert said("云上算力中心是乙山今年引进的龙头项目之一，位于南湖工业园A区。") == {
        ("云上算力中心", "role", "龙头项目"),
        ("乙山区", "introduced", "云上算力中心"),
        ("云上算力中心", "located_in", "南湖工业园A区"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "预计到2030年，东石科技成为链主企业。",
        "东石科技将成为储能产业链链主。",
        "东石科技不是链主企业。",
        "推动东石科技成为链主，支持北云科技做大做强成为龙头企业。",
        "如果东石科技是链主企业，订单就多。",
        "力争引进东石科技、北云智慧等龙头企业。",
        "区里还没有一家“链主”，谁是链主？",
        "签约单位里有龙头，也有“链主”。",
        "企业是创新主体，链主企业是关键，骨干企业是主力。",
        "下一步重点是引进龙头企业，培育链主企业5家。",
        "“链主”企业缺位是短板，链主企业和配套企业是上下游关系。",
        "全区龙头企业有20家，重点企业产值增长5%。",
        "这些公司是重点企业，每家公司都是龙头企业。",
        "全区工业是龙头，服务业是重点，旅游业是龙头。",
        "东石科技正是看中了这里的链主企业。",
        "区长是储能产业链链长，专员是重点企业的“店小二”。",
    ],
)
def test_plans_denials_and_common_nouns_bear_no_role(text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今年引进东石软件、北云智慧，另引进甲河市检测中心项目。", {"东石软件", "北云智慧", "甲河市检测中心"}),
        ("还引进了南湖文化、北岭传媒、东石音乐。", {"南湖文化", "北岭传媒", "东石音乐"}),
        ("今年引进的软件企业有东石软件、北云智慧。", {"东石软件", "北云智慧"}),
        ("甲河市检测中心项目也一并落户。", {"甲河市检测中心"}),
        ("引进先进设备、优秀人才。", set()),
        ("引进人才、技术、资金，引进外资项目。", set()),
        ("引进新能源汽车零部件项目，引进了一批优质项目。", set()),
        ("计划引进东石软件、北云智慧。", set()),
    ],
)
def test_who_was_brought_in_is_told_by_name_only(text: str, names: set[str]) -> None:
    assert {name for _, predicate, name in said(text) if predicate == "introduced"} == names


def test_the_place_that_brought_them_is_the_one_the_clause_names() -> None:
    told = said("丙水区引进东石研究院、北云研发总部等高端研发机构5个。")
    assert {(subject, name) for subject, predicate, name in told if predicate == "introduced"} == {
        ("丙水区", "东石研究院"),
        ("丙水区", "北云研发总部"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南湖文化博览园今年获评国家AAAA级旅游景区，并挂牌国家工业旅游示范基地。", "南湖文化博览园"),
        ("好消息不止一桩:南湖文化博览园获评国家AAAA级旅游景区，又挂牌国家工业旅游示范基地。", "南湖文化博览园"),
    ],
)
def test_a_title_is_its_bearers_without_the_time_before_it(text: str, expected: str) -> None:
    assert said(text) == {(expected, "honour", "国家AAAA级旅游景区"), (expected, "honour", "国家工业旅游示范基地")}


def test_a_list_entry_takes_the_name_without_its_adverbs() -> None:
    assert said("“乙山面条”接连列入工信部“特色食品产业集群”和农业部“优势特色产业”两份名单。") == {
        ("乙山面条", "list_entry", "特色食品产业集群"),
        ("乙山面条", "list_entry", "优势特色产业"),
    }
    assert said("东石科技、北云等13家企业入选市级瞪羚企业名单。") == {
        ("东石科技", "list_entry", "市级瞪羚企业"),
        ("北云", "list_entry", "市级瞪羚企业"),
    }
    assert said("接连列入工信部“特色食品产业集群”名单，多家企业入选市级瞪羚企业名单。") == set()


def test_an_award_nobody_is_named_for_is_the_sections_industry_s() -> None:
    told = ("乙山区储能产业", "honour", "国家储能发展基地")
    assert said("相继获得“国家储能发展基地”称号。", section="储能产业") == {told}
    assert said("“国家储能发展基地”的牌子还没有挂上。", section="储能产业") == set()
    assert said("一批企业获得“国家储能发展基地”称号。", section="储能产业") == set()


def test_later_clauses_speak_of_the_firm_that_opened_the_sentence() -> None:
    firm = "东石科技有限公司"
    told = said(
        f"{firm}是全区储能产业的龙头企业，主要产品是高性能电芯，规模居全球第四、国内前三，今年在深交所创业板上市。",
        firm,
    )
    assert told == {
        (firm, "role", "储能产业龙头企业"),
        (firm, "product", "高性能电芯"),
        (firm, "rank", "全球第四（规模）"),
        (firm, "rank", "国内前三（规模）"),
        (firm, "listing", "深交所创业板"),
    }
    told = said("东石元今年4月取得全国首张“面条生产许可证”，牵头制定《面条技术规范》和《面条安全标准》。")
    assert {(subject, predicate) for subject, predicate, _ in told} == {("东石元", "licence"), ("东石元", "standard")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东石科技有限公司最早入驻南湖产业园，主打产品是即食面。", "南湖产业园"),
        ("头一家住进南湖产业园的，是东石科技有限公司，主打即食面。", "南湖产业园"),
        ("东石科技有限公司的新厂房位于南湖工业园，正在装修。", "南湖工业园"),
        ("南湖工业园里，东石科技有限公司的新厂房正在装修。", "南湖工业园"),
    ],
)
def test_a_firm_sits_where_it_moved_in(text: str, expected: str) -> None:
    assert ("东石科技有限公司", "located_in", expected) in said(text)


def test_works_under_way_and_works_done_are_states_of_named_projects() -> None:
    assert said("云上算力中心正在建设。") == {("云上算力中心", "project_status", "在建")}
    assert said("北岭民宿建成投用。") == {("北岭民宿", "project_status", "建成投用")}
    assert said("新厂房正在建设，项目正在建设，北岭民宿预计明年建成投用。") == set()


def test_several_carriers_stand_built_and_roads_are_none() -> None:
    built = {("乙山区", "carrier", name) for name in ("南湖博览馆", "中央工厂", "北岭产业园")}
    assert said("今年建成南湖博览馆、中央工厂和北岭产业园。") == built
    assert said("今年，南湖博览馆、中央工厂、北岭产业园陆续建成。") == built
    assert said("建成道路5条、学校3所，建成标准厂房10万平方米，到2030年建成南湖博览馆、北岭产业园。") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("储能产业、新材料产业按百亿级产业培育。", {"乙山区储能产业", "乙山区新材料产业"}),
        ("家底分作两摊:储能产业和新材料产业，各奔百亿级。", {"乙山区储能产业", "乙山区新材料产业"}),
        ("储能、新材料均为百亿级产业。", {"乙山区储能产业", "乙山区新材料产业"}),
        ("全市的体系里，新材料是百亿级产业集群。", {"甲河市新材料产业"}),
        ("这是百亿级产业。", set()),
    ],
)
def test_a_scale_label_is_said_of_each_industry(text: str, expected: set[str]) -> None:
    assert {subject for subject, predicate, _ in said(text) if predicate == "scale"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "企业负责人说，产品供不应求。",
        "全区上下齐心协力，建设现代化新城。",
        "多家企业前来考察。",
        "工业园区位于城南，区位优势明显。",
        "园区获得“两化融合”试点，多家企业获评省级专精特新企业。",
        "东石牵头编制《乙山区发展规划》。",
        "东石科技预计明年取得医疗器械注册证，计划在科创板上市。",
    ],
)
def test_where_no_name_is_sure_nothing_is_said(text: str) -> None:
    assert said(text) == set()


def test_a_leader_torn_over_two_columns_keeps_both_pieces_as_evidence() -> None:
    page = (
        "# 乙山区快报\n\n## 储能产业\n\n眼下，东石科技已是全市“12条重点产业链”中储能产业链的“链\n\n"
        "## 新材料产业\n\n新材料产业今年平稳。\n\n主”单位。储能产业今年扩产。\n"
    )
    document = Document.from_text(page)
    relation = next(each for each in read(document).relations if each.predicate == "role")
    assert (relation.subject, relation.object) == ("东石科技", "储能产业链链主")
    assert [quote.of(page)[-3:] for quote in relation.quotes] == ["的“链", "”单位"]


def test_every_predicate_is_of_the_closed_list() -> None:
    told = said("乙山以东石为“链主”建设智能产业链，引进了北云等企业，先后建成电商园等载体。", "东石")
    assert {predicate for _, predicate, _ in told} <= set(PREDICATES)


@pytest.mark.parametrize("words", ["今年", "东石是", "获得“甲乙丙”、", "以东石为龙头", "位于南湖园", "建成东石馆、"])
def test_a_page_without_stops_is_read_in_good_time(words: str) -> None:
    started = process_time()
    said(words * (4000 // len(words)), section="储能产业")
    assert process_time() - started < 2


def relations(text: str) -> dict[tuple[str, str, str], list[str]]:
    page = f"# 乙山区快报\n\n{text}\n"
    found = read(Document.from_text(page)).relations
    return {(one.subject, one.predicate, one.object): [quote.of(page) for quote in one.quotes] for one in found}


def test_this_and_it_speak_of_the_one_the_sentence_before_named() -> None:
    told = relations("南湖工业园的工地还在赶工，云上算力中心正在建设。这是区里今年引进的龙头项目，投用后带动上下游。")
    evidence = "云上算力中心正在建设。这是区里今年引进的龙头项目"
    assert told == {
        ("云上算力中心", "project_status", "在建"): ["云上算力中心正在建设"],
        ("云上算力中心", "role", "龙头项目"): [evidence],
    }
    told = relations(
        "东石元早先卖速食粥，后来改做面。今年4月，它领到全国首张“面条生产许可证”，又牵头写了《面条技术规范》。"
    )
    assert {key[:2] for key in told} == {("东石元", "licence"), ("东石元", "standard")}


def test_this_says_nothing_where_nobody_was_named() -> None:
    assert relations("天气转凉，大家都很忙。这是今年引进的龙头项目。它获评国家级绿色工厂。") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-5月，全区工业投资增长6.5%，居全市第二位。", ("乙山区工业投资增速", "全市第二位")),
        ("1-5月，全区工业投资增长6.5%，高于全市2.1个百分点，增速排名全市首位。", ("乙山区工业投资增速", "全市首位")),
        ("上半年，全区实现进出口总额80亿元，总量居全市第三。", ("乙山区进出口总额", "全市第三")),
        ("今年，全区新增上市公司6家，数量居全市首位。", ("乙山区新增上市公司数", "全市首位")),
        ("上半年，全区用电量增长5%，在五个区中排名第二。", ("乙山区用电量增速", "五个区第二")),
    ],
)
def test_a_place_among_others_is_said_of_the_figure_before_it(text: str, expected: tuple[str, str]) -> None:
    told = {key for key in relations(text) if key[1] == "rank"}
    assert told == {(expected[0], "rank", expected[1])}


def test_the_evidence_of_a_place_names_what_is_measured() -> None:
    told = relations("上半年，全区实现进出口总额80亿元，同比增长5%，增速居全市第三。天气晴好。")
    assert told["乙山区进出口总额增速", "rank", "全市第三"] == ["全区实现进出口总额80亿元，同比增长5%，增速居全市第三"]


@pytest.mark.parametrize(
    "text",
    [
        "1-5月，全区工业投资增长6.5%，进出口增长3%，均居全市第二位。",
        "力争全区工业投资增长6.5%，居全市第二位。",
        "1-5月，全区工业投资增长6.5%，天气晴好，商场人多，居全市第二位。",
        "1-5月，全区工业投资增长6.5%，是全市第二个试点。",
    ],
)
def test_a_place_of_several_or_of_a_wish_is_not_told(text: str) -> None:
    assert [key for key in relations(text) if key[1] == "rank"] == []


def test_industries_told_by_tiers_each_have_their_level() -> None:
    told = said("到2030年，打造形成有色金属1个千亿级，绿色化工、智能家电2个百亿级特色产业。")
    assert told == {
        ("乙山区有色金属产业", "scale", "千亿级"),
        ("乙山区绿色化工产业", "scale", "百亿级"),
        ("乙山区智能家电产业", "scale", "百亿级"),
    }


def test_a_firms_base_is_no_position_of_its_place() -> None:
    assert said("东石科技有限公司将建成华中地区最大的电池生产基地。") == set()
    assert said("到2030年，全区制造业基本建成面向南亚、东南亚的先进制造业高地。") == {
        ("乙山区制造业", "target_position", "面向南亚、东南亚的先进制造业高地")
    }


@pytest.mark.parametrize(
    ("text", "firms", "expected"),
    [
        (
            "今年获批的南湖临港经济技术开发区，是全省首个依托港口的经开区，也是甲河唯一的综合保税平台。",
            (),
            {
                ("南湖临港经济技术开发区", "rank", "全省首个依托港口的经开区"),
                ("南湖临港经济技术开发区", "rank", "甲河唯一的综合保税平台"),
            },
        ),
        (
            "园区依托东石电机、北云智造等链主企业招商。",
            (),
            {("东石电机", "role", "链主"), ("北云智造", "role", "链主")},
        ),
        ("“创新指数”跃居全省第二，令人振奋。", (), {("乙山区“创新指数”", "rank", "全省第二")}),
        (
            "东石生产的翻车机国内市场占有率排名第一，全球市场占有率在同行业企业中排名第三。",
            ("东石",),
            {
                ("东石", "product", "翻车机"),
                ("东石翻车机国内市场占有率", "rank", "第一"),
                ("东石翻车机全球市场占有率", "rank", "同行业企业第三"),
            },
        ),
        (
            "东石先后研发出全球首台四车翻车机、国内首套铺轨机等系列产品。",
            ("东石",),
            {("东石", "product", "全球首台四车翻车机"), ("东石", "product", "国内首套铺轨机")},
        ),
        ("投资56亿元的东石新材料产业园、20亿元的北云康养项目成功签约。", (), {"东石新材料产业园", "北云康养项目"}),
        ("昨日，全区举行季度集中开工暨东石电路开工仪式。", (), {("东石电路", "project_status", "开工")}),
        ("天目实验室顺利揭牌，北岭水库二期项目完成核准。", (), {"天目实验室", "北岭水库二期项目"}),
        ("连续两年夺得全省“科技金鼎”。", (), {("乙山区", "honour", "全省“科技金鼎”")}),
        ("成功创建全国科普示范区。", (), {("乙山区", "honour", "全国科普示范区")}),
        ("之江实验室纳入国家实验室体系。", (), {("之江实验室", "list_entry", "国家实验室体系")}),
        (
            "采耳行业头部企业北云智造、饮料行业“隐形独角兽”企业东石诺康落户园区。",
            (),
            {("北云智造", "role", "采耳行业头部企业"), ("东石诺康", "role", "饮料行业“隐形独角兽”企业")},
        ),
        (
            "东石科技有限公司是一家整体方案服务商。",
            ("东石科技有限公司",),
            {("东石科技有限公司", "role", "整体方案服务商")},
        ),
        (
            "在日前发布的第八批制造业单项冠军示范企业名单中，北云集团下属东石机械有限公司、东石电机有限公司凭借过硬产品成功上榜。",
            (),
            {
                ("东石机械有限公司", "list_entry", "制造业单项冠军示范企业"),
                ("东石电机有限公司", "list_entry", "制造业单项冠军示范企业"),
            },
        ),
    ],
)
def test_a_page_s_praise_is_read_with_whom_it_praises(
    text: str, firms: tuple[str, ...], expected: set[tuple[str, str, str] | str]
) -> None:
    told = said(text, *firms)
    assert (told if not any(isinstance(each, str) for each in expected) else {each[0] for each in told}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "52个重大项目集中签约，一批新项目顺利投产，医疗类1所医院投入使用。",
        "预计东石新材料产业园明年投产。",
        "这是全市首个试点，它的任务很重。",
        "力争成功创建全国科普示范区，“创新指数”有望跃居全省第二。",
        "企业先后研发出全新产品，市场占有率排名第一。",
        "工业行业龙头企业实力增强。",
    ],
)
def test_praise_of_nobody_by_name_is_none(text: str) -> None:
    assert said(text) == set()
