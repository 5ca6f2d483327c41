"""{% menu "public" as links %} and, for staff, {% menus as groups %}: what this reader may open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from ombuds.accounts.menus import MENUS, STAFF, Entry
from ombuds.accounts.permissions import Permission

register = template.Library()


@dataclass
class Link:
    """A menu entry that exists and that the reader may open."""

    label: str
    address: str
    current: bool = False


def _links(context: template.Context, entries: Iterable[Entry], held: frozenset[Permission]) -> list[Link]:
    request = context.get("request")
    path = request.path if request is not None else ""
    links = []
    for entry in entries:
        if entry.any_of and not entry.any_of & held:
            continue
        try:
            links.append(Link(str(entry.label), reverse(entry.page)))
        except NoReverseMatch:
            continue
    return _mark_current(links, path)


def _mark_current(links: list[Link], path: str) -> list[Link]:
    """The longest address that the page lies under: /staff/bodies/12/ is part of /staff/bodies/."""
    under = [
        link
        for link in links
        if path == link.address or (link.address.count("/") > 2 and path.startswith(link.address))
    ]
    if under:
        max(under, key=lambda link: len(link.address)).current = True
    return links


@register.simple_tag(takes_context=True)
def menu(context: template.Context, name: str) -> list[Link]:
    """The links of a small menu: public, about, me."""
    return _links(context, MENUS[name], frozenset())


@register.simple_tag(takes_context=True)
def menus(context: template.Context) -> list[dict[str, Any]]:
    """The staff menu in groups, without what this person may not open."""
    user = context.get("user")
    held: frozenset[Permission] = getattr(user, "permissions", frozenset())
    groups = [{"title": title, "links": _links(context, entries, held)} for title, entries in STAFF]
    return [group for group in groups if group["links"]]
