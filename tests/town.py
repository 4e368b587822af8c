"""A small town for tests of who may do what: two offices, a cluster each, one bulletin, and the cast.

The bulletin's words are markup on purpose: whatever shows them must show them as words.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.contrib.auth.models import Group, User

from liantu.bulletin import reading as read
from liantu.bulletin.quote import Quote
from liantu.ledger import search
from liantu.ledger.models import (
    Alias,
    Cluster,
    ClusterIndicator,
    Indicator,
    Membership,
    Office,
    Region,
    Subject,
    Taxonomy,
)
from liantu.ledger.names import fold
from liantu.review.keep import keep
from liantu.review.models import Document, Fact, Relation

__all__ = ["EVIL", "PASSWORD", "Town", "build"]

PASSWORD = "a-long-enough-password"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TEXT = (
    f"{EVIL}\n2023年1-10月，小面产业营业收入12.50亿元，同比增长6.1%。新材料产业营业收入30亿元。\n"
    "甲公司<b>是</b>小面产业链主企业。第3号。"
)
NAMES = {
    "wangmin": "王敏",
    "liqiang": "李强",
    "zhaoju": "赵局",
    "chenshen": "陈审",
    "admin": "管理员",
    "stranger": "路人",
}
ROLES = {
    "wangmin": "officer",
    "liqiang": "officer",
    "zhaoju": "leader",
    "chenshen": "reviewer",
    "admin": "administrator",
}


@dataclass(frozen=True)
class Town:
    """Everything the town holds: 王敏 keeps 小面 (`mine` is its fact), 李强 keeps 新材料."""

    people: dict[str, User]
    document: Document
    mine: Fact
    other: Fact
    relation: Relation
    indicator: Indicator

    def publish(self, day: date, value: str) -> None:
        """One more bulletin about the same, of another day and with another figure for 小面."""
        text = TEXT.replace("12.50", value)
        document = _document(text, day)
        keep(document, _reading(document, text, value), by=self.people["chenshen"])

    def open_to_all(self) -> None:
        """Make the pack public, so that the guest 访客 reads."""
        Region.objects.update(public=True)


def build() -> Town:
    """Build the town in the test's database."""
    region = _subject("region", "999999", "某区", "Some District")
    Region.objects.create(subject=region, level="district", home=True)
    indicator = Indicator.objects.create(
        code="revenue", name="营业收入", name_en="Revenue", unit="元", nature="flow", synonyms=["营收"]
    )
    taxonomy = Taxonomy.objects.create(
        code="town", name="二产业", name_en="Two", valid_from=date(2020, 1, 1), region=region.region, opening=True
    )
    offices = [Office.objects.create(code=code, name=f"{code}办") for code in ("noodle", "matter")]
    for order, (office, name) in enumerate(zip(offices, ("小面产业", "新材料产业"), strict=True)):
        subject = _subject("cluster", office.code, name, office.code.title())
        cluster = Cluster.objects.create(
            subject=subject, taxonomy=taxonomy, office=office, order=order, group=5, icon="soup", hue="#C2471B"
        )
        ClusterIndicator.objects.create(cluster=cluster, indicator=indicator, order=0)
    people = {name: _person(name) for name in NAMES}
    for name, office in zip(("wangmin", "liqiang"), offices, strict=True):
        Membership.objects.create(user=people[name], office=office)
    search.index_subjects(Subject.objects.prefetch_related("aliases"))
    document = _document(TEXT, date(2023, 12, 1))
    keep(document, _reading(document, TEXT, "12.50"), by=people["chenshen"])
    facts = {fact.subject: fact for fact in Fact.objects.all()}
    return Town(people, document, facts["小面产业"], facts["新材料产业"], Relation.objects.get(), indicator)


def _document(text: str, day: date) -> Document:
    return Document.objects.create(
        id=sha256(text.encode()).hexdigest(),
        title=f"月报{EVIL}",
        name="evil<b>.txt",
        media_type="text/plain",
        published=day,
        issuer=EVIL,
        text=text,
        original=text.encode(),
    )


def _subject(kind: str, code: str, name: str, name_en: str) -> Subject:
    subject = Subject.objects.create(kind=kind, code=code, name=name, name_en=name_en)
    Alias.objects.create(subject=subject, name=name, folded=fold(name))
    return subject


def _person(name: str) -> User:
    user = User.objects.create_user(name, password=PASSWORD, first_name=NAMES[name])
    if name in ROLES:
        user.groups.add(Group.objects.get_or_create(name=ROLES[name])[0])
    return user


def _reading(document: Document, text: str, value: str) -> read.Reading:
    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote(start, start + len(words))

    sentence = f"2023年1-10月，小面产业营业收入{value}亿元，同比增长6.1%"
    facts = (
        _fact("小面产业", value, "6.1", quote(f"{value}亿元"), quote(sentence)),
        _fact("新材料产业", "30", None, quote("30亿元"), quote("新材料产业营业收入30亿元")),
    )
    return read.Reading(
        document_id=document.pk,
        published=document.published,
        reader="test",
        facts=facts,
        relations=(read.Relation("甲公司", "role", "链主", (quote("甲公司<b>是</b>小面产业链主企业"),), "role"),),
        numbers=(
            read.NumberUse(quote(value), read.Use.FACT, facts[0].id),
            read.NumberUse(quote("30亿元"), read.Use.FACT, facts[1].id),
            read.NumberUse(quote("3号"), read.Use.REVIEW, None, EVIL),
        ),
        conflicts=(read.Conflict("test", (facts[0].id,), f"矛盾{EVIL}", f"conflict{EVIL}", (facts[0].span,)),),
        hypotheses=(),
    )


def _fact(subject: str, value: str, yoy: str | None, span: Quote, sentence: Quote) -> read.Fact:
    return read.Fact(
        id=subject,
        subject=subject,
        measure="营业收入",
        aspect=read.Aspect.LEVEL,
        value=Decimal(value),
        value_low=None,
        value_high=None,
        unit="亿元",
        value_base=Decimal(value) * 10**8,
        unit_base="元",
        qualifier=None,
        period_text="2023年1-10月",
        period_start=date(2023, 1, 1),
        period_end=date(2023, 10, 31),
        modality=read.Modality.ACTUAL,
        yoy=Decimal(yoy) if yoy else None,
        base=None,
        rule="test",
        confidence=Decimal("0.9"),
        span=span,
        quotes=(sentence,),
    )
