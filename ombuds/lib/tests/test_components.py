"""The components of our pages: what a person sees, hears and can click."""

import re
from datetime import timedelta

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from ombuds.lib.hostile import STRINGS


class _Complaint(forms.Form):
    name = forms.CharField(label="Your name", help_text="As on your card.")
    story = forms.CharField(label="What happened", widget=forms.Textarea, required=False)
    whom = forms.ChoiceField(
        label="For whom", choices=[("me", "Myself"), ("other", "Somebody else")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="I am sure", help_text="The clock runs on.")
    moment = forms.SplitDateTimeField(label="When", required=False)
    secret = forms.CharField(widget=forms.HiddenInput)


def _render(source: str, **context: object) -> str:
    return Template("{% load ombuds %}" + source).render(Context(context))


def _field(name: str, data: dict[str, str] | None = None) -> str:
    return _render("{% field f %}", f=_Complaint(data)[name])


def test_every_input_has_a_label_and_its_hint_and_errors_are_tied_to_it() -> None:
    page = _field("name", {})
    assert 'for="id_name"' in page
    described = re.search(r'aria-describedby="([^"]+)"', page)
    assert described is not None
    assert all(f'id="{part}"' in page for part in described[1].split())
    assert 'aria-invalid="true"' in page


def test_a_question_with_choices_is_a_group_with_a_legend() -> None:
    page = _field("whom", {})
    assert page.count("<fieldset") == page.count("<legend") == 1
    assert page.count('type="radio"') == page.count("<label") == 2
    assert "aria-invalid" not in page, "the group is wrong, not each of its answers"


def test_what_need_not_be_filled_in_says_so() -> None:
    assert "(optional)" in _field("story")
    assert "(optional)" not in _field("name")
    assert "(optional)" not in _field("sure"), "a box is left open or ticked; both are answers"


def test_a_hint_given_by_the_page_is_tied_to_the_input_too() -> None:
    page = _render('{% field f hint="In your own words." %}', f=_Complaint()["story"])
    assert 'aria-describedby="id_story_helptext"' in page
    assert "In your own words." in page


def test_the_error_summary_links_to_each_field_and_tells_hidden_trouble() -> None:
    page = _render("{% form_errors form %}", form=_Complaint({}))
    assert 'href="#id_name"' in page
    assert 'href="#id_whom_0"' in page
    assert 'href="#id_secret"' not in page
    assert _render("{% form_errors form %}", form=_Complaint()).strip() == ""


def test_the_error_summary_of_many_forms_is_one() -> None:
    many = forms.formset_factory(_Complaint, min_num=2, validate_min=True)
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "x", "form-1-name": ""}
    page = _render("{% form_errors form %}", form=many(data))
    assert page.count("ds-error-summary") == 1
    assert 'href="#id_form-1-name"' in page


@pytest.mark.parametrize("text", STRINGS)
def test_what_was_typed_comes_back_as_text_never_as_markup(text: str) -> None:
    page = _field("name", {"name": text})
    assert "<script" not in page
    assert "<img" not in page


def test_page_numbers_keep_the_filters_and_name_the_page() -> None:
    request = RequestFactory().get("/", {"q": "parking & more", "page": "3"})
    page = Paginator(range(200), 10).get_page(3)
    shown = _render("{% pagination page %}", page=page, request=request)
    assert "?q=parking+%26+more&amp;page=4" in shown
    assert shown.count('aria-current="page"') == 1
    assert _render("{% pagination page %}", page=Paginator([], 10).get_page(1), request=request).strip() == ""


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (1, "en", "1 day"),
        (45, "nl", "45 dagen"),
        (timedelta(hours=3), "fr", "3 heures"),
        (timedelta(seconds=30), "nl", "0 minuten"),
        (timedelta(minutes=1), "nl", "1 minuut"),
        (None, "en", "–"),
    ],
)
def test_durations_are_said_in_words(value: object, language: str, words: str) -> None:
    with translation.override(language):
        assert _render("{{ value|duration }}", value=value) == words


def test_a_text_in_another_language_says_so() -> None:
    with translation.override("nl"):
        assert _render("<p{% lang_attr 'fr' %}>") == '<p lang="fr">'
        assert _render("<p{% lang_attr 'nl' %}>") == _render("<p{% lang_attr '' %}>") == "<p>"
        assert "onload" not in _render("<p{% lang_attr x %}>", x='"><b onload=x>').replace(
            "&gt;", ""
        ).replace("&lt;b onload", "")


def test_labels_are_picked_in_the_language_of_the_reader() -> None:
    labels = {"nl": "boete", "fr": "amende"}
    with translation.override("fr"):
        assert (
            _render("{{ x|pick }} {{ x|pick:'nl' }} {{ none|pick }}.", x=labels, none=None)
            == "amende boete ."
        )
