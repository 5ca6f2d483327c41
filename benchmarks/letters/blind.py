"""Style Z: another hand. Other names, streets, bodies and sentences, and other ways of writing dates, numbers and addresses.

Written to tell what to expect of unseen documents. It could be read by all who worked on the engine, and its words did find their way
into lexicons, so it is no longer blind: sentences of your own (hands.py, style X) are.
"""

from collections.abc import Callable
from datetime import date
from random import Random

from benchmarks.letters import numbers
from benchmarks.letters.piece import GOLD, Piece
from benchmarks.letters.world import World

HAND = "_z"
Maker = Callable[[World], list[Piece]]


def _gold(world: World, kind: str, text: str, known: str = "", part: str = "") -> list[Piece]:
    return [Piece(text, GOLD, kind, "", bool(known) and world.known[known], part)]


def _written(world: World, day: date) -> str:
    month = world.data["months"][day.month - 1]
    year, short = day.year, day.year % 100
    dot = "." if world.language == "de" else ""
    forms = [
        f"{day.day}{dot} {month} {year}", f"{day.day}{dot} {month} {year}", f"{day.day}.{day.month}.{short:02}", f"{day.day}-{day.month}-{year}",
        f"{day.day:02} / {day.month:02} / {year}", f"{day.day}{dot} {month} '{short:02}", f"{day.day:02}{day.month:02}{year}" if world.rng.random() < 0.1 else f"{day.day}.{day.month}.{year}",
        f"{year}.{day.month:02}.{day.day:02}",
    ]  # fmt: skip
    if world.language == "en":
        forms += [
            f"{day.day} of {month} {year}",
            f"{month} {day.day} {year}",
            f"{day.day}/{month[:3]}/{year}",
        ]
    return world.rng.choice(forms)


def _day(world: World) -> list[Piece]:
    return _gold(world, "date", _written(world, world.some_day()))


def _birth(role: str) -> Maker:
    return lambda world: _gold(world, "birth_date", _written(world, world.born(role)), f"dob{role}")


def _register(role: str) -> Maker:
    def make(world: World) -> list[Piece]:
        n = world.national_number(role)
        forms = [
            f"{n[:6]}/{n[6:9]}-{n[9:]}",
            f"{n[:2]}.{n[2:4]}.{n[4:6]} - {n[6:9]}.{n[9:]}",
            f"{n[:6]} {n[6:9]}-{n[9:]}",
            f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:9]} {n[9:]}",
            n,
        ]
        return _gold(world, "national_number", world.rng.choice(forms), f"nrn{role}")

    return make


def _phone(world: World) -> list[Piece]:
    number = str(world.value("phone", lambda: numbers.phone(world.rng)))
    cut = 3 if len(number) == 9 else 1 if number[0] in "2349" else 2
    head, rest = number[:cut], number[cut:]
    forms = [
        f"0{head} {rest[:3]} {rest[3:]}",
        f"+32-{head}-{rest}",
        f"(0{head}) {rest[:2]} {rest[2:4]} {rest[4:]}",
        f"0{head}/{rest}",
        f"+32{head}{rest}",
        f"0{head}-{rest[:3]}.{rest[3:]}",
        f"0032{head}{rest}",
    ]
    return _gold(world, "phone", world.rng.choice(forms), "phone")


def _account(world: World) -> list[Piece]:
    value = str(world.value("iban", lambda: numbers.iban(world.rng)))
    grouped = " ".join(value[at : at + 4] for at in range(4, len(value), 4))
    forms = [
        f"{value[:2]} {value[2:4]} {grouped}",
        value,
        f"{value[:4]} {grouped}",
        f"{value[:4]} {grouped}".replace(" ", "/"),
    ]
    return _gold(world, "iban", world.rng.choice(forms), "iban")


def _reference(rng: Random) -> str:
    year, n = rng.randrange(16, 26), rng.randrange(101, 9999)
    return rng.choice([
        f"OMB{year}-{n:04}", f"20{year}-Z-{n}", f"{year}.{n}", f"DGO{rng.randrange(1, 6)}/20{year}/{n}/{numbers.letters(rng, 2)}", f"KZ-{n % 90 + 10}.{n % 900 + 100}",
        f"{numbers.letters(rng, 3)}{year}{n:05}", f"{n}-{year}/{numbers.letters(rng, 1)}", f"20{year}{n:06}", f"B/{year}/{n}-bis",
    ])  # fmt: skip


def _ref(name: str) -> Maker:
    def make(world: World) -> list[Piece]:
        chance = 0.85 if name == "ref" else 0.0
        return _gold(world, "reference", str(world.value(name, lambda: _reference(world.rng), chance)), name)

    return make


def _address(name: str) -> Maker:
    """Number first, town first, with « nr. », or as most people write it."""

    def make(world: World) -> list[Piece]:
        home = world.home() if name == "address" else dict(world.value("address2", world.new_address, 0.0))
        sign = {"nl": "nr.", "fr": "n°", "en": "no.", "de": "Nr."}[world.language]
        box = "/" + "".join(char for char in home["box"] if char.isdigit()) if home["box"] else ""
        street, nr, town = home["street"], home["nr"] + box, f"{home['postcode']} {home['town']}"
        forms = [
            f"{street} {nr}, {town}",
            f"{street} {nr}, {town}",
            f"{street} {nr} {town}",
            f"{town}, {street} {nr}",
            f"{street} {sign} {nr}, {town}",
            f"{street} {nr} ({town})",
        ]
        if world.language in ("fr", "en"):
            forms.append(f"{nr}, {street}, {town}" if world.language == "fr" else f"{nr} {street}, {town}")
        return _gold(world, "address", world.rng.choice(forms), name, "full")

    return make


def _time(world: World) -> list[Piece]:
    hour, minute = world.rng.randrange(6, 23), world.rng.choice([5, 10, 12, 20, 25, 40, 50])
    forms = {
        "nl": [f"{hour}u{minute:02}", f"{hour:02}.{minute:02}u", f"{hour:02}:{minute:02}:{minute:02}"],
        "fr": [f"{hour}h{minute:02}", f"{hour:02}h{minute:02}min", f"{hour:02}:{minute:02}"],
    }
    forms |= {
        "en": [f"{hour:02}:{minute:02}", f"{hour % 12 or 12}.{minute:02} {'pm' if hour > 11 else 'am'}"],
        "de": [f"{hour}.{minute:02} Uhr", f"{hour:02}:{minute:02} h"],
    }
    return _gold(world, "time", world.rng.choice(forms[world.language]))


def _amount(world: World) -> list[Piece]:
    cents = world.rng.randrange(350, 980000)
    cents += 3 if cents % 100 == 0 else 0
    point = "." if world.language == "en" else ","
    number = f"{cents // 100}{point}{cents % 100:02}"
    return _gold(
        world,
        "amount",
        world.rng.choice([f"{number} €", f"{number} euro", f"€ {number}", f"{number}€", f"EUR {number}"]),
    )


SLOTS: dict[str, Maker] = {
    "addr": _address("address"), "addr2": _address("address2"), "date": _day, "dob": _birth("C"), "dobP": _birth("P"), "dobK": _birth("K"),
    "nrn": _register("C"), "nrnP": _register("P"), "phone": _phone, "iban": _account, "ref": _ref("ref"), "ref2": _ref("ref2"), "time": _time,
    "amount": _amount,
}  # fmt: skip
