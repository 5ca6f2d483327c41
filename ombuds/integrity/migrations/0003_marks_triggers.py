"""Handlers of before get their marks; the record of acts is only added to from now on."""

from typing import Any

from django.db import migrations

from ombuds.integrity import team, triggers


def mark(apps: Any, schema_editor: Any) -> None:
    for handler in apps.get_model("integrity", "Handler").objects.using(schema_editor.connection.alias):
        handler.mark = team.mark_of(handler)
        handler.save(update_fields=["mark"])


def install(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.alias == "integrity":
        triggers.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.alias == "integrity":
        triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("integrity", "0002_handover_second_figures")]
    operations = [
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
