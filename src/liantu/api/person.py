"""The person behind a write: the wall has let only the signed-in through, which the types cannot know."""

from django.contrib.auth.models import User
from django.http import HttpRequest

from liantu.api.sentence import UNSIGNED

__all__ = ["person"]


def person(request: HttpRequest) -> User:
    """Who is signed in; NotAllowed for anybody else, should a write ever be reached without."""
    if not isinstance(request.user, User):
        raise UNSIGNED
    return request.user
