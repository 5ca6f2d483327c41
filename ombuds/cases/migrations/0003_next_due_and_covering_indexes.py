"""Lists sorted by the nearest term, and lists and figures read from indexes alone: fast with 100,000 cases."""

from django.conf import settings
from django.db import migrations, models


# One statement of plain SQL: the same words on both databases.
FILL = """UPDATE cases_case SET next_due = (
    SELECT MIN(k.due_on) FROM cases_clock k WHERE k.case_id = cases_case.id AND k.met_on IS NULL AND NOT k.cancelled)"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('cases', '0002_search'),
        ('office', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='case',
            name='case_office_received',
        ),
        migrations.AddField(
            model_name='case',
            name='next_due',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='next term'),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['-received_at', '-id'], name='case_newest'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['state', 'next_due', 'urgent', 'received_at', 'handler', 'team', 'theme', 'language'], name='case_work_list'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['office', 'received_at', 'kind', 'channel', 'language', 'theme'], name='case_counted_received'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['office', 'closed_at', 'kind', 'received_at', 'suspended_days', 'assessment', 'result', 'state'], name='case_counted_closed'),
        ),
    ]
