"""Everything that hangs from a case, found by the foreign keys themselves: a room that is added tomorrow is found too."""

from collections import OrderedDict
from typing import Any

from django.db.models import Model
from django.db.models.fields.related import ForeignKey, ManyToManyField
from django.db.models.fields.reverse_related import ForeignObjectRel

from ombuds.cases.models import Case
from ombuds.documents.models import Document

Rows = OrderedDict[type[Model], set[Any]]


def rows_of(case: Case) -> Rows:
    """Model → keys of its rows that point at the case, or at a row that does; the nearest first. Other cases are not followed."""
    found: Rows = OrderedDict({Case: {case.pk}})
    waiting: list[tuple[type[Model], set[Any]]] = [(Case, {case.pk})]
    while waiting:
        model, keys = waiting.pop(0)
        for child, field in pointing(model):
            if child is Case:
                continue
            new = set(child._base_manager.filter(**{f"{field.name}__in": keys}).values_list("pk", flat=True))
            new -= found.get(child, set())
            if new:
                found.setdefault(child, set()).update(new)
                found.move_to_end(child)
                waiting.append((child, new))
    return found


def documents_of(rows: Rows) -> list[Document]:
    """All stored files that these rows point at."""
    keys: set[Any] = set()
    for model, found in rows.items():
        if model is Document:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey | ManyToManyField) and field.related_model is Document:
                keys |= set(model._base_manager.filter(pk__in=found).values_list(field.name, flat=True))
    return list(Document.objects.filter(pk__in=keys - {None}).order_by("pk"))


def used_elsewhere(document: Document) -> bool:
    """Does any row still point at this file?"""
    return any(
        child._base_manager.filter(**{field.name: document}).exists() for child, field in pointing(Document)
    )


def pointing(model: type[Model]) -> list[tuple[type[Model], Any]]:
    """Models with a foreign key to this one, and that key; those without a reverse name and tables of pairs included."""
    return [
        (relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel)
        and isinstance(relation.field, ForeignKey)
        and not isinstance(relation.related_model, str)
    ]
