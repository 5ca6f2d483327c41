from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "ombuds.correspondence"

    def ready(self) -> None:
        from ombuds.correspondence import guards  # noqa: F401  # its decorator registers the condition
