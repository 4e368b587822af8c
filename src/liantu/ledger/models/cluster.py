"""产业集群 Cluster: one part of a taxonomy, owned by one office."""

import pghistory
from django.db import models

from liantu.ledger.models.indicator import Indicator
from liantu.ledger.models.office import Office
from liantu.ledger.models.subject import Subject
from liantu.ledger.models.taxonomy import Taxonomy


@pghistory.track()
class Cluster(models.Model):
    """A cluster within a taxonomy; `group` is the 5 or the 2 of 5+2, `icon` and hues are how pages draw it.

    `main_indicators` are tried in order for the card's figure: the first with an entry is shown.
    """

    subject = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="cluster")
    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.PROTECT, related_name="clusters")
    group = models.PositiveSmallIntegerField(default=0)
    order = models.PositiveSmallIntegerField(default=0)
    icon = models.CharField(max_length=40, blank=True)
    hue = models.CharField(max_length=7, blank=True)
    hue_dark = models.CharField(max_length=7, blank=True)
    tint = models.CharField(max_length=7, blank=True)
    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="clusters")
    main_indicators = models.ManyToManyField(Indicator, through="ClusterIndicator", related_name="+")

    class Meta:
        ordering = ["taxonomy", "order"]

    def __str__(self) -> str:
        return self.subject.name


class ClusterIndicator(models.Model):
    """The order in which a cluster's card looks for its figure."""

    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["cluster", "order"], name="cluster_indicator_order")]

    def __str__(self) -> str:
        return f"{self.cluster} {self.order} {self.indicator}"


class ClusterMapping(models.Model):
    """How a cluster stands to another taxonomy.

    The same as a cluster there, or partly (both name the `target`), in none of them, or not known.
    """

    class Kind(models.TextChoices):
        """The kind of correspondence."""

        SAME = "same", "相同"
        PART = "part", "部分"
        NONE = "none", "不在其列"
        UNKNOWN = "unknown", "未知"

    source = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="mappings")
    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, related_name="mappings")
    target = models.ForeignKey(Cluster, null=True, on_delete=models.CASCADE, related_name="mapped_from")
    kind = models.CharField(max_length=10, choices=Kind)
    certainty = models.CharField(max_length=1)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["source", "taxonomy", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "taxonomy", "target"], name="mapping_once", nulls_distinct=False),
            models.CheckConstraint(
                condition=models.Q(kind__in=["same", "part"], target__isnull=False)
                | models.Q(kind__in=["none", "unknown"], target__isnull=True),
                name="mapping_names_its_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target or self.taxonomy}"
