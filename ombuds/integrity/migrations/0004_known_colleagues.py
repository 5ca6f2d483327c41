"""Each handler's own list of colleagues, sealed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("integrity", "0003_marks_triggers")]
    operations = [
        migrations.AddField("handler", "known", models.BinaryField(max_length=65536, null=True)),
    ]
