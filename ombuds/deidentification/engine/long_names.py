"""All of a long name where only pieces of it were found: dit, genannt, Graf von, ap, an apostrophe behind a hyphen.

Works on finished spans of the original: a piece grows over what can only be more of the same name.
"""

import re
from dataclasses import replace

from ombuds.deidentification.engine.doubtful_words import ORDINARY, PUBLIC
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    common_words,
    family_strength,
    given_strength,
)
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.organisation_words import NO_NAME
from ombuds.deidentification.engine.persons.cues import SMALL
from ombuds.deidentification.engine.spans import Kind, Span

_NOBLE = r"(?:Graf|Gräfin|Freiherr|Freifrau|Freiin|Baron|Baronin|Baronesse|Ritter|Edler|Edle|Prinz|Prinzessin|Fürst|Fürstin|Herzog|[Jj]onkheer|comte|comtesse|vicomte|chevalier|marquis|ridder|graaf|gravin|Count|Earl)"
_OF = (
    r"(?:von und zu|von der|von dem|von den|van der|van den|van de|de la|von|van|zu|zum|zur|de|du|des|d['’])"
)
_CALLED = r"(?:dit|dite|genannt|gen\.|alias|gezegd|geheten|called)"
# Small words that stand in no sentence between two people.
_RARE = r"(?:ap|ab|ferch|verch|ul|ibn|bint|bin|ben|Mac|Mc|mac|Ó|Ní|Nic|Uí|y|und zu|dos|das|della|dello|dalla|van der|van den|von der|de la|de los|de las|el-?|al-?|Abd el-?|Abu)"
_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]{0,25}(?:[-'’][^\W\d_]{1,25}){0,3}"
LINK = re.compile(
    rf"\s(?:{_NOBLE}(?:\s{_OF})?|{_CALLED}(?:\s{_OF})?|{_RARE}|{_NOBLE}\s{_RARE})\s?['’]?\Z|-['’‘ʿʾ]?\Z"
)
AFTER = re.compile(
    rf"\s(?:(?:{_NOBLE}(?:\s{_OF})?|{_CALLED}(?:\s(?:{_OF}|le|la|de))?)\s?|(?:ap|ab|ferch|ul|Ó|Ní|Nic|Mac)\s?)['’]?{_WORD}"
)
BEFORE = re.compile(rf"{_WORD}\s(?:{_NOBLE}\s(?:{_OF}\s?)?|{_CALLED}\s)\Z")
# "Al-'Ani", "Abd-el-'Al": the apostrophe is a letter there.
HYPHEN_AFTER = re.compile(r"(?:-['’‘ʿʾ`´]?[^\W\d_]{1,20}(?:['’‘ʿʾ][^\W\d_]{1,20})?)+(?![^\W_])")
HYPHEN_BEFORE = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,20}-)+['’‘ʿʾ`´]?\Z")
# "Al-Ra'ouf", "Ng'ang'a": what hangs on the apostrophe, but for a possessive.
APOSTROPHE = re.compile(r"(?:['’‘ʿʾ`´](?![sStT](?![^\W_]))[^\W\d_]{1,20})+(?![^\W_])")
# 'Aude |de le Court': particles that stand in names only.
PARTICLED = re.compile(
    r" (?:de le|de la|de l['’]|van der|van den|van de|van|von der|von|t['’]|della|di|da|dos|das|el|al|ter|ten|du) ?(?P<w>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ][^\W\d_]{1,25})(?![^\W_])"
)
# 'pélagie ngalula', 'alexandre van caster' typed small, where the first name was found.
SMALL_AFTER = re.compile(
    r" (?:(?:van|von|de|da|di|el|al|ben|abu|mc|la|le)(?: (?:der|den|de|la|dem))? )?(?P<w>(?!(?:[cdjlmnst]|qu)['’])[a-zß-öø-ÿ][a-zß-öø-ÿ'’\-]{2,24})(?![^\W_])"
)
SMALL_WORDS = frozenset().union(*SMALL.values()) | NO_NAME


def long_names(text: str, spans: list[Span]) -> list[Span]:
    """The same spans in order, those of people grown and joined; none overlaps the next."""
    grown: list[Span] = []
    for at, span in enumerate(spans):
        if span.kind is not Kind.PERSON:
            grown.append(span)
            continue
        following = spans[at + 1].start if at + 1 < len(spans) else len(text)
        before = grown[-1].end if grown else 0
        span = _wider(text, span, before, following)
        last = grown[-1] if grown else None
        between = text[last.end : span.start] if last else ""
        particle = (
            between == " " and text[span.start].islower() and text[span.start : span.end].count(" ") > 0
        ) or _are_two_halves(text, last, span)
        if (
            last
            and last.kind is Kind.PERSON
            and (particle or _is_turned(text, last, span) or LINK.fullmatch(between))
        ):
            grown[-1] = replace(last, end=span.end, entity="" if last.entity != span.entity else last.entity)
        else:
            grown.append(span)
    return grown


def _is_rare(said: str) -> bool:
    """No word of any of the languages."""
    word = plain(said)
    return word not in SMALL_WORDS and word not in ORDINARY and not is_dictionary_word(word)


def _is_of_a_name(found: re.Match[str]) -> bool:
    """'van caster', though a language has the word; not 'van mij'."""
    word = plain(found["w"])
    first = found.group().split()[0]
    common = any(word in common_words(language) for language in LANGUAGES)
    return first in {"van", "von"} and not common and family_strength(word) is not Strength.NONE


def _are_two_halves(text: str, last: Span | None, span: Span) -> bool:
    """'pélagie ngalula' typed small, each found by itself."""
    if last is None or text[last.end : span.start] != " ":
        return False
    first, second = text[last.start : last.end], text[span.start : span.end]
    both = all(given_strength(plain(one)) is Strength.SURE for one in (first, second))
    return not both and (first + second).isalpha() and (first + second).islower()


def _is_turned(text: str, last: Span, span: Span) -> bool:
    """'mazurkiewicz, halyna' typed small: a family name, a comma and a given name, after what a name follows."""
    names = plain(text[last.start : last.end]), plain(text[span.start : span.end])
    return (
        text[last.end : span.start] == ", "
        and text[last.start : span.end].islower()
        and given_strength(names[0]) is Strength.NONE
        and given_strength(names[1]) is not Strength.NONE
        and text[span.end : span.end + 1] in {"", ".", "\n", ",", ")"}
        and NAMED_SO.search(text, max(0, last.start - 14), last.start) is not None
    )


NAMED_SO = re.compile(r"(?:nom d[e'’]|naam van|name of|namen|nom :|naam:|name:) ?\Z")


def _wider(text: str, span: Span, before: int, following: int) -> Span:
    start, end = span.start, span.end
    if (more := AFTER.match(text, end, following)) and _is_no_small_word(more.group()):
        end = more.end()
    if (more := HYPHEN_AFTER.match(text, end, following)) is not None:
        end = more.end()
    if " " not in text[start:end] and (more := PARTICLED.match(text, end, following)) is not None:
        said = plain(more["w"])
        rest = given_strength(plain(text[start:end])) is not Strength.NONE and said not in SMALL_WORDS
        end = (
            more.end()
            if rest and said not in ORDINARY and (not PUBLIC.match(said) or " de le " in more.group())
            else end
        )
    if text[end - 1 : end].isalpha() and (more := APOSTROPHE.match(text, end, following)) is not None:
        end = more.end()
    if text[start:end].islower() and (more := SMALL_AFTER.match(text, end, following)) is not None:
        particle = more.group().count(" ") > 1 and more.group().split()[0] in {"van", "von", "de", "el"}
        end = more.end() if _is_rare(more["w"]) or (particle and _is_of_a_name(more)) else end
    left = max(before, start - 60)
    first = BEFORE.search(text, left, start)
    if first is None or not _is_no_small_word(first.group().split()[0]):
        first = HYPHEN_BEFORE.search(text, left, start) if text[start].isalpha() else None
    start = first.start() if first else start
    if text[start - 3 : start] in {" d'", " d’"} and _is_turned_round(text[start:end]):
        start -= 2
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


def _is_turned_round(said: str) -> bool:
    """'d'|Oultremont Noémie': the family name first, so that what stands before belongs to it."""
    words = said.split()
    return (
        len(words) == 2
        and given_strength(plain(words[1])) is Strength.SURE
        and given_strength(plain(words[0])) is Strength.NONE
    )


def _is_no_small_word(said: str) -> bool:
    return plain(said.split()[-1]) not in SMALL_WORDS
