"""« Can we help you? »: three questions, one a page. Answers travel in the page, not in the address, and are not kept."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.authorities.services import Contacted, When, advise
from ombuds.lib.text import clean
from ombuds.office.services import current_office

LONGEST = 5_000


class Plain(forms.CharField):
    """Text without characters that hide."""

    def to_python(self, value: Any) -> str:
        return clean(str(value)).strip() if value else ""


class AboutForm(forms.Form):
    text = Plain(
        label=_("What is it about, and which service?"),
        help_text=_(
            "In your own words. For instance: “a parking fine in Jette” or “the child benefit is late”. No names of people, please."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a few words: the name of the service, or what it is about.")},
    )
    works_there = forms.BooleanField(
        label=_("I work or worked with this service, and I want to report abuse or fraud"), required=False
    )


class ContactedForm(forms.Form):
    contacted = forms.ChoiceField(
        label=_("Have you told the service itself?"),
        choices=Contacted.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )


class WhenForm(forms.Form):
    when = forms.ChoiceField(
        label=_("When did it happen?"), choices=When.choices, widget=forms.RadioSelect, required=False
    )


FORMS: list[type[forms.Form]] = [AboutForm, ContactedForm, WhenForm]
FIELDS = ("text", "works_there", "contacted", "when", "chosen")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def can_we_help(request: HttpRequest) -> HttpResponse:
    """Each page carries the answers of the pages before it as hidden fields."""
    if request.method != "POST":
        return _ask(request, 0, AboutForm())
    step = _step(request.POST.get("step", ""))
    if "back" in request.POST:
        return _ask(request, max(0, step - 1), FORMS[max(0, step - 1)](initial=_carried(request)))
    for number in range(step + 1):
        form = FORMS[number](request.POST)
        if not form.is_valid():
            return _ask(request, number, form)
        if number == 0 and form.cleaned_data["works_there"]:
            return _answer(request)
    if step + 1 < len(FORMS):
        return _ask(request, step + 1, FORMS[step + 1](initial=_carried(request)))
    return _answer(request)


def _step(text: str) -> int:
    return int(text) if text in ("0", "1", "2") else 0


def _carried(request: HttpRequest) -> dict[str, str]:
    """What was answered until here, as it may be shown again."""
    return {
        name: clean(request.POST.get(name, ""))[: LONGEST + 1] for name in FIELDS if request.POST.get(name)
    }


def _ask(request: HttpRequest, step: int, form: forms.Form) -> HttpResponse:
    carried = {
        name: value
        for name, value in _carried(request).items()
        if name not in form.fields and name != "chosen"
    }
    context = {"form": form, "step": step, "number": step + 1, "total": len(FORMS), "carried": carried}
    return render(request, "publicsite/can_we_help.html", context)


def _answer(request: HttpRequest) -> HttpResponse:
    data = _carried(request)
    works_there = bool(AboutForm(request.POST).data.get("works_there"))
    when = data.get("when", "")
    advice = advise(
        current_office(),
        data["text"],
        contacted=data.get("contacted", ""),
        when=when if when in When.values else "",
        works_there=works_there,
        chosen=data.get("chosen", "")[:80],
    )
    return render(request, "publicsite/can_we_help_answer.html", {"advice": advice, "carried": data})
