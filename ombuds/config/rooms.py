"""Finds the addresses that each room offers to a front door."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path


def addresses(module: str, prefix: str) -> list[URLPattern | URLResolver]:
    """`module` is urls (staff), urls_service or urls_public; a room without that file has no page at that door."""
    found: list[URLPattern | URLResolver] = []
    for room in settings.ROOMS:
        name = f"ombuds.{room}.{module}"
        if find_spec(name) is not None:
            import_module(name)
            found.append(path(prefix, include(name)))
    return found
