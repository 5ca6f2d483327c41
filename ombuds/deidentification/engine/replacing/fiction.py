"""Fiction: every kind of what identifies, told as a writer would who never knew the truth."""

import re
from collections.abc import Callable
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar import Phrase, Sort
from ombuds.deidentification.engine.inventing import likely_gender
from ombuds.deidentification.engine.inventing.closeness import main_words
from ombuds.deidentification.engine.placeholders import MORE, typed
from ombuds.deidentification.engine.replacing import measures, places, pseudonyms, softer
from ombuds.deidentification.engine.replacing.ages import age_phrase
from ombuds.deidentification.engine.replacing.days import days_in, moved
from ombuds.deidentification.engine.replacing.evenly import evenly
from ombuds.deidentification.engine.replacing.family import EXPECTING, family
from ombuds.deidentification.engine.replacing.forms import alias_form
from ombuds.deidentification.engine.replacing.hints import KIN_WORDS
from ombuds.deidentification.engine.replacing.persons import is_her_initial
from ombuds.deidentification.engine.replacing.story import Story
from ombuds.deidentification.engine.spans import MODEL, Kind

# Words after which a number needs no other name: 'op rekeningnummer …', not 'op rekeningnummer rekeningnummer …'.
SAYS_SO = re.compile(
    r"(?:nummer|nrs?|rrn|rn|(?<![a-z])(?:rr|nn)|coordonnees|coordinaten|coordinates|koordinaten|gps|zeichen|references?|referenties?|r\.g|[a-z]*communication|mededeling|mitteilung|message|niss|insz|immatricul[a-z]*|national[e]?|nationale|akte|n°|no|numero|number|konto|rekening|compte|account|iban|tel|telefoon|telefon|telephone|compte bancaire|client|kundennr|phone|gsm|mobil[eo]?|portable|handy|fax|mail|e-mail|email|courriel|adres|adresse|address"
    r"|(?<![\w'])t|(?<![a-z])pass|nationalregister|rijksregister|registre national|national register|plaat|plaque|plate|kennzeichen|ref|kenmerk|reference|matricule|piece|stuk|dossier|zaak|affaire|case|file|aktenzeichen|az|site|website|ip(?:-?adress?e?)?|card|kaart|carte|karte|paspoort|passeport|passport|reisepass|btw|tva|vat|kbo|bce|rol|role|[a-z]*nummern?)"
    r"[\s.:=#°()]*(?:is|est|ist|was|war|etait|blijft|bleibt|reste|remains|:)?(?: (?:le|la|het|de|the|der|die|das))?[\s.:=(]*$"
)

BEFORE_AMOUNT = re.compile(r"(?:€|\$|£|EUR|USD|GBP)\s?$")
AFTER_AMOUNT = re.compile(r"\s?(?:€|\$|£|EUR|euros?|Euro)(?![^\W\d_])")
NAMED_DAY = re.compile(
    r"(?<![a-z])(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:,? (?:dem|den|the))?,? $"
)
ABBREVIATED = re.compile(r"(?<!\w)(?:\w\.\s?)+$")
HALF_A_TRADE = re.compile(r"(?<![\w-])[^\W\d_]{3,10}-$")
FRENCH_PREPOSITION = re.compile(r"(?<!\w)(?:sur|à|par|vers|avec|chez|de) $")
IT_KINDS = frozenset(
    {Kind.PHONE, Kind.IBAN, Kind.NATIONAL_NUMBER, Kind.CARD, Kind.EMAIL, Kind.REFERENCE}
)  # het nummer
# 'RG 24/1190/A', 'CAPAC 6.118.204': the letters say already what the number is; not in a text all in capitals.
FILED = frozenset({Kind.REFERENCE, Kind.COURT_NUMBER, Kind.COMPANY_NUMBER})
ACRONYM = re.compile(r"(?:[^\W\dA-Z_][ \u00a0(]*|[(:][ \u00a0]?)(?<![^\W_])[A-Z]{2,6}[ \u00a0]$")
FEMININE_NOUNS = ("adresse", "plaque", "référence")
BOSS = ("chef", "chefs", "chefin")  # no cook in German
COMMON_STATUS = re.compile(
    r"retrait|gepension|pensionn|pensioner|retired|rentner|rentiere|werkloo|werkzoek|chomeu|unemployed|arbeitslos|huisvrouw|femme au foyer|housewife|hausfrau|^self-employed$|^zelfstandig$|^independante?$|^selbst(?:st)?andig$"
)
# 'the disease of …', 'la maladie de …': which one it is, is what it says.
NAMED_ILLNESS = re.compile(
    r"(?:ziekte van|syndroom van|maladie d|syndrome d|'s (?:disease|syndrome)|disease|syndrom|krankheit)"
)
# What somebody's firm is called there: no noun fits after it.
NAMED_AS = re.compile(
    r"(?<![a-z])(?:(?:onder|met|volgens|als) de (?:handels|bedrijfs|firma)?naam(?: van)?|genaamd|geheten|sous le nom(?: commercial)?|denommee?|nommee?|intitulee?"
    r"|(?:under|by) the (?:trade )?name(?: of)?|trad(?:es|ing) as|(?:firm|company|shop|school|association|business|cafe|bar|pub|garage|place|centre|organisation|charity|club),? (?:called|named)|unter dem (?:firmen)?namen?|namens|genannt)"
    r"(?: (?:de|du|de la|d'une?|de l'|d'|the|der|die|das))?(?: ?[a-z]+)? ?[:\"«“„']? ?$"
)
# What happened so long after something else says no day.
AFTERWARDS = re.compile(
    r"(?:later|earlier|after|before|plus tard|apres|avant|spater|zuvor|daarna|ervoor|vroeger|voordien|danach)\W*$"
)
FIRST_PERSON = re.compile(
    r"(?<![a-z])(?:i am|i'm|i was|i turn|i turned)(?: (?:a|an|now|already|only|just|nearly|almost))* $"
)
# Read as Monsieur, not as an initial.
MONSIEUR = re.compile(r"M\. (?=[^\W\d_]{2}|['’][ts] )")
# The apostrophe of 't Jampens, where the name was found from its t on.
LOOSE = re.compile(r"(?:^|\s)['’]$")


def phrase(story: Story, index: int) -> Phrase | None:
    """What takes the place of a span; None where what stands there is as good as invented or stays true."""
    return WRITERS.get(story.spans[index].kind, _number)(story, index)


def _person(story: Story, index: int) -> Phrase | None:
    span, person, written = story.spans[index], story.people[index], story.written(index)
    if _is_invented(story, written):
        return None
    alias = story.ledger.alias(person)
    start = span.start
    if LOOSE.search(story.before(index, 3)) and re.match(r"[tTsS] ", written):
        start -= 1
    if story.language == "fr" and MONSIEUR.match(written) and person.gender != "f":
        start, written = start + 3, written[3:]
    if initial := _initial_before(story, index):
        start, written = start - len(initial), initial + written
    if particle := _particle_before(story.before(index, 12), written, person.last):
        start, written = start - len(particle), particle + written
    text = alias_form(written, person, alias, story.language, span.part)
    if re.search(r"[^\W\d_]{3}\.$", written) and not text.endswith("."):
        text += "."  # of the sentence
    return Phrase(start, span.end, text, Sort.NAME)


def _initial_before(story: Story, index: int) -> str:
    """The 'T. ' of T. Peeters where the name was found without it; the M. of a woman whose name begins with it."""
    person, before = story.people[index], story.before(index, 6)
    if story.language == "fr" and before.endswith("M. "):
        named = [p for p in story.ledger.known.people if plain(p.last) == plain(person.last)]
        a_man = any((p.gender or likely_gender(p.first)) == "m" for p in named)  # M. is he, then
        return "M. " if person.gender == "f" and not a_man and is_her_initial(before, person) else ""
    match = re.search(r"(?<![^\W_])([^\W\d_])\. $", before)
    own = match is not None and plain(person.first)[:1] == plain(match.group(1))
    first = plain(person.first).split(" ")[0]
    return match.group() if match and own and first not in plain(story.written(index)) else ""


def _particle_before(before: str, written: str, last: str) -> str:
    """The 'von ' of von der Weiden where the name was found from its second particle on; '' for a Dutch 'van' (of)."""
    match = re.search(r"(?<![^\W_])((?:von|zu|de|di|da|du|van) |d['’])$", before, re.I)
    if not match or not last[:1].isalpha():
        return ""
    particle = match.group(1)
    second = re.match(r"[^\W\d_]+", written)
    own = second is not None and re.match(
        re.escape(plain(particle + second.group())) + r"(?![^\W_])", plain(last)
    )
    return particle if own else ""


def _is_invented(story: Story, written: str) -> bool:
    """One of our own: an invented name in a text that was edited after it was written."""
    words = set(main_words(re.sub(r"['’]s?$", "", written)))
    ours = story.ledger.alias_words
    return (
        bool(words)
        and all(w in ours or w.removesuffix("s") in ours for w in words if len(w) > 1)
        and max(map(len, words)) > 1
    )


def _date(story: Story, index: int) -> Phrase | None:
    span, written = story.spans[index], story.written(index)
    if not days_in(written):
        return (
            None
            if not re.search(r"\d{2}", written) or re.fullmatch(r"\D*\d{4}\D*", written)
            else _number(story, index)
        )
    if story.ledger.coarse_dates:
        return pseudonyms.month(story, index)
    text = moved(written, story.offset(), story.year, story.language, story.anchors, story.years)
    only_month = not any(d.day for d in days_in(written))
    return Phrase(span.start, span.end, text, Sort.NAME if only_month else Sort.PLAIN)


def _birth_date(story: Story, index: int) -> Phrase | None:
    span, written = story.spans[index], story.written(index)
    days = days_in(written)
    year = next((d.year for d in days if d.year), 0) or next(
        (int(y) for y in re.findall(r"(?:19|20)\d{2}", written)), 0
    )
    if not year and days and days[0].day:
        return _date(story, index)
    if not year and AFTERWARDS.search(evenly(written)):
        return None
    if not year:
        return _number(story, index)
    decade = year // 10 * 10
    words = {"nl": f"jaren {decade}", "fr": f"années {decade}", "en": f"{decade}s", "de": f"{decade}er Jahre"}
    start = span.start + (days[0].start if days else 0)
    end = span.start + (days[-1].end if days else len(written))
    if named := NAMED_DAY.search(evenly(story.text[max(0, start - 24) : start])):
        start -= len(named.group())
    return Phrase(start, end, words[story.language], Sort.DECADE)


def _age(story: Story, index: int) -> Phrase | None:
    span = story.spans[index]
    gender = story.gender_near(index)
    if story.language == "en" and FIRST_PERSON.search(evenly(story.before(index, 30))):
        gender = "I"
    phrase = age_phrase(story.text, span.start, span.end, story.language, gender)
    return _with_capital(story, phrase) if phrase else None


def _time(story: Story, index: int) -> Phrase | None:
    span = story.spans[index]
    text = measures.moved_time(story.written(index), story.ledger.hours, story.language)
    return Phrase(span.start, span.end, text) if text else None


def _amount(story: Story, index: int) -> Phrase:
    """With the currency sign or word right beside it, where the find left it out."""
    span, text = story.spans[index], story.text
    before = BEFORE_AMOUNT.search(text[max(0, span.start - 6) : span.start])
    after = AFTER_AMOUNT.match(text[span.end : span.end + 8])
    start = span.start - (len(before.group()) if before else 0)
    end = span.end + (len(after.group()) if after else 0)
    words = measures.amount(text[start:end], text[max(0, start - 60) : start], story.language)
    return _with_capital(story, Phrase(start, end, words, Sort.NAME))


SHORTENED = r"(?<![^\W_])(?:max|min|art|tel|bzw|evt|env|inc|incl|ref|réf|nov|dec|jan|feb|mrt|apr|aug|sep|okt|oct|str|bte|bus|ong|eur|vgl|usw|usd|zzgl|abz)"
SENTENCE_ENDS = re.compile(
    r"(?:(?:(?!" + SHORTENED + r"\b)(?<!\w)\w{3,}|[)»”\"…])[.!?]|[!?])\s+[\"«“„]?\s?$|\n\s*\n$"
)


def _with_capital(story: Story, phrase: Phrase) -> Phrase:
    """'Seul. 54 ans' → 'Seul. Une cinquantaine d'années': a figure needed no capital."""
    before = story.text[max(0, phrase.start - 24) : phrase.start]
    if phrase.start and not SENTENCE_ENDS.search(before):
        return phrase
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


def _place(story: Story, index: int) -> Phrase | None:
    span, written = story.spans[index], story.written(index)
    if plain(written) in story.ledger.town_names:
        return None
    if away := places.abroad(span.start, span.end, written, story.before(index), story.language):
        return away
    parts = places.parts_of(written)
    name = parts.town or written
    if not re.search(r"[^\W\d_]", name):
        return Phrase(span.start, span.end, MORE)
    text = story.ledger.town(name.strip(" ,()"), parts.postcode).name(story.language)
    return Phrase(span.start, span.end, _shouted(written, text), Sort.TOWN)


def _address(story: Story, index: int) -> Phrase | None:
    """Street with an invented number, and the town; the postal code goes, since four digits name a town."""
    span, written = story.spans[index], story.written(index)
    if any(day.year and day.day for day in days_in(written)) and not re.search(r"\d{4}\s+[^\W\d_]", written):
        return _date(story, index)
    parts, end = places.parts_of(written), span.end
    if (
        rest := re.match(r"\.\d{1,2}(?!\d|\.\d)", story.text[end : end + 4])
        if re.search(r"/\d+$", written)
        else None
    ):
        end += rest.end()  # the .1 of box /2.1
    if not parts.street and parts.town:
        return _place(story, index)
    if not parts.street:
        return Phrase(
            span.start,
            span.end,
            _house(parts.number, written) if parts.number else typed(span.kind, story.language),
        )
    language = parts.language or story.language
    if (
        (story.language, language) == ("nl", "de")
        and parts.street_word == "straße"
        and GERMAN_STREET.search(evenly(parts.street)) is None
    ):
        parts, language = replace(parts, street_word="straat", gender="f"), "nl"  # Wijngaardstr.
    if (story.language, language) == ("de", "nl") and not DUTCH_STREET.search(evenly(parts.street)):
        parts, language = replace(parts, street_word="straße", gender="f"), "de"  # Rotenberg, Monschauer Weg
    word = parts.street_word or {"fr": "rue", "de": "straße", "en": "Street"}.get(language, "straat")
    name = story.ledger.street(parts.street, language, word)
    if name in written:
        return None
    street = places.street_name(word, name, language)
    number = _house(parts.number, parts.street) if parts.number else ""
    comma = "," if re.match(r"\D{0,3}\d+\s?\w{0,3}\s?,", written) else ""
    whole = f"{number}{comma} {street}" if number and parts.number_first else f"{street} {number}".strip()
    if parts.town:
        whole += ", " + story.ledger.town(parts.town, parts.postcode).name(story.language)
    return Phrase(span.start, end, _shouted(written, whole), Sort.STREET, gender=parts.gender)


GERMAN_STREET = re.compile(r"(?:strasse|gasse|allee)\b")
DUTCH_STREET = re.compile(r"(?:straat|laan|ln|steenweg|stwg|lei|dreef|kaai|baan|plein|gracht|hof|pad)\b")


def _house(number: str, street: str) -> str:
    """Another house number of about the same size, never the true one."""
    true = int(number) if number else 0
    other = (sum(map(ord, street)) * 7 + true * 3) % (90 if true > 9 else 8) + 2
    return str(other if other != true else other + 1)


def _shouted(written: str, text: str) -> str:
    letters = [c for c in written if c.isalpha()]
    return text.upper() if len(letters) > 2 and all(c.isupper() for c in letters) else text


def _organisation(story: Story, index: int) -> Phrase:
    """A school, the other garage; nothing where its kind stands before the name (à la clinique Sainte-Élisabeth)."""
    span, written, entity = story.spans[index], story.written(index), story.entity(index)
    if NAMED_AS.search(evenly(story.before(index))):
        return Phrase(span.start, span.end, MORE)
    if "maison " in story.before(index, 8) and (home := HOME.match(written)):
        return Phrase(span.start + home.end(), span.end, "")
    if named := re.match(r"(?:Namen|naam|nom) ", written):
        return Phrase(span.start + named.end(), span.end, MORE)
    sort = softer.sort_of_organisation(written)
    if apposed := softer.apposed(
        story.text[: span.start], story.text[span.end : span.end + 1], sort, story.language
    ):
        return Phrase(span.start - apposed, span.end + 1, "")
    if said := softer.kind_before(story.before(index), story.language):
        start = span.start - said
        if story.language == "nl" and (noun := _without_article(story, index)):
            return Phrase(start - len(noun), span.end, f"een {noun}")
        return Phrase(start, span.end, "")
    number = story.ledger.organisation(plain(entity), sort)
    known = entity in story.met
    story.met.add(entity)
    return softer.organisation(span.start, span.end, sort, number, known, story.language)


HOME = re.compile(r"(?:de repos|de retraite|de jeunes|médicale)(?=[ \u00a0])")  # after 'la maison'
PREPOSED = re.compile(
    r"(?<!\w)(?:aan|bij|van|in|op|naar|met|voor|door|uit|via|tegen) ((?!(?:de|het|een|die|dat|deze|dit|mijn|zijn|haar|hun|ons|onze|uw|je|jouw|elke?|geen) )(?:[^\W\d_]+e )?[^\W\d_]+)$"
)


def _without_article(story: Story, index: int) -> str:
    """'vrije kleuterschool' of 'aan vrije kleuterschool De Zon': without the name it takes an article."""
    match = PREPOSED.search(story.before(index).rstrip(" "))
    before = story.spans[index - 1].end if index else 0
    return match.group(1) if match and before <= story.spans[index].start - 1 - len(match.group(1)) else ""


def _profession(story: Story, index: int) -> Phrase | None:
    """A sector for a trade; a neighbour, an aunt or a pensioner, of whom there are many, is told as it is."""
    span = story.spans[index]
    even = evenly(story.written(index)).strip()
    if even in KIN_WORDS or COMMON_STATUS.search(even) or (story.language == "de" and even in BOSS):
        return None
    before = HALF_A_TRADE.sub("", story.before(index))
    start = span.start - (len(story.before(index)) - len(before))  # the aide- of 'aide-cuisinier'
    near = ""
    if story.language == "fr":
        near = gender_named_after(story.text[span.end : span.end + 60])
        near = near or _gender_told(before) or story.gender_near(index)
    return softer.profession(start, span.end, story.written(index), before, story.language, near)


NAMED_AFTER = re.compile(r"[^.,;:!?\n()]{0,40}, (m\.|monsieur|mme|madame|mlle) (?=[a-z])")


def gender_named_after(after: str) -> str:
    """'l'ergothérapeute de la clinique, M. Sauvage': of whom the trade is told."""
    found = NAMED_AFTER.match(evenly(after))
    return "" if not found else "m" if found.group(1) in ("m.", "monsieur") else "f"


HE_OR_SHE = re.compile(r"(?<![^\W_])([ei]l(?:le)?)(?![^\W_])[^.!?;]*$")


def _gender_told(before: str) -> str:
    """Of the last 'elle' or 'il' in the sentence; '' without one, and of 'je' whose writer is nobody's guess."""
    found = HE_OR_SHE.search(evenly(before))
    if found:
        return "f" if found.group(1) == "elle" else "m"
    return "m" if re.search(r"(?<![^\W_])(?:je|j'|moi)(?![^\W_])[^.!?;]*$", evenly(before)) else ""


def _health(story: Story, index: int) -> Phrase:
    span, written = story.spans[index], story.written(index)
    new = "health" not in story.met or NAMED_ILLNESS.search(evenly(written)) is not None
    story.met.add("health")
    return softer.health(span.start, span.end, written, story.before(index), story.language, new=new)


def _family(story: Story, index: int) -> Phrase | None:
    span = story.spans[index]
    if span.source == MODEL:
        return None  # no list knows what it says, so nothing like it can be said; the reader sees it marked
    gender = story.gender_near(index)
    if since := MARRIED_SINCE.match(evenly(story.text[span.start : span.end + 40])):
        return Phrase(
            span.start, span.start + since.end(), story.text[span.start : span.start + since.end(1)]
        )
    if EXPECTING.search(evenly(story.written(index))) and (
        more := EXPECTS.match(evenly(story.text[span.end : span.end + 24]))
    ):
        span = replace(span, end=span.end + more.end())  # 'pregnant of twins'
    if other := _other_origin(story, index):
        return Phrase(span.start, span.end, other)
    return family(span.start, span.end, story.written(index), story.before(index), story.language, gender)


EXPECTS = re.compile(
    r" (?:of|with|van|met|de|d'|mit|von) ?(?:een |an? |des )?(?:twins|triplets|tweeling(?:en)?|drieling(?:en)?|jumeaux|jumelles|triples|zwillingen|drillingen)(?![a-z])"
)
MARRIED_SINCE = re.compile(
    r"(gehuwd|getrouwd|mariee?s?|married|verheiratet) (?:since|sinds|depuis|seit)(?: le| dem)? [^,;()\n]{0,24}?(?:19|20)\d\d(?!\d)(?:-\d\d-\d\d)?"
)
ORIGIN = r"(?:afkomst|origine|herkomst|nationaliteit|nationalite|nationality|origin|descent|herkunft|abstammung|staatsangehorigkeit|roots|wurzeln|background|achtergrond)"


def _other_origin(story: Story, index: int) -> str:
    """'van andere afkomst', "d'origine étrangère": the noun stays, what origin it is goes."""
    span = story.spans[index]
    if re.match(rf" {ORIGIN}(?![a-z])", evenly(story.text[span.end : span.end + 24])):
        return {"nl": "andere", "en": "other", "de": "anderer", "fr": "autre"}[story.language]
    if story.language == "fr" and re.search(rf"(?<![a-z]){ORIGIN} $", evenly(story.before(index, 16))):
        return "étrangère"
    return ""


def _email(story: Story, index: int) -> Phrase:
    """An address at a domain that can never exist (.example is reserved); a person's own where it bears their name."""
    span, written = story.spans[index], story.written(index)
    local = written.partition("@")[0]
    words = set(re.findall(r"[^\W\d_]{3,}", plain(local)))
    said = [
        (sum(len(w) for w in p.words if len(w) > 2 and w in plain(local)), p) for p in story.people.values()
    ]
    own = re.match(r"([a-z])[._\-]?(?=[a-z]{3})", plain(local))
    most, owner = max(
        said,
        key=lambda pair: (pair[0], own is not None and plain(pair[1].first)[:1] == own.group(1)),
        default=(0, None),
    )
    if "example" in written or not words or owner is None or not most:
        return _number(story, index)
    alias = story.ledger.alias(owner)
    name = re.sub(r"[^a-z.]", "", plain(f"{alias.first}.{alias.last}".replace(" ", "")))
    return Phrase(span.start, span.end, f"{name}@mail.example")


def _number(story: Story, index: int) -> Phrase:
    """'rekeningnummer …': readable, and nobody's number."""
    span, written = story.spans[index], story.written(index)
    if written.startswith("(") and written.count("(") > written.count(")"):
        span = replace(span, start=span.start + 1)  # the bracket around '(+32 (0)2 …)'
    if SAYS_SO.search(evenly(story.text[max(0, span.start - 30) : span.start])):
        return Phrase(span.start, span.end, MORE)
    if span.kind in FILED and ACRONYM.search(story.before(index, 10)):
        return Phrase(span.start, span.end, MORE)
    before = story.before(index, 3)
    text = typed(span.kind, story.language)
    if story.language == "nl" and span.kind in IT_KINDS and re.search(r"(?<!\w)de $", before):
        return Phrase(span.start - 3, span.end, f"het {text}", Sort.NAME)  # 'bel op de 0471 …'
    if story.language == "fr" and FRENCH_PREPOSITION.search(story.before(index, 10)):
        one = "des" if span.kind is Kind.GPS else "une" if text.startswith(FEMININE_NOUNS) else "un"
        return Phrase(span.start, span.end, f"{one} {text}", Sort.NAME)  # 'virée sur un numéro de compte …'
    if (not before.strip() or before.rstrip(" ")[-1:] in ".!?\n") and not ABBREVIATED.search(
        story.before(index, 8)
    ):
        text = text[:1].upper() + text[1:]
    return Phrase(span.start, span.end, text, Sort.NAME)


WRITERS: dict[Kind, Callable[[Story, int], Phrase | None]] = {
    Kind.PERSON: _person, Kind.DATE: _date, Kind.BIRTH_DATE: _birth_date, Kind.AGE: _age, Kind.TIME: _time, Kind.AMOUNT: _amount,
    Kind.PLACE: _place, Kind.ADDRESS: _address, Kind.ORGANISATION: _organisation, Kind.PROFESSION: _profession, Kind.HEALTH: _health,
    Kind.FAMILY: _family, Kind.EMAIL: _email,
}  # fmt: skip
