"""Times of the day: 14u30, 14 h 30, 2:30 pm. Opening hours stay: they are the service's."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

EDGE = r"(?<![\w.,:/\-+].)"
TIME = re.compile(
    rf"[0-9]{EDGE}(?<![\d][.,:/\-]{{1}}.)[0-9]?(?:"
    r"\s{0,2}(?:uur|u\.?|h\.?|heures?|uhr|hrs|hours)\s?[0-5]\d(?:\s?min(?:uten|utes)?\.?|m)?(?!\w)"  # 14u30, 14 h 30, 14 Uhr 30
    r"|:[0-5]\d(?::[0-5]\d)?(?:\s?(?:uur|u|h|heures|uhr|hrs|hours|am|pm|a\.m\.|p\.m\.))?(?![\w:])"  # 14:30
    r"|\.[0-5]\d\s{0,2}(?:uur|u|h|heures|uhr|hrs|am|pm|a\.m\.|p\.m\.)(?!\w)"  # 14.30 uur
    r"|\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)"  # 2 pm
    r")"
)
WHOLE = re.compile(
    r"(?<![^\W_])(?:om|rond|omstreeks|tegen|a|vers|at|around|about|um|gegen|na|vanaf|voor|apres|avant|des|before|after|ab|vor|nach)\s(?:ongeveer |circa |environ |about |etwa )?"
    r"(?P<v>(?:[01]?\d|2[0-4])\s?(?:uur|u|h|heures?|uhr)(?:\s(?:'s (?:ochtends|morgens|avonds|nachts|middags)|du matin|du soir|de l'apres-midi|morgens|abends))?)(?![^\W_])"
)
# 14.50 after a day or after a word for a moment.
CUED = re.compile(
    r"(?:(?<![^\W_])(?:om|at|um|a|rond|vers|omstreeks|gegen|around|tijdstip|uur|heure|time|zeit|uhrzeit|tegen|na|voor|apres|avant|after|before|nach|vor|until|till|tot|jusqu'a|bis|by)\s?:?\s|(?:(?:19|20)[\dlo]{2}|[./\-]\d{1,2}),?\s(?:[\-–|/] |om |at |um |a )?)(?:about |around |ongeveer |environ |circa |gegen |ungefahr |etwa )?"
    r"(?P<v>[0-2l]?[0-9lo][.:][0-5lo][0-9lo](?:\s(?:uur|u|h|uhr|hrs|heures|hours|am|pm))?)(?![\w]|[.,:/]\d|\s?(?:€|eur|%))"
)
IN_WORDS = re.compile(
    r"(?<![^\W_])(?:om|rond|omstreeks|a|vers|at|around|um|gegen)\s(?P<v>(?:half|kwart (?:voor|over|na)|tien (?:voor|over)|vijf (?:voor|over)|half past|quarter (?:past|to)|viertel (?:vor|nach)|halb)\s"
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|funf|sechs|sieben|neun|zehn|zwolf)"
    r"|(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze) heures?(?: (?:et demie|et quart|moins le quart|trente|quinze|du matin|du soir))?)(?![^\W_])"
)
OPEN = re.compile(
    r"\bopen|geopend|gesloten|ouvert|ferme|horaire|heures d|uren\b|opening|geoffnet|offnungs|closed|sprechstunde|permanence|bereikbaar|joignable|"
    r"erreichbar|reachable|loket|guichet|schalter|desk|dagelijks|daily|taglich|tous les jours|elke werkdag|werkdagen|jours ouvrables|office hours|weekday|werktags|"
    r"ouvre|venster|parkeer|dienstregeling|ouvrent|ouvrable|weekdag|workday|working day|monday to|mondays? to|can be reached|werktag|ma(?:andag)? tot|lundi au|montag bis|weekdays|montags|openen|appointment|rendez-vous|afspraak|terminvereinbarung|nach vereinbarung|a votre disposition|te uwer beschikking|"
    r"(?<![^\W_])(?:lu|ma|me|je|mo|di|mi|do|mon|tue|wed|thu)\.? ?[-–/] ?(?:je|ve|sa|vr|do|za|fr|thu|fri|sat)(?![^\W_])|(?:montag|dienstag|mittwoch|donnerstag|freitag)s (?:von|ab)|every (?:mon|tues|wednes|thurs|fri)day|(?:mon|tues|wednes|thurs|fri)days from"
)
RANGE = re.compile(
    r"\s?(?:-|–|tot|a|to|bis|en|et|and|until)\s?\d{1,2}(?:[uh:.]|\s?(?:uur|h|uhr|pm|am|p\.m|a\.m))|\s?(?:-|–|tot|a|to|bis|en|et|and|until)\s(?:noon|midi|middag|mittag|minuit|midnight)"
)
RANGE_BEFORE = re.compile(
    r"(?<![\d/.\-])\d{1,2}\s?(?:uur|u|h|uhr|[uh:.]\d\d|am|pm|a\.m\.|p\.m\.)?\s{0,2}(?:-|–|tot|a|to|bis|en|et|and|until)\s?\Z"
)


# A line of a chat: '[14.13] Jan: …'.
# 'op 12 mei 2024, 10 uur', '12/5/24 - 15 heures', and any hour of a German clock.
AFTER_DAY = re.compile(
    r"(?:(?:19|20)\d\d|[./\-]\d\d|(?:dag|di|manche|day|tag))(?:,| -| –)? (?P<v>(?:[01]?\d|2[0-3]) ?(?:uur|heures?|h|u))(?![^\W_])|(?<![\d.,])(?P<w>(?:[01]?\d|2[0-3]) uhr)(?![^\W_]| \d)"
)
# 'Front desk, 9.15' in the head of a note.
HEADED = re.compile(r"^[^\d\n]{3,40}, (?P<v>(?:[01]?\d|2[0-3])[.:hu][0-5]\d)[ \t]*$", re.MULTILINE)
# 'tussen 12 uur en 13 uur', '4u 's morgens'.
_HOUR = r"(?:[01]?\d|2[0-4]) ?(?:uur|u|h|heures?|uhr)"
BETWEEN = re.compile(
    rf"(?<![^\W_])(?:tussen|van|vanaf|entre|de|between|from|zwischen|von) (?P<v>{_HOUR} (?:en|tot|et|a|and|to|und|bis) {_HOUR})(?![^\W_])"
)
OF_DAY = re.compile(
    r"(?<![\d.,])(?P<v>(?:[01]?\d|2[0-4]) ?(?:uur|u|h)(?: ?[0-5]\d)? ?(?:'?s |in de )(?:morgens|ochtends|middags|namiddags|avonds|nachts|ochtend|avond|namiddag))(?![^\W_])"
)
# '16u past niet', 'dinsdag 10u': in Dutch no other word is needed, unless it says how long something took.
BARE = re.compile(r"(?<![\w.,:/\-+€])(?P<v>(?:[01]?\d|2[0-3])u)(?![\w']|[.:]\d| ?\d)")
HOW_LONG = re.compile(
    r"(?:duur\w*|\w*wacht\w*|gedurende|binnen|slechts|maar|ruim|bijna|minstens|minder dan|meer dan|per|elke|om de|telkens|al|nog|na|over|x|max\.?|minimum|maximum|ongeveer|zowat|circa|reeds|en een half) \Z"
)
FOR_LONG = re.compile(
    r" ?(?:later|lang|geleden|gewacht|wacht\w*|per|werk|aan een stuk|te laat|vertraging|slaap|rijden|onderweg|stroom|vroeger|extra|les|hulp|poets\w*|/|en half|en een half|op voorhand|vooraf|na|voor)(?![^\W_])|-? ?(?:tot|-) ?\d"
)
CHAT = re.compile(r"\[(?P<v>[0-2]?\d[.:h][0-5]\d(?:[.:][0-5]\d)?(?: ?(?:u|h|uur|uhr|am|pm|hours))?)\]")


def times(reading: Reading) -> Iterator[Span]:
    for pattern, group in (
        (TIME, 0),
        (CUED, "v"),
        (WHOLE, "v"),
        (IN_WORDS, "v"),
        (CHAT, "v"),
        (HEADED, "v"),
        (AFTER_DAY, "v"),
        (BETWEEN, "v"),
        (OF_DAY, "v"),
    ):
        for match in matches(pattern, reading):
            start, end = match.span(group if group != "v" or match["v"] is not None else "w")
            german_am = reading.language == "de" and re.search(r"\sam$", reading.plain[start:end])
            end -= 3 if german_am else 0
            if _is_time(reading.plain[start:end]) and not is_opening_hour(reading, start, end):
                yield reading.span(start, end, Kind.TIME, 0.8, reason="A time of the day")
    for match in matches(BARE, reading) if reading.language == "nl" else ():
        start, end = match.span("v")
        told = HOW_LONG.search(reading.plain, max(0, start - 16), start) or FOR_LONG.match(reading.plain, end)
        if not told and not is_opening_hour(reading, start, end):
            yield reading.span(start, end, Kind.TIME, 0.7, reason="A time of the day")


def _is_time(said: str) -> bool:
    digits = re.match(r"\d{1,2}", said)
    return digits is None or int(digits.group()) <= 24


def is_opening_hour(reading: Reading, start: int, end: int) -> bool:
    """Part of a range of hours, in a sentence or line on when a service is open."""
    ranged = RANGE.match(reading.plain, end) or RANGE_BEFORE.search(reading.plain, max(0, start - 14), start)
    around = reading.plain[max(0, start - 110) : end + 40]
    cut = re.split(r"\n\n|[!?]\s", around[: start - max(0, start - 110)])[-1]
    return ranged is not None and (
        OPEN.search(cut) is not None or OPEN.search(reading.plain, end, end + 40) is not None
    )
