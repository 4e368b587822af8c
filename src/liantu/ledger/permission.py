"""谁可以做什么 Permission: five roles, and whose figures an officer may decide on.

| role | reads | decides | receives documents | reviews all, rereads |
|---|---|---|---|---|
| leader 领导 | all | nothing | no | no |
| officer 产业办 | all | clusters of the own offices, their firms and carriers | yes | no |
| reviewer 复核 | all | all | yes | yes |
| administrator 管理员 | all | all | yes | yes |
| guest 访客 | all, where the pack is public | nothing | no | no |
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from liantu.errors import NotAllowed
from liantu.ledger.models import Entry, Subject
from liantu.ledger.region import is_public
from liantu.ledger.resolve import Subjects, resolve_subject
from liantu.review.models import Fact, Relation

__all__ = [
    "Role",
    "barred",
    "may_decide",
    "may_read",
    "may_review",
    "may_send",
    "own_subjects",
    "require_decide",
    "require_kept",
    "require_place",
    "require_reader",
    "require_reviewer",
    "require_sender",
    "role",
]

Person = AbstractBaseUser | AnonymousUser
Thing = Fact | Relation


class Role(StrEnum):
    """A role; its value is the name of the group that carries it."""

    LEADER = "leader"
    OFFICER = "officer"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
    GUEST = "guest"


STRONGEST_FIRST = (Role.ADMINISTRATOR, Role.REVIEWER, Role.OFFICER, Role.LEADER, Role.GUEST)
DECIDE_ALL = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
SEND = DECIDE_ALL | {Role.OFFICER}


def role(user: Person) -> Role | None:
    """The person's strongest role, asked once; an unsigned visitor is the guest of a public pack, else nobody."""
    if not isinstance(user, User):
        return Role.GUEST if is_public() else None
    kept: Role | str | None = getattr(user, "liantu_role", "")
    if kept == "":
        names = set(user.groups.values_list("name", flat=True))
        kept = next((one for one in STRONGEST_FIRST if one in names), None)
        if user.is_superuser:
            kept = Role.ADMINISTRATOR
        user.liantu_role = kept  # type: ignore[attr-defined]
    return Role(kept) if kept else None


def may_read(user: Person) -> bool:
    """Whether the person may see figures at all."""
    return role(user) is not None


def may_send(user: Person) -> bool:
    """Whether the person may hand in a document."""
    return role(user) in SEND


def may_review(user: Person) -> bool:
    """Whether the person decides on everything and has documents read again."""
    return role(user) in DECIDE_ALL


def may_decide(user: Person, subject: Subject | None) -> bool:
    """Whether the person may decide on a figure of `subject`; on one of nobody yet (待归位) only who decides on all."""
    if may_review(user):
        return True
    return subject is not None and own_subjects(user).filter(pk=subject.pk).exists()


def own_subjects(user: Person) -> QuerySet[Subject]:
    """The subjects whose figures the person may decide on: the own offices' clusters with their firms and carriers."""
    if may_review(user):
        return Subject.objects.all()
    if role(user) is not Role.OFFICER:
        return Subject.objects.none()
    mine = {"office__memberships__user_id": user.pk}
    clusters = Subject.objects.filter(**{f"cluster__{key}": value for key, value in mine.items()})
    firms = Subject.objects.filter(**{f"enterprise__clusters__{key}": value for key, value in mine.items()})
    carriers = Subject.objects.filter(**{f"carrier__cluster__{key}": value for key, value in mine.items()})
    return Subject.objects.filter(
        Q(pk__in=clusters.values("pk")) | Q(pk__in=firms.values("pk")) | Q(pk__in=carriers.values("pk"))
    )


def barred(user: Person, things: Sequence[Thing]) -> dict[int, str]:
    """Why the person may not decide on each of these facts or relations, by id, in the language of the request.

    A fact belongs to the subject its entry stands under, a relation to both of its sides. What is not named here may be
    decided. A constant number of queries.
    """
    language = get_language() or ""
    return {thing.pk: reason.say(language) for thing, reason in _barred(user, things)}


def require_reader(user: Person) -> None:
    """Raise `NotAllowed` unless the person may read."""
    if not may_read(user):
        raise NotAllowed("请先登录；没有角色的账号请联系管理员。", "Please sign in; ask the administrator for a role.")


def require_sender(user: Person) -> None:
    """Raise `NotAllowed` unless the person may hand in documents."""
    if not may_send(user):
        raise NotAllowed(
            "收录文件要由产业办人员、复核员或管理员来做。",
            "Documents are received by an officer, a reviewer or the administrator.",
        )


def require_reviewer(user: Person) -> None:
    """Raise `NotAllowed` unless the person reviews everything."""
    if not may_review(user):
        raise NotAllowed("这一步要由复核员或管理员来做。", "This is done by a reviewer or the administrator.")


def require_decide(user: Person, things: Sequence[Thing]) -> None:
    """Raise `NotAllowed` unless the person may decide on every one of these facts or relations."""
    for _, reason in _barred(user, things):
        raise reason


def require_place(user: Person, correction: Mapping[str, str | None]) -> None:
    """Raise `NotAllowed` unless the person decides on the subject a correction would move a figure to."""
    name, placed = correction.get("subject"), correction.get("subject_code")
    if may_review(user) or not (name or placed):
        return
    kind, _, code = (placed or "").partition("/")
    there = Subject.objects.filter(kind=kind, code=code).first() if placed else resolve_subject(name or "")
    if not may_decide(user, there):
        raise _elsewhere()


def require_kept(user: Person, things: Sequence[Thing]) -> None:
    """Raise `NotAllowed` where what was just decided has moved a figure out of the person's own.

    Asked after the decision and inside its transaction: a measure may name another office's firm, and taking back may
    restore another office's figure.
    """
    for _ in _barred(user, things):
        raise _elsewhere()


def _barred(user: Person, things: Sequence[Thing]) -> Iterator[tuple[Thing, NotAllowed]]:
    if may_review(user):
        return
    mine = set(own_subjects(user).values_list("pk", flat=True))
    heads = Entry.objects.filter(superseded_by__isnull=True, fact__in=[t.pk for t in things if isinstance(t, Fact)])
    owners = {entry.fact_id: entry.subject for entry in heads.select_related("subject")}
    relations = [one for one in things if isinstance(one, Relation)]
    subjects = Subjects(name for one in relations for name in (one.subject, one.object)) if relations else None
    for thing in things:
        held = [owners.get(thing.pk)] if isinstance(thing, Fact) else _sides(thing, subjects)
        if not any(one is not None and one.pk in mine for one in held):
            yield thing, _refusal(next((one for one in held if one is not None), None))


def _sides(relation: Relation, subjects: Subjects | None) -> list[Subject | None]:
    return [subjects.of(name) for name in (relation.subject, relation.object)] if subjects else []


def _elsewhere() -> NotAllowed:
    return NotAllowed(
        "只能把数归到自己负责的集群、企业或载体名下；请让复核员归位。",
        "A figure can only be placed under your own clusters, firms and carriers; ask a reviewer to place it.",
    )


def _refusal(subject: Subject | None) -> NotAllowed:
    if subject is None:
        return NotAllowed(
            "尚未归位的内容由复核员或管理员核定。",
            "What belongs to nobody yet is decided by a reviewer or the administrator.",
        )
    return NotAllowed(
        f"{subject.name}由其产业办人员、复核员或管理员核定。",
        f"{subject.name_en or subject.name} is decided by its office, a reviewer or the administrator.",
    )
