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
LABEL = re.compile(
    r"(?<![^\W_])(?:beroep|profession|occupation|metier|beruf|functie|fonction|function|job|activiteit|activite professionnelle|activite|beroepsactiviteit|tatigkeit|employment)\s?[:=]\s{0,3}(?P<v>[^\W\d_][^\n,;.()|\t]{2,40})"
)
# What stands before 'by trade' is a trade, in the list or not.
NAMED_AFTER = re.compile(
    r"(?<![^\W_])(?P<v>(?:(?:zelfstandig|gediplomeerd|sociaal|technisch|medisch|selbststandiger|qualified|licensed) )?[^\W\d_][\w\-]{3,28}(?: d[e'] ?[^\W\d_]{3,18})?)\s"
    r"(?:van beroep|van stiel|van opleiding|in hoofdberoep|in bijberoep|de metier|de profession|de formation|de son etat|a titre principal|a titre complementaire|by trade|by profession|by training|von beruf|im hauptberuf|im nebenberuf)(?![^\W_])"
)
MORE = re.compile(
    r"(?:\s(?:independante?|de carriere|d[e']\s?(?:mathematiques|francais|neerlandais|gymnastique|musique|langues|religion|morale|sciences|histoire|anglais)|in hoofdberoep|in bijberoep))?"
    r"(?:\s(?:(?:bij|in|op|voor|van)\seen|(?:dans|chez|pour|a)\sune?|(?:at|in|for|with)\san?|(?:in|bei|an|fur)\seine[rmn]?)\s(?!(?:ziekenhuis|hopital|hospital|krankenhaus|school|ecole|schule|bedrijf|entreprise|company|firma|fabriek|usine|factory|fabrik|winkel|magasin|shop|geschaft|hotel|restaurant|museum|musee|cinema|kino|gemeente|commune|bank|banque|kantoor|bureau|office|buro|rusthuis|kliniek|clinique|praktijk|cabinet|praxis|universite|universiteit|supermarkt|supermarche|kapsalon|bakkerij|boulangerie|bakery|ferme|boerderij|farm|maison|huis|jaar|maand|klein|kleine|petite?|grote?|grande?|small|large)(?![^\W_]))[^\W\d_]{4,}(?: (?:factory|shop|school|company|office|hospital|warehouse|bakery|home|firm|centre|restaurant|plant|store|mill|garage))?(?=[.,;:)\n]|\s(?:is|ist|bij|in|en|et|and|und|te|a|at|bin|ben|war|was|bei|chez|for|zu|voor|von|van|de|since|sinds|seit|depuis|earns|verdient)(?![^\W_])|\Z))?(?![^\W_])"
)
SELF_BEFORE = re.compile(
    r"(?<![^\W_])(?:selbststandiger?|zelfstandig|self-employed|freelance|zelfstandige)\s\Z"
)
