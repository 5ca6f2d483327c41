"""Keys that a handler who left could have kept are made anew by whoever opens the report next."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("integrity", "0004_known_colleagues")]

    operations = [
        migrations.AddField("report", "rekey_due", models.BooleanField(default=False)),
    ]
