"""Whatever the text, the finders of names answer, inside the text, without overlap, and the same again."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import Person
from ombuds.deidentification.engine.folding import fold
from ombuds.deidentification.engine.naming import names
from ombuds.deidentification.engine.persons import find_persons
from ombuds.deidentification.engine.propagation import propagate

PIECES = st.sampled_from(
    """Jan jan JAN Peeters PEETERS van Van de De den 't 'T d' D' O' N' J. J.-P. M. Me Mr mevrouw Madame Herr zur von El el Ben da , . : ; - ( ) " \n \r\n \t > | 3
    maart Mei May Sunday Beste Cher Dear groeten Cc: Naam: Kind(eren): zei dit said sagte is heeft en und Иван محمد 王 \u00ad \u200b ß İ E1mar 's s Bakker Klein
    Beschwerdestelle Xqzwrt ÀÉ Petit Namur Rose""".split(" ")
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda joint: joint.join(parts))
)
PEOPLE = (
    Person("Jan", "Van de Bakker"),
    Person("", "Petit"),
    Person("Rose", ""),
    Person("", ""),
    Person("Ô", "'t"),
)


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sampled_from(["nl", "fr", "en", "de", "xx", ""]))
def test_the_finders_answer_for_any_text(text: str, language: str) -> None:
    folded = fold(text)
    if not folded.text:
        return
    found = list(find_persons(text, folded, language))
    known = list(names(text, folded, PEOPLE))

    assert all(0 <= span.start < span.end <= len(text) for span in [*found, *known])
    assert all(a.end <= b.start for a, b in pairwise(sorted(found, key=lambda s: s.start)))
    assert found == list(find_persons(text, folded, language))
    (more,) = propagate([(text, folded, language, [*found, *known], [])])
    assert all(0 <= span.start < span.end <= len(text) for span in more)
