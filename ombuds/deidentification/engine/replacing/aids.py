"""Words that only go with what is no longer told: 'zit in een rolstoel' → 'heeft een beperking'."""

import re

from ombuds.deidentification.engine.replacing.evenly import evenly

AID = re.compile(
    r"(?:en )?(?:rolstoel|rolwagen|elektrische rolstoel|fauteuil roulant|chaise roulante|wheel ?chair|rollstuhl)"
)
HAS = {
    "nl": ("heb", "heeft", "had", "een beperking"),
    "fr": ("ai", "a", "avait", "un handicap"),
    "en": ("have", "has", "had", "a disability"),
    "de": ("habe", "hat", "hatte", "eine Behinderung"),
}
FIRST, THIRD, PAST = 0, 1, 2
VERBS = {
    "nl": re.compile(r"(?<![a-z])(zit|zat)( (?:nu|al|altijd|sindsdien|tegenwoordig))? in (?:een|de|haar|zijn|mijn|ne) $"),
    "fr": re.compile(r"(?<![a-z])(suis|est|etait|etais)()(?: (?:en|dans un|dans une))? $"),
    "en": re.compile(r"(?<![a-z])(am|is|was|sit|sits|sat|use|uses|used)()(?: (?:in|on))? (?:a|an|the|her|his|my) $"),
    "de": re.compile(r"(?<![a-z])(sitzt|sitze|sass|bin|ist|war)( (?:seitdem|jetzt|heute))? (?:im|in einem|in ihrem|in seinem|in meinem) $"),
}  # fmt: skip
I_AM = frozenset("suis am sit use sitze bin".split())
ONCE = frozenset("zat etait etais was sat used sass war".split())
DUTCH_I = re.compile(r"(?<![a-z])ik $")
# 'bijna blind', 'presque aveugle': the adverb goes with its adjective.
ADVERB = re.compile(
    r"(?<![a-z])(?:bijna|volledig|helemaal|compleet|half|vrijwel|presque|completement|totalement|quasi|quasiment|almost|nearly|completely|totally|partly|legally|half"
    r"|fast|beinahe|vollig|halb|nahezu) $"
)
ADJECTIVE = re.compile(
    r"(?:stek|dood)?(?:blind|doof|slechthorend|slechtziend|dement|suikerziek|hartziek|ziek|aveugle|sourde?|malvoyante?|malentendante?|malade|diabetique|schizophrene|depressive"
    r"|deaf|diabetic|epileptic|taub|gehorlos|schwerhorig|zuckerkrank|herzkrank|nierenkrank|krank)"
)
ARTICLE = re.compile(
    r"(?<![a-z])(?:de|het|een|le|la|les|un|une|des|du|l'|the|an?|der|die|das|ein[a-z]{0,2}|dem|den) ?$"
)


def instead_of_the_chair(written: str, before: str, language: str) -> tuple[int, str] | None:
    """(characters of `before` that go, what comes for them and for the aid); None where no verb asks for it."""
    even = evenly(before[-40:])
    if not AID.fullmatch(evenly(written)) or not (verb := VERBS[language].search(even)):
        return None
    start = verb.start()
    said = PAST if verb.group(1) in ONCE else FIRST if verb.group(1) in I_AM else THIRD
    if language == "nl" and said == THIRD and DUTCH_I.search(even[:start]):
        said = FIRST
    has, what = HAS[language][said], HAS[language][-1]
    if language == "fr" and (je := re.search(r"(?<![a-z])(j)e $", even[:start])):
        start, has = je.start(), f"{before[-40:][je.start()]}'{'avais' if said == PAST else 'ai'}"
    return len(even) - start, f"{has}{verb.group(2) or ''} {what}"


def how_someone_is(written: str, before: str) -> int | None:
    """How many characters of `before` go with a word for how someone is ('fast ' of 'fast blind'); None for a noun."""
    even = evenly(before[-30:])
    adverb = ADVERB.search(even)
    if adverb and (ADJECTIVE.fullmatch(evenly(written)) or not ARTICLE.search(even[: adverb.start()])):
        return len(adverb.group())
    return 0 if ADJECTIVE.fullmatch(evenly(written)) and not ARTICLE.search(even) else None
