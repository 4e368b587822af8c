"""Signing in, slowly for whoever guesses: five refusals from one address close one account to it for a while.

The sentence is the same for a wrong password, an unknown name and an account out of use, and an unknown name is counted
like a known one, so nobody learns which accounts exist.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from liantu.web.models import SignInFailure

__all__ = ["ADDRESS_LIMIT", "LIMIT", "WINDOW", "SignInForm"]

LIMIT = 5
ADDRESS_LIMIT = 50
WINDOW = timedelta(minutes=15)


class SignInForm(AuthenticationForm):
    """Name and password; asks the throttle before it asks for the password's hash."""

    def clean(self) -> dict[str, Any]:
        """The form's values, or one sentence why not."""
        address = _address(self.request) if self.request else ""
        account = str(self.cleaned_data.get("username", "")).casefold()
        now = timezone.now()
        both, alone = _who(account, address), _who("", address)
        if _failures(both, now) >= LIMIT or _failures(alone, now) >= ADDRESS_LIMIT:
            raise _said(
                f"失败次数过多，请 {WINDOW.seconds // 60} 分钟后再试，或请管理员重设密码。",
                f"Too many failed attempts; try again in {WINDOW.seconds // 60} minutes or ask an administrator.",
            )
        try:
            values: dict[str, Any] = super().clean()
        except ValidationError:
            _remember((both, alone), now)
            raise _said(
                "用户名或密码不对，请重试。", "The name or the password is not right; please try again."
            ) from None
        SignInFailure.objects.filter(who=both).delete()
        return values


def _address(request: HttpRequest) -> str:
    """The visitor's address: what the trusted TLS proxy noted last, or the peer itself where there is no proxy."""
    noted = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return noted.split(",")[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))


def _who(account: str, address: str) -> str:
    return sha256(f"{account}\n{address}".encode()).hexdigest()


def _failures(who: str, now: datetime) -> int:
    return SignInFailure.objects.filter(who=who, at__gt=now - WINDOW).count()


def _remember(whos: tuple[str, ...], now: datetime) -> None:
    """Write the failure down and forget those no longer counted."""
    SignInFailure.objects.filter(at__lte=now - WINDOW).delete()
    SignInFailure.objects.bulk_create(SignInFailure(who=who, at=now) for who in whos)


def _said(zh: str, en: str) -> ValidationError:
    return ValidationError(en if (get_language() or "").startswith("en") else zh, code="refused")
