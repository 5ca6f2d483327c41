"""The table of the shared cache: made here, so that `migrate` alone sets an office up."""

from typing import Any

from django.core.management import call_command
from django.db import migrations

TABLE = "shared_cache"


def make(apps: Any, schema_editor: Any) -> None:
    # With its name: whatever cache this machine is set to, the table is there when it is wanted.
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
