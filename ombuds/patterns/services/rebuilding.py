"""All cases anew through the engine; stopped at any moment, it goes on where it was."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Prefetch

from ombuds.cases.models import Case, Grievance
from ombuds.lib.progress import track
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.patterns import running
from ombuds.patterns.engine.encoding import best_name
from ombuds.patterns.models import Member, Pattern
from ombuds.patterns.reading import text_of
from ombuds.patterns.services.arriving import keep, place_office, take_in
from ombuds.patterns.services.learning import learn_strengths

RECENT = 1200  # days of which signals are still raised by a rebuild: what three yearly reports would tell
STEP = 500  # cases after which what was learned is saved
LOT = 100


def rebuild(office: Office, *, from_start: bool = False) -> dict[str, int | str]:
    """Vectors, places and signals of an office anew, beside the old ones; they change places at the end."""
    if from_start:
        running.forget_building(office)
    if running.is_outdated(office):  # how near two texts are means something else from now on
        running.strengths_path(office).unlink(missing_ok=True)
    done = 0
    with running.opened(office, building=True) as engine:
        chain = engine.chain
        chain.groups.next = max(chain.groups.next, _highest(office) + 1)
        total = Case.objects.filter(office=office).count()
        for case in track(_cases(office), total=total, label="cases"):
            if case.pk in engine.rows or not text_of(case).strip():
                continue
            arrival = engine.add(case)
            recent = (today() - case.received_on).days <= RECENT
            keep(engine, case, arrival, signals=recent)
            done += 1
            if done % STEP == 0:
                chain.save()
        if len(chain.store):
            chain.groups.rename(_known_numbers(engine, office))
            running.decide(engine, office)
            chain.regroup(today().toordinal())
            place_office(engine, office.pk)
        chain.save()
        held = len(engine.rows)
    running.take_over(office)
    learn_strengths(office)
    patterns = Pattern.objects.filter(office=office, members__isnull=False).distinct().count()
    return {"cases": held, "taken_in": done, "patterns": patterns, "model": best_name()}


def catch_up(office: Office, *, after: int = 0) -> int:
    """Cases that nobody took in yet, with a number above `after`. Returns how many were."""
    missing = Case.objects.filter(office=office, pattern_place=None, pk__gt=after).order_by(
        "received_at", "pk"
    )
    return sum(take_in(case) is not None for case in missing.prefetch_related("submissions", "grievances"))


def _cases(office: Office) -> Iterator[Case]:
    """In order of receipt, fetched in small lots: an open cursor would keep SQLite from writing beside other processes."""
    bodies = Prefetch("grievances", Grievance.objects.select_related("body"))
    numbers = list(
        Case.objects.filter(office=office).order_by("received_at", "pk").values_list("pk", flat=True)
    )
    for start in range(0, len(numbers), LOT):
        lot = numbers[start : start + LOT]
        rows = Case.objects.select_related("office").prefetch_related("submissions", bodies).in_bulk(lot)
        yield from (rows[number] for number in lot if number in rows)


def _highest(office: Office) -> int:
    rows = Pattern.objects.filter(office=office).order_by("-number").values_list("number", flat=True)
    return rows.first() or 0


def _known_numbers(engine: running.Running, office: Office) -> dict[int, int]:
    """New groups → the numbers of the patterns that people know, by what they share."""
    known = dict(
        Member.objects.filter(case__office=office, pattern__isnull=False).values_list(
            "case_id", "pattern__number"
        )
    )
    shares: Counter[tuple[int, int]] = Counter()
    for case, row in engine.rows.items():
        if case in known:
            shares[engine.chain.groups.label(row), known[case]] += 1
    found: dict[int, int] = {}
    for (new, old), _count in shares.most_common():
        if new not in found and old not in found.values():
            found[new] = old
    return found
