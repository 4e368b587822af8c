"""搜索 SearchRow: one thing that can be found by a few characters of its names."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class SearchRow(models.Model):
    """A subject, indicator, figure or document as the search box shows it; written by `liantu.ledger.search` only.

    `ref` is a subject's or indicator's code, `e12` for entry 12, a document's id. `grams` holds the single characters
    and pairs of neighbouring characters of all its names; no words are cut, so no dictionary is needed.
    """

    kind = models.CharField(max_length=12)
    ref = models.CharField(max_length=90)
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    subtitle = models.CharField(max_length=300, blank=True)
    subtitle_en = models.CharField(max_length=300, blank=True)
    names = models.TextField()
    grams = SearchVectorField()

    class Meta:
        ordering = ["kind", "ref"]
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="search_row_once")]
        indexes = [GinIndex(fields=["grams"], name="search_row_grams")]

    def __str__(self) -> str:
        return self.title
