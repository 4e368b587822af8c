"""The review app: documents and facts as received, and what people decided about them."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """复核: what was read, and what was decided."""

    name = "liantu.review"
    label = "review"
    verbose_name = "复核"
    default_auto_field = "django.db.models.BigAutoField"
