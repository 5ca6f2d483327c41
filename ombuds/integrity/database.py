"""A database of its own: the router keeps its tables out of the office's database, and the office's out of this one."""

from typing import Any

from django.db import models, transaction

ALIAS = "integrity"


class Apart:
    """Django's DATABASE_ROUTERS."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        return ALIAS if model._meta.app_label == ALIAS else None

    db_for_write = db_for_read

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool | None:
        here = [item._meta.app_label == ALIAS for item in (one, other)]
        return all(here) if any(here) else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == ALIAS) == (app_label == ALIAS)


def atomic() -> transaction.Atomic:
    """All or nothing, in this room's database."""
    return transaction.atomic(using=ALIAS)
