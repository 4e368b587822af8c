"""Taxonomy: one dated cut of the district's industries, such as 5+2; a re-cut is a new one, the old figures stay."""

from django.db import models

from liantu.ledger.models.region import Region


class Taxonomy(models.Model):
    """A way of dividing industries into clusters, in force between two dates (`valid_to` null: still).

    `certainty` is DOMAIN.md's mark A–D for what is known of it, `source` where from.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="taxonomies")
    opening = models.BooleanField(default=False, help_text="the cut the cockpit opens with")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    certainty = models.CharField(max_length=1, blank=True)
    source = models.TextField(blank=True)

    class Meta:
        ordering = ["valid_from", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="taxonomy_dates_in_order",
            ),
            models.UniqueConstraint(fields=["opening"], condition=models.Q(opening=True), name="one_opening_taxonomy"),
        ]

    def __str__(self) -> str:
        return self.name
