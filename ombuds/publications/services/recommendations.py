"""The public copy of a recommendation: labels, dates and checked texts. Free text of answers stays inside."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.deidentification.files import html_parts
from ombuds.deidentification.gate import Clearance, DeidentifiedText
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications.models import PublicRecommendation
from ombuds.publications.permitting import insist, insist_publishable
from ombuds.publications.rendering import render
from ombuds.publications.services.clearing import clear
from ombuds.publications.services.deciding import LanguageMissing
from ombuds.publications.services.parts import Part
from ombuds.publications.terms import Act
from ombuds.publications.writing import required_languages
from ombuds.recommendations.effect import Estimate
from ombuds.recommendations.effect_words import public_effect
from ombuds.recommendations.models import Effect, Recommendation
from ombuds.recommendations.services import chain_of
from ombuds.recommendations.workflow import was_issued

PUBLIC_RELATIONS = ("discussed_in", "led_to")


@dataclass(frozen=True)
class ClearedRecommendation:
    """All of it that people wrote, through the gate; `values`: of the timeline, in its order."""

    titles: Mapping[str, DeidentifiedText]
    htmls: Mapping[str, DeidentifiedText]
    addressees: Mapping[str, DeidentifiedText]
    values: Sequence[DeidentifiedText]


def release_recommendation(
    recommendation: Recommendation, *, actor: User, in_spite: str = ""
) -> PublicRecommendation:
    """Copy it for the public, through the same gate; again when it moved on. `in_spite`: a reason to override it."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    if not was_issued(recommendation.status):
        raise Refusal(_("This recommendation is not issued yet."))
    if not recommendation.is_public:
        raise Refusal(_("This recommendation is marked as not public."))
    cases = list(Case.objects.filter(recommendation_sources__recommendation=recommendation))
    for case in cases:
        insist_publishable(case)
    content = _content(recommendation)
    missing = [code for code in required_languages(recommendation.office) if code not in content["titles"]]
    if missing:
        raise LanguageMissing(languages=", ".join(code.upper() for code in missing))
    clearance = clear(
        _parts(content, in_register=recommendation.body is not None),
        office=recommendation.office,
        actor=actor,
        about=f"recommendation:{recommendation.key}",
        cases=cases,
        in_spite=in_spite,
    )
    with transaction.atomic():
        released, _created = PublicRecommendation.objects.update_or_create(
            key=recommendation.key,
            defaults={
                **_sealed(content, clearance),
                "fingerprint": _fingerprint(content),
                "released_at": now(),
                "is_current": True,
            },
        )
        record(
            Act.RELEASE_RECOMMENDATION,
            actor=actor,
            subject=recommendation,
            data={"code": recommendation.code},
        )
    return released


def withdraw_recommendation(recommendation: Recommendation, *, actor: User) -> None:
    """Take it off the public list."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    with transaction.atomic():
        PublicRecommendation.objects.filter(key=recommendation.key).update(is_current=False)
        record(Act.WITHDRAW_RECOMMENDATION, actor=actor, subject=recommendation)


def changed_recommendations(office: Office) -> list[tuple[Recommendation, PublicRecommendation | None]]:
    """Issued and public ones that were never released, or have moved on since."""
    rows = Recommendation.objects.filter(office=office, is_public=True, sequence__isnull=False)
    released = {
        row.key: row for row in PublicRecommendation.objects.filter(office_code=office.code, is_current=True)
    }
    found = []
    for row in rows.select_related("body", "office").prefetch_related(
        "texts", "changes", "relations__other", "answers", "measures", "progress"
    ):
        copy = released.get(row.key)
        if copy is None or copy.fingerprint != _fingerprint(_content(row)):
            found.append((row, copy))
    return found


def _content(one: Recommendation) -> dict[str, Any]:
    kind = one.office.terms.filter(vocabulary="recommendation_kind", code=one.kind).first()
    texts = list(one.texts.all())
    answers = [answer.answered_on for answer in one.answers.all()]
    same = dict.fromkeys(("nl", "fr", "en"), one.addressee_name)
    return {
        "office_code": one.office.code,
        "code": one.code,
        "year": one.year,
        "sequence": one.sequence,
        "kinds": kind.labels if kind else {},
        "addressee": one.addressee,
        "addressees": one.body.names if one.body else same,
        "theme": one.theme,
        "titles": {text.language: text.title for text in texts},
        "htmls": {text.language: render(text.text) for text in texts},
        "status": one.status,
        "service_says": one.service_says,
        "ombudsman_finds": one.ombudsman_finds,
        "issued_on": one.issued_on,
        "answer_due_on": one.answer_due_on,
        "answered_on": min(answers) if answers else None,
        "timeline": _timeline(one),
    }


def _timeline(one: Recommendation) -> list[dict[str, str]]:
    """Dates and words of the vocabulary; of free text only where a debate or a new rule is named."""
    rows = []
    for link in (r for r in chain_of(one) if r.is_public and was_issued(r.status)):
        if link.issued_on:
            rows.append({"on": link.issued_on.isoformat(), "code": link.code, "what": "issued", "value": ""})
        rows += [
            {"on": c.on.isoformat(), "code": link.code, "what": c.what, "value": c.after}
            for c in link.changes.all()
            if c.after not in ("draft", "sent_for_comment", "issued")
        ]
        rows += [
            {"on": (r.on or link.issued_on or one.created_at.date()).isoformat(), "code": link.code, "what": r.kind,
             "value": r.where if r.kind in PUBLIC_RELATIONS else r.other.code if r.other else ""}
            for r in link.relations.all()
            if r.where or r.other
        ]  # fmt: skip
        rows += _plan(link)
    rows += _effect(one)
    return sorted(rows, key=lambda row: (row["on"], row["code"], row["what"]))


def _plan(link: Recommendation) -> list[dict[str, str]]:
    """When something was promised and when the addressee said that it is done; never in whose words."""
    made = [
        {"on": m.promised_on.isoformat(), "code": link.code, "what": "promised", "value": ""}
        for m in link.measures.all()
    ]
    told = [p.on.isoformat() for p in link.progress.all() if p.is_done]
    return made + [{"on": day, "code": link.code, "what": "reported_done", "value": ""} for day in told]


def _effect(one: Recommendation) -> list[dict[str, str]]:
    """Whether the complaints stopped, in shares: counts of one service and theme could be set against the tables."""
    effect = Effect.objects.filter(recommendation=one).first()
    if effect is None:
        return []
    value = public_effect(Estimate.of(effect.found))
    return [{"on": effect.changed_on.isoformat(), "code": one.code, "what": "effect", "value": value}]


def _parts(content: dict[str, Any], *, in_register: bool = False) -> list[Part]:
    parts = [Part(f"{code}/title", title, code) for code, title in content["titles"].items()]
    for code, html in content["htmls"].items():
        parts += [Part(f"{code}/page", words, code) for where, words in html_parts(html) if where == "text"]
        parts.append(Part(f"{code}/html", html, code, echo=True))
    parts += [
        Part(f"addressee/{code}", name, code, echo=True, official=in_register)
        for code, name in content["addressees"].items()
    ]
    return [*parts, *(Part("timeline", row["value"], echo=True) for row in content["timeline"])]


def _sealed(content: dict[str, Any], clearance: Clearance) -> dict[str, Any]:
    def of(name: str) -> dict[str, DeidentifiedText]:
        return {code: clearance.of(text) for code, text in content[name].items()}

    cleared = ClearedRecommendation(
        titles=of("titles"),
        htmls=of("htmls"),
        addressees=of("addressees"),
        values=[clearance.of(row["value"]) for row in content["timeline"]],
    )
    timeline = [
        {**row, "value": value} for row, value in zip(content["timeline"], cleared.values, strict=True)
    ]
    return {
        **content,
        "titles": cleared.titles,
        "htmls": cleared.htmls,
        "addressees": cleared.addressees,
        "timeline": timeline,
    }


def _fingerprint(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()
