"""Citations of laws, articles, judgments and forms: they stay, with the days and numbers in them."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.patterns.rules import matches_after
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches

_months = "|".join(sorted(MONTHS_BY_NAME, key=len, reverse=True))
DAY = rf"(?:\d{{1,2}}(?:er|ste|de|e|st|nd|rd|th|\.)?\s?(?:of\s)?(?:{_months})\.?,?\s(?:19|20|18)\d\d|\d{{1,2}}[./\-]\d{{1,2}}[./\-](?:(?:18|19|20)\d\d|\d\d)|(?:{_months})\s\d{{1,2}},\s(?:19|20)\d\d|(?:18|19|20)\d\d)"
KINDS = frozenset(
    """wet wetten decreet decreten ordonnantie ordonnanties besluit besluiten kb mb koninklijk ministerieel verordening richtlijn grondwet wetboek omzendbrief
    rondzendbrief samenwerkingsakkoord protocol verdrag conventie reglement politiereglement cao rijksbesluit organiek
    loi lois decret decrets ordonnance arrete arretes agw agrbc directive reglement constitution circulaire code convention traite cct accord protocole
    gesetz gesetzes dekret dekrets dekretes erlass erlasses verordnung ordonnanz richtlinie rundschreiben verfassung gesetzbuch abkommen ministerialerlass konigliche koniglicher
    act decree ordinance regulation law statute circular treaty directive order resolution resolutie bvr bwhi gemeenschapsdecreet bijzondere gewone programmawet loi-programme herstelwet
    gemeentedecreet bestuursdecreet wohngesetz bestuurlijke parlementsbeschluss acts gesetze gesetzen dekrete dekreten verordnungen laws decrees""".split()
)
# What follows the kind of law: its maker, then its day or its number.
CITED = re.compile(
    r"(?:[\s\-]+(?:besluit|arrete|royal|ministeriel|communal|decree|erlass|van de vlaamse regering|vlaamse regering|du gouvernement(?: \w+){0,2}|de la region(?: \w+){0,2}|der regierung|der vlaamse regering|"
    r"conjoint|conjoints|ministerielle|gecoordineerde?|coordonnee?s?|organique|organiek|speciale|bijzondere?|programme|et ordonnance(?: conjoints)?|en ordonnantie|houdende \w+|tarifaire|de la commission(?: \w+){0,3}|du conseil(?: d'etat| communal)?|no\.?|n°|nr\.?|"
    r"van de raad van state|van het grondwettelijk hof|de la cour constitutionnelle|du conseil d'etat|des verfassungsgerichtshofs|of the council of state|hof van cassatie|cour de cassation)){0,4}"
    rf"[\s,]{{1,3}}(?:(?:van|du|de|d'|vom|von|of|dated|dd\.?|d\.d\.|the|le|in|den|der)\s?){{0,2}}(?:{DAY}|(?:\((?:eu|eg|ce|ec|ue|eeg|cee)\)\s?)?(?:nr\.?|n°|no\.?)?\s?\d{{1,4}}[./]\d{{1,5}}(?:[./\-]\w{{1,5}}){{0,3}}|\((?:eu|eg|ce|ec|ue|eeg|cee)\)\s?(?:nr\.?\s?|n°\s?|no\.?\s?)?\d{{2,4}}/\d{{1,5}})"
    rf"(?:(?:\s(?:en|et|und|and)|,)\s(?:van |du |vom |of )?{DAY})*(?:,?\s(?:van|du|of|vom|dd\.?)\s{DAY})?"
)
# 'loi de principes du 12 janvier 2005', 'arrêté du Gouvernement de la Région du 26 septembre 1996': a law by its maker or subject, and its day.
BY_SUBJECT = re.compile(
    r"(?<![^\W_])(?:wet|decreet|besluit|ordonnantie|loi|decret|arrete|ordonnance|gesetz(?:es)?|dekret(?:s|es)?) "
    r"(?:de principes|relatif|relative|relatifs|relatives|portant|concernant|du gouvernement|organique|betreffende|houdende|inzake|tot regeling|tot vaststelling|van de vlaamse regering|rechtspositie|zur|betreffend)"
    rf"(?: (?!van \d|du \d|vom \d)[a-z][a-z'\-]*){{0,12}} (?:van|du|vom) \d{{1,2}}(?:er|\.)? (?:{_months}) (?:19|20)\d\d"
)
# 'ordonnance 23/213/B du 3 mai 2024' is of a court; a law has no number before its day.
OF_COURTS = frozenset("ordonnance ordonnances ordonnantie order orders beschikking besluit arrest".split())
ROLL = re.compile(
    r"[\s,]{1,3}(?:n°\s?|nr\.?\s?|no\.?\s?)?(?:\d{2,4}/(?:[a-z]{1,4}/\d|\d{1,5}/[a-z](?![a-z]))|\d{1,3}\.\d{3}/|\d{2,3}[a-z]\d{3,})"
)
# An individual decision is called the same: it stays only with its maker or its subject.
OFTEN_OF_ONE = frozenset(
    """besluit besluiten arrete arretes order resolution resolutie code protocol protocole
    accord reglement entscheid""".split()
)
OF_ALL = re.compile(
    r"\s(?:koninklijk|ministerieel|royal|ministeriel|van de vlaamse|van de brusselse|van de waalse|du gouvernement|de la commission|de l'executif|der regierung|portant|fixant|modifiant|houdende|"
    r"tot (?:vaststelling|regeling|wijziging|uitvoering|bepaling|organisatie|bescherming)|zur|nr\.|n°|no\.|conjoints?|van het verenigd|du college|de la region)"
)
MAKERS = frozenset(
    "government koninklijk koninklijke ministerieel ministeriele koniglicher konigliche royal ministerial regeringsbesluit artikel art het hogervermeld voormeld voornoemd".split()
) - {"het"}
# Gemeindedekret, Bestuursdecreet, programmawet, Sozialgesetz.
COMPOUNDS = (
    "dekret",
    "gesetz",
    "dekrets",
    "gesetzes",
    "decreet",
    "wet",
    "verordnung",
    "ordonnantie",
    "wetboek",
    "gesetzbuch",
    "richtlijn",
    "richtlinie",
)
ARTICLES = frozenset(
    "artikel artikels artikelen article articles art artt articolo artikeln paragraaf paragraphe paragraph annexe bijlage annex anlage punt punten hoofdstuk chapitre boek titel rechtsoverweging overweging considerant kapittel".split()
)
ARTICLE = re.compile(
    r"\.?\s?(?:[ldrw]\s?\.?\s?)?(?:[ivxl]+\.)?\d{1,4}(?!\d)(?:[./:\-]\d{1,4}){0,5}(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies))?(?:/\d{1,3})?"
    r"(?:[\s,;]{1,3}(?:(?:en|et|und|and|tot|a|to|bis|of|ou|or|juncto|jo\.?|§{1,2}|al\.?|alinea|lid|abs\.?|absatz|par\.?|1°|\d{1,2}°|eerste lid|tweede lid|derde lid|alinea|art\.?|artikel|article|van|de|du|des|von|of|the|la|le|l'|het|der)\s?){1,3}\d{0,4}(?:[./]\d{1,4}){0,3}(?:bis|ter|quater)?°?){0,4}"
)
# 'Artikel 371 EStGB 92', 'art. 1385 C. jud.', 'artikel 6 EVRM'.
CODE = re.compile(
    r"(?:\s(?:van het|van de|du|de la|des|der|of the|wib|cir|estgb|ger\.? ?w\.?|c\. ?jud\.?|c\. ?civ\.?|c\. ?pen\.?|b\.? ?w\.?|g\.? ?w\.?|s\.? ?v\.?|s\.? ?w\.?|bgb|stgb|hgb|zgb|gg|ggb|vcro|codt|cobat|bwro|bwhi|vcf|avg|gdpr|rgpd|dsgvo|evrm|cedh|echr|emrk|vweu|tfue|tfeu|aeuv|ivbpr|wvv|wer|csa|cde|wegcode|gerichtsgesetzbuch|zivilgesetzbuch)(?: (?:19|20)?\d\d)?){1,2}(?![^\W_])"
)
SECTION = re.compile(r"§{1,2}\s?\d{1,3}(?:[./]\d{1,3})*(?:\s?(?:en|et|,|-)\s?§?\s?\d{1,3})*")
UNION = re.compile(r"\((?:eu|eg|ce|ec|ue|eeg|cee)\)\s?(?:nr\.?\s?|n°\s?|no\.?\s?)?\d{2,4}/\d{1,5}|(?:19|20)\d\d/\d{1,4}/(?:eu|eg|ce|ec|ue)\b|(?<!\w)ecli:(?:eu|ce):\w+:\d{4}:[\w.]+")  # fmt: skip
GAZETTE = re.compile(
    rf"(?<![^\W_])(?:k\.?e\.?|k\.?b\.?|m\.?b\.?|a\.?r\.?|a\.?m\.?|m\.?e\.?)\s(?:van|du|vom|of)\s{DAY}|(?<![^\W_])(?:b\.?s\.?|m\.?b\.?|belgisch staatsblad|moniteur belge|belgisches staatsblad|cass\.|rvs|r\.v\.st\.|c\.e\.|c\.c\.|gwh|gww|hvj|cjue|ehrm|cedh|rvvb|rvvst)[\s,]{{1,2}}(?:\([^)\n]{{0,20}}\)[\s,]{{1,2}})?(?:van\s|du\s|vom\s|of\s|nr\.?\s|n°\s?|no\.?\s|arrest\s|arret\s)*(?:{DAY}|\d{{1,3}}\.\d{{3}}|\d{{1,3}}/\d{{4}})(?:[\s,]{{1,2}}(?:nr\.?\s|n°\s?|no\.?\s)?(?:\d{{1,3}}\.\d{{3}}|\d{{1,3}}/\d{{2,4}}|[a-z]\.\d{{2}}\.\d{{4}}\.[nf]))?"
)
FORM = re.compile(
    r"(?<![^\W_])(?:formulier|formulaire|form(?=\s(?:nr\.?\s|n°\s?)?[\w./\-]{0,12}\d)|formular|model|modele|modell|bijlage|annexe|codex|aanslagjaar|exercice d'imposition|exercice|tax year|steuerjahr|schooljaar|annee scolaire|schuljahr|dienstjaar|begrotingsjaar|code postal)\s(?:nr\.?\s|n°\s?)?"
    r"(?=[^\W_./\-]{0,4}[./\-]?\d|[a-z]{1,3}(?![\w./\-]))[a-z0-9](?:[^\W_]|[./\-]){0,14}(?!_)"  # 'bijlage 3', 'annexe B'; no 'annexe Dupont.pdf'
)
# ISO 9001, NBN EN 13501-1: a standard is for everybody.
STANDARD = re.compile(
    r"(?<![^\W_])(?:(?:iso(?:/iec)?|nbn|din|iec)(?: (?:en|iso|iec|b|s))*|en(?= \d{5}))[ \-]\d{3,5}(?:-\d{1,3})*(?::(?:19|20)\d\d)?(?![^\W_]|[./]\d)"
)


def laws(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form of every citation."""
    for index in reading.at(
        [w for w in reading.places if w in KINDS or (len(w) > 7 and w.endswith(COMPOUNDS))]
    ):
        match = CITED.match(reading.plain, reading.ends[index])
        if reading.words[index] in OF_COURTS and ROLL.match(reading.plain, reading.ends[index]):
            continue
        if match and (reading.words[index] not in OFTEN_OF_ONE or _is_general(reading, index, match)):
            yield reading.starts[index], match.end()
    for match in matches_after(reading, ARTICLES, ARTICLE):
        code = CODE.match(reading.plain, match.end())
        yield match.start(), code.end() if code else match.end()
    for pattern in (BY_SUBJECT, SECTION, UNION, GAZETTE, FORM, STANDARD):
        for match in matches(pattern, reading):
            yield match.span()


def _is_general(reading: Reading, index: int, match: re.Match[str]) -> bool:
    """Whether a decree or judgment binds everybody: it has a maker, a subject or a number."""
    if index and reading.words[index - 1] in MAKERS:
        return True
    if any(word in ARTICLES for word in reading.words[max(0, index - 7) : index]):
        return True  # 'artikel 5 van het besluit van 24 mei 2019'
    return OF_ALL.search(reading.plain, match.start(), match.end() + 40) is not None
