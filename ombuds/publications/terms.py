"""The vocabulary of publishing."""

from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    REPORT = "report", _("Investigation report")
    STORY = "story", _("Story")
    WARNING = "warning", _("Warning")
    OPINION = "opinion", _("Opinion")
    BROCHURE = "brochure", _("Brochure")


class State(models.TextChoices):
    DRAFT = "draft", _("Being written")
    IN_REVIEW = "in_review", _("In privacy review")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


FOUND: dict[str, Promise] = {
    "person": _("Name"),
    "address": _("Address"),
    "place": _("Place"),
    "date": _("Date"),
    "national_number": _("National register number"),
    "iban": _("Account number"),
    "phone": _("Telephone number"),
    "email": _("E-mail address"),
    "url": _("Web address"),
    "plate": _("Number plate"),
    "reference": _("File number"),
    "organisation": _("Organisation"),
}  # what the check can find, in words


class Act(StrEnum):
    """What is recorded of a publication. Never with the number of a case: that link stays in its own table."""

    ACCEPT = "publications:gate:accept"
    APPROVE = "publications:text:approve"
    ATTACH = "publications:attachment:add"
    ATTACK = "publications:gate:run"
    CORRECT = "publications:text:correct"
    DRAFT = "publications:text:draft"
    FREEZE = "publications:text:freeze"
    LINK = "publications:case:link"
    OVERRIDE = "publications:gate:override"
    READ = "publications:text:read"
    RELEASE_RECOMMENDATION = "publications:recommendation:release"
    REMOVE_ATTACHMENT = "publications:attachment:remove"
    RETURN = "publications:text:return"
    REVIEW = "publications:text:review"
    SEND_TO_REVIEW = "publications:text:send_to_review"
    WITHDRAW = "publications:text:withdraw"
    WITHDRAW_RECOMMENDATION = "publications:recommendation:withdraw"
    WRITE = "publications:text:write"
