from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

PLACES = [("phone", _("By telephone")), ("office", _("At the office")), ("video", _("By video"))]


class SubscribeForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "We use it for these news only. One press in each mail ends it, and we forget the address."
        ),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    website = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # people leave it empty, robots do not


class AppointmentForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    reach = forms.CharField(
        label=_("Your telephone number or e-mail address"), max_length=160, help_text=_("To agree on a day.")
    )
    place = forms.ChoiceField(label=_("How do you want to meet?"), choices=PLACES, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    moments = forms.CharField(
        label=_("When does it suit you?"),
        max_length=300,
        required=False,
        help_text=_("For instance: Tuesday or Thursday morning."),
    )
    needs = forms.CharField(
        label=_("What should we take care of?"),
        max_length=300,
        required=False,
        help_text=_("An interpreter, a wheelchair, someone who comes along."),
    )
    about = forms.CharField(
        label=_("What is it about?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence is enough; no health data and no names of others, please."),
    )
    website = forms.CharField(required=False, widget=forms.HiddenInput)
