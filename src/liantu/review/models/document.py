"""公报 Document: a file as it came in, kept for ever with its bytes and its text."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone


class Document(models.Model):
    """One received file; `id` is the SHA-256 of its bytes, so the same file is received once.

    `text` is what every offset counts in; `original` is the file itself; `place` is whose paper the reader was told it
    is. What is `internal` is never sent to a model, whoever configured one. Rows are never changed or deleted.
    """

    id = models.CharField(primary_key=True, max_length=64)
    title = models.CharField(max_length=300)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    published = models.DateField()
    issuer = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)
    internal = models.BooleanField(default=False)
    text = models.TextField()
    original = models.BinaryField()
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-published", "title"]
        triggers = [pgtrigger.Protect(name="keep_documents", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title
