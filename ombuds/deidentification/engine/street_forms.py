"""The parts of an address as regular expressions over the plain form: number, box, what is no number."""

import re

from ombuds.deidentification.engine.street_words import AFTER_A_NUMBER

DIGIT = r"(?:[0-9lo]|s(?=\d))"
# 12, 12A, 12-14, 12/3, 12b/3, 12 bis; a scanner reads 1 as l and 0 as O.
NUMBER = (
    rf"(?:n°\s?|nr\.?\s?|no[.:]?\s?|nummer\s|numero\s|number\s|hausnr\.?\s?|hausnummer\s|huisnr\.?\s?|huisnummer\s)?(?=[lo]{{0,2}}\d)(?!0\d)"
    rf"{DIGIT}{{1,4}}(?:\s?[\-–/+]\s?\d{{1,4}}(?![\dlo])){{0,2}}"
    r"(?:\s?(?:bis|ter|quater)|[a-h](?![^\W_]|'|\.[a-z])|\s[bcfgh](?![^\W_]|'|\.[a-z]|\s\d{1,2}(?:\.\d|[^\d])))?(?:\s?/\s?[a-z]?\d[\dlo]{0,3}(?:\.\d{1,2})?(?![^\W_])|-[ivx]{1,3}(?![^\W_]))?"
)
_BOX_WORD = (
    r"bus|bte|boite|box|bfk|bk|bf|briefkasten|bt|b|app(?:artement)?|appt|apt|apartment|flat|et|etage|verd|verdiep(?:ing)?|niveau|kamer|chambre|studio|"
    r"wohnung|whg|stock|unit|suite|room|bloc|blok|batiment|bat|porte|gebouw|block|haus|aufgang|ingang|entree|daire|kat|escalier|rez|top|tur"
)
BOX = (
    rf"(?:(?:[ \t,/\-(]{{1,3}}|,?\n)(?:(?:{_BOX_WORD})\.?(?:[ \t:°]{{0,2}}|\n)(?:nr\.?\s?|n°\s?)?(?:\d{{1,4}}[a-z]?(?:[./\-]\d{{1,4}})?|(?<=[ .:°])[a-z]\d{{0,3}})|/\s?\d{{1,4}}"
    r"|\d{1,2}(?:e|de|ste|er|eme|ieme|nd|rd|st|th|\.)?\s(?:verdieping|verdiep|etage|floor|stock|og)(?: (?:links|rechts|li|re|mitte|gauche|droite|left|right|achteraan|vooraan))?|gelijkvloers|rez-de-chaussee|erdgeschoss|ground floor)(?![^\W_])\)?){0,3}"
)
EDGE = r"(?![^\W_])"
# What makes the figures after a street something else than its number.
NOT_A_NUMBER = rf"(?!\s?(?:{AFTER_A_NUMBER})(?![^\W_]))"
# One line, or a comma and the next line; never over a paragraph.
BREAK = r"(?:[ \t]{0,2},[ \t]{0,2}(?:\n(?!\d{1,2}[.)]\s))?|[ \t]{1,3}|\n(?!\n|\d{1,2}[.)]\s))"
TAIL = re.compile(rf"{BREAK}{NUMBER}{EDGE}{NOT_A_NUMBER}{BOX}")
BOXES = re.compile(BOX)
BEFORE = re.compile(rf"(?<![^\W_])(?<!\d[.,/:])(?<![a-z]-)(?P<v>{NUMBER}{BOX})[ \t,\n]{{1,3}}\Z")
FRENCH_NAME = re.compile(
    rf"\.?[ \-\n]{{1,2}}(?P<n>(?:(?!\d{{4}}|0\d|[a-z]-\d)(?:[\w'\-]{{1,30}}|[\w]{{1,4}}\.)[ \n]){{0,7}}?(?!\d{{4}}|0\d|art(?:icle|icles)?[ .])[\w'\-]{{1,30}}){TAIL.pattern}"
)
POST_BOX = re.compile(r"[bp](?<![^\W_].)(?:(?<=p)ostbus|(?<=b)\.?p\.?|(?<=b)oite postale|(?<=p)\.?\s?o\.?\s?box|(?<=p)ostfach)\s(?:n°\s?)?\d{1,6}(?![^\W_])")  # fmt: skip
