"""Illnesses, disabilities and treatments of a person: words, endings of diagnoses, what follows 'lijdt aan'."""

import re
from collections.abc import Iterator
from pathlib import Path

from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import LEXICON, Kind, Span
from ombuds.deidentification.engine.word_lists import by_first_word

DATA = Path(__file__).parent / "data" / "health.txt"
REASON = "A fact about somebody's health"
# Endings that diagnoses and operations share in our four languages.
ENDING = re.compile(
    r"(?:itis|ites|ose|osis|oses|(?<!pr)emie|emia|aemia|amie|oom|ome|omas?|pathie|pathy|plegie|plegia|ectomie|ectomy|ektomie|parese|paresis|fibrose|sclerose|sklerose|"
    r"ziekte|kanker|stoornis|letsel|gezwel|verlamming|breuk|handicap|beperking|dementie|krankheit|krebs|storung|lahmung|bruch|behinderung|infarct|infarkt|syndroom|syndrom|emphyseme?|emfyseem)$"
)
NOT = frozenset(
    """ziekte beroepsziekte arbeidsongeschiktheid stoornis handicap beperking inbreuk breuk contractbreuk vertragsbruch doorbraak prognose diagnose hypnose
    overdose dose dosis chose choses propose oppose suppose compose expose impose dispose repose pose rose prose close those whose lose purpose virtuose
    krankheit storung behinderung betriebsstorung ruhestorung geschwindigkeitsbeperking tijdsbeperking snelheidsbeperking bevoegdheidsbeperking
    academie chemie economie anatomie autonomie astronomie physionomie epidemie epidemies academia alumni bohemia media
    sympathie antipathie empathie sympathy empathy apathy telepathie home some come income welcome become outcome genome rome symptome symptom symptomen diplome chromosome
    diplomas aromas domas thomas comas somas atoom boom stroom droom oom room kroom crome fantome tome sites visites limites opposites parasites favorites elites merites invites
    suites conduites poursuites faillites petites gratuites ecrites redites satellites activites bronite requisites composites websites ziekenfonds umbruch abbruch bruch ausbruch
    einbruch durchbruch widerspruch spruch anspruch reprise genese hypothese synthese these metamorphose osmose rechtsstoornis stroomstoring beeldstoring beslissing syndicale
    ritis granitis crise krise rijbewijsbeperking toegangsbeperking zweiundsiebzig schulden inkomensbeperking capaciteitsbeperking parkeerbeperking
    leidingbreuk dijkbreuk echtbreuk trendbreuk woordbreuk steenbreuk waterleidingbreuk rohrbruch hausfriedensbruch rechtsbruch ehebruch stilbruch zusammenbruch""".split()
)
WITH = (
    r"(?:(?:zware|zwaar|ernstige|chronische|acute|beginnende|gevorderde|terminale|aangeboren|erfelijke|lichte|dubbele|reumatoide|juveniele|postnatale|bipolaire|gegeneraliseerde|niet-aangeboren|"
    r"grave|severe|lourde|legere|chronique|aigue|precoce|congenitale|hereditaire|double|vieille|"
    r"serious|acute|chronic|advanced|early-onset|early|congenital|hereditary|mild|bipolar|rheumatoid|"
    r"schwere[rns]?|ernste|chronische[rns]?|akute[rns]?|fortgeschrittene[rns]?|angeborene[rns]?|erbliche[rns]?|leichte[rns]?|doppelte[rns]?|beginnende[rns]?)\s){0,2}"
)
AFTER = (
    r"(?:\s(?:[abc](?![^\W_])|pulmonaire|cardiaque|cerebrale?|renale?|hepatique|mentale?|chronique|severe|aigue?|aux? (?:poumons?|seins?|foie|reins?|genoux?|dos|coeur|jambes?)|du (?:sein|poumon|colon|pancreas|foie|rein|cerveau|col|cote \w+|tiers inferieur)|de la (?:prostate|peau|thyroide|hanche|vessie|jambe)|des (?:poumons|reins|os|deux jambes)|d'alzheimer|de parkinson|de crohn|de charcot|de lyme|de huntington|"
    r"van (?:crohn|parkinson|alzheimer|lyme|huntington|down|korsakov|het (?:been|bekken|hart))|of the (?:lung|breast|liver|knee|hip|spine|pancreas|colon|skin|heart)s?|der (?:lunge|brust|leber|prostata|haut|hufte|wirbelsaule)|in remissie|en remission|in remission|type [12i]{1,2}|de type [12i]{1,2}|vom typ [12i]{1,2}|stade \w{1,3}|stadium \w{1,3}|stage \w{1,3}))?"
)
CUED = re.compile(
    r"(?<![^\W_])(?:lijd(?:t|en|end)? aan|leed aan|gediagnosticeerd met|diagnose(?: van| is| luidt| lautet| luidde| lautete| war| was)?|getroffen door|herstel(?:t|lend|len)? van|opgenomen (?:wegens|voor|met)|in behandeling voor(?: een)?|geopereerd (?:aan|voor|wegens)|behandeld voor|"
    r"souffr(?:e|ant|ais|ait|ent|ir) (?:d'une? |d'|de la |du |de |des )|atteint(?:e|s)? (?:d'une? |d'|de la |du |de |des )|diagnostic (?:d'une? |d'|de |est |etait |: ?)|suivie? pour (?:une? )?|operee? (?:d'une? |d'|de la |du |de |des )|hospitalisee? pour (?:une? )?|traitee? pour (?:une? )?|victime d'une? (?=avc|infarctus|burn)|"
    r"suffer(?:s|ed|ing)? from(?: an?)?|diagnosed with(?: an?)?|diagnosis(?: of| is| was)?(?: an?)?|treated for(?: an?)?|operated (?:on )?for(?: an?)?|recovering from(?: an?)?|hospitali[sz]ed (?:for|with)(?: an?)?|"
    r"leide(?:t|n)? (?:an|unter)(?: einer| einem)?|litt (?:an|unter)(?: einer| einem)?|erkrankt an(?: einer)?|diagnostiziert mit|diagnose|behandlung wegen(?: einer| eines)?|operiert wegen|"
    r"medisch|gezondheid|sante|medical|health|gesundheit|medizinisch|aandoening|affection|condition|leiden|maladie|illness|krankheit|handicap|behinderung|disability)"
    r"(?P<sep>\s?[:,]?\s)(?:(?<=: )(?:(?:il|elle|hij|zij|ze|he|she|er|sie|qui|plaignante?|client|patiente?) )?(?:a|ont|avait|souffre|souffrait|suit un traitement (?:pour|contre)|(?:est |a ete )?(?:atteinte?|suivie?|traitee?|soignee?|hospitalisee?)(?: pour)?|vit avec|heeft|had|kreeg|lijdt aan|volgt een behandeling voor|wordt behandeld voor|has|suffers from|is (?:being )?treated for|lives with|hat|leidet (?:an|unter)|wird behandelt wegen|lebt mit) (?:d'(?=une? )|d'|de (?:la )?|du |des )?(?!ete ))?(?P<v>(?:een |une? |an? |eine[rnms]? |de |la |le |l')?(?!luidde|lautete|lautet|luidt|etait |war |was |kam |kwam |van |de |die |dat |deze |der |das |the |this |est |is |ist |en |et |and |und |zijn |mijn |votre |uw )[^\W\d_][\w\-']{3,30}(?: (?:van|de|du|of|der|des|d'|la|le|het|aan|au|aux|am) ?[^\W\d_][\w\-']{2,20}| [^\W\d_][\w\-']{3,20}){0,2})"
)


# What is put in for a joint or an organ.
PUT_IN = re.compile(
    r"(?<![^\W_])(?:kunstliche[srnm]? (?:knie|huft|schulter|herz|darm|gelenk)[a-z]*|kunst(?:heup|knie|nier|hart)|(?:nieuwe|kunstmatige|nieuw|kunstmatig) (?:heup|knie|nier|hart|lever|hartklep)|prothese (?:de|du|d'|a la|au) ?(?:la )?(?:hanche|genou|epaule|jambe|bras)|nouvelle (?:hanche|prothese)|(?:artificial|new|replacement) (?:knee|hip|shoulder|kidney|heart valve|leg|heart|liver)|(?:hip|knee|shoulder) replacement|(?:neue|neues) (?:hufte|knie|niere|herz|huftgelenk|kniegelenk)|(?:kunstlicher|kunstmatige|artificial) (?:darmausgang|uitgang|bowel opening)|stoma|pacemaker|stimulateur cardiaque|herzschrittmacher)(?![^\W_])"
)
# 'cancer de la vessie', 'bladder cancer': which one.
OF_WHAT = frozenset(
    "cancer cancers tumeur tumour tumor maladie disease syndrome greffe fracture transplant transplantation surgery injury prothese ablation addiction dependence failure infection disorder kanker krebs".split()
)
WHAT = re.compile(
    r"\s(?:de la|de l'|du|des|d'|de|aux?|a la|of the|of)\s?(?!mon|ma|mes|son|sa|ses|notre|my|her|his|l'ete)[^\W\d_]{4,}(?![^\W_])"
)
WHAT_BEFORE = re.compile(
    r"(?<![^\W_])(?P<v>(?!the|and|with|from|have|has|had|his|her|their|this|that|for|your|also|any|some|when|after|severe|because|against|about|into|over)[a-z]{3,12} )\Z"
)


# Short forms that in small letters are words: als, add, sep.
CAPITALS = frozenset(
    {
        "me",
        "ibs",
        "ocd",
        "cfs",
        "tb",
        "tbc",
        "soa",
        "imc",
        "toc",
        "mst",
        "dmla",
        "als",
        "add",
        "sep",
        "sla",
        "tia",
        "ms",
        "cvs",
        "ass",
        "hiv",
        "cva",
        "sida",
        "tsa",
        "stroke",
    }
) - {"hiv", "stroke", "sida"}


@remembered
def _is_telling(word: str) -> bool:
    return bool(by_first_word(DATA).get(word)) or _is_ended(word)


def _is_ended(word: str) -> bool:
    return len(word) > 6 and word not in NOT and (ENDING.search(word) is not None or is_medical(word))


def health_facts(reading: Reading) -> Iterator[Span]:
    for word in filter(_is_telling, reading.places):
        forms, ended = by_first_word(DATA).get(word), _is_ended(word)
        for index in reading.places[word]:
            if word in CAPITALS and not _is_short_form(reading, index):
                continue
            count = _count(reading, index, forms or [])
            if count or (ended and _is_likely(reading, index)):
                yield _span(reading, index, max(count, 1))
    yield from _called(reading)
    for match in matches(CUED, reading):
        if _is_diagnosis(reading, match):
            start = match.end("v") - len(
                re.sub(r"^(?:een|une?|an?|eine[rnms]?|de|la|le) |^l'", "", match["v"])
            )
            yield reading.span(start, _stop(match), Kind.HEALTH, 0.7, source=LEXICON, reason=REASON)


# 'trouble autistique', 'troubles du sommeil'; not 'troubles politiques' or 'trouble de voisinage'.
TROUBLE = re.compile(
    r"(?<![^\W_])troubles? (?:(?:du|de la|de l'|des) (?:sommeil|comportement|langage|memoire|marche|parole|vision|vue|ouie|equilibre|apprentissage|humeur|attention|conduites? alimentaires?|personnalite|rythme cardiaque)"
    r"|(?:mentaux|mental|bipolaires?|anxieux|depressifs?|envahissants? du developpement|autistiques?|psychi(?:que|atrique)s?|psychotiques?|cognitifs?|neurologiques?|moteurs?|cardiaques?|digestifs?|respiratoires?|alimentaires?|visuels?|auditifs?|dissociatifs?|obsessionnels?(?: compulsifs?)?|thyroidiens?|hormonaux|musculo-?squelettiques?))(?![^\W_])"
)


def _called(reading: Reading) -> Iterator[Span]:
    """Illnesses that are called after somebody, disorders of something, and what is put in for a joint or an organ."""
    found = [m.span() for m in matches(EPONYM, reading, cased=True) if not NO_EPONYM.match(m.group())]
    forms = (PUT_IN, TROUBLE)
    for start, end in [*found, *(m.span() for form in forms for m in matches(form, reading))]:
        entity = f"health:{reading.plain[start:end]}"
        yield reading.span(start, end, Kind.HEALTH, 0.75, source=LEXICON, entity=entity, reason=REASON)


def _is_short_form(reading: Reading, index: int) -> bool:
    """Capitals, in a line that is not all in capitals, nor with a word in capitals right beside it: 'TOLD ME TO'."""
    start, end = reading.starts[index], reading.ends[index]
    if any(_is_loud(reading, at) for at in (index - 1, index + 1)):
        return False
    around = reading.cased[max(0, start - 25) : start] + reading.cased[end : end + 25]
    return reading.cased[start:end].isupper() and not around.isupper()


def _is_loud(reading: Reading, index: int) -> bool:
    """A word of the language in capitals; other short forms are none."""
    if not 0 <= index < len(reading.words) or not is_dictionary_word(reading.words[index]):
        return False
    return reading.cased[reading.starts[index] : reading.ends[index]].isupper()


def _count(reading: Reading, index: int, forms: list[tuple[str, ...]]) -> int:
    for form in forms:
        if tuple(reading.words[index : index + len(form)]) == form:
            return len(form)
    return 0


MEDICAL = re.compile(r"itis$|ectomie$|ectomy$|ektomie$|plegie$|plegia$|sclerose$|sklerose$|fibrose$|kanker$|krebs$|dementie$|(?<!pr)emie$|emia$|pathie$|infarct$|infarkt$|emphyseme?$|emfyseem$|verlamming$|lahmung$|syndroom$|syndrom$|ziekte$|krankheit$|stoornis$|letsel$")  # fmt: skip


def _is_likely(reading: Reading, index: int) -> bool:
    return MEDICAL.search(reading.words[index]) is not None or is_medical(reading.words[index])


# The parts that physicians build their words of: a root for what is ill, an ending for how.
ROOTS = (
    r"(?:arthr|artr|fibro|scler|skler|thromb|tromb|tubercul|tuberkul|mycos|neuro|psych|cirrh|zirrh|sten|ankyl|spond|scolio|skolio|kypho|osteo|endometri|sarcoid|sarko|lymph|lymf|carcin|karzin|melan|glio|adeno|myo|hemat|haemat|hamat|nephr|nefr|hepat|cardi|kardi|gastr|enter|"
    r"derm|pneum|bronch|encephal|encefal|enzephal|mening|myel|cyst|zyst|rhin|laryng|pharyng|phleb|flebi|vascul|vask|thyr|glyc|leuk|leuc|asthm|schizo|dys|dyst|hyper|hypo|para|hemi|tetra|quadri|angi|chol|colo|kolo|blephar|conjunctiv|retin|kerat|uve|otit|sinus|tonsil|appendic|divertic|pancrea|pankrea|prostat|metr|vagin|mast|card|poly|mono|mucovisc)"
)
ENDS = r"(?:itis|ite|ites|ose|osis|osen|emie|emia|aemia|amie|oma|oom|ome|pathie|pathy|pathique|plegie|plegia|plegique|plegic|algie|algia|ectomie|ectomy|ektomie|trofie|trophie|trophy|thyreose|thyroidie|thyroidism|thyreoidie|tension|tensie|plasie|plasia|kinesie|lexie|lexia|phasie|phasia|praxie|praxia|calculie|rrhee|rrhoea|penie|penia|tonie|stomie|stomy|skopie|spasme|spasm|ptysie|urie|uria)"
BUILT = re.compile(rf"{ROOTS}\w{{0,12}}{ENDS}$")
NO_ILLNESS = frozenset(
    "hypothese hypotheses hypotension hypnose parasites parasite parachute metropole parapluie polite mastodonte colonie colonies paradise paradis hyperbole monotonie polemie monopolie appendice hypertexte dysfonctions polygamie monogamie psychologie colone metamorphose parametres chlorose colorie anomie dystopie".split()
)
# Dutch and German put what it is about before the illness: wochenbett|depression, zwangerschaps|diabetes.
HEADS = (
    "depressie depressies depression depressionen psychose psychosen kanker krebs tumor tumoren diabetes epilepsie migraine dementie demenz allergie allergien trombose thrombose infarct infarkt transplantatie "
    "transplantation operatie prothese prothesen verslaving verslaafde sucht syndroom syndrom ontsteking ontstekingen entzundung klachten beschwerden insufficientie insuffizienz patient patiente patientin lijder lijdster aandoening "
    "erkrankung leiden dystrofie dystrophie anemie anamie stoornis storung trauma amputatie amputation fractuur fraktur dialyse angst fobie phobie neurose sclerose sklerose fibrose cirrose zirrhose embolie bloeding blutung verlamming lahmung geschwur geschwulst"
).split()
NO_HEADS = frozenset(
    """rondleiden angst hoogteleiden misleiden begeleiden opleiden inleiden afleiden verleiden beschwerden bezwaren beklachten huurklachten burenklachten lawaaiklachten afvalklachten mitleiden arbeitsunfallfolgen
    geluidsklachten geurklachten verkeersklachten dienstklachten serviceklachten verwaltungsbeschwerden dienstaufsichtsbeschwerden hartinfarct nachklachten reisklachten leveringsklachten netwerkstoornis stroomstoring betriebsstorung ruhestorung
    storung funkstorung netzstorung tonstorung beeldstoornis rechtsstoornis sachbeschwerden geruchsklachten eersteklachten meerklachten werkangst flugleiden bijklachten boekhoudoperatie politieoperatie reddingsoperatie
    orderoperatie bouwoperatie zoekoperatie militaroperation rettungsoperation suchoperation kredietoperatie financieringsoperatie""".split()
)


# Endings that need no root before them, and what can be wrong with a part of the body.
LEARNED = re.compile(
    r"(?:neuralgi[ea]|lymfoom|lymphom[ae]?|lymphoma|myel(?:oom|ome|oma|om)|melanom|ar+h?yt?h?mi[ea]|fibrosis|cephali?[eu]s?|kephalus|prolaps|lepsie|lepsy|asthenie|asthenia|anaemia|anamie|dystrofie|dystrophie|dystrophy|sclerod?erm[ai]e?|uria|urie|pn[eo]i?[ea]|surdicecite|megal(?:ie|y)|gnosi[ea]|kleptomani[ea]|pyromani[ea]|acusis|mutism[a-z]*|lymph?f?o?edema?|odem|fibrilleren|fibrillatie|fibrillation|flimmern|ontkalking|poliepen|polypen|por(?:f|ph)yri[ea]|opecia)$"
)
_PART = (
    r"(?:gal|galle|gallen|nier|nieren|gebarmutter|baarmoeder|lip|lippen|heup|huft|knie|hart|herz|hartklep|herzklappen|hersen|hirn|lever|leber|long|lungen|darm|maag|magen|huid|haut|oog|augen|netvlies|netzhaut|rug|rucken|wervel|wirbel|wirbelsaulen|schouder|schulter|blaas|blasen|prostaat|prostata|"
    r"schildklier|schilddrusen|gewricht|gelenk|bot|knochen|zenuw|nerven|hoofd|kopf|spraak|sprach|gehoor|hor|seh|slok|speise|buik|bauch|borst|brust|tand|zahn|kaak|kiefer|aorta|vaat|gefass|hals|nek|bein|been|voet|fuss|hand|pols|elleboog|ellbogen|bypass|cluster)"
)
_WRONG = (
    r"(?:stenen|steine?n?|senkung|verzakking|spalte|spleet|pijn|schmerz(?:en)?|operatie|operation|zwakte|schwache|verengung|vernauwing|vergroting|vergrosserung|loslating|ablosung|verwijdering|entfernung|vervanging|ersatz|kramp|krampf|gebrek|fehler|falen|versagen|verkalking|verkalkung|verlamming|lahmung|"
    r"schade|schaden|verlies|verlust|slijtage|verschleiss|blutung|bloeding|entzundung|ontsteking|riss|scheur|breuk|bruch|verkromming|verkrummung|transplantatie|transplantation|insufficientie|insuffizienz|hoofdpijn|kopfschmerz(?:en)?|letsel|verletzung)"
)
OF_THE_BODY = re.compile(
    rf"{_PART}s?{_WRONG}$|(?:taub|doof|farb|kleuren|nacht)(?:blindheit|blindheid)$|(?:schwer|leicht)horigkeit$|(?:tennis|golf)(?:elleboog|arm|ellbogen)$|(?:water|wasser)(?:hoofd|kopf)$"
)
# 'ziekte van Wilson', "Sjögren's syndrome", 'Morbus Kahler', 'myopathie de Duchenne'.
EPONYM = re.compile(
    r"(?<![^\W_])(?:(?:[Zz]iekte|[Ss]yndroom|[Ss]pierdystrofie|[Dd]ementie) van (?:de )?(?:Gilles de la )?[A-Z][\w\-]{2,20}|(?:[Mm]aladie|[Ss]yndrome|[Mm]yopathie|[Dd]ystrophie(?: musculaire)?) (?:de |d'|du )(?:la |Gilles de la )?[A-Z][\w\-]{2,20}|[Mm]orbus [A-Z][\w\-]{2,20}|[Cc]horea [A-Z][\w\-]{2,20}"
    r"|[A-Z][\w\-]{2,20}(?:'s|s'| muscular)? (?:disease|syndrome|lymphoma|palsy|dystrophy|muscular dystrophy)|[A-Z][\w]{2,20}-(?:Syndrom|Krankheit|Lymphom|Dystrophie|syndroom))(?![^\W_])"
)
NO_EPONYM = re.compile(r"(?:The|This|That|No|Her|His|My|Their|Your|Our|Such|Some|Any|Rare)[ ']")


@remembered
def is_medical(word: str) -> bool:
    """A word that medicine made: by its Greek root and ending, or a compound that ends in an illness."""
    if word in NO_ILLNESS or len(word) < 8:
        return False
    if BUILT.match(word) or LEARNED.search(word) or OF_THE_BODY.match(word):
        return True
    return (
        word not in NO_HEADS
        and len(word) > 9
        and any(word.endswith(h) and len(word) - len(h) > 2 for h in HEADS)
    )


def _span(reading: Reading, index: int, count: int) -> Span:
    start, end = reading.starts[index], reading.ends[index + count - 1]
    if before := _WITH.search(reading.plain, max(0, start - 40), start):
        start = before.start()
    if after := _AFTER.match(reading.plain, end):
        end = after.end()
    if reading.words[index] in OF_WHAT:
        start, end = _of_what(reading, start, end)
    entity = f"health:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.HEALTH, 0.75, source=LEXICON, entity=entity, reason=REASON)


def _of_what(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Which cancer, what fracture: said after in French, before in English."""
    after = WHAT.match(reading.plain, end)
    before = (
        WHAT_BEFORE.search(reading.plain, max(0, start - 24), start) if reading.language == "en" else None
    )
    return before.start("v") if before else start, after.end() if after else end


_WITH = re.compile(rf"(?<![^\W_]){WITH}\Z")
_AFTER = re.compile(rf"{AFTER}(?![^\W_])")
_CERTAIN = re.compile(r"lijd|leed|gediagn|souff|atteint|suffer|diagnosed|leid|litt|erkrankt|diagnost|operiert|geopereerd|operee|hospital|behandel|suivi|traite|herstel|recover|in behand|diagnos")  # fmt: skip


def _is_diagnosis(reading: Reading, match: re.Match[str]) -> bool:
    """After a cue of illness; after a mere label only with a colon."""
    said = match.group()
    if re.match(r"(?:medisch|gezondheid|sante|medical|health|gesundheit|medizinisch|aandoening|affection|condition|leiden|maladie|illness|krankheit|handicap|behinderung|disability)", said):  # fmt: skip
        return ":" in match["sep"]
    if re.match(r"leiden? |litt|leidet|souffr|suffer|lijd", said):
        return re.search(r"(?:gebrek|manque|lack|mangel|retard|vertraging|delay|verzogerung|gevolgen|prejudice)", match["v"]) is None  # fmt: skip
    return _CERTAIN.match(said) is not None


def _stop(match: re.Match[str]) -> int:
    """Not over a verb or a joining word that follows the diagnosis."""
    value = match["v"]
    cut = re.search(r" (?:en|et|and|und|die|dat|qui|que|which|that|der|heb|hebt|heeft|ai|a|has|have|habe|hat|is|est|ist|kan|kann|can|peut|werd|was|sinds|depuis|since|seit|door|par|by|maar|mais|but|aber|zoals|om|pour|niet|pas|ne|not|nicht|waardoor|zodat|see|zie|voir|siehe)\b", value)  # fmt: skip
    return match.start("v") + (cut.start() if cut else len(value))
