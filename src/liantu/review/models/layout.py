"""版面 Layout: where the text of a document stands in its file: pages and boxes, or sheets and cells."""

import pgtrigger
from django.db import models

from liantu.review.models.document import Document


class Layout(models.Model):
    """Made once, with its document, and never changed; a plain text has none.

    `anchors` are [start, end, page, [left, top, right, bottom]] in thousandths of the page, or [start, end, sheet, cell];
    `aside` and `unsure` are [start, end]. All count characters of the document's text.
    """

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.PROTECT, related_name="layout")
    anchors = models.JSONField()
    aside = models.JSONField()
    unsure = models.JSONField()

    class Meta:
        triggers = [pgtrigger.Protect(name="keep_layouts", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.document_id}"
