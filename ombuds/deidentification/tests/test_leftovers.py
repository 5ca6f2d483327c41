import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Mode, deidentify
from ombuds.deidentification.engine.known import Person
from ombuds.deidentification.engine.replacing.leftovers import nothing_left
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

KOUYATE = KnownIdentifiers(people=(Person("Kadiatou", "Kouyaté"),))
TEXTS = [
    ("nl", "Datum: 3 mei 2022\nBetreft: klacht K.K. (2026-ZKP-6551)\n\nMevrouw Kouyaté mailt veel.", KOUYATE),
    ("fr", "Note interne\n\nDe : Espoir Niyonzima\nÀ : Loup Brasseur\n\nJ'ai parlé à Espoir.", KnownIdentifiers()),
    ("fr", "Veuillez agréer mes sentiments distingués.\n\nÁ. Gutiérrez", KnownIdentifiers()),
    ("nl", "Ik sprak om 11 u. met de h. Van Hoorebeke van het FAVV. Van Hoorebeke gaf het toe.", KnownIdentifiers()),
]  # fmt: skip


@pytest.mark.parametrize("mode", [Mode.REDACT, Mode.PSEUDONYM])
@pytest.mark.parametrize(("language", "text", "known"), TEXTS)
def test_what_is_marked_as_a_name_is_not_left_standing(
    language: str, text: str, known: KnownIdentifiers, mode: Mode
) -> None:
    marked = deidentify(text, language=language, known=known, mode=Mode.MARK)
    done = deidentify(text, language=language, known=known, mode=mode)
    gone = {at for span in done.spans for at in range(span.start, span.end)}

    for span in marked.spans:
        if span.kind is Kind.PERSON:
            left = "".join(
                c for at, c in enumerate(text[span.start : span.end], span.start) if at not in gone
            )
            assert not any(c.isupper() for c in left.replace("M.", "")), (text[span.start : span.end], left)


def person(text: str, words: str, replacement: str = "") -> Span:
    start = text.index(words)
    return Span(start, start + len(words), Kind.PERSON, KNOWN, 1.0, replacement=replacement)


def test_a_cut_off_initial_goes_with_its_name_and_a_title_stays() -> None:
    text = "Klacht van Mevrouw K.K. en Jan."
    found = [person(text, "Mevrouw K.K"), person(text, "Jan")]

    (grown, alone) = nothing_left(text, found, [person(text, "K.", "B")], "nl")

    assert text[grown.start : grown.end] == "K.K"
    assert (text[alone.start : alone.end], alone.replacement) == ("Jan", "[naam]")
