"""A case arrives, or its content is destroyed."""

import datetime as dt
from collections import Counter
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.patterns import rules
from ombuds.patterns.engine.budgeting import QUIET
from ombuds.patterns.engine.chain import Alarm, Arrival, Neighbour
from ombuds.patterns.engine.groups import LEAST
from ombuds.patterns.engine.windows import LEAST as LEAST_PEOPLE
from ombuds.patterns.models import Likeness, Member, Pattern, Signal, SignalCase
from ombuds.patterns.reading import text_of
from ombuds.patterns.running import Running, drop, is_built, is_outdated, opened
from ombuds.patterns.terms import SignalKind, SignalState, Source

TELLING = 3


def on_receipt(case: Case) -> None:
    """For settings.OMBUDS_ON_RECEIPT: where somebody empties the queue, it takes the case in; else `ombuds patterns watch` does."""
    if not settings.MAIL_URL:
        return
    from ombuds.patterns.tasks import arrive  # the task needs the services, and they need it

    arrive.enqueue(case.pk)


def take_in(case: Case) -> Arrival | None:
    """Compare a case with all others, give it its place, raise what stands out. None when it says nothing yet or was taken in."""
    if not text_of(case).strip():
        return None
    rules.apply(case)
    with opened(case.office) as running:
        if case.pk in running.rows:
            return None
        rounds = running.chain.rounds
        arrival = running.add(case)
        keep(running, case, arrival)
        if running.chain.rounds != rounds:
            place_all(running, case)
    return arrival


def keep(running: Running, case: Case, arrival: Arrival, *, signals: bool = True) -> None:
    """What the engine found, in the database. The engine's folder can be lost; this is what the pages show."""
    weights = running.chain.weights(arrival.row)
    heavy = sorted(range(len(weights)), key=lambda i: -weights[i])[:TELLING]
    with transaction.atomic():
        member, _created = Member.objects.update_or_create(
            case=case,
            defaults={
                "received_on": timezone.localdate(case.received_at),
                "telling": [[i, round(float(weights[i]), 3)] for i in heavy],
                "letter_of_id": _first_letter(running, arrival.row),
            },
            create_defaults={
                "number": arrival.pattern,
                "received_on": timezone.localdate(case.received_at),
                "telling": [[i, round(float(weights[i]), 3)] for i in heavy],
                "letter_of_id": _first_letter(running, arrival.row),
            },
        )
        if member.source == Source.MACHINE:
            member.number = arrival.pattern
            member.pattern = pattern_of(running, case, arrival.pattern)
            member.save()
        _keep_likenesses(running, case, arrival.similar)
        if signals:
            for alarm in arrival.alarms:
                raise_alarm(running, case, alarm)


def pattern_of(running: Running, case: Case, number: int) -> Pattern | None:
    """The row of a group; made when the group has become large enough to be shown."""
    if running.chain.groups.size(number) < LEAST:
        return Pattern.objects.filter(office=case.office, number=number).first()
    pattern, created = Pattern.objects.get_or_create(office=case.office, number=number)
    if created:
        Member.objects.filter(case__office=case.office, number=number, pattern=None).update(pattern=pattern)
    return pattern


def place_all(running: Running, case: Case) -> None:
    """The groups were made anew: every member that the machine placed follows."""
    place_office(running, case.office_id)


def place_office(running: Running, office_id: int) -> None:
    groups = running.chain.groups
    wanted = {number: groups.label(row) for number, row in running.rows.items()}
    sizes = Counter(wanted.values())
    known = dict(Pattern.objects.filter(office_id=office_id).values_list("number", "pk"))
    new = [number for number, size in sizes.items() if size >= LEAST and number and number not in known]
    with transaction.atomic():
        made = Pattern.objects.bulk_create(Pattern(office_id=office_id, number=number) for number in new)
        known |= {pattern.number: pattern.pk for pattern in made}
        changed = []
        for member in Member.objects.filter(case__office_id=office_id, source=Source.MACHINE):
            number = wanted.get(member.case_id, member.number)
            pattern = known.get(number)
            if (member.number, member.pattern_id) != (number, pattern):
                member.number, member.pattern_id = number, pattern
                changed.append(member)
        Member.objects.bulk_update(changed, ["number", "pattern"], batch_size=500)


def _keep_likenesses(running: Running, case: Case, similar: list[Neighbour]) -> None:
    Likeness.objects.filter(case=case, verdict="").delete()
    known = set(Likeness.objects.filter(case=case).values_list("other_id", flat=True))
    there = set(Case.objects.filter(pk__in=[n.id for n in similar]).values_list("pk", flat=True))
    mine = running.rows[case.pk]
    rows = []
    for near in similar:
        if near.id in there and near.id not in known and near.id != case.pk:
            one, other = running.chain.match(mine, near.row)
            rows.append(
                Likeness(
                    case=case,
                    other_id=near.id,
                    score=near.score,
                    strength=near.strength,
                    sentence=one,
                    other_sentence=other,
                )
            )
    Likeness.objects.bulk_create(rows)


def raise_alarm(running: Running, case: Case, alarm: Alarm) -> Signal | None:
    """A signal of the machine; none when the same one stands already."""
    day = timezone.localdate(case.received_at)
    cases = [running.case_of(row) for row in alarm.rows]
    cases = list(Case.objects.filter(pk__in=cases).values_list("pk", flat=True))
    if Signal.objects.filter(kind=alarm.kind, raised_on=day, case_links__case=case).exists():
        return None
    pattern = pattern_of(running, case, alarm.pattern)
    told = {
        "raised_on": day,
        "days": alarm.excess.window if alarm.excess else 0,
        "expected": alarm.excess.expected if alarm.excess else 0,
        "season": alarm.excess.season if alarm.excess else 1,
        "strength": alarm.excess.strength if alarm.excess else 0,
        "level": alarm.level,
        "least": min(LEAST_PEOPLE, len(cases)),
    }
    signal = _unread(alarm, pattern, cases, day)
    if signal is None:
        signal = Signal.objects.create(
            office=case.office, kind=SignalKind(alarm.kind), pattern=pattern, **told
        )
    else:  # it became louder before anybody did anything with it
        Signal.objects.filter(pk=signal.pk).update(**told)
    links = [SignalCase(signal=signal, case_id=pk) for pk in {*cases, case.pk}]
    SignalCase.objects.bulk_create(links, ignore_conflicts=True)
    return signal


def _unread(alarm: Alarm, pattern: Pattern | None, cases: list[int], day: dt.date) -> Signal | None:
    """The same, raised in the last quarter on some of the same cases, that nobody has taken up."""
    since = day - dt.timedelta(QUIET)
    same = Signal.objects.filter(
        kind=alarm.kind, pattern=pattern, state=SignalState.NEW, raised_on__range=(since, day)
    )
    linked = SignalCase.objects.filter(case__in=cases).values("signal")
    return same.filter(pk__in=linked).first() if alarm.kind != SignalKind.CAMPAIGN and pattern else None


def _first_letter(running: Running, row: int) -> int | None:
    first = running.chain.campaigns.first_of(row)
    return running.case_of(first) if running.chain.campaigns.is_campaign(row) else None


def destroy_content(case: Case) -> None:
    """For settings.OMBUDS_ON_DESTROY: out of the counts and the signals in the same transaction, out of the vectors and the groups
    as soon as that is done.

    Not before: whoever has the engine open may have to wait in the database for this transaction, which would wait for the engine.
    """
    Member.objects.filter(case=case).delete()
    Likeness.objects.filter(case=case).delete()
    Likeness.objects.filter(other=case).delete()
    SignalCase.objects.filter(case=case).delete()
    Member.objects.filter(letter_of=case).update(letter_of=None)
    if is_built(case.office):
        transaction.on_commit(partial(forget, case.office, case.pk), robust=True)
    elif is_outdated(case.office):  # nobody can take one case out of what another encoder made
        transaction.on_commit(partial(drop, case.office), robust=True)


def forget(office: Office, *cases: int) -> int:
    """Out of the engine what has no place in the database: of these cases, by number, or of all, also what a kill kept here. How many."""
    places = Member.objects.filter(case__office=office)
    with opened(office) as running:
        held = set((places.filter(case__in=cases) if cases else places).values_list("case_id", flat=True))
        gone = [number for number in cases or running.rows if number in running.rows and number not in held]
        for number in gone:
            running.chain.erase(running.rows.pop(number))
    return len(gone)
