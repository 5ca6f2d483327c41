"""Peoples, their languages and what is theirs: 'Ghanese', 'Marokkaan', 'Polonais', 'Ukrainerin' name nobody by themselves."""

import re
from functools import lru_cache

_STEMS = (
    "marokk|marok|maroc|marocai|turk|turc|syr|irak|iraq|iran|afgha|ghan|ghane|niger|nigeri|congo|kongo|congol|kongol|rwand|ruand|burund|kameroen|cameroun|kamerun|cameroon|guine|senegal|somal|eritr|ethiop|athiop|oekrai|ukrai|ukrain|russ|pol|polon|pools|roeme|roumai|rumani|roman[iy]|bulga|hongaar|hongaars|hongr|hungar|ungar|"
    "albane|albani|albana|kosov|serv|serb|kroat|croat|bosni|griek|grec|gree|griech|ital|itali|spanj|spaan|spani|espagn|portug|brazil|brasil|bresil|colombi|kolumbi|chin|chine|indi|pakist|bangla|nepal|tibet|viet|vietna|thai|filipij|philip|alger|tunes|tunis|tunesi|egypt|agypt|libane|liban|leban|palest|palasti|jordan|"
    "jemen|koerd|kurd|armeen|armen|georgi|tsjetsj|tchetch|tschetsch|belg|belgi|vlaam|vlaming|flaman|flam|wall|wallon|neerland|nederland|niederland|hollan|holland|duit|deutsch|frans|francai|franzo|engel|engl|angl|brit|amerik|americ|ameri|amerika|canad|kanad|afrik|afri|afric|europ|europe|luxemb|zwits|suiss|schweiz|oostenr|osterr|autrich|"
    "slowaa|slova|slowak|tsjech|tchequ|tschech|let|lito|littau|lithua|ests|estni|zweed|suedo|schwed|noor|norv|norweg|deen|dano|dani|fin|finn|finland|ier|irland|schot|ecoss|iers|japan|japon|kore|core|peru|perua|mexi|cuba|kuba|haiti|togol|benin|mali|ivoir|angol|soedan|soudan|sudan|libi|libysch"
)
_ENDINGS = (
    "isch|ische|ischen|ischer|isches|aans|aanse|aan|anen|ees|ese|esen|esin|iaan|iaans|iaanse|er|erin|erinnen|ern|ers|ier|iers|ierin|ien|iens|ienne|iennes|ois|oise|oises|ais|aise|aises|ain|ains|aine|aines|an|ans|ane|"
    "ian|ians|ean|eans|i|is|ish|s|se|sch|sche|schen|n|in|innen|e|en|ens|ense|nees|nese|namees|namese|netien|ines|inees|stan|stani|staans|staanse|ander|anders|andse|ands|ch|que|ques|enne|ennes|ennen|as|ar|aren|ek|us|ol|oise|iya|ino|ina|ien|nisch|nische|nischen|aner|anerin|nier|nierin|land|lander|landerin|esisch|esische|esischen|ijns|ijnse"
)
LONGEST = 25
# Languages, with or without a country.
SPOKEN_LANGUAGES = frozenset(
    "turc twi tamil telugu wolof peul pular fula hausa yoruba igbo akan ewe lingala swahili kirundi kinyarwanda tshiluba kikongo amharisch amharic amharique oromo somali somalisch tigrinya tigrigna pashto pasjtoe paschtu dari farsi urdu hindi bengali punjabi tamil mandarijn mandarin mandarijns kantonees cantonese koerdisch kurmanci kurmanji sorani aramees aramaic tamazight berbers tarifit riffijns darija georgisch armeens esperanto gebarentaal".split()
)
OF_A_PEOPLE = re.compile(
    rf"(?:{_STEMS})(?:{_ENDINGS})\Z|(?:pools|poolse|belg|belgen|belges?|turk|turken|pole|polen|polin|dari|farsi|tigrinya|pasjtoe|pashto|lingala|swahili|arabisch\w*|arab(?:e|es|ic|ier|ierin)|berbers|berbere|riffijns|latijn|latin)\Z"
)


@lru_cache(maxsize=20_000)
def is_of_a_people(word: str) -> bool:
    return 3 < len(word) < LONGEST and OF_A_PEOPLE.match(word) is not None
