
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('authorities', '0001_initial'),
        ('cases', '0003_next_due_and_covering_indexes'),
        ('correspondence', '0002_simulated'),
        ('documents', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='state',
            field=models.CharField(choices=[('draft', 'Draft'), ('queued', 'Waiting to be sent'), ('sending', 'Being sent'), ('sent', 'Sent'), ('failed', 'Not delivered'), ('received', 'Received'), ('dropped', 'Thrown away')], default='draft', max_length=10),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['direction', 'state', '-created_at', '-id', 'channel', 'case'], name='message_outbox'),
        ),
    ]
