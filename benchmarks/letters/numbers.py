"""Numbers that look like the real ones: right lengths, right checksums, as many ways of writing as people have."""

import string
import unicodedata
from datetime import date
from random import Random

from benchmarks.letters.names import Person


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice(string.digits) for _ in range(count))


def letters(rng: Random, count: int) -> str:
    return "".join(rng.choice("ABCDEFGHJKLMNPRSTVWXYZ") for _ in range(count))


def national_number(rng: Random, born: date, woman: bool) -> str:
    """Eleven digits of a Belgian national register number, or in one of twelve cases of a BIS number."""
    month = born.month + (rng.choice([20, 40]) if rng.random() < 0.08 else 0)
    serial = rng.randrange(2 if woman else 1, 998, 2)
    base = f"{born.year % 100:02}{month:02}{born.day:02}{serial:03}"
    check = 97 - int(("2" if born.year >= 2000 else "") + base) % 97
    return f"{base}{check:02}"


def written_national_number(number: str, rng: Random) -> str:
    y, m, d, serial, check = number[:2], number[2:4], number[4:6], number[6:9], number[9:]
    return rng.choice([
        f"{y}.{m}.{d}-{serial}.{check}", f"{y}.{m}.{d}-{serial}.{check}", number, f"{y}{m}{d}-{serial}-{check}",
        f"{y}{m}{d} {serial} {check}", f"{y}.{m}.{d} {serial}-{check}", f"{y} {m} {d} {serial} {check}", f"{y}{m}{d}-{serial}.{check}",
        f"{y}/{m}/{d}-{serial}-{check}",
    ])  # fmt: skip


def iban(rng: Random) -> str:
    account = digits(rng, 10)
    account += f"{int(account) % 97 or 97:02}"
    if rng.random() < 0.85:
        return "BE" + _check("BE", account) + account
    country, bban = rng.choice(
        [
            ("NL", "RABO0" + digits(rng, 9)),
            ("FR", digits(rng, 23)),
            ("DE", digits(rng, 18)),
            ("LU", digits(rng, 16)),
        ]
    )
    return country + _check(country, bban) + bban


def _check(country: str, bban: str) -> str:
    number = "".join(str(int(char, 36)) for char in bban + country + "00")
    return f"{98 - int(number) % 97:02}"


def written_iban(value: str, rng: Random) -> str:
    spaced = " ".join(value[at : at + 4] for at in range(0, len(value), 4))
    return rng.choice([spaced, spaced, spaced, value, spaced.replace(" ", "-"), spaced.replace(" ", ".")])


def card(rng: Random) -> str:
    """Sixteen digits that pass Luhn's check."""
    body = rng.choice(["4", "5"]) + digits(rng, 14)
    total = sum(sum(divmod(int(char) * (2 if at % 2 == 0 else 1), 10)) for at, char in enumerate(body))
    number = body + str(-total % 10)
    parts = [number[at : at + 4] for at in range(0, 16, 4)]
    return rng.choice([" ".join(parts), "-".join(parts), number])


def phone(rng: Random) -> str:
    """The national number without its leading zero: a mobile or a Belgian line."""
    if rng.random() < 0.65:
        return rng.choice(["47", "48", "49", "46"]) + digits(rng, 7)
    return rng.choice(["2", "3", "4", "9"]) + rng.choice("2345678") + digits(rng, 6) if rng.random() < 0.6 else (
        rng.choice(["10", "11", "14", "15", "16", "50", "51", "65", "71", "80", "81", "87"]) + rng.choice("2345678") + digits(rng, 5)
    )  # fmt: skip


def written_phone(number: str, rng: Random) -> str:
    area = 3 if len(number) == 9 else 1 if number[0] in "2349" else 2
    head, rest = number[:area], number[area:]
    pairs = [rest[:2], rest[2:4], rest[4:]] if len(rest) == 6 else [rest[:3], rest[3:5], rest[5:]]
    start = rng.choice(["0{}", "0{}", "0{}", "+32 {}", "+32 {}", "0032 {}", "+32 (0){}", "+32(0) {}"]).format(
        head
    )
    joined = rng.choice([" ", " ", ".", "", "-"]).join(pairs)
    return (
        start
        + rng.choice([" ", "/", " ", "-", "/"] if start[0] == "0" and start[1] != "0" else [" "])
        + joined
    )


def plate(rng: Random) -> str:
    mark = rng.choice("12") + "-" + letters(rng, 3) + "-" + digits(rng, 3)
    return rng.choice(
        [
            mark,
            mark,
            mark,
            mark.replace("-", " "),
            mark.replace("-", ""),
            f"{letters(rng, 3)}-{digits(rng, 3)}",
            mark.lower(),
        ]
    )


def identity_document(rng: Random) -> str:
    base = digits(rng, 10)
    card_number = f"{base[:3]}-{base[3:]}-{int(base) % 97 or 97:02}"
    return rng.choice(
        [
            card_number,
            card_number,
            card_number.replace("-", " "),
            f"E{letters(rng, 1)}{digits(rng, 6)}",
            f"B {digits(rng, 7)} {digits(rng, 2)}",
            f"G{letters(rng, 1)}{digits(rng, 6)}",
        ]
    )


def company_number(rng: Random) -> str:
    base = rng.choice(["04", "05", "06", "07", "08"]) + digits(rng, 6)
    number = f"{base}{97 - int(base) % 97:02}"
    dotted = f"{number[:4]}.{number[4:7]}.{number[7:]}"
    return rng.choice(
        [
            dotted,
            f"BE {dotted}",
            f"BE{number}",
            f"BE {number}",
            f"BE-{dotted}",
            number[:4] + " " + number[4:7] + " " + number[7:],
        ]
    )


def reference(rng: Random) -> str:
    year, n = rng.randrange(2015, 2026), rng.randrange(10, 99999)
    return rng.choice([
        f"{year}/OMB/{n:05}", f"D/{year}/{n}", f"FO {year}-{n}", f"{letters(rng, 2)}-{year}-{n:05}", f"DOS.{year % 100}.{n}/{letters(rng, 2)}",
        f"{n}/{letters(rng, 2)}/{rng.randrange(100, 999)}", f"{letters(rng, 1)}{year}-{n}", f"{letters(rng, 3)}/{digits(rng, 4)}/{digits(rng, 2)}",
        f"{year}.{n:06}", f"{year}-{n:05}-{letters(rng, 1)}", f"{digits(rng, 3)}.{digits(rng, 3)}/{digits(rng, 2)}-{year}", f"KL{digits(rng, 8)}",
        f"BR.{digits(rng, 2)}.L{rng.randrange(1, 9)}.{digits(rng, 6)}/{year}", f"#{digits(rng, 7)}", f"{letters(rng, 2)}{digits(rng, 2)}/{letters(rng, 3)}/{n}",
    ])  # fmt: skip


def court_number(rng: Random) -> str:
    year, n = rng.randrange(2014, 2026), rng.randrange(3, 4999)
    code = rng.choice(["AR", "AL", "AB", "RG", "QR"])
    return rng.choice([
        f"{year % 100}/{n}/A", f"{year}/{code}/{n}", f"{year % 100}/{n}/B", f"{digits(rng, 3)}.{digits(rng, 3)}/{rng.choice(['X', 'VII', 'XIV', 'IX'])}-{digits(rng, 2)}.{digits(rng, 3)}",
        f"{year % 100}A{n:05}",
    ])  # fmt: skip


def structured_communication(rng: Random) -> str:
    base = digits(rng, 10)
    check = f"{int(base) % 97 or 97:02}"
    full = base + check
    return rng.choice(
        [f"+++{full[:3]}/{full[3:7]}/{full[7:]}+++", f"***{full[:3]}/{full[3:7]}/{full[7:]}***"]
    )


def _minute(degrees: float) -> int:
    return int(degrees % 1 * 60)


def coordinates(rng: Random) -> str:
    north, east = rng.uniform(49.6, 51.4), rng.uniform(2.7, 6.2)
    return rng.choice([
        f"{north:.5f}, {east:.5f}", f"{north:.4f} {east:.4f}",
        f"{int(north)}°{_minute(north):02}'{rng.uniform(0, 59):04.1f}\"N {int(east)}°{_minute(east):02}'{rng.uniform(0, 59):04.1f}\"E",
        f"N{north:.5f} E{east:.5f}",
    ])  # fmt: skip


def address_of_machine(rng: Random) -> str:
    if rng.random() < 0.75:
        return ".".join(str(rng.randrange(1, 254)) for _ in range(4))
    return "2a02:" + ":".join(f"{rng.randrange(1, 65535):x}" for _ in range(7))


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.lower().translate(str.maketrans("øłđßı", "oldsi")))
    return "".join(char for char in bare if char.isascii() and (char.isalnum() or char == "-"))


def email(person: Person, rng: Random) -> str:
    first, last = _plain(person.first) or "info", _plain(person.last) or "x"
    local = rng.choice(
        [
            f"{first}.{last}",
            f"{first}{last}",
            f"{first[0]}.{last}",
            f"{last}.{first}",
            f"{first}_{last}{rng.randrange(50, 99)}",
            f"{first}{rng.randrange(1, 99)}",
        ]
    )
    host = rng.choice(
        [
            "gmail.com",
            "telenet.be",
            "skynet.be",
            "hotmail.be",
            "outlook.com",
            "proximus.be",
            "yahoo.fr",
            "voo.be",
            "scarlet.be",
            "gmx.de",
        ]
    )
    return f"{local}@{host}"


def handle(person: Person, rng: Random) -> str:
    first, last = _plain(person.first) or "anon", _plain(person.last) or "x"
    return "@" + rng.choice(
        [
            f"{first}_{last}",
            f"{first}{last[:1]}{rng.randrange(60, 99)}",
            f"{last}.{first}",
            f"de_{first}",
            f"{first}{rng.randrange(1950, 2005)}",
        ]
    )


def web_address(person: Person, rng: Random) -> str:
    first, last = _plain(person.first) or "anon", _plain(person.last) or "x"
    return rng.choice([
        f"https://www.facebook.com/{first}.{last}.{rng.randrange(1, 99)}", f"www.linkedin.com/in/{first}-{last}-{digits(rng, 6)}",
        f"http://{last}-{first}.be/mijn-zaak", f"https://www.2dehands.be/u/{first}{last}/{digits(rng, 7)}", f"www.{last}-advies.be",
        f"https://we.tl/t-{letters(rng, 4)}{digits(rng, 5)}", f"instagram.com/{first}{last}",
    ])  # fmt: skip
