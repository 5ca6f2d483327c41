"""Words that are names of bodies or places and something else too: when they count, and when not."""

# Abbreviations that are also words: only in capitals, or as the whole text.
WORDS_TOO = frozenset(
    "one go go! lb hm base tec ing fit ua ug cm ag gan arp own aca base cgt spi idea fit ore ores ar sac axa ais"
    " hub abc pb is call ca bam one bp vea isp mega ctb seco cgs ego act neo cim mil base kul kdg alz ags pad"
    " sau ant ocb his msi call cls int tsw tnt ups abb agi ago bon voo".split()
)
# Places whose name is a word: capital letter and a place word before it, or the whole text.
PLACE_WORDS = frozenset(
    "forest vorst halle hal boom mol lint essen niel hove ham as lo ans spa mons huy ath geel peer bree lille temse"
    " melle zele ranst wellen olen balen haren marke stene heist kontich walem houtem bergen lier leopoldsburg"
    " namen luik blegny thuin silly jalhay rode visé vise fleurus perwez bernissart hamois herne gits marke stad"
    " ham linter pelt putte beerse duffel diest dour lens mesen geer ath eben la heer kraainem lasne rixensart zon"
    " flagey pentagone marolles lln stein nijlen moerbeke deurne lievegem wachtebeke ville spiere herk"
    " berlare hamme sint laarne ieper hoegaarden veurne kampenhout cureghem braine chastre celles bouillon bastogne"
    " theux waimes virton vielsalm aubel stekene dison amay aywaille manage morlanwelz enghien ellezelles chimay"
    " beauraing comblain couvin dinant durbuy erquelinnes esneux estinnes floreffe gedinne gouvy hannut havelange"
    " heers hensies incourt ittre jette juprelle libin lobbes lontzen martelange meise merksem".split()
) - {"jette"}
PLACE_LEAD = frozenset(
    "in te a at to of from van de d du uit near op naar gemeente commune stad ville city town cpas ocmw politie police"
    " municipality gemeentehuis gemeentebestuur communale communal council welfare".split()
)
TITLES = frozenset(
    "m mr mme mevrouw mevr mw dhr meneer monsieur madame mrs ms miss heer mlle mademoiselle mijnheer dr dokter docteur"
    " maitre juffrouw".split()
)
FIRST_NAMES = frozenset(
    "jean marie pierre paul jan piet jos luc marc mark sophie julie anne an els tom peter john mary david thomas"
    " philippe michel fatima mohamed ahmed karim lisa emma lucas nathalie isabelle catherine katrien ann bart koen wim"
    " geert johan dirk patrick eric erik nicolas francois alain bernard daniel laurent vincent olivier sarah laura"
    " kevin steven stijn joris leen lien lotte hilde ingrid martine chantal veronique christine nadia yasmina ali"
    " hassan youssef rachid linda robert george james charles".split()
)
MUNICIPAL_WORDS = frozenset(
    "gemeente gemeenten gemeentebestuur stad stadsbestuur commune communes ville municipality municipal city town"
    " communal communale communaux gemeentehuis stadhuis gemeentelijk gemeentelijke gemeentedienst stadsdienst"
    " stadsdiensten gemeentediensten gemeentebelasting mairie bourgmestre burgemeester mayor echevin schepen"
    " district hoteldeville gemeenteschool council community mobiliteitsbedrijf".split()
)
WELFARE_WORDS = frozenset("ocmw cpas pcsw cpass ocmv cps opcmw osmw sociaal huis welfare ocmws".split()) - {
    "sociaal",
    "huis",
}
POLICE_WORDS = frozenset(
    "politie police policier policiers politieagent politieagenten flic flics wijkagent cops politiezone commissariat"
    " politiecommissariaat politieman policiere".split()
)
REGION_WORDS = {
    "flanders": frozenset(
        "vlaanderen vlaamse vlaams flandre flamand flamande flamands flemish flanders".split()
    ),
    "wallonia": frozenset("wallonie wallon wallonne wallonia walloon waals waalse wallonie".split()),
    "brussels": frozenset("brussel brusselse brussels bruxelles bruxellois bruxelloise bxl".split()),
}
PUBLIC_WORDS = frozenset(
    "administration administratie ambtenaar ambtenaren fonctionnaire fonctionnaires overheid overheidsdienst"
    " communale publique public region regio gewest guichet loket official officials civil".split()
)
# "complaint against X", "fine from X": the word after these is whom it is about.
AGAINST = frozenset("tegen contre against par door by over concernant about chez bij envers jegens".split())
GENERIC_LEVELS = frozenset(
    "landlord neighbour employer consumer private_service bank insurance doctor lawyer notary bailiff hospital_private"
    " union care_home free_school temp_agency airline energy_supplier telecom post police judiciary mutuality foreign"
    " eu".split()
)
# A hospital can be public and ours: the word alone says too little.
WEAK_LEVELS = frozenset({"hospital_private"})
# Ordinary words one letter away from a name or a subject.
FALSE_FRIENDS = frozenset(
    "alimentation politique politiek politics parking parkings service services dienst diensten institut instituut"
    " direction directie agence agentschap agency departement department avocats bureau kantoor formation".split()
)
# What is meant by a word with a typing error in it, where that decides the kind of body.
MENDED = (
    "gemeente commune communale municipality gemeentebestuur stadsbestuur gemeentehuis stadhuis administration politie"
    " welfare"
).split()
MENDED_SHORT = {
    **dict.fromkeys("cpsa cspa cpass caps cpaas cpqs cpaz cpaqs ccpas cpaz cppas".split(), "cpas"),
    **dict.fromkeys("ocwm omcw ocmv ocnw comw oocmw ocmww ocmq ocmmw occmw ocm ocmws".split(), "ocmw"),
}
# What comes after these is the cause, not the service that the complaint is about.
BECAUSE_OF = frozenset(
    "because cause wegens omwille due grace dankzij suite via zegt says dit selon volgens".split()
)
