"""What readers decided about the places of a text. No words of the text are copied: offsets and keyed hashes only."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User

DRAFT = "draft"


class Verdict(models.TextChoices):
    MASK = "mask", _("Will be replaced")
    LEAVE = "leave", _("Stays as it is")


class SpanReview(models.Model):
    """One reading of the draft, or of one paper of a case. `turn` 2 is the second reader, blind to the first."""

    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="span_reviews"
    )
    source = models.CharField(max_length=40, default=DRAFT)  # draft, submission-12, letter-5, paper-3
    turn = models.PositiveSmallIntegerField(default=1)
    round = models.PositiveIntegerField(default=1)  # read anew after the text changed
    readers = models.ManyToManyField(User, related_name="+")
    version = models.PositiveIntegerField(default=1)
    characters = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    last_act_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(default=0)  # of activity: long pauses are not counted
    finished_at = models.DateTimeField(null=True)
    masked = models.PositiveIntegerField(default=0)  # counted when it is finished
    left = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)  # what the engine had not found
    missed = models.PositiveIntegerField(default=0)  # second turn: what the first reader had not masked

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "source", "turn", "round"], name="one_review_per_turn_and_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.source} {self.turn}.{self.round}"


class ReviewedPiece(models.Model):
    """One stretch of text as it was read: a fingerprint by which decisions find their place when the text changes."""

    review = models.ForeignKey(SpanReview, on_delete=models.CASCADE, related_name="pieces")
    piece = models.CharField(max_length=40)  # nl-body
    digest = models.CharField(max_length=64)
    marks = models.BinaryField()  # see aligning.py

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "piece"], name="piece_once_per_review")]

    def __str__(self) -> str:
        return self.piece


class SpanDecision(models.Model):
    """What a reader decided about one place. Undone ones stay, with the time of undoing."""

    review = models.ForeignKey(SpanReview, on_delete=models.CASCADE, related_name="decisions")
    act = models.PositiveIntegerField()  # decisions of one act are undone together
    piece = models.CharField(max_length=40)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    was_start = models.PositiveIntegerField(null=True)  # the found place whose bounds were changed
    was_end = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=20)
    source = models.CharField(max_length=12)
    confidence = models.FloatField(default=1.0)
    verdict = models.CharField(max_length=5, choices=Verdict.choices)
    everywhere = models.BooleanField(default=False)
    key = models.CharField(max_length=32)  # keyed hash of the words: the same words are known again
    words = models.PositiveSmallIntegerField(default=1)  # how many
    settles = models.BooleanField(default=False)  # decided after both had read
    carried = models.BooleanField(default=False)  # from an earlier round
    lost = models.BooleanField(default=False)  # the place is no longer in the text
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["review", "undone_at"], name="standing_span_decisions")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.verdict}"
