"""Finds the addresses that each room offers to a front door."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path


def addresses(*doors: tuple[str, str]) -> list[URLPattern | URLResolver]:
    """`doors` are module and prefix: urls (staff), urls_service, urls_public. A room without that file has no page
    at that door. All pages of a room share one namespace, whichever door they are at: two includes with the same
    namespace would hide each other's names."""
    found: list[URLPattern | URLResolver] = []
    for room in settings.ROOMS:
        pages: dict[str, list[URLPattern | URLResolver]] = {}
        for module, prefix in doors:
            name = f"ombuds.{room}.{module}"
            if find_spec(name) is None:
                continue
            part = import_module(name)
            space = getattr(part, "app_name", "")
            pages.setdefault(space, []).append(path(prefix, include(part.urlpatterns)))
        for space, patterns in pages.items():
            inside = include((patterns, space)) if space else include(patterns)
            found.append(path("", inside))
    return found
