"""French: d'Anne and de Karim, du and de la, à l'école and au bureau, en mars and le 3 mars."""

from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.grammar.words import last_two_words, last_word

# full form → elided form; `si` only before il and ils, which are never replaced.
ELIDED = {
    "de": "d'",
    "que": "qu'",
    "jusque": "jusqu'",
    "lorsque": "lorsqu'",
    "puisque": "puisqu'",
    "quoique": "quoiqu'",
}
FULL = {short: full for full, short in ELIDED.items()}
MASCULINE = {
    "le": ("le", "la"),
    "un": ("un", "une"),
    "mon": ("mon", "ma"),
    "ton": ("ton", "ta"),
    "son": ("son", "sa"),
    "ce": ("ce", "cette"),
}
DETERMINERS = {
    **MASCULINE, "la": ("le", "la"), "l'": ("le", "la"), "une": ("un", "une"), "ma": ("mon", "ma"), "ta": ("ton", "ta"), "sa": ("son", "sa"),
    "cette": ("ce", "cette"), "cet": ("ce", "cette"), "notre": ("notre", "notre"), "votre": ("votre", "votre"), "leur": ("leur", "leur"),
    "les": ("le", "la"), "chaque": ("chaque", "chaque"), "quelque": ("quelque", "quelque"),
}  # fmt: skip
BEFORE_VOWEL = {"le": "l'", "la": "l'", "ma": "mon ", "ta": "ton ", "sa": "son ", "ce": "cet "}
OF, TO = ("de", "d'"), ("à",)
# After these a month stands without article: depuis mars, dès mars, avant mars.
BARE_MONTH = ("depuis", "dès", "avant", "après", "vers", "pour", "et", "ou", "pendant")


def fit(before: str, phrase: Phrase) -> tuple[int, str]:
    if phrase.sort is Sort.MONTH:
        return _month(before, phrase.text)
    if phrase.sort is Sort.DECADE:
        return _decade(before, phrase.text)
    if phrase.sort is Sort.NOUN:
        return (_new(before, phrase) if phrase.new else None) or _noun(before, phrase)
    if phrase.sort is Sort.ABROAD:
        return _abroad(before, phrase)
    if phrase.sort is Sort.STREET and phrase.gender in ("f", "m") and phrase.text[:1].isalpha():
        return _noun(before, replace(phrase, bare=True))
    if phrase.sort is Sort.TOWN:
        return _town(before, phrase.text)
    return elided(before, phrase.text)


def vowel(text: str) -> bool:
    """Whether French elides before it. A single letter, or one before a full stop, is spelled out: de B."""
    return len(text) > 1 and text[1] != "." and plain(text[0]) in tuple("aeiou")


def elided(before: str, text: str) -> tuple[int, str]:
    """de Anne → d'Anne, d'Anne → de Karim; anything else stays."""
    word, taken = last_word(before)
    if word in ELIDED and vowel(text):
        return taken, _like(before, ELIDED[word]) + text
    if word in FULL and not vowel(text):
        return taken, f"{FULL[word]} {text}"
    return 0, text


def _like(before: str, elided_word: str) -> str:
    """With the kind of apostrophe that the text uses."""
    return elided_word.replace("'", "’") if "’" in before else elided_word


def _month(before: str, month: str) -> tuple[int, str]:
    two, both = last_two_words(before)
    word, taken = last_word(before)
    if two.endswith((" le", " au")) and two.split()[0] in BARE_MONTH:
        return taken, month
    if word == "le":
        return taken, f"en {month}"
    if word == "au":
        return taken, f"en {month}"
    if word == "du":
        return taken, ("d'" if vowel(month) else "de ") + month
    if word in ("jusqu'",):
        return taken, f"jusqu'en {month}"
    return elided(before, month) if not both or word in (*ELIDED, *FULL) else (0, month)


def _decade(before: str, years: str) -> tuple[int, str]:
    word, taken = last_word(before)
    if word in ("le", "en"):
        return taken, f"dans les {years}"
    if word == "du":
        return taken, f"des {years}"
    return (0, f"dans les {years}") if word in ("né", "née") else (0, years)


def _town(before: str, town: str) -> tuple[int, str]:
    """au Roeulx → à Merlecourt; du Roeulx → de Merlecourt: invented towns bear no article."""
    word, taken = last_word(before)
    if word in ("au", "aux"):
        return taken, f"à {town}"
    if word in ("du", "des"):
        return taken, ("d'" if vowel(town) else "de ") + town
    return elided(before, town)


def _abroad(before: str, phrase: Phrase) -> tuple[int, str]:
    """au Maroc, en Turquie → dans un autre pays; du Maroc → d'un autre pays."""
    whole = with_article(phrase.text, phrase.gender, definite=False)
    word, taken = last_word(before)
    if word in ("au", "aux", "à") and before[: len(before) - taken].lower().endswith(("jusqu'", "jusqu’")):
        return taken, f"à {whole}"
    if word in ("au", "aux", "en", "à"):
        return taken, f"dans {whole}"
    if word in ("du", "des", "de", "d'"):
        return taken, of(whole)
    return (taken, whole) if word in ("le", "la", "l'", "les") else (0, whole)


def with_article(noun: str, gender: str, definite: bool) -> str:
    """'la société', 'l'école', 'un bureau'."""
    if definite:
        return f"l'{noun}" if vowel(noun) else f"{'la' if gender == 'f' else 'le'} {noun}"
    return f"{'une' if gender == 'f' else 'un'} {noun}"


def _noun(before: str, phrase: Phrase) -> tuple[int, str]:
    word, taken = last_word(before)
    two, both = last_two_words(before)
    noun, gender, column = phrase.text, phrase.gender, int(phrase.gender == "f")
    if two in ("de la", "de l'"):
        return both, of(with_article(noun, gender, definite=True))
    if two in ("à la", "à l'"):
        return both, to(with_article(noun, gender, definite=True))
    if word in DETERMINERS and (word != "les" or not phrase.bare):
        return taken, determined(DETERMINERS[word][column], noun)
    if word in ("du", "des"):
        return taken, of(with_article(noun, gender, definite=True))
    if word in ("au", "aux"):
        return taken, to(with_article(noun, gender, definite=True))
    if phrase.bare:
        return elided(before, noun)
    whole = with_article(noun, gender, phrase.definite)
    if word in OF:
        return taken, of(whole)
    if word in TO:
        return taken, to(whole)
    if word in ("en",):
        return taken, f"dans {whole}"
    return elided(before, whole)


def _new(before: str, phrase: Phrase) -> tuple[int, str] | None:
    """de la maladie, du cancer → d'une maladie; la maladie → une maladie; None where no 'the' stands before."""
    whole = with_article(phrase.text, phrase.gender, definite=False)
    two, both = last_two_words(before)
    word, taken = last_word(before)
    if two in ("de la", "de l'"):
        return both, of(whole)
    if two in ("à la", "à l'"):
        return both, to(whole)
    if word in ("le", "la", "l'", "les"):
        return taken, whole
    if word in ("du", "des"):
        return taken, of(whole)
    return (taken, to(whole)) if word in ("au", "aux") else None


def determined(determiner: str, noun: str) -> str:
    if vowel(noun) and determiner in BEFORE_VOWEL:
        return BEFORE_VOWEL[determiner] + noun
    return f"{determiner} {noun}"


def of(whole: str) -> str:
    """de + le bureau → du bureau."""
    if whole.startswith("le "):
        return "du " + whole[3:]
    return f"d'{whole}" if vowel(whole) else f"de {whole}"


def to(whole: str) -> str:
    return "au " + whole[3:] if whole.startswith("le ") else f"à {whole}"
