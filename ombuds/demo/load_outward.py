"""From the cases outward: inquiries, recommendations at every stage, the yearly reports."""

import datetime as dt
import uuid
from itertools import islice
from random import Random
from typing import Any

from django.utils import timezone

from ombuds.annualreport import services as reports
from ombuds.annualreport.models import Edition
from ombuds.cases.models import Case
from ombuds.demo import words
from ombuds.demo.plan import BRUSSELS
from ombuds.demo.world import Made, World
from ombuds.investigations.models import Inquiry, InquiryCase, InquiryFinding, InquiryMove
from ombuds.investigations.terms import InquiryState, Verdict
from ombuds.recommendations import services as recommending
from ombuds.recommendations.models import Change, Recommendation
from ombuds.recommendations.terms import RelationKind, Status

ENOUGH = 8
LIKE = 20  # cases behind a text, where there are so many
# A word of the foreword can stand close to one of a file when an invented office has a few dozen of them.
IN_SPITE = (
    "De tekst gaat over het werk van het jaar en over geen enkel dossier. – "
    "Le texte porte sur le travail de l'année et sur aucun dossier en particulier."
)


def load(world: World) -> None:
    """Write them with the verbs of their rooms wherever these take a day of their own."""
    data = words.load("recommendations")
    inquiries = {
        entry["key"]: inquiry for entry in data["inquiry"] if (inquiry := _inquiry(world, entry)) is not None
    }
    done: dict[str, Recommendation] = {}
    for entry in data["recommendation"]:
        found = _recommendation(world, entry, inquiries, done)
        if found is not None:
            done[entry["key"]] = found


def load_editions(world: World) -> None:
    """The yearly reports: last, because they tell of recommendations and stories that are public."""
    for entry in words.load("editions")["edition"]:
        _edition(world, entry)


def on_day(world: World, when: list[Any]) -> dt.date:
    """[years back, "month-day"] as a day."""
    month, day = map(int, str(when[1]).split("-"))
    return dt.date(world.today.year - int(when[0]), month, day)


def behind(world: World, entry: dict[str, Any], before: dt.date) -> list[Made]:
    """The cases that a recommendation rests on: of its series or problem, received by then. Those that were founded, where there are
    enough of them for a text that points at none in particular; all of them where there are not."""
    found = like(world, entry, before)
    founded = [made for made in found if was_right(made)]
    return founded if len(founded) >= ENOUGH else found


def like(world: World, entry: dict[str, Any], before: dt.date) -> list[Made]:
    """All cases of a series or problem that were received by then, those that were founded first."""
    found = [
        made
        for made in world.made
        if (made.plan.series == entry.get("series", "-") or made.plan.problem in entry.get("source", []))
        and made.case.received_at.date() < before
        and made.body is not None
        and not made.plan.flags.get("legacy")
    ]
    return sorted(found, key=lambda made: not was_right(made))


def was_right(made: Made) -> bool:
    return made.case.assessment in ("founded", "partly")


def _inquiry(world: World, entry: dict[str, Any]) -> Inquiry | None:
    opened = on_day(world, entry["opened"])
    closed = on_day(world, entry["closed"]) if "closed" in entry else None
    language = "nl" if "nl" in entry else "fr"
    if opened > world.today:
        return None
    lead, text = world.people["veerle" if language == "nl" else "sophie"], entry[language]
    inquiry = Inquiry.objects.create(
        key=stable_key(f"inquiry-{entry['key']}"), office=world.office, kind=entry["kind"], lead=lead, opened_on=opened, closed_on=closed,
        state=InquiryState.CLOSED if closed else InquiryState.HEARING, title=text["title"], question=text["question"],
        conclusion=text.get("conclusion", ""),
    )  # fmt: skip
    bodies = [body for code in entry["bodies"] if (body := world.body(code))]
    inquiry.bodies.set(bodies)
    cases = islice((m.case for m in world.made if m.plan.series == entry["series"]), 40)
    InquiryCase.objects.bulk_create(
        InquiryCase(inquiry=inquiry, case=case, reason=text["title"][:300], by=lead) for case in cases
    )
    path = [
        InquiryState.OPEN,
        InquiryState.HEARING,
        *([InquiryState.WRITING, InquiryState.CLOSED] if closed else []),
    ]
    span = ((closed or world.today) - opened) / max(len(path), 1)
    for number, state in enumerate(path):
        move = InquiryMove.objects.create(
            inquiry=inquiry, from_state=path[number - 1] if number else "", to_state=state, by=lead
        )
        InquiryMove.objects.filter(pk=move.pk).update(at=noon(opened + span * number))
    for body in bodies if closed else bodies[:2]:
        for code in entry["norms"]:
            if norm := world.norms.get(code):
                InquiryFinding.objects.create(
                    inquiry=inquiry,
                    body=body,
                    norm=norm,
                    verdict=Verdict.BREACHED,
                    reasoning=text["finding"],
                    by=lead,
                )
    return inquiry


def stable_key(name: str) -> uuid.UUID:
    return uuid.UUID(int=Random(f"demo-{name}").getrandbits(128), version=4)  # a stable name, no secret


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12, 0, tzinfo=BRUSSELS)


def _recommendation(
    world: World, entry: dict[str, Any], inquiries: dict[str, Inquiry], done: dict[str, Recommendation]
) -> Recommendation | None:
    """Created, issued, answered, checked and related on the days that the corpus says, as far as they have come."""
    issued = on_day(world, entry["issued"]) if "issued" in entry else None
    if issued is not None and issued > world.today:
        return None
    sources = behind(world, entry, issued or world.today)[:LIKE]
    inquiry = inquiries.get(entry["key"])
    if not sources and inquiry is None:  # a tiny demo may have no case of this kind
        sources = [m for m in world.made if m.body and m.case.received_at.date() < (issued or world.today)][
            -1:
        ]
    if not sources and inquiry is None:
        return None
    writer, ombudsman = world.people["hannelore"], world.people["marianne"]
    begun = (issued or world.today) - dt.timedelta(days=30)
    found = _draft(world, entry, begun)
    for made in sources:
        recommending.add_source(found, actor=writer, case=made.case)
    if inquiry is not None:
        recommending.add_source(found, actor=writer, inquiry=inquiry)
    if "comment" in entry and on_day(world, entry["comment"]) <= world.today:
        recommending.send_for_comment(found, actor=writer)
        Change.objects.filter(recommendation=found).update(on=on_day(world, entry["comment"]))
    if issued is None:
        return found
    found = recommending.issue(found, actor=ombudsman, on=issued)
    _follow(world, entry, found, done)
    Change.objects.filter(recommendation=found).update(at=noon(issued))
    return Recommendation.objects.get(pk=found.pk)


def _draft(world: World, entry: dict[str, Any], begun: dt.date) -> Recommendation:
    """The frame and the text in both languages."""
    first = entry["nl"]
    found = recommending.create(
        office=world.office, actor=world.people["hannelore"], language="nl", title=first["title"], text=first["text"],
        kind=entry["kind"], addressee=entry["addressee"], theme=entry["theme"], year=begun.year,
        **({"body": world.body(entry["body"])} if "body" in entry else {"addressee_name": entry["addressee_name"]}),
    )  # fmt: skip
    recommending.write_text(
        found,
        actor=world.people["hannelore"],
        language="fr",
        title=entry["fr"]["title"],
        text=entry["fr"]["text"],
    )
    Recommendation.objects.filter(pk=found.pk).update(key=stable_key(entry["key"]), created_at=noon(begun))
    found.refresh_from_db()
    return found


def _follow(
    world: World, entry: dict[str, Any], found: Recommendation, done: dict[str, Recommendation]
) -> None:
    """What came after the issue."""
    writer, text = world.people["hannelore"], entry["nl"]
    for answer in entry.get("answer", []):
        if (day := on_day(world, answer)) <= world.today:
            recommending.record_answer(
                found,
                actor=writer,
                answered_on=day,
                says=answer[2],
                words=f"{text['answer']}\n\n{entry['fr']['answer']}",
            )
            found.refresh_from_db()
    for finding in entry.get("find", []):
        if (day := on_day(world, finding)) <= world.today:
            recommending.record_finding(found, actor=writer, finds=finding[2], note=text["finding"], on=day)
            found.refresh_from_db()
    if "close" in entry and on_day(world, entry["close"]) <= world.today:
        recommending.change_status(
            found,
            actor=writer,
            status=Status.CLOSED_BY_OMBUDSMAN,
            note=text["finding"],
            on=on_day(world, entry["close"]),
        )
    for name, kind in (("repeats", RelationKind.REPEATS), ("replaces", RelationKind.REPLACES)):
        if entry.get(name) in done:
            recommending.relate(found, actor=writer, kind=kind, other=done[entry[name]], on=found.issued_on)
    if "debated" in entry and on_day(world, entry["debated"]) <= world.today:
        recommending.relate(
            found,
            actor=writer,
            kind=RelationKind.DISCUSSED_IN,
            on=on_day(world, entry["debated"]),
            where=entry["debated"][2],
        )
    day = found.issued_on or world.today
    language = "nl" if world.today.day % 2 else "fr"
    subject, words_of_letter = recommending.letter_text(found, "R2", language)
    letter = recommending.write_letter(
        found,
        actor=world.people["marianne"],
        code="R2",
        language=language,
        subject=subject,
        text=words_of_letter,
    )
    type(letter).objects.filter(pk=letter.pk).update(sent_on=day)


def _edition(world: World, entry: dict[str, Any]) -> None:
    """A yearly report: its texts, and its release where it is released."""
    year = world.today.year - entry["back"]
    if not Case.objects.filter(office=world.office, received_at__year=year).exists():
        return
    editor, ombudsman = world.people["thomas"], world.people["marianne"]
    edition = reports.create_edition(office=world.office, year=year, actor=editor)
    for slot, texts in ((name, part) for name, part in entry.items() if isinstance(part, dict)):
        for language, text in texts.items():
            reports.write_text(edition=edition, slot=slot, language=language, text=text, actor=editor)
    begun = noon(dt.date(year + 1, 1, 15)) if entry["back"] else noon(world.today - dt.timedelta(days=3))
    Edition.objects.filter(pk=edition.pk).update(created_at=min(begun, timezone.now()))
    if "released" in entry and (day := on_day(world, entry["released"])) <= world.today:
        reports.release(edition=edition, actor=ombudsman, in_spite=IN_SPITE, as_of=day)
        Edition.objects.filter(pk=edition.pk).update(released_at=noon(day))
