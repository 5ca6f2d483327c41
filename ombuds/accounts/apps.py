"""Registers the checks of this room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ombuds.accounts"

    def ready(self) -> None:
        from ombuds.accounts import checks  # noqa: F401  # registers itself
