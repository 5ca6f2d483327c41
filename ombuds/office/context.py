"""What every template knows of the office."""

from typing import Any

from django.http import HttpRequest

from ombuds.office.services import current_office_or_none


def office(request: HttpRequest) -> dict[str, Any]:
    known = getattr(request, "office", None)  # the page of a case has it already
    return {"office": known or current_office_or_none()}
