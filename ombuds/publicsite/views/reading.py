"""In which language the reader reads, and the addresses that stand in feeds and open data."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from ombuds.office.models import Office


def reader_language() -> str:
    return (get_language() or "nl").split("-")[0]


def public_languages(office: Office) -> list[str]:
    """Those in which this site speaks, of those that the office has."""
    offered = [code for code, _name in settings.LANGUAGES]
    return [code for code in office.languages if code in offered]


def absolute(name: str, *arguments: object) -> str:
    return settings.PUBLIC_URL.rstrip("/") + reverse(f"publicsite:{name}", args=arguments)
