"""Rows become submissions and cases, in batches: thousands in seconds, each of them audited and searchable."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from ombuds.accounts.models import User
from ombuds.audit.services import Record, record_many
from ombuds.authorities.models import Alias, Body
from ombuds.cases.models import Case, Grievance, Party, ReferenceCounter, SearchText, Transition
from ombuds.cases.services.content import match_key
from ombuds.cases.services.retention import end_date, rule_for
from ombuds.cases.terms import (
    Act,
    Assessment,
    Channel,
    Kind,
    Language,
    PartyRole,
    Remedied,
    Result,
    WithoutOpinion,
)
from ombuds.cases.workflow import ENDED, CaseAct, State
from ombuds.intake.importing.mapping import CODES, PERSON, Mapping, Reasons, convert
from ombuds.intake.importing.reading import REFUSED_COLUMNS, Row
from ombuds.intake.models import ImportRun, Submission
from ombuds.lib.text import clean, fold, stems
from ombuds.lib.today import now, today
from ombuds.office.models import Office

ENDING_ACTS = {
    State.CLOSED: CaseAct.CLOSE,
    State.REFUSED: CaseAct.REFUSE,
    State.REDIRECTED: CaseAct.REDIRECT,
    State.TRANSFERRED: CaseAct.TRANSFER,
    State.WITHDRAWN: CaseAct.WITHDRAW,
}
WORKING_ACTS = {
    State.TRIAGE: CaseAct.START_TRIAGE,
    State.OPEN: CaseAct.OPEN,
    State.ANALYSIS: CaseAct.ANALYSE,
    State.FIRST_LINE: CaseAct.SEND_TO_FIRST_LINE,
}
ALLOWED: dict[str, set[str]] = {
    "kind": set(Kind.values),
    "channel": set(Channel.values),
    "language": set(Language.values),
    "state": {State.REGISTERED, *ENDING_ACTS, *WORKING_ACTS},
    "assessment": {"", *Assessment.values},
    "without_opinion": {"", *WithoutOpinion.values},
    "result": {"", *Result.values},
    "remedied": {"", *Remedied.values},
}


@dataclass(frozen=True)
class Taken:
    """A row that is ready to become a case."""

    row: Row
    found: dict[str, Any]


class Taker:
    """Takes rows of one run. What is the same for all rows is looked up once."""

    def __init__(self, run: ImportRun, mapping: Mapping, actor: User | Any) -> None:
        self.run, self.mapping, self.actor = run, mapping, actor
        self.office: Office = run.office
        self._bodies: dict[str, Body] | None = None
        self._rules: dict[str, Any] = {}
        self._codes: dict[str, Body | None] = {}

    def prepare(self, row: Row) -> Taken:
        """The row as values of a case. Raises Reasons."""
        if row.reason:
            raise Reasons([(row.reason, row.details)])
        found = convert(self.mapping, row.values, now())
        wrong = Reasons()
        found.setdefault("channel", "")
        found["channel"] = found["channel"] or self.run.channel
        if not found.get("kind"):
            found["kind"] = Kind.COMPLAINT
        if not found.get("state"):
            found["state"] = State.CLOSED if found.get("closed_at") else State.REGISTERED
        for name, allowed in ALLOWED.items():
            if found.get(name, "") not in allowed and name in found:
                self._unknown(name, found[name], wrong)
        self._check_end(found, wrong)
        if found.get("assessment") == Assessment.WITHOUT_OPINION and not found.get("without_opinion"):
            wrong.add("missing", column="without_opinion", field="assessment")
        if wrong.found:
            raise wrong
        return Taken(row, found)

    def _unknown(self, name: str, value: str, wrong: Reasons) -> None:
        rule = self.mapping.rule(name)
        column = str(rule.get("column", rule.get("columns", "—")))
        wrong.add("value", value=str(value)[:80], column=column, field=name)

    def _check_end(self, found: dict[str, Any], wrong: Reasons) -> None:
        if found["state"] in ENDED and not found.get("closed_at"):
            column = str(self.mapping.rule("closed_at").get("column", "—"))
            wrong.add("missing", column=column, field="closed_at")
        if found["state"] not in ENDED:
            found["closed_at"] = None

    def known_ids(self, ids: Iterable[str]) -> set[str]:
        """Source ids that were taken in before."""
        rows = Submission.objects.filter(
            office=self.office, source=self.mapping.source, source_id__in=list(ids)
        )
        return set(rows.values_list("source_id", flat=True))

    def take(self, batch: list[Taken]) -> list[Submission]:
        """All of the batch, or none."""
        if not batch:
            return []
        with transaction.atomic():
            references = self._references(batch)
            cases = Case.objects.bulk_create(
                [self._case(one, ref) for one, ref in zip(batch, references, strict=True)]
            )
            pairs = list(zip(batch, cases, strict=True))
            submissions = Submission.objects.bulk_create([self._submission(one, case) for one, case in pairs])
            Party.objects.bulk_create([p for one, case in pairs if (p := _party(one, case)) is not None])
            Grievance.objects.bulk_create([self._grievance(one, case) for one, case in pairs])
            Transition.objects.bulk_create([t for one, case in pairs for t in self._transitions(one, case)])
            SearchText.objects.bulk_create(
                [
                    text
                    for (one, case), submission in zip(pairs, submissions, strict=True)
                    for text in _search(one, case, submission)
                ]
            )
            record_many(
                Record(
                    Act.CREATE, self.actor, case, case.pk, {"channel": case.channel, "import": self.run.pk}
                )
                for case in cases
            )
        return submissions

    def _references(self, batch: list[Taken]) -> list[str]:
        """Numbers in the order of the rows, one reservation a year."""
        years = [timezone.localtime(one.found["received_at"]).year for one in batch]
        following: dict[int, int] = {}
        for year, count in Counter(years).items():
            following[year] = ReferenceCounter.take(self.office, year, count) - count
        pattern: str = self.office.setting("reference_format", "{year}.{seq:05}")
        references = []
        for year in years:
            following[year] += 1
            references.append(pattern.format(year=year, seq=following[year]))
        return references

    def _case(self, one: Taken, reference: str) -> Case:
        found = one.found
        case = Case(
            office=self.office,
            reference=reference,
            first_kind=found["kind"],
            received_at=found["received_at"],
            closed_at=found.get("closed_at"),
            subject=subject_of(found),
            urgent=fold(found.get("urgent", "")) in ("true", "yes", "1", "ja", "oui"),
            **{
                name: _day(found.get(name))
                for name in ("facts_on", "decision_on", "notified_on", "contacted_service_on")
            },
            **{name: found.get(name, "") for name in CODES if name != "theme"},
        )
        case.theme = clean(found.get("theme", ""))[:60]
        if case.closed_at:
            rule = self._retention(case)
            case.destroy_on = end_date(case, rule) if rule else None
            case.retention_rule = f"{rule.code}@{rule.valid_from or ''}"[:60] if rule else ""
        return case

    def _retention(self, case: Case) -> Any:
        if case.kind not in self._rules:
            self._rules[case.kind] = rule_for(case, today())
        return self._rules[case.kind]

    def _submission(self, one: Taken, case: Case) -> Submission:
        raw = {name: value for name, value in one.row.values.items() if name not in REFUSED_COLUMNS}
        return Submission(
            office=self.office,
            case=case,
            channel=case.channel,
            language=case.language,
            fields={"text": one.found.get("text", ""), "row": raw},
            received_at=case.received_at,
            source=self.mapping.source,
            source_id=one.found["id"],
            import_run=self.run,
            registered_by=self.actor if isinstance(self.actor, User) else None,
        )

    def _grievance(self, one: Taken, case: Case) -> Grievance:
        written = one.found.get("body", "")
        return Grievance(
            case=case,
            body=self._body(written),
            body_as_written=written,
            summary=(case.subject or "—")[:300],
            theme=case.theme,
            is_main=True,
            assessment=case.assessment,
            without_opinion=case.without_opinion,
            result=case.result,
            remedied=case.remedied,
        )

    def _body(self, written: str) -> Body | None:
        """By the mapping's own table of codes, or by an exact name of the register. Never a guess."""
        rule = self.mapping.rule("body")
        if not written or not rule:
            return None
        table = {fold(str(key)): str(code) for key, code in rule.get("values", {}).items()}
        code = table.get(fold(written))
        if code:
            if code not in self._codes:
                self._codes[code] = Body.objects.filter(code=code).first()
            return self._codes[code]
        return self._names().get(fold(written)) if rule.get("match") else None

    def _names(self) -> dict[str, Body]:
        if self._bodies is None:
            names: dict[str, Body] = {}
            for alias in Alias.objects.select_related("body"):
                names[fold(alias.text)] = alias.body
            for body in Body.objects.all():
                names |= {fold(text): body for text in body.names.values() if text}
            self._bodies = names
        return self._bodies

    def _transitions(self, one: Taken, case: Case) -> list[Transition]:
        user = self.actor if isinstance(self.actor, User) else None
        kind = "staff" if user else str(self.actor)
        rows = [
            Transition(
                case=case,
                act=Act.CREATE,
                to_state=State.REGISTERED,
                at=case.received_at,
                actor=user,
                actor_kind=kind,
            )
        ]
        state = State(case.state)
        if state != State.REGISTERED:
            rows.append(
                Transition(
                    case=case,
                    act={**ENDING_ACTS, **WORKING_ACTS}[state],
                    from_state=State.REGISTERED,
                    to_state=state,
                    at=case.closed_at or case.received_at,
                    actor=user,
                    actor_kind=kind,
                )
            )
        return rows


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def subject_of(found: dict[str, Any]) -> str:
    """The subject that the mapping names; else the first words are not used, since they may hold names."""
    return clean(found.get("subject", "")).replace("\n", " ")[:160] or "—"


def _party(one: Taken, case: Case) -> Party | None:
    values = {name: clean(one.found.get(name, "")) for name in PERSON}
    if not any(values.values()):
        return None
    party = Party(case=case, role=PartyRole.COMPLAINANT, language=case.language, **values)
    party.match_key = match_key(party)
    return party


def _search(one: Taken, case: Case, submission: Submission) -> list[SearchText]:
    names = [one.found.get(name, "") for name in ("first_name", "last_name", "organisation", "town", "body")]
    own = " ".join([case.reference, case.subject, *filter(None, names)])
    rows = [SearchText(case=case, source="cases.case", stems=stems(own), plain=fold(own)[:2000])]
    text = one.found.get("text", "")
    if text:
        rows.append(
            SearchText(
                case=case, source=f"intake.submission:{submission.pk}", stems=stems(clean(text)[:200_000])
            )
        )
    return rows
