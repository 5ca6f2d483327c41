"""What a run of the gate says, sentence by sentence, beside the text that it speaks of: for the page of the gate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.deidentification import intruder
from ombuds.deidentification.intruder.plain import sentences
from ombuds.publications.models import Frozen, GateRun, Publication
from ombuds.publications.services.parts import SOURCE, label, parts_of
from ombuds.publications.terms import FACTS, FOUND, HELPS

# Reasons of proposals for which there is no finding that says it.
UNSAID = ("gives most away", "rare words")


@dataclass(frozen=True)
class Offer:
    """One change that the intruder proposes. `after`: the sentence as it would be."""

    number: int
    kind: str
    name: str
    after: str
    can_accept: bool


@dataclass
class Advice:
    """One sentence of the text (or a stretch of a file), what is wrong with it and what would help."""

    number: int
    where: str
    part: str
    language: str
    start: int
    end: int
    text: str
    problems: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    matches: list[int] = field(default_factory=list)

    @property
    def editable(self) -> bool:
        return is_source(self.where)


def is_source(where: str) -> bool:
    """Whether the writer can change this part in the text itself."""
    language, _slash, name = where.partition("/")
    return len(language) == 2 and name in SOURCE


def advice(publication: Publication, run: GateRun) -> list[Advice]:
    """In the order of reading. Empty when the text has changed since the run."""
    texts = {part.where: part for part in parts_of(publication).all}
    found: dict[tuple[str, int], Advice] = {}
    for where, part in texts.items():
        spans = list(_spans(run.advice, where))
        for start, end in _stretches(part.where, part.text, spans):
            found[where, start] = Advice(
                0, where, label(where, publication), part.language, start, end, part.text[start:end]
            )
    few = _few_fit(run)
    for one in found.values():
        _fill(one, run.advice, few=few)
    kept = [one for one in found.values() if one.problems or one.offers]
    for number, one in enumerate(kept, 1):
        one.number = number
    return kept


def reasons(run: GateRun) -> list[str]:
    """Why the text does not pass, in the reader's language; what stands beside it in public has a place of its own on the page."""
    language = get_language() or "en"
    listed = [intruder.from_json(row) for row in run.advice.get("why", ())]
    return [
        intruder.said(one, language[:2])
        for one in listed
        if one.code not in ("earlier", "table", "small_base")
    ]


def _spans(held: dict[str, Any], where: str) -> Iterator[tuple[int, int]]:
    for kind in ("proposals", "matches", "singling", "true_values"):
        for row in held.get(kind, ()):
            if row["where"] == where and row.get("kind") != "merge":
                yield row["start"], row["end"]


def _stretches(where: str, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that hold one of the spans; a span over several sentences takes the first."""
    if not spans:
        return []
    listed = sentences(where, text)
    starts = {start for start, _end in spans}
    return [
        (s.start, s.end)
        for number, s in enumerate(listed)
        if any(
            s.start <= at < (listed[number + 1].start if number + 1 < len(listed) else len(text) + 1)
            for at in starts
        )
    ]


def _few_fit(run: GateRun) -> bool:
    """Whether too few cases fit the facts told, for one of the attackers; else no fact is in the way."""
    attackers = run.verdict.get("facts", {}).get("attackers", {}).values()
    return any(row["k"] < row["needed"] for row in attackers)


def _fill(one: Advice, held: dict[str, Any], *, few: bool) -> None:
    def here(row: dict[str, Any]) -> bool:
        return bool(row["where"] == one.where and one.start <= row["start"] < max(one.end, one.start + 1))

    for row in filter(here, held.get("true_values", ())):
        one.problems.append(_named(row))
    for number, row in enumerate(held.get("matches", ())):
        if here(row):
            one.matches.append(number)
            one.problems.append(_copied(row))
    for row in filter(here, held.get("singling", ()) if few else ()):
        if max(row["k_if_dropped"], row["k_if_coarsened"]) > row["k"]:  # else changing it alone helps nothing
            one.problems.append(_singles_out(row, one))
    for number, row in enumerate(held.get("proposals", ())):
        if here(row) and row["kind"] != "merge":
            one.offers.append(_offer(number, row, one))
            if row["reason"] in UNSAID:
                one.problems.append(intruder.why_proposed(row["reason"], (get_language() or "en")[:2]))
    one.problems = list(dict.fromkeys(one.problems))


def _named(row: dict[str, Any]) -> str:
    kind = FOUND.get(row["kind"], row["kind"])
    if row["linked"]:
        return _("%(kind)s of the people of this case. It may not be published.") % {"kind": kind}
    return _("%(kind)s of someone in another case.") % {"kind": kind}


def _copied(row: dict[str, Any]) -> str:
    if row["kind"] == "copied" and row["words"]:
        return ngettext(
            "%(n)s word in a row stands just so in a file.", "%(n)s words in a row stand just so in a file.", row["words"]
        ) % {"n": row["words"]}  # fmt: skip
    if row["kind"] == "meaning":
        return _("It says the same as a sentence in a file, in other words.")
    if row["kind"] == "series":
        return _("Only some cases of the series tell this: it points at them.")
    return _("It is close to a sentence in a file.")


def _singles_out(row: dict[str, Any], one: Advice) -> str:
    said = one.text[row["start"] - one.start : row["end"] - one.start]
    kind = fact_name(row["kind"])
    better = max(row["k_if_coarsened"], row["k_if_dropped"])
    return _("“%(said)s” (%(kind)s) singles the case out. Cases that fit: %(k)s; without it: %(better)s.") % {
        "said": said, "kind": kind, "k": row["k"], "better": better,
    }  # fmt: skip


def together(publication: Publication, run: GateRun) -> list[str]:
    """What the public has already that, beside this text, narrows the circle: one sentence each."""
    found = []
    for row in run.advice.get("together", ()):
        kind, _space, rest = str(row).partition(" ")
        name, _colon, k = rest.rpartition(": ")
        if kind == "earlier":
            key, _slash, language = name.partition("/")
            beside = Frozen.objects.filter(key=_uuid(key.replace("-", "")), language=language).last()
            name = str(beside.title) if beside else name
            found.append(
                _("Beside “%(title)s”, published before, cases that fit: %(k)s.") % {"title": name, "k": k}
            )
        else:
            found.append(_("Beside the table “%(title)s”, cases that fit: %(k)s.") % {"title": name, "k": k})
    return list(dict.fromkeys(found))


def fact_name(kind: str) -> str:
    """A kind of fact in words; what stands in a column of the file is called like what is told."""
    return str(FACTS.get(kind.removeprefix("field "), FACTS["event"]))


def _offer(number: int, row: dict[str, Any], one: Advice) -> Offer:
    start, end = row["start"] - one.start, row["end"] - one.start
    after = (one.text[: max(0, start)] + row["replacement"] + one.text[max(0, end) :]).strip()
    return Offer(
        number,
        row["kind"],
        str(HELPS.get(row["kind"], row["kind"])),
        "" if row["kind"] == "merge" else after,
        is_source(one.where) and row["kind"] != "merge",
    )


def like_cases(publication: Publication, run: GateRun, user: User) -> list[Case]:
    """The cases that the story could be told together with, of those that this person may read."""
    rows = [row for row in run.advice.get("proposals", ()) if row["kind"] == "merge"]
    keys = [_uuid(key.strip()) for row in rows for key in row["replacement"].split(",") if key.strip()]
    visible = Case.objects.visible_to(user).filter(office=publication.office, key__in=keys[:20])
    return list(visible.exclude(pk__in=publication.case_links.values("case_id")))


def matched_sentence(
    publication: Publication, run: GateRun, number: int, user: User
) -> tuple[Case, str, str] | None:
    """(case, our sentence, theirs) of a match, if this person may read that case; else None."""
    rows = run.advice.get("matches", [])
    if not 0 <= number < len(rows):
        return None
    row = rows[number]
    visible = Case.objects.visible_to(user)
    case = next((c for c in visible.filter(office=publication.office, key=_uuid(row["case"]))), None)
    text = next((p.text for p in parts_of(publication).all if p.where == row["where"]), "")
    if case is None or not text:
        return None
    ours = text[row["start"] : row["end"]]
    return case, ours, _nearest(ours, case)


def _uuid(hexed: str) -> str:
    return hexed if len(hexed) == 32 else "0" * 32


def _nearest(ours: str, case: Case) -> str:
    """The sentence of the case that shares the most with ours."""
    from ombuds.publications.casebase.reading import of  # heavy, and needed here only

    wanted = _grams(ours)

    def shared(theirs: str) -> float:
        grams = _grams(theirs)
        return len(wanted & grams) / (len(wanted | grams) or 1)

    listed = [s.text for text in of(case).texts for s in sentences("", text)]
    return max(listed, key=shared, default="")


def _grams(text: str) -> set[str]:
    folded = " ".join(text.casefold().split())
    return {folded[at : at + 5] for at in range(len(folded) - 4)}
