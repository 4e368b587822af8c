"""核稿: a draft checked while it is looked at; nothing of it is kept, a draft is no document of the ledger."""

import base64
import binascii
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from liantu.bulletin.check.marked import marked
from liantu.bulletin.document import Document
from liantu.errors import CannotRead, LiantuError
from liantu.ledger import permission
from liantu.ledger.region import told
from liantu.plan.checking import check_with_ledger
from liantu.web.bounds import FORM_ROOM, bounds_itself
from liantu.web.checked import Checked, result
from liantu.web.language import say
from liantu.web.pages.upload import KINDS, day_of, length_of, too_large
from liantu.web.signed import signed

__all__ = ["CheckPage", "Draft", "check"]

CARRIED = 1024 * 1024  # a file up to this size rides along in the page, so that its marked copy can be asked for
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was sent: the day, whose draft, and a file or pasted text (`data` holds either's bytes)."""

    published: str = ""
    place: str = ""
    text: str = ""
    name: str = ""
    data: bytes = b""

    @classmethod
    def of(cls, request: HttpRequest) -> "Draft":
        """The posted fields; a file carried along by the page counts as the file itself."""
        published, place, text, name = (
            request.POST.get(key, "").strip() for key in ("published", "place", "text", "name")
        )
        file: UploadedFile[bytes] | None = request.FILES.get("file")
        if file is not None:
            return cls(published, place, text, file.name or "", file.read())
        return cls(published, place, text, name, _carried(request.POST.get("original", "")))

    @property
    def carried(self) -> str:
        """The file for the page to carry along, empty where it is too large or there is none."""
        return base64.b64encode(self.data).decode() if len(self.data) <= CARRIED else ""

    def open(self, day: date) -> Document:
        """The document to check."""
        if self.data:
            return Document.open(self.data, self.name, published=day)
        return Document.from_text(self.text.replace("\r\n", "\n"), published=day, name=self.name)


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The form, and under it what was found in the draft just sent (None before)."""

    draft: Draft = Draft()
    errors: dict[str, str] = field(default_factory=dict)
    unread: bool = False
    result: Checked | None = None
    today: date | None = None
    kinds: str = ",".join(KINDS)
    megabytes: int = settings.UPLOAD_LIMIT // 1024 // 1024


@bounds_itself
@csrf_exempt  # the check reads the whole body, so it is made only after the size has been looked at
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, the result, or the marked-up Word copy; any signed-in reader may ask."""
    permission.require_reader(signed(request))
    if length_of(request) > settings.UPLOAD_LIMIT + FORM_ROOM:
        return _page(request, CheckPage(errors={"file": too_large()}, unread=True), 413)
    try:
        return _take(request)
    except RequestDataTooBig:
        return _page(request, CheckPage(errors={"file": too_large()}, unread=True), 413)


@csrf_protect
def _take(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, CheckPage(Draft(timezone.localdate().isoformat(), told())))
    draft = Draft.of(request)
    errors = _wrong(draft)
    if not errors:
        try:
            return _answer(request, draft)
        except LiantuError as refused:
            errors = {"file" if draft.data else "text": say(refused.zh, refused.en)}
    return _page(request, CheckPage(draft, errors), 422)


def _answer(request: HttpRequest, draft: Draft) -> HttpResponse:
    day = date.fromisoformat(draft.published)
    checked = check_with_ledger(draft.open(day), day, draft.place)
    if request.POST.get("as") != "docx":
        return _page(request, CheckPage(draft, result=result(checked)))
    answer = HttpResponse(marked(checked, draft.data or None, get_language() or "zh"), content_type=WORD)
    stem = PurePath(draft.name).stem or checked.document.title[:40] or say("草稿", "draft")
    name = quote(f"{stem}-{say('核稿', 'checked')}.docx", safe="")
    answer.headers["Content-Disposition"] = f"attachment; filename=\"checked.docx\"; filename*=UTF-8''{name}"
    return answer


def _wrong(draft: Draft) -> dict[str, str]:
    """What is wrong with a form, by field, in the reader's words."""
    wrong = {}
    if day_of(draft.published) is None:
        wrong["published"] = say(
            "请选稿子的日期；“今年”“上半年”要靠它来定。", "Please pick the draft's day: “this year” hangs on it."
        )
    if draft.data and draft.text:
        wrong["text"] = say(
            "文件和粘贴的文字只能给一样，请清空一处。", "Give a file or pasted text, not both; clear one."
        )
    elif not draft.data and not draft.text:
        wrong["file"] = say("请选一个文件，或在下面粘贴文字。", "Choose a file, or paste the text below.")
    elif len(draft.data) > settings.UPLOAD_LIMIT:
        wrong["file"] = too_large()
    return wrong


def _carried(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError) as error:
        raise CannotRead(
            "随页带回的文件已损坏，请重新选择文件。", "The file carried by the page is damaged; choose it again."
        ) from error


def _page(request: HttpRequest, page: CheckPage, status: int = 200) -> HttpResponse:
    page = replace(page, today=timezone.localdate())
    return render(request, "web/check.html", {"page": page}, status=status)
