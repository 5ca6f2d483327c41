"""The vocabulary of recommendations (domain.md 5.6)."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Addressee(models.TextChoices):
    BODY = "body", _("Public service")
    GOVERNMENT = "government", _("Government")
    PARLIAMENT = "parliament", _("Parliament")


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SENT_FOR_COMMENT = "sent_for_comment", _("Sent for comment")
    ISSUED = "issued", _("Issued")
    ANSWER_DUE = "answer_due", _("Answer is due")
    ACCEPTED = "accepted", _("Accepted")
    PARTLY_ACCEPTED = "partly_accepted", _("Partly accepted")
    REJECTED_WITH_REASONS = "rejected_with_reasons", _("Rejected with reasons")
    NO_ANSWER = "no_answer", _("No answer")
    IN_EXECUTION = "in_execution", _("Being carried out")
    IMPLEMENTED = "implemented", _("Carried out")
    PARTLY_IMPLEMENTED = "partly_implemented", _("Partly carried out")
    OVERTAKEN_BY_EVENTS = "overtaken_by_events", _("Overtaken by events")
    NOT_IMPLEMENTED = "not_implemented", _("Not carried out")
    CLOSED_BY_OMBUDSMAN = "closed_by_ombudsman", _("Closed by the ombudsman")


class ServiceSays(models.TextChoices):
    """The answer in the addressee's own words, in one word."""

    NOTHING = "nothing", _("Nothing yet")
    ACCEPTED = "accepted", _("Accepts")
    PARTLY_ACCEPTED = "partly_accepted", _("Accepts in part")
    REJECTED = "rejected_with_reasons", _("Rejects, with reasons")
    IN_EXECUTION = "in_execution", _("Says it is being carried out")
    IMPLEMENTED = "implemented", _("Says it is carried out")


class OmbudsmanFinds(models.TextChoices):
    """What the office established, with proof."""

    NOT_CHECKED = "not_checked", _("Not checked yet")
    IN_EXECUTION = "in_execution", _("Being carried out")
    IMPLEMENTED = "implemented", _("Carried out")
    PARTLY_IMPLEMENTED = "partly_implemented", _("Partly carried out")
    NOT_IMPLEMENTED = "not_implemented", _("Not carried out")
    OVERTAKEN = "overtaken_by_events", _("Overtaken by events")


class RelationKind(models.TextChoices):
    REPEATS = "repeats", _("Repeats")
    REPLACES = "replaces", _("Replaces")
    NARROWS = "narrows", _("Narrows")
    FOLLOWS_FROM = "follows_from", _("Follows from")
    DISCUSSED_IN = "discussed_in", _("Discussed in")
    LED_TO = "led_to", _("Led to")


class Act(StrEnum):
    """What is recorded of a recommendation."""

    ANSWER = "recommendations:recommendation:answer"
    CHANGE_STATUS = "recommendations:recommendation:status"
    CREATE = "recommendations:recommendation:create"
    FIND = "recommendations:recommendation:find"
    ISSUE = "recommendations:recommendation:issue"
    MEASURE = "recommendations:effect:measure"
    PROGRESS = "recommendations:progress:add"
    PROMISE = "recommendations:measure:add"
    READ = "recommendations:recommendation:read"
    REMIND = "recommendations:reminder:add"
    RELATE = "recommendations:relation:add"
    SEND_FOR_COMMENT = "recommendations:recommendation:send_for_comment"
    SETTLE = "recommendations:measure:settle"
    TICK = "recommendations:recommendation:term_over"
    TRANSLATE = "recommendations:text:translate"
    UPDATE = "recommendations:recommendation:update"
    WRITE_LETTER = "recommendations:letter:write"
