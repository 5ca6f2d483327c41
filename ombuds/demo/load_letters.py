"""Letters as sent, questions to services with their answers, and what was asked of complainants."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from ombuds.audit.models import Actor
from ombuds.authorities.models import Contact
from ombuds.cases.models import Clock
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence.models import Answer, Extension, InformationRequest, Message, MessageText, Question
from ombuds.correspondence.terms import Act, Audience, Delivery, Direction, Kind
from ombuds.correspondence.terms import State as Sent
from ombuds.demo import post, words
from ombuds.demo.bulk import insert
from ombuds.demo.load_cases import staff_language
from ombuds.demo.load_clocks import acknowledged_at
from ombuds.demo.plan import CasePlan
from ombuds.demo.world import Made, World
from ombuds.lib.i18n import pick

A = CaseAct
# act → letters that follow it (to the complainant unless the catalogue says otherwise)
LETTERS_AFTER: dict[str, tuple[str, ...]] = {
    A.ASK_COMPLAINANT: ("L2",), A.CLOSE_NO_REPLY: ("L4",), A.TRANSFER: ("L5", "L6"), A.REDIRECT: ("L7",),
    A.SEND_TO_FIRST_LINE: ("L8",), A.REFUSE: ("L10",), A.OPEN: ("L11",), A.ASK_SERVICE: ("L13",), A.SUSPEND: ("L16",),
    A.RESUME: ("L17",), A.MEDIATE: ("L18",), A.CONCLUDE: ("L19", "L20"), A.REQUEST_REMEDY: ("L21",),
    A.WITHDRAW: ("L26",), A.REOPEN: ("L27",),
}  # fmt: skip
FOUNDED_FATES = ("founded", "partly", "mediated", "suspended", "reopened", "without_object")


@dataclass
class Batch:
    """Rows that wait to be written."""

    messages: list[Message] = field(default_factory=list)
    texts: list[MessageText] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    requests: list[InformationRequest] = field(default_factory=list)
    about: list[tuple[Message, Any]] = field(default_factory=list)
    files: list[tuple[Made, Question, Answer]] = field(default_factory=list)


def load(world: World) -> Batch:
    """Write the whole correspondence."""
    batch, contacts = Batch(), liaisons(world)
    for made in world.made:
        if made.plan.flags.get("legacy"):
            continue
        _acknowledgement(world, made, batch)
        for step in made.plan.steps:
            _after(world, made, step, batch, contacts)
        _lately(world, made, batch)
    for rows in (batch.questions, batch.requests):
        insert(rows)
    for answer in batch.answers:
        answer.question_id = answer.question.pk
    for extension in batch.extensions:
        extension.question_id = extension.question.pk
    insert(batch.answers)
    insert(batch.extensions)
    for message, thing in batch.about:
        message.about = thing.about
    insert(batch.messages)
    for text in batch.texts:
        text.message_id = text.message.pk
    insert(batch.texts)
    _bind_clocks(batch)
    return batch


def liaisons(world: World) -> dict[int, Contact]:
    """A contact person for the ombudsman at every service that is asked something. Invented, like their addresses."""
    names = (
        "Inge Raes",
        "Jérôme Cantillon",
        "Hafida Oulad",
        "Bart Quintens",
        "Murielle Thys",
        "Oscar Diallo",
    )
    bodies = {g.body_id: g.body for made in world.made for g in made.grievances if g.body}
    known = {c.body_id: c for c in Contact.objects.filter(body__in=bodies, purpose=Contact.Purpose.LIAISON)}
    fresh = [
        Contact(
            body=body, purpose=Contact.Purpose.LIAISON, name=names[number % len(names)],
            email=f"ombuds-contact@{slugify(body.code)[:50]}.example", language="nl" if number % 3 == 0 else "fr",
        )
        for number, (pk, body) in enumerate(sorted(bodies.items()))
        if pk not in known
    ]  # fmt: skip
    return known | {contact.body_id: contact for contact in insert(fresh)}


def _acknowledgement(world: World, made: Made, batch: Batch) -> None:
    at = acknowledged_at(world, made.plan)
    if at is not None:
        _letter(world, made, "L1", at, batch, by=None)


def _after(world: World, made: Made, step: Any, batch: Batch, contacts: dict[int, Contact]) -> None:
    """What the office writes after an act, and what the other side had written."""
    plan = made.plan
    if step.act == A.ASK_SERVICE:
        if made.body is None:
            return
        _question(world, made, step.at, batch, contacts)
        return
    about = _request(world, made, step.at, batch) if step.act == A.ASK_COMPLAINANT else None
    extra = _extra(world, made, step)
    for code in LETTERS_AFTER.get(step.act, ()):
        message = _letter(
            world, made, code, step.at + dt.timedelta(minutes=25), batch, by=world.handler(plan), **extra
        )
        if message is not None and about is not None:
            batch.about.append((message, about))
    if step.act == A.CLOSE and step.before != State.TRIAGE:
        _letter(world, made, "L25", step.at + dt.timedelta(minutes=10), batch, by=world.handler(plan))


def _extra(world: World, made: Made, step: Any) -> dict[str, Any]:
    """The fields that one letter needs beside those of the case."""
    plan, lang = made.plan, staff_language(made.plan)
    sentences = words.load(f"staff/{lang}")
    day = step.at.date() + dt.timedelta(days=20)
    values: dict[str, Any] = {"due_on": day}
    if step.act in (A.TRANSFER, A.REDIRECT, A.SEND_TO_FIRST_LINE):
        values |= _elsewhere(world, made, lang)
    if step.act == A.REFUSE:
        values["grounds"] = _ground_words(world, plan.flags.get("ground", "A5"), lang)
    if step.act == A.ASK_COMPLAINANT:
        values["questions"] = words.load("letters")[lang]["missing"]
    if step.act == A.SUSPEND:
        values["suspension_reason"] = plan.rng("suspended").choice(sentences["suspended"])
    if step.act == A.MEDIATE:
        values["solution_proposal"] = plan.rng("proposal").choice(sentences["proposal"])
    if step.act in (A.CONCLUDE, A.REQUEST_REMEDY, A.WITHDRAW, A.REOPEN):
        values |= {
            "decision_reasons": conclusion(made),
            "findings": findings_words(made),
            # Nothing is asked of a service that did nothing wrong.
            "remedy_asked": remedy_words(made) if made.case.assessment in ("founded", "partly") else "",
        }
    return values


def _elsewhere(world: World, made: Made, lang: str) -> dict[str, str]:
    """Who can help instead of us, or before us, and why."""
    plan = made.plan
    to = world.body(plan.refer_to) if plan.refer_to else made.body
    own = {"nl": "de klachtendienst van de dienst zelf", "fr": "le service des plaintes du service lui-même"}[
        lang
    ]
    name = pick(to.names, lang) if to else own
    return {
        "referral_name": name,
        "referral_contact": (to.website if to else "") or "www.ombudsman.be",
        "grounds": _ground_words(world, "A15" if plan.service else "A1", lang),
    }


def _ground_words(world: World, code: str, lang: str) -> str:
    """The explanation of a ground with its legal basis."""
    ground = world.ground(code)
    if ground is None:
        return ""
    basis = pick(ground.legal_bases, lang)
    return f"{pick(ground.explanation, lang)} ({basis})" if basis else pick(ground.explanation, lang)


def conclusion(made: Made, lang: str = "") -> str:
    """The reasons of the outcome, in one paragraph."""
    plan, lang = made.plan, lang or staff_language(made.plan)
    sentences, problem = words.load(f"staff/{lang}"), words.problems()[made.plan.problem]
    rng = plan.rng(f"conclusion-{lang}")
    key = {"founded": "founded", "partly": "partly", "unfounded": "unfounded"}.get(
        made.case.assessment, "without"
    )
    breach = breaches(made, lang)[0][1]
    repaired = problem[lang].get("repaired") or [""]
    values = {
        **plan.slots(lang).values(),
        "label": problem[lang]["label"],
        "breach": breach,
        "breach_low": breach[0].lower() + breach[1:],
        "repair": words.fill(rng.choice(repaired), plan.slots(lang).values())
        if made.case.result in ("solved", "partly", "reconciled")
        else "",
    }
    if plan.fate == "without_object":
        return str(rng.choice(sentences["solved_before"]))
    choices = sentences[f"conclusion_{key}"]
    if key == "without":
        choices = choices[:1] if plan.fate == "mediated" else choices[1:]
    return " ".join(rng.choice(choices).format_map(values).split())


def breaches(made: Made, lang: str) -> list[tuple[str, str]]:
    """Norm codes with a sentence each: what was not respected."""
    plan = made.plan
    rng = plan.rng("breach")
    norms = words.problems()[plan.problem]["norms"]
    chosen = (
        norms[: 1 + (rng.random() < 0.35 and len(norms) > 1)] if rng.random() < 0.7 else [rng.choice(norms)]
    )
    table = words.load(f"staff/{lang}")["breached"]
    return [
        (code, words.fill(plan.rng(code).choice(table[code]), plan.slots(lang).values())) for code in chosen
    ]


def findings_words(made: Made) -> list[str]:
    lang = staff_language(made.plan)
    return (
        [sentence for _code, sentence in breaches(made, lang)]
        if made.case.assessment in ("founded", "partly")
        else []
    )


def remedy_words(made: Made) -> str:
    lang = staff_language(made.plan)
    return str(made.plan.rng("remedy").choice(words.load(f"staff/{lang}")["remedy"]))


def _letter(
    world: World, made: Made, code: str, at: dt.datetime, batch: Batch, *, by: Any, **extra: Any
) -> Message | None:
    """One letter of the catalogue, in the reader's languages, stored as sent."""
    audience = next(
        (row.audience for (known, _lang), row in world.letters.items() if known == code), Audience.COMPLAINANT
    )
    inside = audience == Audience.COMPLAINANT
    langs = post.letter_languages(world, made) if inside else [staff_language(made.plan)]
    merged = [(lang, found) for lang in langs if (found := post.merged(world, made, code, lang, at, **extra))]
    if not merged or at > world.now:
        return None
    message = _message(world, made, code, at, audience, by)
    batch.messages.append(message)
    batch.texts += [
        MessageText(message=message, language=lang, subject=subject, body=body, order=number)
        for number, (lang, (subject, body)) in enumerate(merged)
    ]
    world.note(Act.SEND, by or Actor.SYSTEM, made, at, letter=code)
    return message


def _message(world: World, made: Made, code: str, at: dt.datetime, audience: str, by: Any) -> Message:
    plan, person = made.plan, made.plan.person
    mail = person.email if audience == Audience.COMPLAINANT else ""
    channel = Delivery.MAIL if mail else Delivery.POST  # what speaks of a person goes to no service by mail
    waiting = channel == Delivery.POST and (world.now - at).days < 2
    town = f"{person.postcode} {person.town}"
    return Message(
        key=uuid.UUID(int=plan.rng(f"{code}-{at}").getrandbits(128), version=4), case=made.case, direction=Direction.OUT,
        kind=Kind.LETTER, letter=code, audience=audience, party=made.complainant if audience == Audience.COMPLAINANT else None,
        sent_to=f"{person.name}\n{person.street}\n{town}" if audience == Audience.COMPLAINANT else _envelope(world, made, audience),
        email=mail, channel=channel,
        state=Sent.QUEUED if waiting else Sent.SENT, by=by, created_at=at, queued_at=at, sent_at=None if waiting else at,
        simulated=channel != Delivery.POST,
    )  # fmt: skip


def _envelope(world: World, made: Made, audience: str) -> str:
    lang = staff_language(made.plan)
    if audience == Audience.OMBUDSMAN and (to := world.body(made.plan.refer_to)):
        return pick(to.names, lang)
    return pick(made.body.names, lang) if made.body else made.plan.service_written


def _request(world: World, made: Made, at: dt.datetime, batch: Batch) -> InformationRequest:
    """What we asked of the complainant; reminded after three weeks when nothing came."""
    plan, lang = made.plan, staff_language(made.plan)
    answered = plan.at(A.COMPLAINANT_ANSWERED)
    reminded = at + dt.timedelta(days=21)
    late = (answered is None or answered > reminded) and reminded < world.now
    request = InformationRequest(
        key=uuid.UUID(int=plan.rng("request").getrandbits(128), version=4), case=made.case,
        text="\n".join(f"- {line}" for line in words.load("letters")[lang]["missing"]), due_on=(at + dt.timedelta(days=20)).date(),
        asked_at=at, asked_by=world.actor("intake", plan), reminded_at=reminded if late else None, answered_at=answered,
        answer=_answered_words(plan) if answered else "", closed_at=plan.at(A.CLOSE_NO_REPLY),
    )  # fmt: skip
    batch.requests.append(request)
    world.note(Act.INFORMATION_ASKED, world.actor("intake", plan), made, at)
    if late:
        message = _letter(
            world,
            made,
            "L3",
            reminded,
            batch,
            by=world.handler(plan),
            due_on=(reminded + dt.timedelta(days=15)).date(),
            questions=words.load("letters")[lang]["missing"],
        )
        if message is not None:
            batch.about.append((message, request))
    if answered:
        world.note(Act.INFORMATION_ANSWERED, Actor.COMPLAINANT, made, answered)
    return request


def _answered_words(plan: CasePlan) -> str:
    common = words.load(f"common/{plan.written_in}")
    rng = plan.rng("answered-words")
    return words.fill(
        f"{rng.choice(common['greetings'])} {rng.choice(common['before'])} {rng.choice(common['closings'])}",
        plan.slots(plan.written_in).values(),
    )


def _question(world: World, made: Made, at: dt.datetime, batch: Batch, contacts: dict[int, Contact]) -> None:
    """A question with its term; answered, late, reminded, extended or still open, as the journey says."""
    plan, lang, body = made.plan, staff_language(made.plan), made.body
    assert body is not None  # the caller looked
    rng = plan.rng(f"question-{at}")
    answered = next((s.at for s in plan.steps if s.at > at and s.act == A.SERVICE_ANSWERED), None)
    asked = rng.sample(words.load(f"staff/{lang}")["questions"], rng.choice([1, 2, 2, 3]))
    due = world.calendar.next_working_day(world.calendar.add_working_days(at.date(), 20))
    reminded = dt.datetime.combine(due, at.timetz()) + dt.timedelta(days=2)
    late = reminded < (answered or world.now)
    question = Question(
        key=uuid.UUID(int=rng.getrandbits(128), version=4), case=made.case, body=body,
        text="\n".join(f"{number}. {line}" for number, line in enumerate(asked, 1)), language=lang, due_on=due, asked_at=at,
        asked_by=world.handler(plan), answered_at=answered, reminded_at=reminded if late else None,
        escalated_at=reminded + dt.timedelta(days=16) if late and reminded + dt.timedelta(days=16) < (answered or world.now) else None,
        withdrawn_at=plan.at(A.WITHDRAW) if not answered else None,
    )  # fmt: skip
    batch.questions.append(question)
    contact = contacts.get(body.pk)
    world.note(Act.ASK, world.handler(plan), made, at)
    _to_service(world, made, "L13", at, batch, question, contact, asked)
    if late:
        world.note(Act.REMIND, Actor.SYSTEM, made, reminded)
        _to_service(world, made, "L14", reminded, batch, question, contact, asked)
    if answered:
        answer = Answer(question=question, text=_service_words(made, rng), at=answered, contact=contact)
        batch.answers.append(answer)
        batch.files.append((made, question, answer))
        world.note(Act.ANSWER, Actor.SERVICE, made, answered)
    elif rng.random() < 0.15:
        batch.extensions.append(
            Extension(
                question=question,
                until=due + dt.timedelta(days=14),
                reason={
                    "nl": "De dossierbeheerder is afwezig tot volgende week.",
                    "fr": "Le gestionnaire est absent jusqu'à la semaine prochaine.",
                }[lang],
                asked_at=min(at + dt.timedelta(days=6), world.now),
                contact=contact,
            )
        )


def _to_service(
    world: World,
    made: Made,
    code: str,
    at: dt.datetime,
    batch: Batch,
    question: Question,
    contact: Contact | None,
    asked: list[str],
) -> None:
    message = _letter(
        world,
        made,
        code,
        at + dt.timedelta(minutes=5),
        batch,
        by=world.handler(made.plan),
        questions=asked,
        due_on=question.due_on,
    )
    if message is None:
        return
    message.body, message.contact = question.body, contact
    message.email, message.channel = (contact.email, Delivery.PORTAL) if contact else ("", Delivery.POST)
    batch.about.append((message, question))


def _service_words(made: Made, rng: Any) -> str:
    """The service's side: it admits where the complaint turned out founded, defends itself where not."""
    plan, lang = made.plan, staff_language(made.plan)
    own, common = words.problems()[plan.problem][lang], words.load(f"staff/{lang}")
    admits = plan.fate in FOUNDED_FATES if rng.random() < 0.85 else plan.fate not in FOUNDED_FATES
    core = own.get("admits" if admits else "defends") or common["solved_before"]
    parts = [rng.choice(common["answer_openings"]), rng.choice(core), rng.choice(common["answer_closings"])]
    return words.fill("\n\n".join(parts), plan.slots(lang).values())


def _lately(world: World, made: Made, batch: Batch) -> None:
    """Calls, a draft here and there, and a mail that bounced."""
    plan, rng = made.plan, made.plan.rng("lately")
    handler, lang = made.case.handler, staff_language(made.plan)
    if handler is None:
        return
    if rng.random() < 0.12:
        at = plan.steps[-1].at - dt.timedelta(hours=2) if len(plan.steps) > 2 else plan.steps[-1].at
        note = rng.choice(words.load(f"staff/{lang}")["notes"][:2])
        call = Message(
            case=made.case,
            direction=rng.choice([Direction.IN, Direction.OUT]),
            kind=Kind.CALL,
            audience=Audience.COMPLAINANT,
            party=made.complainant,
            channel=Delivery.NONE,
            state=Sent.RECEIVED,
            by=handler,
            created_at=at,
            sent_at=at,
            key=uuid.UUID(int=rng.getrandbits(128), version=4),
        )
        batch.messages.append(call)
        batch.texts.append(MessageText(message=call, language=lang, subject="", body=note))
        world.note(Act.CALL, handler, made, at)
    if plan.state == State.ANALYSIS and rng.random() < 0.25:
        at = min(plan.steps[-1].at + dt.timedelta(days=1), world.now - dt.timedelta(hours=1))
        message = _letter(world, made, "L11", at, batch, by=handler, due_on=at.date())
        if message is not None:
            message.state, message.sent_at, message.queued_at, message.simulated = (
                Sent.DRAFT,
                None,
                None,
                False,
            )


def _bind_clocks(batch: Batch) -> None:
    """Each clock of an answer knows the question that it runs for."""
    wanted = {(q.case_id, q.asked_at.date()): q for q in batch.questions}
    clocks = []
    for clock in Clock.objects.filter(rule="service_answer", case__in={q.case_id for q in batch.questions}):
        question = wanted.get((clock.case_id, clock.started_on))
        if question is not None:
            clock.about = question.about
            clocks.append(clock)
    Clock.objects.bulk_update(clocks, ["about"], batch_size=500)
