import pytest

from liantu.bulletin.cast import Cast
from liantu.bulletin.place import Place
from liantu.bulletin.relation import PREDICATES, find
from liantu.bulletin.subject import Memory


def said(text: str, *firms: str) -> set[tuple[str, str, str]]:
    memory = Memory(Place("乙山区", "甲河市", ""), Cast(("新材料", "储能"), firms, ()))
    return {(each.subject, each.predicate, each.object) for each in find(text, memory)}


@pytest.mark.parametrize(
    ("text", "firms", "relation"),
    [
        ("乙山以东石、北云为“链主”建设智能产业链。", (), ("北云", "role", "智能产业链链主")),
        ("目前，企业东石成为全市储能产业链“链主”单位。", ("东石",), ("东石", "role", "储能产业链链主")),
        ("作为乙山区新材料产业龙头企业，东石今年扩产。", ("东石",), ("东石", "role", "新材料产业龙头企业")),
        ("形成以东石、北云为代表的重点企业。", (), ("东石", "role", "重点企业")),
        ("引进了东石软件、北云智慧等一批优势企业。", (), ("乙山区", "introduced", "东石软件")),
        ("位于南湖工业园的东石科技有限公司很忙。", (), ("东石科技有限公司", "located_in", "南湖工业园")),
        ("东石获得全国第一张“面条食品生产许可证”。", ("东石",), ("东石", "licence", "面条食品生产许可证（全国第一张）")),
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


@pytest.mark.parametrize("text", ["企业负责人说，产品供不应求。", "全区上下齐心协力，建设现代化新城。", "多家企业前来考察。"])
def test_where_no_name_is_sure_nothing_is_said(text: str) -> None:
    assert said(text) == set()


def test_every_predicate_is_of_the_closed_list() -> None:
    told = said("乙山以东石为“链主”建设智能产业链，引进了北云等企业，先后建成电商园等载体。", "东石")
    assert {predicate for _, predicate, _ in told} <= set(PREDICATES)
