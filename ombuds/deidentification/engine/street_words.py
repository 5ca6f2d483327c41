"""Words that streets are made of, and words that look like streets but are not; plain form."""

import re

# The strength: 'strong' stands alone, 'weak' needs a number.
ENDINGS: tuple[tuple[str, str], ...] = (
    *((e, "strong") for e in ("straat", "straatje", "strasse", "steenweg", "stwg", "steenwg", "laan", "dreef", "plein", "kaai", "lei", "wegel", "gaarde", "singel", "gracht", "gasse", "allee", "kouter", "steeg", "plaats", "straete", "boulevard", "avenue", "esplanade")),
    *((e, "weak") for e in ("weg", "baan", "hof", "hoek", "pad", "markt", "berg", "vest", "veld", "velden", "wal", "dijk", "dam", "poort", "park", "heide", "meers", "bos", "bosch", "wijk", "ring", "ln", "str", "platz", "ufer", "damm", "steig", "pfad", "kade", "akker", "akkers", "beek", "donk", "rei", "tuin", "tuinen", "linde", "linden", "lindeke", "dorp", "hoeve", "kasteel", "molen", "broek", "dries", "stede", "rode", "bergen", "borre", "bunder", "vaart", "wegje", "hofje", "feld", "garten", "hugel", "wiese", "muhle")),
)  # fmt: skip

# Streets only with a name before them: Church Street, Aachener Straße, Grote Markt.
LAST_WORDS = frozenset(
    """street road lane drive close terrace crescent gardens mews row hill square court way grove walk strasse str laan plein baan markt platz
    allee weg steenweg dreef kaai berg hof avenue boulevard dam singel gracht ring park lei vest plaats rd ave straat meer dijk kouter""".split()
)

FIRST_WORDS = frozenset(
    """lange korte oude nieuwe grote kleine hoge lage brede smalle sint st koning koningin prins prinses graaf gravin hertog burgemeester
    kardinaal pastoor dokter dr prof professor generaal kolonel kapitein luitenant minister baron kanunnik deken monseigneur meester
    aartshertog eerste tweede derde 1e 2e 3e 1ste 2de 3de alte neue grosse kleine kolner aachener eupener malmedyer high church""".split()
)
# Words that end a French street name: what follows is a sentence, not a number of a house.
NO_NAME = frozenset(
    "et ou est que qui pour dans avec sans ai au pas sont a ete j je il elle nous vous on ont par plus contre chez".split()
)
PARTICLES = frozenset(
    """de der den des du d la le les l het t ten ter te van vande vanden vander von zu zum zur a au aux en et e y el al op in aan bij onder sous sur
    lez les""".split()
)
FRENCH_STRONG = frozenset(
    """place rue avenue av ave boulevard boul blvd bld bd chaussee chee quai allee square drev dreve clos impasse sentier chemin ruelle venelle
    faubourg fbg parvis esplanade rond-point rempart remparts residence laan steenweg""".split()
)
FRENCH_WEAK = frozenset(
    """pl ch route rte cite cour cours galerie passage voie montagne val domaine hameau lotissement promenade porte thier tienne parc
    jardin coron r sq all imp grand drève pre champ champs bois vieux fond ilot batiment immeuble kwartier markt""".split()
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
    r"uur|uhr|heures?|h\d{0,2}|u\d{0,2}|hours?|euro?s?|€|eur|%|procent|percent|pour ?cent|dagen|jours?|days?|tage|weken|semaines|weeks|wochen|maand(?:en)?|mois|months?|monaten?|"
    r"jaar|jaren|ans|annees?|years?|jahren?|meter|metres?|km|kg|m2|personen|personnes|people|keer|fois|times|mal|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|may|"
    r"june|july|august|october|januar|februar|marz|dezember|places|plaatsen|platze|leden|membres|wagens|voitures|autos|eleves|leerlingen|cas|gevallen|[:.,]\d\d(?!\d)"
)
GERMAN_FIRST = re.compile(
    r"[AIZU](?<![^\W_].)(?:(?<=A)m|(?<=A)n de[rnm]|(?<=A)uf de[rnm]|(?<=I)m|(?<=I)n de[rnm]|(?<=Z)u[mr]|(?<=Z)u de[nr]|(?<=U)nter de[nr]|(?<=A)lte[rn]?|(?<=A)lter) (?P<n>[A-Z][\w\-]{2,25})"
)
