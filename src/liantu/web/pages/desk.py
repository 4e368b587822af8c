"""复核台: what waits for a person, and accepting or rejecting it singly or many at once."""

import uuid
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from liantu.api.status import status_of
from liantu.errors import CannotRead, LiantuError
from liantu.ledger import permission
from liantu.ledger.models import Cluster, Subject
from liantu.review import desk as review
from liantu.review.models import Decision, Document, Fact, Relation
from liantu.web import queue
from liantu.web.contradiction import Contradiction, contradictions
from liantu.web.language import say
from liantu.web.queue import Queue, Tab
from liantu.web.row import FactRow, RelationRow, fact_rows, relation_rows
from liantu.web.signed import signed
from liantu.web.toast import Toast, toast

__all__ = ["DeskPage", "back_to", "decide", "desk", "seen_of", "undo"]

ROWS = 20
TABS = {
    Tab.FACTS: ("待核对", "To verify"),
    Tab.UNPLACED: ("待归位", "To place"),
    Tab.CONFLICTS: ("矛盾", "Contradictions"),
    Tab.RELATIONS: ("关系", "Relations"),
}


@dataclass(frozen=True, slots=True)
class DeskPage:
    """One page of one heap. `rows`, `relations` or `contradictions` is filled, by the tab.

    `seen` is the newest decision there was when the page was made: who decides hands it back, and learns of later ones.
    """

    queue: Queue
    tabs: tuple[tuple[str, str, int], ...]
    page: Page[Any]
    rows: tuple[FactRow, ...]
    relations: tuple[RelationRow, ...]
    contradictions: tuple[Contradiction, ...]
    documents: tuple[Document, ...]
    clusters: tuple[Cluster, ...]
    rules: tuple[tuple[str, str, int], ...]
    seen: int
    here: str
    toast: Toast | None
    error: str = ""
    ticked: frozenset[str] = frozenset()
    reason: str = ""

    @property
    def mine(self) -> bool:
        """Whether anything on this page is the reader's to decide."""
        return not all(row.barred for row in self.rows) or not all(row.barred for row in self.relations)


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The desk; the address holds heap, filter and page."""
    return render(request, "web/desk.html", {"page": _page(request, request.GET, request.get_full_path())})


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Accept or reject what was ticked, or the one row whose button was pressed; all of it or nothing."""
    try:
        with transaction.atomic():
            things = _chosen(request)
            permission.require_decide(request.user, things)
            reason = request.POST.get("reason", "")
            batch = review.decide(things, _verdict(request), by=signed(request), reason=reason, seen=seen_of(request))
    except LiantuError as refused:
        return _refused(request, refused)
    return back_to(request, batch)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take one batch back; what stood before it stands again."""
    try:
        batch = uuid.UUID(request.POST.get("batch", ""))
    except ValueError as wrong:
        raise CannotRead("没有可以撤销的操作。", "There is nothing to undo.") from wrong
    try:
        with transaction.atomic():
            things = _taken(batch)
            permission.require_decide(request.user, things)
            new = review.undo(batch, signed(request))
            permission.require_kept(request.user, things)
    except LiantuError as refused:
        return _refused(request, refused)
    return back_to(request, new, "undone")


def back_to(request: HttpRequest, batch: uuid.UUID, word: str = "done") -> HttpResponse:
    """To the page the form stood on, which then tells what was done."""
    there = request.POST.get("next", "")
    if not there.startswith("/") or not url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        there = reverse("desk")
    parts = urlsplit(there)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in {"done", "undone"}]
    return redirect(f"{parts.path}?{urlencode([*kept, (word, str(batch))])}")


def seen_of(request: HttpRequest) -> int | None:
    """The newest decision the person could see, as the form tells it."""
    told = request.POST.get("seen", "") or request.GET.get("seen", "")
    return int(told) if _is_key(told) else None


def _refused(request: HttpRequest, refused: LiantuError) -> HttpResponse:
    """The page of the desk the form stood on, with the sentence and what was ticked and typed; elsewhere the sentence."""
    there = request.POST.get("next", "")
    if urlsplit(there).path != reverse("desk"):
        raise refused
    page = _page(request, QueryDict(urlsplit(there).query), there)
    page = replace(
        page,
        error=say(refused.zh, refused.en),
        ticked=frozenset(request.POST.getlist("fact") + request.POST.getlist("relation")),
        reason=request.POST.get("reason", ""),
    )
    return render(request, "web/desk.html", {"page": page}, status=status_of(refused))


def _page(request: HttpRequest, query: QueryDict, here: str) -> DeskPage:
    asked = Queue.read(query)
    heap = Paginator(_heap(request, asked), ROWS).get_page(query.get("page"))
    held = list(heap.object_list)
    facts = [each for each in held if isinstance(each, Fact)]
    relations = [each for each in held if isinstance(each, Relation)]
    counted = queue.counts()
    return DeskPage(
        asked,
        tuple((tab, say(*TABS[tab]), counted[tab]) for tab in Tab),
        heap,
        fact_rows(request.user, facts),
        relation_rows(request.user, relations),
        tuple(each for each in held if isinstance(each, Contradiction)),
        tuple(queue.documents()),
        tuple(Cluster.objects.filter(office__isnull=False).select_related("subject")),
        tuple(queue.rules(asked.tab)),
        review.last(),
        here,
        toast(request),
    )


def _heap(request: HttpRequest, asked: Queue) -> Any:
    if asked.tab == Tab.CONFLICTS:
        return contradictions(request.user, list(asked.readings()))
    return asked.relations() if asked.tab == Tab.RELATIONS else asked.facts(_own(request))


def _own(request: HttpRequest) -> QuerySet[Subject] | None:
    """What an officer decides on, which then stands first; nobody else has one part before another."""
    user = request.user
    return permission.own_subjects(user) if permission.role(user) is permission.Role.OFFICER else None


def _chosen(request: HttpRequest) -> list[Fact | Relation]:
    """What was ticked, or the one row whose own form was sent; never more than a page holds."""
    found: list[Fact | Relation] = []
    for kind, name in ((Fact, "fact"), (Relation, "relation")):
        wanted = [int(key) for key in request.POST.getlist(name)[:ROWS] if _is_key(key)]
        found += kind._default_manager.filter(pk__in=wanted)
    if not found:
        raise CannotRead("还没有选中任何一条，请先勾选。", "Nothing is ticked; tick at least one row first.")
    return found


def _is_key(told: str) -> bool:
    return told.isascii() and told.isdigit() and len(told) < 19


def _verdict(request: HttpRequest) -> str:
    """Which button was pressed; never guessed."""
    pressed = request.POST.get("verdict", "")
    if pressed not in {"accept", "reject"}:
        raise CannotRead("请按“接受”或“退回”。", "Press “accept” or “reject”.")
    return pressed


def _taken(batch: uuid.UUID) -> list[Fact | Relation]:
    rows = Decision.objects.filter(batch=batch).select_related("fact", "relation")
    return [thing for row in rows if (thing := row.fact or row.relation) is not None]
