"""Numbers that the case file knows, with any separators, misread figures, typing errors, or only their end."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.reading import Reading

JOIN = r"[\s.\-/_():|]{0,3}"
# What a scanner takes for what.
TWINS = {
    "0": "0o",
    "o": "o0",
    "1": "1li|",
    "l": "l1i",
    "i": "i1l",
    "5": "5s",
    "s": "s5",
    "8": "8b",
    "b": "b8",
    "2": "2z",
    "z": "z2",
}
RUN = re.compile(r"[0-9](?<![\w].)(?:[ \t.\-/()]{0,3}[0-9a-z]){6,30}(?![^\W_])")
END_CUE = re.compile(
    r"(?:eindigend op|eindigt op|laatste (?:vier |3 |4 |drie )?cijfers(?: zijn)?|se terminant par|se termine par|finissant par|(?:quatre |4 )?derniers chiffres(?: sont)?|ending (?:in|with)|ends (?:in|with)|last (?:four |4 )?digits(?: are)?|"
    r"endet auf|endend auf|letzten? (?:vier |4 )?(?:ziffern|stellen)|x{2,}|\*{2,}|\.{2,}|…)[\s:.\-]{0,3}\Z"
)  # fmt: skip
# Where a run of figures and letters begins and ends, and these without what is between them.
Run = tuple[int, int, str]
ERRORS = ((14, 2), (9, 1))


@lru_cache(maxsize=4096)
def number_pattern(number: str) -> re.Pattern[str] | None:
    """The characters of a number or reference with any separators between them, each also as it is misread."""
    characters = [c for c in plain(number) if c.isalnum()]
    if len(characters) < 3:
        return None
    forms = [f"[{re.escape(TWINS[c])}]" if c in TWINS else re.escape(c) for c in characters]
    return re.compile(rf"{forms[0]}(?<![^\W_].){JOIN}{JOIN.join(forms[1:])}(?![^\W_])")


@lru_cache(maxsize=4096)
def phone_pattern(phone: str) -> re.Pattern[str] | None:
    """A phone number with or without the country code, whatever country that is."""
    digits = re.sub(r"\D", "", phone)
    code = re.match(r"\s*(?:\+|00)\s?(3[0-46-9]|4[0134-9]|3[5-8]\d|212|213|216|9\d|1|7)", phone)
    national = digits.removeprefix("00")
    national = national.removeprefix(code.group(1)) if code else re.sub(r"^32(?=[1-9]\d{7,8}$)", "", national)
    national = national.lstrip("0")
    if len(national) < 6:
        return None
    forms = [f"[{TWINS[c]}]" if c in TWINS else c for c in national]
    return re.compile(
        rf"(?<![^\W_])(?:(?:\+|00)?{JOIN}\d{{2,3}}{JOIN})?(?:\(?[0o]\)?)?{JOIN}{JOIN.join(forms)}(?![^\W_])"
    )


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
