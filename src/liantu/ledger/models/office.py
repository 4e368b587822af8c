"""产业办 Office: who owns a cluster's figures, and who works there."""

import pghistory
from django.conf import settings
from django.db import models


@pghistory.track()
class Office(models.Model):
    """An office of the district by code; its clusters are those whose `office` it is."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    short = models.CharField(max_length=60, blank=True)
    name_en = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to an office; an officer writes the figures of the clusters of these offices."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "office"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user} · {self.office}"
