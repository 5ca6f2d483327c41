"""The answer: a body and who is competent, or « unknown » with candidates. Never a refusal that is not certain."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ombuds.authorities.matching.candidates import Candidate, Reader, Reading
from ombuds.authorities.matching.competence import COMPLAINT, Rules, Ruling
from ombuds.authorities.matching.entries import Entry, Register
from ombuds.authorities.matching.traps import PUBLIC_WORDS

LEAST, LEAST_TO_REFUSE = 55.0, 61.0
MARGIN, MARGIN_TO_REFUSE, MARGIN_LONG = 4.0, 9.0, 16.0
LONG = 40
SHOWN = 5
LANGUAGES = ("nl", "fr", "en")
OWN_OMBUDSMEN = frozenset(
    "mediateur-ixelles mediateur-wsl mediateur-schaerbeek ombudsman-mivb ombudsman-vivaqua ombuds-antwerpen"
    " ombuds-brugge ombuds-gent ombuds-leuven ombuds-sint-niklaas".split()
)
_MARKS = {
    "nl": frozenset(
        "de het een van ik mijn niet en voor met bij geen mij heb is op te werd boete gemeente klacht in naar door stad"
        " belasting wordt aan zijn dat uit over ocmw gewest dienst".split()
    ),
    "fr": frozenset(
        "de le la les des du une un mon ma je pas et pour avec chez est aux au à ne mes amende commune plainte l d taxe ville"
        " dans sur par qui que n j m s carte prime facture cpas refus service en".split()
    ),
    "en": frozenset(
        "the my a i not and for with of to is was they fine from by at complaint in has have on about does me tax city"
        " ticket refused bill never office card".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate with what would be answered for it."""

    code: str
    body: str
    score: float
    competence: str
    refer_to: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What `ombuds route` says about one text."""

    body: str | None
    competence: str
    refer_to: str | None
    reason: str
    candidates: tuple[Choice, ...] = ()
    code: str = ""
    refer_code: str = ""
    legal_basis: str = ""

    def as_json(self) -> dict[str, Any]:
        """The five keys of the interface."""
        return {
            "body": self.body,
            "competence": self.competence,
            "refer_to": self.refer_to,
            "reason": self.reason,
            "candidates": [
                {
                    "code": c.code,
                    "body": c.body,
                    "competence": c.competence,
                    "refer_to": c.refer_to,
                    "score": round(c.score / 100, 3),
                }
                for c in self.candidates
            ],
        }


def pick(names: Mapping[str, str], lang: str) -> str:
    """The name in this language, else in another."""
    return next((names[code] for code in (lang, "nl", "fr", "en", "de") if names.get(code)), "")


def guess_language(text: str, otherwise: str = "nl") -> str:
    """The language that most small words are of."""
    found = text.casefold().replace("'", " ").replace("’", " ").split()
    counts = {lang: sum(word in marks for word in found) for lang, marks in _MARKS.items()}
    counts["fr"] += sum(letter in text.casefold() for letter in "éèàçêù")
    best = max(LANGUAGES, key=lambda lang: counts[lang])
    return best if counts[best] and list(counts.values()).count(counts[best]) == 1 else otherwise


class Router:
    """Routes texts for one office."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._reader = Reader(register)
        self._rules = Rules(register.rules)

    def route(self, text: str, lang: str = "nl", kind: str = COMPLAINT, on: dt.date | None = None) -> Answer:
        """Who is competent for what this text is about. `on`: the day of the facts; without it, the rules of always."""
        day = on or dt.date.max
        reading = self._reader.read(text)
        choices = self._choices(reading, lang, kind, day)
        best = self._settled(reading, choices)
        shown = tuple(choice for choice in choices if choice.code)[:SHOWN]
        if best is None:
            return Answer(None, "unknown", None, self._unsure(reading, shown, lang), shown)
        ruling = self.ruling(best.code, kind, day)
        if ruling.verdict == "unknown":
            sentence = self.register.reasons["unknown_rule"][lang].format(body=best.body)
            return Answer(best.body, "unknown", None, sentence, shown, best.code)
        return Answer(
            body=best.body,
            competence=ruling.verdict,
            refer_to=self._other(ruling, lang),
            reason=self.sentence(best.code, ruling, kind, lang),
            candidates=shown,
            code=best.code,
            refer_code=ruling.refer_to,
            legal_basis=ruling.legal_basis,
        )

    def ruling(self, code: str, kind: str, on: dt.date, reporter: str = "") -> Ruling:
        """The rule for one body."""
        return self._rules.ruling(self.register.bodies[code], kind, on, reporter)

    def sentence(self, code: str, ruling: Ruling, kind: str, lang: str) -> str:
        """Why, in one sentence."""
        name = full_name(self.register.bodies[code], lang)
        key = f"competent_{kind}" if ruling.verdict == "competent" else ruling.verdict
        if ruling.rule and ruling.rule.verdict == "none":
            key = "none"
        elif key == "refer" and kind == COMPLAINT and ruling.refer_to in OWN_OMBUDSMEN:
            key = "own"
        other = self._other(ruling, lang) or ""
        return self.register.reasons[key][lang].format(body=name, other=other)

    def _other(self, ruling: Ruling, lang: str) -> str | None:
        member = self.register.members.get(ruling.refer_to)
        return pick(member.names, lang) if member else None

    def _choices(self, reading: Reading, lang: str, kind: str, day: dt.date) -> list[Choice]:
        choices = []
        for c in reading.candidates:
            entry = self.register.bodies.get(c.code)
            if entry is None:
                if not c.code:
                    choices.append(Choice("", "", c.score, "unknown", None, c.why))
                continue
            if not _exists_on(entry, day):
                continue
            ruling = self.ruling(c.code, kind, day)
            choices.append(
                Choice(
                    c.code, full_name(entry, lang), c.score, ruling.verdict, self._other(ruling, lang), c.why
                )
            )
        return choices

    def _settled(self, reading: Reading, choices: list[Choice]) -> Choice | None:
        """The best choice, if the text leaves no real doubt about the answer."""
        if not choices or not choices[0].code or choices[0].score < LEAST:
            return None
        best = choices[0]
        rivals = [c for c in choices[1:] if (c.competence, c.refer_to) != (best.competence, best.refer_to)]
        gap = best.score - max((c.score for c in rivals), default=0.0)
        if best.competence == "competent":
            return best if gap >= MARGIN else None
        if best.score < LEAST_TO_REFUSE:
            return None
        needed = MARGIN_LONG if len(reading.tokens) > LONG else MARGIN_TO_REFUSE
        if best.why != "name" and any(t.text in PUBLIC_WORDS for t in reading.tokens):
            needed = max(needed, MARGIN_LONG)
        return best if gap >= needed else None

    def _unsure(self, reading: Reading, shown: tuple[Choice, ...], lang: str) -> str:
        key = "unknown_which" if reading.wants_place else "unknown_several" if shown else "unknown_nothing"
        return self.register.reasons[key][lang]


def _exists_on(entry: Entry, day: dt.date) -> bool:
    return day == dt.date.max or (
        (entry.valid_from is None or entry.valid_from <= day)
        and (entry.valid_to is None or day <= entry.valid_to)
    )


def full_name(entry: Entry, lang: str) -> str:
    """The name, with the abbreviation that people know."""
    name = pick(entry.names, lang)
    short = _short(entry, lang)
    return f"{name} ({short})" if short and short.casefold() not in name.casefold() else name


def _short(entry: Entry, lang: str) -> str:
    """Abbreviations stand in the order nl, fr. A short name needs none."""
    if not entry.abbreviations or len(pick(entry.names, lang).split()) < 3:
        return ""
    if lang == "en" and len(entry.abbreviations) > 1:
        return "/".join(entry.abbreviations[:2])
    wanted = 1 if lang == "fr" and len(entry.abbreviations) > 1 else 0
    return entry.abbreviations[wanted]


__all__ = ["Answer", "Candidate", "Choice", "Router", "full_name", "guess_language", "pick"]
