from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.lib.submitting import submitted
from ombuds.publications import services
from ombuds.publications.access import fetch
from ombuds.publications.authoring.forms import CommentForm
from ombuds.publications.authoring.services import told
from ombuds.publications.forms import LANGUAGES, AttachmentForm, LinkForm, ReasonForm, RemarkForm
from ombuds.publications.models import Frozen, Publication
from ombuds.publications.permitting import Singled, StillNamed, WrongTongue
from ombuds.publications.rendering import render as render_markdown
from ombuds.publications.sharing import posts
from ombuds.publications.terms import FOUND, Act, State
from ombuds.publications.views.gate import spoken
from ombuds.publications.views.lists import named_cases

SEE = Permission.OFFICE_SETTINGS_READ  # every role has it; `access.fetch` decides


@needs(SEE)
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    record(Act.READ, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, found: Publication, code: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    visible = Case.objects.visible_to(user)
    links = found.case_links.all()
    context = {
        "publication": found,
        "shown": [
            (t.language, LANGUAGES.get(t.language, t.language), t, render_markdown(told(t, links=True)))
            for t in found.texts.all()
            if t.title or t.body
        ],
        "required": services.required_languages(found.office),
        **spoken(found, services.last_run(found)),
        "findings": [
            (f, FOUND.get(f.kind, f.kind)) for f in bound.get("findings", services.findings_of(found))
        ],
        "missing": services.missing_languages(found),
        "cases": visible.filter(pk__in=links.values("case_id")),
        "hidden_cases": links.count() - visible.filter(pk__in=links.values("case_id")).count(),
        "attachment_form": bound.get("attachment") or AttachmentForm(publication=found, prefix="a"),
        "remark_form": bound.get("remark") or RemarkForm(prefix="r"),
        "reason_form": bound.get("reason") or ReasonForm(prefix="w"),
        "link_form": bound.get("link") or LinkForm(prefix="l"),
        "comments": found.comments.select_related("by", "settled_by"),
        "comment_form": bound.get("comment") or CommentForm(prefix="c"),
        "hearings": found.hearings.select_related("body"),
        "trouble": bound.get("trouble", ""),
        "editable": found.state == State.DRAFT and user.may(Permission.PUBLICATIONS_TEXT_WRITE),
        "may_write": user.may(Permission.PUBLICATIONS_TEXT_WRITE),
        "may_review": user.may(Permission.PUBLICATIONS_TEXT_REVIEW) and found.writer_id != user.pk,
        "knows": services.knows_a_case(found, user),
        "may_approve": user.may(Permission.PUBLICATIONS_TEXT_APPROVE),
        "decisions": found.decisions.select_related("by"),
        "public_key": found.corrects.key if found.corrects else found.key,
    }
    return render(request, "publications/publication.html", context, status=code)


@require_safe
@needs(SEE)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Words for each network, from the texts as they were cleared. A person posts them; the program never does."""
    found = fetch(staff(request), pk)
    if found.state != State.PUBLISHED:
        raise Http404
    key = services.public_key(found)
    rows = Frozen.objects.filter(key=key, is_current=True, withdrawn_at=None)
    base = settings.PUBLIC_URL.rstrip("/") + reverse("publicsite:publication", args=[key])
    texts = [
        (
            LANGUAGES.get(r.language, r.language),
            r.language,
            posts(r.title, r.summary, f"{base}?lang={r.language}"),
        )
        for r in rows
    ]
    return render(request, "publications/share.html", {"publication": found, "texts": texts})


def _done(request: HttpRequest, found: Publication, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("publications:publication", found.pk)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    form = AttachmentForm(request.POST, request.FILES, publication=found, prefix="a")

    def act(values: dict[str, Any]) -> None:
        services.attach(found, values.pop("file"), actor=staff(request), **values)

    if submitted(form, act):
        return _done(request, found, _("The file is added. It is checked like the text."))
    return page(request, found, 422, attachment=form)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def remove(request: HttpRequest, pk: int, attachment_pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    services.remove_attachment(get_object_or_404(found.attachments, pk=attachment_pk), actor=staff(request))
    return _done(request, found, _("The file is taken out."))


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    found, user = fetch(staff(request), pk), staff(request)
    form = LinkForm(request.POST, prefix="l")

    def act(values: dict[str, Any]) -> None:
        with transaction.atomic():  # all of them or none
            for case in named_cases(user, values["reference"]):
                services.link_case(found, case, actor=user)

    if submitted(form, act):
        return _done(request, found, _("Linked: the check knows the people of the case now."))
    return page(request, found, 422, link=form)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    return _step(request, pk, services.send_to_review, _("Sent to privacy review."))


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _step(request, pk, services.give_back, _("The text is a draft again."))


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _step(request, pk, services.publish, _("Published."))


def _step(request: HttpRequest, pk: int, verb: Any, sentence: str) -> HttpResponse:
    """An act without words of its own; when the check stops it, the page lists what was found."""
    found = fetch(staff(request), pk)
    try:
        verb(found, actor=staff(request))
    except StillNamed as refusal:
        return page(request, found, 422, trouble=refusal.sentence, findings=refusal.findings)
    except (Singled, WrongTongue) as refusal:
        return page(request, found, 422, trouble=refusal.sentence)
    return _done(request, found, sentence)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_REVIEW)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, services.review, _("The privacy review is kept."))


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, services.approve, _("The decision is kept."))


def _decide(request: HttpRequest, pk: int, verb: Any, sentence: str) -> HttpResponse:
    found, form = fetch(staff(request), pk), RemarkForm(request.POST, prefix="r")
    passed = request.POST.get("decision") == "pass"
    if submitted(form, lambda values: verb(found, actor=staff(request), passed=passed, **values)):
        return _done(request, found, sentence)
    return page(request, found, 422, remark=form)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(staff(request), pk), ReasonForm(request.POST, prefix="w")
    made: list[Publication] = []
    if submitted(form, lambda values: made.append(services.correct(found, actor=staff(request), **values))):
        return _done(request, made[0], _("A new version is ready to be changed."))
    return page(request, found, 422, reason=form)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(staff(request), pk), ReasonForm(request.POST, prefix="w")
    if submitted(form, lambda values: services.withdraw(found, actor=staff(request), **values)):
        return _done(request, found, _("Withdrawn from the public site."))
    return page(request, found, 422, reason=form)
