"""企业 Enterprise: a firm named in documents, its clusters, and the one that counts it."""

import pghistory
from django.db import models

from liantu.ledger.models.cluster import Cluster
from liantu.ledger.models.subject import Subject


@pghistory.track()
class Enterprise(models.Model):
    """A firm; short and former names are aliases of its subject, roles such as 链主 come from documents."""

    subject = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="enterprise")
    full_name = models.CharField(max_length=200, blank=True)
    credit_code = models.CharField(max_length=18, null=True, unique=True)  # noqa: DJ001 (null: not known)
    clusters = models.ManyToManyField(Cluster, through="ClusterMember", related_name="enterprises")

    def __str__(self) -> str:
        return self.subject.name


class ClusterMember(models.Model):
    """A firm belongs to a cluster; one membership per firm and taxonomy is primary, so totals never count twice."""

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="cluster_memberships")
    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="memberships")
    primary = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enterprise", "cluster"], name="cluster_member_once")]

    def __str__(self) -> str:
        return f"{self.enterprise} · {self.cluster}"
