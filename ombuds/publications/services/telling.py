"""What a file says, told in one language: facts of its columns in that language's words, and passages that people wrote.

A passage in another language becomes a quotation that says what is still to be translated; the check refuses it.
"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from ombuds.cases.models import Case
from ombuds.cases.terms import Assessment, Result
from ombuds.investigations.services import current_findings
from ombuds.investigations.terms import Verdict
from ombuds.lib.i18n import pick
from ombuds.publications.tongues import to_translate, tongue

Replace = Callable[[str, str], str]  # (passage, its language) → the same, naming nobody


def title(cases: list[Case], language: str) -> str:
    with override(language):
        return _("A complaint about %(body)s") % {"body": services(cases, language)}


def summary(language: str) -> str:
    with override(language):
        return _("What happened, what we found and what came of it.")


def told(case: Case, language: str, replace: Replace) -> str:
    """Markdown under three headings."""

    def passage(text: str) -> str:
        spoken = tongue(text) or (case.language if case.language in ("nl", "fr", "en", "de") else language)
        clean = replace(text, spoken)
        return clean if spoken == language else to_translate(clean, spoken, language)

    with override(language):
        parts = [
            "## " + _("What happened"),
            _("Someone came to us about %(body)s.") % {"body": services([case], language)}
            + _about(case, language),
            *(passage(text) for text in _words(case)),
            "## " + _("What we found"),
            *(_found(case, language, passage)),
            "## " + _("What came of it"),
            *(_came(case, passage)),
        ]
    return "\n\n".join(part for part in parts if part)


def services(cases: list[Case], language: str) -> str:
    """The services complained about, which stay named."""
    named = [
        pick(g.body.names, language)
        for case in cases
        for g in case.grievances.select_related("body")
        if g.body
    ]
    return ", ".join(dict.fromkeys(named)) or _("a public service")


def _about(case: Case, language: str) -> str:
    theme = case.office.terms.filter(vocabulary="theme", code=case.theme).first() if case.theme else None
    return " " + _("It was about: %(theme)s.") % {"theme": pick(theme.labels, language)} if theme else ""


def _words(case: Case) -> list[str]:
    """The person's own words; without those, what the handler noted of it."""
    words = [s.text for s in case.submissions.order_by("received_at") if s.text.strip()]
    return words[:1] or [g.summary for g in case.grievances.all() if g.summary.strip()]


def _found(case: Case, language: str, passage: Callable[[str], str]) -> Iterator[str]:
    findings = list(current_findings(case))
    if not findings:
        yield _("We did not have to assess this.")
    for finding in findings:
        norm = {"norm": pick(finding.norm.labels, language)}
        if finding.verdict == Verdict.RESPECTED:
            yield _("The norm “%(norm)s” was respected.") % norm
        elif finding.verdict == Verdict.BREACHED:
            yield _("The norm “%(norm)s” was not respected.") % norm
        else:
            yield _("We could not say whether the norm “%(norm)s” was respected.") % norm
        yield passage(finding.reasoning)


def _came(case: Case, passage: Callable[[str], str]) -> Iterator[str]:
    outcome = case.outcomes.filter(state="set").first()
    if case.assessment:
        yield {
            Assessment.FOUNDED: _("The complaint was founded."),
            Assessment.PARTLY: _("The complaint was founded in part."),
            Assessment.UNFOUNDED: _("The complaint was unfounded."),
        }.get(Assessment(case.assessment), _("We gave no opinion."))
    if case.result:
        yield {
            Result.RECONCILED: _("Both sides came to an agreement."),
            Result.SOLVED: _("The problem is solved."),
            Result.PARTLY: _("The problem is solved in part."),
            Result.UNSOLVED: _("The problem is not solved."),
        }.get(Result(case.result), _("There was nothing to put right."))
    if outcome and outcome.reasoning.strip():
        yield passage(outcome.reasoning)
    for remedy in case.remedies.all():
        yield passage(remedy.asked)
