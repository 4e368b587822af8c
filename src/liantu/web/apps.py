"""The web app: pages, their words and their looks."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """网页: what a person sees; everything under it can be had without it."""

    name = "liantu.web"
    label = "web"
    verbose_name = "网页"
    default_auto_field = "django.db.models.BigAutoField"
