"""`{% load tickets %}{% ticket %}`: in every form that files something, so that it is filed once."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ombuds.integrity import tickets

register = template.Library()


@register.simple_tag
def ticket(known: str = "") -> SafeString:
    """A hidden field; `known` keeps the ticket of a form of several pages."""
    return format_html('<input type="hidden" name="{}" value="{}">', tickets.FIELD, known or tickets.new())
