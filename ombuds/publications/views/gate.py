"""The page of the gate: what the intruder found, what would help, and the writer's answers to it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.cases.terms import Act as CaseAct
from ombuds.deidentification import intruder
from ombuds.lib.errors import Refusal
from ombuds.lib.numbers import written
from ombuds.lib.submitting import submitted
from ombuds.publications import casebase, services
from ombuds.publications.access import fetch
from ombuds.publications.forms import OverrideForm
from ombuds.publications.models import GateRun, Publication
from ombuds.publications.services import advising, changing
from ombuds.publications.services.parts import parts_of
from ombuds.publications.terms import ATTACKERS, HELPS, Act, State

SEE = Permission.OFFICE_SETTINGS_READ  # every role has it; `access.fetch` decides
# A check that takes less is run while the writer waits for the page: simpler, and quicker than any way around it.
# A longer one (more than some 50,000 cases) first shows a page that says so, which then asks for the result.
INSIDE = 5.0
CASES_A_SECOND = 10_000
NOTIONAL = intruder.DEFAULT.notional


@require_safe
@needs(SEE)
def gate(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    record(Act.READ, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, found: Publication, code: int = 200, **bound: Any) -> HttpResponse:
    user, run = staff(request), services.last_run(found)
    listed = advising.advice(found, run) if run else []
    parts: dict[str, list[advising.Advice]] = {}
    for one in listed:
        parts.setdefault(one.part, []).append(one)
    context = {
        "publication": found,
        **spoken(found, run),
        "parts": parts.items(),
        "reasons": advising.reasons(run) if run and not run.passed else [],
        "sentences": len(listed),
        "kinds": _kinds(listed),
        "until": any(offer.can_accept for one in listed for offer in one.offers),
        "attackers": _attackers(run),
        "notional": _figure(NOTIONAL) if run and run.base_size < NOTIONAL else "",
        "facts": _facts(found, run),
        "together": advising.together(found, run) if run else [],
        "like": [case.reference for case in advising.like_cases(found, run, user)] if run else [],
        "together_from": intruder.DEFAULT.shared_by,
        "override_form": bound.get("override") or OverrideForm(prefix="o"),
        "trouble": bound.get("trouble", ""),
        "typed": bound.get("typed", ""),
        "editable": found.state == State.DRAFT and user.may(Permission.PUBLICATIONS_TEXT_WRITE),
        "may_read_cases": user.may(Permission.PUBLICATIONS_TEXT_WRITE) and user.may(Permission.CASES_CASE_READ),
        "may_override": user.may(Permission.PUBLICATIONS_TEXT_APPROVE)
        and found.state not in (State.PUBLISHED, State.WITHDRAWN),
        "is_draft": found.state == State.DRAFT,
    }  # fmt: skip
    return render(request, "publications/gate.html", context, status=code)


def _kinds(listed: list[advising.Advice]) -> list[tuple[str, str, int]]:
    """Kinds of proposals that can be accepted together: (code, words, how many)."""
    counts: dict[str, int] = {}
    for one in listed:
        for offer in one.offers:
            if offer.can_accept:
                counts[offer.kind] = counts.get(offer.kind, 0) + 1
    return [(kind, str(HELPS.get(kind, kind)), n) for kind, n in counts.items() if n > 1]


def _attackers(run: GateRun | None) -> list[dict[str, Any]]:
    rows = (run.verdict.get("facts", {}).get("attackers", {}) if run else {}).items()
    words = {code: ATTACKERS.get(code, (code, "")) for code, _row in rows}
    return [
        {
            "name": words[code][0],
            "knows": words[code][1],
            **row,
            "chance": _percent(row["probability"]),
            "most": _percent(row["allowed"]),
        }
        for code, row in rows
    ]


def spoken(found: Publication, run: GateRun | None) -> dict[str, Any]:
    """What the one plain sentence at the top needs; on the page of the publication too."""
    findings = services.findings_of(found) if run and not run.passed else []
    linked = [casebase.id_of(link.case) for link in found.case_links.select_related("case")] if run else []
    return {
        "run": run,
        "series": len(linked) if len(linked) >= intruder.DEFAULT.shared_by else 0,
        "named": len(findings),
        "override": services.override_of(found),
        "rank": _figure(run.rank) if run else "",
        "size": _figure(run.base_size) if run else "",
        "chance": _percent(run.probability) if run else "",
        "truth": linked,
    }


def _percent(share: float) -> str:
    decimals = 0 if share >= 0.1 else 1 if share >= 0.001 else 3
    return f"{written(100 * share, get_language() or 'en', decimals=decimals)} %"


def _figure(value: int) -> str:
    return written(value, get_language() or "en")


def _facts(found: Publication, run: GateRun | None) -> list[dict[str, Any]]:
    """The facts that single out, with the number of cases that fit before and after."""
    texts = {part.where: part.text for part in parts_of(found).all}
    return [
        {**row, "said": texts.get(row["where"], "")[row["start"] : row["end"]], "name": advising.fact_name(row["kind"])}
        for row in (run.advice.get("singling", []) if run else [])
        if max(row["k_if_dropped"], row["k_if_coarsened"]) > row["k"]  # else changing it alone helps nothing
    ]  # fmt: skip


@require_POST
@needs(SEE)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    return _check(request, fetch(staff(request), pk))


def _check(request: HttpRequest, found: Publication) -> HttpResponse:
    """Check now; with a very large base by way of a page that says so."""
    if _takes(found) > INSIDE:
        return render(
            request, "publications/checking.html", {"publication": found, "size": _figure(_size(found))}
        )
    return _run(request, found)


@require_safe
@needs(SEE)
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """What the waiting page asks for: the check itself, unless it has been done meanwhile."""
    found = fetch(staff(request), pk)
    return redirect("publications:gate", found.pk) if services.last_run(found) else _run(request, found)


def _run(request: HttpRequest, found: Publication) -> HttpResponse:
    done = services.attack(found, actor=staff(request)).run
    messages.success(request, _("Checked against %(n)s cases.") % {"n": _figure(done.base_size)})
    return redirect("publications:gate", found.pk)


def _takes(found: Publication) -> float:
    """How long a check will take, in seconds, by the last one on this office's cases."""
    size = _size(found)
    last = GateRun.objects.filter(publication__office=found.office, seconds__gt=0).last()
    return last.seconds * size / max(1, last.base_size) if last else size / CASES_A_SECOND


def _size(found: Publication) -> int:
    return Case.objects.filter(office=found.office).count()


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a proposal, accept all of a kind, or write a sentence anew; then the gate runs again."""
    found, user, data = fetch(staff(request), pk), staff(request), request.POST
    seen = _number(data.get("run"))
    try:
        if "until" in data:
            kept = changing.accept_until_it_passes(found, actor=user, run=seen)
            messages.info(
                request,
                _("%(share)s of the sentences still say what they said. Read every one of them.")
                % {"share": _percent(kept)},
            )
        elif "all" in data:
            changing.accept_all(found, actor=user, run=seen, kind=data["all"])
        elif "accept" in data:
            changing.accept(found, actor=user, run=seen, number=_number(data["accept"]))
        else:
            number, words = _number(data.get("sentence")), data.get("words", "")
            changing.rewrite(found, actor=user, run=seen, number=number, text=words)
    except Refusal as refusal:
        fresh = fetch(user, pk)
        return page(request, fresh, 422, trouble=refusal.sentence, typed=data.get("words", ""))
    return _check(request, fetch(user, pk))


def _number(typed: str | None) -> int:
    return int(typed) if typed and typed.isascii() and typed.isdecimal() and len(typed) < 10 else -1


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def override(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(staff(request), pk), OverrideForm(request.POST, prefix="o")
    if submitted(form, lambda values: services.override(found, actor=staff(request), **values)):
        messages.success(request, _("Your decision is kept. It counts for this very text only."))
        return redirect("publications:gate", found.pk)
    return page(request, found, 422, override=form)


@require_safe
@needs(SEE)
def verdict(request: HttpRequest, pk: int) -> JsonResponse:
    """What the gate said, for an outsider to compute again: no personal data is in it."""
    found = fetch(staff(request), pk)
    last = services.last_run(found)
    if last is None:
        raise Http404
    options = {"indent": 1, "ensure_ascii": False}
    response = JsonResponse(last.verdict, json_dumps_params=options)
    response["Content-Disposition"] = f'attachment; filename="verdict-{found.pk}-{last.pk}.json"'
    return response


@require_safe
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def match(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The sentence of the file beside ours: only for who may read that case, and reading it is recorded."""
    found, user = fetch(staff(request), pk), staff(request)
    if not user.may(Permission.CASES_CASE_READ):
        raise PermissionDenied
    last = services.last_run(found)
    shown = advising.matched_sentence(found, last, number, user) if last else None
    if shown is not None:
        record(CaseAct.READ, actor=user, subject=shown[0], case=shown[0])
    context = {"publication": found, "shown": shown}
    return render(request, "publications/match.html", context)
