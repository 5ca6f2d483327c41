"""Addresses of the web and of machines, accounts on social networks, coordinates."""

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address

from ombuds.deidentification.engine.patterns.contact import TOP
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

WEB = re.compile(r"(?:https?|ftps?|hxxps?)\s?:\s?//\s?[^\s<>\"{}|\\^`]{2,2000}|www\.[^\s<>\"{}|\\^`]{3,2000}")
BARE = re.compile(
    r"\.(?:be|com|brussels|vlaanderen|gent|eu|org|net|nl|fr|de|lu|io|info|me|co\.uk|example|social|app|wallonie)"
    r"(?![^\W_])(?:/[^\s<>\"{}|\\^`]{0,500})?"
)
INITIAL = re.compile(r"[A-Za-z]\.[a-z]{2} (?=[^\W\d_])")
HOST = re.compile(r"[a-z0-9][a-z0-9.\-]{0,80}\Z")
# Pages of services are no secret; a page with a number in it may be somebody's file.
PUBLIC = re.compile(
    r"^(?:(?:https?:)?//)?(?:www\.)?(?:[\w\-]+\.)*(?:fgov\.be|belgium\.be|vlaanderen\.be|brussels|wallonie\.be|europa\.eu|ombudsman\.be|"
    r"federaalombudsman\.be|mediateurfederal\.be|vlaamseombudsdienst\.be|le-mediateur\.be|cfwb\.be|spw\.be|ostbelgienlive\.be|dglive\.be|"
    r"ibz\.be|just\.be|stad\.gent|antwerpen\.be|brugge\.be|leuven\.be|mechelen\.be|liege\.be|namur\.be|charleroi\.be|police\.be|politie\.be|"
    r"rva\.be|onem\.be|vdab\.be|forem\.be|actiris\.be|gov\.uk|overheid\.nl|gouv\.fr|bund\.de|raadvst-consetat\.be|const-court\.be|"
    r"delijn\.be|nmbs\.be|belgiantrain\.be|stib-mivb\.be|bpost\.be|wetten\.be|openjustice\.be|statbel\.be|w3\.org)/?(?:[a-z\-]{2,20}/?){0,2}$"
)
FOUR_PARTS = re.compile(r"[0-9](?<![\w.].)\d{0,2}(?:\.\d{1,3}){3}(?:/\d{1,2}|:\d{2,5})?(?![\w]|\.\d)")
SIX_PARTS = re.compile(
    r"[0-9a-f:](?<![\w:].)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f:]{0,4}(?:%\w+|/\d{1,3})?(?![\w:])"
)
MAC = re.compile(r"[0-9a-f](?<![\w:\-].)[0-9a-f](?:[:\-][0-9a-f]{2}){5}(?![\w:\-])")
NAMED = re.compile(
    r"@(?<![\w@.].)[a-z0-9_](?:[\w.\-]{0,40}[\w])?|///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}"
)
NETWORKS = frozenset(
    """facebook instagram insta twitter tiktok linkedin snapchat snap telegram skype discord reddit youtube mastodon bluesky threads whatsapp
    signal messenger pinterest twitch steam vinted gebruikersnaam gebruiker username user pseudo pseudoniem pseudonyme identifiant utilisateur
    benutzername benutzer nickname handle login profiel profielnaam profil profile account accountnaam compte konto""".split()
)
ACCOUNT = re.compile(
    r"(?:[\s\-]?(?:profiel|profil|profile|account|accountnaam|compte|pagina|page|naam|name|gebruiker|utilisateur|user|konto|seite|handle|pseudo)){0,2}"
    r"[\s:='\"(\[]{1,4}@?(?P<v>[a-z0-9_][a-z0-9_.\-]{1,38}[a-z0-9_])(?!\w)"
)
DECIMAL = re.compile(
    r"[0-9\-+](?<![\w.,].)\d{0,2}[.,]\d{3,15}°?\s?[nsz]?\s?[,;/ ]\s?[eowl]?\s?[\-+]?\d{1,3}[.,]\d{3,15}(?!\d)°?(?:\s?[eow](?!\w))?"
)
SIGNED = re.compile(r"[ns](?<!\w.)\s?\d{1,2}[.,]\d{2,10}°?\s?[,;/]?\s?[eow]\s?\d{1,3}[.,]\d{2,10}°?(?!\w)")
DEGREES = re.compile(
    r"[0-9](?<![\w.].)\d{0,2}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['′]{1,2}\s?(?:\d{1,2}(?:[.,]\d{1,6})?\s?[\"'′″]{1,2}\s?)?[nsewozl]?(?!\w)"
    r"(?:[\s,;/]{0,3}\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['′]{1,2}\s?(?:\d{1,2}(?:[.,]\d{1,6})?\s?[\"'′″]{1,2}\s?)?[nsewozl]?(?!\w))?"
)


def online(reading: Reading) -> Iterator[Span]:
    yield from _web(reading)
    yield from _machines(reading)
    yield from _handles(reading)
    yield from _coordinates(reading)


def _web(reading: Reading) -> Iterator[Span]:
    for match in matches(WEB, reading):
        yield from _page(reading, match.start(), match.end())
    for match in matches(BARE, reading):
        if reading.cased[match.start() + 1].isupper() and not reading.cased[match.start() + 2].isupper():
            continue  # 'G.De Clercq' is somebody
        if (
            INITIAL.match(reading.cased, max(0, match.start() - 1))
            and not reading.cased[match.start() - 2 : match.start() - 1].isalnum()
        ):
            continue  # 'F.de Brouwer'
        host = HOST.search(reading.plain[max(0, match.start() - 80) : match.start()])
        start = match.start() - len(host.group()) if host else match.start()
        before = reading.plain[start - 1 : start]
        if host and before not in {"@", ".", "/", ":", "-", "_"} and not re.match(r"www\b", host.group()):
            yield from _page(reading, start, match.end())


def _page(reading: Reading, start: int, end: int) -> Iterator[Span]:
    while end > start and reading.plain[end - 1] in ".,;:!?)]}'\"-*_":
        end -= 1
    address = reading.plain[start:end]
    if not PUBLIC.match(address):
        yield reading.span(start, end, Kind.URL, 0.9, entity=address, reason="A web address")


def _machines(reading: Reading) -> Iterator[Span]:
    for match in matches(FOUR_PARTS, reading):
        if all(int(part) < 256 for part in re.split(r"[/:]", match.group())[0].split(".")):
            yield reading.span(match.start(), match.end(), Kind.IP, 0.95, reason="The address of a computer")
    if reading.plain.count(":") > 1:
        for match in matches(SIX_PARTS, reading):
            if _is_six(match.group()):
                yield reading.span(
                    match.start(), match.end(), Kind.IP, 0.95, reason="The address of a computer"
                )
    for match in matches(MAC, reading):
        yield reading.span(match.start(), match.end(), Kind.IP, 0.9, reason="The address of a device")


def _is_six(text: str) -> bool:
    try:
        IPv6Address(re.split(r"[%/]", text)[0])
    except AddressValueError:
        return False
    return sum(c != ":" for c in text) > 2


def _handles(reading: Reading) -> Iterator[Span]:
    for match in matches(NAMED, reading):
        if re.search(r"[^\W\d_]", match.group()):
            kind = Kind.GPS if match.group().startswith("/") else Kind.HANDLE
            yield reading.span(
                match.start(), match.end(), kind, 0.9, entity=match.group(), reason="A name on a network"
            )
    for index in reading.at(NETWORKS & reading.places.keys()):
        named = ACCOUNT.match(reading.plain, reading.ends[index])
        if named and _is_account(named["v"]):
            yield reading.span(
                *named.span("v"), Kind.HANDLE, 0.8, entity=named["v"], reason="A name on a network"
            )


OF_A_BANK = re.compile(r"[a-z]{2}\d{2,}")  # 'account BE73 2165 2432 7560'


def _is_account(name: str) -> bool:
    """Not a word or a bare figure: something joins letters with figures or with signs inside."""
    letters = sum(c.isalpha() for c in name)
    if OF_A_BANK.fullmatch(name):
        return False
    if letters < 2 or re.search(rf"\.(?:{TOP})$", name):
        return False
    return any(c.isdigit() or c == "_" for c in name) or re.search(r"[a-z]\.[a-z]{2}", name) is not None


def _coordinates(reading: Reading) -> Iterator[Span]:
    for pattern in (DECIMAL, SIGNED, DEGREES):
        for match in matches(pattern, reading):
            if pattern is not DECIMAL or _is_on_earth(match.group()):
                yield reading.span(match.start(), match.end(), Kind.GPS, 0.9, reason="Coordinates of a place")


def _is_on_earth(pair: str) -> bool:
    numbers = re.findall(r"[\-+]?\d+[.,]\d+", pair)
    values = [float(n.replace(",", ".")) for n in numbers]
    # Amounts have two decimals; thousands are grouped by three without more.
    long = all(len(re.split(r"[.,]", n)[1]) > 3 for n in numbers)
    return len(values) == 2 and long and abs(values[0]) <= 90 and abs(values[1]) <= 180
