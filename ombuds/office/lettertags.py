"""The only tag that a letter may use."""

from django import template
from django.template.defaulttags import do_if

register = template.Library()
register.tag("if", do_if)
