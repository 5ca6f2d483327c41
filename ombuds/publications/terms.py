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
    LETTER = "letter", _("Yearly letter to a service")
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
    "time": _("Hour"),
    "birth_date": _("Date of birth"),
    "age": _("Someone’s age"),
    "card": _("Card number"),
    "handle": _("Name on a social network"),
    "ip": _("Network address"),
    "identity_document": _("Number of an identity document"),
    "company_number": _("Company number"),
    "court_number": _("Roll number of a court"),
    "profession": _("Profession"),
    "amount": _("Amount"),
    "gps": _("Place on the map"),
    "health": _("Health"),
    "family": _("Family"),
}  # what the check can find, in words
FACTS: dict[str, Promise] = {
    "body": _("service"),
    "topic": _("topic"),
    "theme": _("theme"),
    "date": _("date"),
    "place": _("place"),
    "age": _("age"),
    "sex": _("sex"),
    "family": _("family"),
    "profession": _("profession"),
    "nationality": _("nationality"),
    "health": _("health"),
    "amount": _("amount"),
    "duration": _("duration"),
    "outcome": _("outcome"),
    "event": _("what happened"),
    "phrase": _("rare words"),
    "word": _("rare words"),
    "norm": _("norm"),
}  # what a reader can take from a text
HELPS: dict[str, Promise] = {
    "drop": _("Leave out"),
    "coarsen": _("Say it more generally"),
    "rewrite": _("Say it in a few plain words"),
    "merge": _("Tell it together with a like case"),
}  # what the intruder proposes
ATTACKERS: dict[str, tuple[Promise, Promise]] = {
    "outsider": (_("A stranger"), _("knows what anyone can know of people: town, age, family, work")),
    "acquaintance": (
        _("Someone who knows the person"),
        _("knows the person, the town, the year and the matter"),
    ),
    "official": (_("An official of the service"), _("sees the files of that service")),
    "insider": (
        _("Someone who holds every file"),
        _("sees the whole case base: the strongest attack there is"),
    ),
}  # who might try, and what each knows


class Act(StrEnum):
    """What is recorded of a publication. Never with the number of a case: that link stays in its own table."""

    ACCEPT = "publications:gate:accept"
    APPROVE = "publications:text:approve"
    ASK_SERVICE = "publications:hearing:ask"
    ATTACH = "publications:attachment:add"
    ATTACK = "publications:gate:run"
    COMMENT = "publications:comment:write"
    CORRECT = "publications:text:correct"
    DRAFT = "publications:text:draft"
    FREEZE = "publications:text:freeze"
    LINK = "publications:case:link"
    NAMES_APPLY = "publications:names:apply"
    NAMES_FINISH = "publications:names:finish"
    NAMES_START = "publications:names:start"
    OVERRIDE = "publications:gate:override"
    READ = "publications:text:read"
    RELEASE_RECOMMENDATION = "publications:recommendation:release"
    REMOVE_ATTACHMENT = "publications:attachment:remove"
    RETURN = "publications:text:return"
    PULL_FACTS = "publications:text:pull_facts"
    REVIEW = "publications:text:review"
    SEND_TO_REVIEW = "publications:text:send_to_review"
    REMIND_SERVICE = "publications:hearing:remind"
    SERVICE_ANSWERED = "publications:hearing:answer"
    SERVICE_READ = "publications:hearing:read"
    SERVICE_SAID = "publications:hearing:say"
    SETTLE = "publications:comment:settle"
    WITHDRAW = "publications:text:withdraw"
    WITHDRAW_RECOMMENDATION = "publications:recommendation:withdraw"
    WRITE = "publications:text:write"


LANGUAGES = {"nl": _("Dutch"), "fr": _("French"), "en": _("English"), "de": _("German")}
