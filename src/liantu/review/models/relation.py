"""关系 Relation: who is what to whom, as the machine read it, with its evidence."""

import pgtrigger
from django.db import models

from liantu.review.models.document import Document


class Relation(models.Model):
    """One (subject, predicate, object) of one document; `digest` covers the three and their quotes."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="relations")
    digest = models.CharField(max_length=64)
    subject = models.CharField(max_length=300)
    predicate = models.CharField(max_length=40)
    object = models.CharField(max_length=300)
    rule = models.CharField(max_length=60)
    quotes = models.JSONField()

    class Meta:
        ordering = ["document", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "digest"], name="relation_once")]
        triggers = [pgtrigger.Protect(name="keep_relations", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object}"
