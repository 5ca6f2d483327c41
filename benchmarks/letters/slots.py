"""What stands in the place of each {slot} of a sentence: pieces with their role, kind and form."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from benchmarks.letters import numbers
from benchmarks.letters.piece import GOLD, KEEP, NEUTRAL, Piece, plain
from benchmarks.letters.surface import FORMS, form_of
from benchmarks.letters.world import KNOWN_ITEM, World

ROLES = "CPKNWDH"
ARTICLES = re.compile(
    r"^(?:de |het |een |the |a |an |le |la |les |un |une |l'|der |die |das |den |dem |einen |eine |ein |im |au )"
)
BRACKETS = re.compile(r"\[(.*?)\]")


def fill(slot: str, world: World) -> list[Piece]:
    """`slot` is a name of SLOTS, or a role with a form: C, C.t, C.first, N.gen … KeyError for anything else."""
    name, _, form = slot.partition(".")
    if name in ROLES:
        return titled(world, name) if form == "t" else named(world, name, form)
    return SLOTS[slot](world)


def titled(world: World, role: str) -> list[Piece]:
    title = world.pick("doctors" if role == "D" else "madams" if world.person(role).woman else "misters")
    return [Piece(title + " "), *named(world, role, "t")]


def named(world: World, role: str, form: str) -> list[Piece]:
    """One piece; two where nobody can tell the French title « M. » from an initial: that letter may be masked or not."""
    person = world.person(role)
    form = form_of(form, world.rng)
    text = FORMS[form](person, world.language)
    known = world.known[role] and form not in ("nick", "acronym")
    title = re.match(r"M\.? ?(?=\S)", text) if world.language == "fr" and form.startswith("initial") else None
    cut = title.end() if title and not text[title.end() :].startswith(("-", ".")) else 0
    before = [Piece(text[:cut], NEUTRAL, "person")] if cut else []
    return [*before, Piece(text[cut:], GOLD, "person", person.origin, known, form)]


def gold(world: World, kind: str, text: str, known: str = "", part: str = "") -> list[Piece]:
    return [Piece(text, GOLD, kind, "", bool(known) and world.known[known], part)]


def bracketed(world: World, kind: str, text: str) -> list[Piece]:
    """Only what stands in [ ] is gold, the rest neutral; without brackets all but the leading article is gold."""
    if "[" not in text:
        text = (
            ARTICLES.sub(lambda found: found.group() + "[", text, count=1) + "]"
            if ARTICLES.match(text)
            else f"[{text}]"
        )
    pieces: list[Piece] = []
    for at, part in enumerate(BRACKETS.split(text)):
        if part:
            pieces += gold(world, kind, part) if at % 2 else [Piece(part, NEUTRAL, kind)]
    return pieces


def kept(kind: str, key: str, world: World, name: str = "") -> list[Piece]:
    text = str(world.value(name, partial(world.pick, key))) if name else world.pick(key)
    article = ARTICLES.match(text)
    cut = article.end() if article else 0
    return [*plain(text[:cut]), Piece(text[cut:], KEEP, kind)]


# Addresses. The parts on one line are one span; on two lines they are two.


def street_of(world: World, home: dict[str, str]) -> str:
    street = home["street"]
    if world.language == "fr" and world.rng.random() < 0.15:
        return f"{home['nr']}, {street}" + (f", {home['box']}" if home["box"] else "")
    if world.rng.random() < 0.05:
        street = (
            street.replace("straat", "str.")
            .replace("straße", "str.")
            .replace("avenue", "av.")
            .replace("chaussée", "ch.")
            .replace("steenweg", "stwg")
        )
    gap = "" if home["box"].startswith("/") else " "
    comma = ", " if world.rng.random() < 0.08 else " "
    return f"{street}{comma}{home['nr']}" + (f"{gap}{home['box']}" if home["box"] else "")


def town_of(world: World, home: dict[str, str]) -> str:
    mark = "B-" if world.rng.random() < 0.08 else ""
    return f"{mark}{home['postcode']} {home['town']}"


def address(world: World, home: dict[str, str], known: str, form: str = "") -> list[Piece]:
    put = partial(gold, world, "address", known=known)
    if form == "street":
        return put(street_of(world, home), part="street")
    if form == "road":
        return put(home["street"], part="road")
    if form == "lines":
        return [
            *put(street_of(world, home), part="street"),
            Piece("\n"),
            *put(town_of(world, home), part="town"),
        ]
    join = world.rng.choice(
        [", ", ", ", ", ", " - ", " te ", " in "]
        if world.language == "nl"
        else [", ", ", ", ", ", " - ", " à "]
        if world.language == "fr"
        else [", ", ", ", " - ", " in "]
    )
    if join.strip() in ("te", "in", "à"):
        return [
            *put(street_of(world, home), part="street"),
            Piece(join),
            *put(town_of(world, home), part="town"),
        ]
    return put(f"{street_of(world, home)}{join}{town_of(world, home)}", part="full")


def other_address(world: World, form: str = "") -> list[Piece]:
    return address(world, dict(world.value("address2", world.new_address, 0.0)), "address2", form)


# Dates and times.


def written(world: World, day: date) -> str:
    d, m, y = day.day, day.month, day.year
    name, short = world.data["months"][m - 1], world.data["short_months"][m - 1]
    dot = "." if world.language == "de" else ""
    first = {"fr": "1er"}.get(world.language, "1") if d == 1 else str(d)
    long = f"{first}{dot} {name} {y}"
    forms = [
        long,
        long,
        long,
        f"{d:02}/{m:02}/{y}",
        f"{d}/{m}/{y}",
        f"{d:02}.{m:02}.{y}",
        f"{d:02}-{m:02}-{y}",
        f"{d}{dot} {short} {y}",
        f"{d}/{m:02}/{y % 100:02}",
        f"{y}-{m:02}-{d:02}",
    ]
    forms += {
        "en": [f"{name} {d}, {y}", f"{d}th of {name} {y}" if 3 < d < 21 else long],
        "nl": [f"{world.data['weekdays'][day.weekday()]} {long}"],
        "fr": [f"{world.data['weekdays'][day.weekday()]} {long}"],
        "de": [f"{d}.{m}.{y}"],
    }[world.language]
    return world.rng.choice(forms)


def day(world: World) -> list[Piece]:
    return gold(world, "date", written(world, world.some_day()))


def partial_day(world: World) -> list[Piece]:
    when = world.some_day()
    text = world.pick("partial_dates").format(
        month=world.data["months"][when.month - 1],
        year=when.year,
        weekday=world.rng.choice(world.data["weekdays"]),
        day=when.day,
    )
    return bracketed(world, "date", text)


def birth(world: World, role: str) -> list[Piece]:
    return gold(world, "birth_date", written(world, world.born(role)), f"dob{role}")


def clock(world: World) -> list[Piece]:
    text = world.pick("times").format(h=world.rng.randrange(6, 23), m=f"{world.rng.randrange(1, 60):02}")
    cut = re.search(r" (?:uur|Uhr|hours)$", text)
    return (
        gold(world, "time", text)
        if not cut
        else [*gold(world, "time", text[: cut.start()]), Piece(cut.group(), NEUTRAL, "time")]
    )


def age(world: World) -> list[Piece]:
    text = world.pick("ages").format(n=world.rng.randrange(2, 95))
    extra = re.search(r"(?: oud| old| of age| alt| jung| et demi| passés| à peine)$", text)
    return (
        gold(world, "age", text)
        if not extra
        else [*gold(world, "age", text[: extra.start()]), Piece(extra.group(), NEUTRAL, "age")]
    )


# Everything else.


def amount(world: World) -> list[Piece]:
    cents = world.rng.randrange(1150, 4800000)
    cents += 7 if cents % 100 == 0 else 0
    whole, rest = f"{cents // 100:,}", f"{cents % 100:02}"
    sep, point = {"en": (",", "."), "fr": (world.rng.choice([".", " "]), ",")}.get(world.language, (".", ","))
    number = whole.replace(",", world.rng.choice([sep, sep, ""])) + point + rest
    euro = {"fr": "euros", "nl": "euro", "en": "euros", "de": "Euro"}[world.language]
    return gold(
        world,
        "amount",
        world.rng.choice(
            [f"€ {number}", f"{number} €", f"{number} {euro}", f"{number} EUR", f"€{number}", f"EUR {number}"]
        ),
    )


def organisation(world: World, name: str) -> list[Piece]:
    """Generic words before the name (bakkerij, garage), in English also behind it (nursery), may be masked or not; the name must be."""
    text = str(world.value(name, partial(world.pick, "orgs"), KNOWN_ITEM if name == "org" else 0.0))
    found = re.search(r"(?:^|[ '])(?=[A-Z]|'[a-zA-Z] |vzw )", text)
    cut = found.end() if found else 0
    behind = re.search(r"(?: [a-z]{5,})+$", text[cut:]) if world.language == "en" else None
    end = cut + behind.start() if behind else len(text)
    before = [Piece(text[:cut], NEUTRAL, "organisation")] if cut else []
    after = [Piece(text[end:], NEUTRAL, "organisation")] if behind else []
    return [*before, *gold(world, "organisation", text[cut:end], name), *after]


def phone(world: World, name: str) -> list[Piece]:
    number = str(world.value(name, lambda: numbers.phone(world.rng), KNOWN_ITEM if name == "phone" else 0.0))
    return gold(world, "phone", numbers.written_phone(number, world.rng), name)


def account(world: World, name: str) -> list[Piece]:
    value = str(world.value(name, lambda: numbers.iban(world.rng), KNOWN_ITEM if name == "iban" else 0.0))
    return gold(world, "iban", numbers.written_iban(value, world.rng), name)


def register(world: World, role: str) -> list[Piece]:
    number = world.national_number(role)
    return gold(world, "national_number", numbers.written_national_number(number, world.rng), f"nrn{role}")


def once(kind: str, make: Callable[[World], str], name: str, chance: float, world: World) -> list[Piece]:
    return gold(world, kind, str(world.value(name, lambda: make(world), chance)), name)


def fresh(kind: str, make: Callable[[World], str], world: World) -> list[Piece]:
    return gold(world, kind, make(world))


def filler(key: str, world: World) -> list[Piece]:
    return plain(world.pick(key))


def year(world: World) -> list[Piece]:
    return [Piece(str(world.some_day().year), NEUTRAL, "date")]


def place(world: World, key: str = "villages") -> list[Piece]:
    return gold(world, "place", world.pick(key))


def job(world: World) -> list[Piece]:
    return bracketed(world, "profession", world.pick("professions"))


SLOTS: dict[str, Callable[[World], list[Piece]]] = {
    "addr": lambda w: address(w, w.home(), "address"),
    "addr.lines": lambda w: address(w, w.home(), "address", "lines"),
    "addr.street": lambda w: address(w, w.home(), "address", "street"),
    "addr.road": lambda w: address(w, w.home(), "address", "road"),
    "addr2": other_address,
    "addr2.lines": lambda w: other_address(w, "lines"),
    "addr2.street": lambda w: other_address(w, "street"),
    "addr2.road": lambda w: other_address(w, "road"),
    "town": lambda w: gold(w, "place", w.home()["town"], "address", "town"),
    "place": place,
    "foreign": lambda w: place(w, "foreign"),
    "dob": lambda w: birth(w, "C"),
    "dobP": lambda w: birth(w, "P"),
    "dobK": lambda w: birth(w, "K"),
    "date": day,
    "date.part": partial_day,
    "time": clock,
    "age": age,
    "year": year,
    "nrn": lambda w: register(w, "C"),
    "nrnP": lambda w: register(w, "P"),
    "nrnK": lambda w: register(w, "K"),
    "iban": lambda w: account(w, "iban"),
    "iban2": lambda w: account(w, "iban2"),
    "card": partial(fresh, "card", lambda w: numbers.card(w.rng)),
    "phone": lambda w: phone(w, "phone"),
    "phone2": lambda w: phone(w, "phone2"),
    "email": partial(once, "email", lambda w: numbers.email(w.person("C"), w.rng), "email", KNOWN_ITEM),
    "email2": partial(once, "email", lambda w: numbers.email(w.person("N"), w.rng), "email2", 0.0),
    "url": partial(fresh, "url", lambda w: numbers.web_address(w.person("C"), w.rng)),
    "handle": partial(fresh, "handle", lambda w: numbers.handle(w.person("C"), w.rng)),
    "ip": partial(fresh, "ip", lambda w: numbers.address_of_machine(w.rng)),
    "plate": partial(once, "plate", lambda w: numbers.plate(w.rng), "plate", KNOWN_ITEM),
    "plate2": partial(fresh, "plate", lambda w: numbers.plate(w.rng)),
    "id": partial(fresh, "identity_document", lambda w: numbers.identity_document(w.rng)),
    "vat": partial(fresh, "company_number", lambda w: numbers.company_number(w.rng)),
    "ref": partial(once, "reference", lambda w: numbers.reference(w.rng), "ref", KNOWN_ITEM),
    "ref2": partial(fresh, "reference", lambda w: numbers.reference(w.rng)),
    "ogm": partial(fresh, "reference", lambda w: numbers.structured_communication(w.rng)),
    "roll": partial(fresh, "court_number", lambda w: numbers.court_number(w.rng)),
    "gps": partial(fresh, "gps", lambda w: numbers.coordinates(w.rng)),
    "org": lambda w: organisation(w, "org"),
    "org2": lambda w: organisation(w, "org2"),
    "job": job,
    "amount": amount,
    "ill": lambda w: bracketed(w, "health", w.pick("health")),
    "family": lambda w: bracketed(w, "family", w.pick("family")),
    "body": lambda w: kept("body", "bodies", w, "body"),
    "body2": lambda w: kept("body", "bodies", w),
    "law": lambda w: kept("law", "laws", w),
    "art": lambda w: kept("law", "articles", w),
    "norm": lambda w: kept("norm", "norms", w),
    "court": lambda w: kept("court", "courts", w),
    "office": lambda w: kept("office_holder", "offices", w),
    "round": partial(filler, "rounds"),
    "deadline": partial(filler, "deadlines"),
    "hours": partial(filler, "hours"),
    "percent": partial(filler, "percents"),
    "tel": partial(filler, "phone_label"),
}
