"""Receiving a document: a file or pasted text, its title, its day and its issuer; read at once, then shown."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from liantu.errors import LiantuError
from liantu.ledger import permission, region
from liantu.review.models import Document
from liantu.review.receive import Received, receive
from liantu.web.bounds import FORM_ROOM, bounds_itself
from liantu.web.language import say
from liantu.web.signed import signed

__all__ = ["KINDS", "Typed", "UploadPage", "day_of", "length_of", "too_large", "upload"]

KINDS = tuple(".docx .docm .pdf .xlsx .xlsm .csv .tsv .html .htm .txt .md .png .jpg .jpeg .tif .tiff .bmp".split())


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person typed, kept when it is refused; a browser never gives a chosen file back."""

    title: str = ""
    published: str = ""
    issuer: str = ""
    note: str = ""
    text: str = ""
    internal: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> "Typed":
        """The fields of a posted form."""
        title, published, issuer, note, text = (
            request.POST.get(name, "").strip() for name in ("title", "published", "issuer", "note", "text")
        )
        return cls(title, published, issuer, note, text, "internal" in request.POST)


@dataclass(frozen=True, slots=True)
class UploadPage:
    """The form: what was typed, what is wrong with it by field, and the issuers known so far.

    `unread` says that the request was too large to be read, so that nothing typed could be kept.
    """

    typed: Typed = Typed()
    errors: dict[str, str] = field(default_factory=dict)
    unread: bool = False
    issuers: tuple[str, ...] = ()
    today: date | None = None
    kinds: str = ",".join(KINDS)
    megabytes: int = settings.UPLOAD_LIMIT // 1024 // 1024


@bounds_itself
@csrf_exempt  # the check reads the whole body, so it is made only after the size has been looked at
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, or the document just received. A request that is too large is refused before any of it is read."""
    permission.require_sender(request.user)
    if length_of(request) > settings.UPLOAD_LIMIT + FORM_ROOM:
        return _form(request, UploadPage(errors={"file": too_large()}, unread=True), status=413)
    try:
        return _take(request)
    except RequestDataTooBig:
        return _form(request, UploadPage(errors={"file": too_large()}, unread=True), status=413)


@csrf_protect
def _take(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, UploadPage())
    typed = Typed.of(request)
    file = request.FILES.get("file")
    errors = _wrong(typed, file)
    if not errors:
        try:
            return _to(_received(request, typed, file))
        except LiantuError as refused:
            errors = {"text" if file is None else "file": say(refused.zh, refused.en)}
    return _form(request, UploadPage(typed, errors), status=422)


def _to(received: Received) -> HttpResponse:
    """The document's page; `?again` lets it say that it was there already."""
    page = reverse("document", args=[received.document.pk[:12]])
    return redirect(page if received.new_document else f"{page}?again=1")


def _received(request: HttpRequest, typed: Typed, file: "UploadedFile[bytes] | None") -> Received:
    """Stored and read in one transaction: what cannot be read leaves nothing behind."""
    data = file.read() if file else typed.text.replace("\r\n", "\n").encode()
    name = file.name or "" if file else f"{typed.title}.txt"
    with transaction.atomic():
        return receive(
            data,
            name,
            published=date.fromisoformat(typed.published),
            title=typed.title,
            issuer=typed.issuer,
            note=typed.note,
            internal=typed.internal,
            place=region.told(),
            by=signed(request),
        )


def _wrong(typed: Typed, file: "UploadedFile[bytes] | None") -> dict[str, str]:
    """What is wrong with a form, by field, in the reader's words."""
    wrong = {}
    if not typed.title:
        wrong["title"] = say("请写标题，例如文件的第一行。", "Please give a title, such as the file's first line.")
    if not (day := day_of(typed.published)):
        wrong["published"] = say(
            "请选发布日期；“今年”“上半年”要靠它来定。", "Please pick the day it was published: “this year” hangs on it."
        )
    elif day > timezone.localdate():
        wrong["published"] = say("发布日期不能晚于今天。", "The day of publication cannot lie ahead.")
    if file and typed.text:
        wrong["text"] = say(
            "文件和粘贴的文字只能给一样，请清空一处。", "Give a file or pasted text, not both; clear one."
        )
    elif not file and not typed.text:
        wrong["file"] = say("请选一个文件，或在下面粘贴文字。", "Choose a file, or paste the text below.")
    elif file and (file.size or 0) > settings.UPLOAD_LIMIT:
        wrong["file"] = too_large()
    return wrong


def day_of(typed: str) -> date | None:
    """The day a date field holds, None where it holds none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def length_of(request: HttpRequest) -> int:
    """How many bytes a request announces."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def too_large() -> str:
    """The sentence for a file beyond the limit."""
    size = settings.UPLOAD_LIMIT // 1024 // 1024
    return say(
        f"文件超过 {size} MB，没有读取。请拆开，或只传正文。",
        f"The file is over {size} MB and was not read. Split it, or send the text only.",
    )


def _form(request: HttpRequest, page: UploadPage, status: int = 200) -> HttpResponse:
    known = Document.objects.exclude(issuer="").order_by("issuer").values_list("issuer", flat=True).distinct()[:50]
    page = replace(page, issuers=tuple(known), today=timezone.localdate())
    return render(request, "web/upload.html", {"page": page}, status=status)
