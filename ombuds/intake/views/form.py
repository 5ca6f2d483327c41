"""The public form: one question a page, every answer kept at every click, forward and back."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from ombuds.authorities.models import Body, Contact
from ombuds.intake import steps
from ombuds.intake.forms.base import TypedForm
from ombuds.intake.models import Draft
from ombuds.intake.services import drafts
from ombuds.intake.suggesting import suggestion_of
from ombuds.intake.views import holding
from ombuds.office.services import current_office

View = Callable[..., HttpResponse]


def bounded(view: View) -> View:
    """A sentence for a sending that is too big to be read at all, like ten thousand files, instead of a bare refusal."""

    @csrf_exempt
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            request.POST  # noqa: B018  # reading it is what fails
        except (TooManyFilesSent, TooManyFieldsSent, RequestDataTooBig) as problem:
            messages.error(request, _too_big(problem))
            return redirect(request.path)
        return csrf_protect(view)(request, *args, **kwargs)

    return wrapped


def _too_big(problem: Exception) -> str:
    if isinstance(problem, TooManyFilesSent):
        return _(
            "You chose too many files at once: none of them could be read. At most %(limit)s files fit. Choose the "
            "most important ones, or bring the rest on paper."
        ) % {"limit": settings.UPLOAD_MAX_FILES}
    return _(
        "This was too much to receive at once, so this page was not saved. What you wrote on the other pages is still "
        "there. Make the text shorter, or add it as a file."
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What the form is, how long it takes, and the way back into a saved complaint."""
    draft = holding.held(request)
    if request.method != "POST":
        body = suggestion_of(request.GET.get("body", "")[:80])
        running = draft is not None and draft.submission_id is None
        return render(
            request,
            "intake/start.html",
            {"running": running, "body": body, "draft": draft},
        )
    if draft is not None and draft.submission_id is None and "afresh" not in request.POST:
        return redirect("intake:step", step=steps.first_open(draft.answers))
    if draft is not None and draft.submission_id is None:
        drafts.forget(draft)
    fresh, token = drafts.start(language=holding.language_of_page())
    body = suggestion_of(request.POST.get("body", "")[:80])
    if body:
        drafts.keep(
            fresh,
            service={"body_text": body.name},
            which={"body": body.code},
            candidates=[body.code],
        )
    response = redirect("intake:step", step="language")
    holding.hold(response, token)
    return response


@login_not_required
@never_cache
@bounded
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, step: str) -> HttpResponse:
    """One page of the form."""
    page = steps.BY_NAME.get(step)
    if page is None:
        raise Http404
    draft = holding.held(request)
    if draft is not None and draft.submission_id:
        return redirect("intake:receipt")
    if request.method == "POST":
        return _answered(request, page, draft)
    if draft is None:
        return redirect("intake:form")
    if not page.asked(draft.answers):
        return redirect("intake:step", step=steps.first_open(draft.answers))
    form = steps.build_form(page, draft.answers, current_office())
    if form is not None and page.name in draft.answers and "look" in request.GET:
        form = steps.build_form(page, draft.answers, current_office(), draft.answers[page.name])
    return _show(request, page, draft, form)


def _answered(request: HttpRequest, page: steps.Step, draft: Draft | None) -> HttpResponse:
    """Keep what was typed first, then look whether it is right."""
    token = ""
    if draft is None:  # the cookie is gone: what was typed is not
        draft, token = drafts.start(language=holding.language_of_page())
    office = current_office()
    form = (
        steps.build_form(page, draft.answers, office, request.POST, request.FILES)
        if page.asked(draft.answers)
        else None
    )
    if form is not None and not _left_open(request, page, draft, form):
        _keep(draft, page, form, office)
    sentences = _files(request, page, draft)
    response = _onward(request, page, draft, form, sentences)
    if token:
        holding.hold(response, token)
    return response


def _left_open(request: HttpRequest, page: steps.Step, draft: Draft, form: TypedForm) -> bool:
    """Stopped before anything was written on this page: the question comes back when the person does."""
    return (
        request.POST.get("go") == "save" and page.name not in draft.answers and not any(form.typed().values())
    )


def _keep(draft: Draft, page: steps.Step, form: TypedForm, office: Any) -> None:
    typed = form.typed()
    more: dict[str, Any] = {}
    if page.name == "service" and typed != draft.answers.get("service"):
        found = steps.find_candidates({"service": typed}, office, holding.language_of_page())
        more = {"candidates": found, "which": {}}
    drafts.keep(draft, **{page.name: typed}, **more)


def _files(request: HttpRequest, page: steps.Step, draft: Draft) -> list[str]:
    if page.files is None:
        return []
    removed = request.POST.get("remove", "")
    if removed:
        name = drafts.remove_file(draft, removed)
        if name:
            messages.success(request, _("“%(name)s” was taken out.") % {"name": name})
    _kept, sentences = drafts.add_files(draft, request.FILES.getlist("files"), purpose=page.files)
    return sentences


def _onward(
    request: HttpRequest,
    page: steps.Step,
    draft: Draft,
    form: TypedForm | None,
    sentences: list[str],
) -> HttpResponse:
    go = request.POST.get("go", "next")
    language = request.POST.get("page_language", "")
    if check_for_language(language):
        return _in_language(request, page, language)
    if go == "save":
        return redirect("intake:save")
    if go == "back" and not sentences:
        earlier = steps.before(page.name, draft.answers)
        return redirect("intake:step", step=earlier) if earlier else redirect("intake:form")
    if request.POST.get("remove") or (go == "upload" and not sentences):
        return redirect("intake:step", step=page.name)
    if sentences or (form is not None and not form.is_valid()):
        return _show(request, page, draft, form, sentences)
    if go == "check" and page.name != "service":
        return redirect("intake:check")
    following = steps.next_of(page, draft.answers)
    if following == steps.CHECK:
        return redirect("intake:check")
    return redirect("intake:step", step=following)


def _in_language(request: HttpRequest, page: steps.Step, language: str) -> HttpResponse:
    """The same page in another language; what was typed is kept already."""
    change = "?change=1" if request.POST.get("change") else ""
    response = redirect(reverse("intake:step", args=[page.name]) + change)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response


def _show(
    request: HttpRequest,
    page: steps.Step,
    draft: Draft,
    form: TypedForm | None,
    sentences: list[str] | None = None,
) -> HttpResponse:
    path = steps.path_of(draft.answers)
    names = [step.name for step in path]
    context = {
        "step": page,
        "form": form,
        "draft": draft,
        "number": names.index(page.name) + 1 if page.name in names else 1,
        "total": len(path),
        "files": draft.files.filter(purpose=page.files) if page.files else [],
        "sentences": sentences or [],
        "most_files": settings.UPLOAD_MAX_FILES,
        "most_megabytes": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
        "changing": request.GET.get("change") or request.POST.get("change"),
        **_extra(page, draft),
    }
    return render(request, [f"intake/steps/{page.name}.html", "intake/step.html"], context)


def _extra(page: steps.Step, draft: Draft) -> dict[str, Any]:
    if page.name != "door":
        return {}
    chosen = suggestion_of(steps.given(draft.answers, "which", "body"))
    helper: Body | None = chosen.helper if chosen else None
    contacts = (
        Contact.objects.filter(body=helper, purpose=Contact.Purpose.GENERAL)
        if helper
        else Contact.objects.none()
    )
    return {"chosen": chosen, "helper": helper, "contacts": contacts}
