"""Marks in every field of every case: words that exist nowhere else, so that one of them outside is a leak."""

import itertools
import uuid
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from ombuds.cases.models import Case, Party

CASEWORK = (
    "cases", "intake", "admissibility", "correspondence", "investigations", "documents", "recommendations",
    "patterns", "publications",
)  # fmt: skip
WANTED = 200  # cases
# Names of services, letters and vocabularies stand in these tables too, and are public.
APART = {"Templates", "LetterTemplate", "Template"}
# What the public reads: copies that passed the gate, and are searched here, not marked.
APART |= {"Frozen", "FrozenFile", "PublicRecommendation", "ReleasedTable"}


def more_cases() -> int:
    """Copies of the demo's cases with their parties until there are enough; says how many there are."""
    held = list(Case.objects.order_by("pk"))
    for number, case in zip(range(len(held), WANTED), itertools.cycle(held), strict=False):
        parties = list(case.parties.all())
        copy = Case.objects.get(pk=case.pk)
        copy.pk, copy.key = None, uuid.uuid4()
        copy.reference, copy.code_digest = f"MARK.{number:05}", ""
        models.Model.save(copy, force_insert=True)
        for party in parties:
            party.pk = None
            party.case = copy
            models.Model.save(party, force_insert=True)
    return Case.objects.count()


def texts_of(model: type[models.Model]) -> list[str]:
    """Fields in which people write: not choices, not codes, not keys."""
    personal = model is Party
    return [
        field.name
        for field in model._meta.concrete_fields
        if type(field) in (models.TextField, models.EmailField)
        or (
            type(field) is models.CharField
            and not field.choices
            and not field.unique
            and (personal or (field.max_length or 0) >= 120)
            and field.name not in ("language", "country", "role", "source_key", "digest", "sha256", "code")
        )
    ]


def trees_of(model: type[models.Model]) -> list[str]:
    """Fields that hold a tree: answers of a form, what was typed and not kept, where a word was found."""
    return [field.name for field in model._meta.concrete_fields if isinstance(field, models.JSONField)]


def mark_everything() -> Iterator[str]:
    """Write a mark of its own behind every text of every row; yields the marks."""
    numbers = itertools.count(1)
    for room in CASEWORK:
        for model in apps.get_app_config(room).get_models():
            names, trees = texts_of(model), trees_of(model)
            if not (names or trees) or model.__name__ in APART:
                continue
            rows: list[Any] = list(model._default_manager.all())
            for row in rows:
                for name in names:
                    mark = f"zqx{next(numbers):06}vwk"
                    setattr(row, name, _marked(model._meta.get_field(name), getattr(row, name), mark))
                    yield mark
                for name in trees:
                    if isinstance(tree := getattr(row, name), dict):
                        mark = f"zqx{next(numbers):06}vwk"
                        setattr(row, name, {**tree, mark: mark})
                        yield mark
            model._default_manager.bulk_update(rows, [*names, *trees], batch_size=200)


def _marked(field: Any, text: str | None, mark: str) -> str:
    if isinstance(field, models.EmailField):
        return f"{mark}@people.example"
    room = (field.max_length or 100_000) - len(mark) - 1
    return f"{(text or '')[: max(0, room)]} {mark}".strip()
