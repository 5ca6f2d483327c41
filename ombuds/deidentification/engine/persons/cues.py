"""Words that announce a person, and words that are never one. All in plain form (lower case, no accents)."""

# A title is not part of the name; what follows it is one, whatever it looks like.
TITLES = frozenset(
    """mevrouw mevr mw mej mejuffrouw juffrouw heer dhr meneer mijnheer mister mr mrs ms miss sir sirs madam madame mme mmes mlle mademoiselle
    monsieur mm messieurs maitre frau herr herrn fraulein dr docteur doctor dokter doktor prof professor professeur weduwe veuve widow witwe
    familie famille fam zuster pater sieur consorts echtpaar juf drs""".split()
)
# Titles only when written so: 'M.' and 'Me' in French, 'Ing.', 'Ir.', 'Mtr.'.
SHORT_TITLES = frozenset("m me mtr ing ir lic mgr fr hr wwe vve wed ra".split())
# How the name of a file ends: it stands where a family name would stand.
FILE_ENDINGS = frozenset(
    "pdf png jpg jpeg gif heic doc docx odt xls xlsx ods csv zip eml msg mov wav html xml".split()
)

# People by what they are to the writer or in the case: what follows with a capital is most likely their name.
ROLES = frozenset(
    """man vrouw zoon zoontje dochter dochtertje broer zus zusje moeder vader mama papa oma opa tante nonkel oom neef nicht partner echtgenoot
    echtgenote ex kleinzoon kleindochter kleinkind schoonmoeder schoonvader schoonzoon schoondochter schoonbroer schoonzus peter meter buurman
    buurvrouw buur vriend vriendin collega collegas baas vriendje broertje kind kindje baby tweeling stiefzoon stiefdochter stiefvader pleegzoon
    dossierbeheerder dossierbeheerster medewerker medewerkster ambtenaar verzoeker verzoekster klager klaagster eiser eiseres verweerder verweerster
    betrokkene genaamde ondergetekende bewoner bewoonster huurder huurster verhuurder bovenbuur onderbuur bovenbuurvrouw onderbuurvrouw client clienten clienten klant schoonzusje patient patiente leerling leerlinge huisarts arts werker werkster
    consulent consulente loketbediende begunstigde getuige verdachte slachtoffer bestuurder inspecteur hoofdinspecteur inspectrice commissaris agent
    agente advocaat advocate notaris rechter deurwaarder gerechtsdeurwaarder bewindvoerder voogd griffier contactpersoon behandelaar mandataris
    leerkracht leraar lerares meester begeleider begeleidster verpleger verpleegster kinesist tandarts psycholoog psychologe namens
    mari femme fils fille frere soeur mere pere maman papy mamie oncle cousin cousine neveu niece epoux epouse compagnon compagne conjoint conjointe
    voisin voisine ami amie collegue petit-fils belle-mere beau-pere belle-soeur beau-frere parrain marraine grand-mere grand-pere bebe enfant
    gestionnaire plaignant plaignante requerant requerante demandeur demanderesse defendeur defenderesse interesse interessee nomme nommee denomme
    denommee soussigne soussignee locataire proprietaire eleve assistant assistante medecin prepose preposee temoin victime conducteur conductrice
    avocat avocate notaire juge huissier inspectrice commissaire tuteur tutrice mandataire instituteur institutrice infirmier infirmiere psychologue dentiste
    husband wife son daughter brother sister mother father mum mom dad uncle aunt nephew niece spouse neighbour neighbor friend colleague
    stepson stepdaughter grandson granddaughter grandmother grandfather boyfriend girlfriend fiance fiancee complainant applicant caseworker officer clerk
    undersigned tenant landlord pupil witness victim driver named called solicitor barrister notary judge bailiff inspector sergeant constable
    guardian trustee teacher nurse dentist psychologist claimant landlady boss manager supervisor roommate flatmate lodger babysitter cleaner plumber
    proprio proprios bailleur bailleresse patron patronne chef concierge colocataire kine garagiste plombier facteur nounou gardienne
    inspektor inspektorin kommissar kommissarin gerichtsvollzieher gerichtsvollzieherin kunde kundin customer eigentumer eigentumerin besitzer besitzerin bewohner bewohnerin vetter klient klienten klientin inhaber inhaberin mann sohn tochter bruder schwester mutter vater onkel tante cousin cousine neffe nachbar nachbarin freund freundin kollege kollegin
    partnerin ehemann ehefrau beschwerdefuhrer beschwerdefuhrerin antragsteller antragstellerin sachbearbeiter sachbearbeiterin betroffene betroffener unterzeichnete
    unterzeichneter schuler schulerin mieter mieterin vermieter zeuge zeugin arzt arztin anwalt rechtsanwalt rechtsanwaltin notar richter
    polizist lehrer lehrerin enkel enkelin schwager schwagerin lebensgefahrte lebensgefahrtin namens genannte klager klagerin mandant mandantin
    greffier greffiere voorzitter burgemeester bourgmestre secretaris secretaire directeur directrice echevin schepen lid membre member mitglied
    huisbaas huisbazin bailleur bailleresse proprio concierge vermieterin hausmeister hausmeisterin caretaker aannemer entrepreneur werfleider controleur controleuse kontrolleur kontrolleurin schoffe schoffin ratsmitglied
    vorsitzende vorsitzender justiziar counsel raadsman raadsvrouw woordvoerder woordvoerster porte-parole spokesman spokeswoman sprecher sprecherin handler ouders parents eltern""".split()
)

# 'Naam:', 'Nom :' and the like: what follows on the line is the name.
LABELS = frozenset(
    """naam voornaam voornamen achternaam familienaam meisjesnaam roepnaam naamplaatje nom prenom prenoms patronyme name firstname surname lastname forename vorname
    vornamen nachname familienname geburtsname contactpersoon contact aanvrager aanvraagster demandeur applicant antragsteller klager klaagster plaignant
    plaignante complainant beschwerdefuhrer beschwerdefuhrerin betrokkene betroffene betroffener patient leerling eleve pupil getekend signe signed gez getuige temoin witness zeuge
    dossierbeheerder dossierbeheerster gestionnaire caseworker sachbearbeiter sachbearbeiterin afzender expediteur sender absender bestemmeling destinataire recipient
    empfanger van aan from to de a an von cc bcc tav attn ontvanger beller appelant caller anrufer melder verzoeker verzoekster requerant requerante
    eigenaar proprietaire owner huurder locataire tenant mieter partner echtgenoot conjoint spouse ouder parent begunstigde beneficiaire beneficiary rekeninghouder titulaire
    holder kontoinhaber opsteller auteur author verfasser interlocuteur correspondent ansprechpartner ansprechpartnerin kontaktperson kontakt back rappeler terugbellen par door gesprekspartner aanwezig aanwezigen
    presents present anwesend verslaggever rapporteur moeder vader mere pere mother father mutter vater kind enfant child""".split()
)

SALUTATIONS = frozenset(
    """beste geachte dag hallo hey hoi hi hello dear bonjour cher chere chers cheres bonsoir salut liebe lieber geehrte geehrter lieve goeiedag goedendag
    goedemorgen goedemiddag goedenavond morgen moien hola ciao merci bedankt thanks dank""".split()
)

# Ends of letters: the next short lines hold the name of the writer.
CLOSINGS = (
    "groet", "groeten", "groetjes", "hoogachtend", "hoogachting", "cordialement", "salutations", "bien a vous", "sinceres", "respectueusement", "amicalement",
    "kind regards", "best regards", "regards", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "best wishes", "mit freundlichen grussen",
    "freundliche grusse", "mit freundlichem gruss", "hochachtungsvoll", "grusse", "gruss", "mfg", "mvg", "vriendelijke groet", "met achting", "getekend", "signe", "signed",
    "gezien", "handtekening", "signature", "unterschrift", "alvast bedankt", "dank bij voorbaat", "merci d'avance", "d'avance merci", "many thanks", "vielen dank", "cdlt", "bav", "bien cordialement",
)  # fmt: skip

SPEECH = frozenset(
    """zegt zei verklaart verklaarde vertelt vertelde schreef schrijft antwoordt antwoordde meldt meldde vraagt vroeg stelt stelde belde belt heeft kreeg krijgt
    wil wilde woont woonde werkt werkte diende ontving vindt klaagt klaagde dit declare declara explique ecrit raconte affirme repond demande travaille habite souhaite
    zucht zuchtte lacht huilt denkt herinnert hoopt soupire raconte sourit espere confie sighs sighed remembers hopes seufzt seufzte hofft erinnert
    says said told tells wrote writes explained explains asked asks stated states replied lives works received called sagt sagte erklart erklarte schrieb
    schreibt antwortete fragt fragte berichtet berichtete wohnt arbeitet mochte""".split()
)

ACTS = frozenset(
    """heeft had is was wordt werd kan wil zal moet deed avait est etait sera peut veut doit has did hat hatte ist war wird kann will soll muss
    does could would doesn didn isn wasn""".split()
)

# After these a lone unknown capitalised word is a place rather than a person.
# What follows a person who does something, beyond ACTS and SPEECH: 'Hermann verneint', 'Müller habe', 'Ooms voert aan'.
DEEDS = (
    ACTS
    | SPEECH
    | frozenset(
        """takes neemt prend ubernimmt rings ruft comes komt vient kommt goes gaat va geht were are pretend pretendit affirme propose proposa verliert verlor verloor stelt stellt stellte stelde lost perdu wohnt never habe sei werde konne musse solle wolle verneint verneinte bestreitet bestritt bestatigt bestatigte behauptet behauptete meint meinte notiert notierte weigert weigerte tragt
    betwist betwistte ontkent ontkende bevestigt bevestigde beweert beweerde noteert noteerde weigert weigerde voert voerde aanvoert meent meende licht
    conteste contesta nie nia confirme confirma soutient maintient soutenait note nota refuse refusa comparait
    denies denied disputes disputed confirms confirmed claims claimed maintains maintained notes noted refuses refused argues argued submits submitted""".split()
    )
)

LOCATIVES = frozenset("in te nabij uit en vers nach aus near omgeving wonende habitant domicilie".split())

PARTICLES = frozenset(
    """van von vom zum zur den der de het la le les du des d t ten ter te el al ben bin bint ibn ait ould abou abu abd da das do dos di del della dello degli delle dal
    lo op y e mac mc o m n wa ya st san santa saint sainte af av zu vande vanden vander in""".split()
)
# Particles that are hardly ever anything else: they begin a name even in lower case.
SURE_PARTICLES = frozenset(
    "el al ben bin bint ibn ait ould abou abu mac mc della dello degli dos vanden vander vande".split()
)

# After one of these a capitalised word is a thing rather than a person.
DETERMINERS = {
    "nl": frozenset("de het een deze dit die dat uw onze".split()),
    "fr": frozenset("le la les un une des du au aux l ce cette notre votre".split()),
    "en": frozenset("the a an this that your our".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer dieser diese dieses".split()),
}
# Before these names of months and days: 'in April', 'sinds mei', 'début août'.
BEFORE_DAYS = frozenset(
    """in on since until till of from by early late mid next last en de du d depuis fin debut mi jusqu avant apres sinds tot vanaf begin eind einde half van voor na op
    im am ab seit bis anfang ende mitte vom jeden every each elke chaque le the this dit deze ce diesen""".split()
)
POSSESSIVES = frozenset(
    """mijn zijn haar ons onze uw jouw hun mon ma mes son sa ses notre votre leur my your his her our their mein meine meinem meinen meiner sein seine seinem seinen
    seiner ihr ihre ihrem ihren ihrer unser unsere unserem unseren unserer euer eure dessen deren diens wiens""".split()
)
SPEAKING = frozenset(
    "spreekt spreek spreken sprak in het en le parle parlez parler speaks speak spoke spricht spreche sprechen auf leert apprend learns lernt".split()
)
LANGUAGE_NAMES = frozenset(
    """frans engels duits spaans turks arabisch nederlands german french english dutch italian francais anglais allemand neerlandais italien espagnol arabe
    englisch deutsch franzosisch niederlandisch""".split()
)
CONJUNCTIONS = frozenset("en et and und of ou or oder met avec with mit plus".split())
# Months, days and a few words more that are names when a name or a title stands beside them.
NAMES_OF_DAYS = frozenset(
    """januari februari maart april mei juni juli augustus september oktober november december janvier fevrier mars avril mai juin juillet aout
    january february march may june july august october januar februar marz maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi
    mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonntag noel engels paques easter ostern brussel brussels ville stad court post council mediatrice vith corona french english german""".split()
)

# The smallest words of each language: no name in that language, but An, Son, Do and Mi are names elsewhere.
SMALL = {
    "nl": frozenset(
        """ik u uw jij je wij we zij ze hij het de een dit dat deze die er en of maar want dus als toen na voor bij met op in uit van aan om te tot naar over onder door zonder volgens
        ook niet geen nog al reeds""".split()
    ),
    "en": frozenset(
        """i you he she it we they the a an this that these those and or but if when after before with on in at of from to by for without according my our your his her their
        as so do also now not yes no im can""".split()
    ),
    "fr": frozenset(
        """je tu il elle nous vous ils elles on le la les un une des ce cet cette ces et ou mais si quand apres avant avec sur dans chez par pour sans selon mon ma mes notre nos votre vos son sa ses
        qui que quoi dont ou leur leurs est sont aucun aucune vu si ne pas merci bisous""".split()
    ),
    "de": frozenset(
        """ich du er sie es wir ihr der die das ein eine einen einem einer und oder aber wenn als nach vor mit auf bei von zu fur ohne laut mein meine unser unsere seine ihre
        auch nicht kein mir mich uns so wen wem mal dann""".split()
    ),
}
# At the start of a sentence before a name these say how somebody is, they are no part of the name.
BEFORE_NAMES = frozenset(
    "young old little poor dear jonge oude kleine arme jeune vieux petit petite pauvre junge alte kleine thanks merci bisous bedankt danke dank".split()
)

# Never a name or a part of one, whatever their capital.
STOP = frozenset(
    """januari februari maart april mei juni juli augustus september oktober november december janvier fevrier mars avril mai juin juillet aout septembre octobre
    novembre decembre audi peugeot volkswagen toyota samsung huawei thalys eurostar pfizer moderna dafalgan itsme myminfin muslim muslims kine kines aujourd presqu quelqu jusqu lorsqu puisqu january february march may june july august october januar februar marz oktober dezember
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday
    sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    hierbij bijlage bijlagen betreft onderwerp annexe annexes concerne objet subject re fwd fw tr rv wg aw betreff anlage anlagen
    ombudsman ombudsmann ombudsmanns ombudsvrouw ombudsdienst mediateur mediatrice mediation ombuds ombudsfrau burgemeester bourgmestre burgermeister burgermeisterin schepen echevin echevine minister ministre
    voorzitter president presidente prasident directeur directrice direktor secretaris secretaire gemeente commune gemeinde stad ville stadt city town
    ocmw cpas oszh fod spf fps rva onem rvv cgra ccge nmbs sncb mivb stib tec vdab forem actiris rsz onss riziv inami famifed fedasil vlabel dienst service
    politie police polizei politiezone parket parquet rechtbank tribunal gericht hof cour court raad conseil rat vlaanderen wallonie wallonien brussel bruxelles brussels belgie belgique
    belgium belgien europa europe euro eur nv bv sa srl sprl asbl vzw gmbh ltd bvba cvba cv scrl vof snc ag inc plc llc
    ledige lediger ledigen covid ean mwst ust ustid ustidnr idnr lfd internet wifi facebook whatsapp google gmail hotmail outlook instagram iban bic btw tva kbo bce pc gsm tel fax email mail mailto handy attache sms pdf nr art
    pasen kerstmis paques christmas easter weihnachten ostern ramadan god dieu gott allah
    vith aub corona rgds ive dont cant wont didnt doesnt isnt wasnt thats whats id ill youre theyre theres english dutch french german italian spanish engels duits mvg mfg cdt bav pls thx tks grtz gr vrgr fyi asap mbt tav ivm vb sos mir lijn post court council
    naam voornaam nom prenom name vorname nachname adres adresse address anschrift datum date telefoon telephone phone telefon""".split()
)

# Given names that are also listed as words, but hardly ever occur as such: a name also at the start of a sentence.
HARDLY_WORDS = frozenset(
    """jan jean bert tom marc mark piet pierre bram els luc claude rob kris hans frank max jack jim john bob bill nick peter paul piet kees jos jef marie louis charles
    martin michel robert richard roger albert victor hugo oscar felix leo anna eva maria martha laura emma julia sara lisa nina olga karel joris stijn dirk klaas
    pieter jules henri alex sam ben dan tim kim lea julie lucie alice louise jeanne anne agnes rita nadia sonia monica veronica jacob isaac daniel simon david joseph
    adam noel francis patrick didier fons jaak toon staf wim wout bart gert geert guido ivo koen lode mil pol ria riet roel stan ward jens lars sven finn lena lotte
    fien floor heidi hilde inge karin lies mia miet nele noor renate saar tine trui elsje mieke dries seppe warre arne milan bas gijs teun thijs ali omar aziz karim malik hassan
    olivier roosje rosalie sofie merel roos robin klaus ernst horst bernd heinz uwe jurgen""".split()
)
