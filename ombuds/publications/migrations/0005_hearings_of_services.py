"""A hearing has an address of its own, remembers what the service got, and what it says on its page."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def name_each(apps, schema_editor):
    """Every row an address of its own, before the column may hold it once only."""
    hearing = apps.get_model("publications", "Hearing")
    for row in hearing.objects.select_related("publication"):
        row.key, row.version = uuid.uuid4(), row.publication.version
        row.save(update_fields=["key", "version"])


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "__first__"),
        ("publications", "0004_writing"),
    ]

    operations = [
        migrations.AddField("hearing", "key", models.UUIDField(null=True, editable=False)),
        migrations.AddField("hearing", "version", models.PositiveIntegerField(default=0)),
        migrations.AddField("hearing", "told_on", models.DateField(null=True)),
        migrations.AddField("hearing", "reminded_on", models.DateField(null=True)),
        migrations.AddField(
            "hearing", "said_on", models.DateField(null=True, verbose_name="answered on its page on")
        ),
        migrations.AddField(
            "hearing",
            "said_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="authorities.contact",
            ),
        ),
        migrations.AddField("hearing", "for_readers", models.JSONField(default=dict)),
        migrations.RunPython(name_each, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "hearing", "key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
    ]
