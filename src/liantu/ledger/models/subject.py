"""Subject: anything that may own a figure, and every name it goes by."""

import pghistory
from django.db import models


class Subject(models.Model):
    """A cluster, firm, carrier, region or event, by one code and one name; the noun's own row holds the rest."""

    class Kind(models.TextChoices):
        """What kind of thing owns the figure."""

        CLUSTER = "cluster", "产业集群"
        ENTERPRISE = "enterprise", "企业"
        CARRIER = "carrier", "载体"
        REGION = "region", "区域"
        EVENT = "event", "活动"

    kind = models.CharField(max_length=12, choices=Kind)
    code = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["kind", "code"]
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="subject_code_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Alias(models.Model):
    """A name a subject goes by, or went by between two dates; the table `resolve` looks names up in.

    `folded` is the name as `liantu.ledger.names.fold` writes it: what two spellings of one name share.
    """

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["subject", "name"], name="alias_once")]

    def __str__(self) -> str:
        return self.name
