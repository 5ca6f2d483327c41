"""All that identifies: what the case knows, what has the form of an identifier, then people nobody announced."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.ages import ages
from ombuds.deidentification.engine.beside_days import beside_days
from ombuds.deidentification.engine.closing_up import closed_up
from ombuds.deidentification.engine.day_pairs import day_pairs
from ombuds.deidentification.engine.days import date_spans
from ombuds.deidentification.engine.doubtful_german import doubtful_houses
from ombuds.deidentification.engine.elsewhere import found_elsewhere
from ombuds.deidentification.engine.family import family_facts
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.health import health_facts
from ombuds.deidentification.engine.initials_noted import initials_noted
from ombuds.deidentification.engine.keeping import keep_spans
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.known_values import known_values
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.long_texts import LONGEST, find_in_pieces
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.naming import names, words_of
from ombuds.deidentification.engine.organisations import organisations
from ombuds.deidentification.engine.patterns import by_pattern
from ombuds.deidentification.engine.peoples import is_of_a_people
from ombuds.deidentification.engine.persons import find_persons
from ombuds.deidentification.engine.persons.cues import PARTICLES
from ombuds.deidentification.engine.professions import professions
from ombuds.deidentification.engine.propagation import propagate
from ombuds.deidentification.engine.reading import Reading, read
from ombuds.deidentification.engine.second_look.looking import second_look
from ombuds.deidentification.engine.short_surnames import short_surnames
from ombuds.deidentification.engine.spans import KNOWN, LEXICON, MODEL, Keep, Kind, Span, resolve
from ombuds.deidentification.engine.streets import streets
from ombuds.deidentification.engine.times import times
from ombuds.deidentification.engine.towns import towns
from ombuds.deidentification.engine.whole_streets import whole_street

Text = tuple[str, str]
# What a name may override when what stands around it is strong: mevrouw Leuven, de heer Bakker.
SOFT = frozenset({Kind.PLACE, Kind.ORGANISATION, Kind.PROFESSION, Kind.FAMILY, Kind.HEALTH})
# What may stand between the parts of one address.
BETWEEN = frozenset(" \t\r\n,-–/()|•·")
LONGEST_JOINT = 4
FIRM = 0.8
LONGEST_DAY = 10
# Sint-Martens-Latem, Le Rœulx: no Martens and no Rœulx is meant.
LONG_PLACE = re.compile(r"place:(?:(?:sint|saint|sainte|st|ste|le|la|les)[ \-]|[^ \-]+[ \-][^ \-]+[ \-])")
NO_IDENTIFIERS = KnownIdentifiers()


def find(
    text: str,
    language: str = "nl",
    known: KnownIdentifiers | None = None,
    vocabulary: Vocabulary | None = None,
    *,
    keep_office_holders: bool | None = None,
) -> list[Span]:
    """Every span that identifies, in order, none overlapping. Never raises on any text.

    `keep_office_holders`: whether 'minister Jan Claes' keeps his name; None keeps it only where the case tells of the body
    that it is about, so that a text from a newspaper loses all its people. The office itself always stays.
    """
    return find_all([(text, language)], known, vocabulary, keep_office_holders=keep_office_holders)[0]


def find_all(
    documents: Sequence[Text],
    known: KnownIdentifiers | None = None,
    vocabulary: Vocabulary | None = None,
    *,
    keep_office_holders: bool | None = None,
) -> list[list[Span]]:
    """The same over the documents of one case, (text, language) each: a name found once is found everywhere."""
    known = known or NO_IDENTIFIERS
    holders = bool(known.bodies) if keep_office_holders is None else keep_office_holders
    if any(len(text) > LONGEST for text, _ in documents):
        return _find_long(documents, known, vocabulary, holders)
    readings = [read(text, language) for text, language in documents]
    kept = [list(keep_spans(reading, known, keep_office_holders=holders)) for reading in readings]
    found = [_found(reading, known, vocabulary, keep) for reading, keep in zip(readings, kept, strict=True)]
    elsewhere = found_elsewhere(readings, found, kept)
    found = [
        sorted([*spans, *more], key=lambda s: s.start) for spans, more in zip(found, elsewhere, strict=True)
    ]
    added = propagate(
        [
            (r.text, r.folded, r.language, spans, [(k.start, k.end) for k in keep])
            for r, spans, keep in zip(readings, found, kept, strict=True)
        ],
        vocabulary,
    )
    return [
        _tidy(r.text, resolve(_with(spans, more), r.text, keep), r.language)
        for r, spans, more, keep in zip(readings, found, added, kept, strict=True)
    ]


def _find_long(
    documents: Sequence[Text], known: KnownIdentifiers, vocabulary: Vocabulary | None, holders: bool
) -> list[list[Span]]:
    def find_one(reading: Reading) -> tuple[list[Span], list[Keep]]:
        keep = list(keep_spans(reading, known, keep_office_holders=holders))
        return _found(reading, known, vocabulary, keep), keep

    def settle(reading: Reading, spans: list[Span], more: list[Span], keep: list[Keep]) -> list[Span]:
        return _tidy(reading.text, resolve(_with(spans, more), reading.text, keep), reading.language)

    return find_in_pieces(documents, vocabulary, find_one, settle)


def _found(
    reading: Reading, known: KnownIdentifiers, vocabulary: Vocabulary | None, keep: list[Keep]
) -> list[Span]:
    found = first_look(reading, known, vocabulary, keep)
    found, keep[:] = second_look(reading, found, keep, vocabulary)
    return found


def first_look(
    reading: Reading, known: KnownIdentifiers, vocabulary: Vocabulary | None, keep: list[Keep]
) -> list[Span]:
    """What the finders see, before the network looks at the rest; the training of the network begins here."""
    if not reading.plain:
        return []
    found = list(_certain(reading, known))
    certain = resolve(found, reading.text, keep)
    hard, soft = _hard_and_soft(certain, keep)
    people = list(find_persons(reading.text, reading.folded, reading.language, hard, vocabulary, soft))
    certain, people = _whole_names(reading, certain, people)
    sure = resolve(_people_over_soft(certain, people, found), reading.text, keep)
    doubts = doubtful_houses(reading, sure, [(k.start, k.end) for k in keep], vocabulary)
    return resolve([*sure, *doubts], reading.text, keep)


def _whole_names(reading: Reading, certain: list[Span], people: list[Span]) -> tuple[list[Span], list[Span]]:
    """Where the finder of unknown names sees more of a known one ('K Kessel-Güsting'), the known one grows; never less."""
    known = [s for s in certain if s.kind is Kind.PERSON]
    starts = [s.start for s in known]
    grown = dict(zip(starts, known, strict=True))
    others = []
    for span in people:
        first = max(0, bisect_right(starts, span.start) - 1)
        met = [s for s in known[first : bisect_right(starts, span.end - 1)] if s.end > span.start]
        if not met:
            others.append(span)
            continue
        if len({s.entity for s in met}) > 1 and "," in reading.text[met[0].end : met[-1].start]:
            continue  # 'Jean-Pierre, Pierre' are two, where the case knows both
        left, right = met[0].start, met[-1].start
        if len(met) == 1 and _is_another(reading, met[0], span):
            grown[left] = replace(met[0], entity="", part="full")
        grown[left] = replace(grown[left], start=min(grown[left].start, span.start))
        grown[right] = replace(grown[right], end=max(grown[right].end, span.end))
    return [*(s for s in certain if s.kind is not Kind.PERSON), *grown.values()], others


def _is_another(reading: Reading, known: Span, whole: Span) -> bool:
    """'Rebecca Kuznetsov' when only Olga Kuznetsov is known: a word beside half a name makes it somebody else's."""
    if known.part not in {"first", "last"}:
        return False
    beside = reading.text[whole.start : known.start] + " " + reading.text[known.end : whole.end]
    return any(len(word) > 1 and word not in PARTICLES for word in words_of(beside))


def _hard_and_soft(
    certain: list[Span], keep: list[Keep]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where no unknown name may stand, and where one may take the place of a guess. Known names are looked at again."""
    hard = [(s.start, s.end) for s in certain if not _is_soft(s) and s.kind is not Kind.PERSON]
    soft = [(s.start, s.end) for s in certain if _is_soft(s)]
    return sorted([*hard, *((k.start, k.end) for k in keep)]), soft


def hard_and_soft(
    reading: Reading, known: KnownIdentifiers
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The same for one text, as the training of the model of names sees it."""
    keep = list(keep_spans(reading, known, keep_office_holders=False))
    return _hard_and_soft(resolve(_certain(reading, known), reading.text, keep), keep)


def _certain(reading: Reading, known: KnownIdentifiers) -> Iterator[Span]:
    text, folded = reading.text, reading.folded
    if known.people:
        yield from names(text, folded, known.people)
    yield from known_values(reading, known)
    yield from date_spans(reading, known)
    yield from beside_days(reading)
    yield from day_pairs(reading)
    yield from by_pattern(reading)
    yield from initials_noted(reading)
    yield from short_surnames(reading)
    yield from streets(reading)
    yield from towns(reading)
    yield from times(reading)
    yield from ages(reading)
    yield from professions(reading)
    yield from family_facts(reading)
    yield from health_facts(reading)
    yield from organisations(reading)


def _is_day_word(span: Span) -> bool:
    """'Noël', 'Lundi', 'May': a day without a figure may be somebody's name."""
    return span.kind is Kind.DATE and span.length <= LONGEST_DAY and not span.entity


def _is_soft(span: Span) -> bool:
    """A guess by a list; a firm with its legal form or its trade before it is no guess."""
    return (
        (span.kind in SOFT or _is_day_word(span))
        and span.source != KNOWN
        and not (span.kind is Kind.ORGANISATION and span.confidence >= FIRM)
        and not (span.kind is Kind.PLACE and LONG_PLACE.match(span.entity) is not None)
        and not (span.kind is Kind.HEALTH and span.source == LEXICON and span.entity.count(" ") > 0)
    )


def _people_over_soft(certain: list[Span], people: list[Span], found: list[Span]) -> list[Span]:
    """A name that the names' finder took over a town or a profession replaces it; what had given way to that counts again.

    'Civil status: married, Simran 12/9/17': the day in it, not the line, is a fact beside the name.
    """
    people = [p for p in people if not _is_part_of_trade(p, certain) and not _is_of_a_people(p)]
    starts = sorted((p.start, p.end) for p in people)

    def is_overridden(span: Span) -> bool:
        return _is_soft(span) and _overlaps(span, starts) and not _is_more(span, starts)

    gone = [s for s in certain if is_overridden(s)]
    again = (s for s in found if gone and _is_inside_one(s, gone) and not is_overridden(s))
    return [*(s for s in certain if not is_overridden(s)), *again, *people]


def _is_inside_one(span: Span, others: list[Span]) -> bool:
    """Whether it lies in another one of `others`, which are in order."""
    at = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return at >= 0 and span.end <= others[at].end and span is not others[at]


def _is_more(span: Span, people: list[tuple[int, int]]) -> bool:
    """'Nettoie Tout' where a name was seen in 'Nettoie': the firm is longer on both sides together than any name in it."""
    if span.kind is not Kind.ORGANISATION:
        return False
    return all(
        span.start <= start and end <= span.end and end - start < span.length
        for start, end in people
        if start < span.end and span.start < end
    )


def _is_of_a_people(person: Span) -> bool:
    """'van Ghanese nationaliteit', 'spreken thuis Pools': a word for a people that few are called by."""
    words = [word for word in person.entity.removeprefix("name:").split() if word not in PARTICLES]
    if len(words) != 1 or person.source not in {LEXICON, MODEL} or not is_of_a_people(words[0]):
        return False
    return Strength.SURE not in (given_strength(words[0]), family_strength(words[0]))


def _is_part_of_trade(person: Span, certain: list[Span]) -> bool:
    """'handloom weaver': a name of one word inside the name of a trade of several is none."""
    return " " not in person.entity and any(
        s.kind is Kind.PROFESSION
        and s.start <= person.start
        and person.end <= s.end
        and s.entity.count(" ") > 0
        and s.end - s.start > person.end - person.start + 2
        for s in certain
    )


def _overlaps(span: Span, ranges: list[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _with(found: list[Span], more: list[Span]) -> list[Span]:
    """The found spans and the added ones; an added span at the same place replaces the found one."""
    places = {(s.start, s.end) for s in more}
    return [*(s for s in found if (s.start, s.end) not in places), *more]


def _tidy(text: str, spans: list[Span], language: str) -> list[Span]:
    ends = [*(span.start for span in spans[1:]), len(text)][: len(spans)]
    trimmed = (
        _with_more(
            text,
            _whole_word(text, _with_its_m(text, _with_initial(text, _trimmed(text, span)), language)),
            end,
        )
        for span, end in zip(spans, ends, strict=False)  # no spans, one end
    )
    named = [span for span in trimmed if span.start < span.end and not _is_heading(text, span)]
    return closed_up(text, _joined_addresses(text, named))


# 'II. Standpunt van de dienst', 'I. Sachverhalt': a numbered heading, where 'V. Peeters' is somebody.
HEADING = re.compile(r"(?:[IVX]{2,5}\.?|[IVX]\. ?(?P<w>[^\W\d_]+))")


def _is_heading(text: str, span: Span) -> bool:
    if span.kind is not Kind.PERSON or span.source == KNOWN:
        return False
    if text[span.start - 1 : span.start].strip() or text[span.end : span.end + 1] not in {".", "\n", " ", ""}:
        return False
    heading = HEADING.fullmatch(text, span.start, span.end)
    if heading is None or "\n" not in text[max(0, span.start - 2) : span.start]:
        return False
    word = plain(heading["w"] or "")
    return not word or (family_strength(word) is not Strength.SURE and is_dictionary_word(word))


# 'L'Oiseau bleu', 'Opéra royal': what French writes small at the end of the name of a house; 'Cebu City'; 'rue du Zodiaque 22 forest'.
DESCRIBED = re.compile(
    r" (?:bleue?s?|rouges?|vertes?|verts?|blanche?s?|noire?s?|doree?s?|jaunes?|gris|grise|fleurie?s?|[a-z]{3,14}(?:ois|oises?)|joyeux|heureux|heureuse|sauvage|perdue?|enchantee?|royale?|gourmande?s?|d'[oO]r|d'[aA]rgent|d'[aA]zur)(?![^\W_])"
)
HOSPITAL = re.compile(r"(?<![^\W_])(?:UZ|AZ|ZNA|GZA|CHU|CHR|CHC|CHRSM) \Z")  # 'UZ |Gent'
CITY = re.compile(r" City(?![^\W_])")
# 'CH-' before the figures of a file, '/21' and '-W' behind them.
NUMBERED = frozenset({Kind.REFERENCE, Kind.PHONE, Kind.NATIONAL_NUMBER, Kind.COMPANY_NUMBER})
LETTERS_BEFORE = re.compile(r"(?<![^\W_])[A-Z]{1,4}[-/]\Z|(?<=\()(?:[a-z]{2}|F[A-Z]) \Z")
# « le 9 janv. »
ROLL = re.compile(r"(?<![^\W_])(?:A\.R\.|R\.G\.|G/A|AR|RG) \Z")  # 'A.R. |24/611/B'
MONTH_CUT = re.compile(
    r"(?i: (?:janv|févr|fevr|avr|juil|sept|oct|nov|déc|dec|jan|feb|mrt|apr|aug|okt|mär|dez))\Z"
)
POINT = re.compile(r"\.")
YEAR_AFTER = re.compile(r"/\d{2,4}(?![\d/]|[.,]\d)|-[A-Z](?![^\W_])")


def _with_more(text: str, span: Span, next_one: int) -> Span:
    """With the rest that is typed small, unless `next_one`, where the next span begins, is in it."""
    more = None
    if span.kind is Kind.ORGANISATION and text[span.end - 1 : span.end].isalpha():
        more = DESCRIBED.match(text, span.end)
    elif span.kind is Kind.PLACE:
        if hospital := HOSPITAL.search(text, max(0, span.start - 7), span.start):
            return replace(span, start=hospital.start(), kind=Kind.ORGANISATION, entity="", part="")
        more = CITY.match(text, span.end)
    elif span.kind is Kind.ADDRESS and span.part == "street":
        return whole_street(text, span, next_one)
    elif span.kind is Kind.DATE:
        more = POINT.match(text, span.end) if MONTH_CUT.search(text, span.start, span.end) else None
    elif span.kind in NUMBERED:
        more = YEAR_AFTER.match(text, span.end)
    if span.kind is Kind.COURT_NUMBER and (roll := ROLL.search(text, max(0, span.start - 6), span.start)):
        span = replace(span, start=roll.start())
    if span.kind in NUMBERED and (before := LETTERS_BEFORE.search(text, max(0, span.start - 6), span.start)):
        span = replace(span, start=before.start())
    return replace(span, end=more.end()) if more and more.end() <= next_one else span


TICK = re.compile(r"['’´`][tT] ")
TICK_BEFORE = re.compile(r"(?<![^\W_])['’´`][tTsS][ -]?\Z")
BEFORE_HYPHEN = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,20}-)+\Z")
AFTER_HYPHEN = re.compile(r"(?:-[^\W\d_]{1,20})+(?![^\W_])")
# 'Johan Van' and what still belongs to it.
AFTER_VAN = re.compile(r"(?<=[ \n][Vv]an) ?['’]t (?:[A-Z][\w\-]{1,30})")
# 'Pol M.', 'tiago d.' where all is small: the first letter of the family name; not 'Pol. M. Dupont'.
LETTER = re.compile(r" (?:[A-LN-Z]|M(?!\. ?[A-Z]))\.(?![^\W_])(?! ?[^\W\d_]\.)")
# What is cut short ends with consonants or stands behind a hyphen; any short word when the sentence goes on behind its point.
CONSONANTS = re.compile(r"(?:(?<![^\W_])[B-DF-HJ-NP-TV-XZ][bcdfghjklmnpqrstvwxz]{1,3}|-[A-ZÀ-Þ][a-z]{0,2})\Z")
SHORT_WORD = re.compile(r"(?<![^\W_])[A-ZÀ-Þ][a-zà-ÿ]{1,4}\Z")
GOES_ON = re.compile(r"\.(?:[,;:)/]| [a-zà-ÿ(–—&/])")
TICKED = re.compile(r"['’‘][tTs] ")
LAST_LETTER = re.compile(r" [^\W\d_]\Z")  # 'yassine b.'
SMALL_LETTER = re.compile(r" [a-z]\.(?![^\W_])(?! ?[^\W\d_]\.)")


def _whole_word(text: str, span: Span) -> Span:
    """A name of somebody with all of its word: 'eun-ji', not half of it; of a house with the sign before it: ''t Zwaantje'."""
    if span.kind is not Kind.PERSON:
        ticked = span.kind is Kind.ORGANISATION and TICKED.match(text, span.start - 1) if span.start else None
        return replace(span, start=span.start - 1) if ticked else span
    before = BEFORE_HYPHEN.search(text, max(0, span.start - 40), span.start)
    after = AFTER_HYPHEN.match(text, span.end)
    after = after or AFTER_VAN.match(text, span.end)
    start = before.start() if before and text[span.start].isalpha() else span.start
    tick = TICK_BEFORE.search(text, max(0, start - 4), start)
    start = tick.start() if tick else start
    start -= start > 0 and TICK.match(text, start - 1) is not None
    end = after.end() if after else span.end
    end += LAST_LETTER.search(text, max(0, end - 2), end) is not None and text[end : end + 1] == "."
    letter = (SMALL_LETTER if text[start:end].islower() else LETTER).match(text, end)
    end = letter.end() if letter else end
    end += _is_cut_short(text, start, end)
    return replace(span, start=start, end=end)


def _is_cut_short(text: str, start: int, end: int) -> bool:
    """Whether the point behind a name is its own: 'M.-Th., Chr. und Wtz.', « ma collègue Cath. confirme »."""
    if text[end : end + 1] != "." or not text[end - 1].isalpha():
        return False
    if CONSONANTS.search(text, start, end) is not None:
        return True
    if GOES_ON.match(text, end) is None or text[start:end].islower():
        return False
    word = SHORT_WORD.search(text, start, end)
    return word is not None and given_strength(plain(word.group())) is not Strength.SURE  # 'Els. vzw De Brug'


def _trimmed(text: str, span: Span) -> Span:
    """Without the spaces and stray signs that a loose pattern took along at its edges."""
    start, end = span.start, span.end
    if span.kind is Kind.PERSON and (heading := ROMAN.search(text, start, end)):
        end = heading.start()  # 'Dupont Marie' and on the next line 'II. Constatations'
    if span.kind is Kind.PERSON and AM.match(text, start):
        start += len("bin ")  # 'ich bin Sibel'
    if span.kind in NUMBERED and (sentence := NEXT_SENTENCE.search(text, max(start, end - 6), end)):
        end = sentence.start()
    if (
        span.kind is Kind.PERSON
        and span.source != KNOWN
        and (office := OF_AN_OFFICE.search(text, start, end))
    ):
        end = office.start()
    if span.kind is Kind.PERSON and span.source != KNOWN and (small := LOUD_SMALL.search(text, start, end)):
        end = small.start()
    while start < end and text[start] in " \t\r\n,;_":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;_":
        end -= 1
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


# 'OFELIA DUARTE |AU GUICHET'
LOUD_SMALL = re.compile(
    r"(?: (?:AU|AUX|DU|LA|LE|LES|ET|SUR|PAR|QUI|OP|IN|BIJ|MET|AAN|VOOR|EN|OM|DIE|AT|OF|TO|AND|FOR|WHO|IM|AM|BEI|MIT|UND|AUF|HAT|IST|IS|A|EST|WAS))+\Z"
)
# 'mevrouw Maertens van het Pensioenpunt'; but 'Vander Elst van het UZ Gent' goes whole: the hospital tells who he is.
OF_AN_OFFICE = re.compile(
    r" van het (?=[A-Z][a-z]*(?:punt|loket|fonds|agentschap|kabinet|bestuur|dienst)(?![^\W_]))"
)
AM = re.compile(r"(?<=[Ii]ch )bin (?=[A-Z])")
# '57.05.06-580-84. L'argent': the sentence after a number.
NEXT_SENTENCE = re.compile(r"(?<=\d)\.\s+[A-Z][a-z]?\Z")
ROMAN = re.compile(r"\n[ \t]*[IVX]{1,4}\Z")
INITIAL = re.compile(r"(?<![^\W_])(?:[A-Z]\.[ -]?){1,2}\Z")


# 'J.L. Thiry, M. Pirotte', '| M. Diallo |': beside other initials and alone in a cell the M is one too.
MONSIEUR = re.compile(r"(?<![^\W_])M\. ?\Z")
_OTHER = r"(?!M\. )[A-Z]\.(?:[A-Z]\.)? ?[A-Z][\w'\-]+"
INITIAL_BEFORE = re.compile(rf"(?<![^\W_]){_OTHER}(?: [A-Z][\w'\-]+)?(?:, | et |; )\Z")
INITIAL_AFTER = re.compile(rf"(?:, | et |; ){_OTHER}")


def _with_its_m(text: str, span: Span, language: str) -> Span:
    if span.kind is not Kind.PERSON or span.source == KNOWN:
        return span
    found = MONSIEUR.search(text, max(0, span.start - 3), span.start)
    if found is None:
        return span
    is_cell = text[max(0, found.start() - 2) : found.start()] == "| "
    in_row = INITIAL_BEFORE.search(text, max(0, found.start() - 50), found.start()) or INITIAL_AFTER.match(
        text, span.end
    )
    return replace(span, start=found.start()) if language != "fr" or is_cell or in_row else span


def _with_initial(text: str, span: Span) -> Span:
    """'O. Ebrahimi of Lammens Roofing': where man and firm are one span, his initial is in it."""
    if span.kind is not Kind.ORGANISATION or span.source == KNOWN:
        return span
    found = INITIAL.search(text, max(0, span.start - 6), span.start)
    return replace(span, start=found.start()) if found else span


def _joined_addresses(text: str, spans: list[Span]) -> list[Span]:
    """Street, number, box, postcode and town that follow each other are one address, with the signs between them."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        between = text[last.end : span.start] if last else ""
        if last and _continues(last, span, text) and (_is_joint(between) or _is_placed(text, last, span)):
            confidence = max(last.confidence, span.confidence)
            joined[-1] = _closed(text, replace(last, end=span.end, kind=Kind.ADDRESS, confidence=confidence))
        else:
            joined.append(_closed(text, span) if span.kind is Kind.ADDRESS else span)
    return joined


def _closed(text: str, span: Span) -> Span:
    """With the bracket that closes one inside: 'Kerkstraat 12 (9000 Gent)'."""
    said = text[span.start : span.end]
    is_open = said.count("(") > said.count(")") and text[span.end : span.end + 1] == ")"
    return replace(span, end=span.end + 1) if is_open else span


def _is_joint(between: str) -> bool:
    # An empty line ends a block of address: the town at the head of a letter is another one.
    return len(between) <= LONGEST_JOINT and set(between) <= BETWEEN and between.count("\n") < 2


# 'Mispelaarstraat 52 te 3600 Genk', 'rue Vogler 114/3 à Schaerbeek', 'Statiestraat 203 in Berchem'.
AT = frozenset({"te", "a", "in", "at", "zu"})


def _is_placed(text: str, last: Span, span: Span) -> bool:
    """Whether a word for where stands between the number of a house and its town."""
    between = text[last.end : span.start]
    said = plain(text[last.start : last.end])
    ends = any(map(str.isdigit, said[-4:])) or said[0].isdigit()
    is_apart = between[:1].isspace() or between[:1] == ","
    # the number of the house, or the postcode before the town: '58, rue de l'Agrafe à 1070 Anderlecht'
    says_where = ends or text[span.start : span.start + 4].isdigit()
    return says_where and "\n" not in between and is_apart and plain(between).strip(" ,") in AT


def _is_unlisted_town(text: str, last: Span, span: Span) -> bool:
    """'(Broekbos 17, Lede)': one word with a capital behind the number of a house, and nothing more."""
    alone = (
        text[span.end : span.end + 1] in {"", ")", ".", "\n", ";"} and text[span.start : span.end].isalpha()
    )
    return (
        span.source != KNOWN
        and alone
        and text[last.end : span.start] == ", "
        and text[last.end - 1].isdigit()
    )


def _continues(last: Span, span: Span, text: str) -> bool:
    """Whether the second is more of the same address: not when both are streets."""
    kinds = {last.kind, span.kind}
    if kinds == {Kind.ADDRESS}:
        return last.part != "street" or span.part != "street"
    if kinds == {Kind.PLACE}:
        return last.part == "postcode" and span.part == "town"
    if kinds == {Kind.ADDRESS, Kind.PERSON}:
        return last.kind is Kind.ADDRESS and _is_unlisted_town(text, last, span)
    coded = text[last.start : last.start + 4].isdigit()
    return kinds == {Kind.ADDRESS, Kind.PLACE} and (
        last.kind is Kind.ADDRESS or last.part == "postcode" or coded
    )
