"""Decision: accepted, corrected, rejected or reopened, by whom, when and why."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from liantu.review.models.fact import Fact
from liantu.review.models.relation import Relation


class Verdict(models.TextChoices):
    """What a person may say of a reading; `reopen` takes the last word back."""

    ACCEPT = "accept", "接受"
    CORRECT = "correct", "更正"
    REJECT = "reject", "退回"
    REOPEN = "reopen", "重开"


class Decision(models.Model):
    """One person's word on one fact or relation; the latest one holds, all stay.

    `correction` holds only the fields a person changed (`value`, `unit`, `subject`, `measure`, `period_start`, …, and
    `subject_code`, `indicator_code` where the person placed it). Decisions of one click share a `batch`.
    """

    fact = models.ForeignKey(Fact, null=True, on_delete=models.PROTECT, related_name="decisions")
    relation = models.ForeignKey(Relation, null=True, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=Verdict)
    correction = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField(default=timezone.now)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fact__isnull=False, relation__isnull=True)
                | models.Q(fact__isnull=True, relation__isnull=False),
                name="decision_on_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(verdict__in=["accept", "reopen"]) | ~models.Q(reason=""),
                name="decision_gives_reason",
            ),
        ]
        triggers = [pgtrigger.Protect(name="keep_decisions", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} {self.by}"
