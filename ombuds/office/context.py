"""What every template knows of the office."""

from typing import Any

from django.http import HttpRequest

from ombuds.office.services import current_office_or_none


def office(request: HttpRequest) -> dict[str, Any]:
    return {"office": current_office_or_none()}
