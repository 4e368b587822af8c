"""The ledger app: who and what a district keeps figures of, and the figures themselves over time."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """台账: offices, clusters, firms, indicators and dated entries."""

    name = "liantu.ledger"
    label = "ledger"
    verbose_name = "台账"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from liantu.ledger.listen import listen

        listen()
