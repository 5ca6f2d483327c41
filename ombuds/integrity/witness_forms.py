"""A request for protection of somebody without a report here: a witness, a helper, somebody who reported elsewhere."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.integrity.forms import ProtectionForm, Words, YouForm


class WitnessForm(ProtectionForm, YouForm):
    """All on one page: who asks, what was done to them, and who may know their name."""

    WHO = (
        ("witness", _("I testified, or was asked to")),
        ("helper", _("I helped somebody who reported")),
        ("near", _("I am a colleague or relative of somebody who reported")),
        ("elsewhere", _("I reported at my service or with another authority")),
    )
    who = forms.ChoiceField(label=_("Why could you be punished?"), choices=WHO, widget=forms.RadioSelect)
    body = Words(label=_("At which service or employer?"), max_length=300, widget=forms.TextInput())
    field_order = (
        "who", "body", "measure", "since", "link", "employer", "choice", "name", "contact", "no_receipt", "excluded",
    )  # fmt: skip
