"""What was just done, said once, with the way back: 已接受 12 条 · 撤销."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone

from liantu.review.models import Decision
from liantu.web.language import say
from liantu.web.words import VERDICTS

__all__ = ["Toast", "toast"]

FRESH = timedelta(minutes=2)  # an address kept for longer tells nothing new


@dataclass(frozen=True, slots=True)
class Toast:
    """The sentence, and the batch that taking it back would undo (None where this was the taking back)."""

    words: str
    batch: uuid.UUID | None


def toast(request: HttpRequest) -> Toast | None:
    """What the address says was done (`done`) or taken back (`undone`), if this reader just did it."""
    for word in ("done", "undone"):
        if word in request.GET and isinstance(request.user, User):
            return _told(request.user, request.GET[word], undone=word == "undone")
    return None


def _told(user: User, key: str, *, undone: bool) -> Toast | None:
    try:
        batch = uuid.UUID(key)
    except ValueError:
        return None
    rows = Decision.objects.filter(batch=batch, by=user, at__gte=timezone.now() - FRESH)
    counted = Counter(rows.values_list("verdict", flat=True))
    if not counted:
        return None
    if undone:
        total = sum(counted.values())
        return Toast(say(f"已撤销 {total} 条，恢复原状", f"{total} taken back; what stood before stands again"), None)
    verdict, total = counted.most_common(1)[0]
    zh, en = VERDICTS[verdict]
    return Toast(say(f"已{zh} {total} 条", f"{total} {en}"), batch)
