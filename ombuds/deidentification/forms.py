from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.engine import Mode

LANGUAGES = [("nl", _("Dutch")), ("fr", _("French")), ("en", _("English")), ("de", _("German"))]
MODES = [
    (Mode.MARK.value, _("Only mark")),
    (Mode.REDACT.value, _("Leave out")),
    (Mode.PSEUDONYM.value, _("Letters and roles")),
    (Mode.FICTION.value, _("Invented names and places")),
]
LONGEST = 200_000


class TryForm(forms.Form):
    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Use an invented text. It is not kept and not written in any record."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=[("auto", _("Find out")), *LANGUAGES])
    mode = forms.ChoiceField(label=_("What to do"), choices=MODES)


class WordForm(forms.Form):
    word = forms.CharField(label=_("Word"), max_length=60)
    is_name = forms.ChoiceField(
        label=_("This word is"),
        choices=[("yes", _("always a name")), ("no", _("never a name"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Language of the word"), required=False, choices=[("", _("all languages")), *LANGUAGES]
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)
