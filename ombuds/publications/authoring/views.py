"""The page made for writing, and what hangs on it: sketches, versions, comments, services, facts of a case."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.publications import services
from ombuds.publications.access import fetch
from ombuds.publications.authoring import services as authoring
from ombuds.publications.authoring.comparing import compare
from ombuds.publications.authoring.forms import CommentForm, PullForm
from ombuds.publications.forms import LANGUAGES, TextForm
from ombuds.publications.models import Publication, Sketch
from ombuds.publications.terms import State
from ombuds.publications.views.lists import named_cases
from ombuds.publications.writing import BothChanged

WRITE = Permission.PUBLICATIONS_TEXT_WRITE
SEE = Permission.OFFICE_SETTINGS_READ  # every role has it; `access.fetch` decides
FIELDS = {"title": gettext_lazy("title"), "summary": gettext_lazy("summary"), "body": gettext_lazy("text")}


def languages_of(found: Publication) -> list[str]:
    """Required ones first."""
    offered = [*services.required_languages(found.office), *services.optional_languages(found.office)]
    return list(dict.fromkeys([*offered, *(text.language for text in found.texts.all())]))


def text_forms(found: Publication, data: Any = None, sketch: Sketch | None = None) -> dict[str, TextForm]:
    texts = {text.language: text for text in found.texts.all()}
    typed = sketch.texts if sketch else {}
    return {
        code: TextForm(data, instance=texts.get(code), prefix=code, initial=typed.get(code))
        for code in languages_of(found)
    }


@require_safe
@needs(WRITE)
def writing(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    if found.state != State.DRAFT:
        return redirect("publications:publication", pk)
    sketch = found.sketches.filter(user=staff(request)).first()
    return writing_page(request, found, text_forms(found, sketch=sketch), sketch=sketch)


def writing_page(
    request: HttpRequest, found: Publication, forms: dict[str, TextForm], code: int = 200, **more: Any
) -> HttpResponse:
    user, required = staff(request), services.required_languages(found.office)
    sketch: Sketch | None = more.get("sketch")
    clashes = more.get("clashes", [])
    if code == 200 and sketch and sketch.version != found.version:
        clashes = clashes_of(found, sketch)
    context = {
        "publication": found,
        "texts": [
            (lang, LANGUAGES.get(lang, lang), form, lang in required, lang in required or _begun(form))
            for lang, form in forms.items()
        ],
        "version": more.get("version", sketch.version if sketch else found.version),
        "sketch": sketch,
        "clashes": [_told(clash) for clash in clashes],
        "comments": found.comments.filter(settled_at=None).select_related("by"),
        "comment_form": more.get("comment") or CommentForm(prefix="c"),
        "others": found.sketches.exclude(user=user).select_related("user"),
        "typed": authoring.typed_figures(found),
        "figures": _offered(found, forms),
        "pull_form": more.get("pull") or PullForm(prefix="p"),
        "hearings": found.hearings.exclude(answer="").select_related("body"),
    }
    return render(request, "publications/writing.html", context, status=code)


def _begun(form: TextForm) -> bool:
    return bool(form.errors) or any(form[name].value() for name in FIELDS)


def _offered(found: Publication, forms: dict[str, TextForm]) -> list[Any]:
    """Released figures to choose from, of the newest year first, in the first language of the page."""
    first = next(iter(forms), "nl")
    figures = authoring.figures_of(found.office, first).values()
    return sorted(figures, key=lambda one: one.reference.rsplit("/", 1)[-1], reverse=True)[:400]


def _told(clash: Any) -> dict[str, Any]:
    label = f"{LANGUAGES.get(clash.language, clash.language)}: {FIELDS.get(clash.field, clash.field)}"
    return {"label": label, "clash": clash, "parts": compare(clash.theirs, clash.mine)}


def clashes_of(found: Publication, sketch: Sketch) -> list[Any]:
    """Where what was typed and never kept meets what someone else kept since."""
    from ombuds.publications.authoring.merging import merge

    base, theirs = authoring.texts_at(found, sketch.version), authoring.texts_now(found)
    return merge(base, theirs, sketch.texts)[1]


@require_POST
@needs(WRITE)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """All languages at once; what was typed comes back whole when anything is wrong."""
    found = fetch(staff(request), pk)
    forms = text_forms(found, request.POST)
    seen = request.POST.get("version", "")
    version = int(seen) if seen.isdecimal() and len(seen) < 9 else 0
    right = [form.is_valid() for form in forms.values()]  # all of them, so that each shows its own mistakes
    kept = fetch(staff(request), pk)  # the forms wrote into `found`
    if not all(right):
        return writing_page(request, kept, forms, 422, version=version)
    texts = {code: dict(form.cleaned_data) for code, form in forms.items()}
    try:
        services.write(kept, actor=staff(request), version=version, texts=texts)
    except BothChanged as refusal:
        next(iter(forms.values())).add_error(None, refusal.sentence)
        # Who has seen both and saves again, decides: the page now stands on what the other kept.
        again = fetch(staff(request), pk)
        return writing_page(request, again, forms, 422, version=again.version, clashes=refusal.clashes)
    except Refusal as refusal:
        next(iter(forms.values())).add_error(None, refusal.sentence)
        return writing_page(request, fetch(staff(request), pk), forms, 422, version=version)
    messages.success(request, _("Kept."))
    onward = "writing" if "on" in request.POST else "publication"
    return redirect(f"publications:{onward}", found.pk)


@require_POST
@needs(WRITE)
def sketch(request: HttpRequest, pk: int) -> HttpResponse:
    """What is on the page now, sent while someone writes. Answers with the hour, in words."""
    found = fetch(staff(request), pk)
    if found.state != State.DRAFT:
        return JsonResponse({"said": _("This text is not a draft any more.")}, status=409)
    seen = request.POST.get("version", "")
    texts = {
        code: {name: request.POST[f"{code}-{name}"] for name in FIELDS if f"{code}-{name}" in request.POST}
        for code in languages_of(found)
    }
    try:
        kept = authoring.keep_sketch(
            found,
            actor=staff(request),
            version=int(seen) if seen.isdecimal() and len(seen) < 9 else found.version,
            texts=texts,
        )
    except Refusal as refusal:
        return JsonResponse({"said": str(refusal.sentence)}, status=422)
    hour = date_format(kept.at.astimezone(), "H:i")
    return JsonResponse({"said": _("Set aside at %(hour)s.") % {"hour": hour}})


@require_POST
@needs(WRITE)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    authoring.drop_sketch(found, actor=staff(request))
    messages.success(request, _("What was not kept is thrown away."))
    return redirect("publications:writing", pk)


@require_safe
@needs(SEE)
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """All kept versions, and two of them compared word by word."""
    found = fetch(staff(request), pk)
    rows = found.text_versions.select_related("by").order_by("-number", "language")
    numbers = sorted({row.number for row in rows}, reverse=True)
    old, new = _chosen(request, numbers)
    before, after = authoring.texts_at(found, old), authoring.texts_at(found, new)
    compared = [
        {
            "language": code,
            "label": f"{LANGUAGES.get(code, code)}: {FIELDS[name]}",
            "parts": compare(before.get(code, {}).get(name, ""), after[code][name]),
        }
        for code in after
        for name in FIELDS
        if before.get(code, {}).get(name, "") != after[code][name]
    ]
    listed = {number: [row for row in rows if row.number == number] for number in numbers}
    context = {"publication": found, "listed": listed, "old": old, "new": new, "compared": compared}
    return render(request, "publications/versions.html", context)


def _chosen(request: HttpRequest, numbers: list[int]) -> tuple[int, int]:
    def number(name: str, otherwise: int) -> int:
        typed = request.GET.get(name, "")
        return int(typed) if typed.isdecimal() and len(typed) < 9 and int(typed) in numbers else otherwise

    newest = numbers[0] if numbers else 0
    new = number("new", newest)
    earlier = [n for n in numbers if n < new]
    return number("old", earlier[0] if earlier else new), new


@require_POST
@needs(SEE)
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(staff(request), pk), CommentForm(request.POST, prefix="c")
    if submitted(form, lambda values: authoring.comment(found, actor=staff(request), **values)):
        messages.success(request, _("The comment is kept."))
        return redirect(_back(request, found), pk)
    return _again(request, found, comment=form)


@require_POST
@needs(WRITE)
def settle(request: HttpRequest, pk: int, comment_pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    authoring.settle(get_object_or_404(found.comments, pk=comment_pk), actor=staff(request))
    return redirect(_back(request, found), pk)


@require_POST
@needs(WRITE)
def pull(request: HttpRequest, pk: int) -> HttpResponse:
    """The facts of a case, naming nobody, at the end of each required language."""
    found, form, user = fetch(staff(request), pk), PullForm(request.POST, prefix="p"), staff(request)

    def act(values: dict[str, Any]) -> None:
        for case in named_cases(user, values["reference"]):
            services.pull_facts(found, case, actor=user)

    if submitted(form, act):
        messages.success(request, _("The facts stand at the end of the text, with nobody's name."))
        return redirect("publications:writing", pk)
    return _again(request, found, pull=form)


def _back(request: HttpRequest, found: Publication) -> str:
    writes = staff(request).may(WRITE) and found.state == State.DRAFT
    return "publications:writing" if writes else "publications:publication"


def _again(request: HttpRequest, found: Publication, **bound: Any) -> HttpResponse:
    from ombuds.publications.views.details import page

    if found.state == State.DRAFT and staff(request).may(WRITE):
        return writing_page(request, found, text_forms(found), 422, **bound)
    if "pull" in bound:
        raise Http404
    return page(request, found, 422, **bound)
