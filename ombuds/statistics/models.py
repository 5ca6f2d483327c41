"""What services report about the complaints that they handled themselves; and which figures went out."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.authorities.models import Body
from ombuds.lib.today import now
from ombuds.office.models import Office


class FirstLineFigures(models.Model):
    """One service, one year: the figures of its own complaint desk (domain.md 5.5), entered only when their sums hold."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(
        Body, verbose_name=_("service"), on_delete=models.PROTECT, related_name="first_line_figures"
    )
    year = models.PositiveIntegerField(_("year"))
    figures = models.JSONField(
        default=dict
    )  # name of terms.FIRST_LINE_FIELDS → number; a figure not given is absent
    note = models.TextField(_("note of the service"), blank=True)
    entered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "body__code"]
        verbose_name_plural = "first-line figures"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["office", "body", "year"], name="first_line_once_per_body_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}"


class Release(models.Model):
    """The tables of one publication as they went out. Only added to: what was published is known for ever, and every later
    publication is protected against being laid beside it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)  # of the publication, for instance "report 2024"
    tables = models.JSONField(default=list)  # statistics.tables.to_json of each
    released_at = models.DateTimeField(default=now)

    class Meta:
        ordering: ClassVar[list[str]] = ["released_at", "pk"]

    def __str__(self) -> str:
        return self.name
