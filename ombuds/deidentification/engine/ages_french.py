"""Ages as French tells them beside any word for somebody: un carillonneur de 52 ans, de 8 et 11 ans, son soixantième anniversaire."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.ages_in_words import _WORDS
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches

_NUMBER = rf"(?:1?\d{{1,2}}(?:[.,]5)?|{_WORDS['fr']}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_UNIT = r"(?:ans|annees|printemps|mois|semaines)"
_ABOUT = (
    r"(?:(?:environ|a peine|bientot|presque|pres de|plus de|moins de|deja|tout juste|seulement|quelque) ?)?"
)
_HALF = r"(?: et demie?)?"
# 'un chauffeur de 52 ans', "une femme d'environ 40 ans": the word before tells whether somebody is meant.
OF_SOMEBODY = re.compile(
    rf"(?<![^\W_])(?P<who>[^\W\d_]{{3,}}) (?:de |d')(?P<v>{_ABOUT}{_NUMBER} {_UNIT}{_HALF})(?![^\W_])(?! (?:de|d')(?! age))"
)
# What lasts that long instead: by its ending, or one of the few words for a time, a loan and a punishment.
LASTING = re.compile(
    r"(?:tion|sion|ment|age|ure|ence|ance|ite|iete|nete|aute|ie|isme|bail|baux|contrats?|delais?|peines?|durees?|periodes?|emprunts?|prets?|plans?|mandats?|credits?|prison|anciennete|retards?|termes?|cycles?|etudes?|"
    r"stages?|conges?|terme|attente|travail|travaux|service|mariage|moins|plus|pres|reclusion|sursis|intervalle|ecart|espace|laps|partir|depuis|pendant|bout|lors|vie|faits?|abonnements?|projets?|programmes?|fixe|dossiers?|preavis|recul|histoire|combat|lutte|carence|maximum|minimum|total|vieux)\Z"
)
FRAMES = re.compile(
    rf"(?<![^\W_])(?:agee?s?(?: (?!de |d')[a-z']{{1,14}}){{1,3}} (?:de |d')|vieux de |vieille de |(?:age|ages) ?: ?|(?:passe|des|frole|frise|atteint|cap des|barre des|compte|retraite,) (?:les |ses )?)(?P<a>{_ABOUT}{_NUMBER} {_UNIT}{_HALF})(?![^\W_])"
    rf"|(?<![^\W_])(?:de |ont |avons |avez |respectivement |ages de |agees de |\(|mes |ses |leurs |vos |, )(?P<b>{_NUMBER}(?: ans)?(?:, {_NUMBER}(?: ans)?){{0,4}} (?:et|ou) {_NUMBER} ans{_HALF})(?![^\W_])(?! (?:de|d')(?! age))"
    rf"|(?:aines?|ainees?|cadets?|cadettes?|autre|benjamine?|dernier|derniere|il|elle|frere|soeur|jumeaux) en (?:a|avait|aura|ont) (?P<d>{_NUMBER})(?=[.,;)\n]|\Z| (?:et|mais|maintenant|aujourd)(?![^\W_]))"
    rf"|(?<![^\W_])(?:fille|garcon|fils|bebe|petite?|jumeaux|jumelles|enfant|conjointe?|epouse|epoux|mere|pere),? \(?(?P<e>{_NUMBER} {_UNIT}{_HALF})(?=[).,;]|\Z)"
    rf"|(?<![^\W_])(?:divorcee?|mariee?|celibataire|veuve|veuf|separee?|pensionnee?|retraitee?|a present|aujourd'hui|desormais|maintenant|bientot|c'est-a-dire|soit|jumeaux ont|jumelles ont|tripl\w+ ont|enfants ont|fils ont|filles ont|garcons ont)(?:,? et|,)? (?P<g>{_ABOUT}{_NUMBER} ans{_HALF})(?= ?[.,;:!?)\n]|\Z| (?:et|mais|qui|avec|ou|chacun|chacune)(?![^\W_]))"
    r"|(?<![^\W_])(?:une? |les |nous, |jeunes? )(?P<f>quinquas?|quadras?|septuas?|octos?)(?![^\W_])"
)
GROUPS = "abdefg"
# The sixtieth birthday of somebody; that of a law or a firm is told with its name.
BIRTHDAY = re.compile(
    r"(?<![^\W_])(?:mon|son|leur|votre|le) (?P<v>(?:\d{2,3} ?(?:e|eme|ieme)|[a-z\-]{3,30}ieme) anniversaire)(?= de (?:ma|mon|mes|sa|son|ses|notre|leur|m|mme|madame|monsieur)(?![^\W_])|[.,;!)\n]|\Z)"
)
BEFORE = 40


def ages_french(reading: Reading, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other. `numbers`: where an age may stand."""
    if reading.language != "fr":
        return
    for index in reading.places.get("anniversaire", ()):
        start, end = reading.starts[index], reading.ends[index]
        yield from (m.span("v") for m in matches(BIRTHDAY, reading, max(0, start - BEFORE), end + BEFORE))
    for start, end in numbers:
        for match in matches(OF_SOMEBODY, reading, start, end):
            if not LASTING.search(match["who"]):
                yield match.span("v")
        for match in matches(FRAMES, reading, start, end):
            yield match.span(next(group for group in GROUPS if match[group] is not None))
