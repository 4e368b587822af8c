"""口径 Indicator: what exactly a figure counts, in which unit, over time or at a moment, by whose definition."""

import pghistory
from django.db import models


@pghistory.track()
class Indicator(models.Model):
    """A measure as the bureau defines it, valid between two dates; figures of different indicators never add.

    `synonyms` are the words documents use for it, `unit` its base unit (元, 家, %, …).
    """

    class Nature(models.TextChoices):
        """A flow runs over a period, a stock stands at its end."""

        FLOW = "flow", "时期数"
        STOCK = "stock", "时点数"

    class Price(models.TextChoices):
        """At which prices a value or its growth is reckoned."""

        NOMINAL = "nominal", "现价"
        REAL = "real", "可比价"
        NONE = "none", "无"

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40)
    nature = models.CharField(max_length=5, choices=Nature)
    price = models.CharField(max_length=7, choices=Price, default=Price.NONE)
    scope = models.CharField(max_length=200, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    synonyms = models.JSONField(default=list)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
