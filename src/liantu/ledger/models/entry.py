"""台账 Entry: one figure of one subject under one indicator, in business time and in recorded time."""

from datetime import datetime

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from liantu.ledger.models.indicator import Indicator
from liantu.ledger.models.subject import Subject
from liantu.review.models import Decision, Fact


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries as they were known at a moment."""

    def as_of(self, moment: datetime) -> "EntryQuerySet":
        """What the ledger held at `moment`: recorded by then, not superseded by then, not withdrawn."""
        later = Entry.objects.filter(supersedes=models.OuterRef("pk"), recorded_at__lte=moment)
        return self.filter(recorded_at__lte=moment, withdrawn=False).exclude(models.Exists(later))

    def current(self) -> "EntryQuerySet":
        """What the ledger holds now."""
        return self.filter(superseded_by__isnull=True, withdrawn=False)


class Entry(models.Model):
    """A figure with the fact it came from. Rows are only added: a later row `supersedes` an earlier one.

    `value` stands in `unit` as written, `value_base` in the indicator's base unit; a bound or range fills
    `value_low`/`value_high`. `kind` keeps targets and forecasts out of every actual series. `decision` is the person's
    word that made this row; null means the machine's reading, still 待核对.
    """

    class Kind(models.TextChoices):
        """What the figure claims."""

        ACTUAL = "actual", "实际"
        TARGET = "target", "目标"
        FORECAST = "forecast", "预计"
        COMPARISON = "comparison", "比较"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="entries")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind)
    aspect = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=30, decimal_places=8, null=True)
    unit = models.CharField(max_length=40)
    value_base = models.DecimalField(max_digits=38, decimal_places=8, null=True)
    value_low = models.DecimalField(max_digits=38, decimal_places=8, null=True)
    value_high = models.DecimalField(max_digits=38, decimal_places=8, null=True)
    qualifier = models.CharField(max_length=40, blank=True)
    period_text = models.CharField(max_length=100, blank=True)
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    yoy = models.DecimalField(max_digits=20, decimal_places=8, null=True)
    base = models.CharField(max_length=100, blank=True)
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="entries")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="entries")
    recorded_at = models.DateTimeField(default=timezone.now, db_index=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    withdrawn = models.BooleanField(default=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["subject", "indicator", "period_end", "id"]
        indexes = [models.Index(fields=["subject", "indicator", "kind", "aspect"], name="entry_series")]
        constraints = [
            models.UniqueConstraint(
                fields=["fact"], condition=models.Q(supersedes__isnull=True), name="entry_one_chain_a_fact"
            ),
            models.CheckConstraint(
                condition=models.Q(value_base__isnull=False)
                | models.Q(value_low__isnull=False)
                | models.Q(value_high__isnull=False),
                name="entry_has_a_value",
            ),
            models.CheckConstraint(
                condition=models.Q(period_start__isnull=True)
                | models.Q(period_end__isnull=True)
                | models.Q(period_end__gte=models.F("period_start")),
                name="entry_period_in_order",
            ),
        ]
        triggers = [pgtrigger.Protect(name="keep_entries", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.subject} {self.indicator} {self.value}{self.unit}"
