import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.SlugField(unique=True)),
                ("names", models.JSONField(default=dict)),
                ("languages", models.JSONField(default=list)),
                ("settings", models.JSONField(default=dict)),
                ("is_active", models.BooleanField(default=False)),
                ("loaded_from", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_active", True)),
                        fields=("is_active",),
                        name="one_active_office",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NormSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("purpose", models.CharField(default="assessment", max_length=20)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Norm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("group", models.JSONField(blank=True, default=dict)),
                ("meaning", models.JSONField(default=dict, verbose_name="meaning")),
                ("mapping", models.JSONField(blank=True, default=dict)),
                (
                    "norm_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="norms",
                        to="office.normset",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("language", models.CharField(max_length=2, verbose_name="language")),
                ("audience", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(verbose_name="text")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ground",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("competence", "Competence"),
                            ("admissibility", "Admissibility"),
                            ("suspension", "Suspension"),
                        ],
                        max_length=20,
                        verbose_name="question",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("refuse", "Refuse"),
                            ("redirect", "Redirect"),
                            ("transfer", "Transfer"),
                            ("first_line", "To the service first"),
                            ("suspend", "Suspend"),
                            ("information", "Answer as a question"),
                        ],
                        max_length=20,
                        verbose_name="effect",
                    ),
                ),
                (
                    "mandatory",
                    models.BooleanField(default=False, verbose_name="mandatory"),
                ),
                (
                    "second_reader",
                    models.BooleanField(
                        default=False, verbose_name="asks a second reader"
                    ),
                ),
                (
                    "explanation",
                    models.JSONField(
                        default=dict, verbose_name="explanation for the letter"
                    ),
                ),
                (
                    "elsewhere",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="where else to go"
                    ),
                ),
                ("parameters", models.JSONField(blank=True, default=dict)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClosingDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("labels", models.JSONField(default=dict, verbose_name="name")),
                (
                    "is_public_holiday",
                    models.BooleanField(default=False, verbose_name="public holiday"),
                ),
                (
                    "is_open",
                    models.BooleanField(
                        default=False, verbose_name="the office works all the same"
                    ),
                ),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closing_days",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="ClockRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("amount", models.PositiveIntegerField(verbose_name="number")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_days", "working days"),
                            ("calendar_days", "calendar days"),
                            ("months", "months"),
                            ("years", "years"),
                        ],
                        max_length=20,
                        verbose_name="unit",
                    ),
                ),
                ("starts_on", models.CharField(max_length=60)),
                ("stops_on", models.JSONField(default=list)),
                (
                    "counts_first_day",
                    models.BooleanField(
                        default=False, verbose_name="counts the day of the event"
                    ),
                ),
                (
                    "paused_by_suspension",
                    models.BooleanField(
                        default=True,
                        verbose_name="stands still while the case is suspended",
                    ),
                ),
                (
                    "roll_over",
                    models.CharField(
                        choices=[
                            ("none", "ends on any day"),
                            ("next_working_day", "moves to the next working day"),
                            ("flag", "stays, and is pointed out: a legal question"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="when it ends on a closed day",
                    ),
                ),
                (
                    "warn_days",
                    models.PositiveIntegerField(
                        default=2, verbose_name="warn so many days before"
                    ),
                ),
                (
                    "legal",
                    models.BooleanField(default=False, verbose_name="set by law"),
                ),
                ("parameters", models.JSONField(blank=True, default=dict)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportChapter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("content", models.JSONField(default=list)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RetentionRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("years", models.PositiveIntegerField(verbose_name="years")),
                ("counts_from", models.CharField(default="closed", max_length=20)),
                (
                    "action",
                    models.CharField(
                        default="destroy", max_length=20, verbose_name="then"
                    ),
                ),
                ("kinds", models.JSONField(blank=True, default=list)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("subject", models.CharField(db_index=True, max_length=80)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("reason", models.TextField(verbose_name="reason")),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("labels", models.JSONField(default=dict, verbose_name="label")),
                (
                    "legal_bases",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="legal basis"
                    ),
                ),
                (
                    "verified",
                    models.BooleanField(
                        default=True, verbose_name="checked with the source"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="note for staff"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="valid until and including"
                    ),
                ),
                ("order", models.PositiveIntegerField(default=0)),
                ("corrected", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("vocabulary", models.CharField(db_index=True, max_length=40)),
                ("parent", models.CharField(blank=True, max_length=60)),
                ("meaning", models.JSONField(blank=True, default=dict)),
                ("parameters", models.JSONField(blank=True, default=dict)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="office.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="normset",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from"),
                name="one_normset_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="norm",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from", "norm_set"),
                name="one_norm_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from", "language"),
                name="one_lettertemplate_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="ground",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from"),
                name="one_ground_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingday",
            constraint=models.UniqueConstraint(
                fields=("office", "day"), name="one_closing_day_row_per_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="clockrule",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from"),
                name="one_clockrule_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchapter",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from"),
                name="one_reportchapter_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionrule",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from"),
                name="one_retentionrule_per_code_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("office", "code", "valid_from", "vocabulary"),
                name="one_term_per_code_and_day",
            ),
        ),
    ]
