"""Forms of the service's desk."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ombuds.lib.text import clean

LONG = 60_000


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several files at once; what they are is judged when they are stored."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(files) > settings.UPLOAD_MAX_FILES:
            raise forms.ValidationError(
                _("Send at most %(most)s files at once."), params={"most": settings.UPLOAD_MAX_FILES}
            )
        return files


class TextField(forms.CharField):
    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value) or ""))


class ServiceAnswerForm(forms.Form):
    text = TextField(
        label=_("Your answer"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 14})
    )
    files = FilesField(  # type: ignore[assignment]  # a field; Django moves it aside
        label=_("Files"), required=False, widget=_Files(attrs={"multiple": True}),
        help_text=_("PDF, pictures, text documents and tables; at most 20 MB each. Choose your files again when the page comes back with an error."),
    )  # fmt: skip


class MoreTimeForm(forms.Form):
    until = forms.DateField(
        label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = TextField(
        label=_("Why you need more time"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
