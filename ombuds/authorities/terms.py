"""Vocabulary of the room: what is recorded, and how the files' words become the database's."""

from enum import StrEnum

from ombuds.authorities.models import Body, Competence


class Act(StrEnum):
    """What is recorded."""

    ALIAS_ADD = "authorities:alias:add"
    ALIAS_REMOVE = "authorities:alias:remove"
    BODY_ADD = "authorities:body:add"
    BODY_CHANGE = "authorities:body:change"
    COMPETENCE_ADD = "authorities:competence:add"
    COMPETENCE_END = "authorities:competence:end"
    CONTACT_CHANGE = "authorities:contact:change"
    CONTACT_REMOVE = "authorities:contact:remove"


_K = Body.Kind
KINDS = {
    "administration": _K.ADMINISTRATION,
    "department": _K.ADMINISTRATION,
    "commission": _K.ADMINISTRATION,
    "parliament": _K.OTHER,
    "municipality": _K.MUNICIPALITY,
    "welfare": _K.WELFARE,
    "province": _K.PROVINCE,
    "social_housing": _K.HOUSING,
    "social_agency": _K.HOUSING,
    "police": _K.POLICE,
    "school": _K.SCHOOL,
    "school_network": _K.SCHOOL,
    "university": _K.SCHOOL,
    "hospital": _K.HOSPITAL,
    "care": _K.HOSPITAL,
    "private": _K.PRIVATE,
    "profession": _K.PRIVATE,
    "insurer": _K.PRIVATE,
    "court": _K.OTHER,
    "institution": _K.OTHER,
}
# Fine levels of the matcher → the office's vocabulary "level".
LEVELS = {
    "flemish_ocmw": "flemish_municipality",
    "walloon_municipality": "wallonia",
    "walloon_cpas": "wallonia",
    "walloon_province": "wallonia",
    "french_university": "french_community",
    "french_hospital": "french_community",
    "german_municipality": "german_community",
    "federal_pension": "federal",
    "police": "federal",
    "judiciary": "federal",
    "data_protection": "federal",
    "human_rights": "federal",
    "rail": "federal",
    "post": "federal",
}
KNOWN_LEVELS = frozenset(
    "brussels_region brussels_agglomeration ggc cocof vgc brussels_intermunicipal brussels_municipality brussels_cpas"
    " brussels_public_interest flanders flemish_public_company flanders_intermunicipal flemish_municipality"
    " flemish_province flemish_housing flemish_hospital flemish_university federal wallonia french_community"
    " german_community eu other".split()
)
DOMAINS = {
    "mobility": "mobility", "MOW": "mobility", "rail": "mobility", "tax": "taxes", "FB": "taxes", "housing": "housing",
    "planning": "planning", "environment": "environment", "energy": "environment", "water": "environment",
    "OMG": "environment", "work": "work_economy", "economy": "work_economy", "WEWIS": "work_economy",
    "EWI": "work_economy", "LV": "work_economy", "welfare": "welfare", "health": "welfare", "family": "welfare",
    "disability": "welfare", "WVG": "welfare", "social": "welfare", "pension": "welfare", "education": "education",
    "OV": "education", "culture": "culture_media", "media": "culture_media", "CJSM": "culture_media",
    "tourism": "culture_media", "general": "governance", "local": "governance", "KBBJ": "governance",
    "digital": "governance", "finance": "governance", "staff": "governance", "safety": "governance",
    "equality": "governance", "JH": "governance",
}  # fmt: skip


def kind_of(kind: str, level: str) -> str:
    """The kind of a body in the database."""
    if level in ("brussels_intermunicipal", "flanders_intermunicipal"):
        return _K.INTERMUNICIPAL
    if kind in KINDS:
        return KINDS[kind]
    return _K.PRIVATE if level_of(level) == "other" else _K.AGENCY


def level_of(level: str) -> str:
    """The level in the office's vocabulary."""
    return level if level in KNOWN_LEVELS else LEVELS.get(level, "other")


VERDICTS = {
    Competence.Verdict.OURS: "competent",
    Competence.Verdict.REFER: "refer",
    Competence.Verdict.FIRST_LINE: "first_line",
    Competence.Verdict.NONE: "refer",
}
