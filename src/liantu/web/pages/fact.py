"""One figure as read: its sentence, the machine's reading beside every person's, and the form that corrects it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from liantu.api.status import status_of
from liantu.errors import LiantuError, NotAllowed
from liantu.ledger import permission
from liantu.ledger.fit import fitting
from liantu.ledger.models import Entry, Indicator, Subject
from liantu.review import desk as review
from liantu.review.correction import FIELDS
from liantu.review.models import Fact, Verdict
from liantu.web.language import say
from liantu.web.pages.desk import back_to, seen_of
from liantu.web.row import FactRow, fact_rows
from liantu.web.signed import signed
from liantu.web.toast import Toast, toast
from liantu.web.versions import LABELS, Version, bounded, digits, versions
from liantu.web.words import KINDS

__all__ = ["FactPage", "Typed", "correct", "fact"]


@dataclass(frozen=True, slots=True)
class Typed:
    """The correction form as it stands: filled with what holds now, or with what was typed and refused."""

    value: str = ""
    unit: str = ""
    subject_code: str = ""
    indicator_code: str = ""
    period_start: str = ""
    period_end: str = ""
    modality: str = ""
    yoy: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Typed":
        """What the person typed."""
        return cls(**{each.name: request.POST.get(each.name, "").strip()[:200] for each in fields(cls)})

    @classmethod
    def standing(cls, of: Fact, placed: Entry | None) -> "Typed":
        """What holds now: the ledger's entry, or the machine's reading where there is none."""
        now = placed or of
        return cls(
            bounded(now.value, now.value_low, now.value_high),
            now.unit,
            f"{placed.subject.kind}/{placed.subject.code}" if placed else "",
            placed.indicator.code if placed else "",
            now.period_start.isoformat() if now.period_start else "",
            now.period_end.isoformat() if now.period_end else "",
            placed.kind if placed else of.modality,
            digits(now.yoy),
        )

    def changes(self, now: "Typed", reread: Mapping[str, str | None]) -> dict[str, str | None]:
        """Only the fields that differ from what holds; changes an earlier correction made stay made."""
        before = asdict(now)
        told = {name: value or None for name, value in asdict(self).items() if value != before[name]}
        if not told:
            return {}
        if "unit" in told and "value" not in told:
            told["value"] = self.value
        return {**reread, **told}


@dataclass(frozen=True, slots=True)
class FactPage:
    """The figure, everyone's version of it, and the form with what it offers to choose from."""

    row: FactRow
    versions: tuple[Version, ...]
    typed: Typed
    reason: str
    error: str
    overtaken: bool
    subjects: tuple[tuple[str, tuple[Subject, ...]], ...]
    indicators: tuple[Indicator, ...]
    kinds: tuple[tuple[str, str], ...]
    seen: int
    here: str
    toast: Toast | None

    @property
    def figure(self) -> str:
        """The address of its figure, where the ledger holds it."""
        return f"e{self.row.placed.pk}" if self.row.placed else ""

    @property
    def table(self) -> list[tuple[str, tuple[tuple[str, bool], ...]]]:
        """The versions by field: a label, then everyone's cell with whether it differs from the machine's."""
        return [(say(*label), tuple(one.cells[at] for one in self.versions)) for at, label in enumerate(LABELS)]


@require_safe
def fact(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; a row of the desk takes its form from it."""
    row = _row(request, pk)
    here = request.GET.get("next") or reverse("fact", args=[pk])
    return _show(request, row, Typed.standing(row.fact, row.placed), here)


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a correction, or show the form again with what was typed and why it was refused."""
    row, typed = _row(request, pk), Typed.of(request)
    told = typed.changes(Typed.standing(row.fact, row.placed), _corrected(row.fact))
    try:
        with transaction.atomic():
            permission.require_decide(request.user, [row.fact])
            permission.require_place(request.user, told)
            with fitting([row.fact]):
                batch = review.decide(
                    [row.fact],
                    Verdict.CORRECT,
                    by=signed(request),
                    reason=request.POST.get("reason", ""),
                    correction=told,
                    seen=seen_of(request),
                )
            permission.require_kept(request.user, [row.fact])
    except NotAllowed:
        raise
    except LiantuError as refused:
        return _show(request, _row(request, pk), typed, request.POST.get("next", ""), refused)
    return back_to(request, batch)


def _row(request: HttpRequest, pk: int) -> FactRow:
    return fact_rows(request.user, [get_object_or_404(review.with_state(Fact.objects.all()), pk=pk)])[0]


def _show(
    request: HttpRequest, row: FactRow, typed: Typed, there: str, refused: LiantuError | None = None
) -> HttpResponse:
    decisions = list(row.fact.decisions.select_related("by"))
    subjects, indicators = list(Subject.objects.order_by("kind", "name")), tuple(Indicator.objects.order_by("name"))
    asked = seen_of(request) if request.method == "GET" else None
    seen = review.last() if asked is None else asked
    names = {f"{one.kind}/{one.code}": one for one in subjects} | {one.code: one for one in indicators}
    status = status_of(refused) if refused else 200
    page = FactPage(
        row,
        versions(row.fact, decisions, names),
        typed,
        request.POST.get("reason", ""),
        say(refused.zh, refused.en) if refused else "",
        status == 409,
        _grouped(subjects),
        indicators,
        tuple((kind, say(*words)) for kind, words in KINDS.items()),
        seen,
        there,
        toast(request),
    )
    answer = render(request, "web/fact.html", {"page": page}, status=status)
    if refused and request.headers.get("HX-Target") == "desk":
        answer.headers["HX-Retarget"] = f"#slot-{row.fact.pk}"
        answer.headers["HX-Reselect"] = "#correct"
        answer.headers["HX-Reswap"] = "innerHTML"
    return answer


def _grouped(subjects: Sequence[Subject]) -> tuple[tuple[str, tuple[Subject, ...]], ...]:
    words = {kind: say(kind.label, kind.value.capitalize()) for kind in Subject.Kind}
    return tuple((words[kind], tuple(one for one in subjects if one.kind == kind)) for kind in Subject.Kind)


def _corrected(of: Fact) -> dict[str, str | None]:
    """What the standing correction changed, in the words of a form; a new one starts from there."""
    latest = of.decisions.order_by("-pk").first()
    if latest is None or latest.verdict != Verdict.CORRECT:
        return {}
    made = latest.correction
    kept = {name: made[name] for name in FIELDS & set(made)}
    if kept.get("value"):
        low, high = made.get("value_low"), made.get("value_high")
        kept["value"] = bounded(Decimal(kept["value"]), low and Decimal(low), high and Decimal(high))
    return kept
