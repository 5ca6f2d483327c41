"""A fixed sentence that tells a little more of what a sentence said, where it said so: who admitted the mistake, what was waited for, what was wanted.

Each is what many files hold. Where it still points at one of them, the plainer sentence of the event takes its place (`PLAINER`).
"""

import re
from collections.abc import Callable, Iterable

# The fuller event, and the event whose sentence tells less of the same.
PLAINER = {
    "admitted": "error",
    "kept_rules": "changed_rule",
    "contacted": "examined",
    "awaited": "waited",
    "unanswered": "no_answer",
    "asked_back": "wished",
    "asked_right": "wished",
}
SERVICE = r"(?:dienst\w*|overheid|gemeente\w*|stad|ocmw|bestuur|service|administration|commune|ville|cpas|authority|office|municipality|city|council|behorde|gemeinde\w*|stadt|amt)"
ADMITS = re.compile(
    rf"\b{SERVICE}\b[^,;:.]{{0,40}}\b(?:antwoord\w*|geantwoord|erken\w*|gaf toe|geeft toe|toegegeven|repond\w*|reconn\w*|admet|admis|replied|replies|answered|admitted|admits"
    r"|acknowledged|antwortete|geantwortet|raumte|gab zu|zugegeben)\b"
)
# "that I had made a mistake" is no admission.
OF_OTHERS = re.compile(
    r"\b(?:dat (?:ik|wij|we|hij|zij|ze|de betrokkene)|qu?e? (?:je|j|il|elle|nous|la personne)|that (?:i|we|he|she|they|the complainant)|dass (?:ich|wir|er|sie))\b"
)
REFERS = re.compile(r"\b(?:verwees|verwijst|verwezen|refere\w*|renvo\w+|referred|refers|verwies|verweist)\b")
CONTACTS = re.compile(
    r"\b(?:contact\w*|kontakt\w*|wandte|schreef|mailde|belde|ecrit|telephone|wrote|called|schrieb|rief)\b"
)
DECISION = re.compile(r"\b(?:beslissing\w*|decision\w*|entscheidung\w*|bescheid\w*)\b")
BACK = re.compile(
    r"\b(?:terugbeta\w*|terug te betalen|terugstort\w*|rembours\w*|refund\w*|repa(?:y|id)\w*|money back|erstatt\w*|ruckerstatt\w*|zuruck(?:zahl|erstatt)\w*)"
)
RIGHT = re.compile(
    r"\b(?:recht\s?zet\w*|rechtgezet|recht te zetten|verbeter\w*|corrig\w*|rectif\w*|mistake right|matter right|correct\w*|berichtig\w*|korrigier\w*)"
)

Test = Callable[[set[str], str], bool]
TESTS: dict[str, Test] = {
    "asked_back": lambda told, low: "wished" in told and bool(BACK.search(low)),
    "asked_right": lambda told, low: "wished" in told and bool(RIGHT.search(low)),
    "admitted": lambda told, low: "error" in told and bool(ADMITS.search(low)) and not OF_OTHERS.search(low),
    "kept_rules": lambda told, low: "changed_rule" in told and bool(REFERS.search(low)),
    "contacted": lambda told, low: "examined" in told and bool(CONTACTS.search(low)),
    "awaited": lambda told, low: "waited" in told and bool(DECISION.search(low)),
    "unanswered": lambda told, low: {"no_answer", "wrote"} <= told,
}


def fuller(told: set[str], low: str) -> Iterable[str]:
    """The fuller events of a sentence that tells of these. `low`: the sentence in plain form, small letters, apostrophes as spaces."""
    return (event for event, test in TESTS.items() if test(told, low))
