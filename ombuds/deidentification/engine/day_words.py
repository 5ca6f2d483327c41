"""Words of the calendar in four languages, plain form, and the turns of phrase that point at a day."""

import re

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.words import MONTH_SHORT, MONTHS, WEEKDAYS

MONTHS_BY_NAME: dict[str, int] = {
    plain(m): n for months in MONTHS.values() for n, m in enumerate(months, 1)
} | {
    **MONTH_SHORT,
    "januar": 1, "janner": 1, "jaenner": 1, "marz": 3, "maerz": 3, "maart": 3, "mei": 5, "mai": 5, "aout": 8, "septembre": 9, "avri": 4, "ao": 8,
    "janu": 1, "0ktober": 10, "augustis": 8, "febuari": 2, "febrari": 2, "fevier": 2, "mrz": 3,
}  # fmt: skip
MONTHS_BY_NAME.pop("ao")
# Short forms that are no other word, so that a year alone makes them a month: 'sept. 2024'.
ALONE = frozenset(
    "mei mai may juni juli juin june july mars sept okt oct nov dec dez feb febr jan janv aug apr avr aout mrt mrz".split()
)
MONTH_CAPITAL = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec".split()
)
_names = sorted({plain(d) for days in WEEKDAYS.values() for d in days}, key=len, reverse=True)
WEEKDAY = "|".join([*_names, "sonnabend", "ma", "di", "wo", "do", "vr", "za", "zo", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "mo", "mi", "fr", "sa"])  # fmt: skip
_days = "|".join(_names)
_months = "|".join(
    sorted((m for m in MONTHS_BY_NAME if len(m) > 3 or m in {"mei", "mai", "may"}), key=len, reverse=True)
)
MONTHS_LONG = "|".join(sorted((m for m in MONTHS_BY_NAME if len(m) > 3), key=len, reverse=True))

VAGUE = (
    r"(?:de |la |the |der |die )?(?:eerste|tweede|derde|laatste|premiere|deuxieme|troisieme|derniere|first|second|third|last|erste|ersten|zweite|zweiten|dritte|dritten|letzte|letzten)\s(?:week|helft|dagen|semaine|quinzaine|half|days|woche|halfte|tage)(?:\s(?:van|de|of|des|im|d'))?(?:\s(?:de|maand|mois de|monats))?|"
    r"in de loop van|in the course of|au cours d[eu](?: mois de)?|im laufe? des|begin|midden|half|medio|eind|einde|halverwege|(?:au )?debut(?: du mois de)?|mi|(?:a la )?fin(?: du mois de)?|courant|"
    r"early|mid|late|beginning of|middle of|end of|anfang|mitte|ende"
)
_number = (
    r"(?:\d{1,3}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|twintig|dertig|enkele|enige|paar|"
    r"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quelques|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|several|few|"
    r"ein|eine|einen|einem|einer|zwei|drei|funf|sechs|sieben|acht|neun|zehn|zwolf|vierzehn|einige|einigen|wenige)"
)
_unit = (
    r"(?:dagen|dag|weken|week|maanden|maand|jaren|jaar|uren|uur|jours?|semaines?|mois|ans?|annees?|heures?|"
    r"days?|weeks?|months?|years?|hours?|tagen?|wochen?|monaten?|monate?|jahren?|stunden?)"
)
_last = r"vorige|vorig|afgelopen|volgende|aanstaande|jongstleden|laatste|last|next|this past|letzten|letzte|letzter|vergangenen|vergangene|kommenden|kommende|nachsten|nachste"
RELATIVE = re.compile(
    rf"(?<![^\W_])(?:(?:{_last})\s(?:{_days}|{_months})(?:voormiddag|namiddag|ochtend|morgen|middag|avond|nacht)?"
    rf"|(?:{_days}|{_months})\s(?:dernier|derniere|passe|prochain|prochaine|jongstleden|jl\.?|l\.?l\.?|last|next|laatstleden)"
    rf"|(?:een |a )?{_number}\s{_unit}\s(?:geleden|ago)"
    rf"|il y a (?:environ |presque |plus de |a peine )?{_number}\s{_unit}|vor (?:etwa |ungefahr |knapp )?{_number}\s{_unit}"
    r"|(?:lente|voorjaar|zomer|herfst|najaar|winter|printemps|ete|automne|hiver|spring|summer|autumn|fruhling|sommer|herbst) (?:van|de|of|des) (?:vorig jaar|dit jaar|l'an dernier|l'annee derniere|cette annee|last year|this year|letzten jahres|dieses jahres)"
    rf"|(?:(?:[12]?\d|3[01])\.? )?(?:{_months})\s(?:(?:van|de|of|des)\s)?(?:vorig\sjaar|dit\sjaar|l'an dernier|l'annee derniere|cette\sannee|(?:last|this)\syear|(?:letzten|dieses|vorigen)\sjahres|d\. ?j\.)"
    r"|(?:de|daags) (?:dag|avond|ochtend) (?:voordien|ervoor|erna|nadien|tevoren)|daags (?:nadien|erna|voordien|ervoor|tevoren)|(?:de )?(?:volgende|vorige) (?:dag|ochtend|morgen|avond|nacht)"
    r"|le lendemain(?: matin| soir)?|la veille(?: au soir)?|le surlendemain|l'avant-veille|avant-hier|hier (?:matin|soir|apres-midi|midi)"
    r"|the (?:day|night|morning|evening) (?:before|after)(?: yesterday| tomorrow)?|the (?:following|next|previous) (?:day|morning|evening|night)|am (?:nachsten|folgenden|vorherigen) (?:tag|morgen|abend)"
    r")(?![^\W_])"
)
SINGLE = re.compile(
    r"(?<![^\W_])(?:eergisteren|gisteren(?:avond|morgen|ochtend|middag|namiddag|nacht)?|gister(?:avond|middag|morgen|ochtend|nacht)|yesterday(?: morning| evening| afternoon)?|vorgestern(?! geb)|gestern(?: abend| morgen| nachmittag| fruh)?|overmorgen)(?![^\W_])"
)
SEASON = re.compile(
    r"(?<![^\W_])(?:lente|voorjaar|zomer|herfst|najaar|winter|printemps|ete|automne|hiver|spring|summer|autumn|fall|fruhling|fruhjahr|sommer|herbst|"
    r"(?:kerst|zomer|paas|herfst|krokus|lente|grote )vakantie|vacances (?:de |d'|du |scolaires de )?(?:noel|paques|ete|carnaval|toussaint|printemps|automne)|(?:christmas|easter|summer|autumn|half-term|spring) holidays|(?:weihnachts|oster|sommer|herbst|karnevals)ferien|kerstmis|kerst|pasen|noel|paques|christmas|easter|weihnachten|ostern)(?:\s{1,2}(?:van|de|of|von|des jahres|van het jaar))?\s{1,2}(?:(?:19|20)\d{2}|'\d{2})(?!\w|[.,]\d)"
)
BIRTH = re.compile(
    r"\bgeboren\b|\bgeb\.?(?![a-z])|\bgeboortedatum|\bgeboortedag|\bnee?(?:\(e\)|·e|\.e)?\s(?:le|a|en)\b|\bdate de naissance|\bnaissance\b|\bborn\b|\bdob\b|\bd\.o\.b|\bdate of birth|\bbirth ?da(?:te|y)|"
    r"\bgeburtsdatum|\bgeburtstag|\bgeb\.\b|°\s?$|\bverjaardag|\bverjaart|\banniversaire|\bgeboorte\b|\bgeburt\b|\bndat\b|\bdate naiss|\bne\(e\)|\bgeboortedat\b|\bnaiss\b"
)
BIRTH_YEAR = re.compile(
    r"(?:\bgeboren (?:in|anno)|\bgeboren(?= ')|\bgeboortejaar[ :]{1,2}|\bnee?(?:\(e\))? en|\bannee de naissance[ :]{1,3}|\bborn in|\byear of birth[ :]{1,2}|\bgeburtsjahr[ :]{1,2}|\bjahrgang|\bgeboren im jahre?|"
    r"\bgeboren (?:te|in) [a-z\-]{2,30} in|\bnee? a [a-z\- ]{2,30} en|\bborn in [a-z\-]{2,30} in)\s?(?P<v>(?:19|20)\d{2}|'\d{2}|(?<=nee en )\d{2}|(?<=ne en )\d{2})(?!\w|[.,/\-]\d)"
)
