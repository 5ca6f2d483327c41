"""A released report with one figure, for tests of texts that draw it."""

from typing import Any

from ombuds.publications.authoring.figures import Figure


def source(_office: Any, _language: str) -> dict[str, Figure]:
    return {"per_theme/parking/2025": Figure("per_theme/parking/2025", "Parking, 2025", "1.204", 1204)}
