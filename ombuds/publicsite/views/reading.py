"""In which language the reader reads, and the addresses that stand in feeds and open data."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from ombuds.office.models import Office


def reader_language() -> str:
    return (get_language() or "nl").split("-")[0]


def public_languages(office: Office) -> list[str]:
    """Those in which this site speaks, of those that the office has."""
    offered = [code for code, _name in settings.LANGUAGES]
    return [code for code in office.languages if code in offered]


def absolute(name: str, *arguments: object) -> str:
    return settings.PUBLIC_URL.rstrip("/") + reverse(f"publicsite:{name}", args=arguments)


MINUTES = 2  # that a copy may be shown without asking: what is withdrawn must be gone soon


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For pages that anyone may read and any cache may keep: an ETag, and nothing of a session in them."""

    @login_not_required
    @require_safe
    @wraps(view)
    def readable(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=MINUTES * 60)
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return conditional_page(readable)
