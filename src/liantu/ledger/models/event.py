"""活动 Event: something with a date that figures are told of, such as a signing round."""

from django.db import models

from liantu.ledger.models.subject import Subject


class Event(models.Model):
    """A signing round or fair; `held_on` is null while no document gives the day."""

    subject = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="event")
    kind = models.CharField(max_length=20)
    held_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.subject.name
