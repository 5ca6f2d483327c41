"""What a word may be, as the network tells it."""

from ombuds.deidentification.engine.spans import Kind

NEITHER = -1  # nothing is to be learned from this word
NUMBER, PLACE, TRADE, TIME, AMOUNT, HEALTH, FAMILY = 4, 5, 6, 7, 8, 9, 10
LABELS = 11
LABEL_OF: dict[str, int] = {
    **dict.fromkeys(Kind, NUMBER),
    Kind.PERSON: 1, Kind.ORGANISATION: 2, Kind.ADDRESS: 3,
    Kind.PLACE: PLACE, Kind.PROFESSION: TRADE,
    Kind.DATE: TIME, Kind.BIRTH_DATE: TIME, Kind.AGE: TIME, Kind.TIME: TIME,
    Kind.AMOUNT: AMOUNT, Kind.HEALTH: HEALTH, Kind.FAMILY: FAMILY,
}  # fmt: skip
# What a word is called by its label. A number that only the network sees is a reference: nothing about its form is known.
KIND_OF = {
    1: Kind.PERSON, 2: Kind.ORGANISATION, 3: Kind.ADDRESS, NUMBER: Kind.REFERENCE,
    PLACE: Kind.PLACE, TRADE: Kind.PROFESSION, TIME: Kind.DATE,
    AMOUNT: Kind.AMOUNT, HEALTH: Kind.HEALTH, FAMILY: Kind.FAMILY,
}  # fmt: skip
