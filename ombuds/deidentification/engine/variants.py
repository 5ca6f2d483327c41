"""Other forms of one given name: short and pet names, and the ways in which one name is written in Latin letters."""

from functools import cache

# Each line is one name; all in plain form. A word may stand in several lines.
FORMS = """
albert bert bertje albrecht al
alexander alex sander xander lex sacha sasha alexandre aleksander aleksandr oleksandr alessandro alejandro
alexandra sandra alexa sacha sasha aleksandra oleksandra alessandra
alfons fons alphonse alfonso
andreas andries andre andrew andrei andrey andrij andriy andrzej
anna ann anne an anneke annie anja ania anita hannah hanna
annelies lies annelise
antoon anton toon tony tonny antonius antoine anthony antonio antony toine teun ton
arthur arturo artur tuur
august gust auguste augustin staf
bartholomeus bart barthelemy
benjamin ben benny
bernard bernd ben nard bernhard bernardo
camille kamiel
catharina katrien trien trientje cathy kathy karin katelijne catherine katherine kathleen katleen kate katja katarina katarzyna kasia ekaterina yekaterina katya caterina kaat cato
charlotte lotte lot charlie
christian christiaan kristiaan chris kris cristian
christina christine kristien kristin kristina krista tine stien tina cristina christiane
christophe christoph kristof stof chris cristoforo christopher krzysztof
claudia claudine
cornelis cor kees neel corneel nelis
daniel dan danny daan daniele danilo
daniella danielle dani
david dave davy dawid
dimitri dmitri dmitry dimitrij dimitrios dimitris dima
dirk diederik dieter theodoor
dominique domien dominic dominik domenico nick
edward eddy ed eduard edouard edoardo eduardo ward ted
elisabeth els elsje elise lies liesbet liesbeth betty betsy lisa liza elisabetta elizabeth beth bettina ilse lisbeth elzbieta isabel
emanuel manuel manu emmanuel manolo
emiel miel emile emil mil emilio
ernest erny ernesto ernst
eugeen gene eugene eugenio yevgeny evgeny
eva eef eve ewa evi evy
fatima fatma fatna fatiha fatoumata fatou fatimah fatimata fadma faty
felix fel
ferdinand fernand ferre nand fernando
filip philippe philip philipp flip fil felipe filippo
frank francis franciscus frans francesco francisco francois frank sus cis suske franz frantisek franky ferenc
frederik fred freddy frits frederic friedrich fritz rik federico fredrik
gaston gast
geert gert gerard gerrit gerardus gerhard gerry gerardo gerd
georges george joris jorge georg giorgio georgi jerzy yuri giorgos sjors jurgen
gilbert gil
giovanni gianni johan john gian
godelieve lieve lieveke godelive
guillaume willem gui
gustaaf gustave gustav staf gust taaf
guy guido
hendrik henri henk rik henry heinrich heinz enrico enrique hein harry henryk
helena helene leen lena leentje ellen hella elena olena yelena helen
herman armand
hubert bert huub hubrecht
ignace ignatius naas ignacio
isabelle isabel bella isa belle isabella
jacob jaak jacques jaap sjaak koob jacobus jack jakob jakub jacques giacomo
jacqueline jacky lien
jan johannes johan hans jean john jantje jannes jens ivan ioan ian juan joao giovanni johann ivan jann
jeroen jerome hieronymus
johanna joanna jo anke hanne hanneke jeanne janne jana jeannine joan juana giovanna jenny ioana joke
jonathan jon jonny nathan
jozef jef joseph jos sjef jo jefke joe giuseppe jose josef yusuf youssef josip jozefs seppe sepp
jozefien jozefina josephine fien josee josefien fientje jos
julien jules juul julian giuliano
juliaan juul
karel carl charles karl carlo carlos charlie charly karol carolus kareltje
karolien carolina caroline lien karoline carol
kevin kev
koenraad koen conrad konrad koenie
laurens laurent lars lorenz lorenzo lawrence laurentius
leonard leo leon leonardo lenny
lodewijk lode louis louies ludo ludovic ludwig luigi luis wiek lowie lou
louise lou louisa wies loes luisa
lucas luc luk luca luuk lukas lukasz
ludovicus ludo lode
magdalena magda leen madeleine madalena lena maddalena
marcel cel marcello
margaretha margriet greet greta griet margot marguerite margareta marga grietje margaret maggie meg peggy margherita gretel margarete malgorzata
maria marie mia mieke ria marijke mariette maaike miet mimi rita mary mariam maryam myriam miriam meryem meriem moira masha marieke marika mariya mariia maria-jose
marc mark marcus marco markus marek marcos
martin maarten tijn marten martinus martino martien martijn
martina tine martine
mathieu matthieu matthias mathias matthijs mathijs thijs ties tijs matteo mateo mateusz matthew matt mathis matteus
maurits maurice mauro maurizio
maximiliaan max maxim maxime maksim maksym massimo
michael michiel michel mike mick mickael mikael miguel michele mikhail mykhailo michal giel chiel mihai mihail misha
mohamed mohammed mohammad muhammad muhammed mohamad mehmet mehmed mamadou muhamed moh mo momo mohand muhamad mohammod moha mochamad
ahmed ahmad ahmet achmed ahmadou amadou
abdelkader abdelkadir abdul-kader abdelqader kader
abdallah abdullah abdoulaye abdellah abdulla abdoullah
aicha aisha ayesha aysha aische aissatou ayse aichatou
ali aly alli
amine amin ameen
bilal bilel billal
fouad fuad
hassan hasan hassane hacen
hussein hussain hossein husain houssein houcine huseyin husayn hussayn hoessein
ibrahim brahim ebrahim abraham ibrahima ibraheem
ismail ismael ishmael smail ismaila
jamal djamal gamal cemal djamel jamel
karim kareem kerim
khadija khadidja hatice kadija hadija khadijah kadidia
khalid khaled halit
leila layla laila leyla leilla
mahmoud mahmud mahmut mamoudou
mariam maryam meryem meriem mariem mariama
mehdi mahdi mehdy
mourad murad murat
moustapha mustafa mustapha mostafa moustafa
nadia nadja nadya
nour noor nur nora
omar umar oumar omer
oussama osama usama ousama
rachid rashid rasheed rechid
said saeed sayid zaid saeid
samir sameer
souad suad soad
sofiane soufiane sufyan sofian sofyan
suleiman sulaiman souleymane soulaiman suleyman slimane soliman soulayman solomon
tarik tarek tariq
walid waleed oualid
yasmine yasmin jasmin jasmine yasmina yasemin
younes yunus younis youness jonas yonas
youssef yusuf yousef youssouf yussuf joseph yosef jusuf yousuf youcef
yassine yasin yassin yacine jasin
zainab zeynep zineb zaynab zeinab
zakaria zekeriya zacharie zakariya zakarya
nicolaas klaas nico nicolas niklaas nick nicola nikola nikolai nikolay mykola nikos nicolai nikolaus claus klaus colas
nathalie natalia nataliya natalija nataliia natacha natasha nat
olga olha olya
olivier oliver ollie
oscar oskar
paul pol paulus pauwel pavel paolo pablo paulo pavlo pawel
pauline paulien paula lien paola
peter pieter piet petrus pierre pier pjotr piotr pedro pietro petro petar pete pit
petronella nel nelly petra pieternel
quinten quentin
raymond ray mon raimund ramon
reinhilde hilde
reinhard reinout rein
richard rik ricardo riccardo dick rick
robert rob bert robbe robin roberto bob bobby
roger rogier ruggero rutger
roland roeland rolando orlando
rosa roos rose rosalie rosita roosje
rudolf rudi rudy dolf rodolfo ruud rodolphe
samuel sam sammy
sara sarah saartje saar
sebastiaan bas seb sebastien sebastian sebastiano
serge sergei sergey serhiy serhii sergio sergi
simon siemen simone simeon
sofie sophie sofia sophia fie zofia sofiia sofija
stefaan stefan steven stephane stef stijn stephen stephan steve stefano esteban etienne stepan szczepan
stefanie stephanie fanny steffi stefania
susanna suzanne suzan suus suzy susan susanne zuzanna
svetlana svitlana sveta lana
tatiana tanja tania tatjana tetiana tatyana tanya
theodoor theo door theodore teodor fjodor fedor
theresia trees therese theresa teresa tess tessa treesje resi
thomas tom tommy tomas tomasz tommaso tomaso maas
timotheus tim timothy timothee timo
urbain urbanus baan
valentijn valentin tijn valentino
veronique veronika veerle vera veronica nika
victor vik vic viktor vittorio
victoria vicky viktoria victoire viktoriia vittoria
vincent vin vince vincenzo vicente
volodymyr vladimir wladimir vova volodya vlad
walter wouter wout wolter gautier gauthier gualtiero
werner wer
wilfried fried wilfred
wilhelmina mina willy mien wil wilma minna
willem wim willy wil guillaume william guillermo guglielmo wilhelm bill will liam wilhelmus
xavier zaverio javier xaveer veerke
yvan ivan ivo
yves ivo
yvonne vonneke ivonne
yulia julia yuliya iulia julie yuliia giulia juliana jula
yuri yuriy yurii juri georgi
oleksiy alexei aleksei oleksii alexey aleksej
andriy andrii andrei
kateryna katerina ekaterina
mykola nikolai
jing ching
wei wai
zhang chang cheung
nguyen nguyễn
cristina cristiana
conceicao concepcion
joaquim joaquin quim
jose ze pepe zé
francisca paca kika
guadalupe lupe
ignacio nacho
jesus chus chuy
enrique quique kike
manuela manu manoli
antonella nella
salvatore toto turi salvo sasa
vincenza enza
giuseppina pina giusy
antonio nino tonino toni
"""


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in FORMS.strip().splitlines():
        group = set(line.split())
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(group - {word}) for word, group in found.items()}


def other_forms(given_name: str) -> frozenset[str]:
    """The pet names and spellings of one word of a given name, both in plain form, without the word itself."""
    return _groups().get(given_name, frozenset())


SOUNDS = (
    ("ph", "f"), ("ou", "u"), ("oe", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("tch", "c"), ("ch", "h"), ("kh", "h"), ("sh", "s"), ("sch", "s"), ("gh", "g"),
    ("ck", "k"), ("qu", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("w", "v"), ("z", "s"), ("th", "t"), ("ks", "x"), ("ij", "i"),
)  # fmt: skip


@cache
def sound(word: str) -> str:
    """The word as it sounds, roughly: 'Yousef', 'Youssef' and 'Jusuf' come close, 'Karim' and 'Carim' are one."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return "".join(c for at, c in enumerate(word) if not at or c != word[at - 1])
