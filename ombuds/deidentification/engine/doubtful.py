"""In doubt a capital is a name: what stands inside a sentence with a capital that nothing explains.

The finders before this one say what a name is by lists, titles and lines. Here it is the other way round: whatever they left
is looked at once more, and only what the language writes with a capital anyway (peoples, feasts, bodies, laws) may stay.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ombuds.deidentification.engine.around import Around
from ombuds.deidentification.engine.doubtful_german import german
from ombuds.deidentification.engine.doubtful_small import small_names
from ombuds.deidentification.engine.doubtful_streets import doubtful_streets
from ombuds.deidentification.engine.doubtful_words import (
    CHAINS,
    FIRMLY,
    JOINING,
    OF_A_PEOPLE,
    ORDINARY,
    ORDINARY_LETTERS,
    PLACING,
    PUBLIC,
)
from ombuds.deidentification.engine.keep_words import (
    BODY_WORDS,
    COMPETENCES,
    FORMS_OF_BODIES,
    OFFICE_HOLDERS,
)
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    family_strength,
    given_strength,
    proper_words,
)
from ombuds.deidentification.engine.organisations import is_type
from ombuds.deidentification.engine.peoples import is_of_a_people
from ombuds.deidentification.engine.persons.cues import (
    ACTS,
    DEEDS,
    DETERMINERS,
    LABELS,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    SMALL,
)
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Range, Text, text_of
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import LEXICON, PATTERN, Kind, Span
from ombuds.deidentification.engine.trade_forms import is_agent

REASON = "A capital inside a sentence that nothing explains"
STREET = "A street"
# 'Mr O', 'mevrouw Ly', 'J. Ng': a family name of one or two letters.
SHORT_SURNAME = re.compile(
    r"(?<![^\W_])(?:(?P<t>(?:Mr|Mrs|Ms|Mevr|Mw|Dhr|Mme|Mlle|Frau|Herrn?|[Mm]eneer|[Mm]evrouw|Monsieur|Madame|[Dd]e heer)\.? (?:[A-Z]\. ?)?)|[A-Z]\. ?(?=[A-Z][a-z]))(?P<v>[A-Z][a-z]?)(?![\w.'’\-]| [A-Z])"
)
CONFIDENCE = 0.5
LONGEST = 7
MOST_LETTERS = 6
GAPS = frozenset({" ", "-", "'", " & ", "&", " + ", "+", "' ", " '", "'-", "/"})
SAINTS = frozenset("st ste sint saint sainte sankt".split())
PUBLIC_NAMES = frozenset({("hoge", "raad"), ("banque", "carrefour"), ("kruispuntbank",)})
TOWNS = frozenset("city town community union".split())  # they end names of houses too: 'Serve the City'
ALSO = frozenset("en et and und".split())
EVERYBODY = frozenset().union(*SMALL.values())
ALL_ARTICLES = frozenset().union(*DETERMINERS.values())
OF_THE_STATE = frozenset(BODY_WORDS) | COMPETENCES | FORMS_OF_BODIES | OFFICE_HOLDERS


def doubtful(
    reading: Reading, found: Sequence[Span], kept: Sequence[Range], vocabulary: Vocabulary | None = None
) -> Iterator[Span]:
    """Organisation spans over what neither `found` nor `kept` (code points of the original) touches."""
    text = text_of(reading.folded, reading.language, vocabulary or EMPTY)
    around = Around(text, found, kept)
    runs = german(text, around) if reading.language == "de" else _runs(text, around)
    for match in SHORT_SURNAME.finditer(text.cased):
        if match["v"].lower() not in EVERYBODY or match["t"]:
            yield reading.span(
                *match.span("v"),
                Kind.PERSON,
                CONFIDENCE,
                source=LEXICON,
                entity=f"name:{match['v'].lower()}",
                reason=REASON,
            )
    for start, end in doubtful_streets(text, around):
        entity = f"address:{reading.plain[start:end]}"
        yield reading.span(start, end, Kind.ADDRESS, 0.7, source=PATTERN, entity=entity, reason=STREET)
    named = ((run, Kind.ORGANISATION) for run in runs)
    for run, kind in [*named, *small_names(text, around, is_type), *in_lists(text, around)]:
        start, end = text.starts[run[0]], text.ends[run[-1]]
        start -= text.words[run[0]] in {"t", "s"} and text.plain[start - 1 : start] == "'"
        if kind is Kind.PERSON and len(text.words[run[-1]]) == 1 and text.plain[end : end + 1] == ".":
            end += 1  # 'T.V.'
        yield reading.span(
            start,
            end,
            kind,
            CONFIDENCE,
            source=LEXICON,
            entity=f"{'name' if kind is Kind.PERSON else 'organisation'}:{reading.plain[start:end]}",
            reason=REASON,
        )


def in_lists(text: Text, around: Around) -> Iterator[tuple[list[int], Kind]]:
    """'- Paternoster Lucien, eigenaar', and Ben, who is a small word in half of Europe."""
    for run in (*_last_line(text, around), *_small_foot(text, around)):
        yield run, Kind.PERSON
    for index, capital in enumerate(text.capitals):
        if not capital or not around.is_free(index) or text.in_capitals(index):
            continue
        word, after = text.words[index], index + 1
        if word in SHORT_NAMES and not text.is_all_capitals(index) and text.gap(index) != "-":
            if text.language != "nl" or not text.starts_sentence(index):
                yield [index], Kind.PERSON
        elif index and _is_called_so(text, index):
            yield [index], Kind.PERSON
        elif index and (run := _apposed_house(text, index, around)):
            yield run, Kind.ORGANISATION
        elif text.language == "de" and index and _is_surname(text, index, around):
            yield [index - 1, index], Kind.PERSON
        elif (
            ENTRY.search(text.before(index))
            and text.gap(index) == " "
            and around.is_person(after)
            and text.gap(after)[:1] == ","
            and not _is_edge(text, index)
            and not _is_public(word)
        ):
            yield [index], Kind.PERSON


def _apposed_house(text: Text, index: int, around: Around) -> list[int]:
    """'der Dachdecker, Bedachungen Halmes, hat': two or three capitals between commas behind what somebody is; and
    'die Gemeinde St. Paulus', a saint inside a sentence who is no town."""
    word = text.words[index]
    if word in SAINTS and text.gap(index) in {". ", " ", "-", ".-"} and not text.starts_sentence(index):
        after = index + 1
        led = text.before(index) in {" ", " ("} and not around.is_named(after) and text.capitals[after]
        return [index, after] if led and around.is_free(after) and not _is_edge(text, after) else []
    if text.before(index) not in {", ", " ("}:
        return []
    before = text.words[index - 1]
    if not (before in ROLES or is_agent(before, text.language) or is_type(before) or OWED.match(before)):
        return []
    if is_title(text, index) or not text.capitals[index]:
        return []
    last = index
    while last + 1 < len(text) and last - index < MOST_APPOSED and text.gap(last) in {" ", " & ", "-"}:
        last += 1
    run = list(range(index, last + 1))
    closed = text.gap(last).startswith((",", ".", ";", ")"))
    if len(run) < 2 or not closed or not text.capitals[last] or not all(map(around.is_free, run)):
        return []
    if any(text.in_capitals(i) or _is_public(text.words[i]) for i in run) or _is_edge(text, last):
        return []
    whole = all(text.capitals[i] or text.words[i] in JOINING | BETWEEN for i in run)
    return run if whole and not _is_edge(text, index) else []


MOST_APPOSED = 4
BETWEEN = frozenset("an auf unter mit ohne aan bij met zonder onder sur sous avec sans on with under".split())
OWED = re.compile(
    r".*(?:buro|bureau|kantoor|firma|laden|geschaft|zaak|winkel|betrieb|bedrijf|kita|heim|huis|haus|arbeitgeber|arbeitgeberin|werkgever|werkgeefster|employeur|employer|verwalter|syndic|syndicus|syndikus|vermieter|verhuurder|landlord)\Z"
)
RANKS = frozenset(
    "inspecteur hoofdinspecteur inspectrice commissaris hoofdcommissaris wachtmeester adjudant brigadier inspektor hauptinspektor kommissar hauptkommissar wachtmeister gewisser gewissen gewisse zekere ene certain certaine inspector sergeant constable".split()
)
ADJECTIVES = frozenset(
    "klein gross lang kurz jung alt schwarz weiss braun roth rot stark ernst frohlich reich kraft frei hell sauer lustig dick dunn krumm schnell wild edel".split()
)


def _is_surname(text: Text, index: int, around: Around) -> bool:
    """'Kai Richter': right behind a given name what people are called, though it is a trade as well."""
    if (
        text.before(index) != " "
        or not around.is_person(index - 1)
        or text.capitals[index - 2 : index - 1] == [True]
    ):
        return False
    given = given_strength(text.words[index - 1]) is Strength.SURE
    return given and family_strength(text.words[index]) is Strength.SURE


NAMES_THAT_ARE_WORDS = frozenset(
    "konig kaiser graf herzog prinz bischof papst abt vogt richter sommer winter herbst lenz freitag sonntag montag samstag may mai april august morgen abend stern sonne wolf fuchs hirsch vogel fink".split()
)


def _is_called_so(text: Text, index: int) -> bool:
    """'de deskundige, Winter,', 'expert Zomer', 'Zeuge Herbst': a word that people are called, right behind what somebody is."""
    word, before = text.words[index], text.words[index - 1]
    if (
        text.before(index) not in {" ", ", "}
        or family_strength(word) is Strength.NONE
        or _is_edge(text, index)
    ):
        return False
    if text.starts_sentence(index) or is_title(text, index):
        return False
    if before in RANKS and text.before(index) == " " and text.capitals[index - 2 : index - 1] != [True]:
        return True  # 'Inspecteur Schepen'
    if _is_public(word):
        return False
    if text.before(index) == ", " and text.gap(index)[:1] != ",":
        return False
    if before in POSSESSIVES or before in EVERYBODY:
        return False
    somebody = before in ROLES or is_agent(before, text.language)
    if text.language == "de" and before in {"der", "dem", "den", "die", "vom", "beim"}:
        alone = index + 1 < len(text) and not text.capitals[index + 1] and text.gap(index) == " "
        return word in ADJECTIVES and alone and text.before(index) == " "
    if text.language != "de":
        return somebody and before not in ORDINARY and not text.stops(index)
    if before in {"von", "durch", "bei", "mit"} and not text.capitals[index - 1]:
        return word in NAMES_THAT_ARE_WORDS
    return somebody and before != "nicht" and family_strength(word) is Strength.SURE


def _last_line(text: Text, around: Around) -> Iterator[list[int]]:
    """'Pip' or 'T.V.' alone at the foot of a letter."""
    match = FOOT.search(text.cased)
    if match is None or match.start() < SHORTEST_LETTER:
        return
    first, last = bisect_left(text.starts, match.start("v")), bisect_left(text.starts, match.end("v"))
    run = list(range(first, last))
    free = all(around.is_free(i) and (len(text.words[i]) == 1 or not _is_edge(text, i)) for i in run)
    if run and free and not any(_is_public(text.words[i]) or text.words[i] in CLOSING for i in run):
        yield run


def _small_foot(text: Text, around: Around) -> Iterator[list[int]]:
    """'tuur' alone on a line near the end of a mail typed small."""
    for match in SMALL_FOOT.finditer(text.cased, max(0, len(text.cased) - NEAR_THE_END)):
        index = bisect_left(text.starts, match.start("v"))
        given = given_strength(text.words[index]) is Strength.SURE
        if given and around.is_free(index) and not _is_edge(text, index) and text.words[index] not in CLOSING:
            yield [index]


NEAR_THE_END = 160
SMALL_FOOT = re.compile(r"(?:\n[ \t]*\n|[!,.][ \t]*\n)[ \t]*(?P<v>[a-z]{3,14})[ \t]*(?=\n|\Z)")
FOOT = re.compile(
    r"\n[ \t]*\n[ \t]*(?P<v>[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?|(?:[A-Z]\.[ -]?){1,3})[ \t]*\s*\Z"
)
SHORTEST_LETTER = 150
CLOSING = frozenset(
    "recommande recommandee aangetekend einschreiben registered urgent dringend eilt fin einde ende end signature handtekening unterschrift verso groeten groetjes groet mvg cordialement salutations merci bedankt dank bijlage bijlagen annexe annexes regards thanks grusse gruss danke anlage anlagen hoogachtend kopie copie copy vertrouwelijk confidentiel confidential".split()
)
SHORT_NAMES = frozenset({"ben"})
ENTRY = re.compile(r"\n[ \t]*[-*•–·]?[ \t]*\Z|[ \n][-*•–·] \Z|(?:^|\n)[ \t]*\d{1,2}[.)] \Z")


def _runs(text: Text, around: Around) -> Iterator[list[int]]:
    after = 0
    for index, capital in enumerate(text.capitals):
        if index < after or not capital or not _is_inside(text, index) or not around.is_free(index):
            continue
        if "de" in text.languages(index):
            continue  # a German line, where every noun has a capital
        if _is_opening(text, index, around):
            yield [index]
            continue
        run = run_from(text, index, around)
        after = run[-1] + 1
        run = _stripped(text, run)
        if run and not _touches_body(text, run, around) and _is_name(text, run, around):
            first = run[0]
            article = _is_elided_article(text, first - 1) or _is_after_first_article(text, first)
            yield [first - 1, *run] if article else run


OPENING = frozenset("ter ten de het den le la les the l au aux chez op in zum zur am im das die der".split())


def _is_opening(text: Text, index: int, around: Around) -> bool:
    """The Ter of 'in Ter Duinen', where the rest was found as a name."""
    if text.words[index] not in OPENING or text.gap(index) not in {" ", "'"} or text.capitals[index - 1]:
        return False
    return text.before(index) == " " and around.is_named(index + 1) and text.capitals[index + 1]


def _is_elided_article(text: Text, index: int) -> bool:
    """The t of « 't Zwaantje »."""
    if index < 0 or text.words[index] != "t" or text.gap(index) not in {" ", ""}:
        return False
    return text.plain[max(0, text.starts[index] - 1)] == "'"


def _is_inside(text: Text, index: int) -> bool:
    """Inside a sentence, where a capital says something: not after a full stop, a label, a gap in a table."""
    if not index or text.in_capitals(index):
        return False
    before = text.before(index)
    if before in {" (", ' "'}:
        return not text.starts_sentence(index - 1) or not text.capitals[index - 1]
    if len(before) > 1 and (not before.strip(" \t") or before.strip() in {"-", "_", "/", ">"}):
        return False
    return not text.starts_sentence(index)


def run_from(text: Text, first: int, around: Around) -> list[int]:
    """The words with a capital that hang together, with the small words between them."""
    last = first
    follower = first + 1
    while follower < min(len(text), first + LONGEST):
        gap = text.before(follower)
        if gap not in GAPS and not (gap in {". ", ".-"} and text.words[follower - 1] in SAINTS):
            break
        if not around.is_free(follower):
            break
        if text.capitals[follower]:
            last = follower
        elif text.words[follower] not in JOINING or text.words[follower - 1] in ALSO:
            break
        follower += 1
    return list(range(first, last + 1))


def _stripped(text: Text, run: list[int]) -> list[int]:
    """Without titles, pronouns and ordinary words at its edges; an article stays when a name follows it."""
    if _is_odd_inside(text, run):
        return run
    while run and _is_edge(text, run[0]) and not _is_article_of_name(text, run):
        run = run[1:]
    while run and _is_edge(text, run[-1]) and not (text.words[run[-1]] in TOWNS and len(run) > 2):
        run = run[:-1]
    return run


def _is_odd_inside(text: Text, run: list[int]) -> bool:
    """'bij Morgen Beter': adverbs that have a capital inside a sentence."""
    if len(run) < 2 or text.before(run[0]) != " " or text.capitals[run[0] - 1]:
        return False
    return all(
        text.capitals[i]
        and len(text.words[i]) >= LONG_ADVERB - (i > run[0])
        and (i == run[0] or text.before(i) == " ")
        and not text.is_all_capitals(i)
        and not is_title(text, i)
        and not _is_public(text.words[i])
        and text.words[i] not in ORDINARY | ROLES | OWNERS
        and (text.words[i] not in SALUTATIONS or _is_placed(text, run[0]))
        for i in run
    )


OWNERS = ALL_ARTICLES | POSSESSIVES
LONG_ADVERB = 4


def _is_article_of_name(text: Text, run: list[int]) -> bool:
    first = run[0]
    if text.words[first] not in ALL_ARTICLES and text.words[first] not in {
        "t",
        "s",
        "d",
        "l",
        "in",
        "zum",
        "zur",
        "chez",
        "au",
        "aux",
        "ter",
        "ten",
    }:
        return False
    inside = text.before(first) == " " and not text.capitals[first - 1]
    return inside and len(run) > 1 and text.capitals[run[1]]


def _is_edge(text: Text, index: int) -> bool:
    word = text.words[index]
    if text.is_all_capitals(index) and word not in ORDINARY and not is_title(text, index):
        return False  # 'Syntra AB'
    return (
        word in EVERYBODY
        or word in ALL_ARTICLES
        or word in JOINING
        or word in ORDINARY
        or word in SALUTATIONS
        or word in ROLES
        or text.stops(index)
        or is_title(text, index)
        or text.vocabulary.is_word(word)
        or word.isdigit()
    )


def _touches_body(text: Text, run: list[int], around: Around) -> bool:
    """Beside the name of a body it is more of that name."""
    first, last = run[0], run[-1]
    return (text.before(first) in GAPS and around.is_body(first - 1)) or (
        text.gap(last) in GAPS and around.is_body(last + 1)
    )


def _is_name(text: Text, run: list[int], around: Around) -> bool:
    words = [text.words[i] for i in run if text.capitals[i]]
    if not words or any(c.isdigit() for w in words for c in w):
        return False
    labelled = text.gap(run[-1])[:2].strip(" .").startswith(":")
    if (labelled and len(words) == 1) or tuple(words) in PUBLIC_NAMES:
        return False
    if any(word in CHAINS and word not in ORDINARY for word in words):
        return True
    if words[0] in CHAINS:
        return _is_placed(text, run[0])  # 'bij Volvo', no 'mijn Volvo'
    if _is_public(words[0]) or (_is_public(words[-1]) and words[-1] not in TOWNS):
        return False
    if all(_is_ordinary(text, word) for word in words):
        return False
    if len(words) > 1:
        return True
    return _is_name_alone(text, run[0], around)


def _is_name_alone(text: Text, index: int, around: Around) -> bool:
    word = text.words[index]
    if text.is_all_capitals(index) or len(word) < 3:
        return word not in ORDINARY_LETTERS and 2 <= len(word) <= MOST_LETTERS and _is_placed(text, index)
    if word in LABELS:
        return False
    if text.is_word(index):
        return (
            _is_placed(text, index)
            or _is_elided_article(text, index - 1)
            or around.follows_house(index)
            or _does_something(text, index)
            or _is_after_first_article(text, index)
        )
    return True


def _does_something(text: Text, index: int) -> bool:
    """'Intussen heeft Paternoster de huur opgezegd': beside the verb of a sentence."""
    if text.before(index) != " " or text.capitals[index - 1]:
        return False
    before, after = text.words[index - 1], text.words[index + 1] if text.gap(index) == " " else ""
    inside = text.words[index - 1] not in ALL_ARTICLES and text.words[index - 1] not in POSSESSIVES
    return before in ACTS or (inside and after in DEEDS and not text.capitals[index + 1])


def _is_after_first_article(text: Text, index: int) -> bool:
    """'De Wulp mocht hem niet teruggeven': only a name keeps its capital behind the first word."""
    first = index - 1
    return (
        text.words[first] in ALL_ARTICLES
        and text.capitals[first]
        and text.starts_sentence(first)
        and text.before(index) in {" ", "'"}
        and not text.is_all_capitals(first)
    )


def _is_placed(text: Text, index: int) -> bool:
    """After 'bij', 'chez', 'from': where somebody works, buys, lives or is taken care of."""
    before = text.words[index - 1]
    placing = PLACING.get(text.language, frozenset())
    if before in placing and not text.capitals[index - 1]:
        return True
    if text.is_all_capitals(index) and len(text.words[index]) > 2 and before in ALL_ARTICLES:
        return True  # 'het ACV'
    if before not in ALL_ARTICLES or index < 2:
        return False
    led = text.words[index - 2]
    return led in FIRMLY or (led in {"op", "in"} and STREETS.search(text.words[index]) is not None)


# 'op de Vlasmarkt', 'in de Zandpoortvest'.
STREETS = re.compile(
    r"[a-z]{3}(?:markt|vest|baan|weg|poort|dreef|berg|veld|kaai|kouter|heide|akker|hof|gracht|dries|rui|rei)\Z"
)


def _is_public(word: str) -> bool:
    return word in OF_THE_STATE or PUBLIC.match(word) is not None


def _is_ordinary(text: Text, word: str) -> bool:
    if word in ORDINARY or word in ORDINARY_LETTERS or word.removesuffix("s") in ROLES:
        return True  # 'The Neighbours'
    if is_of_a_people(word):
        return True
    people = OF_A_PEOPLE.get(text.language)
    return people is not None and word in proper_words() and people.match(word) is not None
