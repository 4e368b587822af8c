"""Reading: what one reader version found in one document, kept beside all earlier ones."""

from datetime import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from liantu.review.models.document import Document
from liantu.review.models.fact import Fact
from liantu.review.models.relation import Relation


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings, and which of them hold."""

    def in_force(self, at: datetime | None = None) -> Self:
        """The latest reading of each document, now or as it was at a moment."""
        read = self if at is None else self.filter(read_at__lte=at)
        later = Reading.objects.filter(document=models.OuterRef("document"), pk__gt=models.OuterRef("pk"))
        return read.filter(~models.Exists(later if at is None else later.filter(read_at__lte=at)))


class Reading(models.Model):
    """One run of a reader that yielded other than the run before; the latest one of a document is the one in force.

    `numbers`, `conflicts` and `hypotheses` hold the number account, the contradictions and the reading-order repairs
    as the JSON contract writes them, save that `fact` and `facts` name rows of `Fact`.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField(default=timezone.now)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.ManyToManyField(Fact, through="ReadingFact", related_name="readings")
    relations = models.ManyToManyField(Relation, through="ReadingRelation", related_name="readings")
    numbers = models.JSONField()
    conflicts = models.JSONField()
    hypotheses = models.JSONField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-id"]
        triggers = [pgtrigger.Protect(name="keep_readings", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.document_id[:8]} {self.reader}"


class ReadingFact(models.Model):
    """A reading holds a fact; the same fact may be held by several readings of its document."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "fact"], name="reading_holds_fact_once")]
        triggers = [pgtrigger.Protect(name="keep_reading_facts", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.reading_id} {self.fact_id}"


class ReadingRelation(models.Model):
    """A reading holds a relation."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="+")
    relation = models.ForeignKey(Relation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "relation"], name="reading_holds_relation_once")]
        triggers = [pgtrigger.Protect(name="keep_reading_relations", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.reading_id} {self.relation_id}"
