"""The second look: what no finder took and the network holds for something that identifies goes too."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.beside import with_what_is_beside
from ombuds.deidentification.engine.doors import with_doors
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.lexicons.loading import common_words
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.misread import is_misread_word
from ombuds.deidentification.engine.organisation_words import TYPES
from ombuds.deidentification.engine.persons.cues import FILE_ENDINGS, PARTICLES, ROLES, SMALL
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text, text_of
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.second_look import seeing
from ombuds.deidentification.engine.second_look.facts import facts
from ombuds.deidentification.engine.second_look.joining import with_the_rest
from ombuds.deidentification.engine.second_look.labels import KIND_OF, NUMBER, TIME, TRADE
from ombuds.deidentification.engine.second_look.network import Floats, trained
from ombuds.deidentification.engine.second_look.weak import is_weak
from ombuds.deidentification.engine.spans import KNOWN, MODEL, Keep, Kind, Span
from ombuds.deidentification.engine.towns import names as town_names

# From these chances on a word that nobody took goes: better a word too many than half a name. A word of the language typed
# small has to be likelier than a capital that nothing explains, a figure or what is only a fact likelier still, and a body
# that is to stay nearly certain. Chosen on letters of other hands than those it learnt from.
ENOUGH, PLAIN, LIKELY, CERTAIN = 0.02, 0.3, 0.5, 0.9
BESIDE = 0.1
SMALL_AS_ALL = 0.65  # of a word where nothing has a capital: 'in de garage de wagen hersteld'
NO_BODY = 0.8
OF_A_TRADE = 0.7
NO_DOUBT = 0.98
ATTACHED = 0.7  # of small words beside half a name
FURTHEST = 4  # words between a likely word and the name that it is part of
NOTHING = 0.004  # below that a guess at usual words is taken back
SHORT_FIGURE = 3
# Two small words typed as one are nobody's name; nor is what people write in a chat, nor how the name of a file ends.
RUN_TOGETHER = FILE_ENDINGS.union(
    """jsuis jsais jpeux jveux jvais jcrois jsp tkt slt bjr bsr cc mdr ptdr svp stp oke okee okey ok heyy heey hey hoi hallo hi salam selam salut coucou merci mercii aub alvast
    kzit kwil kweet kmoet kzal kkan kzag kdacht kging kwou kzou komt kvind kvraag zenne amai allee enfin bon voila lol omg thx tnx pls plz ppl bc idk btw fyi asap
    jai cest nai jetais javais sest quil quelle quon dun dune lai mest jy ny nest cetait etais daccord aujourdhui jusqua lorsquil puisquil jen len
    im ive dont didnt doesnt cant couldnt wont wouldnt isnt wasnt arent werent havent hasnt hadnt thats its theyre youre weve whats theres shouldnt hes shes
    khad kheb kben kga kzal tis tja zn mn gij nie ni ma da wa eb dak dat omda heeftie iedereen habs gibts gehts wars hab nix""".split()
)
# '938.858.877 euro', '2,5 per cent': a number that counts something.
COUNTED = re.compile(
    r"(?:[.,]\d+)?\s?(?:€|eur|%|procent|percent|per cent|pour ?cent|prozent|inwoners|habitants|inhabitants|einwohner|km|kg|m2|m3|kwh)"
)
SMALL_WORDS = PARTICLES.union(*SMALL.values(), ("us", "courriel", "email", "mail", "wij", "my", "we"))
LEADING_ON = frozenset("et en and und ou of or oder a te in at zu".split())
LABEL_ENDS = ("nr", "nummer", "number")
BEFORE_A_DOOR = frozenset("nr n no nummer number numero nummern huisnummer au du le of from van op".split())
GLUE = frozenset("./")  # between the two halves of a number
LONG_NUMBER = 6  # digits, in however short groups
# What may stand inside one name; a line end only inside what the folded form reads as one line.
GAPS = frozenset({" ", "  ", "-", "'", " & ", "&", "/", ". ", ".", ".-", ". '", " '", "' ", " - ", "+", "@"})
NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.ADDRESS})
TAKEN_BY_NAMES = frozenset(seeing.TAKEN[kind] for kind in NAMED)
# What half a name may have been taken for: 'Nispert |39', 'van |Gent'.
TAKEN_FOR_A_NAME = TAKEN_BY_NAMES | {seeing.TAKEN[kind] for kind in (Kind.PLACE, Kind.PROFESSION)}
MAY_BE_A_NAME = TAKEN_FOR_A_NAME | {seeing.FREE}
REASON = "It stands where a name would stand"


def second_look(
    reading: Reading, found: Sequence[Span], keep: Sequence[Keep], vocabulary: Vocabulary | None = None
) -> tuple[list[Span], list[Keep]]:
    """`found` with what else identifies, in order, none over another; and what of `keep` is to stay indeed.

    A guess at usual words that the network is certain about is taken back. A body that only its form tells ('Collège Notre-Dame') may be somebody's school: it stays unless nearly certainly a name.
    """
    text = text_of(reading.folded, reading.language, vocabulary or EMPTY)
    if not len(text):
        return list(found), list(keep)
    kept = [(k.start, k.end) for k in keep]
    asked = {span for span in found if _is_asked_about(text, span)}
    sure = [span for span in found if span not in asked]
    chances = trained().chances(text, seeing.covers(text, sure, kept))
    found = [span for span in found if span not in asked or _may_be(text, span, chances)]
    covers = seeing.covers(text, found, kept)
    name = chances[:, 1 : NUMBER + 1].sum(axis=1)
    stays = [one for one in keep if one.of_case or not _is_name(text, one, name)]
    if len(stays) < len(keep):
        covers = seeing.covers(text, found, [(k.start, k.end) for k in stays])
    spans = sorted(found, key=lambda span: span.start)
    for run in _runs(text, covers, chances, name):
        _add(text, run, spans, chances)
    covers = seeing.covers(text, spans, [(k.start, k.end) for k in stays])
    if more := facts(text, covers, chances):
        spans = sorted([*spans, *more], key=lambda span: span.start)
        covers = seeing.covers(text, spans, [(k.start, k.end) for k in stays])
    spans = with_doors(text, with_the_rest(text, spans, covers, name))
    return with_what_is_beside(text, spans), stays


def _is_asked_about(text: Text, span: Span) -> bool:
    """Whether a finder only guessed, and at usual words: 'Annual Report', 'Klachtencoördinator'; not at what the office taught."""
    if span.kind not in NAMED or not is_weak(span):
        return False
    inside = list(text.within([(span.start, span.end)]))
    words = [text.words[index] for index in inside]
    return not any(map(text.vocabulary.is_name, words)) and all(
        len(word) == 1 or text.is_word(index) or is_dictionary_word(word)
        for index, word in zip(inside, words, strict=True)
    )


def _may_be(text: Text, span: Span, chances: Floats) -> bool:
    """Unless the network is certain that every word of it is nobody's."""
    words = list(text.within([(span.start, span.end)]))
    return not words or bool((1 - chances[words, 0]).max() >= NOTHING)


def _is_name(text: Text, kept: Keep, name: Floats) -> bool:
    """Whether its own words name somebody; not those that say what sort of house it is ('Agence Trevi-Logis', 'la direction de Demain')."""
    words = list(text.within([(kept.start, kept.end)]))
    if len(words) > 1 and text.is_word(words[0]):
        words = words[1:]
        while len(words) > 1 and not text.capitals[words[0]] and name[words[0]] < LIKELY:
            words = words[1:]
    if not words:
        return False
    mean, last = float(name[words].mean()), float(name[words[-1]])
    return mean >= NO_BODY or (mean >= LIKELY and last >= CERTAIN)


def _runs(text: Text, covers: list[int], chances: Floats, name: Floats) -> Iterator[list[int]]:
    """Free words side by side that go, as indexes, without the small words at their ends."""
    something = 1 - chances[:, 0]
    run: list[int] = []
    for index in map(int, (something >= ENOUGH).nonzero()[0]):
        if covers[index] != seeing.FREE or text.vocabulary.is_word(text.words[index]):
            continue
        if not _goes(text, index, covers, chances, name):
            continue
        if run and (index != run[-1] + 1 or text.before(index) not in GAPS):
            yield from _trimmed(text, run, covers, name)
            run = []
        run.append(index)
    yield from _trimmed(text, run, covers, name)


def _goes(text: Text, index: int, covers: list[int], chances: Floats, name: Floats) -> bool:
    """Whether a free word is likely enough to identify somebody, for what it is and where it stands."""
    something, inside = float(1 - chances[index, 0]), False
    if name[index] < CERTAIN and _is_nobodys(text, index):
        return False
    if _is_of_kin(text, index, covers, name[index]):
        return False
    if name[index] >= LIKELY:
        inside = _is_inside_a_name(text, index, covers, name)
    if is_title(text, index) and name[index] < CERTAIN and not inside:
        return False
    needed = _needed(text, index, float(name[index]), something - float(name[index]))
    if needed == CERTAIN and chances[index, TRADE] >= OF_A_TRADE:
        needed = OF_A_TRADE
    if needed == PLAIN and text.capitals[index] and _stands_beside_a_name(text, index, covers):
        needed = BESIDE
    if something < (min(needed, LIKELY) if inside else needed):
        return False
    # Not days, ages, amounts, health: a story told anew would read as nonsense.
    return bool(chances[index, TIME:].sum() <= name[index]) or _is_glued_number(text, index)


def _is_inside_a_name(text: Text, index: int, covers: list[int], name: Floats) -> bool:
    """Whether a name stands beside the word, found by a finder or nearly certain, or further on behind words that are likely: 'Paysans |d'ici'."""

    def reaches(step: int) -> bool:
        at = index
        while 0 <= at + step < len(covers) and abs(at - index) < FURTHEST:
            gap = text.gap(at) if step > 0 else text.before(at)
            at += step
            if gap not in GAPS:
                return False
            if covers[at] in TAKEN_BY_NAMES or (name[at] >= CERTAIN and covers[at] in MAY_BE_A_NAME):
                return True  # not a number: 'het dossier OM/2024/23680 |nergens'
            if covers[at] != seeing.FREE or name[at] < LIKELY:
                return False
        return False

    return reaches(-1) or reaches(1)


def _stands_beside_a_name(text: Text, index: int, covers: list[int]) -> bool:
    """'Golden |Morgen', 'Kiosk |Ümit': in German, where every noun has a capital, half a name is the sign of the other half."""
    beside = _follows_a_name(text, index, covers) or _leads_to_a_name(text, [index], covers)
    return beside and not text.starts_sentence(index)


def _is_of_kin(text: Text, index: int, covers: list[int], name: float) -> bool:
    """'Evas |Sohn': in German a relative behind a name is none of it, and a usual noun only when nearly certain."""
    word = text.words[index]
    if name >= NO_DOUBT and index and covers[index - 1] == seeing.TAKEN[Kind.ORGANISATION]:
        return False  # 'Credit |Partner'
    usual = word in ROLES or (name < CERTAIN and word in common_words(text.language))
    return usual and "de" in text.languages(index) and _follows_a_name(text, index, covers)


def _needed(text: Text, index: int, name: float, fact: float) -> float:
    """How likely the word has to be something that identifies."""
    word = text.words[index]
    if name < LIKELY and (name < fact or word[0].isdigit()):
        return CERTAIN
    if text.capitals[index]:
        if text.is_word(index) and "de" in text.languages(index):
            return PLAIN  # every noun has a capital there
        if text.is_word(index) and text.in_capitals(index):
            return BESIDE  # and there every word
        return PLAIN if text.starts_sentence(index) else ENOUGH
    if text.is_small_here(index):
        return SMALL_AS_ALL if text.is_word(index) else ENOUGH
    return CERTAIN if text.is_word(index) else PLAIN


def _trimmed(text: Text, run: list[int], covers: list[int], name: Floats) -> Iterator[list[int]]:
    """'de' and 'with' at an end of the run only when likely or when the rest of the name stands behind them."""

    def hangs_loose(index: int, beside: int) -> bool:
        is_small = text.stops(index) and not text.capitals[index] and name[index] < LIKELY
        return is_small and not (0 <= beside < len(covers) and covers[beside] in TAKEN_BY_NAMES)

    first, last = 0, len(run)
    while first < last and hangs_loose(run[first], run[first] - 1):
        first += 1
    while first < last and (
        hangs_loose(run[last - 1], run[last - 1] + 1) or _is_small_title(text, run[last - 1])
    ):
        last -= 1
    run = run[first:last]
    if run and (
        _says_something(text, run)
        or _leads_to_a_name(text, run, covers)
        or _is_certain(text, run, covers, name)
        or _is_short_name(text, run, name)
    ):
        yield run


def _is_small_title(text: Text, index: int) -> bool:
    """'a Hasselt |doctor'."""
    return not text.capitals[index] and not text.is_small_here(index) and is_title(text, index)


def _is_certain(text: Text, run: list[int], covers: list[int], name: Floats) -> bool:
    """Small words and short numbers that the network has no doubt about: 'Van 't Hof', 'Nispert |39', 'Zuerst |Our'."""
    is_beside = _is_behind(text, run[0], covers) or _is_before(text, run[-1], covers)
    mean = float(name[run].mean())
    if mean < (ATTACHED if is_beside else CERTAIN) or COUNTED.match(text.plain, text.ends[run[-1]]):
        return False
    digits = sum(c.isdigit() for index in run for c in text.words[index])
    if digits and all(text.words[index].isdigit() for index in run):
        is_long = digits > SHORT_FIGURE and not _counts(text, run[-1])
        return is_long or _is_behind(text, run[0], covers) or _is_a_door(text, run, mean)
    return len(run) > 1 or is_beside or (mean >= NO_DOUBT and len(text.words[run[0]]) > 1)


def _counts(text: Text, index: int) -> bool:
    """'0475 brieven': a short number before a usual word typed small, of which there are so many."""
    after = index + 1
    if after >= len(text) or text.gap(index) != " " or len(text.words[index]) > SHORT_FIGURE + 1:
        return False
    return not text.capitals[after] and not text.stops(after) and text.is_word(after)


def _is_a_door(text: Text, run: list[int], mean: float) -> bool:
    """'le voisin du |120', 'van nr. |14': the number of a house, of which nothing else is told."""
    return mean >= NO_DOUBT and run[0] > 0 and len(run) == 1 and text.words[run[0] - 1] in BEFORE_A_DOOR


def _is_short_name(text: Text, run: list[int], name: Floats) -> bool:
    """'Zé', 'D. en haar zus', 'V. P.': one or two capitals with no more than a letter behind each, which the network holds for a name."""
    if len(run) > 2 or not all(
        len(text.words[i]) <= 2 and text.words[i].isalpha() and text.capitals[i] for i in run
    ):
        return False
    return bool(name[run].mean() >= (ATTACHED if text.starts_sentence(run[0]) else LIKELY))


def _is_behind(text: Text, index: int, covers: list[int]) -> bool:
    return index > 0 and covers[index - 1] in TAKEN_FOR_A_NAME and text.before(index) in GAPS


def _is_before(text: Text, index: int, covers: list[int]) -> bool:
    return index + 1 < len(covers) and covers[index + 1] in TAKEN_FOR_A_NAME and text.gap(index) in GAPS


def _is_glued_number(text: Text, index: int) -> bool:
    """'17.1972' in a cell, '139/17': no day that a finder knows, and too long to count something."""
    before, after = _is_glued(text, index - 1), _is_glued(text, index)
    first = index - before
    if before == after or _is_glued(text, first - 1) or _is_glued(text, first + 1):
        return False
    is_long = len(text.words[first]) + len(text.words[first + 1]) > SHORT_FIGURE + 1
    return is_long and not COUNTED.match(text.plain, text.ends[first + 1])


def _is_glued(text: Text, index: int) -> bool:
    """Whether the word and the next are figures with a point or a stroke between them."""
    if not 0 <= index < len(text) - 1 or text.gap(index) not in GLUE:
        return False
    return text.words[index].isdigit() and text.words[index + 1].isdigit()


def _is_nobodys(text: Text, index: int) -> bool:
    """'jai', 'dont', 'Kontonr': two words run together, and labels of numbers; 'auf Bitte von'."""
    word = text.words[index]
    if is_misread_word(word):
        return True
    if word == "o" and text.before(index) == "/":
        return True  # 'p/o'
    return word == "bitte" or word.endswith(LABEL_ENDS) or (word in RUN_TOGETHER and not text.capitals[index])


def _leads_to_a_name(text: Text, run: list[int], covers: list[int]) -> bool:
    """The 'Le' of 'Le |Grand Pré', the 'd' of 'd'|Ursel'."""
    last = run[-1]
    return last + 1 < len(covers) and covers[last + 1] in TAKEN_BY_NAMES and text.gap(last) in GAPS


def _follows_a_name(text: Text, index: int, covers: list[int]) -> bool:
    return index > 0 and covers[index - 1] in TAKEN_BY_NAMES and text.before(index) in GAPS


def _says_something(text: Text, run: list[int]) -> bool:
    small = SMALL_WORDS if len(run) == 1 else PARTICLES
    said = [text.words[i] for i in run if not text.stops(i) and text.words[i] not in small]
    digits = sum(map(str.isdigit, "".join(said)))
    if len(run) == 2 and _is_glued_number(text, run[0]):
        return True
    if digits and (
        COUNTED.match(text.plain, text.ends[run[-1]]) or (len(run) == 1 and _counts(text, run[0]))
    ):
        return False
    if len(said) == 1 and said[0] in TYPES and not text.capitals[run[-1]]:
        return False  # a garage, a school
    return digits >= LONG_NUMBER or not all(map(_says_nothing, said))


def _says_nothing(word: str) -> bool:
    """The 3 and the 10 of 'version 3.10', the G and the A of 'G/A'."""
    return len(word) == 1 or (word.isdigit() and len(word) <= SHORT_FIGURE)


def _leads_on(text: Text, run: list[int]) -> bool:
    """Small words that lead on to somebody or somewhere else: 'Jan |et d'|Igor', 'École Saint-Joseph |à| Wavre'."""
    words = {text.words[index] for index in run}
    return not LEADING_ON.isdisjoint(words) and words <= SMALL_WORDS | LEADING_ON


def _kind_of(text: Text, run: list[int], spans: list[Span], chances: Floats) -> Kind:
    kind, word = KIND_OF[int(chances[run].sum(axis=0)[1:].argmax()) + 1], text.words[run[-1]]
    if kind is Kind.PROFESSION and _is_part_of(text, run, spans, Kind.PERSON):
        return Kind.PERSON  # 'Herrn Richter', and further on 'Richter' alone
    if len(run) == 1 and (
        (kind is Kind.ADDRESS and text.is_word(run[0]))
        or (kind is Kind.ORGANISATION and word in town_names()[0])
    ):
        return Kind.PLACE  # 'in de Markt', 'a Hasselt doctor'
    return kind


def _add(text: Text, run: list[int], spans: list[Span], chances: Floats) -> None:
    """The run as a span of its own, or as more of the name beside it of which a finder saw a part."""
    first, last = run[0], run[-1]
    kind = _kind_of(text, run, spans, chances)
    if kind is Kind.REFERENCE and not any(c.isdigit() for index in run for c in text.words[index]):
        return  # 'nowhere' where a number would stand
    end = text.ends[last]
    is_letter = end - text.starts[last] == 1 and text.before(last) != "'"
    if kind is Kind.PERSON and is_letter and text.plain[end : end + 1] == ".":
        end += 1  # 'Pol M.', not 'Le Floc'h.'
    start, end = text.folded.original(text.starts[first], end)
    before = _beside(spans, text, first - 1) if first and text.before(first) in GAPS else None
    after = _beside(spans, text, last + 1) if last + 1 < len(text) and text.gap(last) in GAPS else None
    is_small = not text.capitals[last] and not text.is_small_here(last) and text.is_word(last)
    is_doubted = 1 - chances[run, 0].mean() < NO_DOUBT
    if (
        is_small
        and is_doubted
        and after is None
        and text.before(first) != "-"
        and before is not None
        and spans[before].kind is Kind.PERSON
    ):
        return  # 'Jans neighbour', 'Dupont knew': a name goes on with capitals
    is_usual = not any(text.capitals[index] or not text.is_word(index) for index in run)
    if ((is_doubted and is_usual) or _leads_on(text, run)) and any(
        at is not None and spans[at].source == KNOWN for at in (before, after)
    ):
        return  # 'de Filipijnen en |Omar', 'aidé |Nguyen', 'Jan |et d'|Igor': the case knows where the name begins
    if before is not None:
        spans[before] = replace(spans[before], end=spans[after].start if after is not None else end)
    elif after is not None:
        spans[after] = replace(spans[after], start=start)
    # A street of which another place has the number is found again as the same street.
    elif kind is not Kind.ADDRESS or not _begins_another(text, run, spans):
        said = " ".join(text.plain[text.starts[first] : text.ends[last]].split())
        entity = f"{'name' if kind is Kind.PERSON else kind}:{said}"
        chance = min(0.9, float(1 - chances[run][:, 0].mean()))
        insort(
            spans, Span(start, end, kind, MODEL, chance, entity, "", "", REASON), key=lambda span: span.start
        )


def _begins_another(text: Text, run: list[int], spans: list[Span]) -> bool:
    """Whether an address elsewhere begins with these words."""
    said = [text.words[index] for index in run]
    return any(
        span.kind is Kind.ADDRESS
        and [text.words[index] for index in text.within([(span.start, span.end)])][: len(said)] == said
        for span in spans
    )


def _is_part_of(text: Text, run: list[int], spans: list[Span], kind: Kind) -> bool:
    """Whether these words stand, side by side, in a span of the kind somewhere in the text."""
    words = [text.words[index] for index in run]
    for span in spans:
        if span.kind is kind:
            whole = [text.words[index] for index in text.within([(span.start, span.end)])]
            if any(whole[at : at + len(words)] == words for at in range(len(whole))):
                return True
    return False


def _beside(spans: list[Span], text: Text, index: int) -> int | None:
    """Which span of somebody, a house or a street holds this word; None when none does."""
    start = text.originals[0][index]
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    held = at >= 0 and spans[at].end > start and spans[at].kind in NAMED
    return at if held else None
