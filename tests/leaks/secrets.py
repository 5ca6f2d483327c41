"""What belongs to the people of all cases, and finding it in a text.

A value counts unless it is a word of everybody: then a page may hold it without speaking of anyone. Two rules, and
no list by hand: (1) names of services, their contact persons and our staff; (2) words of the program itself, its
letters and the profile. A full name, an e-mail address, a telephone, a street with its number, a reference, a code
and a key always count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

from ombuds.accounts.models import User
from ombuds.authorities.models import Alias, Body, Contact
from ombuds.cases.models import Case, Party
from ombuds.demo.opening import code_of
from ombuds.lib.text import fold

ROOT = Path(__file__).resolve().parent.parent.parent / "ombuds"
SHORTEST = 5  # letters of a name that counts alone
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass
class Secrets:
    """`words` count as one word alone; `phrases` wherever they stand; `numbers` whatever stands between digits."""

    words: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def found_in(self, text: str) -> list[str]:
        """Sorted, each once."""
        folded = fold(unescape(text))
        hits = self.words & set(_WORD.findall(folded))
        hits |= {phrase for phrase in self.phrases if phrase in folded and _stands_alone(phrase, folded)}
        if self.numbers:
            digits = re.sub(r"(?<=\d)[ ./\-]+(?=\d)", "", folded)
            hits |= self.numbers & set(re.findall(r"\d+", digits))
        return sorted(hits)

    def without(self, others: Iterable[str]) -> "Secrets":
        """For a reader to whom these are no secret."""
        known = set(map(fold, others))
        return Secrets(self.words - known, self.phrases - known, self.numbers - known)


def _stands_alone(phrase: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))


def of_everyone() -> Secrets:
    """All parties and all cases of the office."""
    cases = Case.objects.all()
    secrets = of_parties(Party.objects.all())
    for case in cases:
        secrets.phrases |= {fold(case.reference), str(case.key), fold(code_of(case.key))}
        secrets.phrases |= {case.code_digest} if case.code_digest else set()
    return secrets


def of_parties(parties: Iterable[Party]) -> Secrets:
    secrets, common = Secrets(), everybodys_words()
    for party in parties:
        for name in (party.first_name, party.last_name, party.organisation):
            alone = fold(name)
            if len(alone) >= SHORTEST and _WORD.fullmatch(alone) and alone not in common:
                secrets.words.add(alone)
            elif " " in alone and not set(_WORD.findall(alone)) <= common:
                secrets.phrases.add(alone)
        if party.first_name and party.last_name:
            secrets.phrases.add(fold(party.full_name))
        secrets.phrases |= {fold(v) for v in (party.email, party.street, party.national_number) if v}
        secrets.numbers |= (
            {re.sub(r"\D", "", party.phone)} if len(re.sub(r"\D", "", party.phone)) >= 8 else set()
        )
    return secrets


@lru_cache(maxsize=1)
def everybodys_words() -> frozenset[str]:
    """The two rules."""
    texts = [str(list(names.values())) for names in Body.objects.values_list("names", flat=True)]
    texts += Alias.objects.values_list("text", flat=True)
    texts += [f"{name} {address}" for name, address in Contact.objects.values_list("name", "address")]
    texts += User.objects.values_list("name", flat=True)
    for pattern in (
        "**/*.po",
        "**/templates/**/*.html",
        "office/profiles/**/*.toml",
        "office/profiles/**/*.md",
    ):
        texts += [path.read_text() for path in ROOT.glob(pattern)]
    return frozenset(word for text in texts for word in _WORD.findall(fold(text)))
