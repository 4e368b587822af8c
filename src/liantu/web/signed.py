"""Who writes: the signed-in person of a request. A guest reads and never gets this far."""

from django.contrib.auth.models import User
from django.http import HttpRequest

from liantu.errors import NotAllowed

__all__ = ["signed"]


def signed(request: HttpRequest) -> User:
    """The person whose name a decision bears; raises `NotAllowed` for a visitor without one."""
    if not isinstance(request.user, User):
        raise NotAllowed("请先登录再操作。", "Please sign in first.")
    return request.user
