"""载体 Carrier: a park, building or site firms sit in."""

import pghistory
from django.db import models

from liantu.ledger.models.cluster import Cluster
from liantu.ledger.models.subject import Subject


@pghistory.track()
class Carrier(models.Model):
    """A park or building; `cluster` is the one whose office looks after it, where that is known."""

    subject = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="carrier")
    kind = models.CharField(max_length=20)
    within = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    cluster = models.ForeignKey(Cluster, null=True, on_delete=models.SET_NULL, related_name="carriers")
    address = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.subject.name
