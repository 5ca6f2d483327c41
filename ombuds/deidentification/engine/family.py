"""Facts about a household or a belonging that single a person out: widow, mother of five, twins, nationality, faith, union."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.households import household_facts
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

_COUNT = (
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|douze|treize|quatorze|quinze|seize|twelve|thirteen|fourteen|fifteen|sixteen|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"einem|einer|zwei|zweier|drei|dreier|vier|funf|sechs|sieben|acht|neun|zehn|elf)"
)
_CHILD = (
    r"(?:kinderen|kind|dochters?|zonen|zoons|zoon|jongens|meisjes|kleinkinderen|pleegkinderen|tieners|kleuters|schoolgaande kinderen|enfants?|filles?|fillettes?|fils|garcons?|petits-enfants|ados?|"
    r"children|child|kids?|daughters?|sons?|boys?|girls?|grandchildren|grandsons?|granddaughters?|teenage girls|teenage boys|kleinzonen|kleinzoons|kleindochters?|tienerdochters|tienerzonen|adolescentes?|triplets|quadruplets|kindern?|kindes?|tochtern?|tochter|sohnen?|jungen|madchen|enkeln?|enkelkindern?|broers en zussen|broertjes|zusjes|broers|zussen|brudern?|schwestern|freres|brothers|sisters|petits freres|freres et soeurs|freres|soeurs|siblings|brothers and sisters|geschwistern?)"
)
_KIND = r"(?:(?:jonge|kleine|minderjarige|volwassen|schoolgaande|jeunes|petits|mineurs|school-age|school-aged|schulpflichtigen?|schoolplichtige|opgroeiende|young|small|minor|adult|grown-up|teenage|kleinen|minderjahrigen|erwachsenen|petites|grandes|grands|autistische?|gehandicapte|handicapes?|disabled|behinderten?)\s)?"
_OF = r"(?:van|de|d'|of|with|met|avec|von|mit)"
_SINGLE = (
    r"(?:alleenstaande?|alleenstaand|alleenwonende?|gescheiden|pas gescheiden|verweduwde?|hertrouwde?|ongehuwde?|aanstaande|jonge|single|lone|divorced|widowed|separated|remarried|unmarried|"
    r"alleinerziehende?r?|geschiedene?r?|getrennt lebende?r?|verwitwete?r?|ledige?r?|celibataire|divorcee?|separee?|veuve?|young|junge?r?|jeune)"
)
_PARENT = r"(?:moeder|mama|vader|papa|ouder|grootmoeder|oma|grootvader|opa|pleegmoeder|pleegvader|pleegouders?|stiefmoeder|stiefvader|adoptiemoeder|adoptievader|mere|maman|pere|grand-mere|grand-pere|mamie|papy|belle-mere|beau-pere|mere adoptive|pere adoptif|mere d'accueil|famille d'accueil|mother|mum|father|dad|parent|grandmother|grandfather|foster mother|foster father|foster parents?|stepmother|stepfather|adoptive (?:mother|father)|mutter|vater|elternteil|grossmutter|grossvater|pflegemutter|pflegevater|pflegeeltern|stiefmutter|stiefvater|adoptivmutter|adoptivvater|eltern|ouders|parents)"
_MANY = rf"(?:{_COUNT}\s{_KIND}{_CHILD}|{_COUNT}|(?:een\s|une?\s|an?\s|ein(?:es|em|er)?\s)?(?:gehandicapte?|behinderten?|disabled|autistic|autistische?[ns]?|sick|ziek|zieke|kranken|chronisch zieke?)\s(?:kind|child|kindes|son|daughter|zoon|dochter)|(?:enfant|fils|fille)\s(?:handicapee?|autiste|malade|trisomique)|(?:een\s|a\s)?(?:tweeling|drieling)|jumeaux|jumelles|triplees?|triples|twins?(?: (?:girls|boys|sons|daughters|meisjes|jongens))?|triplets|zwillingen?|drillingen?)"
PARENTS = re.compile(
    rf"(?<![^\W_])(?:(?:{_SINGLE}[\s\-])?{_PARENT}(?:\s(?:seule?|celibataire|divorcee?|isolee?|veuve?|separee?|solo))?\s(?:{_OF}\s?)?(?:d'une? |une? |een |an? |ein(?:em|er|es)? )?{_KIND}{_MANY}"
    rf"|(?:{_SINGLE}[\s\-]){_PARENT}(?:\s(?:seule?|celibataire|isolee?))?|{_PARENT}\s(?:seule?|celibataire|isolee?|divorcee?|solo))(?![^\W_])"
)
STATES = re.compile(
    rf"(?<![^\W_])(?:(?:alleinerziehend|alleenstaand|alleenstaande|seule?|isolee?|single)\s(?:mit|met|avec|with)\s{_KIND}{_MANY}|(?:weduwnaar|weduwe|weduwvrouw|widower|widow|witwer|witwe|wittwe|veuf|veuve)(?:\s(?:{_OF}\s?{_KIND}{_MANY}|van een [a-z]+|d'un [a-z]+|d'une [a-z]+|of an? [a-z]+|eines [a-z]+|since (?:last year|\d{{4}})|sinds (?:vorig jaar|\d{{4}})|depuis (?:l'an dernier|l'annee derniere|\d{{4}})|seit (?:letztem jahr|\d{{4}})))?|"
    r"kinderlo(?:os|ze)|kinderlose?r?|sans enfants?|childless|hertrouwd|remariee?|remarried|wiederverheiratet|gescheiden(?= en |,)|mantelzorger(?: voor (?:mijn|haar|zijn) [a-z]+)?|aidante? proche(?: de (?:ma|mon|sa|son) [a-z]+)?|carer for (?:my|her|his) (?:disabled |sick |elderly |autistic |dying )?[a-z]+|pflegende(?:r)? angehorige(?:r)?|wees(?=\s(?:sinds|geworden|op (?:mijn|haar|zijn|\d))|[.,;])|weeskind|halfwees|orphan|orpheline?|waise|vollwaise|halbwaise|"
    r"(?:een |a |une? |de |des |d'une? |met een |van een )?(?:eeneiige |identical |vrais |eineiige |siamese )?(?:tweeling(?:zus|broer)?|drieling|vierling|twins?(?: (?:sister|brother))?|triplets|jumeaux|jumelles|jumelle|jumeau|triples|zwillinge?|zwillings(?:schwester|bruder)|drillinge)|"
    rf"(?:hoog|hoch|heavily |pas |zes maanden |sept mois |six months )?(?:zwanger(?:e)?|schwanger(?:e)?|pregnant|enceinte)(?:\s(?:de|van|with|mit|von)\s(?:(?:{_COUNT}\s(?:mois|maanden|months|monaten?))|een tweeling|jumeaux|jumelles|twins|zwillingen|een drieling|haar \w+ kind|mon \w+(?: enfant)?|my \w+ child|m[iy]jn \w+ kind))?|"
    r"(?:mit dem|mit ihrem|mit meinem) \w+(?: kind)? schwanger|(?:pas|net|onlangs) bevallen(?: van een (?:tweeling|drieling|zoon|dochter))?|vient d'accoucher(?: de (?:jumeaux|jumelles|triples))?|(?:has |have )?just (?:given birth|had (?:twins|a baby))|gerade entbunden|new mother(?: of twins| of triplets)?|jeune accouchee|kraamvrouw|"
    r"geadopteerd(?: uit [a-z]+)?|adopted(?: from [a-z]+)?|adoptee? (?:au|en|du|de) [a-z]+|adoptiert(?: aus [a-z]+)?|adoptiekind|adoptivkind|pleegkind(?:eren)?|pflegekind(?:er)?|foster (?:child(?:ren)?|parents?|mother|father|family)|enfants? places?|"
    r"samengesteld gezin|nieuw samengesteld gezin|famille recomposee|famille monoparentale|famille nombreuse|eenoudergezin|blended family|single-parent family|patchworkfamilie|kroostrijk gezin|famille d'accueil|pleeggezin|pflegefamilie|"
    r"enig kind|enige zoon|enige dochter|fils unique|fille unique|enfant unique|only child|only son|only daughter|einzelkind|einziger sohn|einzige tochter|"
    rf"(?:oudste|jongste|middelste|eldest|oldest|youngest|alteste[rs]?|jungste[rs]?|ainee?s?|benjamine?|cadette?)\s(?:van|of|von|de|d'une famille de|d'une fratrie de)\s(?:een gezin (?:van|met) |the )?{_COUNT}(?:\s{_CHILD}(?:\sen\szussen|\set\ssoeurs|\sand\ssisters)?)?|"
    r"gescheiden (?:man|vrouw)|divorced (?:man|woman)|femme divorcee|homme divorce|geschiedene[rs]? (?:mann|frau)|"
    rf"{_COUNT}\s{_KIND}(?:kinderen|enfants|children|kinder|kindern)\s(?:ten laste|a charge|to support|zu versorgen|onder (?:mijn|haar|zijn) dak)|"
    r"lesbisch(?:e)? koppel|homokoppel|couple (?:homosexuel|lesbien|de femmes|d'hommes)|same-sex couple|gleichgeschlechtliches paar|transgender(?:vrouw|man| vrouw| man| woman)?|personne transgenre|femme trans|homme trans)(?![^\W_])"
)
LABEL = re.compile(
    r"(?<![^\W_])(?:burgerlijke (?:staat|stand)|gezinstoestand|gezinssituatie|gezin|etat civil|situation familiale|menage|composition (?:de|du) menage|marital status|family(?: situation)?|household|familienstand|familie|haushalt|familiensituation)\s?[:=]\s{0,3}(?P<v>[^\W_](?:(?!  |\d[./\-]\d)[^\n;.()|\t]){2,60})"
)
BELONGING = re.compile(
    r"(?<![^\W_])(?:(?:van|de|met|avec|la|of|by|ma|mijn|my|haar|zijn|sa|his|her|die|meine) )?(?:(?P<a>[a-z]{4,14}(?:se|sche|aanse|ische|ienne|ien|aine|ain|aise|ais|oise|ois|ish|ian|ese|anisch|isch|anische|ischer))\s(?:nationaliteit|afkomst|origine|herkomst|roots|nationality|origin|descent|staatsangehorigkeit|herkunft|abstammung|wurzeln|achtergrond|background)|"
    r"(?:nationalite|origine)\s(?P<b>[a-z]{4,14}(?:ienne|ien|aine|ain|aise|ais|oise|ois|que|cque|ine|ole|ale|aque|nde|che|rque|lde))|(?:nationaliteit|nationalite|nationality|staatsangehorigkeit)\s?:\s?(?P<c>[a-z]{4,20}))(?![^\W_])"
)
OF_ORIGIN = re.compile(
    r"(?<![^\W_])(?:erkend(?:e)? (?:politiek )?vluchtelinge?|politiek vluchtelinge?|subsidiair beschermde|refugiee? (?:reconnue?|politique)|recognised refugee|anerkannte[rs]? fluchtling|asielzoek(?:er|ster)|demandeu(?:r|se) d'asile|asylum seeker|asylbewerber(?:in)?|"
    r"staatloze?|apatride|stateless|staatenlos|sans-papiers|zonder papieren|niet-begeleide minderjarige|mena|roma-zigeuner|woonwagenbewoner|gens du voyage|"
    r"overtuigd(?:e)? (?:moslim|katholiek|jood)|praktiserend(?:e)? (?:moslim|katholiek|jood)|(?:praktizierende[rs]?|glaubige[rs]?) (?:muslim(?:in)?|jude|judin|christ(?:in)?|katholik(?:in)?)|(?:musulmane?|catholique|juif|juive|protestante?) (?:pratiquante?|convaincue?)|(?:practising|devout) (?:muslim|catholic|jew|christian)|"
    r"jehova'?s? getuige|temoin de jehovah|jehovah's witness|zeuge jehovas|getuige van jehova|moslima|musulmane|muslimin|bekeerd tot de islam|converti(?:e)? a l'islam|orthodoxe jood|orthodoxe jodin|boeddhist(?:e)?|hindoe|sikh|"
    r"(?:vakbonds|syndicaal )(?:afgevaardigde|militant(?:e)?)|deleguee? syndicale?|shop steward|union (?:representative|delegate|member|rep)|gewerkschafts(?:vertreter|mitglied|vertreterin)|aangesloten bij (?:het |de )?(?:acv|abvv|aclvb)|affiliee? a la (?:csc|fgtb|cgslb)|lid van (?:het |de )?(?:acv|abvv|aclvb|vakbond)|membre (?:de la|du) (?:csc|fgtb|cgslb|syndicat))(?![^\W_])"
)
# 'gehuwd met vier kinderen', 'geschieden mit geteiltem Sorgerecht', 'fraîchement divorcée', 'cohabitante légale'.
_STATE = (
    r"(?:(?:pas|recent|onlangs|sinds kort|feitelijk|wettelijk|net|officieel|fraichement|recemment|nouvellement|officiellement|tout juste|newly|recently|legally|just|frisch|seit kurzem|gerade|offiziell)[ \-]?)?"
    r"(?:gehuwd|getrouwd|hertrouwd|gescheiden|verweduwd|ongehuwd|samenwonend|wettelijk samenwonende?|feitelijk gescheiden|uit de echt gescheiden|uit elkaar|verloofd|mariee?|remariee?|divorcee?|separee?|veuve?|celibataire|cohabitante?|pacsee?|fiancee?|en couple|en instance de divorce|"
    r"married|remarried|divorced|widowed|separated|engaged|unmarried|single|verheiratet|wiederverheiratet|geschieden|getrennt lebend|getrennt|verwitwet|ledig|verlobt|in scheidung|liiert|(?:gesetzlich )?zusammenwohnend)"
)
_KIDS = rf"(?:(?:\d{{1,2}}|{_COUNT}|geen|zonder|sans|no|keine[rn]?)\s(?:(?:orphaned|verweesde|adoptive|deaf|blind|dove|blinde|orphelins|sourds|jonge|kleine|minderjarige|volwassen|schoolgaande|afhankelijke|inwonende|jeunes|petits|grands|mineurs|dependent|young|small|grown-up|adult|teenage|minderjahrigen?|kleinen?|erwachsenen?|schulpflichtigen?|unmundigen?|autistische?|gehandicapte|thuiswonende)\s)?{_CHILD}(?:\s(?:ten laste|a charge|a notre charge|a ma charge|at home|in care|thuis|zu hause|en bas age|in het basisonderwijs|mineurs|majeurs|handicapee?s?|autistes?|scolarisee?s?))?)"
STATE_WITH = re.compile(
    rf"(?<![^\W_])(?:{_STATE}(?:e|er|s)?\s(?:legale?|de fait|(?:met|avec|with|mit|and|et|en|und|maar|zonder|sans|without|ohne|vader van|moeder van|pere de|mere de|father of|mother of|vater von|mutter von)\s(?:(?:vader|moeder|pere|mere|father|mother|vater|mutter) (?:van|de|of|von) {_KIDS}|{_KIDS}|(?:gedeeld|co-|geteiltem|gemeinsamem|shared|joint|garde)[a-z\- ]{{0,3}}(?:hoederecht|ouderschap|sorgerecht|custody|alternee|partagee)|garde (?:alternee|partagee)|co-ouderschap|kinderen|enfants|children|kindern?)|(?:(?:sinds|depuis|since|seit)\s)?(?:vorig jaar|een jaar|l'an dernier|last year|letztem jahr|(?:19|20)\d\d|\d{{1,2}} (?:jaar|ans|years|jahren)))"
    rf"|(?:seit letztem jahr|sinds vorig jaar|depuis l'an dernier|since last year) {_STATE}"
    rf"|(?:pas|frisch|fraichement|recemment|newly|recently|nouvellement|tout juste|wettelijk|feitelijk|uit de echt)[ \-]?(?:gehuwd|getrouwd|gescheiden|verweduwd|geschieden|verheiratet|verwitwet|mariee?|divorcee?|separee?|veuve?|married|divorced|widowed|separated|samenwonende?)|cohabitante? (?:legale?|de fait)|wettelijk samenwonende?(?: partner)?|feitelijk gezin"
    rf"|(?:{_KIDS})(?=\s(?:ten laste|a charge|te|om))|(?:{_COUNT}|\d{{1,2}}) (?:dependent|fiscaal ten laste zijnde) children)(?![^\W_])"
)
# 'Jan Peeters, 61, alleenstaand.'
ALONE = re.compile(rf"(?:, | = |: )(?P<v>{_STATE})(?=[.,;\n)]|\Z)")
# 'She is 94 and divorced', 'Verzoekster, Jo Maes, landbouwer, gehuwd, diende': said of nobody but people.
OF_PEOPLE = re.compile(
    r"(?<![^\W_])(?P<v>(?:(?:feitelijk |uit de echt |kerkelijk |wettelijk |religieusement |civilement |standesamtlich |kirchlich |twice |tweimaal |deux fois |zweimal |never |nooit |jamais |nie )?"
    r"(?:gehuwd|ongehuwd|getrouwd|hertrouwd|verweduwd|verheiratet|unverheiratet|wiederverheiratet|verwitwet|geschieden|married|unmarried|remarried|divorced|widowed|mariee?|remariee?|divorcee?|celibataire|veuf|pacsee?)))(?![^\W_]| (?:couples?|people|persons|women|men|mit der|avec la loi|worden|werden))"
)
# 'is gescheiden.', 'I am single and': things can be so too, so only of what is said to be.
BEING = re.compile(
    rf"(?<![^\W_])(?:is|was|ben|bent|ist|war|bin|sei|est|suis|etait|etais|am|'m|he's|she's)(?: (?:nu|al|sinds kort|net|intussen|inmiddels|ondertussen|nog|nog altijd|pas|now|still|also|just|jetzt|seit kurzem|noch|immer noch|aussi|toujours|maintenant|deja|desormais)){{0,2}} (?P<v>{_STATE})(?=[.,;)\n]| (?:en|et|and|und|maar|mais|but|aber|sinds|depuis|since|seit) (?!\d)|\Z)"
)
# The law speaks of everybody: 'wie gehuwd is', 'if you are married'.
EVERYBODY = re.compile(
    r"(?<![^\W_])(?:wie|wer|wenn|falls|als|indien|wanneer|of|if|whether|when|who|whoever|anyone|people|si|lorsque|quiconque|toute personne|personnes?|personen|ou|or|oder|al dan niet|not|niet|pas|nicht|soit|hetzij|couples?|koppels?|paare?)(?: [^\W\d_]+){0,3} \Z"
)
# 'ik heb twee dochters', 'nous avons cinq enfants', 'I live with my disabled brother'.
HAVING = re.compile(
    rf"(?<![^\W_])(?:(?:ik|wij|we|zij|hij|ze) (?:heb|hebben|heeft|had|hadden|kregen|kreeg)|heb ik|hebben wij|heeft (?:zij|hij)|met|j'ai|nous avons|(?:il|elle) a|ils ont|avec|eleve seule?|eleve|elever|(?:i|we|they|he|she) (?:have|has|had|raise|raises|am raising|is raising)|looked after|looks after|brings? up|cares? for|with|(?:ich|wir|sie|er) (?:habe|haben|hat|hatte)|mit|voor|fur|alleen voor|seule avec|alone with|allein mit)\s(?:zelf |samen |ook |aussi |deux fois |thuis |al )?(?P<v>{_KIDS})(?![^\W_])"
    rf"|(?<![^\W_])(?:mijn|haar|zijn|onze|ma|mon|sa|son|notre|my|his|her|our|mein[en]?[rm]?|sein[en]?[rm]?|ihr[en]?[rm]?|unser[en]?[rm]?)\s(?P<w>(?:gehandicapte|zieke|autistische|blinde|dove|zwangere|demente|bedlegerige|overleden|geadopteerde|disabled|autistic|blind|deaf|sick|late|adopted|pregnant|behinderte[rnm]?|kranke[rnm]?|blinde[rnm]?|schwangere[rnm]?|verstorbene[rnm]?|demente[rnm]?|pflegebedurftige[rnm]?)\s(?:vrouw|man|moeder|vader|zoon|dochter|broer|zus|kind|partner|oma|opa|tante|oom|wife|husband|mother|father|son|daughter|brother|sister|child|aunt|uncle|grandmother|grandfather|frau|mann|mutter|vater|sohn|tochter|bruder|schwester|kind)|(?:fils|fille|mere|pere|frere|soeur|mari|femme|enfant|epouse|epoux|compagne|compagnon)\s(?:handicapee?|malade|autiste|aveugle|sourde?|enceinte|decedee?|demente?|trisomique|adoptive?|polyhandicapee?))(?![^\W_])"
)
_NUM = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|\d{1,2})"
_ILL = r"(?:dove?|doof|blinde?|gehandicapte?|autistische?|zieke?|demente?|bedlegerige?|bejaarde?|hulpbehoevende?|deaf|blind|disabled|autistic|sick|ill|bedridden|elderly|ailing|frail|gehorlose[rnm]?|blinde[rnm]?|behinderte[rnm]?|autistische[rnm]?|kranke[rnm]?|bettlagerige[rnm]?|demente[rnm]?|pflegebedurftige[rnm]?|alte[rnm]?|kleine[rnm]?|little|small|klein|kleine|petite?|jeune|young|jong|jonge|adopted|geadopteerde?|inwonende|live-in)"
_RELATIVE = r"(?:zoontje|dochtertje|zoon|dochter|jongen|meisje|kind|moeder|vader|grootvader|grootmoeder|schoonmoeder|schoonvader|oma|opa|man|vrouw|partner|broer|zus|tante|oom|son|daughter|boy|girl|child|mother|father|grandfather|grandmother|mother-in-law|father-in-law|husband|wife|brother|sister|aunt|uncle|sohn(?:es)?|tochter|junge[n]?|madchen(?:s)?|kind(?:es)?|mutter|vater|grossvater|grossmutter|schwiegermutter|schwiegervater|mann|frau|bruder|schwester|fils|fille|garcon|enfant|mere|pere|grand-pere|grand-mere|belle-mere|beau-pere|mari|femme|frere|soeur)"
# What no count of children tells: orphans, foundlings, surrogates, twins of one's own, births, long marriages, who lives in.
OTHERWISE = re.compile(
    rf"(?<![^\W_])(?:wees (?:sinds|geworden|op (?:mijn|haar|zijn)|vanaf) (?:mijn |haar |zijn )?[a-z0-9]{{1,14}}|(?:weeskind|orpheline?|orphaned|an orphan|vollwaise|waise|verweesd)(?: (?:sinds|depuis|since|at|seit|op|a|from|mit) (?:mijn |haar |zijn |l'age de |the age of |my |his |her |meinem |seinem |ihrem )?[a-z0-9\-]{{1,14}}(?:de|ste|th)?(?: ans| jaar| jahren| lebensjahr| levensjaar)?)?"
    rf"|(?:oorlogswees|pupille de la nation|war orphan|kriegswaise|vondeling|enfant trouvee?|foundling|findelkind|draagmoeder|mere porteuse|surrogate mother|leihmutter|overgroot(?:moeder|vader)|arriere-grand-(?:mere|pere)|great-grand(?:mother|father)|urgross(?:mutter|vater)|nakomertje|nachzugler(?:in)?)"
    rf"|(?:{_NUM}) (?:broers|zussen|freres|soeurs|brothers|sisters|bruder|brudern|schwestern)(?: (?:en|et|and|und) (?:{_NUM}) (?:broers|zussen|freres|soeurs|brothers|sisters|bruder|schwestern))?"
    rf"|(?:bevallen van|accouche de|accouchee? de|given birth to|gave birth to|entbunden von) (?:een |a |une? |des? )?[a-z]{{4,14}}|(?:zwillinge|drillinge|vierlinge) (?:zur welt gebracht|bekommen|geboren)"
    rf"|(?:een |une |an? |eine |unsere |onze |notre |our )?(?:adoptie(?:dochter|zoon|kind)|(?:fille|fils|enfant) adopti(?:ve|f)|adopted (?:daughter|son|child)|adoptiv(?:tochter|sohn|kind)|pleeg(?:dochter|zoon)|foster (?:daughter|son)|pflege(?:tochter|sohn)|stief(?:dochter|zoon|tochter|sohn)|step(?:daughter|son)|belle-fille|beau-fils)(?: (?:uit|d'|du|de|from|aus) ?[a-z]{{4,16}})?"
    rf"|(?:mijn |ma |my |meine |haar |sa |her |his |zijn |seine |ihre )(?:tweeling(?:zus|broer)|(?:soeur jumelle|frere jumeau)|twin (?:sister|brother)|zwillings(?:schwester|bruder))"
    rf"|(?:vader|moeder|pere|mere|father|mother|vater|mutter|ouders?|parents?|eltern|grootmoeder|grootvader|grandmother|grandfather) (?:van |de |d'|of |von )?(?:een |une? |an? |eine[rsnm]? )(?:{_ILL} ){{1,2}}{_RELATIVE}(?: (?:met|avec|with|mit|sourde?|handicapee?|autiste|aveugle|malade|trisomique)(?: (?:het |un |a |down's|down)?[a-z\-']{{3,18}})?)?"
    rf"|(?:vader|moeder|pere|mere|father|mother|vater|mutter) (?:van |de |d'|of |von )?(?:een |une? |an? |eine[rsnm]? ){_RELATIVE} (?:met|avec|with|mit|sourde?|handicapee?|autiste|aveugle|malade|trisomique)(?: (?:het |un |a |une |le )?[a-z\-']{{3,18}})?"
    rf"|(?:pere|mere|papa|maman) d'une? (?:petite?|jeune) (?:garcon|fille|enfant)(?: [a-z]{{4,12}})?"
    rf"|(?:samenwonend|samenleven|inwonend|vivant|living|lebend|wohnend) (?:met|avec|with|mit|bij|chez|bei) (?:mijn |ma |mon |my |meiner |meinem |haar |sa |son |her |his |zijn |seiner |ihrer )(?:{_ILL} )?{_RELATIVE}"
    rf"|(?:mijn |my |her |his |haar |zijn |meine[nrm]? |seine[nrm]? |ihre[nrm]? |onze |our |unsere[nrm]? ){_ILL} {_RELATIVE}|(?:mon |ma |sa |son |notre )(?:grand-pere|grand-mere|pere|mere|beau-pere|belle-mere|fils|fille|frere|soeur|mari|femme) (?:a charge|sourde?|aveugle|alitee?|dementee?|dependante?)"
    rf"|(?:gescheiden|divorcee?|divorced|geschieden|veuve?|widowed|verweduwd) (?:en|et|and|und|puis|then|dann) (?:weer |opnieuw |again |wieder )?(?:hertrouwd|remariee?|remarried|verheiratet|wiederverheiratet)"
    rf"|(?:twee keer|tweemaal|deux fois|twice|three times|zweimal|dreimal|drie keer) (?:gescheiden|divorcee?|divorced|geschieden|getrouwd|mariee?|married|verheiratet|weduwe|veuve|widowed)"
    rf"|(?:seit |depuis |sinds |al )?[a-z\-0-9]{{2,20}} (?:jaar|ans|years|jahren?) (?:getrouwd|gehuwd|mariee?s?|married|verheiratet|samen)|(?:getrouwd|gehuwd|mariee?s?|married|verheiratet) (?:sinds|depuis|for|since|seit) [a-z\-0-9]{{2,20}}(?: (?:jaar|ans|years|jahren))?"
    rf"|(?:zwanger|enceinte|pregnant|schwanger|expecting) (?:van|d'|de|with|mit|a|an|my|our|their|her)? ?(?:een |une? |an? |mijn |haar |mon |son |my |her |our |ihrem |meinem )?(?:tweede|derde|vierde|vijfde|deuxieme|troisieme|quatrieme|second|third|fourth|zweiten|dritten|vierten) (?:kind|enfant|child|baby)|zum (?:zweiten|dritten|vierten) mal schwanger|(?:im|in het|au|in (?:my|her) ) ?\d\.? ?(?:monat|maand|mois|month) schwanger"
    rf"|(?:co-ouder|co-parent)(?: (?:van|de|of) (?:{_NUM}|een)? ?[a-z]{{4,14}})?|(?:gedeeld hoederecht|co-ouderschap|garde (?:alternee|partagee|exclusive)|joint custody|shared custody|sole custody|gemeinsames sorgerecht|alleiniges sorgerecht)(?: (?:over|de|of|for|fur|van) (?:mijn |mes |my |meine |de |les |the |die )?(?:{_NUM} )?[a-z]{{4,14}})?"
    rf"|(?:ongewenst|ongewild|ungewollt|involuntarily|involontairement) (?:kinderloos|sans enfants?|childless)|(?:pas|sinds kort|net|recent|depuis peu|recently|seit kurzem|erst kurz) (?:weduwe|weduwnaar|veuf|veuve|widowed|a widow|a widower|witwe|witwer)|(?:veuf|veuve) depuis peu|(?:maman|papa|mere|pere) solo (?:de|d') ?[a-z]{{4,12}}"
    rf"|(?:enig kind van|enkelkind|kleindochter van|kleinzoon van|petit-fils d'|petite-fille d'|grandson of|granddaughter of|enkelin eine[sr]|enkel eine[sr]|zoon van|dochter van|fils d'|fille d'|son of|daughter of|sohn eine[sr]|tochter eine[sr]) ?(?:een |une? |an? )?(?:oudere ouders|burgemeester|mijnwerker|bourgmestre|mineur|mayor|miner|burgermeister|bergmanns?|[a-z]{{4,14}}(?:er|or|ist|eur|ier|ers))"
    rf")(?![^\W_])"
)
OTHERWISE_WORD = re.compile(
    r"^(?:wees|weeskind|orph\w+|\w*waise|\w*wees|vondeling|trouvee?|foundling|findelkind|draagmoeder|porteuse|surrogate|leihmutter|overgroot\w+|arriere|great|urgross\w+|nakom\w+|nachzugler\w*|broers|zussen|freres|soeurs|brothers|sisters|bruder\w*|schwestern|bevallen|accouchee?|birth|entbunden|\w*(?:zwil|dril|vier|drie|twee)ling\w*|"
    r"adopti\w*|adopted|adoptive?|pleeg\w+|foster|pflege\w+|stief\w+|step\w+|belle|beau|jumelle|jumeau|twin|doof|dove|blinde?\w?|gehandicapte?|handicapee?|autis\w+|ziek|zieke|demente?\w?|bedlegerige?|bejaarde?|hulpbehoevende?|deaf|blind|disabled|autistic|sick|ill|bedridden|elderly|ailing|frail|gehorlose\w?|behinderte\w?|kranke\w?|bettlagerige\w?|pflegebedurftige\w?|"
    r"little|inwonende?|live|petite?|trisomique|malade|samenw\w+|samenleven|inwonend|vivant|living|lebend|wohnend|divorcee?|divorced|gescheiden|geschieden|veuve?|veuf|widow\w*|verweduwd|twice|tweemaal|deux|zweimal|dreimal|getrouwd|gehuwd|mariee?s?|married|verheiratet|zwanger|enceinte|pregnant|schwanger|expecting|co|hoederecht|garde|custody|sorgerecht|"
    r"kinderlo\w+|childless|weduw\w+|witwer?|solo|enig|enkel\w*|klein\w+|grand\w+|dochter|zoon|fils|fille|daughter|son|sohn\w*|tochter\w*|charge|alitee?|dementee?|dependante?|aveugle|sourde?)$"
)
REASON = "A fact about a household or a belonging"
OUR_KINDS = re.compile(
    r"(?:alle|les|des|aux|alleenstaanden|steun aan|aide aux|voor|pour les|for|fur|toeslag|toelage|allocation|allowance|zulage|tarief|statuut|pension|pensioen)\s(?:de\s|des\s|les\s|the\s)?\Z"
)


# A costly pattern is tried only around a word without which it never matches.
PARENT_WORD = re.compile(
    r"moeder|mama|vader|papa|ouder|oma|opa|mere|mami|maman|papy|pere|mother|mum|father|dad|parent|mutter|vater|eltern|famille"
)
STATE_WORD = re.compile(
    r"alle[ei]n|seule?|isole|singl|wedu|widow|wit+w|veu[fv]|childless|kinder|child|enfant|kind|remari|hertr|remarr|wieder|gesch|mantel|aidante?|carer|pfleg|wees|orph|wais|ling|twin|triplet|jum|tripl|drill|zwanger|schwanger|pregnant|enceint|adop|pleeg|foster|fost|gezin|famil|patch|only|fils|fille|zoon|dochter|sohn|tochter|daughter|"
    r"oudste|jongste|middelste|eldest|oldest|youngest|alteste|jungste|aine|benjamin|cadet|divorc|lesb|homo|koppel|couple|paar|trans|getrouwd|gehuwd|huwd|verwed|samenwon|verloofd|separ|celib|cohab|pacs|fianc|married|engaged|heirat|getrennt|verwitw|ledig|verlobt|scheidung|liiert|wohnend|custody|garde|ouderschap|dependent"
)
BELONGING_WORD = re.compile(
    r"vluchtel|bescherm|refugie|fluchtl|refugee|asiel|asile|asylum|asyl|staatlo|apatrid|stateless|staatenl|papier|minderjar|mena|zigeun|woonwagen|voyage|moslim|katholiek|jood|muslim|jud|christ|kathol|musulm|catholi|jui[fv]|protest|jew|jeho|islam|boeddh|hindoe|sikh|afgevaardig|militant|syndic|steward|union|gewerksch|aangesloten|affilie|lid|membre"
)


@remembered
def _is_parent(word: str) -> bool:
    return PARENT_WORD.search(word) is not None


@remembered
def _is_state(word: str) -> bool:
    return STATE_WORD.search(word) is not None


@remembered
def _is_belonging(word: str) -> bool:
    return BELONGING_WORD.search(word) is not None


HAS_YEARS = re.compile(rf" a (?:{_COUNT})$")
WIDOW = re.compile(r"(?:weduwe|widow|witwe|veuve|veuf|weduwnaar|widower|witwer)$")


def family_facts(reading: Reading) -> Iterator[Span]:
    yield from _states(reading)
    yield from _had(reading)
    yield from _told_otherwise(reading)
    for start, end in household_facts(reading):
        yield reading.span(start, end, Kind.FAMILY, 0.7, reason=REASON)
    for match in matches(BELONGING, reading):
        group = next((g for g in ("a", "b", "c") if match[g]), None)
        if group and match[group] not in {"belgische", "belge", "belgian", "vlaamse", "juridische"}:
            yield reading.span(*match.span(group), Kind.FAMILY, 0.7, reason="A nationality or origin")


def _states(reading: Reading) -> Iterator[Span]:
    for match in matches(LABEL, reading):
        end = match.start("v") + len(match["v"].rstrip())
        yield reading.span(match.start("v"), end, Kind.FAMILY, 0.8, reason=REASON)
    for pattern, telling in (
        (PARENTS, _is_parent),
        (STATES, _is_state),
        (STATE_WITH, _is_state),
        (OF_ORIGIN, _is_belonging),
    ):
        for match in (
            m for start, end in reading.around(telling, 70, 70) for m in matches(pattern, reading, start, end)
        ):
            if WIDOW.match(match.group()) and re.match(
                r" [A-Z]", reading.cased[match.end() : match.end() + 2]
            ):
                continue  # 'Weduwe Peeters' is how one calls her
            if reading.plain[match.end() : match.end() + 1] == "-" and match.group().endswith("marie"):
                continue  # 'marie-claire'
            if reading.language == "fr" and HAS_YEARS.search(match.group()):
                continue  # 'mon père a 82 ans'
            if not OUR_KINDS.search(reading.plain, max(0, match.start() - 24), match.start()):
                start = match.end() - len(
                    re.sub(r"^(?:een|a|une?|de|des|d'une?|met een|van een) ", "", match.group())
                )
                yield reading.span(start, match.end(), Kind.FAMILY, 0.75, reason=REASON)


OWN = re.compile(
    r"^(?:mijn|ma|mon|my|meine[nrm]?|haar|sa|son|her|his|zijn|seine[nrm]?|ihre[nrm]?|onze|our|notre|unsere[nrm]?|een|une?|an?|eine[rnm]?) "
)


@remembered
def _is_otherwise(word: str) -> bool:
    return OTHERWISE_WORD.search(word) is not None


def _told_otherwise(reading: Reading) -> Iterator[Span]:
    for start, end in reading.around(_is_otherwise, 60, 60):
        for match in matches(OTHERWISE, reading, start, end):
            if not OUR_KINDS.search(reading.plain, max(0, match.start() - 24), match.start()):
                told = re.sub(OWN, "", match.group())
                yield reading.span(match.end() - len(told), match.end(), Kind.FAMILY, 0.7, reason=REASON)


def _had(reading: Reading) -> Iterator[Span]:
    """Children and relatives that somebody has."""
    for match in matches(ALONE, reading):
        yield reading.span(*match.span("v"), Kind.FAMILY, 0.65, reason=REASON)
    for pattern in (OF_PEOPLE, BEING):
        for match in matches(pattern, reading):
            at = match.start("v")
            if not EVERYBODY.search(reading.plain, max(0, at - 45), at):
                yield reading.span(*match.span("v"), Kind.FAMILY, 0.65, reason=REASON)
    for match in matches(HAVING, reading):
        if reading.language == "nl" and (match["v"] or "").startswith("onze"):
            continue  # 'met onze dochter': eleven only in French
        yield reading.span(*match.span("v" if match["v"] else "w"), Kind.FAMILY, 0.65, reason=REASON)
