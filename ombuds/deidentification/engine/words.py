"""Small lists of the languages: words that are no names, particles, titles, months, streets."""

LANGUAGES = ("nl", "fr", "en", "de")

PARTICLES = frozenset(
    "van von de den der het la le les du des d l t te ten ter zu zum zur el al ben bin ait o mac mc da do dos di y op vande vanden vander".split()
)

# Names that are also everyday words: found in lower case they are the word, with a capital the name.
EVERYDAY = frozenset(
    """de het een en van in op te dat die is was met voor aan niet zijn haar hij zij wij ons dit dan dag brief post straat huis school
    bakker smid boer koning graaf prins mei april augustus juni maart rose roos roze wit zwart groen bruin klein groot lang kort jong oud
    le la les un une des et est dans pour avec sur pas que qui ce cette petit grand long blanc noir brun roux blond rose mai avril mars
    juin juillet jour lettre maison rue ville bois pont mont val roi prince comte boulanger berger marchand maire matin
    the and for with not that this was are you his her our day letter house street school king prince may june march august brown white
    black green long short young small rich baker smith cook hill wood field brook mark bill grant hope faith grace joy will chance
    der die das und ist nicht mit von klein gross lang jung alt koch bauer konig""".split()
)


MONTHS: dict[str, tuple[str, ...]] = {
    "nl": tuple(
        "januari februari maart april mei juni juli augustus september oktober november december".split()
    ),
    "fr": tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    ),
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "de": tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
}
MONTH_SHORT = {
    "jan": 1, "janv": 1, "feb": 2, "febr": 2, "fevr": 2, "fev": 2, "mrt": 3, "mar": 3, "apr": 4, "avr": 4,
    "jun": 6, "jul": 7, "juil": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "nl": tuple("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()),
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "de": tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
}

# Street words and how people shorten them; both read as the same.
STREET_WORDS: dict[str, str] = {
    "straat": r"str(?:aat)?\.?", "laan": r"l(?:aa)?n\.?", "steenweg": r"st(?:een)?(?:weg|wg)\.?", "plein": r"pl(?:ein)?\.?",
    "rue": r"r(?:ue)?\.?", "avenue": r"av(?:e(?:nue)?)?\.?", "boulevard": r"b(?:oulevar|l?v)d\.?", "chaussee": r"ch(?:auss)?(?:ee)?\.?",
    "place": r"pl(?:ace)?\.?", "saint": r"s(?:ain)?t\.?", "sint": r"s(?:in)?t\.?", "sainte": r"s(?:ain)?te\.?",
}  # fmt: skip
