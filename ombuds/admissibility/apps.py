from django.apps import AppConfig


class AdmissibilityConfig(AppConfig):
    name = "ombuds.admissibility"

    def ready(self) -> None:
        from ombuds.admissibility import guards  # noqa: F401  # its decorators register the conditions
