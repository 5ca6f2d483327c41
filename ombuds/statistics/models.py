"""What figures count, what they were when frozen, what services and others reported, and what went out."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.authorities.models import Body
from ombuds.lib.today import now
from ombuds.office.models import Entry, Office
from ombuds.statistics.terms import DateRule, Scope


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
    # The same figures as disclosure control reads them, where lines and columns alone do not tell what they are about.
    figures = models.JSONField(default=list)
    query = models.JSONField(default=dict, blank=True)  # what was asked of the cube
    released_at = models.DateTimeField(default=now)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    # For who releases, and not kept: sentences that were public before and say what the table hides.
    said: tuple[str, ...] = ()

    class Meta:
        ordering: ClassVar[list[str]] = ["released_at", "pk"]

    def __str__(self) -> str:
        return self.name


class CounterDefinition(Entry):
    """What one figure counts, from a day on. A changed definition is a new row: years before it do not compare."""

    class Unit(models.TextChoices):
        CASE = "case", _("Case")
        GRIEVANCE = "grievance", _("Grievance")
        MENTION = "mention", _("Norm mention")
        OTHER = "other", _("Something else")

    definition = models.JSONField(_("what it counts"), default=dict)
    unit = models.CharField(_("unit"), max_length=12, choices=Unit.choices, default=Unit.CASE)
    unit_labels = models.JSONField(_("unit in words"), default=dict)
    date_rule = models.CharField(_("date that places it in a year"), max_length=12, choices=DateRule.choices)
    scope = models.CharField(_("cases looked at"), max_length=24, choices=Scope.choices)
    axis = models.CharField(
        max_length=30, blank=True
    )  # of the cube, for a counter that the office defined itself
    chart = models.CharField(max_length=8, default="none")
    number = models.PositiveIntegerField(_("version"), default=1)
    breaks = models.JSONField(
        default=dict, blank=True
    )  # year → why it does not compare with the years before, per language

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["office", "code", "valid_from"], name="one_counter_per_code_and_day"
            )
        ]


class Snapshot(models.Model):
    """A frozen data set: case-level rows without text, and the tables drawn from the same moment. Never changed."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.SlugField(_("name"), max_length=60)
    year = models.PositiveIntegerField(
        _("year"), null=True
    )  # whose report draws on it; empty for files of others
    rows = models.BinaryField()  # statistics.cube.Facts, packed
    tables = models.JSONField(default=list)  # exact tables, statistics.tables.to_json of each
    cases = models.PositiveIntegerField(_("cases"), default=0)
    digest = models.CharField(max_length=64)  # SHA-256 of the rows before packing, and of the tables
    source = models.CharField(_("source"), max_length=200, blank=True)  # of a file of others
    taken_at = models.DateTimeField(_("taken"), default=now)
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-taken_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["office", "name"], name="snapshot_once_per_name")
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and not kwargs.get("force_insert"):
            raise RuntimeError("A snapshot is not written any more.")
        super().save(*args, **kwargs)


class Reclassification(models.Model):
    """An old theme or service that counts as a new one: figures of all years are counted so, and the public is told."""

    class Dimension(models.TextChoices):
        BODY = "body", _("Service")
        THEME = "theme", _("Theme")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    dimension = models.CharField(_("what"), max_length=12, choices=Dimension.choices)
    old = models.CharField(_("old"), max_length=60)  # code of the theme, number of the service
    new = models.CharField(_("counts as"), max_length=60)
    since = models.DateField(_("since"))
    reason = models.CharField(_("why"), max_length=300)  # public: a merger, another name, a clearer theme
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering: ClassVar[list[str]] = ["dimension", "-since", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["office", "dimension", "old"], name="reclassified_once"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="reclassified_as_another"),
        ]

    def __str__(self) -> str:
        return f"{self.dimension} {self.old} → {self.new}"


class ReportedFigure(models.Model):
    """A figure of a year before this system, or one that others published: where two differ, the table says so."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    counter = models.CharField(_("counter"), max_length=60)
    year = models.PositiveIntegerField(_("year"))
    line = models.CharField(_("line"), max_length=60, blank=True)  # key of the row; empty: the total
    value = models.PositiveIntegerField(_("figure"))
    source = models.CharField(_("source"), max_length=200)
    is_used = models.BooleanField(_("the figure that tables show"), default=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering: ClassVar[list[str]] = ["counter", "-year", "line", "-is_used", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["office", "counter", "year", "line", "source"], name="reported_once_per_source"
            ),
            models.UniqueConstraint(
                fields=["office", "counter", "year", "line"],
                condition=Q(is_used=True),
                name="one_reported_figure_is_used",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counter} {self.year}: {self.value}"
