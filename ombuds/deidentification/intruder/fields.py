"""What a case tells, from its fields and its texts, as keys of the index."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ombuds.deidentification.engine.known import read_date
from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.concepts import concepts
from ombuds.deidentification.intruder.lexicon.towns import by_postcode, parents
from ombuds.deidentification.intruder.quantities import cents
from ombuds.deidentification.intruder.telling import Fact, facts_in

# Names of fields that say the same, also when another program wrote the base.
SAME = {
    "place": "town city place municipality gemeente commune woonplaats location locality stad ville ort stadt postcode postal_code zip",
    "born": "born dob birth birth_date birthdate date_of_birth geboren geboortedatum",
    "age": "age leeftijd alter",
    "sex": "sex gender geslacht sexe geschlecht",
    "amount": "amount amounts sum bedrag bedragen montant montants betrag",
    "body": "body bodies service authority dienst organisme administration behorde",
    "theme": "theme themes topic subject thema onderwerp sujet matiere category",
    "profession": "profession occupation job beroep beruf metier",
    "nationality": "nationality nationaliteit nationalite origin",
    "family": "family household gezin famille familie",
    "children": "children kinderen enfants kinder",
    "outcome": "outcome result resultaat uitkomst resultat decision_outcome",
    "event": "event events",
    "duration": "duration",
}  # fmt: skip
NAMED = {name: kind for kind, names in SAME.items() for name in names.split()}
# What only numbers the file or says how it was written: no fact that a reader could recognise.
ASIDE = frozenset(
    "id reference ref case case_id lang language texts text status state created updated handler title summary number uuid n no".split()
)
LONGEST = 8
WOMEN = frozenset("f v w female vrouw femme woman frau fem vrouwelijk feminin weiblich".split())
MEN = frozenset("m h male man homme mann masc mannelijk masculin mannlich".split())
AMOUNT = re.compile(r"\d[\d., ]*")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """`values`: "kind=value"; `days`: ordinals; `amounts`: cents; `phrases`: "field=words", the short values of the fields."""

    values: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    amounts: frozenset[int] = frozenset()
    phrases: frozenset[str] = frozenset()


def facts_of(case: BaseCase) -> CaseFacts:
    """Everything that an intruder can compare of one case."""
    gathered = _Gathered()
    for name, values in case.facts.items():
        for value in values:
            gathered.field(name.lower().strip(), value.strip())
    for text in case.texts:
        for fact in facts_in(text):
            gathered.told(fact)
    return gathered.done()


class _Gathered:
    def __init__(self) -> None:
        self.values: set[str] = set()
        self.days: set[int] = set()
        self.own_days: list[date] = []
        self.born: list[date] = []
        self.amounts: set[int] = set()
        self.phrases: set[str] = set()
        self.sexes: list[str] = []
        self.has_sex = False

    def told(self, fact: Fact) -> None:
        if fact.kind == "date":
            if fact.year and fact.grain in ("day", "month"):
                self.days.update((fact.low, fact.high))
        elif fact.kind == "amount":
            if fact.low == fact.high:
                self.amounts.add(fact.low)
        elif fact.kind == "age":
            if fact.low == fact.high:
                self.values.add(f"age={fact.low}")
        elif fact.kind == "sex":
            self.sexes.append(fact.value)
        else:
            self.values.update(keys_of(fact.kind, fact.value))

    def field(self, name: str, value: str) -> None:
        kind = NAMED.get(name, name)
        if not value or kind in ASIDE:
            return
        when = read_date(value[:10])
        if when is not None:
            (self.born if kind == "born" else self.own_days).append(when)
            return
        if kind in _READERS:
            _READERS[kind](self, value)
        if kind not in _NUMBERS:
            self._phrase(kind, value)

    def _phrase(self, kind: str, value: str) -> None:
        words = list(_concepts(value))
        if words and len(words) <= LONGEST and not all(w.isdigit() for w in words):
            self.phrases.add(f"{kind}={' '.join(words)}")
            self.values.add(f"field {kind}={' '.join(words)}")
        for fact in _facts_of_value(value):
            if fact.kind not in ("sex", "date", "age") and len(words) <= LONGEST:
                self.told(fact)

    def age(self, value: str) -> None:
        numbers = re.findall(r"\d{1,3}", value)
        if len(numbers) == 1:
            self.values.add(f"age={int(numbers[0])}")

    def sex(self, value: str) -> None:
        word = value.lower()
        if word in WOMEN or word in MEN:
            self.has_sex = True
            self.values.add(f"sex={'f' if word in WOMEN else 'm'}")

    def amount(self, value: str) -> None:
        if found := AMOUNT.search(value):
            self.amounts.add(cents(found.group().strip(" .,")))

    def place(self, value: str) -> None:
        code = value.strip()[:4]
        if code in by_postcode():
            self.values.update(keys_of("place", by_postcode()[code]))

    def children(self, value: str) -> None:
        if value.isdigit() and 0 < int(value) < 20:
            self.values.add(f"family=children{min(int(value), 6)}")

    def done(self) -> CaseFacts:
        if not self.has_sex and self.sexes:
            women = self.sexes.count("f")
            if women * 2 != len(self.sexes):
                self.values.add(f"sex={'f' if women * 2 > len(self.sexes) else 'm'}")
        self.days.update(d.toordinal() for d in self.own_days)
        if not any(v.startswith("age=") for v in self.values):
            self.values.update(f"age={age}" for age in _ages(self.born, self.own_days))
        return CaseFacts(
            frozenset(self.values), frozenset(self.days), frozenset(self.amounts), frozenset(self.phrases)
        )


@lru_cache(maxsize=20_000)
def _concepts(value: str) -> tuple[str, ...]:
    return tuple(concepts(value))


@lru_cache(maxsize=20_000)
def _facts_of_value(value: str) -> tuple[Fact, ...]:
    return tuple(facts_in(value.replace("_", " ").title()))


def _ages(born: Iterable[date], days: list[date]) -> Iterator[int]:
    """Age at the first and the last day of the case; nothing when either is unknown."""
    for birth in born:
        for day in {min(days), max(days)} if days else ():
            age = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
            if 0 <= age <= 115:
                yield age


_READERS = {
    "age": _Gathered.age,
    "sex": _Gathered.sex,
    "amount": _Gathered.amount,
    "place": _Gathered.place,
    "children": _Gathered.children,
}
_NUMBERS = frozenset({"age", "sex", "amount", "children", "born"})


def keys_of(kind: str, value: str) -> Iterator[str]:
    """A fact and all that it implies: a town lies in its province and region."""
    yield f"{kind}={value}"
    if kind == "place":
        for parent in parents().get(value, ()):
            yield f"place={parent}"
