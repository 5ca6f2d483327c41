"""E-mail addresses, also spelled out or torn apart by a scanner."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Kind, Span

REASON = "An e-mail address"
TOP = (
    "be|com|net|org|eu|nl|fr|de|lu|uk|brussels|vlaanderen|gent|info|io|me|live|biz|it|es|pt|ch|at|pl|ro|tr|ma|ie|dk|se|fi|no|us|ca|cn|ru|"
    "edu|gov|int|dev|app|online|site|shop|example|test|cz|hu|bg|gr|email|name|pro|tv|cc"
)
LOCAL = re.compile(r"[\w.+\-%&=~!'#*/?^{|}$]{1,64}\Z")
LOCAL_APART = re.compile(r"[\w][\w.+\-]{0,63} {1,2}\Z")
DOMAIN = re.compile(r"\[?[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}\]?|\[\d{1,3}(?:\.\d{1,3}){3}\]")
DOMAIN_APART = re.compile(
    rf"\s{{0,2}}[\w\-]{{1,63}}(?:\s?[.,]\s?[\w\-]{{1,63}}){{0,3}}?\s?[.,]\s?(?:{TOP})(?!\w)"
)
AT = r"(?:\s?[(\[{<]\s?(?:at|a|apenstaart(?:je)?|arobase?|ät)\s?[)\]}>]\s?|\s(?:at|apenstaart(?:je)?|aapje|arobase?|klammeraffe|bij)\s)"
DOT = r"(?:\s?[(\[{<]\s?(?:dot|punt|point|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|punt|point|punkt)\s|\.)"
SPELLED_SIGN = re.compile(AT)
SPELLED_LOCAL = re.compile(rf"(?<![^\W_])[\w][\w+\-]{{0,40}}(?:{DOT}[\w+\-]{{1,40}}){{0,3}}\Z")
SPELLED_DOMAIN = re.compile(rf"[\w\-]{{1,63}}(?:{DOT}[\w\-]{{2,63}}){{0,2}}{DOT}(?:{TOP})(?!\w)")


def contacts(reading: Reading) -> Iterator[Span]:
    yield from _with_sign(reading)
    yield from _spelled_out(reading)


def _with_sign(reading: Reading) -> Iterator[Span]:
    plain = reading.plain
    at = plain.find("@")
    while at != -1:
        if bounds := _around(plain, at):
            yield reading.span(*bounds, Kind.EMAIL, 0.99, entity=plain[slice(*bounds)], reason=REASON)
        at = plain.find("@", at + 1)


def _around(plain: str, at: int) -> tuple[int, int] | None:
    before = plain[max(0, at - 66) : at]
    local = LOCAL.search(before) or LOCAL_APART.search(before)
    domain = DOMAIN.match(plain, at + 1) or DOMAIN_APART.match(plain, at + 1)
    if not local or not domain:
        return None
    if (
        local.group().endswith(" ")
        and not re.search(rf"\.(?:{TOP})$", domain.group())
        and plain[at + 1 : at + 2] != " "
    ):
        return None  # 'my account @baker.callum' is a name on a network
    start = at - len(local.group().lstrip("'.*/"))
    if start > 0 and plain[start - 1] == "@":
        start -= 1
    apart = DOMAIN_APART.match(plain, at + 1)
    end = domain.end()
    if apart and apart.end() > end and plain[end : end + 1] in " .,":
        end = apart.end() if not re.search(rf"\.(?:{TOP})$", domain.group()) else end
    return start, at + 1 + len(plain[at + 1 : end].rstrip("-._"))


def _spelled_out(reading: Reading) -> Iterator[Span]:
    plain = reading.plain
    for sign in SPELLED_SIGN.finditer(plain):
        domain = SPELLED_DOMAIN.match(plain, sign.end())
        local = SPELLED_LOCAL.search(plain[max(0, sign.start() - 60) : sign.start()]) if domain else None
        if local is None or domain is None:
            continue
        start = sign.start() - len(local.group())
        said = plain[start : domain.end()]
        # 'meet at work.be' has no dot before the sign: a plain domain alone could end a sentence.
        bracket = re.search(r"[(\[{<]", sign.group()) is not None
        in_words = re.search(rf"\s(?:dot|punt|point|punkt)\s(?:{TOP})$", said) is not None
        if bracket or in_words or _is_address(said):
            yield reading.span(start, domain.end(), Kind.EMAIL, 0.9, reason="An e-mail address spelled out")


def _is_address(said: str) -> bool:
    return re.match(r"\S*[.\d_\-]\S*\s(?:at|apenstaart|apenstaartje|arobase|aapje)\s\S+$", said) is not None
