"""Columns into which only `DeidentifiedText` can be written; what is read from them is that type again."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from ombuds.deidentification.gate import DeidentifiedText, stored

if TYPE_CHECKING:
    _Char = models.CharField[DeidentifiedText, DeidentifiedText]
    _Text = models.TextField[DeidentifiedText, DeidentifiedText]
    _Slug = models.SlugField[DeidentifiedText, DeidentifiedText]
    _Json = models.JSONField[Any, Any]
else:
    _Char, _Text, _Slug, _Json = models.CharField, models.TextField, models.SlugField, models.JSONField


class NotDeidentified(TypeError):
    """Somebody tried to write plain text where the public reads."""


def _insist(field: "models.Field[Any, Any]", value: object) -> None:
    if value not in ("", None) and not isinstance(value, DeidentifiedText):
        raise NotDeidentified(f"{field.model.__name__}.{field.name} takes DeidentifiedText only")


class _Sealed:
    """Refuses plain text on every save and every update."""

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        _insist(self, value)  # type: ignore[arg-type]  # mixed into fields only
        plain = str.__str__(value) if isinstance(value, str) else value
        return super().get_db_prep_save(plain, connection)  # type: ignore[misc]  # the field's own

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> DeidentifiedText | None:
        return None if value is None else stored(value)


class DeidentifiedCharField(_Sealed, _Char):
    """A short text for the public."""


class DeidentifiedTextField(_Sealed, _Text):
    """A long text for the public."""


class DeidentifiedSlugField(_Sealed, _Slug):
    """A piece of an address for the public."""


class DeidentifiedJSONField(_Json):
    """A tree for the public. Below the keys in `free` stand texts that people wrote: `DeidentifiedText` only.

    `free=None`: everything in the tree is such a text.
    """

    def __init__(self, *args: Any, free: Iterable[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.free = None if free is None else frozenset(free)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.free is not None:
            kwargs["free"] = sorted(self.free)
        return name, path, args, kwargs

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        self._walk(value, inside=self.free is None, seal=False)
        return super().get_db_prep_save(value, connection)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        tree = super().from_db_value(value, expression, connection)
        return self._walk(tree, inside=self.free is None, seal=True)

    def _walk(self, value: Any, *, inside: bool, seal: bool) -> Any:
        if isinstance(value, dict):
            return {
                key: self._walk(child, inside=inside or key in (self.free or ()), seal=seal)
                for key, child in value.items()
            }
        if isinstance(value, list):
            return [self._walk(child, inside=inside, seal=seal) for child in value]
        if inside and isinstance(value, str):
            if seal:
                return stored(value)
            _insist(self, value)
        return value


if TYPE_CHECKING:

    class DeidentifiedLabelsField(
        models.JSONField[Mapping[str, DeidentifiedText], Mapping[str, DeidentifiedText]]
    ):
        """For mypy."""

else:

    class DeidentifiedLabelsField(DeidentifiedJSONField):
        """Language → a text for the public; mypy refuses any other."""

        def deconstruct(self) -> Any:
            name, path, args, kwargs = super().deconstruct()
            return name, path.replace("DeidentifiedLabelsField", "DeidentifiedJSONField"), args, kwargs
