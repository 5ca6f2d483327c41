"""Invented names, streets and towns: of the right language and gender, far from every true name of the case."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.naming import words_of

FIRST: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {
        "f": tuple("Hilde Marleen Griet Veerle Katrien Lutgart Annelies Tine Roosmarijn Dorien Machteld Ilse Frieda Hadewych Goedele".split()),
        "m": tuple("Joris Wouter Bavo Pieter Lieven Tobias Ruben Jeroen Diederik Geert Wannes Hendrik Floris Arne Kasper".split()),
        "": tuple("Robin Jo Sam Noor Yaël Lou Marijn Toon Senne Kim".split()),
    },
    "fr": {
        "f": tuple("Solange Mathilde Bérengère Clotilde Josiane Delphine Ginette Hortense Sylvie Marguerite Odile Fabienne Lucette Pascale".split()),
        "m": tuple("Gaston Thibault Barnabé Lucien Raymond Fabrice Gilles Romuald Sylvain Théodore Bertrand Cédric Gérald Ludovic".split()),
        "": tuple("Camille Dominique Claude Maxime Sacha Charlie Morgan Loïs".split()),
    },
    "en": {
        "f": tuple("Harriet Beatrice Rosalind Gwen Matilda Philippa Winifred Cordelia Tabitha Josephine".split()),
        "m": tuple("Edmund Rupert Geoffrey Barnaby Clive Desmond Gilbert Humphrey Percival Wilfred".split()),
        "": tuple("Robin Alex Jordan Taylor Quinn Rowan Casey Morgan".split()),
    },
}  # fmt: skip
LAST: dict[str, tuple[str, ...]] = {
    "nl": tuple("Zandhoven Wiekstra Populiers Kwikkelberg Ravenhals Doornbeek Lindewouters Mispelblom Klaverveld Hazelhorst Wilgendaal Zilverberk Eikhouters Rietgans Molenrook Vlierbos Steenuyl Bremkamp".split()),
    "fr": tuple("Valfleury Montrouvre Pontgivre Belépine Roncevigne Fontclair Bruyéron Charmillot Noisetable Aubriettes Rivesault Genêtier Peuplerain Grandsorbier Merisange Tilleuval".split()),
    "en": tuple("Thornwick Larkmoor Hazelbury Fernsby Wrenfield Alderstone Mossgrove Pebbleford Quillhurst Bramblecote Ashwhistle Foxholme".split()),
}  # fmt: skip
STREETS: dict[str, tuple[str, ...]] = {
    "nl": tuple("Zevenblotenpad Kwikstaartdreef Lampenierstraat Roerdomplaan Sterrenkijkersweg Klokkengieterspad Wolkenstraat Vlindertuinlaan".split()),
    "fr": ("rue des Sept-Brumes", "avenue du Loriot-Bleu", "rue de l’Allumeur", "rue des Roitelets", "avenue des Trois-Aubes", "rue du Moulin-à-Nuages"),
    "en": ("Seven Mists Lane", "Lamplighter Street", "Wagtail Avenue", "Cloudmill Road", "Three Dawns Street", "Bittern Close"),
}  # fmt: skip
TOWNS: dict[str, tuple[str, ...]] = {
    "nl": tuple("Wilderode Molenmeerse Sint-Wouterskapelle Zwaluwegem Heidekerke Lisbeke Ravelgem Kwabroek Vossenrijk Duifhuize".split()),
    "fr": tuple("Valbruyère Montclairieux Pont-sur-Loriot Saint-Ambrin Fontbrume Rochemerle Villaubépine Champ-du-Geai Belleronce Aubrivage".split()),
    "en": tuple("Larkminster Fernhaven Mossbridge Quillbury Wrenford Hollowmere Thistledon Aldercombe".split()),
}  # fmt: skip
NEAR = 2


@dataclass
class Inventor:
    """Draws names that were not drawn before and that are not close to a true one. Deterministic by seed."""

    language: str
    true_words: frozenset[str]
    random: random.Random

    def __post_init__(self) -> None:
        self._used: set[str] = set()
        if self.language not in LAST:
            self.language = "nl" if self.language == "de" else "en"

    def first(self, gender: str) -> str:
        return self._draw(
            FIRST[self.language][gender if gender in ("f", "m") else ""], FIRST[self.language][""]
        )

    def last(self) -> str:
        return self._draw(LAST[self.language], LAST["nl"] + LAST["fr"])

    def street(self) -> str:
        return self._draw(STREETS[self.language], STREETS["nl"] + STREETS["fr"])

    def town(self) -> str:
        return self._draw(TOWNS[self.language], TOWNS["nl"] + TOWNS["fr"])

    def _draw(self, names: Sequence[str], spare: Sequence[str]) -> str:
        for pool in (names, spare):
            free = [n for n in pool if n not in self._used and not is_close(n, self.true_words)]
            if free:
                name = self.random.choice(free)
                self._used.add(name)
                return name
        return self._built()

    def _built(self) -> str:
        """When the lists have run out: a name of made-up syllables, tried until it is free."""
        while True:
            name = "".join(
                self.random.choice(("zor", "wil", "bre", "lan", "mu", "ket", "dor", "fi", "ran"))
                for _ in range(4)
            ).title()
            if name not in self._used and not is_close(name, self.true_words):
                self._used.add(name)
                return name


def is_close(name: str, true_words: Iterable[str]) -> bool:
    """Whether any word of an invented name could be read as, or be a slip of, a true name."""
    mine = [w for w in words_of(name) if len(w) > SHORTEST]
    return any(
        OSA.distance(word, true, score_cutoff=NEAR) <= NEAR
        for word in mine
        for true in true_words
        if len(true) > SHORTEST
    )


SHORTEST = 3


def likely_gender(first: str) -> str:
    """From our own small lists and a few endings; empty when unsure."""
    name = plain(first)
    for by_gender in FIRST.values():
        for gender in ("f", "m"):
            if name in (plain(n) for n in by_gender[gender]):
                return gender
    return (
        next((gender for gender, endings in ENDINGS.items() if name.endswith(endings)), "")
        if len(name) > SHORTEST
        else ""
    )


ENDINGS = {
    "f": ("a", "ette", "ine", "elle", "ienne", "iet", "lies", "leen"),
    "m": ("us", "aan", "ert", "bert", "rik", "ien"),
}
