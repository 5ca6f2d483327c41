"""Ages as English tells them of somebody by a bare number: my son artur is 8, who is three, my mum's 84, at sixty-four he, in our fifties."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.ages_in_words import _WORDS
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches

_NUMBER = rf"(?:[1-9]\d?|10\d|{_WORDS['en']}|one|two|three|four|five|six|seven|eight|nine)"
_WHO = (
    r"(?:son|sons|daughter|daughters|child|children|kid|kids|boy|boys|girl|girls|baby|twins?|wife|husband|partner|mother|father|mum|mom|dad|brother|sister|uncle|aunt|cousin|nephew|niece|grandson|"
    r"granddaughter|grandchild|grandmother|grandfather|grandma|grandpa|granny|grandad|gran|nan|neighbour|friend|tenant|patient|pupil|student|man|woman|lady|gentleman|widow|widower|stepson|stepdaughter|"
    r"eldest|oldest|youngest|middle one|little one|toddler|teenager|fiancee?|girlfriend|boyfriend|flatmate|colleague|client)"
)
_SOON = r"(?:now |only |just |already |nearly |almost |about |still |not yet |barely |over |all of |turning |a sprightly |a very )?"
# What is counted instead: 'my son is one of', 'they are two people', 'the children are three in number'.
_END = r"(?=[.,;!?)\n]|\Z| (?:and(?! a half)|but|so|now|then|years|yrs|when|who|with|this|next|in (?:january|february|march|april|may|june|july|august|september|october|november|december))(?![^\W_]))"
FRAMES = (
    re.compile(
        rf"(?<![^\W_]){_WHO}(?: [a-z][\w'\-]{{1,20}}){{0,2}}(?:,? who)?(?:'s| is| are| was| were| will be| has turned| turned| turns) {_SOON}(?P<v>{_NUMBER}){_END}"
    ),
    re.compile(rf"(?<![^\W_])(?:aged?|age is|age was) ?:? ?(?P<v>{_NUMBER})(?=[.,;)\n]|\Z)"),
    re.compile(
        r"(?<![^\W_])(?:single|married|divorced|widowed|separated|retired|unemployed|male|female), (?P<v>[1-9]\d)(?=[.,;)\n]|\Z| (?:and|but|with|from|who)(?![^\W_]))"
    ),
    re.compile(rf", who (?:is|was|will be|are) {_SOON}(?P<v>{_NUMBER}){_END}"),
    re.compile(
        rf"(?<![^\W_])(?:my|his|her|our|their|the|your) {_WHO}(?: [a-z][\w'\-]{{1,20}})?,? \(?(?:aged? )?(?P<v>{_NUMBER})(?=[.,;)\n]|\Z)"
    ),
    re.compile(
        rf"(?:^|[.!?\n] |, |(?<![^\W_])(?:and|but|even) )at (?P<v>{_NUMBER}),? (?=(?:i|he|she|we|they|my|his|her)(?![^\W_]))"
    ),
    re.compile(
        rf"(?<![^\W_])aged (?P<v>{_NUMBER}(?:, {_NUMBER}){{0,4}} (?:and|to) {_NUMBER})(?![^\W_]|[.,]\d)"
    ),
    re.compile(
        rf"(?<![^\W_])(?:he's|she's|i'm|they're|he is|she is|i am) {_SOON}(?P<v>[1-9]\d|10\d|[a-z]+ty-[a-z]+)(?=[.,;!)\n]|\Z| (?:and|but|so)(?![^\W_]))"
    ),
)

DECADE = re.compile(
    r"(?<![^\W_])in (?:our|their|your|one's) (?:early |mid |late |mid-)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![^\W_])"
)


def ages_english(reading: Reading, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other. `numbers`: where an age may stand."""
    if reading.language != "en":
        return
    yield from (match.span() for match in matches(DECADE, reading))
    for start, end in numbers:
        for pattern in FRAMES:
            for match in matches(pattern, reading, start, end):
                yield match.span("v")
