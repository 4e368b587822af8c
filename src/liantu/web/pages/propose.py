"""Asking the configured model about the figures of a document that the rules left unread."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from liantu.bulletin.proposer import configured
from liantu.errors import NotReady
from liantu.ledger import permission
from liantu.review import receive
from liantu.web.pages.document import find
from liantu.web.signed import signed

__all__ = ["propose"]


@require_POST
def propose(request: HttpRequest, key: str) -> HttpResponse:
    """Read the document again, the model asked about what stays unread; its facts wait on the desk like all others."""
    found = find(key)
    permission.require_reviewer(request.user)
    endpoint = configured()
    if endpoint is None:
        raise NotReady(
            "还没有配置模型；请管理员设置 LIANTU_MODEL_URL 和 LIANTU_MODEL。",
            "No model is configured; an administrator sets LIANTU_MODEL_URL and LIANTU_MODEL.",
        )
    with transaction.atomic():
        receive.reread(found, by=signed(request), proposer=endpoint)
    return redirect("document", key)
