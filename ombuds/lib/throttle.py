"""How often something may be done. Counts live in the shared cache, so that all processes count together, under
keyed digests: no address is ever kept."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from ombuds.lib import tokens


def too_often(purpose: str, who: str, *, most: int, seconds: int) -> bool:
    """Count one more try; true when there were more than `most` in the running window."""
    key = f"throttle:{tokens.keyed(who, f'throttle:{purpose}')}"
    if cache.add(key, 1, seconds):
        return False
    try:
        return int(cache.incr(key)) > most
    except ValueError:  # it ran out between the two lines
        cache.set(key, 1, seconds)
        return False


def forgive(purpose: str, who: str) -> None:
    """It went well: earlier tries no longer count."""
    cache.delete(f"throttle:{tokens.keyed(who, f'throttle:{purpose}')}")


def address_of(request: HttpRequest) -> str:
    """Where the request comes from, only ever to be digested. Behind a proxy the last address that it added;
    without one the header is a visitor's own invention."""
    forwarded = request.headers.get("x-forwarded-for", "") if settings.BEHIND_PROXY else ""
    return (forwarded.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", "")))[:100]
