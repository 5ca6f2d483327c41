"""Words that no pattern is about: small words of Dutch, French, English and German, and what every complaint says."""

from ombuds.lib.text import words

_SMALL = """
aan aangezien achter af al alle alleen allemaal alles als altijd ander andere anders behalve bent ben beter bij bijna binnen blijft blijven buiten daar
daarna daarom daardoor dan dat de deze die dit doch doe doen doet door dus echt een eens eerste eigen eindelijk elk elke en enkel enkele er
erg ergens ervan even gaan gaat ge geen gegaan gehad geweest gewoon graag haar had hadden heb hebben hebt heeft helemaal hem hen
het hier hij hoe hoewel hun iedereen ieder iemand iets ik in inmiddels is ja jaar jaren je jij jou jouw juist kan keer klopt komen komt kon konden kreeg kregen krijg krijgen
krijgt kunnen kunt kwam laat laatste lang later liet ligt maanden maar maken maakt me meer men met mij mijn moest moet moeten mogen mag
na naar nadat net niet niemand niets nieuwe nog nooit nu of om omdat onder ons onze ooit ook op opnieuw over pas plots precies
reeds samen sinds slechts sommige staat staan steeds stond te tegen telkens ten ter terug terwijl tijdens toch toe toen tot totdat tussen twee drie
u uit uw van vanaf vanaf veel verder vol volgens voor vooral vorig vorige waar waarom waardoor wanneer want waren was wat weer weet weg wegens weken
wel welke werd werden wie wij wil willen word worden wordt wou zal ze zeer zeg zegt zei zeggen zelf zelfs zich zij zijn zit zo zoals
zodat zonder zou zouden zowel zullen vraag vraagt vragen gevraagd dag dagen week maand ene alweer amper zomaar gaf geeft geven gegeven
januari februari maart april mei juni juli augustus september oktober november december
a afin ai ainsi alors apres as au aucun aucune aujourd aupres aurait aussi autre autres aux avait avant avec avez avoir avons bien car ce ceci cela celle
celui cependant ces cet cette ceux chaque chez ci comme comment contre d dans de depuis derniere dernier des deux trois devant deja dire dit
doit dois doivent donc dont du elle elles en encore enfin ensuite entre es est et etaient etait ete etes etre eu eux fait faire faut fois font fut
grand grande hui ici il ils j jamais je jour jours jusqu juste l la laquelle le lequel les leur leurs lors lorsque lui ma mais malgre me meme memes mes mieux mis
moi moins mois mon n ne ni non nos notre nous nouveau nouvelle on ont ou par parce parfois pas pendant peu peut peux peuvent plus plusieurs plutot pour pourquoi pourtant
pouvez pres presque pris prend puis puisque qu quand quant que quel quelle quelqu quelque quelques qui quoi rien s sa sais sait sans sauf se sera serait
ses seul seule seulement si sinon soit sommes son sont sous souvent suis suite sur ta te tel telle tellement tes toi tous tout toute toutes tres trop tu
un une va vais venir veut veux vers voici voila vos votre vous vont vu y semaine semaines annee annees ans an demande demandes demander recu recois
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
about after again against all already also although always am an and another any anybody anyone anything are around as ask asked at away back be because
been before being between both but by came can cannot come could day days did do does doing done down during each either else ever every for from
get gets getting give given go goes gone good got had has have having he her here him his how however i if in into is it its itself just keep keeps kept know
last later least less let like made make many may me might month months more most much must my myself never new next no nobody none nor not nothing now of off
often on once one only or other our out over own put same said say says see seen set several she should simply since so some somebody something still such
take taken than that the their them then there these they thing this those though three through time times to told too took two under until up upon us very
want wants was way we week weeks well went were what when where whether which while who whole whose why will with within without would year years yet you your
january february march april may june july august september october november december
ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte da dabei damit danach dann das dass dazu dein dem den denn der des dessen die
dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er erst es etwas euch fur ganz gar gegen gibt hab habe haben hat hatte
hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist jahr jahre jede jedem jeden jeder jetzt kann kein keine keinem keinen konnen konnte
mal man mehr mein meine meinem meinen meiner mich mir mit monat muss mussen nach nicht nichts nie niemand noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind
so soll sollte sondern sonst tag tage uber um und uns unser unsere unter viel vom von vor wann war waren warum was weil welche wenn wer werde werden wie wieder wir wird wo
woche wochen wurde wurden zu zum zur zwei zwischen januar februar marz juni juli oktober dezember
"""
_COMPLAINING = """
klacht klagen klachten probleem problemen situatie antwoord antwoorden brief brieven mail mails email telefoon bellen gebeld gemeente stad dienst diensten ambtenaar
administratie overheid burger burgers inwoner hulp helpen oplossing oplossen dossier loket medewerker groeten vriendelijke dank bedankt bijlage
plainte plaintes probleme problemes situation reponse repondre lettre lettres courriel courriels telephone appeler commune ville service services
administration citoyen citoyens habitant aide aider solution dossier guichet employe employee merci salutations annexe
complaint complaints problem problems situation answer reply letter letters mail mails email phone call municipality city town service office
administration citizen citizens resident help solution file desk clerk thanks regards attached public
beschwerde problem situation antwort brief gemeinde stadt dienst verwaltung burger hilfe losung akte dank grussen publique publics openbare
"""
EMPTY = frozenset(words(_SMALL)) | frozenset(words(_COMPLAINING))
