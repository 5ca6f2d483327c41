"""Settings that a demo may have and an office may not: `ombuds check --deploy` insists, and so does `./run serve`."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def is_fit_for_real_people(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The demo's keys are public, and its people have one password."""
    found: list[CheckMessage] = []
    if settings.DEMO:
        found.append(
            Error(
                "This runs as a demo, with keys that everybody knows.",
                hint="Set OMBUDS_DEMO=false, OMBUDS_SECRET_KEY and OMBUDS_AUDIT_KEY.",
                id="ombuds.E001",
            )
        )
    if not settings.REQUIRE_MFA:
        found.append(
            Error(
                "Staff may log in with a password alone.",
                hint="Leave OMBUDS_REQUIRE_MFA out, or set it to true.",
                id="ombuds.E002",
            )
        )
    if not settings.PUBLIC_URL.startswith("https://"):
        found.append(
            Error(
                "OMBUDS_PUBLIC_URL does not begin with https://.",
                hint="Passwords and complaints would travel in the open.",
                id="ombuds.E003",
            )
        )
    return found
