"""What a data portal reads: the report's figures as a dataset in DCAT-AP, as JSON-LD and as Turtle."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from ombuds.annualreport.content import tables_of
from ombuds.statistics.tables import pick

LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
CODES = {"nl": "NLD", "fr": "FRA", "en": "ENG", "de": "DEU"}
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
LICENCE = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"
THEME = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
YEARLY = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "adms": "http://www.w3.org/ns/adms#",
}
TITLE = {"nl": "Cijfers van het jaarverslag", "fr": "Chiffres du rapport annuel", "en": "Figures of the yearly report", "de": "Zahlen des Jahresberichts"}  # fmt: skip
ABOUT = {
    "nl": "Klachten, behandeling, resultaat en aanbevelingen. Kleine aantallen zijn verborgen.",
    "fr": "Plaintes, traitement, résultats et recommandations. Les petits nombres sont masqués.",
    "en": "Complaints, handling, results and recommendations. Small numbers are hidden.",
    "de": "Beschwerden, Bearbeitung, Ergebnisse und Empfehlungen. Kleine Zahlen sind verborgen.",
}


def graph(content: Mapping[str, Any], *, base: str, dated: date, languages: list[str]) -> dict[str, Any]:
    """Return the dataset as JSON-LD. `base` is the address of the report, ending in a slash."""
    year = content["year"]
    names = content["office"]["names"]
    given = [code for code in languages if code in CODES]
    mail = (content.get("contact") or {}).get("email", "")
    return {
        "@context": CONTEXT,
        "@id": f"{base}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": [_said(f"{TITLE[code]} {year}", code) for code in given],
        "dct:description": [_said(ABOUT[code], code) for code in given],
        "dct:identifier": f"{content['office']['code']}-annualreport-{year}",
        "dct:issued": {"@value": dated.isoformat(), "@type": "xsd:date"},
        "dct:language": [{"@id": LANGUAGE + CODES[code]} for code in given],
        "dct:accrualPeriodicity": {"@id": YEARLY},
        "dcat:theme": [{"@id": THEME}],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": f"{year}-01-01", "@type": "xsd:date"},
            "dcat:endDate": {"@value": f"{year}-12-31", "@type": "xsd:date"},
        },
        "dct:publisher": {
            "@type": "foaf:Agent",
            "foaf:name": [_said(text, code) for code, text in sorted(names.items()) if text],
        },
        **(
            {
                "dcat:contactPoint": {
                    "@type": "vcard:Organization",
                    "vcard:hasEmail": {"@id": f"mailto:{mail}"},
                }
            }
            if mail
            else {}
        ),
        "dcat:landingPage": {"@id": base},
        "dcat:keyword": [
            _said(pick(table.title, code), code) for table in tables_of(content) for code in given
        ],
        "dcat:distribution": [
            one for code in given for one in (_file(base, code, "csv"), _file(base, code, "parquet"))
        ],
    }


def _said(text: str, language: str) -> dict[str, str]:
    return {"@value": text, "@language": language}


def _file(base: str, language: str, kind: str) -> dict[str, Any]:
    media = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[kind]
    address = f"{base}figures-{language}.{kind}"
    return {
        "@id": f"{base}#{kind}-{language}",
        "@type": "dcat:Distribution",
        "dct:title": [_said(f"{TITLE[language]} ({kind.upper()})", language)],
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dct:format": {"@id": FILE_TYPE + kind.upper()},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dct:language": [{"@id": LANGUAGE + CODES[language]}],
        "dct:license": {"@id": LICENCE},
    }


def json_ld(dataset: Mapping[str, Any]) -> bytes:
    return (json.dumps(dataset, ensure_ascii=False, indent=2) + "\n").encode()


def turtle(dataset: Mapping[str, Any]) -> bytes:
    """Return the same graph as Turtle."""
    heads = "".join(f"@prefix {name}: <{address}> .\n" for name, address in CONTEXT.items())
    return f"{heads}\n<{dataset['@id']}> {_properties(dataset, 1)} .\n".encode()


def _properties(node: Mapping[str, Any], depth: int) -> str:
    gap = "  " * depth
    lines = []
    for name, value in node.items():
        if name in ("@context", "@id"):
            continue
        if name == "@type":
            lines.append(f"a {value}")
            continue
        values = value if isinstance(value, list) else [value]
        lines.append(f"{name} " + f" ,\n{gap}  ".join(_object(one, depth + 1) for one in values))
    return f" ;\n{gap}".join(lines)


def _object(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@value" in value:
        tail = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return _quoted(value["@value"]) + tail
    if set(value) == {"@id"}:
        return f"<{value['@id']}>"
    return f"[ {_properties(value, depth)} ]"


def _quoted(text: str) -> str:
    """A string of JSON is a string of Turtle, but for the halves of surrogate pairs, which are never written here."""
    return json.dumps(text, ensure_ascii=False)
