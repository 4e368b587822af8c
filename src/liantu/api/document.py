"""Documents: what came in, its text, and all that was read from it, in the shape `liantu read` prints."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from ninja import File, Form, Router, Schema, UploadedFile
from ninja.responses import Status

from liantu.api.person import person
from liantu.bulletin import reading as read
from liantu.bulletin.quote import Quote
from liantu.errors import CannotRead, NotFound
from liantu.ledger import permission, region
from liantu.review import receive
from liantu.review.models import Document, Fact, Reading, Relation

__all__ = ["DocumentOut", "ReadOut", "fact_out", "relation_out", "router"]

router = Router(tags=["documents"])
PLAIN: tuple[str, ...] = ("subject", "measure", "value", "value_low", "value_high", "unit", "value_base", "unit_base")
PLAIN += ("qualifier", "period_text", "period_start", "period_end", "yoy", "base", "rule", "confidence", "note")


class DocumentOut(Schema):
    """A received file, without its text."""

    id: str
    title: str
    name: str
    media_type: str
    published: date
    issuer: str
    note: str
    internal: bool
    received_at: datetime


@dataclass(frozen=True, slots=True)
class TextOut:
    """The document of a reading; every offset beside it counts characters of `text`."""

    id: str
    title: str
    published: date
    text: str


@dataclass(frozen=True, slots=True)
class ReadOut:
    """The reading in force: facts, relations, the number account, what contradicts itself, the order it was read in."""

    document: TextOut
    reader: str | None
    facts: list[read.Fact]
    relations: list[read.Relation]
    numbers: list[read.NumberUse]
    conflicts: list[read.Conflict]
    hypotheses: list[read.Hypothesis]


class Sheet(Schema):
    """What is said of an uploaded file."""

    published: date
    title: str = ""
    issuer: str = ""
    note: str = ""
    internal: bool = False


@router.get("/documents", response=list[DocumentOut])
def documents(request: HttpRequest) -> list[Document]:
    """Every document, latest first."""
    return list(Document.objects.defer("text", "original").order_by("-published", "title", "pk"))


@router.get("/documents/{key}", response=ReadOut)
def document(request: HttpRequest, key: str) -> ReadOut:
    """One document by its id (SHA-256 of its bytes) with its text and the reading in force."""
    row = Document.objects.defer("original").filter(pk=key).first()
    if row is None:
        raise NotFound(f"没有编号为 {key} 的文档。", f"There is no document {key}.")
    text = TextOut(row.pk, row.title, row.published, row.text)
    reading = Reading.objects.filter(document=row).order_by("-pk").first()
    return _read(text, reading) if reading else ReadOut(text, None, [], [], [], [], [])


@router.post("/documents", response={200: DocumentOut, 201: DocumentOut})
def receive_document(request: HttpRequest, file: File[UploadedFile], sheet: Form[Sheet]) -> Status[Document]:
    """Receive a file and read it: 201 with its document, or 200 where the same bytes were here already."""
    permission.require_sender(person(request))
    if (file.size or 0) > settings.UPLOAD_LIMIT:
        size = settings.UPLOAD_LIMIT // 1024 // 1024
        raise CannotRead(
            f"文件超过 {size} MB，没有读取；请拆开。", f"The file is over {size} MB and was not read; split it."
        )
    with transaction.atomic():
        received = receive.receive(
            file.read(), file.name or "", place=region.told(), by=person(request), **sheet.dict()
        )
    return Status(201 if received.new_document else 200, received.document)


def _read(text: TextOut, reading: Reading) -> ReadOut:
    return ReadOut(
        document=text,
        reader=reading.reader,
        facts=[fact_out(row) for row in reading.facts.all()],
        relations=[relation_out(row) for row in reading.relations.all()],
        numbers=[_number(each) for each in reading.numbers],
        conflicts=[_conflict(each) for each in reading.conflicts],
        hypotheses=[_hypothesis(each) for each in reading.hypotheses],
    )


def fact_out(row: Fact) -> read.Fact:
    """A stored fact in the shape of the reading contract; its id is the row's."""
    return read.Fact(
        id=str(row.pk),
        span=Quote(row.span_start, row.span_end),
        quotes=_quotes(row.quotes),
        aspect=read.Aspect(row.aspect),
        modality=read.Modality(row.modality),
        **{name: getattr(row, name) for name in PLAIN},
    )


def relation_out(row: Relation) -> read.Relation:
    """A stored relation in the shape of the reading contract."""
    return read.Relation(row.subject, row.predicate, row.object, _quotes(row.quotes), row.rule)


def _number(each: dict[str, Any]) -> read.NumberUse:
    fact = each["fact"]
    return read.NumberUse(Quote(*each["span"]), read.Use(each["use"]), str(fact) if fact else None, each["reason"])


def _conflict(each: dict[str, Any]) -> read.Conflict:
    facts = tuple(str(fact) for fact in each["facts"])
    return read.Conflict(each["kind"], facts, each["zh"], each["en"], _quotes(each["quotes"]))


def _hypothesis(each: dict[str, Any]) -> read.Hypothesis:
    return read.Hypothesis(_quotes(each["pieces"]), each["reason"], each["confidence"])


def _quotes(pairs: list[list[int]]) -> tuple[Quote, ...]:
    return tuple(Quote(*pair) for pair in pairs)
