"""What waits at the door. Both kinds of rows go when what they wait for has happened."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.cases.models import Case


class Invitation(models.Model):
    """Staff think that this complaint is a report: the complainant is asked. Goes with the case when it is emptied."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="handover_invitation")
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    refused_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.case_id)


class SignedText(models.Model):
    """A text that two handlers of the channel signed, until a writer takes it up. Nothing says which report it is from."""

    language = models.CharField(_("language"), max_length=2)
    title = models.CharField(_("title"), max_length=160)
    body = models.TextField(_("text"))

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
