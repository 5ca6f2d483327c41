"""Spans side by side that are one thing become one, with what stands between them."""

import re
from dataclasses import replace

from ombuds.deidentification.engine.doors import BUILDING, NAMED_HOUSE
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.naming import words_of
from ombuds.deidentification.engine.persons.cues import PARTICLES
from ombuds.deidentification.engine.spans import KNOWN, LEXICON, MODEL, PATTERN, Kind, Span

# A firm's name may have been taken in pieces for these.
OF_A_FIRM = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.PROFESSION})
DAYS = frozenset({Kind.DATE, Kind.BIRTH_DATE})
OF_A_FILE = frozenset({Kind.HANDLE, Kind.PERSON, Kind.ORGANISATION})
# Kinds of numbers that may have been read in two pieces.
OF_FIGURES = frozenset(
    {
        Kind.REFERENCE,
        Kind.PHONE,
        Kind.IBAN,
        Kind.NATIONAL_NUMBER,
        Kind.COMPANY_NUMBER,
        Kind.COURT_NUMBER,
        Kind.PLATE,
    }
)
FULL_LINE = 45  # characters at least, so that the next line goes on with the same sentence
BORDERS = frozenset("|\t")
NUMBER = re.compile(r"\d{1,4} ?[a-zA-Z]?")
POSTCODE_LAST = re.compile(
    r"(?<!\d)[1-9]\d{3}\Z"
)  # and behind it a town, whatever it was taken for: '7000 |Mons'
ENDLESS = frozenset("de du des la van der den of the zum zur am a te".split())  # no street ends with these
YEAR = re.compile(r"(?:19|20)\d\d")  # 'born 13th of April |2000', which the case knows as a postcode
COMMA = re.compile(r", ?|,\n")
JOINTS = frozenset({", ", " · ", "/", " / ", " – ", " - ", ",\n"})  # between the parts of one address
IN_A_HOUSE = re.compile(
    r"(?:[1-9]\d{3} |(?:bus|bte|boite|box|postfach|blo[ck]{1,2}|batiment|gebouw|app|appt|kamer|room)(?![^\W_])|\d{1,2}(?:e|de|ste|eme|er|\.) )"
)
CELL_BEGINS = re.compile(r"(?:\A|[|;:\t\n]) ?\Z")
ITEM_BEGINS = re.compile(r"(?:\A|\n) {0,4}(?:\d{1,2}[.)]|[\-•–*]) ?\Z")
CELL_ENDS = re.compile(r" ?(?:\Z|[|;\t\n])")
GOES_ON = re.compile(r", [a-zà-ÿ]")
BORN = re.compile(r" \((?:°|geb|born|née?|\d)")
LISTED = re.compile(r"(?:, [^\n]{1,30})?,? (?:en|et|and|und|of|ou|or|oder|&) |, [A-Z]")
SHORT = 4
DOUBTFUL = 0.5  # at most, of a capital that nothing explains


def closed_up(text: str, spans: list[Span]) -> list[Span]:
    """The same spans in order, those that are one put together: a name is hidden when the space inside it is hidden too."""
    closed: list[Span] = []
    for span in spans:
        last = closed[-1] if closed else None
        if last is None:
            closed.append(span)
        elif span.start < last.end:  # both reach over the same hyphen
            closed[-1] = last = replace(last, end=max(min(last.end, span.start), last.start))
            if last.start == last.end:
                closed.pop()
            closed.append(span)
        elif (one := _one(text, last, span)) is not None:
            closed[-1] = one
        else:
            closed.append(span)
    return closed


def _one(text: str, last: Span, span: Span) -> Span | None:
    """Both as one span, or None when they are two things."""
    gap, kinds = _gap(text, last, span), {span.kind, last.kind}
    if gap == "_" and kinds <= OF_A_FILE:
        return replace(last, end=span.end)  # 'vrijstelling_Bea|_|Lybaert.pdf'
    if kinds == {Kind.PERSON}:
        if _are_partners(text, last, span):
            return replace(last, end=span.end, kind=Kind.ORGANISATION, entity="", part="")
        is_one = (
            gap == " "
            or _is_called(text, last, gap)
            or _is_turned_round(text, last, span)
            or _is_shortened(text, last, gap)
            or _is_in_brackets(text, span, gap)
            or _are_a_couple(text, last, span, gap)
        )
        if not is_one:
            return None
        one = _one_person(last, span)
        return replace(one, end=one.end + 1) if one and gap == " (" else one
    if Kind.ORGANISATION in kinds and kinds <= OF_A_FIRM:
        return _one_firm(text, last, span)
    if Kind.ADDRESS in kinds:
        return _one_address(text, last, span, gap)
    return _one_of_others(text, last, span, gap)


def _one_address(text: str, last: Span, span: Span, gap: str) -> Span | None:
    if span.kind is Kind.ADDRESS and gap == ", " and _is_before_a_street(text, last):
        return replace(span, start=last.start)
    if gap in JOINTS and _is_one_place(text, last, span):
        return replace(span if last.kind is Kind.PLACE else last, start=last.start, end=span.end)
    if gap != " ":
        return None
    if last.kind is Kind.ORGANISATION and last.source != KNOWN and span.kind is Kind.ADDRESS:
        # 'Königliches Athenäum |Am Venn'; 'Kanzlei⏎Im Winkel |21', where the firm was read on into its street
        return replace(last if _has_no_figure(text, span) else span, start=last.start, end=span.end)
    if span.kind is Kind.ADDRESS and (
        last.kind is Kind.ADDRESS or _is_doubtful(last) or (last.kind is Kind.PLACE and span.source == MODEL)
    ):
        # '141B |place du Jeu de Balle', 'Untere |Rottergasse', 'Nispert |39'
        return replace(span, start=last.start)
    if last.kind is Kind.PERSON and _is_family_name(text, last, span):
        return replace(last, end=span.end, entity="", part="full")
    return replace(last, end=span.end) if last.kind is Kind.ADDRESS and _goes_on(text, last, span) else None


def _is_before_a_street(text: str, last: Span) -> bool:
    """'122A, |rue Pont-à-Mousson'; 'Residenz Im Anker, Block C, |Bergstraße 52', 'Residentie Ocean Palace, |Zeedijk 88'."""
    is_house = last.part == BUILDING or NAMED_HOUSE.match(plain(text[last.start : last.end])) is not None
    return is_house or NUMBER.fullmatch(text, last.start, last.end) is not None


def _goes_on(text: str, last: Span, span: Span) -> bool:
    """'rue du Moulin 16 à |Maffle', 'avenue du Champ de |Mars'; '7000 |Mons', whatever the town was taken for."""
    if not ENDLESS.isdisjoint(words_of(text[last.start : last.end])[-1:]) and span.source != KNOWN:
        return True
    is_coded = POSTCODE_LAST.search(text, last.start, last.end) is not None
    return is_coded and text[span.start].isupper() and span.confidence < 1


def _is_family_name(text: str, last: Span, span: Span) -> bool:
    """'Van Gestel |Kaat', 'Aurore |de Thier': what stands behind somebody was taken for a street by its form."""
    if last.source == KNOWN and _has_no_figure(text, span):
        return True
    given, family = (words_of(text[one.start : one.end]) for one in (last, span))
    has_particle = len(family) > 1 and family[0] in PARTICLES and _has_no_figure(text, span)
    return has_particle and len(given) == 1 and given_strength(given[0]) is Strength.SURE


def _is_one_place(text: str, last: Span, span: Span) -> bool:
    """'Kelmis, |Kirchstraße 64', 'quai des Usines, 1020 Bruxelles, |bâtiment B', 'Jef Devosstraat/|rue Jef Devos 33'; two streets with a number each are two."""
    if Kind.PLACE in {last.kind, span.kind}:
        return last.kind is Kind.PLACE and not _has_no_figure(text, span)
    if last.kind is not span.kind:
        return False
    one, other = text[last.start : last.end], text[span.start : span.end]
    return not any(map(str.isdigit, one)) or IN_A_HOUSE.match(plain(other)) is not None


def _has_no_figure(text: str, span: Span) -> bool:
    return span.source != KNOWN and not any(map(str.isdigit, text[span.start : span.end]))


def _one_of_others(text: str, last: Span, span: Span, gap: str) -> Span | None:
    if last.kind is Kind.ORGANISATION and last.source != KNOWN and _is_word_for_a_day(text, span):
        return replace(last, end=span.end) if gap == " " else None
    if span.kind is Kind.ORGANISATION and span.source != KNOWN and _is_word_for_a_day(text, last):
        return replace(span, start=last.start) if gap == " " else None  # 'Demain |Peut-être'
    if last.kind in DAYS and span.part == "postcode" and gap == " ":
        return replace(last, end=span.end) if YEAR.fullmatch(text, span.start, span.end) else None
    if {span.kind, last.kind} <= OF_FIGURES:
        beside = gap in {" ", "-", "/", "."} and MODEL in {last.source, span.source}
        return _one_number(last, span) if beside else None
    if {span.kind, last.kind} == {Kind.PLACE, Kind.PERSON} and gap == " ":
        return _one_of_a_place(text, last, span)
    if last.kind in DAYS and span.kind in {Kind.AGE, Kind.TIME} and span.source == MODEL and gap == " ":
        return replace(last, end=span.end)  # 'born 11 april |79'
    if _are_one_fact(text, last, span):
        return replace(last, end=span.end, entity=f"{last.entity} {span.entity.partition(':')[2]}")
    return None


def _one_of_a_place(text: str, last: Span, span: Span) -> Span | None:
    """'Piano Factory |Ixelles'; 'Residentie |Ocean Palace', where the sort of house was taken for a village."""
    if last.kind is Kind.PERSON:
        return _with_its_town(text, last, span) if last.source != KNOWN else None
    is_house = NAMED_HOUSE.fullmatch(plain(text[last.start : last.end]) + " ") is not None
    return replace(last, end=span.end, kind=Kind.ADDRESS, entity="", part=BUILDING) if is_house else None


def _with_its_town(text: str, last: Span, span: Span) -> Span | None:
    """'van |Gent'; 'Piano Factory |Ixelles', which begins with nobody's given name."""
    words = words_of(text[last.start : last.end])
    if last.source == MODEL and PARTICLES.issuperset(words):
        return replace(last, end=span.end)
    if last.source == PATTERN or not words or given_strength(words[0]) is Strength.SURE:
        return None
    if span.source == KNOWN and len(words) < 2:
        return None  # 'Adams Waterloo'
    return replace(last, end=span.end, kind=Kind.ORGANISATION, entity="", part="")


def _is_full_line(text: str, end: int) -> bool:
    """Whether the line that ends there was as long as a line gets, so that what follows goes on with it; a row of a table never is."""
    return end - (text.rfind("\n", 0, end) + 1) > FULL_LINE and not _is_row(text, end)


def _is_row(text: str, end: int) -> bool:
    """Whether the line that ends there is a row of a table, which ends a cell too."""
    return not BORDERS.isdisjoint(text[text.rfind("\n", 0, end) + 1 : end])


def _gap(text: str, last: Span, span: Span) -> str:
    """What stands between them; two spaces, and the end of a full line, where a word was broken off, as the one that they are."""
    gap = text[last.end : span.start]
    if gap.strip(" >\r") != "\n":
        return gap if gap.strip(" ") else gap[:1]
    return " " if _is_full_line(text, last.end) else gap


def _one_person(last: Span, span: Span) -> Span | None:
    """'Vna |\'t Hof', of which the case knows the end: somebody, whoever it is. Two whole names of the case are two people."""
    if last.source == span.source == KNOWN:
        # Also of two people: 'Tshibangu Grâce' where the case knows one by each.
        halves = {last.part, span.part} == {"first", "last"}
        return replace(last, end=span.end, part="full") if halves or last.entity == span.entity else None
    if KNOWN in {last.source, span.source} and "full" in {last.part, span.part}:
        return None
    return replace(last, end=span.end, entity="", part="full")


# 'M.-Th. |Lejeune', 'Ch. |Dupont': given names cut short.
CUT_SHORT = re.compile(
    r"(?:(?<![^\W_])[A-Z][bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ]{1,2}|(?<=[.\-])[A-Z][A-Za-z]{0,2})\.?\Z"
)


CALLED = frozenset({" genannt ", " gen. ", " dit ", " dite ", " alias "})
OF_A_HOUSE = frozenset({" zu ", " tot "})


def _is_called(text: str, last: Span, gap: str) -> bool:
    """'Schulte |genannt| Nieland', 'Graf von Hohenlinden |zu| Traun'."""
    noble = gap in OF_A_HOUSE and re.search(r"(?<![^\W_])(?:von|van) ", text[last.start : last.end])
    return gap in CALLED or bool(noble)


def _is_shortened(text: str, last: Span, gap: str) -> bool:
    return (
        gap in {". ", ".-", " "}
        and last.length <= 8
        and CUT_SHORT.search(text, last.start, last.end) is not None
    )


def _are_a_couple(text: str, last: Span, span: Span, gap: str) -> bool:
    """'Stevens – Ceulemans' on one bell: two family names with a dash between."""
    names = [words_of(text[one.start : one.end]) for one in (last, span)]
    return gap in {" – ", " - "} and all(
        len(words) == 1 and given_strength(words[0]) is not Strength.SURE for words in names
    )


def _is_in_brackets(text: str, span: Span, gap: str) -> bool:
    """'Thommes Katharina (Katti)': how somebody is called stands behind the name, alone in its brackets."""
    alone = text[span.end : span.end + 1] == ")" and text[span.start : span.end].isalpha()
    return gap == " (" and alone


def _is_turned_round(text: str, last: Span, span: Span) -> bool:
    """'Sivalingam, Tharani': a family name, a comma, given names and no more; or both alone in a cell."""
    if not COMMA.fullmatch(text, last.end, span.start):
        return False
    families, givens = (words_of(text[one.start : one.end]) for one in (last, span))
    if (
        not families
        or not givens
        or given_strength(families[0]) is Strength.SURE
        or "." in text[last.start : last.end]
    ):
        return False
    if BORN.match(text, span.end):
        return True
    if CELL_BEGINS.search(text, max(0, last.start - 2), last.start) and CELL_ENDS.match(text, span.end):
        return True
    if ITEM_BEGINS.search(text, max(0, last.start - 9), last.start) and GOES_ON.match(text, span.end):
        return True  # '2. Quaghebeur, Hadewych, daughter'
    return all(given_strength(word) is Strength.SURE for word in givens) and not LISTED.match(text, span.end)


def _one_firm(text: str, last: Span, span: Span) -> Span | None:
    """A firm and a name or firm side by side are one: the space between them tells how they belong together."""
    gap, kinds = _gap(text, last, span), {span.kind, last.kind}
    firm, other = (span, last) if span.kind is Kind.ORGANISATION else (last, span)
    if Kind.PROFESSION in kinds:
        return replace(firm, start=last.start, end=span.end) if gap in {" ", "' "} else None
    if last.kind is Kind.ORGANISATION and other.source != KNOWN and words_of(gap) == ["dr"]:
        return replace(firm, start=last.start, end=span.end)  # 'Praxis |Dr. |Keutgen'
    if "&" in gap and not gap.strip(" \n&"):
        gap = " & "  # 'Beheer &⏎Co'
    if gap in INSIDE_A_FIRM and KNOWN not in {last.source, span.source}:
        gap = " "  # 'Hof |te |Bolder'
    is_short = gap == ". " and last.length <= SHORT and last.source != KNOWN  # 'Kgl. |Harmonie'
    if gap not in TOGETHER and not is_short and not _is_first_partner(text, last, span):
        return None
    if other.source == KNOWN and other.kind is Kind.PERSON:
        if gap == " & " and firm is span:
            return replace(firm, start=last.start)  # 'Gill |& Sons', of whom the case knows one
        is_name = _is_doubtful(firm) and gap == " "  # 'Rhys |McGrath', of which the case knows the end
        return replace(other, start=last.start, end=span.end, entity="", part="full") if is_name else None
    if other.source == KNOWN and other.kind is Kind.ORGANISATION and firm.source != KNOWN:
        firm = other
    return replace(firm, start=last.start, end=span.end)


def _is_word_for_a_day(text: str, span: Span) -> bool:
    """'Better |Tomorrow': a capital inside a sentence, and no figure."""
    said = text[span.start : span.end]
    return span.kind is Kind.DATE and said.isalpha() and said.istitle() and not span.entity


def _one_number(last: Span, span: Span) -> Span:
    """'F0 |2024-60219', of which the network saw a piece."""
    longer = max(last, span, key=lambda one: one.length)
    return replace(longer, start=last.start, end=span.end)


def _is_doubtful(span: Span) -> bool:
    return span.kind is Kind.ORGANISATION and span.source in {LEXICON, MODEL} and span.confidence <= DOUBTFUL


def _are_one_fact(text: str, last: Span, span: Span) -> bool:
    """'getrouwd zonder kinderen', 'Neder-Over-Heembeek' found in two halves."""
    if span.kind is not last.kind or KNOWN in {span.source, last.source}:
        return False
    gap = text[last.end : span.start]
    return gap == "-" if span.kind is Kind.PLACE else gap == " " and span.kind in {Kind.FAMILY, Kind.HEALTH}


# Between two halves of the name of a house.
_WHERE = "te|ter|ten|aan de|aan het|op de|in de|bij de|op het|in het|op 't|in 't|sur|sous|sans|au|aux|à la|an der|auf dem|unter dem|zum|zur|ohne|on the|at the|in the"
INSIDE_A_FIRM = frozenset(f" {words} " for words in _WHERE.split("|"))
# Side by side, or with what stands inside names only: 'Luís |da| Silva of Rombouts'.
TOGETHER = frozenset({"", " ", "-", "@", "! ", " & ", " da ", " dos ", " do ", " das ", " del ", " di "})


def _is_first_partner(text: str, last: Span, span: Span) -> bool:
    """'Wexford, Lane & Partners': one word, a comma, and a firm with the sign between its names."""
    one = text[last.start : last.end]
    return (
        text[last.end : span.start] == ", "
        and span.kind is Kind.ORGANISATION
        and last.kind is not Kind.PLACE
        and "&" in text[span.start : span.end]
        and one.count(" ") < 2
    )


def _are_partners(text: str, last: Span, span: Span) -> bool:
    """'Lambrecht & Delcourt' is an office; 'Jan & Marie' are two people."""
    if text[last.end : span.start] not in {" & ", "&"}:
        return False
    names = [plain(text[one.start : one.end]) for one in (last, span)]
    if KNOWN in {last.source, span.source} and any(" " in name for name in names):
        return False  # two parties of the case with their whole names
    return not all(given_strength(name) is Strength.SURE for name in names)
