"""Sentences with places for true values, four languages. {A.full} a name, {A.poss} its possessive, {d1:long} a date, {o1} an organisation …

{de A.first} writes the small word as French wants it before that very name.
"""

NL = """{A.Title} {A.full} klaagde op {d1:long} bij de ombudsman over de gemeente.|{A.First} vroeg de premie aan op {d1:weekday} en kreeg pas op {d2:long} antwoord.
{A.Title} {A.last} woont in de {address}.|{A.He} betaalde {amount} aan {o1} en schreef daarover naar de dienst.
De brief van {A.initials} van {d2:figures} bleef zonder antwoord.|{A.Poss} buurman belde verschillende keren met de dienst, ook op {d2:long}.
{B.full} is {B.kin} van {A.first} en hielp {A.him} met de papieren.|Volgens {B.title} {B.last} was het dossier {ref} nergens te vinden.
{A.INV} staat niet op de lijst van {d1:figures}.|Op {d3:weekday} kwam iemand van de dienst langs bij {A.first} in {t1}.
Sinds {d1:long} werkt {A.first} bij {o1} in {t2}, maar de dienst bleef brieven sturen naar {t1}.|Het geld werd gestort op rekening {iban}, en dat is niet die van {A.first}.
{C.Title} {C.last} van de dienst belde {A.first} op het nummer {phone}.|{A.First}, {A.age}, kreeg een boete van {amount}.
Als {A.last} had geweten wat {B.last} wist, had {A.he} nooit betaald.|{o1} bevestigde op {d3:long} dat {A.first} er werkt. {o1} stuurde ook een kopie.
De wagen met nummerplaat {plate} is van {C.full}, niet van {A.full}.|Het rijksregisternummer is {nrn}, schreef de dienst aan {A.title} {A.full}.
Ook {C.first} en {B.first} kregen op {d2:long} dezelfde brief.|{B.Poss} vraag werd op {d3:figures} beantwoord.
Tussen {d1:long} en {d3:long} hoorde {A.first} niets.|"Ik heb niets gekregen", zei {A.full} op {d2:weekday}.""".replace("\n", "|").split("|")  # fmt: skip
FR = """{A.Title} {A.full} a introduit une plainte le {d1:long} auprès de la commune.|L'avis {de A.first} est arrivé le {d2:long}.
{A.Title} {A.last} habite {address}.|{A.He} a payé {amount} à {o1} et l'a écrit au service.
La lettre {de A.initials} du {d2:figures} est restée sans réponse.|Le dossier {de A.first} et {de B.first} porte la référence {ref}.
{B.full} a aidé {A.first} à remplir les papiers.|Selon {B.title} {B.last}, rien n'était prêt avant le {d3:long}.
{A.INV} ne figure pas sur la liste du {d1:figures}.|Le {d3:weekday}, quelqu'un du service est passé chez {A.first} à {t1}.
Depuis le {d1:long}, {A.first} travaille chez {o1} à {t2}, mais les lettres vont à {t1}.|L'argent a été versé sur le compte {iban}, qui n'est pas celui {de A.first}.
{C.Title} {C.last} a appelé {A.first} au numéro {phone}.|{A.First}, qui a {A.age}, a reçu une amende {de amount}.
Le service dit {que A.first} a tort et {que B.first} a raison.|{o1} a confirmé le {d3:long} que c'était juste. La lettre de {o1} le montre.
La voiture immatriculée {plate} est à {C.full}, pas à {A.full}.|Le numéro national {nrn} n'est pas celui {de A.first}.
Lorsque {B.title} {B.last} a téléphoné, {A.first} était déjà {de t2:rentré}.|À la demande {de B.first}, le service a répondu le {d3:figures}.
Entre le {d1:long} et le {d3:long}, {A.first} n'a rien reçu.|« Je n'ai rien reçu », a dit {A.full} le {d2:weekday}.""".replace("\n", "|").split("|")  # fmt: skip
EN = """{A.Title} {A.full} complained on {d1:long} about the municipality.|{A.First} asked for the grant on {d1:weekday} and heard nothing until {d2:long}.
{A.Title} {A.last} lives at {address}.|{A.He} paid {amount} to {o1} and told the service so.
The letter from {A.initials} of {d2:figures} was never answered.|{A.Poss} neighbour phoned the service several times, also on {d2:long}.
{B.full} helped {A.first} with the papers.|According to {B.title} {B.last} the file {ref} could not be found.
{A.INV} is not on the list of {d1:figures}.|On {d3:weekday} someone from the service visited {A.first} in {t1}.
Since {d1:long}, {A.first} has worked for {o1} in {t2}, but the letters still went to {t1}.|The money went to account {iban}, which is not {A.poss}.
{C.Title} {C.last} rang {A.first} on {phone}.|{A.First}, who is {A.age}, was fined {amount}.
If {A.last} had known what {B.last} knew, {A.he} would not have paid.|{o1} confirmed on {d3:long} that this was right. {o1} sent a copy as well.
The car with number plate {plate} belongs to {C.full}, not to {A.full}.|The national number {nrn} is not that of {A.title} {A.last}.
{C.First} and {B.first} got the same letter on {d2:long}.|{B.Poss} question was answered on {d3:figures}.
Between {d1:long} and {d3:long}, {A.first} heard nothing.|"I got nothing," {A.full} said on {d2:weekday}.""".replace("\n", "|").split("|")  # fmt: skip
DE = """{A.Title} {A.full} beschwerte sich am {d1:long} über die Gemeinde.|{A.First} stellte den Antrag am {d1:weekday} und hörte bis zum {d2:long} nichts.
{A.Title} {A.last} wohnt in der {address}.|{A.He} zahlte {amount} an die {o1} und schrieb das dem Dienst.
Der Brief von {A.initials} vom {d2:figures} blieb ohne Antwort.|{A.Poss} Nachbar rief mehrmals an, auch am {d2:long}.
{B.full} half {A.first} mit den Papieren.|Nach Aussage von {B.full} war die Akte {ref} nicht zu finden.
{A.INV} steht nicht auf der Liste vom {d1:figures}.|Am {d3:weekday} kam jemand vom Dienst zu {A.first} nach {t1}.
Seit dem {d1:long} arbeitet {A.first} bei der {o1} in {t2}, doch die Briefe gingen nach {t1}.|Das Geld ging auf das Konto {iban}, das nicht {A.first} gehört.
{C.Title} {C.last} rief {A.first} unter der Nummer {phone} an.|{A.First} ist {A.age} und bekam eine Buße von {amount}.
Hätte {A.last} gewusst, was {B.last} wusste, dann wäre nichts bezahlt worden.|Die {o1} bestätigte das am {d3:long}. Auch danach schrieb die {o1} noch einmal.
Der Wagen mit dem Kennzeichen {plate} gehört {C.full}, nicht {A.full}.|Die Nationalregisternummer {nrn} ist nicht die von {A.first}.
Auch {C.first} und {B.first} bekamen am {d2:long} denselben Brief.|{B.Poss} Frage wurde am {d3:figures} beantwortet.
Zwischen dem {d1:long} und dem {d3:long} hörte {A.first} nichts.|„Ich habe nichts bekommen“, sagte {A.full} am {d2:weekday}.""".replace("\n", "|").split("|")  # fmt: skip
FR = [s.replace("était déjà {de t2:rentré}", "venait de raccrocher") for s in FR]
NL += """In {t1} zegt men dat {A.first} gelijk heeft en {B.first} niet.|De familie {A.last} verhuisde in {d1:month} van {t1} naar {t2}.
Aan {A.comma} werd op {d2:figures} niets terugbetaald.|Naam van de klager: {A.upper}.
{A.Poss} dochter woont in {country} en {B.poss} zoon in {t2}.|Bij {A.title} {A.last} thuis werd niemand gehoord, ook {B.first} niet.
Wie {A.first} kent, weet dat {A.he} nooit te laat betaalt.|{A.full} werkt als {A.job} en is {A.age}.
Tegen {A.first} zei de dienst iets anders dan tegen {B.title} {B.last}.|Wij bezochten {A.first} van {d1:day} tot {d3:long}.
{A.He} schreef vanaf {email} en kreeg geen antwoord.|Met dank aan {A.first}, {B.first} en {C.title} {C.last}.
{A.First} is geboren op {birth} en heeft drie kinderen.|Volgens een vriend uit {t2} woont {A.first} niet meer in {t1}, maar in {t2}.""".replace("\n", "|").split("|")  # fmt: skip
FR += """À {t1}, on dit {que A.first} a raison et {que B.first} se trompe.|Les {A.last} ont quitté {t1} pour {t2} en {d1:month}.
Rien n'a été remboursé à {A.comma} le {d2:figures}.|Nom du plaignant : {A.upper}.
La fille {de A.first} vit {au country} et le fils {de B.first} vient {de t2}.|Chez {A.title} {A.last}, personne n'a été entendu, pas même {B.first}.
Puisque {C.title} {C.last} l'a dit à {A.first}, personne n'en doute.|{A.full} est {A.job} et a {A.age}.
Le service a dit autre chose à {A.first} qu'à {B.title} {B.last}.|Nous avons vu {A.first} du {d1:day} au {d3:long}.
{A.He} a écrit depuis {email} sans recevoir de réponse.|Merci à {A.first}, à {B.first} et à {C.title} {C.last}.
{A.First} est {A.born} le {birth} et a trois enfants.|Un ami {de t1} a reçu {A.first} à la demande {de C.title} {C.last}.
Tout était réglé {lorsque A.first} a téléphoné, et {B.first} était déjà chez {C.title} {C.last}.|C'est {de A.first} et {de C.title} {C.last} qu'il s'agit.""".replace("\n", "|").split("|")  # fmt: skip
EN += """In {t1} they say that {A.first} is right and {B.first} is not.|The {A.last} family moved from {t1} to {t2} in {d1:month}.
Nothing was paid back to {A.comma} on {d2:figures}.|Name of the complainant: {A.upper}.
{A.Poss} daughter lives in {country} and {B.poss} son in {t2}.|Nobody was heard at {A.title} {A.poss_last} house, not even {B.first}.
{an t1} doctor wrote a note for {A.first}.|{A.full} is a {A.job} and is {A.age}.
The service told {A.first} something else than {B.title} {B.last}.|We saw {A.first} from {d1:day} to {d3:long}.
{A.He} wrote from {email} and had no answer.|Thanks to {A.first}, {B.first} and {C.title} {C.last}.
{A.First} was born on {birth} and has three children.|A friend from {t1} saw {A.first} because {C.title} {C.last} asked for it.""".replace("\n", "|").split("|")  # fmt: skip
DE += """In {t1} heißt es, dass {A.first} recht hat und {B.first} nicht.|Die Familie {A.last} zog im {d1:month} von {t1} nach {t2}.
An {A.comma} wurde am {d2:figures} nichts zurückgezahlt.|Name der beschwerdeführenden Person: {A.upper}.
{A.Poss} Tochter lebt in {country} und {B.poss} Sohn in {t2}.|Bei {A.dative} {A.last} wurde niemand gehört, auch {B.first} nicht.
Wer {A.first} kennt, weiß das.|{A.full} arbeitet als {A.job} und ist {A.age}.
Zu {A.first} sagte der Dienst etwas anderes als zu {B.dative} {B.last}.|Wir besuchten {A.first} vom {d1:day} bis zum {d3:long}.
{A.He} schrieb von {email} aus und bekam keine Antwort.|Mit Dank an {A.first}, {B.first} und {C.accusative} {C.last}.
{A.First} ist am {birth} geboren und hat drei Kinder.|Ein Freund aus {t1} empfing {A.first} auf Bitte von {C.dative} {C.last}.
Die Akte {A.genitive} {A.last} lag bei {C.dative} {C.last}.""".replace("\n", "|").split("|")  # fmt: skip
SENTENCES = {"nl": NL, "fr": FR, "en": EN, "de": DE}

TITLES = {
    "nl": {"f": "mevrouw", "m": "de heer"},
    "fr": {"f": "Mme", "m": "M."},
    "en": {"f": "Mrs", "m": "Mr"},
    "de": {"f": "Frau", "m": "Herr"},
}
HE = {
    "nl": {"f": "zij", "m": "hij"},
    "fr": {"f": "elle", "m": "il"},
    "en": {"f": "she", "m": "he"},
    "de": {"f": "sie", "m": "er"},
}
HIM = {
    "nl": {"f": "haar", "m": "hem"},
    "fr": {"f": "elle", "m": "lui"},
    "en": {"f": "her", "m": "him"},
    "de": {"f": "ihr", "m": "ihm"},
}
# The title in the cases that German bends it in.
BENT = {
    "dative": {"f": "Frau", "m": "Herrn"},
    "accusative": {"f": "Frau", "m": "Herrn"},
    "genitive": {"f": "von Frau", "m": "von Herrn"},
}
BORN = {"f": "née", "m": "né"}
KIN = {"f": "de buurvrouw", "m": "de buurman"}
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
YEARS = {"nl": "jaar", "fr": "ans", "en": "years old", "de": "Jahre alt"}
