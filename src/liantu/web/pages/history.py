"""History of the desk: every batch of decisions, by whom, when and why, each with its way back while there is one."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, Min, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liantu.ledger import permission
from liantu.review.models import Decision
from liantu.web.language import say
from liantu.web.toast import Toast, toast
from liantu.web.words import VERDICTS

__all__ = ["Batch", "HistoryPage", "history"]

BATCHES = 20


@dataclass(frozen=True, slots=True)
class Batch:
    """One click: `decisions` are its rows, `undoable` whether nothing was decided on them since and the reader may."""

    key: uuid.UUID
    who: str
    at: datetime
    verdict: str
    reason: str
    decisions: tuple[Decision, ...]
    undoable: bool


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One page of batches, the newest first, and who may be asked for."""

    page: Page[Any]
    batches: tuple[Batch, ...]
    people: tuple[User, ...]
    by: str
    here: str
    toast: Toast | None


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """The page; `?by=` narrows it to one person."""
    by = request.GET.get("by", "")
    rows = Decision.objects.filter(by__username=by) if by else Decision.objects.all()
    grouped = rows.values("batch").annotate(first=Min("pk"), held=Count("pk")).order_by("-first")
    page = Paginator(grouped, BATCHES).get_page(request.GET.get("page"))
    people = tuple(User.objects.filter(decisions__isnull=False).distinct().order_by("username"))
    batches = _batches(request, [row["batch"] for row in page.object_list])
    shown = HistoryPage(page, batches, people, by, request.get_full_path(), toast(request))
    return render(request, "web/history.html", {"page": shown})


def _batches(request: HttpRequest, keys: list[uuid.UUID]) -> tuple[Batch, ...]:
    same = Q(fact=OuterRef("fact")) | Q(relation=OuterRef("relation"))
    later = Decision.objects.filter(same, pk__gt=OuterRef("pk"))
    rows = Decision.objects.filter(batch__in=keys).select_related("by", "fact", "relation")
    old = set(rows.filter(Exists(later)).values_list("pk", flat=True))
    held: dict[uuid.UUID, list[Decision]] = {key: [] for key in keys}
    for row in rows:
        held[row.batch].append(row)
    kept = old | _theirs(request, list(rows))
    return tuple(_batch(key, each, kept) for key, each in held.items())


def _batch(key: uuid.UUID, rows: list[Decision], kept: set[int]) -> Batch:
    first = rows[0]
    return Batch(
        key,
        first.by.get_full_name() or first.by.get_username(),
        first.at,
        say(*VERDICTS[first.verdict]),
        first.reason,
        tuple(rows),
        not any(row.pk in kept for row in rows),
    )


def _theirs(request: HttpRequest, rows: list[Decision]) -> set[int]:
    """The decisions on things the reader may not decide."""
    facts = permission.barred(request.user, [row.fact for row in rows if row.fact])
    relations = permission.barred(request.user, [row.relation for row in rows if row.relation])
    return {row.pk for row in rows if row.fact_id in facts or row.relation_id in relations}
