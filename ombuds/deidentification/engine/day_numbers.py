"""The days of a month in words: derde, vingt-deux, twenty-second, zweiundzwanzigsten; plain form, four languages."""

_NL = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".split()
_FR = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split()
_EN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_DE = "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split()
_EN_ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_NL_ODD = {1: "eerste", 3: "derde", 8: "achtste"}
_DE_ODD = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def _dutch() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_NL, 1)}
    found |= {"dertig": 30, "eenendertig": 31}
    found |= {f"{_NL[n - 1]}entwintig": 20 + n for n in range(1, 10)}
    for word, n in list(found.items()):
        found[_NL_ODD.get(n, word + ("ste" if n >= 20 or word.endswith("t") else "de"))] = n
    return found


def _french() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_FR, 1)} | {
        "premier": 1,
        "trente": 30,
        "trente et un": 31,
        "vingt et un": 21,
    }
    return found | {f"vingt{sign}{_FR[n - 1]}": 20 + n for n in range(2, 10) for sign in " -"}


def _english() -> dict[str, int]:
    found = {word: n for words in (_EN, _EN_ORDINAL) for n, word in enumerate(words, 1)}
    found |= {"thirty": 30, "thirtieth": 30, "thirty-one": 31, "thirty-first": 31}
    return found | {
        f"twenty{sign}{words[n - 1]}": 20 + n
        for words in (_EN, _EN_ORDINAL)
        for n in range(1, 10)
        for sign in " -"
    }


def _german() -> dict[str, int]:
    stems = {n: _DE_ODD.get(n, _DE[n - 1] + ("st" if n == 20 else "t")) for n in range(1, 21)}
    stems |= {20 + n: f"{'ein' if n == 1 else _DE[n - 1]}undzwanzigst" for n in range(1, 10)}
    stems |= {30: "dreissigst", 31: "einunddreissigst"}
    return {stem + ending: n for n, stem in stems.items() for ending in ("e", "en", "er")}


# 'one may' and 'een mei' tell no day.
DAYS_IN_WORDS: dict[str, int] = {
    word: day
    for word, day in (_dutch() | _french() | _english() | _german()).items()
    if word not in {"een", "un", "one", "eins"}
}
ANY_DAY = "|".join(sorted(DAYS_IN_WORDS, key=len, reverse=True))

# Years in words: negentienhonderdachtenzestig, mil neuf cent soixante-huit, nineteen sixty-eight, neunzehnhundertachtundsechzig.
_EN_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_FR_NUMBER = (
    "(?:et|quatre|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|" + "|".join(_FR) + ")"
)
YEAR_IN_WORDS = (
    r"(?:(?:achttien|negentien)honderd|tweeduizend)(?: ?en ?)?[a-z]{0,24}|(?:achtzehn|neunzehn)hundert[a-z]{0,24}|zweitausend[a-z]{0,24}"
    rf"|(?:mil(?:le)?[ \-](?:huit|neuf)[ \-]cents?|dix-neuf cents?|deux[ \-]mille)(?:[ \-]{_FR_NUMBER}){{0,5}}(?![^\W_])"
    rf"|nineteen (?:hundred(?: and)? )?(?:{_EN_TENS}[ \-]?)?(?:{'|'.join(_EN)})?(?<! )(?![^\W_])|two thousand(?: and)?(?: {_EN_TENS})?(?:[ \-](?:{'|'.join(_EN)}))?(?![^\W_])"
)
