"""Numbers that the case file knows, with any separators, misread figures, typing errors, or only their end."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain, squeezed
from ombuds.deidentification.engine.reading import Reading

JOINTS = frozenset(" \t\r\n.-/_():|")
LONGEST_JOINT = 3
SHORTEST = 3
JOIN = r"[\s.\-/_():|]{0,3}"
# What may stand before the figures of a telephone number: the country, the nought.
NEAR = r"[ .\-/()]{0,3}"
PREFIX = re.compile(rf"(?<![^\W_])(?:(?:\+|00){NEAR}\d{{2,3}}{NEAR}|32{NEAR})?(?:\(?[0o]\)?)?{JOIN}\Z")
LONGEST_PREFIX = 16
COUNTRY = re.compile(r"\s*(?:\+|00)\s?(3[0-46-9]|4[0134-9]|3[5-8]\d|212|213|216|9\d|1|7)")
RUN = re.compile(r"[0-9](?<![\w].)(?:[ \t.\-/()]{0,3}[0-9a-z]){6,30}(?![^\W_])")
END_CUE = re.compile(
    r"(?:eindigend op|eindigt op|laatste (?:vier |3 |4 |drie )?cijfers(?: zijn)?|se terminant par|se termine par|finissant par|(?:quatre |4 )?derniers chiffres(?: sont)?|ending (?:in|with)|ends (?:in|with)|last (?:four |4 )?digits(?: are)?|"
    r"endet auf|endend auf|letzten? (?:vier |4 )?(?:ziffern|stellen)|x{2,}|\*{2,}|\.{2,}|…)[\s:.\-]{0,3}\Z"
)  # fmt: skip
# Where a run of figures and letters begins and ends, and these without what is between them.
Run = tuple[int, int, str]
Place = tuple[int, int]
TELLING_FIGURES = 6
ERRORS = ((14, 2), (9, 1))


def written(reading: Reading, number: str) -> Iterator[Place]:
    """Where a number or reference stands in the plain form, with any separators in it, each character also as it is misread.

    Looked up and not sought by a pattern: to build one for every value of a case took longer than to read most texts.
    """
    for start, end in _written(reading, squeezed(plain(number))):
        if not reading.plain[max(0, start - 1) : start].isalnum():
            yield start, end


def _written(reading: Reading, sought: str) -> Iterator[Place]:
    """The same, whatever stands before it."""
    text = reading.plain
    for letters, places in reading.folded.squeezed_forms if len(sought) >= SHORTEST else ():
        at = letters.find(sought)
        while at != -1:
            mine = places[at : at + len(sought)]
            end = mine[-1] + 1
            if _is_joined(text, mine) and not text[end : end + 1].isalnum():
                yield mine[0], end
            at = letters.find(sought, at + 1)


def _is_joined(text: str, places: Sequence[int]) -> bool:
    return all(
        after == before + 1
        or (after - before <= LONGEST_JOINT + 1 and JOINTS.issuperset(text[before + 1 : after]))
        for before, after in pairwise(places)
    )


def referred(reading: Reading, reference: str) -> Iterator[Place]:
    """The whole reference, or all of it from its first figure on when that is long enough to tell."""
    yield from written(reading, reference)
    characters = [c for c in plain(reference) if c.isalnum()]
    first = next((i for i, c in enumerate(characters) if c.isdigit()), 0)
    if first and sum(c.isdigit() for c in characters) >= TELLING_FIGURES:
        yield from written(reading, "".join(characters[first:]))


def phoned(reading: Reading, phone: str) -> Iterator[Place]:
    """A phone number with or without the country code, whatever country that is."""
    digits = re.sub(r"\D", "", phone)
    code = COUNTRY.match(phone)
    national = digits.removeprefix("00")
    national = national.removeprefix(code.group(1)) if code else re.sub(r"^32(?=[1-9]\d{7,8}$)", "", national)
    national = national.lstrip("0")
    for start, end in _written(reading, national) if len(national) >= TELLING_FIGURES else ():
        before = PREFIX.search(reading.plain, max(0, start - LONGEST_PREFIX), start)
        if before is not None:
            said = before.group()
            yield start - len(said.lstrip(" \t\r\n.-/_:|)")), end


def born(reading: Reading, day: str) -> Iterator[Place]:
    """A day (ISO) without separators, 30071985 or 19850730, or as the head of a national number, 85.07.30."""
    year, month, date = day.split("-")
    for whole in (f"{date}{month}{year}", f"{year}{month}{date}"):
        yield from (place for place in written(reading, whole) if place[1] - place[0] == len(whole))
    yield from written(reading, f"{year[2:]}{month}{date}")


def runs(reading: Reading) -> Iterator[Run]:
    """Whatever in the text is as long as a number of somebody."""
    for match in RUN.finditer(reading.plain):
        yield *match.span(), _compact(match.group())


def similar(runs: Sequence[Run], numbers: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """(start, end, which) of runs of figures that differ from a long known number by one or two typing errors."""
    wanted = [(i, c, _allowed(c)) for i, n in enumerate(numbers) if _allowed(c := _compact(n))]
    if not wanted:
        return
    for start, end, run in runs:
        for which, number, errors in wanted:
            if abs(len(run) - len(number)) <= 1 and OSA.distance(run, number, score_cutoff=errors) <= errors:
                yield start, end, which
                break


@lru_cache(maxsize=4096)
def _compact(number: str) -> str:
    return "".join(c for c in plain(number) if c.isalnum())


def _allowed(number: str) -> int:
    if sum(c.isdigit() for c in number) < 8:
        return 0
    return next((errors for length, errors in ERRORS if len(number) >= length), 0)


def ends(reading: Reading, numbers: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """'eindigend op 7034': the last three or four figures, after words that say so."""
    tails = {(_compact(n)[-k:], i) for i, n in enumerate(numbers) for k in (3, 4) if len(_compact(n)) > 6}
    for tail, which in tails:
        at = reading.plain.find(tail)
        while at != -1:
            whole = not reading.plain[at + len(tail) : at + len(tail) + 1].isalnum()
            if whole and END_CUE.search(reading.plain, max(0, at - 34), at):
                yield at, at + len(tail), which
            at = reading.plain.find(tail, at + 1)
