"""核稿: a draft checked against the ledger; nothing of it is kept."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from ninja import File, Form, Router, Schema, UploadedFile

from liantu.api.person import person
from liantu.bulletin import check
from liantu.bulletin.check.finding import Finding
from liantu.bulletin.document import Document
from liantu.bulletin.quote import Quote
from liantu.errors import CannotRead
from liantu.ledger import permission
from liantu.plan.checking import check_with_ledger

__all__ = ["CheckOut", "router"]

router = Router(tags=["check"])


@dataclass(frozen=True, slots=True)
class DraftOut:
    """The draft as it was read; every offset counts characters of `text`."""

    id: str
    title: str
    published: date
    text: str


@dataclass(frozen=True, slots=True)
class SourceOut:
    """Where the expected value is told: the document's title, the figure's id, the document's day."""

    label: str
    figure: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class FindingOut:
    """One finding; the first of `spans` is the figure to look at."""

    kind: str
    severity: str
    spans: tuple[Quote, ...]
    zh: str
    en: str
    expected: str
    source: SourceOut | None


@dataclass(frozen=True, slots=True)
class CheckOut:
    """The findings, the worst first; `wrong` is how many of them a person has to look at."""

    draft: DraftOut
    against: tuple[str, ...]
    wrong: int
    findings: list[FindingOut]


class DraftIn(Schema):
    """What is said of a draft; `text` where no file is sent."""

    published: date
    place: str = ""
    text: str = ""


@router.post("/check", response=CheckOut)
def check_draft(request: HttpRequest, sheet: Form[DraftIn], file: File[UploadedFile | None] = None) -> CheckOut:
    """Check a draft, a file or a text: every figure against the ledger, and the arithmetic inside."""
    permission.require_reader(person(request))
    checked = check_with_ledger(_document(sheet, file), sheet.published, sheet.place.strip())
    document = checked.document
    return CheckOut(
        DraftOut(document.id, document.title, sheet.published, document.text),
        checked.against,
        len(checked.wrong),
        [_finding(found) for found in checked.findings],
    )


def _document(sheet: DraftIn, file: UploadedFile | None) -> Document:
    if (file is None) == (not sheet.text.strip()):
        raise CannotRead("请给文件或正文，只给一样。", "Send a file or a text, one of the two.")
    if file is None:
        return Document.from_text(sheet.text.replace("\r\n", "\n"), published=sheet.published)
    if (file.size or 0) > settings.UPLOAD_LIMIT:
        size = settings.UPLOAD_LIMIT // 1024 // 1024
        raise CannotRead(
            f"文件超过 {size} MB，没有读取；请拆开。", f"The file is over {size} MB and was not read; split it."
        )
    return Document.open(file.read(), file.name or "", published=sheet.published)


def _finding(found: Finding) -> FindingOut:
    known: check.Known | None = found.known
    source = SourceOut(known.label, known.link, known.as_of) if known else None
    return FindingOut(found.kind, found.severity, found.spans, found.zh, found.en, found.expected, source)
