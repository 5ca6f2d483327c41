"""Words that streets are made of, and words that look like streets but are not; plain form."""

from ombuds.deidentification.engine.words import MONTHS, WEEKDAYS

CALENDAR_WORDS = frozenset(w.lower() for words in (*MONTHS.values(), *WEEKDAYS.values()) for w in words) | {
    "fevrier",
    "aout",
    "decembre",
    "marz",
}

# The strength: 'strong' stands alone, 'weak' needs a number.
ENDINGS: tuple[tuple[str, str], ...] = (
    *((e, "strong") for e in ("straat", "straatje", "strasse", "steenweg", "stwg", "steenwg", "laan", "dreef", "plein", "kaai", "lei", "kade", "wegel", "gaarde", "singel", "gracht", "gasse", "allee", "kouter", "steeg", "plaats", "straete", "boulevard", "avenue", "esplanade")),
    *((e, "weak") for e in ("vesting", "weg", "baan", "hof", "hoek", "pad", "markt", "berg", "vest", "vliet", "veld", "velden", "wal", "dijk", "dam", "poort", "park", "heide", "meers", "bos", "bosch", "wijk", "ring", "ln", "str", "platz", "ufer", "damm", "steig", "pfad", "akker", "akkers", "beek", "donk", "rei", "tuin", "tuinen", "linde", "linden", "lindeke", "dorp", "hoeve", "kasteel", "molen", "broek", "dries", "stede", "rode", "bergen", "borre", "bunder", "vaart", "wegje", "hofje", "feld", "garten", "hugel", "wiese", "muhle")),
)  # fmt: skip

# Streets only with a name before them: Church Street, Aachener Straße, Grote Markt.
LAST_WORDS = frozenset(
    """vliet vesting approach street road lane drive close terrace crescent gardens mews row hill square court way grove walk strasse str laan plein baan markt platz
    caddesi sokak sokagi mahallesi mah cad sok bulvari yard rise view vale gate green parade wharf quay heath mount passage
    allee weg steenweg dreef kaai berg hof avenue boulevard dam singel gracht ring park lei vest plaats rd ave straat meer dijk kouter""".split()
)

# Of those, the ones that a name before them makes a street without a number.
ALONE_WITH_A_NAME = frozenset(
    "approach street road lane avenue drive terrace crescent gardens grove mews laan straat steenweg boulevard strasse dreef markt allee".split()
)
ABBREVIATED = ("str", "stwg", "stwg", "ln", "av", "ave", "pl", "stw", "bd", "rd")

FIRST_WORDS = frozenset(
    """burg pr past kan mgr gen kol lange korte oude nieuwe grote kleine hoge lage brede smalle sint st koning koningin prins prinses graaf gravin hertog burgemeester
    kardinaal pastoor dokter dr prof professor generaal kolonel kapitein luitenant minister baron kanunnik deken monseigneur meester
    aartshertog eerste tweede derde 1e 2e 3e 1ste 2de 3de alte neue grosse kleine kolner aachener eupener malmedyer high church""".split()
)
# Words that end a street name: what follows is a sentence, not a number of a house.
NO_NAME = frozenset(
    """procent percent prozent et ou est que qui pour dans avec sans ai pas sont ont a ete j je il elle nous vous on par plus contre chez ne nee ma mon mes sa son ce cette c depuis apres
    and find there is was has have had the in at on to from where when i he she we they been of his her their
    is was heeft hebben had heb en of om dat die dit ik hij zij we wij ze van in op te bij naar uit met voor waar toen mijn
    und ist war hat habe haben ich er sie wir mit fur von vom bei nach aus im""".split()
)
# Small words inside the names of streets.
NAME_PARTICLES = frozenset("de van den der het t ter ten vande vanden vander".split())
FRENCH_PARTICLES = frozenset("de du des d la le les l au aux sur sous lez saint sainte st ste".split())
LOWER_STREETS = frozenset({"rue", "avenue", "chaussee", "boulevard"})
# Words with a capital that stand before a street and are no part of it.
NOT_BEFORE = frozenset(
    """in op te aan bij naar uit vanaf langs tot en of ik wij hij zij u we mij ons dit dat deze die mijn onze uw het wonende woont woon woonachtig gelegen adres adresse address
    anschrift kanzlei strasse straat rue hohe haus nr nummer mevrouw meneer heer maitre domicilie wohnhaft kein keine platz unter dear madam by with at the from near
    dans a au sur pres beste geachte residing living lives house home kantoor cabinet bureau praktijk filiaal hoek""".split()
)
FRENCH_STRONG = frozenset(
    """montagne venelle ruelle carrefour montee traverse sente place voie cite route passage galerie domaine hameau lotissement promenade thier coron rue avenue av ave boulevard boul blvd bld bd chaussee chee quai allee square drev dreve clos impasse sentier chemin ruelle venelle
    faubourg fbg parvis esplanade rond-point rempart remparts residence laan steenweg""".split()
)
FRENCH_WEAK = frozenset(
    """pl ch rte cour cours val porte tienne parc
    jardin coron r sq imp grand drève pre champ champs bois vieux fond ilot batiment immeuble kwartier markt""".split()
)
# Nouns that end like a street, and everyday words with a capital before one.
NO_STREETS = frozenset(
    """winkelstraat zijstraat hoofdstraat eenrichtingsstraat speelstraat fietsstraat schoolstraten straat straten laan plein weg baan markt hof
    gemeenteplein marktplaats parkeerplaats werkplaats plaats geboorteplaats verblijfplaats woonplaats standplaats vindplaats rustplaats
    bergplaats stortplaats losplaats parkeerplaatsen bewaarplaats arbeitsplatz parkplatz sitzplatz spielplatz platz ausbildungsplatz
    studienplatz stellplatz marktplatz sportplatz tarief rechthof gerechtshof beroepshof hof arbeidsmarkt huurmarkt woningmarkt supermarkt
    zwembad spoorweg snelweg autosnelweg autoweg fietspad voetpad autobaan loopbaan rijbaan vrijaf bevolkingsgroei omgeving onderweg
    vanweg terugweg omweg uitweg overweg rijweg hoofdweg landweg toegangsweg doorgang ingang uitgang toegang voorgang overgang ondergang
    belang gang gevolg kring bedrijvenpark wagenpark machinepark speelplein dorpsplein afstand begraafplaats steenweg gewestweg gemeenteweg
    beroep verbergen bergen handelsbelang voortgang vordering regeling weiland rekening werking verhoging verklaring vergoeding
    woningwinkel winkel buurtwinkel computerwinkel nachtwinkel uberblick gemeindestrasse einbahnstrasse baustrasse
    werkwinkel kringwinkel inkomhal eigenbelang aanvraag termijn binnenhof gerechtshof voorhof sitzung baum antrag vorgang zugang eingang ausgang umgang
    ubergang rundgang lehrgang studiengang einwand aufwand raum zeitraum geld feld umfeld hintergrund grund rechtsgrund feldweg
    dijk dam park bos veld berg heide wijk dorp eind einde uiteinde begin jaareinde weekeinde kasteel molen tuin linde kade brug poort
    arbeitsmarkt wohnungsmarkt markt krankenhaus kindergarten garten tal ring grundstuck voorrang omgang doorloop verloop aanloop beloop
    sollicitatie zin in op de het een aan bij naar van uit te ter ten dit deze die dat onze mijn uw mevrouw meneer de heer adres adresse address wonende woon woonachtig
    gelegen domicilie rue straat numero beste geachte ik wij hij zij u we mij ons er hier daar vanaf langs en of maar want als ook nog
    allee close drive way court square row walk hill street road lane""".split()
)
AFTER_A_NUMBER = (
    r"uur|uhr|heures?|h\d{0,2}|u\d{0,2}|hours?|euro?s?|€|eur|%|(?:[.,]\d{1,2} )?procent|percent|pour ?cent|dagen|jours?|days?|tage|weken|semaines|weeks|wochen|maand(?:en)?|mois|months?|monaten?|"
    r"jaar|jaren|ans|annees?|years?|jahren?|meter|metres?|km|kg|m2|personen|personnes|people|keer|fois|times|mal|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|may|"
    r"june|july|august|october|januar|februar|marz|dezember|places|plaatsen|platze|leden|membres|wagens|voitures|autos|eleves|leerlingen|cas|gevallen|[:.,]\d\d(?!\d)"
)
