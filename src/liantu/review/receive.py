"""Receive a document: open the bytes, read them, keep all of it or nothing; receiving it again adds nothing."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from liantu import bulletin
from liantu.bulletin.proposer import Proposer
from liantu.errors import CannotRead, Conflict, NotAllowed
from liantu.review.keep import keep
from liantu.review.models import Document, Reading
from liantu.review.opened import keep_layout, opened_of

__all__ = ["Received", "receive", "reread"]

FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Received:
    """What came of receiving: the document, its reading in force, and what is new.

    `conflicts` counts the contradictions the text itself holds.
    """

    document: Document
    reading: Reading
    new_document: bool
    new_facts: int
    conflicts: int


def receive(
    data: bytes,
    name: str,
    *,
    published: date,
    title: str = "",
    issuer: str = "",
    note: str = "",
    place: str = "",
    internal: bool = False,
    by: User | None = None,
) -> Received:
    """Open, read and store a file; the same bytes read alike add nothing.

    `place` is whose papers these are (重庆市大渡口区), for a text that only ever says 全区; it is kept with the document
    for every reading to come.

    Raises `CannotRead` before anything is stored, and `Conflict` when the file is there with another day of
    publication: that day decides every period read from it, so it is never changed in silence.
    """
    _require_short(title=title, issuer=issuer, place=place)
    _require_past(published)
    opened = bulletin.Document.open(data, name)
    known = Document.objects.filter(pk=opened.id).values_list("place", flat=True).first()
    place = place if known is None else known
    found = bulletin.read(opened, published, home=place)
    with transaction.atomic():
        document, new = Document.objects.get_or_create(
            pk=opened.id,
            defaults={
                "title": title or opened.title,
                "name": name,
                "media_type": opened.media_type,
                "published": published,
                "issuer": issuer,
                "place": place,
                "note": note,
                "internal": internal,
                "text": opened.text,
                "original": data,
                "received_by": by,
            },
        )
        if new:
            keep_layout(document, opened)
        if document.published != published:
            raise Conflict(
                f"这份文件已按发布日期 {document.published} 收录；如日期确实有误，请联系管理员。",
                f"This file is already here as published on {document.published}; if that is wrong, ask the "
                "administrator.",
            )
        kept = keep(document, found, by=by)
    return Received(document, kept.reading, new, kept.new_facts, len(kept.reading.conflicts))


def reread(document: Document, by: User | None = None, proposer: Proposer | None = None) -> Received:
    """Read a stored document again, with the reader of today.

    Facts read as before keep their rows and decisions; those read otherwise are new rows and open. The stored text is
    read, not the file: quotes of earlier readings must keep their places. A `proposer` is asked about figures the
    rules leave, unless the document is internal.
    """
    if proposer is not None and document.internal:
        raise NotAllowed(
            "这份材料标为内部，不能发给模型；未读的数字请在复核台人工处理。",
            "This document is marked internal and is never sent to a model; handle its unread figures on the desk.",
        )
    opened = bulletin.Document.kept(document.pk, opened_of(document), document.media_type, document.name)
    kept = keep(document, bulletin.read(opened, document.published, proposer=proposer, home=document.place), by=by)
    return Received(document, kept.reading, False, kept.new_facts, len(kept.reading.conflicts))


def _require_short(title: str, issuer: str, place: str) -> None:
    for text, room, zh, en in (
        (title, 300, "标题", "title"),
        (issuer, 200, "发文单位", "issuer"),
        (place, 100, "地区", "place"),
    ):
        if len(text) > room:
            raise CannotRead(f"{zh}太长，最多 {room} 个字。", f"The {en} is too long: {room} characters at most.")


def _require_past(published: date) -> None:
    if published > timezone.localdate():
        raise CannotRead("发布日期不能晚于今天。", "The day of publication cannot lie ahead.")
    if published.year < FIRST_YEAR:
        raise CannotRead(f"发布日期不能早于 {FIRST_YEAR} 年。", f"The day of publication is before {FIRST_YEAR}.")
