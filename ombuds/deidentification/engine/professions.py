"""What people do for a living, when it is said of a person: werkt als, infirmière à, my job as."""

import re
from collections.abc import Iterator
from pathlib import Path

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import LEXICON, Kind, Span
from ombuds.deidentification.engine.word_lists import by_first_word

DATA = Path(__file__).parent / "data" / "professions.txt"
REASON = "What somebody does for a living"
# Compounds: kinder|verzorgster, hoofd|verpleegkundige, Bus|fahrer.
ENDINGS = (
    "verpleegkundige verpleger verpleegster verzorger verzorgster leraar lerares leerkracht chauffeur bestuurder arbeider arbeidster medewerker medewerkster bediende schilder "
    "bouwer metselaar monteur lasser technicus hersteller begeleider begeleidster werkster adviseur manager directeur directrice assistent assistente therapeut therapeute "
    "fahrer fahrerin pfleger pflegerin lehrer lehrerin verkaufer verkauferin arbeiter arbeiterin techniker technikerin helfer helferin erzieher erzieherin meister meisterin kellner putzfrau "
    "visser kweker steller maker snijder legger zetter handler handelaar verkoper verkaufer dame wirt wirtin macher kundige uitbater uitbaatster betreiber betreiberin teler kweker houder houdster bakker slager kapper kapster poetser poetsvrouw wachter bewaker bewaakster ontwerper ontwikkelaar ingenieur fotograaf operator"
).split()  # fmt: skip
NOT = frozenset(
    """dossierbeheerder klachtenbehandelaar klachtenbeheerder bestuurder bestuurders medewerker medewerkers medewerkster huishouder houder houdster rekeninghouder abonneehouder
    vergunninghouder aandeelhouder kaarthouder titelhouder begeleider werkster adviseur manager directeur directrice assistent ombudsassistent
    adviser meister bouwer burgermeister zorgverlener hulpverlener vertegenwoordiger sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin burgemeester verbraucher
    klasassistent belastingconsulent gerechtsdeurwaarder dossierbehandelaar bestuursmedewerker baliemedewerker loketmedewerker loketbediende wagenbestuurder
    dienstmedewerker wohnungsinhaber kontoinhaber bauherr hausmeister wijkagent arbeider bediende arbeiter""".split()
)
# Trades that letters mention for other reasons, or that are names as well: only with a cue.
OFTEN = frozenset(
    """arts dokter huisarts advocaat advocate notaris rechter griffier jurist juriste secretaris secretaresse bediende ambtenaar ambtenares politieagent politieagente
    professor student studente zelfstandige handelaar auteur schrijver redacteur gids docent trainer ondernemer consultant consulent aannemer makelaar psychiater psycholoog
    boekhouder apotheker tandarts bakker slager boer boerin koning visser schilder smid molenaar kok ober meester juf gepensioneerde werkloze verkoper verkoopster
    koerier tolk vertaler vertegenwoordiger architect architecte postbode facteur maatschappelijk sociaal onderzoeker chirurg uitbater winkelier lector arbeider bewakingsagent
    medecin chirurgien avocat avocate notaire juge greffier greffiere secretaire employe employee fonctionnaire policier policiere conseiller conseillere
    independant independante gerant gerante etudiant etudiante pensionne pensionnee retraite retraitee interprete representant representante commercant vendeur vendeuse
    assistant assistante chercheur juriste courtier professeur prof directeur directrice entrepreneur marchand boulanger boucher berger maire maitre pretre cure guide
    comptable traducteur architecte expert pharmacien dentiste psychologue psychiatre agent pilote portier entraineur chauffeur steward ingenieur ingenieure technicien technicienne
    doctor judge clerk secretary lawyer solicitor barrister notary editor author writer conductor coach student unemployed contractor trader painter builder joiner interpreter
    translator police civil social engineer cook mason turner fitter tailor baker butcher carpenter gardener barber cooper fisherman priest vicar general surgeon dentist
    pharmacist psychologist psychiatrist architect accountant consultant pensioner intern trainee teacher nurse driver manager head
    arzt arztin hausarzt hausarztin rechtsanwalt rechtsanwaltin anwalt anwaltin notar notarin richter richterin sekretarin angestellter angestellte beamter beamtin polizist
    verkaufer verkauferin vertreter unternehmer unternehmerin geschaftsfuhrer rentner rentnerin student studentin berater beraterin bauer backer koch maurer schneider
    schuster fischer forster gartner metzger maler schreiner zimmermann schlosser dreher pfarrer professor professorin dozent lehrer apotheker chirurg steuerberater
    arbeitsloser selbststandige selbststandiger architekt dolmetscher ubersetzer polizeibeamter fleischer jurist juristin masseur trainer pilot artist artiste kunstenaar""".split()
)
# What stands between a person and the trade.
CUE = re.compile(
    r"(?:(?:^|[^\w])(?:als|beroep(?:shalve)?(?: is| van)?|job(?: is| als)?|functie(?: is| van)?|werk(?:t|te|en)?(?: er| daar| hier| nu| momenteel| voltijds| deeltijds| halftijds| al \w+ jaar| sinds \w+)? als|ben(?: ik)?(?: een| zelf| zelfstandig| gepensioneerd| al \w+ jaar| van opleiding| zelfstandige| voormalig| ex-)?|was(?: ik| hij| zij| ze)?(?: een| jarenlang| vroeger)?|is(?: een| zelfstandig| zelf| gepensioneerd| werkzaam als| van beroep)?|een|zelfstandige?|gepensioneerde?|voormalig|gewezen|opleiding(?: tot| als)?|mijn vrouw|mijn man|"
    r"comme|en (?:tant|qualite) (?:que|de|d')|devenir|devenu(?:e)?|qui est|qui etait|die(?: er)?|who is an?|become an?|became an?|quality of|eigenschaft als|er|daar|(?:jaar|jr\.?|ans|jahre|years|old|alt|oud|jung|jong|passes|jarige|jahrige)(?:,| en| et| and| und)|later(?: ook)?|(?:de )?enige|(?:le |la )?seule?|qui est|die|who is|who's|(?:the )?only|(?:der |die |das )?einzige[rns]?|spater(?: auch)?|auch|ook|aussi|metier(?: de| est| d')?|profession(?: de| est| :)?|poste de|fonction de|emploi de|travaille (?:comme|en tant que)|travaillais comme|suis(?: un| une)?|etais|est(?: un| une)?|etait(?: un| une)?|ancien(?:ne)?|retraitee? |un|une|formation de|formation d'|femme|mari|independant(?:e)?|"
    r"as an?|as|job (?:as|is)|profession(?: is)?|work(?:s|ed|ing)? as an?|am an?|i'm an?|was an?|is an?|retired|former|self-employed|trained|an?|husband|wife|"
    r"arbeite(?:t|te)? als|bin|ist(?: ein| eine)?|war(?: ein| eine)?|beruf(?: ist)?|ein|eine|pensionierte?r?|ehemaliger?|selbstandige?r?|ausbildung (?:zum|zur)|zum|zur)[\s:,(]{1,3}(?:(?:een|un|une|an?|ein|eine|de|d'|voltijds|halftijds|jonge|young|jeune|zelfstandig|zelfstandige|independant|freelance|self-employed|gepensioneerd|gepensioneerde|retired|qualified|senior|junior|licensed)[\s']{0,1}){0,2})\Z"
)
# 'infirmière à', 'leerkracht in', 'nurse at': a workplace follows.
AFTER = re.compile(
    r",\s(?:wonende?|woonachtig|gehuisvest|domicilie\w*|demeurant|residant|residing|living|wohnhaft|geboren|nee?|born|gepensioneerd)(?![^\W_])|\s(?:van hiernaast|d'a cote|from next door|von nebenan|de service|is|te worden|worden|werden|zu werden|wilde worden|van opleiding)(?![^\W_])|"
    r"\s(?:van beroep|de profession|de metier|de formation|by profession|by trade|von beruf|(?:a|au|aux|chez|dans|in|bij|at|for|voor|in het|in een|in de|an der|im|am|bei)\s(?:een |de |het |la |le |l'|une? |the |an? |der |dem |einer |einem )?(?:\w+ )?(?:school|ecole|schule|hopital|hospital|ziekenhuis|krankenhaus|krippe|creche|creches|lycee|college|athenee|universit\w+|rusthuis|woonzorgcentrum|maison de repos|pflegeheim|firma|bedrijf|entreprise|fabriek|usine|fabrik|company|factory|restaurant|winkel|magasin|shop|supermarkt|supermarche|bakkerij|boulangerie))"
)
LABEL = re.compile(
    r"(?<![^\W_])(?:beroep|profession|occupation|metier|beruf|functie|fonction|function|job)\s?[:=]\s{0,3}(?P<v>[^\W\d_][^\n,;.()|\t]{2,40})"
)


def trades() -> dict[str, list[tuple[str, ...]]]:
    """The trades by their first word, longest first; each in every form that the list gives."""
    return by_first_word(DATA)


def professions(reading: Reading) -> Iterator[Span]:
    for match in LABEL.finditer(reading.plain):
        yield _span(reading, match.start("v"), match.start("v") + len(match["v"].rstrip()), 0.85)
    for pattern in (NAMED_BEFORE, NAMED_AFTER):
        for match in pattern.finditer(reading.plain):
            yield _span(reading, *match.span("v"), 0.7)
    for word, indexes in reading.places.items():
        forms = trades().get(word, [])
        compound = not forms and len(word) > 8 and word.endswith(tuple(ENDINGS)) and word not in NOT
        if not forms and not compound:
            continue
        telling = compound or (len(word) > 7 and word not in OFTEN and reading.language != "de")
        for index in indexes:
            count = 1 if compound else _count(reading, index, forms)
            if count and (telling or _is_of_a_person(reading, index, index + count - 1)):
                start, end = reading.starts[index], reading.ends[index + count - 1]
                more, self_employed = MORE.match(reading.plain, end), SELF_BEFORE.search(reading.plain, max(0, start - 18), start)  # fmt: skip
                yield _span(
                    reading,
                    self_employed.start() if self_employed else start,
                    more.end() if more else end,
                    0.75,
                )


# After 'works as' anything is a trade, in the list or not; so is what stands before 'by trade'.
_END = r"(?=\s(?:bij|voor|in|op|aan|van|te|en|et|and|und|chez|a|au|aux|pour|dans|at|for|of|with|der|die|bei|fur|im|am|de|depuis|sinds|since|seit|maar|mais|but|aber|wat|ce|et|kan|peux|can|kann)(?![^\W_])|[.,;:)\n]|\Z)"
NAMED_BEFORE = re.compile(
    r"(?<![^\W_])(?:werk(?:t|te|en|ten)?(?: [\w]+){0,2} als|werkzaam als|aan de slag als|tewerkgesteld als|travaill(?:e|ais|ait|ant|ent|er)(?: [\w]+){0,2} (?:comme|en tant que|en qualite d[e'])|occupee? (?:comme|en qualite d[e'])|emploie (?:le|la) \w+ (?:comme|en qualite d[e'])|metier d[e']|profession d[e']|fonction d[e']|"
    r"work(?:s|ed|ing)?(?: [\w]+){0,3} as(?: an?)?|employ(?:s|ed) (?:the )?(?:\w+ )?as(?: an?)?|job as(?: an?)?|arbeite(?:t|te|n)?(?: [\w]+){0,3} als|beschaftigt (?:den|die) \w+ als|tatig als|beruf als|stelt (?:de )?\w+ tewerk als)"
    r"\s?(?:een |une? |an? |eine?n? )?(?P<v>[^\W\d_][\w\-']{2,28}(?:\s[^\W\d_][\w\-']{2,24})?(?:\sd[e']\s?[^\W\d_][\w\-']{3,18})?)"
    + _END
)
NAMED_AFTER = re.compile(
    r"(?<![^\W_])(?P<v>[^\W\d_][\w\-]{3,28})\s(?:van beroep|de metier|de profession|de formation|by trade|by profession|von beruf)(?![^\W_])"
)
MORE = re.compile(
    r"\s(?:independante?|de carriere|d[e']\s?(?:mathematiques|francais|neerlandais|gymnastique|musique|langues|religion|morale|sciences|histoire|anglais)|in hoofdberoep|in bijberoep)(?![^\W_])"
)
SELF_BEFORE = re.compile(
    r"(?<![^\W_])(?:selbststandiger?|zelfstandig|self-employed|freelance|zelfstandige)\s\Z"
)


def _span(reading: Reading, start: int, end: int, confidence: float) -> Span:
    entity = f"profession:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.PROFESSION, confidence, source=LEXICON, entity=entity, reason=REASON)


def _count(reading: Reading, index: int, forms: list[tuple[str, ...]]) -> int:
    for form in forms:
        if tuple(reading.words[index : index + len(form)]) == form:
            return len(form)
    return 0


def _is_of_a_person(reading: Reading, first: int, last: int) -> bool:
    start, end = reading.starts[first], reading.ends[last]
    if CUE.search(reading.plain, max(0, start - 60), start):
        return True
    return AFTER.match(reading.plain, end) is not None
