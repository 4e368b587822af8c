"""数 Fact: one figure as the machine read it, with its evidence; people's decisions stand beside it, never in it."""

import pgtrigger
from django.db import models

from liantu.review.models.document import Document


class Fact(models.Model):
    """One fact of one document, field for field as `liantu.bulletin.reading.Fact` gives it.

    `place` is where it stands (span and its number among facts of one span), `digest` what was read there: the same
    place and digest is the same row in every reading, so a newer reader adds rows only for what it reads differently.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="facts")
    place = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    subject = models.CharField(max_length=300)
    measure = models.CharField(max_length=200)
    aspect = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=30, decimal_places=8, null=True)
    value_low = models.DecimalField(max_digits=30, decimal_places=8, null=True)
    value_high = models.DecimalField(max_digits=30, decimal_places=8, null=True)
    unit = models.CharField(max_length=40)
    value_base = models.DecimalField(max_digits=38, decimal_places=8, null=True)
    unit_base = models.CharField(max_length=40)
    qualifier = models.CharField(max_length=40, null=True)  # noqa: DJ001 (null: the text has none)
    period_text = models.CharField(max_length=100, null=True)  # noqa: DJ001
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    modality = models.CharField(max_length=20)
    yoy = models.DecimalField(max_digits=20, decimal_places=8, null=True)
    base = models.CharField(max_length=100, null=True)  # noqa: DJ001
    rule = models.CharField(max_length=60)
    confidence = models.DecimalField(max_digits=4, decimal_places=3)
    note = models.TextField(null=True)  # noqa: DJ001
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    quotes = models.JSONField()

    class Meta:
        ordering = ["document", "span_start", "place"]
        constraints = [
            models.UniqueConstraint(fields=["document", "place", "digest"], name="fact_once"),
            models.CheckConstraint(condition=models.Q(span_end__gt=models.F("span_start")), name="fact_span_not_empty"),
        ]
        triggers = [pgtrigger.Protect(name="keep_facts", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.subject} {self.measure}"
