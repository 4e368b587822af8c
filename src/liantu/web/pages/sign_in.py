"""Signing in and out; the only page nobody needs a name for."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.utils.decorators import method_decorator

from liantu.ledger.region import is_public
from liantu.web.throttle import SignInForm

__all__ = ["SignIn", "SignOut"]


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Name and password; where the pack is public, a way in as the guest and, in the demo, whom to sign in as."""

    http_method_names = ("get", "head", "post", "options")
    template_name = "web/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        public = is_public()
        demo = settings.LIANTU_DEMO_PEOPLE if public else ()
        return super().get_context_data(public=public, demo=demo, **given)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """Ends the session; only by POST."""
