"""The words of one body's kit, per language, from its competence record and the vocabulary of the office."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.utils.html import format_html

from ombuds.authorities.models import Body
from ombuds.authorities.services import Purpose, judge
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.models import Office, Term
from ombuds.office.services import terms
from ombuds.publicsite.views.reading import absolute

LANGUAGES = ("nl", "fr", "en")
OURS = frozenset({"competent", "first_line"})


class Matter(StrEnum):
    """People complain to us about this service, or its staff only report abuse to us."""

    COMPLAINT = "complaint"
    INTEGRITY = "integrity"


@dataclass(frozen=True)
class Wording:
    """One language: sentences without a place left to fill in, except what only the service knows."""

    language: str
    service: str
    office: str
    mention: str  # in a decision or letter
    website: str
    title: str
    lead: str
    steps: tuple[str, ...]
    promise: str
    scan: str
    contact: tuple[str, ...]
    page: str  # the whole address, behind the QR code and the link

    @property
    def snippet(self) -> str:
        """A piece of HTML for the service's own website: plain, without script or style of ours."""
        return format_html(
            '<section lang="{}" aria-label="{}">\n  <h2>{}</h2>\n  <p>{}</p>\n'
            '  <p><a href="{}" rel="external">{}</a></p>\n</section>\n',
            self.language, self.office, self.title, self.website, self.page, self.office,
        )  # fmt: skip


@dataclass(frozen=True)
class Kit:
    """Everything for one body. `legal_bases` says per language why the mention is due, where a law says so."""

    body: Body
    matter: Matter
    wordings: tuple[Wording, ...]
    legal_bases: dict[str, str]

    def wording(self, language: str) -> Wording:
        return next((one for one in self.wordings if one.language == language), self.wordings[0])


def kit_of(office: Office, body: Body, on: dt.date | None = None) -> Kit | None:
    """The kit of a body; None when neither its complaints nor its disclosures are ours on that day."""
    matter = _matter(office, body, on or today())
    if matter is None:
        return None
    words = {term.code: term for term in terms(office, "kit", on or today())}
    mention = words["mention" if matter is Matter.COMPLAINT else "integrity_mention"]
    return Kit(
        body, matter, tuple(_wording(office, body, matter, words, language) for language in LANGUAGES),
        {language: pick(mention.legal_bases, language) for language in LANGUAGES} if mention.legal_bases else {},
    )  # fmt: skip


def _matter(office: Office, body: Body, on: dt.date) -> Matter | None:
    if judge(office, body, Purpose.COMPLAINT, on).verdict in OURS:
        return Matter.COMPLAINT
    reports = office.setting("takes_disclosures", False)
    if reports and judge(office, body, Purpose.DISCLOSURE, on).verdict in OURS:
        return Matter.INTEGRITY
    return None


def _wording(office: Office, body: Body, matter: Matter, words: dict[str, Term], language: str) -> Wording:
    contact = office.setting("contact", {})
    page = absolute("help" if matter is Matter.COMPLAINT else "integrity")
    places = {
        "service": pick(body.names, language),
        "office": pick(office.names, language),
        "page": _shown(str(contact.get("url") or page)),
        "phone": str(contact.get("phone", "")),
        "mail": str(contact.get("email", "")),
        "address": pick(contact.get("address"), language),
    }
    before = "" if matter is Matter.COMPLAINT else "integrity_"

    def said(code: str) -> str:
        return _filled(pick(words[code].labels, language), places) if code in words else ""

    return Wording(
        language=language,
        service=places["service"],
        office=places["office"],
        mention=said(f"{before}mention"),
        website=said(f"{before}website"),
        title=said(f"{before}title") or said("poster_title"),
        lead=said(f"{before}lead") or said("poster_lead"),
        steps=tuple(said(f"{before}step_{number}") for number in (1, 2, 3)),
        promise=said("promise"),
        scan=said("scan"),
        contact=tuple(places[name] for name in ("page", "phone", "mail", "address") if places[name]),
        page=page,
    )


def _filled(sentence: str, places: dict[str, str]) -> str:
    """The places of an office without, say, a phone leave no stray comma behind."""
    for name, value in places.items():
        mark = f"{{{name}}}"
        sentence = (
            sentence.replace(mark, value) if value else sentence.replace(f", {mark}", "").replace(mark, "")
        )
    return sentence


def _shown(address: str) -> str:
    """An address as people read it aloud: without the scheme."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
