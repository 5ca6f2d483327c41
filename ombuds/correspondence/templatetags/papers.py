"""{% paper_link case document %}: a link to the paper in its case, or just its name."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ombuds.cases.models import Case
from ombuds.documents.models import Document

register = template.Library()


@register.simple_tag
def paper_link(case: Case, document: Document) -> SafeString | str:
    """The room of cases hands out the file, and records that it was read."""
    paper = case.papers.filter(document=document).order_by("pk").first()
    if paper is None:
        return document.original_name
    return format_html(
        '<a href="{}">{}</a>', reverse("cases:paper", args=[case.pk, paper.pk]), document.original_name
    )
