"""区域 Region: the district, its city, the nation; a city's figure is never the district's."""

from django.db import models

from liantu.ledger.models.subject import Subject


class Region(models.Model):
    """An administrative area by its GB/T 2260 code (the subject's code)."""

    class Level(models.TextChoices):
        """From the nation down."""

        NATION = "nation", "全国"
        CITY = "city", "全市"
        DISTRICT = "district", "全区"

    subject = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="region")
    level = models.CharField(max_length=10, choices=Level)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    home = models.BooleanField(default=False, help_text="the region this ledger is kept for")
    public = models.BooleanField(default=False, help_text="an unsigned visitor may read, as the pack's guest")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["home"], condition=models.Q(home=True), name="one_home_region"),
        ]

    def __str__(self) -> str:
        return self.subject.name
