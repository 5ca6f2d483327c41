"""Words that name public bodies, offices and the matters they deal with; plain form, four languages."""

_ALONE = """staatsanwaltschaft forstamt onafts famifed proximus finanzamt finanzamts finanzamtes steuerzentrum strafanstalt justizvollzugsanstalt gefangnis familienkasse kindergeldkasse strafvollstreckungsgericht jobcenter korrektionalgericht jugendgericht familiengericht strafgericht auslanderamt sozialhilfezentrum gemeindehaus rathaus steueramt zollamt katasteramt wohnungsamt gesundheitsamt grundbuchamt kreisamt landratsamt jugendamt arbeitsamt sozialamt standesamt ordnungsamt arbeitsgericht appellationshof friedensgericht polizeigericht handelsgericht arbeitsgerichtshof unternehmensgericht ondernemingsrechtbank familierechtbank politie police polizei rechtbank tribunal gericht ombudsman ombudsdienst ombudsvrouw ombudspersoon mediateur mediatrice ombudsstelle ombudsfrau
    parlement parliament regering gouvernement government regierung senaat senat gemeenteraad parket arbeidsrechtbank arbeidshof vredegerecht
    raadsman onderwijsinspectie belastingdienst politierechtbank stadsbestuur gemeentebestuur gemeenteverwaltung gemeindeverwaltung stadtverwaltung
    gemeentehuis stadhuis ziekenfonds mutualiteit mutuelle krankenkasse"""
_NAMED = """justice division afdeling polizeizone hilfeleistungszone rettungszone feuerwehrzone kammer kamer chambre chamber politiezone hulpverleningszone brandweerzone agentschap agence agentur agency departement ministere ministerie ministry ministerium directie direction fod spf fps pod spp
    federale federal federaal foderale foderaler vlaamse vlaams waalse wallonne wallon flemish flamand flamande brusselse bruxellois bruxelloise
    service dienst office commission commissie kommission comite raad conseil council rat hof cour court gerichtshof kanton canton     vlaanderen gewest region region provincie province provinz communaute gemeenschap gemeinschaft deputatie
    administration administratie verwaltung inspection inspectie autorite autoriteit authority gezinsbijslag intercommunale
    rijksdienst rijksinstituut zone arrondissement parquet auditorat auditoraat griffie greffe algemene koninklijke
    europese europeenne european europaische nationale national hoge hoher conseil lokale locale ocmw cpas oshz gemeindekrankenkasse"""
_NEEDS = """gemeente commune gemeinde stad ville stadt city municipality municipalite sociaal logement huisvesting woonmaatschappij huisvestingsmaatschappij
    bestuur burgemeesters gemeentelijke communal communale communaux stedelijke stedelijk public publique """

# 'rechtbank te Gent' is one body; 'the office in Genval' is an office and a place.
LOCATIVE = frozenset("te in a at bij op".split())
COURTS = frozenset(
    """rechtbank tribunal gericht hof cour court vredegerecht arbeidsrechtbank arbeidshof politierechtbank gerichtshof parket parquet griffie greffe justice
    arbeitsgericht appellationshof friedensgericht polizeigericht handelsgericht arbeitsgerichtshof ondernemingsrechtbank familierechtbank gefangenis prison""".split()
)
# What the word needs to be a body: nothing, nothing but it takes a name along, or a name.
BODY_WORDS: dict[str, str] = {
    **dict.fromkeys(_NAMED.split(), "named"),
    **dict.fromkeys(_NEEDS.split(), "needs"),
    **dict.fromkeys(_ALONE.split(), "alone"),
}

LINKS = frozenset(
    """van de het der den des du d la le l les of the and en et und voor pour for fur in te a au aux zu zum zur von bij op sur over inzake de' s t
    ten ter""".split()
)
COMPETENCES = frozenset(
    """financien finances finance finanzen justitie justice justiz binnenlandse zaken interieur interior inneres buitenlandse etrangeres affaires volksgezondheid sante
    health gesundheid werkgelegenheid emploi employment beschaftigung economie economy wirtschaft mobiliteit mobilite mobility mobilitat
    defensie defense defence pensioenen pensions pension pensionen sociale sociales social soziale zekerheid securite security sicherheit
    onderwijs enseignement education bildung wonen logement housing wohnungswesen omgeving environnement environment umwelt welzijn
    gezin famille familie energie energy landbouw agriculture cultuur culture jeugd jeunesse fiscaliteit fiscalite taxation belastingen impots steuern
    arbeidsbemiddeling beroepsopleiding migratie asiel immigration vreemdelingenzaken etrangers erster erste eerste aanleg premiere instance gerste instanz beroep appel
    cassation cassatie state etat arbeid travail handel ondernemingen entreprise entreprises entreprise constitutionnelle grondwettelijk administratif
    bestuursrechtscolleges vreemdelingenbetwistingen contentieux vergunningsbetwistingen gegevensbescherming donnees protection kind enfant
    maatschappelijk welzijn action sociale hulp aide kinderbijslag allocations familiales paix peace vrede police commerce appeal comptes europeenne europeen human droits justitie correctionnel correctionnelle correctioneel correctionele strafrechter strafrechtbank kriminal jeugd jeugdrechtbank familie familiale assises assisen instanz geschil voorzitter president zitting rechten gezondheid invaliditeit maladie invalidite ziekte
    arbeidsvoorziening arbeidsongevallen beroepsziekten stedenbouw urbanisme ruimte ruimtelijke ordening groen milieu propreté proprete waterwegen
    wegen verkeer routes voies hydrauliques openbare werken travaux publics burgerlijke stand civil population bevolking burgerzaken technische technique
    leefmilieu kansen opvang crèche groei zorg kust toerisme sport media vervoer transport transports openbaar overheid publieke publics publiques overheidsdienst
    hoofdstedelijk capitale hauptstadt francophone neerlandophone nederlandstalige franstalige""".split()
)
FORMS_OF_BODIES = frozenset(
    """gewest region gemeenschap communaute overheid overheidsdienst regering dienst service agentschap departement ombudsdienst ombudsman belastingdienst
    administratie maatschappij raad council fonds instelling institut instituut wallonne flamande bruxelloise francaise germanophone kanton kantons canton cantons federal
    federaal federale belge belgische bestuur college office centrum centre""".split()
)
# After these a person may follow: 'politie Jan Peeters' is no body called Jan Peeters.
PERSON_WORDS = frozenset(
    "mevrouw meneer heer dhr mevr mw mr mme m monsieur madame mlle frau herr mrs ms inspecteur agent commissaris dossierbeheerder me maitre meester dr docteur dokter pr prof notaris notaire maitres".split()
)
STOP_WORDS = frozenset(
    """ik wij u hij zij je nous vous ils elle il we they he she i ich wir sie er januari februari maart april mei juni juli augustus september oktober november december
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag lundi mardi mercredi jeudi vendredi samedi dimanche op le on am tel gsm btw tva nr""".split()
)
OFFICE_HOLDERS = frozenset(
    """minister ministre burgemeester bourgmestre burgermeister mayor burgomaster burgomasters schepen schepenen echevin echevine echevins alderman schoffe staatssecretaris
    gouverneur gouverneure koning konig ombudsman ombudsvrouw mediateur mediatrice ombudsperson ombudswoman procureur onderzoeksrechter vrederechter
    gemeentesecretaris korpschef korpsoverste premier eerste-minister burgermeisterin directeur-generaal staatssecretaresse ministerin schoffin prasident gouverneurin""".split()
)
# One-word bodies that people write in lower case.
WHOLE_WORD_BODIES = frozenset(
    "fasnk ladb iawm owob kaleido kruispuntbank infrabel skeyes iverlek eandis ores sibelga vivaqua farys pidpa aquafin swde inbw idea igretec intradel bpaid fluvius fluxys creg vreg brugel cwape bipt ibpt fsma nbb bnb favv afsca famhp fagg sciensano fedasil cgvs cgra dvz oeaw rvv cce unia myria kce hvw capac famifed iriscare aviq div dga spge vmm ovam lfa likiv oshz oza awac awap forem leforem actiris tec stib mivb delijn sncb nmbs vaph vlabel vrt rtbf nsz fbz fedris fod spf vdab ocmw cpas rva onem forem actiris stib mivb nmbs sncb bpost vivaqua sibelga fluvius rsvz inasti riziv inami rsz onss".split()
)
