"""What people do for a living: what sentences call a trade whatever it is called, and the trades of the lists.

Three ways: a label or turn of phrase after which only a trade can come ('werkt als', 'by trade', 'gelernter');
'she is', 'mijn vader,' and 'Jan Peeters,' before a word that has the ending of a doer; and the lists, alone when
the word is long and rare, otherwise beside a cue.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, common_words, given_strength
from ombuds.deidentification.engine.persons.cues import POSSESSIVES
from ombuds.deidentification.engine.profession_cues import (
    AFTER,
    APART,
    BUSINESS,
    COMMAS,
    CUE,
    FORMATION,
    FRENCH_LINKS,
    GENERAL,
    HEADS,
    INDEFINITE,
    IS_ONE,
    JOINED,
    LAST_VERBS,
    LEARNED,
    MORE,
    NAMED_AFTER,
    OF_PARTNER,
    ONLY,
    OWNERS,
    PLACED,
    RETIRED,
    RUNS,
    SELF_BEFORE,
    SUBORDINATE,
    TO_BE,
    USED_TO_BE,
    WAS_ONE,
)
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import LEXICON, Kind, Span
from ombuds.deidentification.engine.trade_beside import trades_beside
from ombuds.deidentification.engine.trade_forms import is_agent, is_compound_trade, trades
from ombuds.deidentification.engine.trade_frames import framed_trades
from ombuds.deidentification.engine.trade_labels import labelled_trades
from ombuds.deidentification.engine.trade_phrases import gap, is_complement, with_complement
from ombuds.deidentification.engine.trade_words import (
    ADVERBS,
    AM,
    AS,
    IS,
    NUMBERS,
    OFFICIALS,
    OFTEN,
    PERSONS,
    QUALITIES,
    ROLES,
    STOPS,
    TRAINED,
    WORKS,
)

REASON = "What somebody does for a living"
LONGEST_NAME = 4
BACK_TO_WORK = 10
TELLING = 8


def professions(reading: Reading) -> Iterator[Span]:
    for start, end in labelled_trades(reading):
        yield _span(reading, start, end, 0.85)
    for match in matches(NAMED_AFTER, reading):
        yield _span(reading, *match.span("v"), 0.7)
    yield from _after_work(reading)
    yield from _after_being(reading)
    yield from _beside_a_person(reading)
    yield from _between_commas(reading)
    yield from _only_one(reading)
    yield from _of_formation(reading)
    yield from _verb_last(reading)
    for pattern in (BUSINESS, WAS_ONE) if not RUNS.isdisjoint(reading.places) else (WAS_ONE,):
        for match in matches(pattern, reading):
            first = _index_of(reading, match.start("v"))
            if pattern is BUSINESS:
                yield _span(reading, *match.span("v"), 0.6)
            elif first is not None and (found := _doer_here(reading, first)):
                yield _words(reading, *found, 0.6)
    for first, last in framed_trades(reading, _doer_here, _index_of):
        yield _words(reading, first, last, 0.6)
    for start, end in trades_beside(reading):
        yield _span(reading, start, end, 0.6)
    yield from _labelled(reading)
    yield from _listed(reading)


def _span(reading: Reading, start: int, end: int, confidence: float) -> Span:
    """With 'self-employed' after it, and the kind of place where it is done: 'in een koekjesfabriek'."""
    more = MORE.match(reading.plain, end)
    end = more.end() if more else end
    entity = f"profession:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.PROFESSION, confidence, source=LEXICON, entity=entity, reason=REASON)


def _words(reading: Reading, first: int, last: int, confidence: float) -> Span:
    return _span(reading, reading.starts[first], reading.ends[last], confidence)


# --- turns of phrase after which anything is a trade


def _after_work(reading: Reading) -> Iterator[Span]:
    """'werkt sinds kort als X', 'gagne sa vie comme X', 'a job as an X', 'Ausbildung zur X'."""
    for index in reading.at(AS & reading.places.keys()):
        first = _skip_article(reading, index + 1)
        if _says_work(reading, index):
            last = _name_end(reading, first)
            if last >= first:
                yield _words(reading, first, last, 0.75)
        elif found := _known_doer(reading, first):
            yield _words(reading, *found, 0.6)
    for index in reading.at(TRAINED & reading.places.keys()):
        first = index + 1
        if first < len(reading.words) and gap(reading, first) == " " and _is_noun(reading, first):
            found = _doer_at(reading, first, index)
            yield _words(reading, *(found or (index, first)), 0.6)


def _says_work(reading: Reading, index: int) -> bool:
    """Whether the sentence spoke of work before this 'as'; of 'que' only 'en tant que', of 'zum' only a training."""
    word = reading.words[index]
    if word == "que" and (index == 0 or reading.words[index - 1] != "tant"):
        return False
    if word in {"zum", "zur", "tot"}:
        return index > 0 and reading.words[index - 1] in {"ausbildung", "lehre", "umschulung", "opleiding", "omscholing", "studie", "weiterbildung", "herscholing", "ausgebildet", "opgeleid"}  # fmt: skip
    for back in range(index - 1, max(-1, index - BACK_TO_WORK), -1):
        if any(c in ".!?;" for c in gap(reading, back + 1)):
            return False
        if reading.words[back] in WORKS:
            return True
    return False


def _skip_article(reading: Reading, index: int) -> int:
    """Past 'een', 'd'un', 'a', 'the only'."""
    articles = {"een", "un", "une", "a", "an", "ein", "eine", "einen", "einem", "einer", "d", "n"}  # fmt: skip
    for _ in range(2):
        if index < len(reading.words) and reading.words[index] in articles and gap(reading, index) in JOINED:
            index += 1
    return index


def _is_noun(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return (
        word not in STOPS
        and len(word) > 2
        and word.isalpha()
        and (reading.language == "de") <= reading.is_capital(index)
    )


def _name_end(reading: Reading, first: int) -> int:
    """The last word of the name of a trade that begins here; `first - 1` when none does."""
    last = first - 1
    index = first
    while index < min(len(reading.words), first + LONGEST_NAME + 2):
        word = reading.words[index]
        if index > first and gap(reading, index) not in JOINED:
            break
        if index == first and (gap(reading, index) not in {" ", "'", "\n", ' "'} or not word.isalpha()):
            break
        if index > first and word in FRENCH_LINKS and reading.language == "fr":
            if not is_complement(reading, index):
                break
            index += 1
            continue
        if (word in STOPS and not (index == first and word in {"maitre", "chef"})) or any(
            c.isdigit() for c in word
        ):
            break
        if (
            index > first
            and reading.is_capital(index)
            and not reading.is_capital(index - 1)
            and reading.language != "de"
        ):
            break
        last = index
        index += 1
        if last - first + 1 >= LONGEST_NAME and reading.language != "fr":
            break
    if (
        last >= first
        and given_strength(reading.words[first])
        and reading.is_capital(first)
        and reading.language != "de"
    ):
        return first - 1
    return last


# --- what somebody is


def _after_being(reading: Reading) -> Iterator[Span]:
    """'ik ben zelfstandig X', 'elle est X', 'my father was a X', 'seine Frau ist X'."""
    for index in reading.at((AM | IS) & reading.places.keys()):
        word = reading.words[index]
        if (word in IS and not _has_person(reading, index)) or (word == "am" and reading.language != "en"):
            continue
        if found := _doer_after(reading, index + 1):
            yield _words(reading, *found, 0.65)


def _has_person(reading: Reading, index: int) -> bool:
    """The subject before 'is', or after it as in 'is hij'."""
    if (
        index
        and gap(reading, index).strip() in {",", ";", "-"}
        and reading.words[index] in {"is", "est", "ist", "was", "war"}
    ):
        return True  # a note: 'belt zelf, is juriste'
    if index and reading.words[index - 1] in {"und", "en", "et", "and"} and reading.words[index] in IS_ONE:
        return True  # 'er lebt in Rabat und war dort Musiker'
    before = reading.words[max(0, index - 2) : index]
    if before and before[-1] in PERSONS:
        return True
    if len(before) == 2 and before[0] in ADDRESSED and reading.is_capital(index - 1):
        return True
    return bool(before) and reading.is_capital(index - 1) and any(given_strength(word) > 0 for word in before)


LIFELONG = re.compile(
    r" (?:(?:mijn|zijn|haar) (?:hele )?leven lang|toute (?:ma|sa) vie|all (?:my|his|her) life|(?:mein|sein|ihr)(?: ganzes)? leben lang|zeitlebens|seit (?:19|20)\d\d|sinds (?:19|20)\d\d|depuis (?:19|20)\d\d|since (?:19|20)\d\d)(?= )"
)


def _doer_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """The trade after small words and qualities, with the qualities; None when no such word comes."""
    first = None
    if 0 < index < len(reading.words) and (skipped := LIFELONG.match(reading.plain, reading.ends[index - 1])):
        index = bisect_left(reading.starts, skipped.end())
    for follower in range(index, min(len(reading.words), index + 8)):
        if gap(reading, follower) not in {" ", "-", "'", "\n"}:
            return None
        word = reading.words[follower]
        if (
            word in ADVERBS
            or word in NUMBERS
            or word.isdigit()
            or (word in PERSONS and first is None and follower == index)
        ):
            first = None
            continue
        if word in QUALITIES and not _count(reading, follower, trades().get(word, [])):
            first = follower if first is None else first
            continue
        return _doer_at(reading, follower, follower if first is None else first)
    return None


def _is_written_so(reading: Reading, index: int) -> bool:
    """With a capital in German, without one elsewhere, unless all are capitals."""
    return reading.is_capital(index) == (reading.language == "de") or reading.is_shouted(index)


def _doer_at(reading: Reading, index: int, first: int) -> tuple[int, int] | None:
    word = reading.words[index]
    if count := _count(reading, index, trades().get(word, [])):
        return first, with_complement(reading, _on_to_doer(reading, index + count - 1))
    acronym = (
        reading.language == "en" and reading.cased[reading.starts[index] : reading.ends[index]].isupper()
    )
    if not (_is_written_so(reading, index) or acronym) or (
        word in STOPS and not _is_english_noun(reading, index)
    ):
        return None
    if word in OWNERS and (of_what := MORE.match(reading.plain, reading.ends[index])) and of_what.group():
        return first, index
    follower = index + 1
    # 'graphic designer', 'sociaal verpleegkundige': the doer is the second word.
    if (
        follower < len(reading.words)
        and gap(reading, follower) in {" ", "-"}
        and reading.language != "fr"
        and gap(reading, index) != "-"
    ):
        for last in (follower, follower + 1, follower + 2):
            if (
                last >= len(reading.words)
                or gap(reading, last) not in {" ", "-"}
                or reading.words[last] in STOPS
            ):
                break
            if reading.words[last] in HEADS or (reading.words[last] not in ROLES and _is_doer(reading, last)):
                return first, last
    if _is_doer(reading, index):
        return first, with_complement(reading, index)
    return None


def _is_english_noun(reading: Reading, index: int) -> bool:
    """'fur' and 'tot' are small words elsewhere."""
    return reading.language == "en" and reading.words[index] in {"fur", "tot", "mine", "bin", "war", "bar"}


def _on_to_doer(reading: Reading, index: int) -> int:
    """'pilot boat skipper': an English trade may only be what another one is of."""
    if reading.language != "en":
        return index
    for last in (index + 1, index + 2):
        if last >= len(reading.words) or gap(reading, last) not in {" ", "-"} or reading.words[last] in STOPS:
            break
        if reading.words[last] in HEADS or (
            reading.words[last] not in ROLES and trades().get(reading.words[last])
        ):
            return last
    return index


def _known_doer(reading: Reading, index: int) -> tuple[int, int] | None:
    """After 'als' or 'as a' alone: a listed trade, a compound of one, or an ending that only the learned have."""
    first = index
    while (
        index < len(reading.words)
        and not _count(reading, index, trades().get(reading.words[index], []))
        and reading.words[index] in QUALITIES
        and gap(reading, index) in {" ", "-"}
    ):
        index += 1
    if index >= len(reading.words) or gap(reading, index) not in {" ", "'"}:
        return None
    word = reading.words[index]
    count = _count(reading, index, trades().get(word, []))
    if count and word not in ROLES:
        return first, with_complement(reading, index + count - 1)
    if word not in STOPS and word not in ROLES and (is_compound_trade(word) or LEARNED.search(word)):
        return first, with_complement(reading, index)
    return None


def _is_doer(reading: Reading, index: int) -> bool:
    return _is_written_so(reading, index) and is_agent(reading.words[index], reading.language)


ADDRESSED = frozenset(
    "frau herr mevrouw mevr mw meneer heer dhr madame mme monsieur mlle mademoiselle mrs mr ms miss dr klager klaagster verzoeker verzoekster plaignant plaignante requerant requerante complainant applicant beschwerdefuhrer beschwerdefuhrerin antragsteller antragstellerin".split()
)
KIN = PERSONS - {"die", "der", "er", "sie", "ze", "zij", "hij", "il", "elle", "he", "she", "i", "ik", "ich", "qui", "who", "law", "ex"}  # fmt: skip


def _beside_a_person(reading: Reading) -> Iterator[Span]:
    """'Jan Peeters, X te Y', 'mijn vader, X,', 'Ich, X aus Y'."""
    for match in matches(APART, reading):
        index = _index_of(reading, match.end())
        if index is None or not _follows_person(reading, index):
            continue
        at = index + _is_my_carer(reading, index)
        found = _doer_after(reading, at) if gap(reading, at) == " " else None
        if found is None and gap(reading, index).strip() in {",", "(", ".,", "-", "–"}:
            found = _doer_here(reading, index)
        if found and PLACED.match(reading.plain, reading.ends[found[1]]):
            yield _words(reading, *found, 0.6)


CARERS = re.compile(
    r"verpleeg|zorg|poets|hulp|kine|begeleid|soignant|infirm|familial|menag|aide|nurse|care|help|clean|pfleg|hilfe|putz|betreu|schwester|therap"
)


def _is_my_carer(reading: Reading, index: int) -> bool:
    """'Karin Weber, meine Haushaltshilfe,'; 'De Gouden Schup, our supplier' is no person."""
    after = " ".join(reading.words[index + 1 : index + 3])
    return reading.words[index] in POSSESSIVES and CARERS.search(after) is not None


def _labelled(reading: Reading) -> Iterator[Span]:
    for match in matches(OF_PARTNER, reading):
        words = re.findall(r"[^\W_]+", match["v"])
        telling = words[:1] if reading.language == "fr" else words[-1:]
        if len(words) < 6 and any(
            w in trades() or is_agent(w, reading.language) or is_compound_trade(w) for w in telling
        ):
            yield _span(reading, *match.span("v"), 0.7)


def _between_commas(reading: Reading) -> Iterator[Span]:
    for match in matches(COMMAS, reading):
        words = WORDS.findall(match["v"])
        first = _index_of(reading, match.start("v"))
        if first is None or words[0] in OPENING or any(w in STOPS for w in words[1:-1]):
            continue
        at = first if reading.language == "fr" else first + len(words) - 1
        if not _is_named_trade(reading, at, whole=len(words)) or not _is_written_so(reading, at):
            continue
        if _is_one_of_many(reading, first) or _is_one_of_many(reading, at + 2):
            continue
        yield _span(reading, *match.span("v"), 0.6)


OPENING = INDEFINITE | STOPS | ADVERBS | AM | IS
WORDS = re.compile(r"[^\W_]+")


def _is_named_trade(reading: Reading, index: int, *, whole: int) -> bool:
    """A listed trade or a compound of one; what only ends like a doer counts after a word that says what of."""
    word = reading.words[index]
    if word in ROLES and whole == 1:
        return False
    listed = any(form == (word,) for form in trades().get(word, ())) or is_compound_trade(word)
    return listed or (whole > 1 and reading.language == "en" and is_agent(word, "en"))


def _is_one_of_many(reading: Reading, index: int) -> bool:
    """'bakkers, slagers, kappers': an enumeration is about nobody."""
    return any(
        0 <= at < len(reading.words)
        and at != index
        and reading.words[at] in trades()
        and reading.words[at] not in ROLES
        for at in (index - 1,)
    )


def _only_one(reading: Reading) -> Iterator[Span]:
    for index in reading.at(ONLY & reading.places.keys()):
        if found := _doer_here(reading, index + 1):
            word = reading.words[found[1]]
            if word not in ROLES and len(word) > 4:
                yield _words(reading, *found, 0.6)


def _of_formation(reading: Reading) -> Iterator[Span]:
    """'une formation de cirier', 'training to be a gilder', 'used to be a verger', 'diploma van kaarsenmaker'."""
    for index in reading.at(FORMATION & reading.places.keys()):
        after = TO_BE.match(reading.plain, reading.ends[index])
        if (
            after
            and (first := _index_of(reading, after.end())) is not None
            and (found := _doer_here(reading, first))
        ):
            yield _words(reading, *found, 0.6)
    for match in matches(RETIRED, reading):
        first = _index_of(reading, match.start("v"))
        if first is not None and (found := _doer_here(reading, first)):
            yield _words(reading, *found, 0.6)
    for match in matches(USED_TO_BE, reading):
        first = _index_of(reading, match.end())
        if first is not None and (found := _doer_here(reading, first)):
            yield _words(reading, *found, 0.6)


REACH = 8


def _may_be_one(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if word in OFTEN and trades().get(word):
        return _is_written_so(reading, index)
    return word not in ROLES | STOPS and _is_doer(reading, index)


ENDS_CLAUSE = re.compile(r" ?[.,;:!?)\n]|\Z| (?:und|oder|aber|en|of|maar)(?![^\W_])")


def _verb_last(reading: Reading) -> Iterator[Span]:
    if reading.language not in {"de", "nl"}:
        return
    for index in reading.at(LAST_VERBS & reading.places.keys()):
        if index < 2 or gap(reading, index) != " " or not _may_be_one(reading, index - 1):
            continue
        if not ENDS_CLAUSE.match(reading.plain, reading.ends[index]):
            continue
        for back in range(index - 2, max(-1, index - REACH), -1):
            if any(c in ".!?;:" for c in gap(reading, back + 1)):
                break
            if reading.words[back] in SUBORDINATE:
                first = index - 1
                while (
                    first - 1 > back
                    and reading.words[first - 1] in QUALITIES
                    and gap(reading, first) in {" ", "-"}
                ):
                    first -= 1
                yield _words(reading, first, index - 1, 0.6)
                break


def _index_of(reading: Reading, at: int) -> int | None:
    index = bisect_left(reading.starts, at)
    return index if index < len(reading.starts) and reading.starts[index] == at else None


def _doer_here(reading: Reading, index: int) -> tuple[int, int] | None:
    first = None
    for at in range(index, min(len(reading.words), index + 5)):
        if at > index and gap(reading, at) not in {" ", "-"}:
            return None
        word = reading.words[at]
        quality = word in QUALITIES and not _count(reading, at, trades().get(word, []))
        if quality and first is None:
            first = at
        if not quality and word not in INDEFINITE:
            return _doer_at(reading, at, at if first is None else first)
    return None


def _follows_person(reading: Reading, index: int) -> bool:
    """A name of two capitals or a relative right before the comma."""
    if index == 0:
        return False
    before = reading.words[index - 1]
    if before in KIN or before in {
        "ik",
        "ich",
        "ondergetekende",
        "soussigne",
        "soussignee",
        "moi",
        "undersigned",
        "unterzeichnete",
        "unterzeichneter",
    }:
        return True
    if (
        reading.is_capital(index - 1)
        and not reading.is_shouted(index - 1)
        and given_strength(before) is Strength.SURE
    ):
        return True
    return (
        index > 1
        and reading.is_capital(index - 1)
        and reading.is_capital(index - 2)
        and (before not in STOPS or len(before) == 1)
    )


# --- the lists


@remembered
def _is_listed(word: str) -> bool:
    return bool(trades().get(word)) or is_compound_trade(word)


def _listed(reading: Reading) -> Iterator[Span]:
    common = common_words(reading.language)
    for word in filter(_is_listed, reading.places):
        forms = trades().get(word, [])
        compound = not forms
        rare = len(word) >= TELLING and word not in OFTEN and word not in common and word not in ROLES
        telling = rare and (reading.language != "de" or compound)
        if word.endswith(OFFICIALS):
            continue  # whom one meets at a counter; of a person only where the sentence says so
        for index in reading.places[word]:
            if GENERAL.match(reading.plain, reading.ends[index]) or word.startswith("general"):
                continue
            if word == "juge" and reading.text[
                slice(*reading.folded.original(reading.starts[index], reading.ends[index]))
            ].endswith("é"):
                continue  # 'le tribunal a jugé'
            count = 1 if compound else _count(reading, index, forms)
            if count and (telling or _is_of_a_person(reading, index, index + count - 1)):
                start, end = reading.starts[index], reading.ends[with_complement(reading, index + count - 1)]
                before = SELF_BEFORE.search(reading.plain, max(0, start - 18), start)
                yield _span(reading, before.start() if before else start, end, 0.75)


def _count(reading: Reading, index: int, forms: list[tuple[str, ...]]) -> int:
    for form in forms:
        if tuple(reading.words[index : index + len(form)]) == form:
            return len(form)
    return 0


def _is_of_a_person(reading: Reading, first: int, last: int) -> bool:
    start, end = reading.starts[first], reading.ends[last]
    if CUE.search(reading.plain, max(0, start - 60), start):
        return True
    return AFTER.match(reading.plain, end) is not None
