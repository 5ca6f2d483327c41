"""Words around the names of firms, schools and associations; plain form, four languages."""

import re

LEGAL_FORMS = frozenset(
    """nv bv bvba cv cvba vof commv commva vzw ivzw esv sa srl sprl sc scrl scs snc asbl aisbl gmbh ag vog voe kg ohg gbr mbh ug ltd limited inc llc plc llp
    sarl sas eurl sasu scris scrlfs scrl ebvba cvoa gcv se eg ev""".split()
)
LEGAL_FORMS_FIRST = frozenset(
    "vzw asbl ivzw aisbl bvba sprl nv sa bv srl cvba scrl vof snc vog cv sc commv".split()
)
TYPES = frozenset(
    """notariaat pfadfinder scoute gaststatte imbiss entraide amicale unite-scoute basisschool kleuterschool school schooltje lagereschool middenschool atheneum lyceum college scholengemeenschap scholengroep kunstacademie
    muziekacademie creche kinderdagverblijf kinderopvang peutertuin onthaalgezin apotheek garage carrosserie bakkerij slagerij beenhouwerij traiteur cafe
    taverne brasserie restaurant hotel frituur drukkerij advocatenkantoor advocatenassociatie notariskantoor woonzorgcentrum wzc rusthuis
    rustoord serviceflats ziekenhuis kliniek az chu chr polikliniek huisartsenpraktijk groepspraktijk dokterspraktijk tandartspraktijk dierenkliniek
    dierenartsenpraktijk kapsalon schoonheidssalon boekhoudkantoor accountantskantoor verzekeringskantoor makelaarskantoor immo immokantoor
    vastgoedkantoor schoonmaakbedrijf poetsbedrijf bouwbedrijf aannemersbedrijf bouwonderneming transportbedrijf transport taxibedrijf verhuisbedrijf rijschool
    autorijschool voetbalclub sportclub turnclub tennisclub zwemclub judoclub basketbalclub club moskee kerk moskeevereniging buurtwerk buurthuis
    jeugdhuis scouts chiro fanfare harmonie toneelkring wijkcomite buurtcomite maatwerkbedrijf dienstenchequebedrijf interimkantoor uitzendkantoor firma
    bedrijf bouwfirma winkel kledingwinkel fietsenwinkel boekhandel kringwinkel bloemenwinkel krantenwinkel supermarkt schrijnwerkerij dakwerken tuinaanleg
    schilderwerken loodgieterij elektriciteitswerken architectenbureau studiebureau ingenieursbureau reisbureau manege kennel drogisterij optiek juwelier
    fietsatelier wasserette wassalon viswinkel nachtwinkel brouwerij boerderij kwekerij tuincentrum meubelzaak elektrozaak
    ecole institut athenee lycee internat maternelle pharmacie boulangerie boucherie patisserie friterie snack imprimerie cabinet etude fiduciaire home
    hopital clinique cliniques polyclinique veterinaire salon assurances immobiliere agence entreprise transports taxis demenagements nettoyage
    auto-ecole mosquee eglise paroisse association cercle maison titres-services interim societe librairie magasin fleuriste menuiserie toitures jardinerie
    peinture plomberie electricite ferme manege haras brasserie bijouterie epicerie superette opticien optique laverie blanchisserie scierie ebenisterie
    grundschule schule gymnasium realschule kindergarten kinderkrippe kita tagesstatte apotheke autohaus autowerkstatt backerei metzgerei fleischerei gasthof
    gasthaus restaurant druckerei kanzlei anwaltskanzlei rechtsanwaltskanzlei notariat seniorenheim altenheim pflegeheim krankenhaus klinik praxis
    arztpraxis zahnarztpraxis tierarztpraxis friseursalon friseur salon steuerburo steuerkanzlei versicherungsburo versicherungen schreinerei tischlerei spedition
    fahrschule verein sportverein fussballverein musikverein moschee pfarre reinigungsfirma bauunternehmen baufirma zimmerei dachdeckerei malerbetrieb
    gartnerei buchhandlung brauerei hof pension elektro sanitar immobilien moscheeverein jugendheim schutzenverein bauunternehmung werkstatt unternehmen
    scoutsgroep jeugdbeweging jeugdclub taxi taxis ksa klj kwb okra kvlv patro guides electro-service electroservice snackbar fietspunt wasserij naaiatelier kinderclub speelplein woonhuis logopediepraktijk kinepraktijk
    firm firme enseigne konditorei wohngruppe wohnprojekt leefgroep internaat cooperative chorale kirchenchor feestzaal ijssalon lavoir mercerie onglerie gite
    ferienhaus ferienwohnung hausverwaltung versicherer beratungsstelle blumenladen choir bakery brewery laundry opvang insurer assureur lesekreis strickkreis
    buchladen eisdiele marbrerie collectif shop
    fc sv rfc kfc ksc kv rsc sk vc bc tc kvv ksk""".split()
) - {
    "hof",
    "home",
    "praxis",
    "etude",
    "agence",
    "club",
    "peinture",
    "interim",
    "bedrijf",
    "nettoyage",
    "maison",
} | {"club", "maison"}
# Compounds: loodgieters|bedrijf, huisartsen|praktijk, Reinigungs|dienst.
TYPE_ENDINGS = (
    "bedrijf", "kantoor", "praktijk", "winkel", "school", "club", "vereniging", "bureau", "garage", "kliniek", "centrale", "zaak", "apotheek", "bakkerij",
    "college", "instituut", "atheneum", "lyceum", "ziekenhuis", "rusthuis", "gymnasium", "institut",
    "betrieb", "firma", "verein", "praxis", "buro", "schule", "gesellschaft", "kanzlei", "handlung", "reinigungsdienst", "putzdienst", "werkstatt", "heim", "geschaft",
)  # fmt: skip
NO_TYPES = frozenset(
    """belastingkantoor postkantoor hogeschool hochschule rechtszaak strafzaak oorzaak noodzaak zaak aangifte bestuurszaak beroepszaak geheim werkelijkheid daheim grondschool
    volksschule musikschule ombudsbureau wijkbureau politiebureau stadskantoor gemeentekantoor hoofdkantoor verbindungsburo hauptgeschaft rechtsgeschaft kernkabinet krachtcentrale
    bedrijfspraktijk rechtspraktijk vakvereniging betriebspraxis verwaltungspraxis rechtspraxis bestuurspraktijk bestuurlijkepraktijk""".split()
)
# Small-letter words between the kind of house and its name: maison de jeunes L'Escale, club de judo Le Samouraï.
AFTER_TYPE = frozenset(
    """royal royale koninklijk koninklijke libre jeunes repos retraite judo football tennis natation gymnastique danse coiffure avocats architectes notaires comptable immobiliere maternelle primaire
    fondamentale communale secondaire libre cyclisme petanque garde parents quartier sociale veterinaire medical medicale dentaire beaute langues musique conduite
    transport nettoyage titres services volley basket boxe rugby hockey equitation theatre scoute sociaal katholieke vrije gemeentelijke stedelijke basis
    lagere middelbare technique polytechnique professionnel professionnelle technische voor na enfants d'accueil accueil voitures boissons cuisine quincaillerie menuiserie de d du des la le l""".split()
)
TYPES_LAST = frozenset(
    """school nursing estates painters childcare rentals plumbers electricians cleaners charity removals gardening laundrette laundry practice tyres foods travel security insurance electronics furniture flowers grooming playgroup scouts band
    tavern pub decorators metalworks ironworks orchestra theatre bikes cycles kitchens windows joinery catering couriers recruitment property properties lettings academy nursery daycare kindergarten pharmacy garage bakery cafe hotel restaurant clinic hospital surgery salon brokers agents solicitors
    partners cleaning transport transports haulage motors cars schools club fc mosque church association associates consulting logistics services
    foundation centre center home college institute institution company group studio studios gallery gym stables farm brewery bookshop shop stores store
    butchers bakers florists opticians dentists vets accountants architects builders roofing plumbing electrical landscapes tutors charity choir society
    apotheek garage bakkerij zonen fils sohne sons gebroeders freres bouw schoonmaak verzekeringen advocaten avocats rechtsanwalte accountancy""".split()
)
# Between the words of a name.
INSIDE = frozenset(
    """de van het den der des du la le les l d t s of the and en et und ten ter aux au am an zum zur sur pour voor fur von vom v p saint
    sainte sint st ste y del & 'n n""".split()
)
NO_NAME = frozenset(
    """chez bei von vom au aux to from dear in at on for by ik wij hij zij ze je u jij het dit dat deze die er mijn uw haar hun onze op bij na voor sinds tijdens toen maar want omdat als met wanneer
    je il elle nous vous on ils elles ce cette mon ma mes votre son sa ses notre le la les dans depuis avec pour mais car quand lorsque apres
    i we he she they you it this that my your his her our their at since with but because when after
    ich wir er sie es mein meine ihr sein seine unser dies diese dieser seit mit aber weil wenn als nach
    mevrouw meneer heer dhr mevr mw mr mrs ms mme mlle m madame monsieur frau herr maitre dr prof maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday januari februari maart april mei juni juli
    augustus september oktober november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    communale communal communales provinciale paroissial tel gsm btw tva beste geachte betreft objet subject betreff dear cher chere bonjour iban kenmerk ref nr""".split()
)
# Words that name no firm: 'school' in 'School of', languages, large things.
STAYS = frozenset(
    """nederlands frans duits engels francais neerlandais allemand anglais french dutch german english deutsch franzosisch vlaanderen wallonie wallonia
    belgie belgique belgium brussels europa europe facebook whatsapp google microsoft internet corona covid covid-19 eu btw tva pc tv""".split()
)
CUE = re.compile(
    r"(?<![^\W_])(?:werk(?:t|te|en|zaam|ende|nemer)?(?: nu| er| al \w+ jaar| sinds \w+| daar| halftijds| voltijds| deeltijds| momenteel| als [\w\-]+(?: [\w\-]+)?)? (?:bij|voor|in)|tewerkgesteld (?:bij|door)|in dienst (?:bij|van)|werkgever(?:,| is| was)?|werkgeefster|ontslagen (?:bij|door)|arbeidscontract (?:bij|met)|stage (?:bij|in)|aan de slag bij|lid van|huur(?:t|de|den|en)? van|gehuurd van|in (?:onze|mijn) ploeg bij|voorzitter van|klant bij|loopt school in|gaat naar school in|zit op school in|leerling (?:van|in|bij)|wagen van|bestelwagen van|chauffeur bij|"
    r"travaill(?:e|ais|ait|ant|e)(?: comme [\w\-]+(?: [\w\-]+)?| actuellement| depuis [\w ]{3,12})? (?:chez|pour|a la|au|aux|a l'|a)|employee? (?:chez|par|de|a la|au)|employeur(?:,| est| etait)?|licenciee? (?:par|de chez)|contrat (?:chez|avec)|stage chez|engagee? (?:chez|par)|membre (?:de|du|de la|de l')|lou(?:e|ait|aient|ent) (?:au|a la|a l'|a|aupres de)|dans notre equipe chez|client(?:e)? chez|scolarisee? (?:a|au|chez)|camionnette de|au service de|president(?:e)? de|"
    r"work(?:s|ed|ing)?(?: as an? [\w\-]+(?: [\w\-]+)?| there| part-time| full-time| nights)? (?:at|for)(?: the)?|employed (?:at|by|with)|employer(?:,| is| was)?|laid off by|fired (?:by|from)|contract with|internship at|member of(?: the)?|rent(?:s|ed)? from(?: the)?|our team at(?: the)?|chair(?:man|woman)? of|pupil at|student at|goes to|van of(?: the)?|"
    r"arbeite(?:t|n|te)?(?: als [\w\-]+| derzeit| seit [\w ]{3,12})? (?:bei|fur)(?: der| dem)?|beschaftigt (?:bei|von)|angestellt (?:bei|von)|arbeitgeber(?:in)?(?:,| ist| war)?|gekundigt (?:bei|von)|miet(?:et|ete|eten) von|unserer mannschaft bei|mitglied (?:von|des|der|im)|schuler(?:in)? (?:am|an der|der)|lieferwagen (?:von|der|des))"
    r"(?:\s?:)?\s(?:de |het |la |le |les |l'|the |der |die |dem |den )?\"?"
)
LOWER_CUE = re.compile(r"(?:bij|voor|naar|aan|door|chez|a la|a l'|a|au|par|at|for|from|by|to|bei|fur|zu|zur|von|of|van|aupres de|werkgever|employeur|employer|arbeitgeber)\s?:?\s(?:de |het |la |le |l'|the |der |dem |een |une? |an? |einer |einem )?\Z")  # fmt: skip
