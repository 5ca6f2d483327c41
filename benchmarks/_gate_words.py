"""Sentences and words of four languages from which the gate benchmark makes its cases. All invented."""

FIRST = (
    "Jan Marie Els Koen Fatima Youssef Ayşe Mehmet Anna Piotr Joana Rui Aminata Ousmane Linh Wei Chloé Luc Nathalie Pierre Greet Wim Sofie Tom "
    "Ilse Bart Amira Karim Elif Emre Katarzyna Marek Inês Tiago Awa Mamadou Julie Thomas Hilde Dirk Leen Stijn Nora Bilal Zehra Can Olga Ivan"
).split()
LAST = (
    "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters Dubois Lambert Martin Dupont Simon Laurent Leclercq Denis Lejeune "
    "Vandenbossche Verhaegen Vercruysse Deprez Cuypers Hermans Nijs Baert Callens Dehaene Geerts Lenaerts Meersman Neirynck Ost Pauwels Roelants "
    "Segers Tack Uyttendaele Verstraete Wuyts Benali Elhadi Yilmaz Demir Kowalski Nowak Ferreira Carvalho Diallo Ndiaye Tran Zhang Ivanov Popescu"
).split()
STREETS = "Kerkstraat Stationsstraat Molenweg Lindelaan Schoolstraat Beukendreef Nieuwstraat Veldstraat Dorpsstraat Parklaan".split()
RUES = [
    "rue de l'Église",
    "avenue des Tilleuls",
    "rue du Moulin",
    "rue Neuve",
    "chaussée de Mons",
    "rue de la Gare",
    "avenue du Parc",
]

PEOPLE = {
    "nl": "mijn buurman|mijn zus|een collega|mijn moeder|de conciërge|een vriendin|mijn huisbaas|de loketbediende|mijn schoonbroer|een kennis|de postbode|mijn dochter|onze syndicus|de huisarts|een maatschappelijk werkster|mijn boekhouder",
    "fr": "mon voisin|ma sœur|une collègue|ma mère|la concierge|une amie|mon propriétaire|l'employée du guichet|mon beau-frère|une connaissance|le facteur|ma fille|notre syndic|le médecin|une assistante sociale|mon comptable",
    "en": "my neighbour|my sister|a colleague|my mother|the caretaker|a friend|my landlord|the clerk at the desk|my brother-in-law|an acquaintance|the postman|my daughter|our managing agent|the doctor|a social worker|my accountant",
    "de": "mein Nachbar|meine Schwester|eine Kollegin|meine Mutter|der Hausmeister|eine Freundin|mein Vermieter|die Angestellte am Schalter|mein Schwager|ein Bekannter|der Briefträger|meine Tochter|unser Verwalter|der Hausarzt|eine Sozialarbeiterin|mein Buchhalter",
}
DID = {
    "nl": "vond {thing} in {where}|zag {thing} liggen naast {where}|nam een foto van {thing} bij {where}|bewaarde {thing} in {where}|bracht {thing} naar {where}|vergat {thing} in {where}|wees mij op {thing} achter {where}|herinnert zich {thing} voor {where}",
    "fr": "a trouvé {thing} dans {where}|a vu {thing} à côté de {where}|a photographié {thing} près de {where}|a gardé {thing} dans {where}|a apporté {thing} vers {where}|a oublié {thing} dans {where}|m'a montré {thing} derrière {where}|se souvient de {thing} devant {where}",
    "en": "found {thing} in {where}|saw {thing} lying beside {where}|took a picture of {thing} near {where}|kept {thing} in {where}|brought {thing} to {where}|forgot {thing} in {where}|pointed out {thing} behind {where}|remembers {thing} in front of {where}",
    "de": "fand {thing} in {where}|sah {thing} neben {where}|fotografierte {thing} bei {where}|bewahrte {thing} in {where} auf|brachte {thing} zu {where}|vergass {thing} in {where}|zeigte mir {thing} hinter {where}|erinnert sich an {thing} vor {where}",
}
THINGS = {
    "nl": "een blauwe map|de oude sleutel|een stapel enveloppen|het kapotte toestel|een houten kist|de rode fiets|een natte doos|het bonnetje|een gescheurde affiche|de gele sticker|een plastic zak|het verweerde bord|een USB-stick|de kaart met stempel|een roze formulierhoes|het ingelijste attest|een gebarsten ruit|de ladder|een zwarte koffer|het logboek",
    "fr": "un classeur bleu|la vieille clé|une pile d'enveloppes|l'appareil cassé|une caisse en bois|le vélo rouge|une boîte mouillée|le ticket|une affiche déchirée|l'autocollant jaune|un sac en plastique|le panneau abîmé|une clé USB|la carte tamponnée|une pochette rose|le cadre|une vitre fêlée|l'échelle|une valise noire|le carnet de bord",
    "en": "a blue folder|the old key|a pile of envelopes|the broken device|a wooden crate|the red bike|a wet box|the receipt|a torn poster|the yellow sticker|a plastic bag|the weathered sign|a USB stick|the stamped card|a pink sleeve|the framed paper|a cracked window|the ladder|a black suitcase|the logbook",
    "de": "eine blaue Mappe|den alten Schlüssel|einen Stapel Umschläge|das kaputte Gerät|eine Holzkiste|das rote Rad|einen nassen Karton|die Quittung|ein zerrissenes Plakat|den gelben Aufkleber|eine Plastiktüte|das verwitterte Schild|einen USB-Stick|die gestempelte Karte|eine rosa Hülle|den Rahmen|eine gesprungene Scheibe|die Leiter|einen schwarzen Koffer|das Logbuch",
}
WHERES = {
    "nl": "de kelder|de inkomhal|het tuinhuis|de garage|de wachtzaal|het trappenhuis|de brievenbus|het archief|de berging|de achterbouw|het containerpark|de traphal|de fietsenstalling|het kantoor|de keuken",
    "fr": "la cave|le hall d'entrée|l'abri de jardin|le garage|la salle d'attente|la cage d'escalier|la boîte aux lettres|les archives|le débarras|l'annexe|le recyparc|le couloir|le local à vélos|le bureau|la cuisine",
    "en": "the cellar|the entrance hall|the garden shed|the garage|the waiting room|the stairwell|the letter box|the archive|the storeroom|the annexe|the recycling yard|the corridor|the bike shed|the office|the kitchen",
    "de": "dem Keller|der Eingangshalle|dem Gartenhaus|der Garage|dem Wartesaal|dem Treppenhaus|dem Briefkasten|dem Archiv|der Abstellkammer|dem Anbau|dem Recyclinghof|dem Flur|dem Fahrradkeller|dem Büro|der Küche",
}

# Slots: topic body town date date2 amount age job months name street nr phone iban ref
COMPLAINT = {
    "nl": [
        "Mijn naam is {name} en ik woon in de {street} {nr} in {town}.",
        "Ik ben {age} jaar, ik ben {family} en ik werk als {job}.",
        "Op {date} diende ik bij {body} een aanvraag in over {topic}.",
        "Op {date} kreeg ik van {body} een brief over {topic}.",
        "Volgens de dienst moet ik {amount} euro betalen, en dat begrijp ik niet.",
        "Ik stuurde op {date2} een e-mail met alle documenten, maar ik kreeg geen antwoord.",
        "Ik wacht nu al {months} maanden op een beslissing.",
        "Aan de telefoon zei men mij dat mijn dossier {ref} zoek was.",
        "Daarna weigerde de dienst mijn aanvraag omdat een bewijsstuk te laat kwam.",
        "Ik heb het bedrag uit voorzichtigheid al betaald, vanaf rekening {iban}.",
        "Door dit alles kan ik mijn huur niet betalen en slaap ik slecht.",
        "Ik ging ook langs aan het loket, maar daar stuurde men mij door naar een andere dienst.",
        "U kunt mij bereiken op {phone}.",
        "Ik vraag dat de dienst zijn fout rechtzet en mij het geld terugbetaalt.",
    ],
    "fr": [
        "Je m'appelle {name} et j'habite {street} {nr} à {town}.",
        "J'ai {age} ans, je suis {family} et je travaille comme {job}.",
        "Le {date}, j'ai introduit auprès de {body} une demande concernant {topic}.",
        "Le {date}, j'ai reçu de {body} un courrier concernant {topic}.",
        "D'après le service, je dois payer {amount} euros, et je ne comprends pas pourquoi.",
        "J'ai envoyé le {date2} un courriel avec tous les documents, mais je n'ai reçu aucune réponse.",
        "J'attends une décision depuis {months} mois.",
        "Au téléphone, on m'a dit que mon dossier {ref} était perdu.",
        "Ensuite le service a refusé ma demande parce qu'une preuve était arrivée trop tard.",
        "Par prudence, j'ai déjà payé la somme depuis le compte {iban}.",
        "À cause de tout cela, je ne peux plus payer mon loyer et je dors mal.",
        "Je me suis aussi présentée au guichet, mais on m'a renvoyée vers un autre service.",
        "Vous pouvez me joindre au {phone}.",
        "Je demande que le service corrige son erreur et me rembourse.",
    ],
    "en": [
        "My name is {name} and I live at {nr} {street} in {town}.",
        "I am {age} years old, I am {family} and I work as {job}.",
        "On {date} I made an application to {body} about {topic}.",
        "On {date} I received a letter from {body} about {topic}.",
        "The service says that I must pay {amount} euros, and I do not understand why.",
        "On {date2} I sent an email with all the documents, but I got no reply.",
        "I have been waiting {months} months for a decision.",
        "On the phone they told me that my file {ref} was lost.",
        "Then the service refused my application because one proof came too late.",
        "To be safe I have already paid the sum from account {iban}.",
        "Because of all this I cannot pay my rent and I sleep badly.",
        "I also went to the counter, but there they sent me on to another office.",
        "You can reach me on {phone}.",
        "I ask the service to put its mistake right and to refund me.",
    ],
    "de": [
        "Mein Name ist {name} und ich wohne {street} {nr} in {town}.",
        "Ich bin {age} Jahre alt, ich bin {family} und arbeite als {job}.",
        "Am {date} habe ich bei {body} einen Antrag zum Thema {topic} gestellt.",
        "Am {date} bekam ich von {body} einen Brief zum Thema {topic}.",
        "Laut der Dienststelle muss ich {amount} Euro bezahlen, und ich verstehe nicht warum.",
        "Ich habe am {date2} eine E-Mail mit allen Unterlagen geschickt, aber keine Antwort erhalten.",
        "Ich warte nun schon {months} Monate auf eine Entscheidung.",
        "Am Telefon sagte man mir, meine Akte {ref} sei verloren.",
        "Danach lehnte die Dienststelle meinen Antrag ab, weil ein Nachweis zu spät kam.",
        "Vorsichtshalber habe ich den Betrag schon vom Konto {iban} bezahlt.",
        "Wegen all dem kann ich meine Miete nicht bezahlen und schlafe schlecht.",
        "Ich war auch am Schalter, aber dort schickte man mich zu einer anderen Stelle weiter.",
        "Sie erreichen mich unter {phone}.",
        "Ich bitte darum, dass die Dienststelle ihren Fehler berichtigt und mir das Geld erstattet.",
    ],
}
DECISION = {
    "nl": [
        "De ombudsdienst nam contact op met {body} over {topic}.",
        "De dienst antwoordde op {date2} dat er een fout in de verwerking was gebeurd.",
        "De beslissing werd herzien en {amount} euro werd terugbetaald.",
        "De dienst bleef bij zijn standpunt en verwees naar het reglement.",
        "De klacht is gegrond: de redelijke termijn werd niet nageleefd.",
        "De klacht is niet gegrond: de dienst paste de regels correct toe.",
    ],
    "fr": [
        "L'ombudsman a pris contact avec {body} au sujet de {topic}.",
        "Le service a répondu le {date2} qu'une erreur de traitement s'était produite.",
        "La décision a été revue et {amount} euros ont été remboursés.",
        "Le service a maintenu sa position et s'est référé au règlement.",
        "La plainte est fondée : le délai raisonnable n'a pas été respecté.",
        "La plainte n'est pas fondée : le service a appliqué les règles correctement.",
    ],
    "en": [
        "The ombudsman contacted {body} about {topic}.",
        "The service replied on {date2} that a processing error had occurred.",
        "The decision was revised and {amount} euros were refunded.",
        "The service kept to its position and referred to the regulations.",
        "The complaint is upheld: the reasonable time was not respected.",
        "The complaint is not upheld: the service applied the rules correctly.",
    ],
    "de": [
        "Die Ombudsstelle wandte sich an {body} zum Thema {topic}.",
        "Die Dienststelle antwortete am {date2}, dass ein Bearbeitungsfehler vorlag.",
        "Die Entscheidung wurde geändert und {amount} Euro wurden erstattet.",
        "Die Dienststelle blieb bei ihrem Standpunkt und verwies auf die Vorschriften.",
        "Die Beschwerde ist begründet: die angemessene Frist wurde nicht eingehalten.",
        "Die Beschwerde ist nicht begründet: die Dienststelle hat die Regeln richtig angewandt.",
    ],
}
# The same, told by a writer in words of her own. Slots are filled at the grain of the level.
STORY = {
    "nl": [
        "{who} klopte {when} aan bij {bodyish} voor {topic}.",
        "Maandenlang bleef het stil: brieven en mails kregen geen reactie.",
        "Plots lag er een rekening van {money} in de bus.",
        "Het dossier bleek intern kwijtgeraakt te zijn.",
        "Een papier zou te laat zijn ingediend, en dus volgde een weigering.",
        "Aan de balie werd men van de ene naar de andere doorgestuurd.",
        "Na bemiddeling gaf de overheid de vergissing toe en kwam het geld terug.",
        "Zo'n situatie toont hoe belangrijk een tijdig antwoord is.",
    ],
    "fr": [
        "{who} s'est adressé {when} à {bodyish} pour {topic}.",
        "Des mois de silence ont suivi : ni lettre ni courriel n'ont eu de suite.",
        "Puis une facture de {money} est arrivée.",
        "Le dossier s'était égaré en interne.",
        "Une pièce serait arrivée hors délai, d'où un refus.",
        "Au comptoir, on se renvoyait la balle.",
        "Après médiation, l'administration a reconnu sa méprise et l'argent est revenu.",
        "Cette histoire montre l'importance d'une réponse à temps.",
    ],
    "en": [
        "{who} turned {when} to {bodyish} for {topic}.",
        "Months of silence followed: neither letters nor mails had any effect.",
        "Then a bill for {money} arrived.",
        "It turned out that the dossier had gone astray inside the office.",
        "One paper was said to have come in late, hence a refusal.",
        "At the desk people were passed from one to the next.",
        "After mediation the authority admitted its slip and the money came back.",
        "It shows how much a timely answer matters.",
    ],
    "de": [
        "{who} wandte sich {when} an {bodyish} wegen {topic}.",
        "Monatelanges Schweigen folgte: weder Briefe noch Mails bewirkten etwas.",
        "Dann kam eine Rechnung über {money}.",
        "Der Vorgang war intern abhandengekommen.",
        "Ein Papier sei verspätet eingereicht worden, daher die Ablehnung.",
        "Am Schalter wurde man von einem zum anderen geschickt.",
        "Nach einer Vermittlung räumte die Behörde ihr Versehen ein und das Geld kam zurück.",
        "Das zeigt, wie wichtig eine rechtzeitige Antwort ist.",
    ],
}
FAMILIES = {
    "nl": "alleenstaand|getrouwd|gescheiden|weduwe|alleenstaande moeder van twee kinderen|vader van drie kinderen|samenwonend",
    "fr": "célibataire|mariée|divorcée|veuve|mère seule de deux enfants|père de trois enfants|cohabitante",
    "en": "single|married|divorced|a widow|a single mother of two children|a father of three children|cohabiting",
    "de": "ledig|verheiratet|geschieden|Witwe|alleinerziehend mit zwei Kindern|Vater von drei Kindern|zusammenlebend",
}
PERSON = {"nl": "De verzoeker", "fr": "Le plaignant", "en": "The complainant", "de": "Die betroffene Person"}
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
GENERAL = {
    "nl": [
        "Elk jaar krijgt de ombudsdienst klachten over trage antwoorden.",
        "Wie een beslissing krijgt, wil begrijpen waarom ze genomen werd.",
        "Een duidelijke brief voorkomt veel misverstanden.",
        "In {year} vroegen wij de overheden om hun termijnen beter te bewaken.",
        "Sommige diensten pasten hun werkwijze aan na onze opmerkingen.",
        "Mensen weten vaak niet bij welk loket ze terechtkunnen.",
        "Een fout toegeven is geen schande; ze herstellen is een plicht.",
        "Vertrouwen komt te voet en gaat te paard.",
    ],
    "fr": [
        "Chaque année, l'ombudsman reçoit des plaintes au sujet de réponses tardives.",
        "Celui qui reçoit une décision veut comprendre pourquoi elle a été prise.",
        "Une lettre claire évite bien des malentendus.",
        "En {year}, nous avons demandé aux administrations de mieux surveiller leurs délais.",
        "Certains services ont adapté leurs méthodes après nos remarques.",
        "Les gens ne savent souvent pas à quel guichet s'adresser.",
        "Reconnaître une erreur n'est pas une honte ; la réparer est un devoir.",
        "La confiance se gagne lentement.",
    ],
    "en": [
        "Every year the ombudsman receives complaints about slow answers.",
        "Whoever receives a decision wants to understand why it was taken.",
        "A clear letter prevents many misunderstandings.",
        "In {year} we asked the authorities to watch their deadlines better.",
        "Some services changed their way of working after our remarks.",
        "People often do not know which counter to turn to.",
        "Admitting a mistake is no shame; putting it right is a duty.",
        "Trust is won slowly.",
    ],
    "de": [
        "Jedes Jahr erhält die Ombudsstelle Beschwerden über langsame Antworten.",
        "Wer einen Bescheid bekommt, will verstehen, warum er so ausfiel.",
        "Ein klarer Brief verhindert viele Missverständnisse.",
        "Im Jahr {year} baten wir die Behörden, ihre Fristen besser zu überwachen.",
        "Einige Stellen haben ihre Arbeitsweise nach unseren Hinweisen geändert.",
        "Viele wissen nicht, an welchen Schalter sie sich wenden können.",
        "Einen Fehler zuzugeben ist keine Schande; ihn zu beheben ist Pflicht.",
        "Vertrauen wächst langsam.",
    ],
}
