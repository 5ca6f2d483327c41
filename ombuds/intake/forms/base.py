"""Forms that take what people type: no NUL bytes further on, dates in every usual way, texts with a counted limit."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ombuds.lib.numbers import written
from ombuds.lib.text import clean

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d/%m/%y"]
MOST_KEPT = 400_000  # characters of one answer that a draft keeps, far above every limit of a question


def tidy(data: QueryDict) -> QueryDict:
    """The same answers without signs that no database keeps."""
    tidied = QueryDict(mutable=True, encoding="utf-8")
    for name, values in data.lists():
        tidied.setlist(clean(name), [clean(value) for value in values])
    return tidied


class TypedForm(forms.Form):
    """A form whose typed answers can be kept as they are, right or wrong."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(tidy(data) if isinstance(data, QueryDict) else data, *args, **kwargs)
        self.error_css_class = ""

    def typed(self) -> dict[str, Any]:
        """Answers as they stand in the form now: a list where several can be chosen."""
        kept: dict[str, Any] = {}
        for name, field in self.fields.items():
            if isinstance(field, forms.FileField):
                continue
            value = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            if isinstance(value, list):
                kept[name] = [str(one)[:MOST_KEPT] for one in value]
            elif isinstance(value, bool):
                kept[name] = value
            else:
                kept[name] = str(value or "")[:MOST_KEPT]
        return kept


class DateField(forms.DateField):
    """A day, in every way that people write one."""

    def __init__(self, *, past: bool = True, **kwargs: Any) -> None:
        self.past = past
        kwargs.setdefault("required", False)
        super().__init__(
            input_formats=DATE_FORMATS,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            **kwargs,
        )
        self.error_messages["invalid"] = _("Write the date as day, month and year, like 24/02/2026.")

    def clean(self, value: Any) -> Any:
        from ombuds.lib.today import today

        day = super().clean(value)
        if day and self.past and day > today():
            raise forms.ValidationError(_("This day is still to come."))
        if day and day.year < 1900:
            raise forms.ValidationError(_("This day is too long ago."))
        return day


class LongField(forms.CharField):
    """A long text. Says how much is too much, and keeps it all the same."""

    def __init__(self, *, most: int, rows: int = 10, **kwargs: Any) -> None:
        self.most = most
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.validators = [v for v in self.validators if not isinstance(v, MaxLengthValidator)]

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def validate(self, value: Any) -> None:
        super().validate(value)
        from django.utils.translation import get_language

        over = len(value) - self.most
        if over > 0:
            lang = get_language() or "en"
            numbers = {
                "length": written(len(value), lang),
                "most": written(self.most, lang),
                "over": written(over, lang),
            }
            raise forms.ValidationError(
                _(
                    "Your text has %(length)s characters. At most %(most)s fit here: that is %(over)s too many. "
                    "Make it shorter, or add it as a file later on. Nothing is lost: your text still stands below."
                ),
                params=numbers,
            )


def short(label: Any, most: int = 160, **kwargs: Any) -> forms.CharField:
    """One line."""
    kwargs.setdefault("required", False)
    field = forms.CharField(label=label, max_length=most, **kwargs)
    field.error_messages["max_length"] = ngettext_lazy(
        "This is longer than %(limit_value)d character. Please make it shorter.",
        "This is longer than %(limit_value)d characters. Please make it shorter.",
        "limit_value",
    )
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = field.error_messages["max_length"]
    field.widget.attrs.pop("maxlength", None)  # nothing pasted is cut off in silence
    return field
