"""The rest of a name of which a part was found: what stands beside it with a capital, and the small words inside it.

'Krediet |Direct', 'SolarPeak |Belgium', 'Toit |pour Tous': half a firm's name often names it as well as the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.organisations import is_type
from ombuds.deidentification.engine.persons.cues import PARTICLES
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import FULL_LINE, Text
from ombuds.deidentification.engine.second_look.network import Floats
from ombuds.deidentification.engine.second_look.seeing import FREE, STAYS, TAKEN
from ombuds.deidentification.engine.spans import KNOWN, PATTERN, Kind, Span
from ombuds.deidentification.engine.towns import names as town_names

SOMEBODY = TAKEN[Kind.PERSON]
SMALL = frozenset(
    """de het een van voor met op aan in bij te ter ten tot uit zonder en
    du des d la le les l a au aux pour sans sous sur chez et un une en ses
    of the and to for by at on in with from your our my is it as a
    der die das den dem am im zum zur und fur mit ohne auf an bei vom von""".split()
)
LOCATIVES = frozenset({"a", "in", "te", "at"})
BOTH = frozenset({"en", "et", "and", "und"})  # between two firms as well as inside the name of one
OF_FIRMS = frozenset(
    "pour sans sous of the for by your our voor zonder fur mit".split()
)  # no person has these within the name
# What firms end with, in any language and typed small too.
LAST_WORDS = frozenset(
    """plus direct direkt service services gruppe gym center group groep groupe belgium belgie belgique belgien benelux europe brussels
    vlaanderen wallonie flanders hub online express nord noord sud zuid ost oost west pro shop team now consult construct law energy energie strom insurance
    assurances verzekeringen trust fc club choir bank logistics transport solutions care clinic hospital academy school associates partners
    bv nv srl sa gmbh vzw asbl""".split()
)
PARTNERS = frozenset(
    "co cie zo zn partners sohn sohne tochter zoon zonen dochters fils filles freres associes sons son daughters".split()
)
# There what a hyphen joins is one word; Dutch and German join whatever they like to a name.
ONE_WORD = frozenset({"fr", "en"})
# They stay where they are regions, and belong to the firm that they stand behind.
REGIONS = frozenset(
    "wallonie wallonia vlaanderen flandre flandres flanders flandern ostbelgien brussel bruxelles brussels belgie belgique belgium belgien".split()
)
# English says what sort of house it is behind its name.
HOUSES = frozenset("creche nursery daycare kindergarten bakery garage clinic pharmacy brasserie".split())
# What half a firm may have been taken for.
HALVES = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.PROFESSION, Kind.ADDRESS, Kind.DATE})
# Chances: of a small word between two halves, of two halves side by side, of a German noun behind one.
LIKELY, HALF_LIKELY, CERTAIN, OF_A_NOUN = 0.5, 0.15, 0.9, 0.02
MOST_SMALL = 3
SHOUTING = 3  # words in capitals among so many to each side
BESIDE = frozenset({" ", "-", " & ", "&", " + ", "@"})
INSIDE = frozenset({" ", "'"})
# A number at the end of a name: nothing that it could count follows.
LAST_NUMBER = re.compile(r"(?= ?[.,;:!?)\]\n|]| ?\Z| [-–] )")
LONGEST_NUMBER = 2
# What a firm's name may end with, and a stop behind it.
CUT_SHORT = frozenset("gen ges cie ltd inc corp bros".split())
TITLED = frozenset({". ", " "})
# German sorts of house beside those of the lists; and words for any house, which are no part of a name.
SORTS = frozenset(
    "praxis tankstelle versicherung stiftung eisdiele genossenschaft spedition reederei gasthof".split()
)
SORT_ENDINGS = tuple(
    "reinigung unternehmen anbieter versand gemeinschaft vermietung handel zeitarbeit campingplatz hausverwaltung".split()
)
ANY_HOUSE = frozenset("firma unternehmen gesellschaft betrieb schule verein bank institut".split())
ARTICLES = frozenset("de het the la le les die der das den".split())


def with_the_rest(text: Text, spans: Sequence[Span], covers: Sequence[int], name: Floats) -> list[Span]:
    """`spans` in order, those of firms and people grown over what belongs to their names and is free in `covers`; none overlaps.

    `name`: for each word the chance that it is part of a name.
    """
    grown: list[Span] = []
    taken = _owners(text, spans)
    for span in spans:
        if grown and span.start < grown[-1].end:
            continue  # the firm before goes on over it
        if _may_grow(text, span):
            span = _whole_name(text, span, covers, taken, name, grown[-1].end if grown else 0)
        grown.append(span)
    return grown


def _may_grow(text: Text, span: Span) -> bool:
    """A firm, or what was taken for somebody or a trade and may be half a firm: 'SolarPeak', 'Coursiers' amid a sentence."""
    if span.kind is Kind.ORGANISATION:
        return True
    if span.source == KNOWN:
        return False
    if span.kind is Kind.PROFESSION:
        return all(
            text.capitals[index] and not text.starts_sentence(index)
            for index in text.within([(span.start, span.end)])
        )
    return span.kind is Kind.PERSON


def _owners(text: Text, spans: Sequence[Span]) -> dict[int, Span]:
    return {index: span for span in spans for index in text.within([(span.start, span.end)])}


def _whole_name(
    text: Text, span: Span, covers: Sequence[int], taken: dict[int, Span], name: Floats, before: int
) -> Span:
    inside = list(text.within([(span.start, span.end)]))
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    is_firm = span.kind is Kind.ORGANISATION
    while (after := _next(text, last, covers, taken, name, span)) is not None:
        of_somebody = PARTICLES.issuperset(text.words[last + 1 : after]) and span.kind is Kind.PERSON
        with_a_firm = after in taken and taken[after].kind is Kind.ORGANISATION
        apart = after > last + 1 and not of_somebody
        is_firm = is_firm or span.kind is Kind.PROFESSION or apart or with_a_firm
        last = after
    while span.source != KNOWN and first:
        sort = _sort_before(text, first, covers)
        if sort is not None:
            first, is_firm = sort, True
        elif _leads(text, first - 1, covers, is_firm=is_firm):
            first -= 1
        elif _leads_over_one(text, first - 1, covers, name):
            first -= 2
        else:
            break
    is_cut = is_firm and text.words[last] in CUT_SHORT and text.gap(last).startswith(".")
    if (first, last) == (inside[0], inside[-1]) and not is_cut:
        return span
    start, end = text.folded.original(text.starts[first], text.ends[last] + is_cut)
    kind = Kind.ORGANISATION if is_firm else span.kind
    entity = span.entity if span.source == KNOWN else ""  # a firm of the case stays the same firm
    start, end = max(before, min(span.start, start)), max(span.end, end)
    return replace(span, start=start, end=end, kind=kind, entity=entity, part="")


def _next(
    text: Text, last: int, covers: Sequence[int], taken: dict[int, Span], name: Floats, span: Span
) -> int | None:
    """The next word of the name after the word `last`, over small words if there are some; None at its end."""
    index = last + 1
    if _is_an_end(text, index, covers, span):
        return index
    if index < len(text) and _is_beside(text, last) and _goes_on(text, index, covers):
        is_noun = "de" in text.languages(index) and text.is_word(index)  # 'gab Herrn Weber Geld'
        return None if is_noun and span.kind is not Kind.ORGANISATION else index
    if span.kind is Kind.ORGANISATION and _are_partners(text, index, covers):
        return index + 1
    other = taken.get(index)
    if other is not None and text.before(index) in INSIDE and _is_other_half(text, span, other, name):
        return max(text.within([(other.start, other.end)]))
    return _over_small_words(text, last, covers, taken, name, span)


def _is_other_half(text: Text, span: Span, other: Span, name: Floats) -> bool:
    """'Huissiers |Modero-Sambre', 'Fietskoerier |Zoef': a trade beside a name, both of them a name to the network."""
    if KNOWN in {span.source, other.source} or Kind.PROFESSION not in {span.kind, other.kind}:
        return False
    words = list(text.within([(span.start, span.end), (other.start, other.end)]))
    return other.kind in HALVES and bool((name[words] >= CERTAIN).all())


def _over_small_words(
    text: Text, last: int, covers: Sequence[int], taken: dict[int, Span], name: Floats, span: Span
) -> int | None:
    """The end of the other half behind 'de', 'pour', 'of the'; None when the sentence goes on there."""
    index = last + 1
    while index < len(text) and index - last <= MOST_SMALL and _is_small(text, index, covers):
        index += 1
    between = text.words[last + 1 : index]
    if not between or index >= len(text) or text.before(index) not in INSIDE:
        return None
    if _is_bridged(span, taken.get(index), between, name[last + 1 : index]):
        return max(text.within([(taken[index].start, taken[index].end)]))
    if span.kind is Kind.PERSON and PARTICLES.issuperset(between) and covers[index] == SOMEBODY:
        return _end_of_somebody(text, taken[index])
    if span.kind is Kind.PERSON and not (OF_FIRMS.issuperset(between) and _may_be_a_firm(text, span)):
        return None
    if between[-1] in LOCATIVES and text.words[index] in town_names()[0]:
        return None  # 'Pharmacie du Centre à Etterbeek'
    is_firm = _is_half_a_firm(text, index, taken, between)
    halves = [span, taken[index]] if is_firm else [span]
    if not BOTH.isdisjoint(between) and not any(_is_one_word(text, half) for half in halves):
        return None
    if is_firm:
        return max(text.within([(taken[index].start, taken[index].end)]))
    inside = text.capitals[last] and ("de" not in text.languages(index) or name[index] >= OF_A_NOUN)
    return index if inside and _goes_on(text, index, covers) else None


def _is_bridged(span: Span, other: Span | None, between: Sequence[str], small: Floats) -> bool:
    """'Vers |van| Hier', 'Wonen |aan de| Leie': the network holds the small words for part of a name, and the other half was found."""
    if other is None or other.source == KNOWN or other.kind not in HALVES:
        return False
    if span.source == KNOWN and other.kind is Kind.PLACE:
        return False  # 'École Saint-Joseph à Wavre', of which the case knows the name
    # 'Staf en Mieke' are two; 'Ramen en Deuren' only where there is no doubt
    are_two = span.kind is other.kind is Kind.PERSON and not BOTH.isdisjoint(between)
    return bool((small >= (CERTAIN if are_two else LIKELY)).all())


def _end_of_somebody(text: Text, other: Span) -> int | None:
    """'Dieter von den |Driesch', of which the end was found apart."""
    return max(text.within([(other.start, other.end)])) if other.source != KNOWN else None


def _is_half_a_firm(text: Text, index: int, taken: dict[int, Span], between: Sequence[str]) -> bool:
    other = taken.get(index)
    if other is None or other.source == KNOWN:
        return False
    if other.kind is Kind.ORGANISATION:
        return True
    if other.kind is Kind.ADDRESS and other.part == "street":
        return list(between) == ["am"]  # 'Wohnen am |Weserufer'
    # 'Toit pour |Tous', of which the second half looked like somebody
    if other.kind is not Kind.PERSON or not OF_FIRMS.issuperset(between):
        return False
    return list(between) == ["by"] or _may_be_a_firm(text, other)  # 'Kitchens by |Lorne'


def _are_partners(text: Text, index: int, covers: Sequence[int]) -> bool:
    """'vleeswaren de wit |en zoon', 'Garage Sels |et fils'."""
    return (
        index + 1 < len(text)
        and text.words[index] in BOTH
        and text.words[index + 1] in PARTNERS
        and text.before(index) == text.before(index + 1) == " "
        and covers[index] == covers[index + 1] == FREE
    )


def _is_an_end(text: Text, index: int, covers: Sequence[int], span: Span) -> bool:
    """'solarpeak |belgium', 'Weichwasser |Ost', where capitals say nothing too; 'Sunbeam |crèche' in English; 'Énergie |Wallonie'."""
    if index >= len(text):
        return False
    if text.words[index] in PARTNERS and "&" in text.before(index) and not text.before(index).strip(" \n&"):
        is_written = text.capitals[index] or not text.capitals[index - 1]
        return covers[index] == FREE and is_written  # 'Dachdecker Wiesemes &⏎Sohn', 'noël & sons'
    if text.before(index) == "-" and text.language in ONE_WORD and text.words[index].isalpha():
        return covers[index] == FREE and span.source != KNOWN  # 'Demain Peut|-être'
    if text.before(index) not in BESIDE:
        return False
    word, is_firm = text.words[index], span.kind is Kind.ORGANISATION and span.source != KNOWN
    if covers[index] == STAYS:
        return is_firm and word in REGIONS and text.capitals[index]
    if is_firm and word in HOUSES and text.language == "en":
        return True
    if covers[index] != FREE or word not in LAST_WORDS:
        return False
    is_named = text.capitals[index] or (text.is_small_here(index) and span.kind is not Kind.PROFESSION)
    return is_named and not text.starts_sentence(index)


def _may_be_a_firm(text: Text, span: Span) -> bool:
    """One word that the lists of given names do not hold for sure, without a title."""
    words = [text.words[index] for index in text.within([(span.start, span.end)])]
    return len(words) == 1 and span.source != PATTERN and given_strength(words[0]) is not Strength.SURE


def _is_beside(text: Text, index: int) -> bool:
    """Whether the next word stands side by side with this one, also over the end of a full line."""
    return text.gap(index) in BESIDE or _is_broken_off(text, index + 1)


def _is_broken_off(text: Text, index: int) -> bool:
    """Whether the word begins a line because the one before was full: no row of a table, no label."""
    if not 0 < index < len(text) or text.before(index) != "\n" or text.words[index].isdigit():
        return False
    line = text.line_of(index - 1)
    start, end = text.line_range(line)
    return end - start > FULL_LINE and "|" not in text.line_text(line) and ":" not in text.gap(index)


def _is_one_word(text: Text, span: Span) -> bool:
    return sum(1 for _ in text.within([(span.start, span.end)])) == 1


def _is_small(text: Text, index: int, covers: Sequence[int]) -> bool:
    return (
        covers[index] == FREE
        and text.words[index] in SMALL
        and not text.capitals[index]
        and text.before(index) in INSIDE
    )


def _goes_on(text: Text, index: int, covers: Sequence[int]) -> bool:
    """Whether a free word behind part of a name is more of it: a capital within a sentence, a short number at the end."""
    if covers[index] != FREE:
        return False
    word = text.words[index]
    if word.isdigit():
        return len(word) <= LONGEST_NUMBER and LAST_NUMBER.match(text.plain, text.ends[index]) is not None
    return (
        text.capitals[index]
        and len(word) > 1
        and not text.in_capitals(index)
        and not _is_shouted(text, index)
        and (not text.starts_sentence(index) or _is_broken_off(text, index))
        and not is_title(text, index)
        and not text.vocabulary.is_word(word)
    )


def _is_shouted(text: Text, index: int) -> bool:
    """A usual word in capitals with other such words beside it: 'THE VANS OF Medi-Park |UNLOAD UNDER MY WINDOW'."""

    def is_loud(at: int) -> bool:
        return 0 <= at < len(text) and text.is_all_capitals(at) and text.is_word(at)

    return is_loud(index) and sum(map(is_loud, range(index - SHOUTING, index + SHOUTING + 1))) >= SHOUTING


CELL_BEFORE = re.compile(r"(?:\A|[|;\t\n]) ?\Z")
CELL_AFTER = re.compile(r" ?(?:\Z|[|;\t\n])")


def _is_turned_round(text: Text, index: int, covers: Sequence[int]) -> bool:
    """'| BRIEF |Sabine |', 'FRANS |VAN LOOVEREN': a family name before the given name in a cell, a given name in capitals."""
    if (
        covers[index] != FREE
        or covers[index + 1] != SOMEBODY
        or text.gap(index) != " "
        or is_title(text, index)
    ):
        return False
    if not text.capitals[index] or not text.words[index].isalpha():
        return False
    if text.in_capitals(index):
        return given_strength(text.words[index]) is Strength.SURE and not text.stops(index)
    start = text.starts[index]
    alone = CELL_BEFORE.search(text.plain, max(0, start - 2), start) and CELL_AFTER.match(
        text.plain, text.ends[index + 1]
    )
    return (
        alone is not None
        and "|" in text.line_text(text.line_of(index))
        and given_strength(text.words[index + 1]) is Strength.SURE
    )


def _sort_before(text: Text, first: int, covers: Sequence[int]) -> int | None:
    """'Spedition |Curnel', 'Praxis Dr. |Mertes': in German the sort of house is the first half of its name."""
    index = first - 1
    if index and text.gap(index) in TITLED and is_title(text, index):
        index -= 1
    stands = covers[index] == FREE and text.gap(index) in BESIDE
    return index if stands and _is_sort_of_house(text, index) else None


def _is_sort_of_house(text: Text, index: int) -> bool:
    """German nouns that say what sort of house it is; 'Firma' and the like say nothing."""
    word = text.words[index]
    if "de" not in text.languages(index) or word in ANY_HOUSE:
        return False
    is_written = text.capitals[index] or text.is_small_here(index)
    return is_written and (word in SORTS or word.endswith(SORT_ENDINGS) or is_type(word))


def _heads_a_cell(text: Text, index: int, covers: Sequence[int]) -> bool:
    """'| La |Maison du Peuple |', and at the head of a line: an article before a firm is its own."""
    start = text.starts[index]
    return (
        covers[index] == FREE
        and text.words[index] in ARTICLES
        and text.capitals[index]
        and text.gap(index) == " "
        and CELL_BEFORE.search(text.plain, max(0, start - 2), start) is not None
        and not _is_sort_of_house(text, index + 1)
    )


def _leads_over_one(text: Text, index: int, covers: Sequence[int], name: Floats) -> bool:
    """'Hof te |Bolder', 'Syndicat des |Locataires': a capital and a small word, which the network half holds for a name."""
    return (
        index > 0
        and text.gap(index) in INSIDE
        and _is_small(text, index, covers)
        and bool(name[index - 1] >= HALF_LIKELY)
        and _goes_on(text, index - 1, covers)
    )


def _leads(text: Text, index: int, covers: Sequence[int], *, is_firm: bool) -> bool:
    """Whether a free word before part of a name is more of it: 'The |Angel'. German writes every noun with a capital."""
    word = text.words[index]
    if _is_turned_round(text, index, covers) or (is_firm and _heads_a_cell(text, index, covers)):
        return True
    if text.gap(index) not in BESIDE or word.isdigit() or not _goes_on(text, index, covers):
        return False
    return word in ARTICLES or (is_firm and "de" not in text.languages(index))
