"""Forms about people, for the administrator and for each person."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ombuds.accounts.models import Team, User
from ombuds.accounts.permissions import Role
from ombuds.lib.today import today


class LoginForm(AllauthLoginForm):  # type: ignore[misc]  # allauth ships no types
    """Tells the lock-out under which name somebody tries to log in."""

    def user_credentials(self) -> dict[str, Any]:
        credentials: dict[str, Any] = super().user_credentials()
        credentials["login"] = self.cleaned_data["login"]
        return credentials


class DayInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PersonForm(forms.ModelForm[User]):
    """What the office knows of a member of staff."""

    class Meta:
        model = User
        fields = ["name", "email", "language", "phone", "team"]

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def _get_validation_exclusions(self) -> set[str]:
        # Whether the address is taken is the service's to say: one sentence, in one place.
        return {*super()._get_validation_exclusions(), "email"}  # type: ignore[misc]  # not in the stubs


class RoleForm(forms.Form):
    """A role from a day, for good or until a day."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    valid_from = forms.DateField(label=pgettext_lazy("day", "From"), widget=DayInput(), initial=today)
    valid_to = forms.DateField(label=_("Until and including"), widget=DayInput(), required=False)


class AbsenceForm(forms.Form):
    """Days away, and who covers."""

    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())
    cover = forms.ModelChoiceField(
        label=_("Covered by"),
        queryset=User.objects.none(),
        help_text=_("This person sees the work list in these days."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = User.objects.filter(is_active=True).exclude(pk=person.pk)
        self.fields["cover"].queryset = others  # type: ignore[attr-defined]  # a model choice has one


class TeamForm(forms.ModelForm[Team]):
    """A team has a name, and nothing else."""

    class Meta:
        model = Team
        fields = ["name"]

    def _get_validation_exclusions(self) -> set[str]:
        return {*super()._get_validation_exclusions(), "name"}  # type: ignore[misc]  # not in the stubs


class OwnForm(forms.ModelForm[User]):
    """What a person changes without asking."""

    class Meta:
        model = User
        fields = ["language", "phone"]

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("Of the pages that you see."),
    )


class PeopleFilter(forms.Form):
    """Find people by name or address."""

    q = forms.CharField(label=_("Name or e-mail address"), required=False, max_length=100)
    everyone = forms.BooleanField(label=_("Also who no longer works here"), required=False)

    def apply(self) -> Any:
        people = User.objects.select_related("team").prefetch_related("assignments")
        if not self.is_valid():
            return people.filter(is_active=True)
        if not self.cleaned_data["everyone"]:
            people = people.filter(is_active=True)
        if text := self.cleaned_data["q"]:
            people = people.filter(Q(name__icontains=text) | Q(email__icontains=text))
        return people
