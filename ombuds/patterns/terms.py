"""The words of this room."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PatternState(models.TextChoices):
    OPEN = "open", pgettext_lazy("pattern", "Found")
    WATCHED = "watched", _("Watched")
    DISMISSED = "dismissed", _("Set aside")
    MERGED = "merged", _("Went up in another")


class Source(models.TextChoices):
    MACHINE = "machine", _("Machine")
    PERSON = "person", _("Person")


class SignalKind(models.TextChoices):
    NEAR = "near", _("More like this complaint than usual")
    PATTERN = "pattern", _("A pattern grows")
    BODY_THEME = "body_theme", _("A service stands out on a theme")
    BODY_NORM = "body_norm", _("A service stands out on a norm")
    BACK = "back", _("Back after a recommendation")
    CAMPAIGN = "campaign", _("Campaign: one text, many senders")
    SERIOUS = "serious", _("One serious complaint")


class SignalState(models.TextChoices):
    NEW = "new", pgettext_lazy("signal", "New")
    WATCHED = "watched", _("Watched")
    DISMISSED = "dismissed", _("Set aside")
    INQUIRY = "inquiry", _("Became an inquiry")
    RECOMMENDATION = "recommendation", _("Became a recommendation")


class Act(StrEnum):
    """What is recorded of patterns and signals."""

    CHANGE = "patterns:pattern:change"
    DISMISS = "patterns:pattern:dismiss"
    JOIN = "patterns:member:join"
    LEAVE = "patterns:member:leave"
    MERGE = "patterns:pattern:merge"
    PIN = "patterns:pattern:pin"
    RAISE = "patterns:signal:raise"
    READ = "patterns:pattern:read"
    READ_SIGNAL = "patterns:signal:read"
    RESTORE = "patterns:pattern:restore"
    SETTLE_SIGNAL = "patterns:signal:settle"
    SPLIT = "patterns:pattern:split"
    WATCH = "patterns:pattern:watch"
