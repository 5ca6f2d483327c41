"""The register: public services, who is competent for them, and the members of the ombuds network."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.lib.i18n import pick
from ombuds.office.models import DatedQuerySet, Office


class Body(models.Model):
    """A public service, or an ombuds office to refer to. One row per body, shared by all offices."""

    class Kind(models.TextChoices):
        ADMINISTRATION = "administration", _("Administration")
        AGENCY = "agency", _("Agency or public-interest body")
        MUNICIPALITY = "municipality", _("Municipality")
        WELFARE = "welfare", _("Public centre for social welfare")
        INTERMUNICIPAL = "intermunicipal", _("Inter-municipal body")
        PROVINCE = "province", _("Province")
        HOUSING = "housing", _("Social housing company")
        POLICE = "police", _("Police")
        SCHOOL = "school", _("School or university")
        HOSPITAL = "hospital", _("Hospital or care institution")
        PRIVATE = "private", _("Private company or person")
        OMBUDS = "ombuds", _("Ombudsman or complaint body")
        OTHER = "other", _("Other")

    code = models.SlugField(max_length=80, unique=True)
    names = models.JSONField(_("name"), default=dict)
    abbreviations = models.JSONField(_("abbreviations"), default=list, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    level = models.CharField(_("authority level"), max_length=40)  # code of the vocabulary "level"
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    policy_domain = models.CharField(_("policy domain"), max_length=60, blank=True)
    kbo = models.CharField(_("company number"), max_length=12, blank=True)
    place = models.CharField(max_length=80, blank=True)  # municipality that it serves, when local
    domains = models.JSONField(default=dict, blank=True)  # of an ombudsman: what it deals with, per language
    website = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until and including"), null=True, blank=True)
    verified = models.BooleanField(default=True)
    corrected = models.BooleanField(default=False)  # by staff: loading again leaves it alone
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return pick(self.names) or self.code


class Alias(models.Model):
    """Another way in which people write the name."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=160)
    language = models.CharField(max_length=2, blank=True)
    by_staff = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "text"], name="alias_once_per_body")]

    def __str__(self) -> str:
        return self.text


class Competence(models.Model):
    """Whether an office is competent for a body: complaints and disclosures judged apart, over time."""

    class Matter(models.TextChoices):
        COMPLAINT = "complaint", _("Complaint")
        DISCLOSURE = "disclosure", _("Disclosure")

    class Verdict(models.TextChoices):
        OURS = "ours", _("Ours")
        REFER = "refer", _("Another ombudsman or authority")
        FIRST_LINE = "first_line", _("To the service first")
        NONE = "none", _("Nobody in the network")

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="competences")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="competences")
    matter = models.CharField(_("matter"), max_length=12, choices=Matter.choices)
    reporter = models.CharField(max_length=40, blank=True)  # type of reporter where it matters; blank: all
    verdict = models.CharField(_("answer"), max_length=12, choices=Verdict.choices)
    refer_to = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.JSONField(_("reason"), default=dict, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    verified = models.BooleanField(_("checked with the source"), default=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until and including"), null=True, blank=True)
    corrected = models.BooleanField(default=False)

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body", "matter", "valid_from"]

    def __str__(self) -> str:
        return f"{self.office_id} {self.body_id} {self.matter} {self.verdict}"


class Contact(models.Model):
    """How to reach a body: its front desk, its complaint desk, the person who answers the ombudsman, its head."""

    class Purpose(models.TextChoices):
        GENERAL = "general", _("General")
        FIRST_LINE = "first_line", _("Complaint desk")
        LIAISON = "liaison", _("Contact person for the ombudsman")
        HEAD = "head", _("Head of service")
        MINISTER = "minister", _("Minister")

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="contacts")
    purpose = models.CharField(_("for"), max_length=12, choices=Purpose.choices)
    name = models.CharField(_("name"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.TextField(_("address"), blank=True)
    url = models.CharField(_("web address"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    corrected = models.BooleanField(default=False)

    class Meta:
        ordering = ["body", "purpose"]

    def __str__(self) -> str:
        return f"{self.body_id} {self.purpose}"
