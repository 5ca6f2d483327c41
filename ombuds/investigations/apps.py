from django.apps import AppConfig


class InvestigationsConfig(AppConfig):
    name = "ombuds.investigations"

    def ready(self) -> None:
        from ombuds.investigations import guards  # noqa: F401  registers its conditions with the table of moves
