from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.documents.access import as_download
from ombuds.documents.models import Document
from ombuds.documents.services import store
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.recommendations import services
from ombuds.recommendations.forms import (
    LANGUAGES,
    AnswerForm,
    EffectForm,
    FindsForm,
    FrameForm,
    IssueForm,
    LetterForm,
    MeasureForm,
    ProgressForm,
    RelationForm,
    SettleForm,
    StatusForm,
    TextForm,
)
from ombuds.recommendations.models import Letter, Recommendation
from ombuds.recommendations.terms import Act
from ombuds.recommendations.views.effects import effect_of, effect_start
from ombuds.recommendations.views.lists import visible
from ombuds.recommendations.workflow import was_issued


def fetch(request: HttpRequest, pk: int) -> Recommendation:
    found: Recommendation = get_object_or_404(visible(staff(request)).select_related("office", "body"), pk=pk)
    return found


@needs(Permission.CASES_CASE_READ)
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    record(Act.READ, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, found: Recommendation, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    chain = services.chain_of(found)
    cases = Case.objects.visible_to(user).filter(recommendation_sources__recommendation=found)
    texts = {text.language: text for text in found.texts.all()}
    forms = {
        code: bound.get(f"text_{code}") or _text_form(texts.get(code), code) for code, _label in LANGUAGES
    }
    context = {
        "recommendation": found,
        "texts": [(code, label, texts.get(code), forms[code]) for code, label in LANGUAGES],
        "cases": cases,
        "inquiries": [
            s.inquiry for s in found.sources.filter(inquiry__isnull=False).select_related("inquiry")
        ],
        "chain": chain,
        "timeline": services.timeline(chain),
        "answers": found.answers.prefetch_related("documents"),
        "measures": found.measures.prefetch_related("progress__documents"),
        "progress": found.progress.filter(measure=None).prefetch_related("documents"),
        "reminders": found.reminders.select_related("measure"),
        "effect": effect_of(found),
        "report_years": found.sources.filter(report_year__isnull=False).values_list("report_year", flat=True),
        "measure_form": bound.get("measure") or MeasureForm(prefix="m"),
        "progress_form": bound.get("told") or ProgressForm(recommendation=found, prefix="p"),
        "settle_form": bound.get("settled") or SettleForm(prefix="v"),
        "settling": bound.get("settled_of", 0),
        "effect_form": bound.get("effect_form")
        or EffectForm(recommendation=found, prefix="e", initial=effect_start(found)),
        "changes": found.changes.select_related("by").prefetch_related("evidence"),
        "issued": was_issued(found.status),
        "may_write": user.may(Permission.RECOMMENDATIONS_WRITE),
        "may_issue": user.may(Permission.RECOMMENDATIONS_ISSUE) and not was_issued(found.status),
        "frame_form": bound.get("frame")
        or FrameForm(instance=found, office=found.office, bodies=bodies_of(found), prefix="f"),
        "issue_form": bound.get("issue") or IssueForm(prefix="i"),
        "answer_form": bound.get("answer") or AnswerForm(prefix="a"),
        "finds_form": bound.get("finds") or FindsForm(prefix="o"),
        "status_form": bound.get("changed") or StatusForm(recommendation=found, prefix="s"),
        "relation_form": bound.get("relation") or RelationForm(prefix="r"),
        "letter_codes": Letter.Code.choices,
    }
    return render(request, "recommendations/recommendation.html", context, status=status)


def bodies_of(found: Recommendation) -> QuerySet[Body]:
    """The services that its cases and inquiries are about, and the one that it is addressed to."""
    wanted = (
        Q(pk=found.body_id)
        | Q(grievances__case__recommendation_sources__recommendation=found)
        | Q(pk__in=found.sources.values("inquiry__bodies"))
    )
    return Body.objects.filter(wanted).distinct()


def _text_form(text: Any, code: str) -> TextForm:
    return TextForm(initial={"title": text.title, "text": text.text} if text else None, prefix=f"t{code}")


def stored(request: HttpRequest, values: dict[str, Any]) -> list[Document]:
    upload = values.pop("proof", None)
    return [store(upload, actor=staff(request))] if upload else []


def done(request: HttpRequest, found: Recommendation, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("recommendations:recommendation", found.pk)


def after(
    request: HttpRequest,
    found: Recommendation,
    form: Any,
    act: Callable[[dict[str, Any]], object],
    sentence: str,
    **bound: Any,
) -> HttpResponse:
    """Do the act with what the form says, and go back; or show the page with what was typed, the form in its place."""
    if submitted(form, act):
        return done(request, found, sentence)
    return page(request, found, 422, **bound)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def frame(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    form = FrameForm(
        request.POST, instance=fetch(request, pk), office=found.office, bodies=bodies_of(found), prefix="f"
    )

    def act(values: dict[str, Any]) -> None:
        services.update(found, actor=staff(request), version=values.pop("seen") or 0, **values)

    return after(request, found, form, act, _("Kept."), frame=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def text(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    found, form = fetch(request, pk), TextForm(request.POST, prefix=f"t{language}")
    if language in dict(LANGUAGES) and submitted(
        form, lambda values: services.write_text(found, actor=staff(request), language=language, **values)
    ):
        return done(request, found, _("The text is kept."))
    return page(request, found, 422, **{f"text_{language}": form})


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def send_for_comment(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    services.send_for_comment(found, actor=staff(request))
    return done(request, found, _("The draft is out for comment. Write the letter that goes with it."))


@require_POST
@needs(Permission.RECOMMENDATIONS_ISSUE)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(request, pk), IssueForm(request.POST, prefix="i")
    # Not by `after`: the sentence names the number, which the act gives.
    if submitted(form, lambda values: services.issue(found, actor=staff(request), **values)):
        return done(request, found, _("The recommendation is issued as %(code)s.") % {"code": found.code})
    return page(request, found, 422, issue=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(request, pk), AnswerForm(request.POST, request.FILES, prefix="a")

    def act(values: dict[str, Any]) -> None:
        services.record_answer(found, actor=staff(request), documents=stored(request, values), **values)

    return after(request, found, form, act, _("The answer is kept."), answer=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def finds(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(request, pk), FindsForm(request.POST, request.FILES, prefix="o")

    def act(values: dict[str, Any]) -> None:
        services.record_finding(found, actor=staff(request), evidence=stored(request, values), **values)

    return after(request, found, form, act, _("What we found is kept."), finds=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def status(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    form = StatusForm(request.POST, request.FILES, recommendation=found, prefix="s")

    def act(values: dict[str, Any]) -> None:
        services.change_status(found, actor=staff(request), evidence=stored(request, values), **values)

    return after(request, found, form, act, _("The status is changed."), changed=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def relate(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(request, pk), RelationForm(request.POST, prefix="r")

    def act(values: dict[str, Any]) -> None:
        other = _by_code(request, values.pop("code"))
        services.relate(found, actor=staff(request), other=other, **values)

    return after(request, found, form, act, _("The relation is kept."), relation=form)


def _by_code(request: HttpRequest, code: str) -> Recommendation | None:
    if not code.strip():
        return None
    year, _dash, number = code.strip().partition("-")
    if not (year.isdecimal() and number.isdecimal() and len(code) < 12):
        raise Refusal(_("Write the number like 2018-5."))
    found = visible(staff(request)).filter(year=int(year), sequence=int(number)).first()
    if found is None:
        raise Refusal(_("There is no recommendation with this number."))
    return found


@needs(Permission.RECOMMENDATIONS_WRITE)
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    code = request.GET.get("code", Letter.Code.R2)
    language = request.GET.get("language", get_language() or "nl")
    code = code if code in Letter.Code.values else Letter.Code.R2
    language = language if language in dict(LANGUAGES) else "nl"
    subject, words = services.letter_text(found, code, language)
    initial = {"code": code, "language": language, "subject": subject, "text": words}
    form = LetterForm(request.POST or None, initial=initial)
    if request.method == "POST" and submitted(
        form, lambda values: services.write_letter(found, actor=staff(request), **values)
    ):
        return done(request, found, _("The letter is kept as sent."))
    context = {"recommendation": found, "form": form}
    return render(request, "recommendations/letter.html", context, status=422 if form.is_bound else 200)


@needs(Permission.CASES_CASE_READ)
def proof(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """A file that belongs to an answer, a report of progress or a change of this recommendation."""
    found = fetch(request, pk)
    of_answers = Document.objects.filter(key=key, pk__in=found.answers.values("documents"))
    of_changes = Document.objects.filter(key=key, pk__in=found.changes.values("evidence"))
    of_progress = Document.objects.filter(key=key, pk__in=found.progress.values("documents"))
    document = get_object_or_404(of_answers | of_changes | of_progress)
    record(Act.READ, actor=staff(request), subject=document)
    return as_download(document)  # type: ignore[return-value]  # a file is an answer like any other
