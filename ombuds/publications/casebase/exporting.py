"""The case base as lines for `ombuds privacy attack --base`: so that someone else can compute the score again.

The lines hold personal data. They leave the office only with somebody whom the law lets see the files, an auditor say.
"""

import json
from collections.abc import Iterator

from ombuds.cases.models import Case
from ombuds.deidentification.engine import KnownIdentifiers
from ombuds.deidentification.intruder import BaseCase
from ombuds.office.models import Office
from ombuds.publications.casebase.reading import read


def lines(office: Office) -> Iterator[str]:
    """One JSON object a case, in the order of the index: id, lang, texts, facts, casefile (as in CASE.json)."""
    for case in read(Case.objects.filter(office=office)):
        yield json.dumps(_told(case), ensure_ascii=False, sort_keys=False)


def _told(case: BaseCase) -> dict[str, object]:
    return {
        "id": case.id,
        "lang": case.language,
        "texts": list(case.texts),
        "facts": {name: list(values) for name, values in case.facts.items() if values},
        "casefile": _case_file(case.names or KnownIdentifiers()),
    }


def _case_file(known: KnownIdentifiers) -> dict[str, object]:
    found: dict[str, object] = {
        "parties": [
            {"first": p.first, "last": p.last, "role": p.role, "gender": p.gender} for p in known.people
        ],
        "address": [
            {"street": a.street, "nr": a.number, "postcode": a.postcode, "town": a.town}
            for a in known.addresses
        ],
        "towns": list(known.towns),
        "email": list(known.emails),
        "phone": list(known.phones),
        "nrn": list(known.national_numbers),
        "iban": list(known.ibans),
        "plate": list(known.plates),
        "refs": list(known.references),
        "orgs": list(known.organisations),
        "dates": [day.isoformat() for day in known.dates],
        "dob": [day.isoformat() for day in known.birth_dates],
        "body": list(known.bodies),
    }
    return {name: values for name, values in found.items() if values}
