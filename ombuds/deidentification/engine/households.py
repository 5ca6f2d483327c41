"""How somebody lives, as letters say it beside the usual: 'Étant en garde alternée', 'legally cohabiting', 'da ich ledig bin'.

Each pattern is tried only around a word without which it never matches.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches

_LATELY = {
    "nl": r"(?:(?:nu|al|nog|ook|altijd|pas|momenteel|sinds kort|inmiddels|intussen|een|zelf|en) ){0,2}",
    "fr": r"(?:(?:actuellement|toujours|encore|aujourd'hui|desormais|deja|aussi|maintenant|recemment|bien|une?|en|moi-meme|elle-meme|lui-meme|a present) ){0,2}",
    "en": r"(?:(?:now|still|also|just|currently|recently|already|newly|an?|the|ill and|alone and|in) ){0,2}",
    "de": r"(?:(?:jetzt|noch|auch|immer|gerade|derzeit|seit kurzem|bereits|eine?|selbst|krank und|allein und) ){0,2}",
}
_STATE = {
    "nl": r"(?:alleenstaande?|alleenwonend|pleegouders?|pleegmoeder|pleegvader|halve wees|volle wees|wettelijk samenwonend|feitelijk (?:gescheiden|samenwonend)|apart gaan wonen|uit elkaar)",
    "fr": r"(?:separee?s?(?: de (?:fait|corps))?|divorcee?s?|veuve?s?|veufs?|celibataires?|cohabitante?s?(?: legale?s?| legaux| de fait)?|(?:mere|pere) (?:celibataire|isolee?|seule?)|(?:mere|pere|parents?|famille|maman|papa) d'accueil|(?:semi-)?orpheline?s?(?: de (?:pere et de mere|pere|mere))?|pupilles?|aidante?s? proches?|garde (?:alternee|partagee|conjointe|exclusive)|"
    r"hebergement (?:egalitaire|alterne|principal)|instance de (?:divorce|separation)|concubinage|union libre|menage recompose)",
    "en": r"(?:(?:legally|lawfully|formally) cohabit(?:ing|ed)|(?:legal )?cohabitants?|cohabiting|separated|divorced|widowed|single|estranged|foster (?:mother|father|parents?|carers?)|sharing custody|(?:single|lone) (?:mother|father|parent)|half-orphan|orphan(?:ed)?)",
    "de": r"(?:ledig|alleinstehend|alleinlebend|allein lebend|getrennt(?: lebend)?|verwitwet|geschieden|(?:gesetzlich|faktisch|rechtlich) zusammen(?:wohnend|lebend)|zusammenlebend|pflegeeltern|pflegemutter|pflegevater|halbwaise|pflegende[r]? angehorige[r]?)",
}
# Who is: somebody, never a bill that is separated from another or a room that is isolated.
_WHO = {
    "nl": r"(?:ik ben|ben ik|hij is|zij is|ze is|is (?:hij|zij|ze)|wij zijn|we zijn|zijn (?:wij|we)|ze zijn|zij zijn|(?:ik|hij|zij|ze) was|die (?:is|was)|(?:moeder|vader|dochter|zoon|zus|broer|vrouw|man|vriendin|vriend) is)",
    "fr": r"(?:etant|je suis|suis|(?:il|elle) (?:est|etait|reste|vit)|(?:ils|elles) (?:sont|etaient)|nous sommes|nous etions|j'etais|etre|(?:qui|mere|pere|fille|fils|soeur|frere|mari|femme) (?:est|etait)|redevenue?|devenue?|depuis que je suis)",
    "en": r"(?:being|i am|i'm|i was|(?:he|she) (?:is|was|has been)|(?:he|she)'s|(?:we|they) (?:are|were|have been)|(?:we|they)'(?:re|ve been)|i have been|i've been|who (?:is|was)|(?:mother|father|daughter|son|sister|brother|wife|husband|parents) (?:is|was|are|were)|having been)",
    "de": r"(?:ich bin|bin ich|bin|(?:sie|er) ist|ist (?:sie|er)|wir sind|sind wir|sie sind|ich war|(?:er|sie) war|(?:mutter|vater|tochter|sohn|schwester|bruder|frau|mann|eltern) (?:ist|sind|war)|da ich|weil ich|obwohl ich|da sie|weil sie|da er|weil er|ich als|als)",
}
_ENDS = r"(?![^\W_]|-[a-z]| (?:by|into|out|von den|van de facturen)(?![^\W_]))"
FRAMES = {
    language: re.compile(
        rf"(?<![^\W_]){_WHO[language]},? {_LATELY[language]}(?P<v>{_STATE[language]}){_ENDS}"
    )
    for language in _STATE
}
# They say it wherever they stand.
ANYWHERE = re.compile(
    r"(?<![^\W_])(?P<v>shar(?:ing|es|ed|e) custody|(?:legally|lawfully) cohabiting|gesetzlich zusammen(?:wohnende?[rn]?|lebende?[rn]?|(?= ?[.,;)\n]))|(?:alleinstehend|ledig)(?= (?:bin|ist|war|sind|lebe|lebt|bleibe)(?![^\W_]))|halbwaise|halve wees|half-orphan|(?:semi-)?orpheline? de (?:pere|mere))(?![^\W_])"
)
# 'Aide aux personnes isolées', 'the law on legally cohabiting couples': everybody's.
EVERYBODYS = re.compile(
    r"(?<![^\W_])(?:personnes?|couples?|people|persons|personen|wet op|loi sur|law on|gesetz uber|si|if|wenn|falls|als u|lorsque|quand|when|whether|ob|of|soit) (?:[^\W\d_]+ ){0,3}\Z"
)
TELLING = re.compile(
    r"alleen\w+|pleeg\w+|wees|samenwonend|gescheiden|wonen|elkaar|separee?s?|divorc\w+|veu[fv]e?s?|celibataires?|cohabit\w+|isolee?|seule?|accueil|orph\w+|pupilles?|proches?|alternee?|partagee|conjointe|exclusive|egalitaire|principal|concubinage|libre|recompose|separation|separated|widowed|single|"
    r"estranged|foster|custody|lone|orphan\w*|ledig|allein\w+|lebend|getrennt|verwitwet|geschieden|zusammen\w*|pflege\w*|halbwaise"
)


@remembered
def _is_telling(word: str) -> bool:
    return TELLING.fullmatch(word) is not None


def household_facts(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    frame = FRAMES.get(reading.language)
    for start, end in reading.around(_is_telling, 50, 40):
        for pattern in (frame, ANYWHERE) if frame else (ANYWHERE,):
            for match in matches(pattern, reading, start, end):
                at = match.start()
                if not EVERYBODYS.search(reading.plain, max(0, at - 40), at):
                    yield match.span("v")
