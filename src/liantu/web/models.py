"""What the web faces keep for themselves: sign-ins that failed, so that guessing passwords is slow."""

from django.db import models
from django.utils import timezone


class SignInFailure(models.Model):
    """One refused sign-in; `who` is a digest of account and address, so no typed name or password is kept."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["who", "at"], name="sign_in_failure_recent")]

    def __str__(self) -> str:
        return f"{self.who[:8]} {self.at:%F %T}"
