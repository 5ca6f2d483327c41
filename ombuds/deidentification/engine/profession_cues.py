"""What stands before and after a trade; plain form, four languages."""

import re

# What stands between a person and the trade.
CUE = re.compile(
    r"(?:(?:^|[^\w])(?:als|beroep(?:shalve)?(?: is| van)?|job(?: is| als)?|functie(?: is| van)?|werk(?:t|te|en)?(?: er| daar| hier| nu| momenteel| voltijds| deeltijds| halftijds| al \w+ jaar| sinds \w+)? als|ben(?: ik)?(?: een| zelf| zelfstandig| gepensioneerd| al \w+ jaar| van opleiding| zelfstandige| voormalig| ex-)?|was(?: ik| hij| zij| ze)?(?: een| jarenlang| vroeger)?|is(?: een| zelfstandig| zelf| gepensioneerd| werkzaam als| van beroep)?|een|zelfstandige?|gepensioneerde?|voormalig|gewezen|opleiding(?: tot| als)?|mijn vrouw|mijn man|"
    r"comme|en (?:tant|qualite) (?:que|de|d')|devenir|devenu(?:e)?|qui est|qui etait|die(?: er)?|who is an?|become an?|became an?|quality of|eigenschaft als|er|daar|(?:jaar|jr\.?|ans|jahre|years|old|alt|oud|jung|jong|passes|jarige|jahrige)(?:,| en| et| and| und)|later(?: ook)?|(?:de )?enige|(?:le |la )?seule?|qui est|die|who is|who's|(?:the )?only|(?:der |die |das )?einzige[rns]?|spater(?: auch)?|auch|ook|aussi|metier(?: de| est| d')?|profession(?: de| est| :)?|poste de|fonction de|emploi de|travaille (?:comme|en tant que)|travaillais comme|suis(?: un| une)?|etais|est(?: un| une)?|etait(?: un| une)?|ancien(?:ne)?|retraitee? |un|une|formation de|formation d'|femme|mari|independant(?:e)?|"
    r"as an?|as|job (?:as|is)|profession(?: is)?|work(?:s|ed|ing)? as an?|am an?|i'm an?|was an?|is an?|retired|former|self-employed|trained|an?|husband|wife|"
    r"arbeite(?:t|te)? als|bin|ist(?: ein| eine)?|war(?: ein| eine)?|beruf(?: ist)?|ein|eine|pensionierte?r?|ehemaliger?|selbstandige?r?|ausbildung (?:zum|zur)|zum|zur)[\s:,(]{1,3}(?:(?:een|un|une|an?|ein|eine|de|d'|voltijds|halftijds|jonge|young|jeune|zelfstandig|zelfstandige|independant|freelance|self-employed|gepensioneerd|gepensioneerde|retired|qualified|senior|junior|licensed)[\s']{0,1}){0,2})\Z"
)
# 'infirmière à', 'leerkracht in', 'nurse at': a workplace follows.
AFTER = re.compile(
    r",\s(?:wonende?|woonachtig|gehuisvest|domicilie\w*|demeurant|residant|residing|living|wohnhaft|geboren|nee?|born|gepensioneerd)(?![^\W_])|\s(?:van hiernaast|d'a cote|from next door|von nebenan|de service|is|te worden|worden|werden|zu werden|wilde worden|van opleiding)(?![^\W_])|"
    r"\s(?:van beroep|de profession|de metier|de formation|by profession|by trade|von beruf|(?:a|au|aux|chez|dans|in|bij|at|for|voor|in het|in een|in de|an der|im|am|bei)\s(?:een |de |het |la |le |l'|une? |the |an? |der |dem |einer |einem )?(?:\w+ )?(?:school|ecole|schule|hopital|hospital|ziekenhuis|krankenhaus|krippe|creche|creches|lycee|college|athenee|universit\w+|rusthuis|woonzorgcentrum|maison de repos|pflegeheim|firma|bedrijf|entreprise|fabriek|usine|fabrik|company|factory|restaurant|winkel|magasin|shop|supermarkt|supermarche|bakkerij|boulangerie))"
)
# What stands before 'by trade' is a trade, in the list or not.
NAMED_AFTER = re.compile(
    r"(?<![^\W_])(?P<v>(?:(?:zelfstandig|gediplomeerd|sociaal|technisch|medisch|selbststandiger|qualified|licensed) )?[^\W\d_][\w\-]{3,28}(?: d[e'] ?[^\W\d_]{3,18})?)\s"
    r"(?:van beroep|van stiel|van opleiding|in hoofdberoep|in bijberoep|de metier|de profession|de formation|de son etat|a titre principal|a titre complementaire|by trade|by profession|by training|von beruf|im hauptberuf|im nebenberuf)(?![^\W_])"
)
MORE = re.compile(
    r"(?:(?<=owner) of an? [a-z]{3,14}(?: [a-z]{3,12})?|(?:(?<=uitbaatster)|(?<=uitbater)|(?<=zaakvoerder)|(?<=zaakvoerster)|(?<=houder)) van een [a-z\-]{4,20}|(?:(?<=gerante)|(?<=gerant)|(?<=patronne)|(?<=patron)|(?<=exploitant)|(?<=exploitante)) d'une? [a-z\-]{3,16}|(?:(?<=betreiber)|(?<=betreiberin)|(?<=inhaber)|(?<=inhaberin)) eine[rs] [a-z\-]{4,20})?(?:\s(?:aan huis|a domicile|at home|von zu hause|poids[ \-]lourds?|super poids lourd|independante?|de carriere|d[e']\s?(?:mathematiques|francais|neerlandais|gymnastique|musique|langues|religion|morale|sciences|histoire|anglais)|in hoofdberoep|in bijberoep))?"
    r"(?:\s(?:(?:bij|in|op|voor|van)\seen|(?:dans|chez|pour|a)\sune?|(?:at|in|for|with)\san?|(?:in|bei|an|fur)\seine[rmn]?)\s(?!(?:ziekenhuis|hopital|hospital|krankenhaus|school|ecole|schule|bedrijf|entreprise|company|firma|fabriek|usine|factory|fabrik|winkel|magasin|shop|geschaft|hotel|restaurant|museum|musee|cinema|kino|gemeente|commune|bank|banque|kantoor|bureau|office|buro|rusthuis|kliniek|clinique|praktijk|cabinet|praxis|universite|universiteit|supermarkt|supermarche|kapsalon|bakkerij|boulangerie|bakery|ferme|boerderij|farm|maison|huis|jaar|maand|klein|kleine|petite?|grote?|grande?|small|large)(?![^\W_]))[^\W\d_]{4,}(?: (?:factory|shop|school|company|office|hospital|warehouse|bakery|home|firm|centre|restaurant|plant|store|mill|garage))?(?=[.,;:)\n]|\s(?:is|ist|bij|in|en|et|and|und|te|a|at|bin|ben|war|was|bei|chez|for|zu|voor|von|van|de|since|sinds|seit|depuis|earns|verdient)(?![^\W_])|\Z))?(?![^\W_])"
)
SELF_BEFORE = re.compile(
    r"(?<![^\W_])(?:selbststandiger?|zelfstandig|self-employed|freelance|zelfstandige)\s\Z"
)

# What the frames of sentences are made of.
INDEFINITE = frozenset({"een", "un", "une", "a", "an", "ein", "eine"})
JOINED = frozenset({" ", "-", "'", "\n"})
FRENCH_LINKS = frozenset({"de", "d", "du", "des", "en", "a", "au", "aux", "l", "la"})
# 'aide à domicile', 'of', 'van de': what may follow inside the name of a trade.
COMPLEMENTS = frozenset("domicile foyer distance pied archives mobilite enfants".split())
# 'de administrateur-generaal', "l'administratrice générale": an office, and offices stay.
GENERAL = re.compile(
    r"[ \-](?:generaal|generale?|gedelegeerd|deleguee?|adjoint|adjunct|van de dienst|der gemeinde|der provinz|des ministeriums)(?![^\W_])"
)
# 'hôtesse de l'air', 'ingénieur du son'; 'dentellière de la région' is where she works.
FIELDS = frozenset(
    "air son route eau environnement enfance jeunesse batiment construction rail mer bois sante education image sang sport voyage spectacle livre textile tourisme feu froid verre cuir metal meuble btp".split()
)
IS_ONE = frozenset("is was est etait ist war".split())
# No trade alone, one after a word that says of what: 'broom maker', 'sewer worker', 'bomb disposal expert'.
HEADS = frozenset(
    "owner maker worker driver expert artist setter cutter caner waller chef cook interpreter singer dancer player catcher trainer rider builder fixer rigger roofer layer picker packer keeper hand minder tuner player walker clerk lad man woman smith wright specialist tender fitter operative expert deskundige specialist".split()
)
# A trade with what it is of: 'owner of a night shop', 'Inhaberin eines Nagelstudios'.
OWNERS = frozenset(
    "owner uitbater uitbaatster zaakvoerder zaakvoerster gerant gerante patron patronne exploitant exploitante betreiber betreiberin inhaber inhaberin".split()
)
LEARNED = re.compile(r"(?:kundige|[io]loog|[io]logue|[io]loge|[io]login|[io]logist|icienne?|iatre|iater|peute?|euse|[^aeu]ierster|iker|ikerin|schmied|wright|smid)$")  # fmt: skip
# They say what they do in the words that follow: 'ingénieur du son', 'toiletteur pour chiens'.
OF_SOMETHING = frozenset(
    "ingenieur ingenieure technicien technicienne toiletteur toiletteuse agent agente operateur operatrice joueur joueuse chef cheffe maitre interprete langue conducteur conductrice eleveur eleveuse scenariste professeur gardien gardienne prepose preposee responsable conseiller conseillere educateur educatrice formateur formatrice".split()
)
ADJECTIVE = re.compile(
    r"(?:dessinee|animee|anciens?|nautique|juree?|legiste|public|publique|animalier|animaliere|graphique|verrier|brasseur|patissier|boulanger|garnisseur|priseur|ferrant|cuisinier|chocolatier|[a-z]{3,}(?:aire|ique|iel|ielle|ial|iale|if|ive|ienne)|ongulaire|hospitali(?:er|ere)|judiciaire|retraitee?|pensionnee?|diplomee?|agreee?|salariee?|assermentee?|specialisee?|qualifiee?|anciens?|independante?|liberale?|privee?)s?$"
)
PLACED = re.compile(r",|\)|\s(?:te|in|bij|uit|van opleiding|van beroep|a|de profession|at|from|by|aus|bei|bij|chez|a la|au|aux|pour|voor|fur|with|and|en|et|und|de formation|et pere|et mere|en vader|en moeder)(?![^\W_])|\.(?!\w)|\n")  # fmt: skip
APART = re.compile(r"(?<=[^\W\d_])(?:\.?, | \(| - )(?=[^\W\d_])")
# 'Partner: Yvonne Smets, rijschoolhouder'.
OF_PARTNER = re.compile(
    r"(?<![^\W_])(?:partner|conjointe?|echtgenote|echtgenoot|ehepartner(?:in)?|spouse|husband|wife|epouse|epoux|vader|moeder|pere|mere|father|mother|vater|mutter|lebenspartner(?:in)?|compagne|compagnon)\s?\.{0,12}\s?[:=]\s?[^\n,:]{3,40}(?:, (?:[^\n,:]{1,22}))?, (?P<v>[^\n.,;:0-9]{3,40})(?=\n|$|,|;)",
)
# 'christa wiertz, psychologin, für', 'The complainant, Abbas, bicycle mechanic, a widow': whatever the capitals.
COMMAS = re.compile(
    r",(?<=[^\W\d_.],) (?P<v>[^\W\d_][\w'\-]*(?: [^\W\d_][\w'\-]*){0,3}?)(?=,| (?:gehuwd|gescheiden|mariee?|divorcee?|married|divorced|verheiratet|geschieden|weduwe|widow|a widow|veuve|witwe|born|nee?|in teilzeit|in vollzeit|in deeltijd|in bijberoep|a temps partiel|a mi-temps|part-time|geboren|wohnhaft|wonende|residing|living|demeurant|domiciliee?|holder|titulaire|houder|houdster|inhaber|inhaberin)(?![^\W_]))"
)
# 'the only gilder in the region', 'de enige beiaardier', 'seule cirière de la région'.
ONLY = frozenset(
    "only enige laatste last seul seule dernier derniere unique einzige einziger letzter letzte einzigen".split()
)
FORMATION = frozenset(
    "formation etudes diplome cap brevet apprentissage metier opleiding cursus studie diploma training course degree certificate".split()
)
# 'un cirier retraité', 'une relieuse au chômage'.
RETIRED = re.compile(
    r"(?<![^\W_])(?:un|une|cet|cette|ce|l') ?(?P<v>[^\W\d_]{4,})(?= (?:retraitee?|pensionnee?|diplomee?|independante?|a la retraite|au chomage|en incapacite|de formation|de metier)(?![^\W_]))"
)
# 'wo Concetta noch immer Notar ist', 'omdat hij imker is'.
SUBORDINATE = frozenset(
    "wo weil dass obwohl da wahrend als bevor nachdem seit die der er sie ich omdat dat waar terwijl hoewel toen aangezien want hij zij ze ik wie".split()
)
LAST_VERBS = frozenset(
    "ist war bin sei ware wurde wird werden gewesen is was ben werd wordt geworden".split()
)
TO_BE = re.compile(r" (?:de |d'une? |d'|en |to be an? |to become an? |as an? |in |van |tot |als |for )")
# 'baat in Staden een boomkwekerij uit', 'tient une crêperie', 'runs a plant nursery', 'betreibt eine Baumschule'.
BUSINESS = re.compile(
    r"(?<![^\W_])(?:baat|baten|runt|runnen|uitbaat|uitbaten|leidt|exploiteert|exploite|exploitait|tient|tenait|gere|gerait|dirige|repris|ouvert|runs|ran|owns|owned|keeps|opened|took over|betreibt|betrieb|fuhrt|fuhrte|eroffnete|leitet|overgenomen|begon|opende|startte)"
    r"(?: (?:ik|wij|we|hij|zij|ze|in|a|au|at|bei|bij|te|zu|near|pres|de|samen|met|ensemble|together|mijn|zelf|nu|sinds|depuis|since|seit)?(?: ?[^\W\d_.,]+(?:-[^\W\d_.,]+)*)){0,4}? (?:een|une?|an?|eine[rnm]?) (?:klein(?:e)? |kleines |petite? |small |eigen |own |eigene |eigenes |family |familie)?"
    r"(?P<v>(?:[a-z]{3,12} )?(?:[a-z]*(?:erij|winkel|zaak|handel|bedrijf|praktijk|atelier|garage|kwekerij|hotel|cafe|salon|studio|boerderij|brouwerij|manege|camping|kinesistenpraktijk|kroeg|kapsalon)|[a-z]*erie|pepiniere|cave|ferme|brocante|gite|manege|auberge|friterie|librairie|garage|menuiserie|chevrerie|bergerie|distillerie|"
    r"nursery|shop|bakery|farm|pub|brewery|smithy|forge|inn|cafe|garage|kennels?|stables|dairy|vineyard|bookshop|workshop|practice|salon|store|[a-z]+(?:schule|laden|geschaft|werkstatt|gartnerei|praxis|hof|backerei|metzgerei|brauerei|schreinerei|kneipe|imbiss|tischlerei|kelterei|molkerei|mosterei|schmiede|spedition|ranch|zucht)))(?![^\W_])"
)
RUNS = frozenset(
    "baat baten runt runnen uitbaat uitbaten leidt exploiteert exploite exploitait tient tenait gere gerait dirige repris ouvert runs ran owns owned keeps opened took betreibt betrieb fuhrt fuhrte eroffnete leitet overgenomen begon opende startte".split()
)
# 'Was in Oekraïne apotheker', 'War in der Ukraine Apothekerin': a note without its subject.
WAS_ONE = re.compile(
    r"(?:^|[.;:\n] ?|, )(?:was|war|is|ist|etait|est|werkte als|travaillait comme|worked as)(?: (?:daar|dort|there|la-bas|vroeger|fruher|formerly|autrefois))?(?: (?:in|au|en|a|aux) (?:de |der |dem |the )?[^\W\d_]+(?:-[^\W\d_]+)?)? (?:een |an? |une? |eine? )?(?P<v>[^\W\d_]{4,})(?=[^\W\d_]*(?:[ ,.;\n]|\Z))",
    re.MULTILINE,
)
USED_TO_BE = re.compile(
    r"(?<![^\W_])(?:used to be|wants to be|wanted to be|hopes to be|going to be|will be|would be|have been|has been|had been|being|(?:wil|wou)(?: later)?(?: ook| graag)?|reve d'etre|voulait etre|veut etre|a ete|ai ete|avoir ete|avait ete|etant|gewesen als) (?:an? |une? |een |ein |eine )(?=[^\W\d_]{3})"
)
