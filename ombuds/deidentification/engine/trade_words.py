"""Words around trades: what people are without it being a trade, what announces a trade; plain form, four languages."""

# What somebody is in a letter, or a thing with the ending of a doer: no trade.
ROLES = frozenset(
    """mevrouw floor jammer sticker stickers moreover attaches navigateur navigateurs centre centres glaser poulailler poulaillers diacritiques diacritique verzoekers verzoeksters klaagsters reminder reminders examiner adoptivtochter pflegetochter stieftochter schwiegertochter zwillingsschwester schriftfuhrer schriftfuhrerin vorsitzende vorsitzender voorzitter voorzitster president presidente chair chairman chairwoman aanvrager aanvraagster huurder huurster verhuurder verhuurster bewoner bewoonster inwoner inwoonster eigenaar eigenares klager klaagster lezer gebruiker gebruikster kijker winnaar
    dader burger inwoners partner overtreder indiener verzoeker verzoekster deelnemer deelneemster weggebruiker fietser wandelaar voetganger reiziger pendelaar wanbetaler roker drinker drager
    ontvanger afzender kiezer belastingplichtige werkgever werkgeefster werknemer werkneemster werkzoeker zoeker vader moeder broer zuster dochter grootvader grootmoeder ouder ouders kleinkinder
    nummer kamer meter letter cijfer computer printer folder leger vinger schouder lichter kalender december november oktober september water winter zomer minister burgemeester schepen
    eerder later verder zeker onder zonder minder meerder anders iedereen nader vroeger sneller jonger langer korter hoger lager groter kleiner beter slechter duurder goedkoper ander wonder bijzonder
    helder donker lekker wakker bitter somber dapper mager zuiver eender alsnog dronken rolstoelgebruiker rolstoelgebruikster gebruiker abonnee verzekeringnemer verzekerde mantelzorger mantelzorgers vrijwilliger
    vluchteling asielzoeker weduwnaar alleenstaander buur vriend partij schuldenaar schuldeiser borgsteller erfgenaam erflater bestuurder bestuurster passagier medestander tegenstander voorstander getuige
    dossierbeheerder dossierbehandelaar klachtenbehandelaar klachtenbeheerder medewerker medewerkster contactpersoon tegenpartij vertegenwoordiger vertrouwenspersoon ambtenaar rekeninghouder kaarthouder houder
    aandeelhouder vergunninghouder titelhouder begunstigde ondertekenaar briefschrijver melder lener beller spreker luisteraar gelover inbreker
    huurders bewoners eigenaars inwoners reizigers deelnemers klagers gebruikers burgers kinders zusters broers ouderling minderjarige twintiger dertiger veertiger vijftiger zestiger zeventiger tachtiger negentiger
    locataire proprietaire demandeur demandeuse plaignant plaignante usager lecteur mineur mineure majeur majeure superieur superieure inferieur inferieure anterieur anterieure ulterieur ulterieure meilleur meilleure interieur
    exterieur leur leurs fleur coeur soeur peur heure erreur valeur couleur douleur chaleur faveur vapeur hauteur longueur largeur grandeur rigueur vigueur teneur ampleur odeur humeur honneur malheur bonheur ardeur
    dernier derniere premier premiere entier entiere regulier reguliere irregulier irreguliere particulier particuliere financier financiere janvier fevrier papier dossier courrier quartier loyer cahier calendrier palier escalier
    metier hier clavier foyer panier pilier grossier grossiere familier familiere singulier singuliere heritier heritiere prisonnier prisonniere rentier cavalier printanier manier maniere matiere lumiere frontiere riviere carriere
    biere priere barriere arriere derriere fiere fier legere leger chere cher amer amere etranger etrangere passager passagere danger verger hebergement bien rien combien ancien ancienne moyen moyenne quotidien quotidienne
    chretien chretienne italien italienne parisien parisienne europeen europeenne citoyen citoyenne paien aerien aerienne gardienne mien tien sien mienne tienne sienne lien maintien soutien entretien triste liste piste existe insiste pessimiste optimiste
    raciste resiste consiste assiste persiste dialogue catalogue analogue homologue debiteur debitrice crediteur conducteur voisin voisine auteur auteurs acteur acteurs tuteur tutrice mandataire beneficiaire titulaire destinataire
    solidaire necessaire contraire ordinaire extraordinaire obligatoire temporaire locataires proprietaires signataire emprunteur emprunteuse bailleur bailleresse vainqueur acheteur acheteuse consommateur consommatrice utilisateur
    utilisatrice membre rapporteur interlocuteur interlocutrice expediteur porteur porteuse fumeur fumeuse visiteur visiteuse voyageur voyageuse joueur joueuse rieur malheureur seigneur monsieur auditeur spectateur
    imaginaire prioritaire majoritaire minoritaire celibataire solitaire millionnaire militaire secondaire primaire scolaire populaire polaire revolutionnaire commissaire universitaire disciplinaire preliminaire precaire
    regard retard hasard vieillard bavard standard placard brouillard montagnard campagnard tard part quart concert desert hier mer cancer hiver fer enfer amer parler aller payer demander trouver donner rester passer poser laisser porter compter
    mere pere frere grand-mere austere severe sincere colere misere artere enquetrice derniere
    tenant landlord landlady owner holder customer consumer member neighbour neighbor partner user reader speaker winner loser offender sufferer caller sender receiver mother father brother sister daughter grandmother grandfather
    stepmother stepfather stranger passenger pedestrian cyclist commuter traveller traveler traveller smoker drinker foreigner prisoner subscriber taxpayer ratepayer voter victim bidder buyer seller borrower lender debtor creditor complainer
    matter letter number paper water winter summer september october november december order offer answer corner center centre computer paper chapter quarter other another rather further later earlier longer sooner better former latter
    either neither never ever over under after however whether together power tower shower flower dinner manner banner disorder border shoulder finger weather error minor major prior senior junior superior inferior interior exterior
    doctor human woman man gentleman lady person children german roman norman italian belgian iranian ukrainian russian indian canadian australian romanian hungarian bulgarian austrian palestinian syrian libyan nigerian ghanaian brazilian
    christian vegetarian vegan civilian guardian ruffian custodian list twist exist insist resist assist consist mist wrist racist optimist pessimist feminist tourist believer worrier fighter survivor newcomer outsider insider homeowner
    householder leaseholder freeholder shareholder cardholder beneficiary carer wheelchair_user employer employee worker driver less unless process success access address witness illness business stress mess guess pass class hostess goddess
    mieter mieterin vermieter vermieterin eigentumer eigentumerin inhaber inhaberin besitzer besitzerin bewohner bewohnerin einwohner einwohnerin burger burgerin antragsteller antragstellerin beschwerdefuhrer beschwerdefuhrerin
    klager klagerin leser leserin benutzer benutzerin nutzer nutzerin tater taterin raucher raucherin trager tragerin absender absenderin empfanger empfangerin wahler wahlerin arbeitgeber arbeitgeberin arbeitnehmer arbeitnehmerin
    vater mutter bruder schwester tochter grossvater grossmutter schwiegermutter schwiegervater nummer zimmer alter monster fenster wetter wasser winter sommer september oktober november dezember
    spater fruher ofter weiter leider immer hier aber oder unter uber hinter wieder sicher schwer teuer teurer junger alterer kleiner grosser besser schlechter langer kurzer hoher lauter einziger kranker armer lieber guter
    verbraucher verbraucherin kunde teilnehmer teilnehmerin fussganger radfahrer radfahrerin autofahrer autofahrerin pendler pendlerin reisender reisende beifahrer passagier zeuge zeugin steuerzahler schuldner glaubiger
    nachbar nachbarin partner partnerin freund freundin burgermeister burgermeisterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin ansprechpartner vertreter vertreterin rollstuhlfahrer rollstuhlfahrerin diabetiker
    epileptiker alkoholiker belgier belgierin deutscher franzose italiener italienerin spanier spanierin auslander auslanderin turke rumane patient patientin mandant klient klientin moment prozent dokument element konto frau mann
    ehemann ehefrau hausmann jedermann niemand kleinkraft arbeitskraft fachfrau notar bar klar wahr jahr paar elefant interessant relevant bekannt konstant tolerant arrogant brisant gesamt vorname zuname
    geschwister familienvater familienmutter anhanger anhangerin flieger kater muster mieterverein fluchtling zwanziger dreissiger vierziger funfziger sechziger siebziger achtziger achtzigerin siebzigerin sechzigerin
    beruf verdachtiger verdachtige betroffener betroffene bekannter bekannte verwandter verwandte einzelner burgen erster zweiter dritter letzter anderer weiterer naher bisheriger
    beslist vermist vergist gemist betwist verkwist overlist iemand niemand elkeman vrouwman belanghebbende aanwezige slachtoffer verdachte tante nicht echtgenote echtgenoot kandidaat patient cliente client klant cliant assistant constant instant important suivant pendant cependant restant enfant elegant vivant""".split()
)
# Ends of compounds that trades are as well: Wander|er, hand|boek.
NO_COMPOUNDS = frozenset(
    """diener coach medium captain major minister interim bonne agent clown caddie gast meister meester bauer hauer steiger halter geber nehmer leger fahrer fuhrer leiter meiden bazin
    master mistress woman women person persons mensen vrouw vrouwen frauen leute manner clerk maker keeper helper judge guide pilot smith cooper carter miller turner porter usher groom rider rower
    packer picker tuner tiler buyer hosier grocer baker boxer drummer digger trader mason joiner dyer fuller salter printer sticker cutter poser interne stagiaire grader timer finder founder planner tester tuner
    player holder owner reader user seller porter carrier barrier border critic physics magic music logic classic redner bringer macher""".split()
) - {"maker", "keeper", "macher", "fahrer", "smith", "baker", "woman", "helper"}

OFTEN = frozenset(
    """ouvrier ouvriers ouvriere ouvrieres arbeiders loodgieter plombier plumber concierge trajectbegeleider consulent consulente begeleider begeleidster verslaggever rapporteur woordvoerder arts dokter huisarts advocaat advocate notaris rechter griffier jurist juriste secretaris secretaresse bediende ambtenaar ambtenares politieagent politieagente
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
    arbeitsloser selbststandige selbststandiger architekt dolmetscher ubersetzer polizeibeamter fleischer jurist juristin masseur trainer pilot artist artiste kunstenaar
    administrateur administrator adviseur conseiller magistrat magistraat magistrate inspecteur inspectrice inspector controleur controleurs commissaris commissaire commissioner raadsheer kapitein
    procureur prosecutor vrederechter gerechtsdeurwaarder deurwaarder huissier bailiff aannemer installateur leverancier verzekeraar insurer assureur fabrikant fabricant exporteur importeur
    architecte-paysagiste deskundige expert technicus technieker secretariaat hersteller producent distillateur exploitant gestionnaire correcteur critique industriel franchise mandataire liquidateur
    syndic curateur curator mediateur mediator mediatrice arbitre auditeur auditor correspondent correspondant rechercheur detective delegue delegee opsteller opmaker ontvanger percepteur
    directeur gedelegeerd bestuursambtenaar controleur verzekeringsagent registrar auxiliary assessor appraiser merchant importer exporter retailer publisher producer promoter referee inspektor kontrolleur
    gutachter sachverstandiger standesbeamter gerichtsvollzieher rechtspfleger kommissar staatsanwalt abgeordneter handler makler verleger hersteller spediteur operateur operator superviseur overseer
    recruteur recruiter reporter entertainer formateur instructeur animateur moniteur interne patient gardien kapelaan aumonier chaplain novice journalist journaliste commercante
    directie secretaires correspondenten inspecteurs controleurs directeurs auteurs advocaten avocats notaires experts architecten architectes ingenieurs agents assistants producteurs vendeurs
    employes employees fonctionnaires conseillers etudiants commercants entrepreneurs chercheurs techniciens inspectors officers engineers accountants consultants contractors builders teachers nurses drivers managers students""".split()
)
# Before or after 'as', 'als', 'comme': whoever does this does it as a trade.
WORKS = frozenset(
    """werk werkt werkte werken werkten gewerkt werkzaam job baan slag tewerkgesteld actief loopbaan carriere opgeleid afgestudeerd diploma begonnen inkomen loon salaris gestart aangeworven ervaring brood kost gevestigd aangesteld benoemd dienst
    contract interim bijklust bijverdien stage stageplaats functie ambt postje vacature solliciteer solliciteerde solliciteren solliciteert getraind leven verdien verdient verdiende herscholing omscholing beroepshalve studie
    travaille travaillais travaillait travaillant travailler travaillent travaille travail travaillons occupe occupee emploi engage engagee embauche embauchee poste exerce exercais exercant exercer carriere metier activite debute
    diplome diplomee formation contrat stage interimaire revenu service installe installee gagne vis revenus reconversion qualite nomme nommee
    work works worked working employed job career trained qualified training living hired appointed started employment position post life contract income salary wages shifts qualification apprenticed role business earn earns earned
    arbeite arbeitet arbeitete arbeiten gearbeitet tatig tatigkeit beschaftigt stelle angestellt eingestellt ausbildung laufbahn karriere beruf beruflich job dienst lehre ausgebildet angefangen begonnen vertrag brot geld einkommen lohn gehalt lebensunterhalt umschulung jobbt jobbe verdiene verdient nebenberuflich hauptberuflich""".split()
)
AS = frozenset("als as comme que qualite zum zur tot".split())
# After these words what somebody is may follow; the first group says by itself that it is a person.
AM = frozenset(
    "fruher vroeger voorheen formerly once autrefois jadis anciennement ehemals ben suis am bin etais m werd werden worden wurde becoming devenir devenue devenu geworden become became werde".split()
)
IS = frozenset(
    "is was est etait ist war wordt werd devient devint s zijn waren sont etaient were are sind waren fut bleef blijft reste remained blieb".split()
)
PERSONS = frozenset(
    """klager klaagster verzoeker verzoekster aanvrager aanvraagster betrokkene slachtoffer plaignant plaignante requerant requerante demandeur demanderesse interesse interessee victime complainant applicant claimant antragsteller antragstellerin beschwerdefuhrer beschwerdefuhrerin betroffene betroffener petent petentin ik hij zij ze die il elle qui i he she who ich er sie der die man vrouw vader moeder zoon dochter broer zus zuster oom tante neef nicht partner vriend vriendin echtgenoot echtgenote schoonvader schoonmoeder schoonzoon
    schoondochter schoonbroer schoonzus buurman buurvrouw grootvader grootmoeder opa oma mama papa kleinzoon kleindochter stiefvader stiefmoeder verloofde ex vriendje
    mari femme pere mere fils fille frere soeur oncle cousin cousine compagnon compagne ami amie epoux epouse beau-pere beau-frere belle-mere belle-soeur gendre bru voisin voisine maman conjoint conjointe copain copine
    husband wife father mother son daughter brother sister uncle aunt cousin nephew niece boyfriend girlfriend spouse neighbour neighbor grandfather grandmother dad mum fiance fiancee father-in-law law stepson
    mann frau vater mutter sohn tochter bruder schwester onkel tante cousin cousine freund freundin gatte gattin ehemann ehefrau nachbar nachbarin schwager schwagerin schwiegervater schwiegermutter grossvater grossmutter""".split()
)
# Between 'is' and the trade.
ADVERBS = frozenset(
    """jahrelang jarenlang longtemps langtemps decennialang jahrzehntelang zeitlebens durant many some een zelf nu al reeds nog ook immers namelijk inmiddels ondertussen vroeger jarenlang lang lange tijd altijd momenteel van opleiding sinds jaar jaren jahre maanden nauwelijks pas trouwens eigenlijk gewoon de enige enkel maar net toen dus
    un une moi meme aujourd hui maintenant toujours encore aussi deja depuis ans mois longtemps actuellement actuelle simple seulement alors egalement le la seul seule en effet autrefois jadis d
    a an now still also just only myself himself herself currently actually the once already been by then simply for years the only
    ein eine selbst jetzt noch auch nur schon bereits seit jahren monaten lange derzeit aktuell eigentlich damals fruher der die einzige einziger von nun einfach
    ginder ginds daar destijds dort there la bas over bijna presque nearly fast van de du the der het""".split()
)
# Between 'is' and the trade, and part of it.
QUALITIES = frozenset(
    """zelfstandig zelfstandige gepensioneerd gepensioneerde voltijds voltijdse halftijds halftijdse deeltijds deeltijdse gediplomeerd gediplomeerde erkend erkende beedigd beedigde jonge jong oude ervaren beginnend
    beginnende freelance administratief administratieve technisch technische medisch medische sociaal sociale grafisch grafische klinisch klinische logistiek logistieke vrijwillig tijdelijk tijdelijke vast vaste
    mobile mobiler mobilen ambulante ambulanter diplomierte diplomierter commercieel commerciele voormalig voormalige gewezen leerling assistent adjunct hoofd senior junior industrieel burgerlijk biologisch wetenschappelijk mobiel mobiele
    jeune ancien ancienne independant independante retraite retraitee diplomee diplome simple petit petite vieux vieille futur future assistant assistante aide apprenti apprentie chef maitre premier premiere
    retired former self employed qualified trained licensed registered young part time full freelance assistant deputy chief trainee apprentice head experienced newly independent certified old local humble
    vereidigte vereidigter beeidigte beeidigter beeedigd assermente assermentee juree jure sworn volwaardig selbststandiger selbststandige pensionierter pensionierte ehemaliger ehemalige gelernter gelernte ausgebildete ausgebildeter freiberuflicher freiberufliche examinierte examinierter staatlich gepruefte geprufter geprufte
    junger junge alter angehender angehende leitender leitende technischer technische kaufmannische kaufmannischer medizinische medizinischer freier freie verbeamtete verbeamteter""".split()
)
# After these a trade follows, on no list though it may be.
TRAINED = frozenset(
    """gediplomeerd gediplomeerde beedigd beedigde gepensioneerd gepensioneerde apprenti apprentie apprentice trainee retired pensionierter pensionierte gelernter gelernte ausgebildete ausgebildeter examinierte examinierter
    angehender angehende freiberuflicher freiberufliche zelfstandig selbststandiger selbststandige qualified""".split()
)
# Words that end the name of a trade: small words and verbs of four languages.
STOPS = frozenset(
    """pendant durant tijdens gedurende during wahrend jarenlang in bij voor op aan van te uit met door om tot na sinds over tussen zonder tegen onder naar per tijdens en of maar want dat die dit deze de het een ik jij je hij zij ze wij we u mij me hem haar hun ons onze mijn zijn uw niet
    nog al ook nu toen dan er hier daar waar waarvoor waarbij waardoor is was ben bent waren heb heeft had hebben hadden kan kon kunnen moet moest zal zou wil wilde word wordt werd ging doe doet deed sta staat verdien verdient
    maak kreeg krijg kom kwam omdat terwijl hoewel wanneer als zodat geen wel meer veel heel zeer bijna reeds steeds vaak soms momenteel intussen ondertussen vandaag gisteren zelf
    chez pour par dans sur sous avec sans depuis vers entre contre et ou mais car donc que qui quoi dont ou ce cet cette ces le la les un une des du au aux je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta
    tes son sa ses notre nos votre vos ne pas plus y suis es est sommes etes sont etais etait ai as a avons avez ont avais avait peux peut dois doit veux veut vais va fait fais gagne lorsque quand si puisque parce afin tres trop bien
    aussi encore deja toujours jamais souvent actuellement maintenant hier
    at by with from to into onto since until for on over under and or but because so that which who whom whose this these those the a an i you he she it we they me him her us them my your his its our their not no am is are was were
    be been have has had do does did can could will would shall should may might must when while although though if where there here then now still also already always never often sometimes currently today yesterday
    beim bei fur von vom zu zum zur im am an auf aus mit nach uber unter vor seit durch gegen ohne um und oder aber denn sondern dass die der das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich mir ihm ihn
    uns euch mein meine meinen sein seine unser ihre nicht kein keine noch auch schon jetzt nun dann da hier dort wo bin bist ist sind war waren habe hat haben hatte kann konnte muss musste will wollte soll wird wurde werden
    weil obwohl wenn wahrend sehr derzeit heute gestern immer oft nie mehr jaar jahr ans years jahre jahren jaren year
    jarige jahrige jarigen jahriger jahrigen old oud alt verplicht gewoon samen alleen wekelijks dagelijks nachts onregelmatig""".split()
)
# Compounds of these are whom one meets at a counter: a trade only when it is said of a person.
OFFICIALS = (
    "commissaris", "commissaire", "bediende", "medewerker", "medewerkers", "medewerkster", "beheerder", "behandelaar", "ambtenaar", "ambtenaren", "inspecteur", "inspecteurs", "agent", "agenten", "controleur", "consulent", "assistent",
    "controleur", "controleurs", "kontrolleur", "inspector", "inspectors", "huissier", "bailiff", "beamter", "beamte", "beamten", "beamtin", "sachbearbeiter", "mitarbeiter", "inspektor", "berater", "verwalter", "leiter", "leiterin", "kraft", "deurwaarder", "rechter", "richter", "minister", "adviseur", "advocaat", "anwalt", "hulp",
)  # fmt: skip
NUMBERS = frozenset(
    """twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty zwei drei vier funf sechs sieben acht neun zehn elf zwolf funfzehn zwanzig dreissig vierzig""".split()
)
