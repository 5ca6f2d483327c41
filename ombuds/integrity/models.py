"""What is stored. Content only as sealed bytes; days, never times; nothing points outside this room.

In the clear stand: days, states, which handler is admitted, sizes in classes. Everything else is in a SealedField or a file.
"""

import uuid

from django.db import models

from ombuds.integrity.terms import Channel, Compartment, Kind, NoReceipt, State


class Installation(models.Model):
    """One row, made by `ombuds integrity set-up`."""

    code_salt = models.BinaryField(max_length=16)
    recovery_public = models.BinaryField(max_length=32)
    sheets_needed = models.PositiveSmallIntegerField()
    sheets_made = models.PositiveSmallIntegerField()
    set_up_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.sheets_needed} of {self.sheets_made}"


class Handler(models.Model):
    """A person of the integrity team. Not an account of the office: nothing joins the two."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    login = models.CharField(max_length=80, unique=True)
    language = models.CharField(max_length=2, default="nl")
    public = models.BinaryField(max_length=32, null=True)
    locked = models.BinaryField(max_length=200, null=True)  # the private key, under the passphrase
    mark = models.CharField(max_length=64, blank=True)  # keyed digest over this row: `team.vouched`
    second = models.BinaryField(max_length=4096, null=True)  # the second factor, sealed under the private key
    known = models.BinaryField(
        max_length=65536, null=True
    )  # colleagues as this one knows them, sealed likewise
    invitation = models.BinaryField(max_length=32, null=True)  # verifier of the code to join with
    first_reader = models.BooleanField(default=False)  # new reports are sealed to these
    custodian = models.BooleanField(default=False)  # agrees to showing who a reporter is
    joined_on = models.DateField(null=True)
    left_on = models.DateField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def works_here(self) -> bool:
        """Has joined and has not left."""
        return self.joined_on is not None and self.left_on is None


class Report(models.Model):
    """A report or a request for protection: its days and its state."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.DISCLOSURE)
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.WEB)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    received_on = models.DateField()
    acknowledged_on = models.DateField(null=True)
    no_receipt = models.CharField(
        max_length=10, choices=NoReceipt.choices, default=NoReceipt.NONE, blank=True
    )
    feedback_on = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    held = models.BooleanField(default=False)
    rekey_due = models.BooleanField(default=False)  # somebody left who held its keys
    destroyed_on = models.DateField(null=True)
    verifier = models.BinaryField(max_length=32, unique=True, null=True)
    reporter_public = models.BinaryField(max_length=32, null=True)

    class Meta:
        ordering = ["received_on", "id"]

    def __str__(self) -> str:
        return str(self.id)[:8]


class Chest(models.Model):
    """A compartment of a report, with a key of its own and the sealed list of what it holds."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="chests")
    compartment = models.CharField(max_length=8, choices=Compartment.choices)
    number = models.PositiveIntegerField(default=0)  # of the list
    manifest = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "compartment"], name="one_chest_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.compartment}"


class Wrap(models.Model):
    """A chest's key for one holder. A holder without handler is the reporter or the recovery key."""

    class Holder(models.TextChoices):
        HANDLER = "handler"
        REPORTER = "reporter"
        RECOVERY = "recovery"

    chest = models.ForeignKey(Chest, on_delete=models.CASCADE, related_name="wraps")
    holder = models.CharField(max_length=8, choices=Holder.choices)
    handler = models.ForeignKey(Handler, null=True, on_delete=models.CASCADE, related_name="wraps")
    wrapped = models.BinaryField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chest", "handler"], name="one_key_per_handler"),
            models.UniqueConstraint(
                fields=["chest", "holder"], condition=models.Q(handler=None), name="one_key_per_other_holder"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chest_id} {self.holder}"


class SealedField(models.Model):
    """One thing in a chest: the answers, a message, a note, what belongs to a file."""

    chest = models.ForeignKey(Chest, on_delete=models.CASCADE, related_name="fields")
    field = models.CharField(max_length=60)
    revision = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chest", "field"], name="one_field_of_a_name")]
        ordering = ["field"]

    def __str__(self) -> str:
        return self.field


class StoredFile(models.Model):
    """A sealed file in the room's store. Until it belongs to a report it can be thrown away by its day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, null=True, on_delete=models.CASCADE, related_name="files")
    day = models.DateField()

    def __str__(self) -> str:
        return str(self.id)


class Admission(models.Model):
    """A handler may open a report: after a declaration that nothing ties them to it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="admissions")
    handler = models.ForeignKey(Handler, on_delete=models.CASCADE, related_name="admissions")
    given_on = models.DateField()
    declared_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "handler"], name="admitted_once")]

    def __str__(self) -> str:
        return f"{self.handler_id} {self.report_id}"


class IdentityRequest(models.Model):
    """A handler asks a custodian, another person, who the reporter is. The reason is sealed to that custodian."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="identity_requests")
    asked_by = models.ForeignKey(Handler, on_delete=models.CASCADE, related_name="+")
    asked_of = models.ForeignKey(Handler, on_delete=models.CASCADE, related_name="+")
    asked_on = models.DateField()
    reason = models.BinaryField()
    decided_on = models.DateField(null=True)
    granted = models.BooleanField(null=True)

    def __str__(self) -> str:
        return f"{self.report_id} {self.granted}"


class Entry(models.Model):
    """The room's own record of acts: appended only, each sealed with the one before. Days, no times."""

    id = models.BigAutoField(primary_key=True)
    day = models.DateField()
    act = models.CharField(max_length=60)
    report = models.UUIDField(null=True, db_index=True)
    handler = models.UUIDField(null=True)
    compartment = models.CharField(max_length=8, blank=True)
    number = models.PositiveIntegerField(default=0)  # of the compartment's list, after this act
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.act}"


class Session(models.Model):
    """A visit of a reporter or a handler. What it holds opens only with the secret in the visitor's cookie."""

    digest = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()
    day = models.DateField()

    def __str__(self) -> str:
        return self.digest[:8]


class Questionnaire(models.Model):
    """A version of the questions, as staff published it. Never changed afterwards: answers name their version."""

    version = models.PositiveIntegerField(unique=True)
    definition = models.JSONField()
    published_on = models.DateField(null=True)  # without a day it is the draft

    class Meta:
        ordering = ["version"]

    def __str__(self) -> str:
        return str(self.version)


class Tally(models.Model):
    """Counted when something ends, and tied to no report: what the yearly figures add up."""

    year = models.PositiveIntegerField()
    what = models.CharField(max_length=40)
    value = models.CharField(max_length=60)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "what", "value"], name="one_tally")]

    def __str__(self) -> str:
        return f"{self.year} {self.what} {self.value}"


class FixedYear(models.Model):
    """The figures of a year as they are shown: protected, fixed once, never counted again."""

    year = models.PositiveIntegerField(unique=True)
    tables = models.JSONField()  # group → {"counts": {value: count or null}, "total": count or null}
    fixed_on = models.DateField()

    class Meta:
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


class RoutingTable(models.Model):
    """A version of the table of who is competent for what, as staff published it; TOML like the one that comes along."""

    version = models.PositiveIntegerField(unique=True)
    text = models.TextField()
    published_on = models.DateField(null=True)  # without a day it is the draft

    class Meta:
        ordering = ["version"]

    def __str__(self) -> str:
        return str(self.version)
